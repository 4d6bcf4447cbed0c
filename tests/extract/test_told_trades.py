"""What somebody is beside something else: a second role, a sham, kin with a trade, an office behind a bracket."""

import pytest

from tests.extract.reading import document, read

pytestmark = pytest.mark.model


def facts(text, *predicates):
    """Return who is told to be what to whom, and whether it is so."""
    return {(s, p, o, polarity) for s, p, o, polarity, _, _ in read("fr", text) if p in predicates}


def said(text, *predicates):
    """Return what is so."""
    return {(s, p, o) for s, p, o, polarity in facts(text, *predicates) if polarity == "positive"}


def test_a_bare_role_behind_et_is_a_second_role_of_who_has_the_first():
    """A noun without an article goes on with no noun that has one: not with the office or the hospital."""
    text = "Nadia Colin, membre du bureau central sismologique et professeure à l'université de Lille, a réagi."
    found = said(text, "occupation", "memberOf", "worksFor")
    assert ("Nadia Colin", "occupation", "professeure") in found
    assert ("Nadia Colin", "memberOf", "bureau central sismologique") in found
    text = "Luc Morin, directeur du théâtre de la Criée et metteur en scène, a été primé."
    assert ("Luc Morin", "occupation", "metteur en scène") in said(text, "occupation")


def test_the_last_of_two_who_each_have_an_article_is_who_is_named():
    """ "la ministre et le patron, X": the minister is somebody else."""
    text = "Pour les élus, la maire de Metz et le préfet, Hugo Brun, la mesure est juste."
    assert said(text, "holdsPosition") == {("Hugo Brun", "holdsPosition", "préfet")}


@pytest.mark.parametrize(
    "text",
    [
        "Un faux médecin, Hugo Brun, a été arrêté à Nice.",
        "Hugo Brun est un faux médecin.",
        "Hugo Brun, faux médecin et vrai escroc, a été jugé.",
    ],
)
def test_a_sham_is_not_what_he_is_called(text):
    """The denial is told of the trade alone."""
    assert facts(text, "occupation") == {("Hugo Brun", "occupation", "médecin", "negative")}


@pytest.mark.parametrize(
    "text",
    ["Bogus doctor Mark Smith has fled.", "A fake doctor, Mark Smith, has fled.", "Mark Smith is a fake doctor."],
)
def test_an_english_sham_is_none_either(text):
    """As a title, before a comma, and said of somebody."""
    found = {(s, o, polarity) for s, p, o, polarity, _, _ in read("en", text) if p == "occupation"}
    assert found == {("Mark Smith", "doctor", "negative")}


def test_who_is_no_sham_is_not_told_not_to_be_of_the_trade():
    """A denial of the sham leaves the trade open."""
    assert not facts("Hugo Brun n'est pas un faux médecin.", "occupation")


def test_a_noun_before_de_and_kin_is_the_trade_and_the_kin_is_kin():
    """ "son footballeur de fils" is a son who plays football."""
    text = "La chanteuse Lina Martel est venue avec son footballeur de fils, Hugo."
    assert ("Hugo", "occupation", "footballeur") in said(text, "occupation")
    text = "Paul Martel a confié la société à son avocat de frère Hugo Martel."
    assert ("Hugo Martel", "occupation", "avocat") in said(text, "occupation")
    assert any(s == "Hugo Martel" for s, _, _ in said(text, "siblingOf"))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Le directeur de l'ordre public et de la circulation (DOPC) à la préfecture, Hugo Brun, a été entendu.",
            "directeur de l'ordre public et de la circulation",
        ),
        (
            "Le président de l'Union des commerçants (UDC) de Nantes, Hugo Brun, est inquiet.",
            "président de l'Union des commerçants de Nantes",
        ),
        ('Le député "Les Républicains" (LR, ex-UMP) du Nord Hugo Brun a voté contre.', "député du Nord"),
        ('Le député "Les Républicains" du Nord Hugo Brun a voté contre.', "député du Nord"),
    ],
)
def test_an_office_goes_on_behind_a_bracket_or_a_party_between_marks(text, wanted):
    """Behind the acronym of a body, and behind the name of a party, up to the name of who holds it."""
    found = {o for s, _, o in said(text, "holdsPosition") if s == "Hugo Brun"}
    assert wanted in found


def test_a_party_holds_no_office():
    """ "maire Les Républicains du Havre": mayor of Le Havre, and of a party."""
    assert not said("L'ancien maire Les Républicains du Havre a menacé de partir.", "holdsPosition")
    text = "Hugo Brun, conseiller municipal Rassemblement national de Metz, a protesté."
    assert said(text, "holdsPosition") == {("Hugo Brun", "holdsPosition", "conseiller municipal de Metz")}


def test_what_sets_one_above_the_others_is_no_part_of_the_trade():
    """A superlative, and the adjective of the others."""
    text = "Hugo Brun, l'un des jeunes avocats les plus célèbres du barreau, plaide ce matin."
    assert said(text, "occupation") == {("Hugo Brun", "occupation", "avocat")}


def test_portfolios_in_brackets_are_no_bodies_to_be_in():
    """ "X (Cohésion des territoires)" is a minister; a portfolio of two matters is one."""
    text = "Les ministres Hugo Brun (Éducation) et Anne Martel (Cohésion des territoires) ont reçu les élus."
    assert ("Anne Martel", "holdsPosition", "ministre de la Cohésion des territoires") in said(text, "holdsPosition")
    text = "Les ministres de l'Économie Hugo Brun et de l'Action et des Comptes publics Luc Martel sont favorables."
    wanted = ("Luc Martel", "holdsPosition", "ministre de l'Action et des Comptes publics")
    assert wanted in said(text, "holdsPosition")


def test_both_lawyers_are_lawyers_though_the_title_stands_once():
    """ "Ses avocats, Me X et Y": a title may stand before a name of a row."""
    found = said("Ses avocats, Me Hugo Brun et Anne Martel, ont fait appel.", "occupation")
    assert {s for s, _, o in found if o == "avocat"} == {"Hugo Brun", "Anne Martel"}


def test_a_trade_may_stand_behind_a_decade_of_life():
    """ "la quarantaine" is an age, as a number of years is."""
    found = said("Lorène, la quarantaine bien sonnée, infirmière à Metz, a manifesté samedi.", "occupation")
    assert ("Lorène", "occupation", "infirmière") in found


def test_an_age_that_a_higher_one_follows_is_past():
    """At thirteen she won, and she is told to be forty: the first is no plain age of hers."""
    text = "Anne Martel joue au tennis. À 13 ans, Anne Martel gagne à Metz. Anne Martel, 40 ans, vit à Lyon."
    claims = [c for c in document("fr", text).claims if c.predicate == "age"]
    assert {(c.object.text, c.past) for c in claims} == {("13", True), ("40", False)}


@pytest.mark.parametrize(
    "text",
    [
        "L'ex-LR Anne Martel a démissionné.",
        "Anne Martel (ex-LR) a voté contre.",
        "La sénatrice ex-LR du Nord Anne Martel a voté contre.",
    ],
)
def test_a_party_with_a_prefix_is_one_that_somebody_has_left(text):
    """The denial is told, and the party is no part of the office."""
    found = {(s, polarity) for s, _, _, polarity in facts(text, "memberOfParty")}
    assert found == {("Anne Martel", "negative")}
    assert not any("ex-" in o for _, _, o in said(text, "holdsPosition"))
