"""Names that are picked out of a plural are of its class, and what is told of it holds for them."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


def told_of(language, text, predicate):
    """Return the pairs that a relation joins."""
    return {(s, o) for s, p, o, polarity, _, _ in read(language, text) if p == predicate and polarity == "positive"}


@pytest.mark.parametrize(
    ("language", "text", "predicate", "wanted"),
    [
        ("fr", "Thales a sanctionné plusieurs banques, dont Valtec et Zumo.", "sanctioned", {"Valtec", "Zumo"}),
        ("fr", "Le groupe possède des marques telles que Valtec et Orvane.", "owns", {"Valtec", "Orvane"}),
        ("fr", "Thales négocie avec plusieurs banques (Valtec et Zumo).", "negotiatesWith", {"Valtec", "Zumo"}),
        ("en", "Thales supplies carmakers such as Renault, Orvane and Zumo.", "suppliesTo", {"Orvane", "Zumo"}),
    ],
)
def test_what_is_done_to_several_is_done_to_those_named_of_them(language, text, predicate, wanted):
    """Behind "dont", "telles que", in a bracket; the last of the row is a firm like the first."""
    assert wanted <= {o for _, o in told_of(language, text, predicate)}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Plusieurs compagnies (Corvane, Nordlit et Tessen) ont porté plainte contre Airbus."),
        ("en", "Several airlines, including Corvane, Nordlit and Tessen, have sued Airbus."),
    ],
)
def test_what_several_do_each_of_those_named_does(language, text):
    """A row of names that nobody knows is of the kind that the plural tells."""
    assert {("Corvane", "Airbus"), ("Nordlit", "Airbus"), ("Tessen", "Airbus")} <= told_of(language, text, "sued")


def test_those_named_of_a_group_are_in_none_of_each_other():
    """What joins the group to one of its own says nothing of the others."""
    text = "Les pays du groupe de Visegrad (Pologne, Hongrie, Slovaquie) ont refusé le texte."

    assert not told_of("fr", text, "locatedIn") & {("Pologne", "Hongrie"), ("Slovaquie", "Hongrie")}


@pytest.mark.parametrize("who", ["Des chanteurs belges", "Trois chanteurs"])
def test_behind_a_colon_stand_those_whom_the_sentence_brings_up(who):
    """Not those right before it, whom it takes for known."""
    names = "Marc Petit, Anne Roux et Luc Renaud"
    assert not told_of("fr", f"{who} ont séduit les journalistes : {names}.", "occupation")
    assert told_of("fr", f"Le ministre a reçu les journalistes : {names}.", "occupation")
