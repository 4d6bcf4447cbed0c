"""Of what party or union somebody is whose office stands beside its name."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


def facts(text):
    """Return what is said of whom, without how real it is."""
    return {fact[:3] for fact in read("fr", text)}


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Paul Girard, président du groupe LR à l'Assemblée, a réagi.", "LR"),
        ("Le chef de file des députés LREM, Paul Girard, a réagi.", "LREM"),
        ("Paul Girard, patron des sénateurs socialistes, a réagi.", "socialistes"),
    ],
)
def test_who_leads_the_members_of_a_party_is_of_it(text, party):
    """Its name stands behind the word for them, or its adjective beside it."""
    assert ("Paul Girard", "memberOfParty", party) in facts(text)


@pytest.mark.parametrize(
    "text", ["Anne Martel, élue CFDT, a réagi.", "Une déléguée du personnel CFDT, Anne Martel, a réagi."]
)
def test_a_union_stands_bare_behind_what_somebody_is_in_it(text):
    """An election or a charge that is held for a union."""
    assert "CFDT" in {o for _, p, o in facts(text) if p == "memberOf"}


def test_a_department_is_no_union():
    """ "une responsable RH"."""
    assert "memberOf" not in {p for _, p, _ in facts("Une responsable RH de Renault a réagi.")}


@pytest.mark.parametrize(
    "text",
    ["Du côté du PS, Anne Martel réclame un vote.", "Au PS, la sénatrice Anne Martel réclame un vote."],
)
def test_who_speaks_for_a_camp_is_of_it(text):
    """Where a party opens the sentence and a comma sets it off."""
    assert ("Anne Martel", "memberOfParty", "PS") in facts(text)


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("Le groupe LR à l'Assemblée nationale a voté contre.", ["groupe LR"]),
        ("Paul Girard, président du groupe Les Républicains (LR) au Sénat, a réagi.", ["Paul Girard"]),
        ("La présidente du groupe communiste au Sénat Anne Martel a réagi.", ["groupe communiste", "Anne Martel"]),
        ("Le patron des Républicains à l'Assemblée, Paul Girard, a réagi.", ["Paul Girard"]),
    ],
)
def test_a_group_sits_in_the_chamber_told_behind_it_as_does_who_leads_it(text, members):
    """Between the word for the group and the chamber stand its party, adjectives and brackets only."""
    told = {s for s, p, o in facts(text) if p == "memberOf" and ("Assemblée" in o or "Sénat" in o)}
    assert all(any(member in s for s in told) for member in members)


@pytest.mark.parametrize(
    "text",
    [
        "Le groupe Valtec a répondu à l'Assemblée nationale.",
        "Marc Petit cherche un groupe à l'Assemblée.",
        "Le groupe a présenté son projet au Sénat.",
    ],
)
def test_what_is_done_in_a_chamber_makes_nobody_its_member(text):
    """Nor does a group that nobody has formed yet."""
    assert "memberOf" not in {p for _, p, _ in facts(text)}
