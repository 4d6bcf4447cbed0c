"""A description that an article repeats far from where it stood first."""

import pytest

from kg.extract.rules.coreference.same_descriptions import find_described_so
from tests.extract.reading import read, reading_of

FAR = " ".join(["Il a plu toute la journée."] * 20)


@pytest.mark.parametrize(
    ("before", "called"),
    [
        ("Zumo a vendu les usines italiennes.", "les usines italiennes"),
        ("Zumo a vendu les usines italiennes. Une usine fume.", "les usines italiennes"),
        ("Zumo a vendu les usines italiennes. Ravel a loué les usines belges.", "les usines"),
    ],
)
def test_what_an_article_has_called_so_but_once_is_the_same_however_far(before, called):
    """ "Les usines" are those at the head of the article, unless it has spoken of others too."""
    told = read("fr", f"{before} {FAR} Anne Petit a inauguré les usines.")
    assert {object_ for subject, _, object_, *_ in told if subject == "Anne Petit"} == {called}


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Moscou a levé le confinement. La capitale économique américaine a amorcé une réouverture.", "Moscou"),
        ("Twitter a publié un communiqué. Le ministre voit dans la société française un problème.", "Twitter"),
    ],
)
def test_what_is_told_to_be_of_another_country_than_a_known_name_is_another(text, wrong):
    """The tables know where a town or firm is."""
    assert not any(subject == wrong and predicate == "country" for subject, predicate, *_ in read("fr", text))


def test_of_two_countries_that_an_adjective_names_one_may_be_that_of_the_tables():
    """ "le groupe franco-néerlandais" is Air France-KLM."""
    found = read("fr", "Air France-KLM va supprimer des postes. Le groupe franco-néerlandais emploie 80.000 personnes.")
    assert any(s == "Air France-KLM" and p == "employeeCount" for s, p, *_ in found)


def test_two_who_are_not_of_one_age_are_two():
    """ "un homme de 25 ans", "cet homme de 74 ans": their years tell them apart."""
    found = read("fr", "Un homme de 25 ans a été blessé à Lyon. Cet homme de 74 ans vit à Nice.")
    assert len({s for s, p, *_ in found if p == "age"}) == 2


@pytest.mark.parametrize(("noun", "joined"), [("mobilisation", False), ("entreprise", True)])
def test_a_description_is_no_name_of_another_class(noun, joined):
    """However a title read the noun beside it: a mobilisation is no firm."""
    reading = reading_of("fr", f"Zumo recrute à Lyon. La {noun} grandit.")
    items = reading.table.items
    firm = next(n for n, x in enumerate(items) if x.name == "zumo")
    told = next(n for n, x in enumerate(items) if x.head == noun)
    items[firm].type = "Company"
    reading.table.describe(firm, noun)
    found = find_described_so(reading.tree, reading.names, reading.table, told, None)
    assert (found == firm) is joined
