"""In whose words it is told where somebody or something is."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


def voices(text, place):
    """Return in whose words something is said to be in a place."""
    return {voice for _, p, o, _, _, voice in read("fr", text) if (p, o) == ("locatedIn", place)}


@pytest.mark.parametrize(
    "text",
    [
        "« Il y a eu des heurts à Lyon », a déclaré Jeanne Morel.",
        "« Les pompiers de la Drôme ont aidé les victimes de Lyon », a déclaré Jeanne Morel.",
    ],
)
def test_where_people_and_events_are_is_the_word_of_who_is_quoted(text):
    """They are new to who reads it."""
    assert voices(text, "Lyon") == {"Jeanne Morel"}


def test_where_a_body_stands_is_taken_for_granted():
    """All may know it."""
    assert voices("« La mairie de Lyon a fermé la piscine », a déclaré Jeanne Morel.", "Lyon") == {None}


def test_outside_of_quotations_the_article_tells_it():
    """Who reports what somebody said chooses the words."""
    assert voices("Jeanne Morel a déclaré que les heurts à Lyon avaient cessé.", "Lyon") == {None}
