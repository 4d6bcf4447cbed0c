"""Which area the towns lie in that a text gives as examples of its towns."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "places", "area"),
    [
        (
            "Des marches ont eu lieu dans plusieurs villes de France, notamment à Bordeaux, Lyon et Toulouse.",
            {"Bordeaux", "Lyon", "Toulouse"},
            "France",
        ),
        (
            "Dans certaines villes de Seine-Saint-Denis comme La Courneuve, Aulnay ou même Bobigny, la colère gronde.",
            {"La Courneuve", "Aulnay", "Bobigny"},
            "Seine-Saint-Denis",
        ),
        (
            "Les pluies ont touché deux départements de Bretagne, le Finistère et le Morbihan.",
            {"Finistère", "Morbihan"},
            "Bretagne",
        ),
    ],
)
def test_examples_of_the_towns_of_an_area_lie_in_it(text, places, area):
    """ "Ou même", "à" before each of them, or a comma behind a number: they are still its examples."""
    told = {(s, o) for s, p, o, *_ in read("fr", text) if p == "locatedIn"}
    assert {(place, area) for place in places} <= told
