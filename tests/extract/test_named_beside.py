"""Descriptions whose name stands behind their complements."""

import pytest

from tests.extract.reading import document, read


def stands_for(text: str, opening: str) -> str:
    """The name that the first description that begins so stands for, or nothing."""
    found = document("fr", text)
    mention = next(m for m in found.mentions if m.surface.startswith(opening) and m.kind.value == "nominal")
    return next((m.surface for m in found.mentions if m.id == mention.refers_to and m.kind.value == "name"), "")


@pytest.mark.parametrize(
    ("text", "opening", "name"),
    [
        ('"Il pleut", a dit à l\'AFP le porte-parole des forces aériennes Dushan Zumora.', "le porte", "Dushan Zumora"),
        ("Il est seul, selon les mots du chef de la minorité démocrate Chuck Zumora.", "chef", "Chuck Zumora"),
        ("Pour l'avocat de trois familles, Me Anne Roux, il reste un doute.", "l'avocat", "Anne Roux"),
        ("Hier à Metz, le chef des douaniers, Paul Roux a ri.", "le chef", "Paul Roux"),
    ],
)
def test_a_description_stands_for_the_person_named_behind_its_complements(text, opening, name):
    """No forces, side of a house or families bear one person's name."""
    assert stands_for(text, opening) == name


@pytest.mark.parametrize(
    ("text", "opening", "name"),
    [
        ("La puissante organisation de défense des droits civiques Ravel a protesté.", "La puissante", "Ravel"),
        ("L'opérateur de téléphonie mobile Ravel a protesté.", "L'opérateur", "Ravel"),
        ("Le fabricant norvégien d'engrais minéraux Ravel a protesté.", "Le fabricant", "Ravel"),
        ("Le fabricant du vaccin Zumo a protesté.", "Le fabricant", ""),
    ],
)
def test_a_body_is_what_is_named_behind_the_words_for_what_it_does(text, opening, name):
    """What stands in the singular with an article may bear the name itself."""
    assert stands_for(text, opening) == name


def test_what_such_a_body_says_is_said_by_its_name():
    """ "selon le fabricant norvégien d'engrais minéraux Ravel"."""
    found = read("fr", "Selon le fabricant norvégien d'engrais minéraux Ravel, Zumo a racheté Aton.")
    assert {row[5] for row in found if row[1] == "acquired"} == {"Ravel"}
