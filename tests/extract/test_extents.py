"""How far a description goes: what it is called by, in each reading that the sentence allows."""

import pytest

from kg.model import MentionKind
from tests.extract.reading import document

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Près de 250 parlementaires ont signé le texte.", "Près de 250 parlementaires"),
        ("Près de 250 parlementaires ont signé le texte.", "250 parlementaires"),
        ("Face aux menaces des routiers, les grévistes ont reculé.", "menaces des routiers"),
        ("Les policiers ont saisi 83 tablettes Samsung.", "83 tablettes Samsung"),
        ("Les militants ont bloqué une journée de mobilisation à Lyon.", "une journée de mobilisation"),
        ("Le ministre a organisé un point de presse à Lyon.", "un point de presse"),
        ("La Tunisie a décrété l'état d'urgence.", "l'état d'urgence"),
        ("La cour a annulé sa mise en examen.", "sa mise en examen"),
        ("L'Inde a recensé 1.373 morts du virus.", "1.373 morts"),
        ("L'attaque a tué 15 Français à Tunis.", "15 Français"),
        ("Le parti a lancé un appel aux dons.", "un appel aux dons"),
        ("L'attaque a fait au moins 59 morts.", "au moins 59 morts"),
        ("La police a fermé plusieurs bars et restaurants du quartier.", "plusieurs bars et restaurants"),
        ("L'armée a envoyé cinq hélicoptères ou avions militaires.", "cinq hélicoptères ou avions militaires"),
        ("Marc Petit ne quitte que rarement sa maison de Lyon.", "sa maison de Lyon"),
    ],
)
def test_a_description_is_read_whole(text, wanted):
    """The phrase with its number, its hedge, its complement, its bare nouns; without the adposition before it."""
    found = {m.surface for m in document("fr", f"Actualité\n\n{text}").mentions if m.kind is MentionKind.NOMINAL}
    assert wanted in found


@pytest.mark.parametrize(
    ("code", "text", "wanted", "whole"),
    [
        ("fr", "L'un des trois suspects a été arrêté à Lyon.", "L'un des trois suspects", "trois suspects"),
        ("fr", "Deux des blessés ont été hospitalisés à Nantes.", "Deux des blessés", "des blessés"),
        ("fr", "Le maire a rencontré certains de ses rivaux.", "certains de ses rivaux", "ses rivaux"),
        ("en", "Some of his rivals criticised Claire Bray.", "Some of his rivals", "his rivals"),
    ],
)
def test_some_of_many_are_not_all_of_them(code, text, wanted, whole):
    """Who says that one of three suspects was arrested says nothing of the three."""
    title = "Actualité" if code == "fr" else "In brief"
    found = {m.surface for m in document(code, f"{title}\n\n{text}").mentions if m.kind is MentionKind.NOMINAL}
    assert wanted in found
    assert whole not in found


def test_nouns_of_time_alone_are_no_things():
    """ "Une journée" of mobilisation is an event, a day is none."""
    found = {m.surface for m in document("fr", "Actualité\n\nMarc Lefort a passé la journée à Lyon.").mentions}
    assert "la journée" not in found


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("La Tunisie a décrété l'état d'urgence.", "urgence"),
        ("La cour a annulé sa mise en examen.", "examen"),
        ("Une prise d'otages a eu lieu à Lyon.", "otages"),
    ],
)
def test_what_only_makes_a_compound_names_nothing_by_itself(text, part):
    """A state of emergency is one thing, and its second noun none."""
    assert part not in {m.surface for m in document("fr", f"Actualité\n\n{text}").mentions}


def test_a_bare_day_behind_a_description_is_of_the_verb():
    """ "A arrêté deux hommes mardi à Lyon": Tuesday is when, and no part of the men."""
    found = {m.surface for m in document("fr", "Actualité\n\nLa police a arrêté deux hommes mardi à Lyon.").mentions}
    assert "deux hommes" in found
    assert not any("mardi" in surface for surface in found)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ('Le quotidien a publié une tribune sur la "liberté de dire non".', "sur"),
        ("La police a arrêté les dirigeants d'une filiale et des complices présumés.", "et"),
        ('La ville a applaudi le concert pour les "héros".', "les"),
    ],
)
def test_what_leads_on_ends_no_description(text, part):
    """Where a phrase is cut short for its label, no adposition, article or conjunction is left at its end."""
    surfaces = [m.surface for m in document("fr", f"Actualité\n\n{text}").mentions if m.kind is MentionKind.NOMINAL]
    assert not [s for s in surfaces if s.split()[-1] == part]


@pytest.mark.parametrize(
    "text",
    [
        "Le suspect sera jugé par le tribunal de Metz en janvier.",
        "Les cinq hommes seront jugés lundi devant le tribunal de Metz en comparution immédiate.",
    ],
)
def test_what_stands_bare_behind_a_name_is_of_the_verb(text):
    """A time or a manner behind "en" is no part of what the body is called."""
    assert "le tribunal de Metz" in {m.surface for m in document("fr", text).mentions}
