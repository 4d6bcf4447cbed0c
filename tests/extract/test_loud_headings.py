"""Headings in capitals are read in small letters, but for their names, and stand on lines of their own."""

import pytest

from kg.extract.rules.parsing.shading import shade_for
from kg.lang import load_pack
from tests.extract.reading import reading_of

FR = load_pack("fr")


def quiet(text: str, code: str = "fr") -> str:
    return shade_for(text, load_pack(code)).text


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Il s'en va. UN MAIRE QUI DÉRANGE Marc Petit reste.", "Il s'en va.\nUn maire qui dérange.\nMarc Petit reste."),
        ('La foule crie. "UN POINT TOUS LES MOIS"', 'La foule crie. "Un point tous les mois"'),
        ("LA CHINE ACCUSÉE DE VOL\nPékin nie.", "La Chine accusée de vol.\nPékin nie."),
    ],
)
def test_common_words_are_written_small(text, shown):
    """What opens a sentence keeps its capital, and a country has one."""
    assert quiet(text) == shown


@pytest.mark.model
def test_names_and_acronyms_are_written_as_the_article_writes_them():
    """Elsewhere in the article it is seen what is a name."""
    text = "MARTY ET LE PEN QUITTENT LE CNX VENDREDI\nHier Jean Marty et Anne Le Pen ont quitté le CNX et sont partis."
    assert quiet(text).partition("\n")[0] == "Marty et Le Pen quittent le CNX vendredi."


@pytest.mark.model
@pytest.mark.parametrize("text", ["La CGT, FO, CFDT ET UNSA signent.", "AIR FRANCE KLM recule.", "Le SMIC BRUT monte."])
def test_rows_of_acronyms_and_long_names_stay(text):
    """Fewer than three common words make no heading."""
    assert text.split()[1] in quiet(text)


@pytest.mark.model
def test_offsets_lead_to_the_article():
    """Each letter stands for that of the article, in capitals or not."""
    text = "Il part pour Lille. DES DONS POUR LILLE ENFIN Marc Petit reste."
    shadow = shade_for(text, FR)
    at = shadow.text.rindex("Lille")
    assert shadow.span(at, at + 5).cut(text) == "LILLE"


@pytest.mark.model
def test_no_heading_tells_of_the_united_nations():
    """ "UN" is an article there."""
    reading = reading_of("fr", "Le maire part. UN MAIRE QUI DÉRANGE Marc Petit reste.")
    assert not any(item.type == "InternationalOrganization" for item in reading.table.items)


@pytest.mark.model
def test_english_headings_are_as_well():
    """The rule is of no one language."""
    shown = quiet("He left. A MAYOR WHO DISTURBS PEOPLE Mark Petty stays.", "en")
    assert shown.startswith("He left.\nA mayor who disturbs people")
