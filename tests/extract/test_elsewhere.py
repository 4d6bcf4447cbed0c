"""Words that look like somebody's place or country and are none."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


def places(text: str, language: str = "fr") -> set[tuple[str, str]]:
    """Return what is said to be where."""
    return {(s, o) for s, p, o, *_ in read(language, text) if p in ("locatedIn", "residesIn", "headquarteredIn")}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Le suspect a été remis à l'Espagne mardi.", "Espagne"),
        ("Des armes ont été livrées à l'Ukraine par la Pologne.", "Ukraine"),
        ("Un prêt à la Grèce a été accordé en mai.", "Grèce"),
        ("Son attachement à la Corse est intact.", "Corse"),
    ],
)
def test_in_french_nobody_is_in_a_land_behind_a_la(text, place):
    """One is "en Espagne"; what goes "à l'Espagne" is meant for it."""
    assert not any(o == place for _, o in places(text))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Une femme a été tuée à la Guadeloupe.", "Guadeloupe"),
        ("L'épidémie s'est étendue à l'Italie.", "Italie"),
    ],
)
def test_on_an_island_one_is_behind_a_la_and_what_spreads_to_a_land_is_there(text, place):
    """No other land is told so."""
    assert any(o == place for _, o in places(text))


@pytest.mark.parametrize(
    "text",
    [
        "Les groupes politiques acquis à Pékin dominent l'assemblée.",
        "Les députés hostiles à Bruxelles ont voté contre le texte.",
        "Des élus fidèles à Paris ont quitté la salle.",
        "Les rebelles alliés à Kigali avancent.",
    ],
)
def test_whom_somebody_is_for_or_against_is_not_where_he_is(text):
    """Some adjectives have a complement of their own, be it the name of a town."""
    assert not {"Pékin", "Bruxelles", "Paris", "Kigali"} & {o for _, o in places(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Le scrutin se déroule en trois tours.",
        "L'attaque a eu lieu dans la seule zone classée jaune.",
        "Les étudiants défilent dans la rue.",
        "Jeanne Morel est restée à la maison.",
    ],
)
def test_so_many_parts_and_places_of_no_one_in_particular_are_no_places(text):
    """Nothing tells which street or zone it is."""
    assert not places(text)


def test_a_place_that_something_tells_apart_is_one():
    """By an adjective, an owner or a complement."""
    assert any(o == "rue de Valois" for _, o in places("L'accident s'est produit dans la rue de Valois."))
    assert places("Un accident s'est produit dans une zone industrielle.")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La police a démantelé une fausse ambassade américaine."),
        ("fr", "La prétendue entreprise suisse a escroqué des retraités."),
        ("fr", "De faux policiers espagnols ont dévalisé un couple."),
        ("en", "Police raided a fake American embassy."),
        ("en", "A bogus British charity collected money."),
    ],
)
def test_what_is_only_called_so_is_of_no_country(language, text):
    """A false embassy is not the country's."""
    assert not any(p in ("country", "nationality") for _, p, *_ in read(language, text))


def test_no_town_lies_in_a_country_that_the_tables_know_it_not_to_be_in():
    """ "le pays" may be taken for another one that the article speaks of."""
    text = "Les États-Unis ont fermé leur frontière.\nLuc Renaud est arrivé à Toronto, la plus grande ville du pays."
    assert ("Toronto", "États-Unis") not in places(text)


def test_a_disease_that_a_zone_is_called_by_is_no_place():
    """What the tables know keeps its class, whatever is called by it."""
    text = "Les malades du Covid-19 sont soignés. Le robot circule dans la zone Covid-19."
    assert not any(o == "Covid-19" for _, o in places(text))
