"""Participles belong to the noun that they agree with, and what is joined to a phrase to the head of that."""

import pytest

from kg.extract.rules.parsing.parse import parse
from kg.extract.rules.parsing.shading import shade_for
from kg.extract.rules.parsing.tree_builder import make_tree
from kg.lang import load_pack

pytestmark = pytest.mark.model


def said_of(text: str, told: str) -> str:
    """Return the word that another hangs on."""
    pack = load_pack("fr")
    (doc,) = parse([shade_for(text, pack).text], pack)
    tree = make_tree(doc, pack)
    return tree.words[next(w.head for w in tree.words if w.text == told)].text


@pytest.mark.parametrize(
    ("text", "participle", "noun"),
    [
        ("La réunion des ministres prévue à Lyon mardi a été annulée.", "prévue", "réunion"),
        ("Les sommets sur le climat prévus en Chine seront virtuels.", "prévus", "sommets"),
        ("Ses propos sur les femmes rapportés par Le Monde ont choqué.", "rapportés", "propos"),
        ("Le corps de la jeune femme retrouvé à Lyon a été identifié.", "retrouvé", "corps"),
    ],
)
def test_a_participle_is_said_of_the_next_noun_up_that_agrees(text, participle, noun):
    """By gender or by number."""
    assert said_of(text, participle) == noun


@pytest.mark.parametrize(
    ("text", "participle", "noun"),
    [
        ("Le corps de la jeune femme disparue à Lyon a été identifié.", "disparue", "femme"),
        ("Le président du groupe fondé en 2010 est parti.", "fondé", "groupe"),
        ("Des centaines de milliers de personnes réunies à Paris ont défilé.", "réunies", "personnes"),
    ],
)
def test_the_nearest_noun_keeps_it_where_it_agrees(text, participle, noun):
    """Whatever stands further up may agree as well."""
    assert said_of(text, participle) == noun


@pytest.mark.parametrize(
    ("text", "participle", "noun"),
    [
        ("Paul Dumas a promis une réunion aux maires prévue lundi.", "prévue", "réunion"),
        ("Paul Dumas a remis une lettre au ministre signée par Anne Petit.", "signée", "lettre"),
    ],
)
def test_behind_a_complement_of_the_verb_it_may_be_said_of_the_object(text, participle, noun):
    """The object stands before the complement."""
    assert said_of(text, participle) == noun


@pytest.mark.parametrize(
    ("text", "verb", "noun"),
    [
        ("Les discussions avec le syndicat qui devaient reprendre lundi sont suspendues.", "devaient", "discussions"),
        ("Les dirigeants de la société qui ont vendu Orvane sont partis.", "vendu", "dirigeants"),
        ("Le chef des ministres qui a rencontré Paul Dumas est parti.", "rencontré", "chef"),
        ("Le procès de cinq hommes qui a débuté lundi est suspendu.", "débuté", "procès"),
        ("Une dizaine de personnes qui ont attaqué Paul Dumas sont en fuite.", "attaqué", "personnes"),
        ("Il a remis une lettre au ministre qui dénonce Paul Dumas.", "dénonce", "ministre"),
    ],
)
def test_a_relative_clause_tells_of_the_noun_whose_number_its_verb_has(text, verb, noun):
    """The nearest keeps it where it may have that number."""
    assert said_of(text, verb) == noun


@pytest.mark.parametrize(
    ("text", "second", "first"),
    [
        ("Piotr Pavlov et Alexandra de Tadeo ont été arrêtés.", "Alexandra", "Piotr"),
        ("Zumo a exposé ses Supercars Evita et Batista.", "Batista", "Supercars"),
        (
            "La Chine a emprisonné le diplomate Michael Kovrig et l'homme d'affaires Michael Spalding.",
            "homme",
            "diplomate",
        ),
    ],
)
def test_what_is_joined_to_a_name_is_joined_to_its_head(text, second, first):
    """Not to a surname, nor to the name beside a title."""
    assert said_of(text, second) == first
