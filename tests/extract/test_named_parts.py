"""Bodies that are called after the one that they are part of."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("language", "text", "part", "whole"),
    [
        ("fr", "Microsoft France a reçu le ministre.", "Microsoft France", "Microsoft"),
        ("fr", "Orange Bank a perdu des clients.", "Orange Bank", "Orange"),
        ("fr", "L'Union locale CGT appelle à la grève.", "Union locale CGT", "CGT"),
        ("fr", "La Fédération des cheminots de la CGT a voté.", "Fédération des cheminots de la CGT", "CGT"),
        ("en", "Microsoft France has received the minister.", "Microsoft France", "Microsoft"),
    ],
)
def test_a_name_tells_what_a_body_is_part_of(language: str, text: str, part: str, whole: str) -> None:
    """By the firm that opens it before a place or the noun of a part, or by the body that closes it."""
    told = {(s, o) for s, p, o, *_ in read(language, text) if p == "subsidiaryOf"}
    assert (part, whole) in told


@pytest.mark.parametrize("text", ["Air France a annulé des vols.", "Renault Trucks a licencié."])
def test_no_part_is_made_of_other_names(text: str) -> None:
    """What is no firm, or has neither a place nor such a noun behind it, tells of no whole."""
    assert not any(p == "subsidiaryOf" for _, p, *_ in read("fr", text))


def test_what_a_branch_does_its_firm_does_not() -> None:
    """The firm is only named within the name of its branch."""
    told = {s for s, p, o, *_ in read("fr", "Microsoft France a racheté Orange.") if p == "acquired"}
    assert told == {"Microsoft France"}


def test_who_works_for_a_branch_works_for_it_alone() -> None:
    """The name of the branch is read whole before its firm is read within it."""
    told = {o for _, p, o, *_ in read("fr", "Marc Lefort travaille pour Google France.") if p == "worksFor"}
    assert told == {"Google France"}


@pytest.mark.parametrize(
    ("text", "house", "town"),
    [
        ("La gare de Lille Flandres est fermée.", "gare de Lille Flandres", "Lille"),
        ("L'hôpital de Lyon Sud est saturé.", "hôpital de Lyon Sud", "Lyon"),
    ],
)
def test_a_house_called_after_a_town_and_more_is_there(text: str, house: str, town: str) -> None:
    """The town that "de" opens within its name, where the name goes on: "la gare de Lyon" is in Paris."""
    assert (house, town) in {(s, o) for s, p, o, *_ in read("fr", text) if p == "locatedIn"}
