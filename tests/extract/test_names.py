"""Where names begin and end: with the noun that opens them, without the office before them."""

from pathlib import Path

import pytest

from kg.model import MentionKind
from tests.extract.reading import document, read

pytestmark = pytest.mark.model

HERE = Path(__file__).parent
TITLES = {"fr": "Actualité", "en": "News"}
LINES = [
    [language, *(part.strip() for part in line.split("=>"))]
    for language in TITLES
    for line in (HERE / f"names_{language}.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def names(language, text):
    """Return every name that is read in a text."""
    found = document(language, f"{TITLES[language]}\n\n{text}")
    return {m.surface for m in found.mentions if m.kind is MentionKind.NAME}


def listed(cell):
    return {name.strip() for name in cell.split(";")} - {""}


@pytest.mark.parametrize(("language", "text", "wanted", "unwanted"), LINES)
def test_names_are_read_whole(language, text, wanted, unwanted):
    """The names behind the first arrow are read in the sentence, those behind the second are not."""
    found = names(language, text)
    assert listed(wanted) <= found
    assert not listed(unwanted) & found


def test_who_makes_what_is_called_after_them():
    """ "une Ford Mustang" is a product that Ford makes."""
    said = {claim[:3] for claim in read("fr", "Actualité\n\nUn chauffard a percuté une Ford Mustang à Lyon.")}
    assert ("Ford", "produces", "Ford Mustang") in said


def test_a_show_is_called_by_its_title():
    """What the noun before a title does, what bears the title does."""
    said = {claim[:3] for claim in read("fr", 'Actualité\n\nL\'émission "La table ronde" a reçu Marc Lefort.')}
    assert ("La table ronde", "open", "Marc Lefort") in said


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Un homme est mort à Givors (Rhône) samedi.", "AdministrativeArea"),
        ("Le Rhône est en crue à Lyon.", "Place"),
    ],
)
def test_an_area_is_told_from_its_river(text, kind):
    """Brackets behind a town, or "dans le", mean the area that is called like a river."""
    found = document("fr", f"Actualité\n\n{text}")
    assert {m.type for m in found.mentions if m.surface == "Rhône"} == {kind}


def test_a_title_in_quotation_marks_is_a_work():
    """What somebody plays in, or is known for, is no town, love or person."""
    found = document("fr", 'Actualité\n\nJeanne Morel a joué dans "Jules et Marie" et "Les jours de la vie".')
    kinds = {m.surface: m.type for m in found.mentions}
    assert kinds["Jules et Marie"] == kinds["Les jours de la vie"] == "Product"


def test_a_text_may_end_with_initials_that_are_no_name():
    """An agency signs with the initials of its writers: the model takes the last for a name, which has no start."""
    assert names("fr", "Le maire Paul Blin a démissionné.str-vm-amu/grk/jah/juf/bfi") == {"Paul Blin"}
