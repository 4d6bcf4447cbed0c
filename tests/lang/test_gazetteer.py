"""The tables of known names: what a form finds, and what it must not find."""

from collections import Counter
from pathlib import Path

import pytest

import kg.lang
from kg.lang.fold import fold, fold_acronym, is_acronym, slug, without_determiner
from kg.lang.gazetteer import load_gazetteer
from kg.lang.schema import load_schema

FOLDER = Path(kg.lang.__file__).parent
KNOWN = load_gazetteer()


def rows(name):
    lines = (FOLDER / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def id_of(known):
    return known.id if known else None


@pytest.mark.parametrize(
    ("name", "language", "wanted"),
    [
        ("les Etats-Unis", "fr", "country/us"),
        ("ÉTATS-UNIS", "fr", "country/us"),
        ("U.S.", "en", "country/us"),
        ("us", "en", None),
        ("the UK", "en", "country/gb"),
        ("Hollande", "fr", None),
        ("la Hollande", "fr", "country/nl"),
        ("Côte d’Ivoire", "fr", "country/ci"),
        ("France", "de", None),
    ],
)
def test_countries_are_found_by_their_names(name, language, wanted):
    """Accents, case, apostrophes and articles do not matter; "us" is no country and François Hollande none either."""
    assert id_of(KNOWN.country(name, language)) == wanted


@pytest.mark.parametrize(
    ("form", "language", "wanted"),
    [
        ("américaines", "fr", "country/us"),
        ("Chinois", "fr", "country/cn"),
        ("britannique", "fr", "country/gb"),
        ("grecque", "fr", "country/gr"),
        ("Polish", "en", "country/pl"),
        ("polish", "en", None),
        ("US", "en", "country/us"),
        ("congolais", "fr", None),
        ("européen", "fr", None),
    ],
)
def test_adjectives_name_countries(form, language, wanted):
    """Every inflected form counts; a form that two countries share names neither."""
    assert id_of(KNOWN.country_of_adjective(form, language)) == wanted


def test_capitals_and_buildings_lead_to_governments():
    """A capital may mean its government, a building like the Kremlin always does."""
    beijing = KNOWN.capital("Pékin")

    assert beijing is not None
    assert KNOWN.government_of(beijing).slug == "china-government"
    assert KNOWN.government_of(beijing).label("fr") == "gouvernement chinois"
    assert id_of(KNOWN.government_name("la Maison-Blanche")) == "government/us"


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("l’ONU", "un"),
        ("the UN", "un"),
        ("Un", None),
        ("Le Monde", "le-monde"),
        ("le Monde", "le-monde"),
        ("Le monde", None),
        ("la BCE", "european-central-bank"),
        ("ECB", "european-central-bank"),
        ("Wagner", None),
    ],
)
def test_organisations_are_found_by_any_of_their_names(name, wanted):
    """Acronyms need their capitals, so that no common word is a newspaper or a bank."""
    assert id_of(KNOWN.organisation(name)) == (wanted and f"organisation/{wanted}")


def test_places_are_found_in_both_languages():
    """Londres and London are one city."""
    assert KNOWN.place("Londres") == KNOWN.place("London")
    assert KNOWN.place("la Californie").type == "AdministrativeArea"


def test_classes_are_those_of_the_ontology():
    """A row may only name a class that exists."""
    classes = load_schema().ancestors

    assert {r[1] for name in ("organisations.tsv", "places.tsv", "things.tsv") for r in rows(name)} <= set(classes)


def test_no_form_stands_for_two_rows():
    """A name or acronym of two organisations, or an adjective of two countries, would merge them on a guess."""
    names = Counter()
    for row in rows("organisations.tsv") + rows("things.tsv"):
        forms = {row[2], row[3], *row[4].split("|")} - {""}
        names.update({fold_acronym(f) if is_acronym(f) else fold(f) for f in forms})
    adjectives = Counter(f for row in rows("countries.tsv") for f in {fold(f) for f in row[6].split("|")} - {""})

    assert [n for n, count in names.items() if count > 1] == []
    assert [n for n, count in adjectives.items() if count > 1] == []


def test_every_country_has_what_rules_need():
    """Labels in both languages for all, adjectives for all but a few whose adjective another country shares."""
    without = [row[0] for row in rows("countries.tsv") if not row[6]]

    assert all(row[2] and row[3] for row in rows("countries.tsv"))
    assert without == ["cg", "va"]


def test_a_country_has_one_capital_or_none_is_named():
    """ "The French capital" is Paris; where two cities share the office nobody guesses."""
    capitals = {row[0]: row[12] for row in rows("countries.tsv")}
    nowhere = [iso for iso, city in capitals.items() if city and KNOWN.by_id(f"place/{city}").country != iso]

    assert nowhere == []
    assert (capitals["fr"], capitals["nl"], capitals["bo"]) == ("paris", "amsterdam", "")


def test_folding_keeps_words():
    """Nothing is stemmed and nothing dropped but determiners, on demand."""
    assert fold("L’Élysée-Montmartre") == "l'elysee montmartre"
    assert without_determiner("l’Élysée") == "Élysée"
    assert without_determiner("Le ") == "Le "
    assert slug("Œuvre d’Été & Cie") == "oeuvre-d-ete-cie"
    assert slug("任正非") == ""
