"""Names in a row that a plural calls brothers or sisters, and the ages that stand behind a row."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


def facts(text):
    """Return what is said of whom, without how real it is."""
    return {fact[:3] for fact in read("fr", text)}


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Les frères Antoine et Régis Gerbier dirigent la société Valtec.", ("Antoine", "Régis Gerbier")),
        ("Deux sœurs, Lucie et Maud Kerven, ont été interpellées.", ("Lucie", "Maud Kerven")),
        ("La société fondée par les jumeaux Marc et Paul Lefort a fermé.", ("Marc", "Paul Lefort")),
    ],
)
def test_names_in_a_row_are_siblings_where_a_plural_says_so(text, pair):
    """Right before the names, or parted from them by a comma."""
    assert (pair[0], "siblingOf", pair[1]) in facts(text)


def test_friends_in_a_row_are_no_siblings():
    """Only a plural of kin tells it."""
    assert "siblingOf" not in {p for _, p, _ in facts("Deux amis, Luc et Marc Petit, ont vendu l'usine.")}


def test_ages_behind_a_row_of_names_are_shared_out():
    """To each his own, where there are as many."""
    read_of = facts("Mathilde et Solange Kerven, 71 et 68 ans, ont vendu la fabrique.")

    assert {("Mathilde", "age", "71"), ("Solange Kerven", "age", "68")} <= read_of
    assert "age" not in {p for _, p, _ in facts("Anne Roy, Luc et Marc Petit, 71 et 68 ans, ont vendu l'usine.")}
