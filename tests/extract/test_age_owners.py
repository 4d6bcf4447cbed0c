"""Whose age a number of years is that opens a sentence."""

import pytest

from tests.extract.reading import document

pytestmark = pytest.mark.model


def aged_in(text: str) -> set[tuple[str, str]]:
    """Return who has what age in a French text."""
    found = document("fr", text)
    named = {m.id: m.surface for m in found.mentions}
    return {(named[c.subject], getattr(c.object, "text", "")) for c in found.claims if c.predicate == "age"}


def test_an_age_that_opens_a_sentence_is_of_the_name_behind_its_comma() -> None:
    """However the parser hung the name, where an aside parts it from its verb."""
    text = "Âgée de 86 ans, Jany Le Pen, épousée en seconde noce par Marc Lefort, a été agressée."
    assert aged_in(text) == {("Jany Le Pen", "86")}


@pytest.mark.parametrize(
    "text",
    ["Âgée de 57 ans, sa mort a surpris.", "À 20 ans, la mort de Paul Roux a surpris."],
)
def test_a_death_has_no_age(text: str) -> None:
    """What stands behind the comma is no person."""
    assert aged_in(text) == set()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Du haut de ses 80 ans, Marc Lefort ne renonce pas.", {("Marc Lefort", "80")}),
        ("Forte de ses 34 ans, Julie Mercier a gagné.", {("Julie Mercier", "34")}),
        ("Avec ses 20 ans d'expérience, Julie Mercier a gagné.", set()),
    ],
)
def test_years_of_ones_own_that_open_a_sentence_are_an_age(text: str, wanted: set[tuple[str, str]]) -> None:
    """Of the name behind their comma, unless more is told of what they are years of."""
    assert aged_in(text) == wanted


def test_who_is_called_like_a_town_has_an_age_of_her_own() -> None:
    """A given name between its commas is no place, and the age behind it is nobody else's."""
    text = "George, 3 ans, et Charlotte, 1 an, étaient présents."
    assert aged_in(text) == {("George", "3"), ("Charlotte", "1")}
