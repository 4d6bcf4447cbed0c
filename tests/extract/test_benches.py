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
