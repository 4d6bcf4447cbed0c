"""A capital that only opens a line, a quotation or a heading makes no name."""

import pytest

from kg.extract.rules.parsing.dictionary import dictionary_of
from kg.extract.rules.parsing.shading import shade_for
from kg.lang import load_pack
from kg.model import MentionKind
from tests.extract.reading import document

pytestmark = pytest.mark.model


def names(language, text):
    return {m.surface for m in document(language, text).mentions if m.kind is MentionKind.NAME}


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("fr", 'Luc Roux a parlé mardi.- Pénuries -"Nous manquons de tout", dit-il.', {"Luc Roux"}),
        ("fr", 'Elle a répondu : "Absurde, mon cher Paul Morin."', {"Paul Morin"}),
        ("fr", "Grosse frayeur pour Anne Petit à Lyon.", {"Anne Petit", "Lyon"}),
        ("fr", "Prise de conscience : Luc Roux renonce.", {"Luc Roux"}),
        ("fr", "Paul Morin a fini deuxième. LA FOIS DE TROP POUR MORIN. Il renonce.", {"Paul Morin", "MORIN"}),
        ("en", "Hedge fund manager Rosa Diaz left. Tractor maker Hallgren closed.", {"Rosa Diaz", "Hallgren"}),
    ],
)
def test_a_word_of_the_dictionary_that_opens_a_line_is_no_name(language, text, wanted):
    """Sentences, quotations and headings in small letters or capitals; who is named in them still is."""
    assert names(language, text) == wanted


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Boulanger a fermé dix magasins.", "Boulanger"),  # who acts, without a determiner
        ("Tonnerre chez Caillou. Caillou, qui vend des briques, recrute chez Caillou.", "Caillou"),  # elsewhere too
        ("Marine, 12 ans, vit à Lyon.", "Marine"),  # a given name
        ("Outre-Manche, les prix montent.", "Outre-Manche"),
        ("Loi travail : Valtec renonce.", "Loi travail"),  # a phrase whose noun has a class
    ],
)
def test_a_name_that_is_spelt_like_a_common_word_is_kept(text, name):
    """What acts, has its capital within a sentence too or an inner one, is a given name, or is of a known kind."""
    assert name in names("fr", text)


def test_acronyms_in_a_row_are_no_heading():
    """A heading in capitals is made of words of the dictionary."""
    assert {"CGT", "CFDT"} <= names("fr", "La CGT, FO, la CFDT, l'UNSA et la FSU ont appelé à la grève.")


def test_a_name_ends_before_a_dash_that_opens_an_aside():
    """A dash between spaces is part of a name only if a capital follows."""
    assert "Burundi" in names(
        "fr", "La ministre Jeanne Roux - elle aussi née au Burundi - de passage à Paris, a parlé."
    )


@pytest.mark.parametrize(
    "text", ["A Berlin, on attend.", 'Il rit. "A Berlin, on attend."', "Titre\n\nA Berlin, on attend."]
)
def test_a_preposition_that_opens_a_sentence_gets_its_accent_back(text):
    """The parser takes a bare capital for a noun, and the town for a part of its name."""
    assert "À Berlin" in shade_for(text, load_pack("fr")).text


def test_a_letter_within_a_sentence_stays_as_it_is():
    """Only what opens a sentence has lost an accent."""
    assert "vitamine A est" in shade_for("La vitamine A est utile.", load_pack("fr")).text


def test_the_dictionary_knows_forms_and_no_names():
    """It comes with the model: lemmas, and the forms that lead to them."""
    known = dictionary_of(load_pack("fr").model)
    assert "pénuries" in known
    assert "absurde" in known
    assert "huawei" not in known
