"""Where somebody is at home, he lives: "chez elle, à Gentilly", "à son domicile, à Gentilly"."""

import pytest

from tests.extract.reading import document, read

pytestmark = pytest.mark.model


def residents(text: str) -> set[tuple[str, str]]:
    return {(said[0], said[2]) for said in read("fr", text) if said[1] == "residesIn"}


@pytest.mark.parametrize(
    ("text", "resident", "place"),
    [
        ("Marc Petit a été retrouvé mort chez lui mardi à Gentilly.", "Marc Petit", "Gentilly"),
        ("Anne Royer a fait un malaise chez elle, à Gentilly.", "Anne Royer", "Gentilly"),
        ("Marc Petit a été interpellé à son domicile, à Gentilly.", "Marc Petit", "Gentilly"),
        ("La police a arrêté Marc Petit chez lui, à Gentilly.", "Marc Petit", "Gentilly"),
    ],
)
def test_who_is_at_home_somewhere_lives_there(text, resident, place):
    """Whoever acts or is acted on there, if the pronoun may be his."""
    assert (resident, place) in residents(text)


@pytest.mark.parametrize(
    "text",
    [
        "Marc Petit est rentré chez lui. À Gentilly, Anne Royer a souri.",
        "Le Racing joue chez lui, à Gentilly.",
        "Marc Petit a dormi chez Anne Royer, à Gentilly.",
    ],
)
def test_no_other_place_is_a_home(text):
    """Neither that of the next sentence, nor the ground of a club, nor where a friend lives."""
    assert not residents(text)


def test_whom_a_place_has_elected_need_not_live_there():
    """A senator from Florida sits for it; a nurse from Leeds lives there. What a network makes of it is not plain."""
    senator = document("en", "Paul Napier, a Republican senator from Florida, quit.").claims
    assert not any(c.predicate == "residesIn" and c.evidence.rule.startswith("seat/") for c in senator)
    assert ("Rosa Diaz", "Leeds") in {
        (s[0], s[2]) for s in read("en", "Rosa Diaz, from Leeds, quit.") if s[1] == "residesIn"
    }
