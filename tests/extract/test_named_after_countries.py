"""The name of a body may tell the country that it is of."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


def countries(text, language="en"):
    """Return of what a text tells the country, and which."""
    return {(s, o) for s, p, o, *_ in read(language, text) if p == "country"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Thai Pilots Association condemned the closure.", "Thai"),
        ("The High Court of Australia ruled against the firm.", "Australia"),
        ("The New Zealand Rugby Union said no.", "New Zealand"),
        ("A spokesman for the US Commerce Department declined to comment.", "US"),
    ],
)
def test_the_name_of_a_body_tells_its_country(text, wanted):
    """At its beginning or behind its last "of"."""
    assert wanted in {country for _, country in countries(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The Taiwan Affairs Office in Beijing said no.",
        "The firm sued British Copper in May.",
        "The French government said no.",
        "She lives in Australia and works for the High Court.",
    ],
)
def test_other_names_with_a_country_in_them_tell_none(text):
    """Of firms and newspapers it tells less; a body may deal with another country; a government is its country's."""
    assert not any(country in ("Taiwan", "British", "Australia") for _, country in countries(text))


def test_in_french_the_country_closes_the_name():
    """ "du Népal", "de Thaïlande"; friends of a country may be anywhere."""
    text = "L'Association d'alpinisme du Népal et la Fédération des avocats de Thaïlande ont protesté."
    assert {"Népal", "Thaïlande"} <= {country for _, country in countries(text, "fr")}
    assert not countries("L'Association des amis du Vietnam a tenu son assemblée.", "fr")


def test_an_adjective_of_another_country_leaves_the_closing_one_open():
    """ "l'Institut américain de Taïwan" is of the first."""
    assert "Taïwan" not in {country for _, country in countries("L'Institut américain de Taïwan a confirmé.", "fr")}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Le Samu du Val-de-Marne est intervenu dans la matinée.", "Val-de-Marne"),
        ("La CAF de l'Essonne a fermé ses guichets.", "Essonne"),
        ("La Banque alimentaire de l'Isère manque de dons.", "Isère"),
        ("Le Miami International Boat Show a fermé ses portes.", "Miami"),
    ],
)
def test_the_area_in_the_name_of_a_body_and_the_town_of_a_fair_are_where_it_is(text, place):
    """Behind its last "de"; a fair is called by the town that opens its name."""
    assert place in {o for _, p, o, *_ in read("fr", text) if p == "locatedIn"}


def test_a_station_is_not_where_it_is_heard():
    """It may have its seat anywhere."""
    found = read("fr", "L'affaire a été révélée par France Bleu Pays de Savoie.")
    assert not any(p == "locatedIn" and o == "Savoie" for _, p, o, *_ in found)
