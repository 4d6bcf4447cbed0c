"""What an article has from a medium is what that medium reports: "Selon la BBC, le pont a rouvert"."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


def reports(language, text):
    """Return which medium reports what."""
    return [(s, o) for s, p, o, *_ in read(language, text) if p == "reported"]


@pytest.mark.parametrize(
    ("language", "text", "medium", "told"),
    [
        ("fr", "Selon la BBC, le pont a rouvert après dix ans.", "BBC", "le pont a rouvert après dix ans"),
        (
            "fr",
            "Le pont a rouvert après dix ans, d'après France Inter.",
            "France Inter",
            "Le pont a rouvert après dix ans",
        ),
        ("en", "According to the BBC, the bridge has reopened.", "BBC", "the bridge has reopened"),
        ("en", "The bridge has reopened, according to Reuters.", "Reuters", "The bridge has reopened"),
    ],
)
def test_the_clause_of_a_medium_is_what_it_reports(language, text, medium, told):
    """The words of the source itself are left out at both ends."""
    assert (medium, told) in reports(language, text)


def test_what_a_person_is_the_source_of_is_no_report():
    """Media report; people say."""
    assert not reports("fr", "Selon Paul Roy, le pont a rouvert après dix ans.")


def test_a_relative_clause_alone_is_no_report():
    """ "le pont, qui a rouvert selon la BBC": nobody could read that alone."""
    found = reports("fr", "Le pont de Sarnac, qui a rouvert selon la BBC, est fermé aux camions.")
    assert not [told for _, told in found if told.startswith("qui")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le groupe Zumo a racheté Aton en mars (pour 3 milliards d'euros, selon Le Monde)."),
        ("en", "Zumo bought Aton in March (for $3 billion, according to Reuters)."),
    ],
)
def test_a_source_in_brackets_tells_what_else_stands_in_them(language, text):
    """The rest of the sentence is the article's."""
    facts = {predicate: speaker for _, predicate, *_, speaker in read(language, text)}
    assert facts["acquired"] is None
    assert facts["price"] in ("Monde", "Le Monde", "Reuters")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Zumo a racheté Aton en mars (selon Le Monde)."),
        ("en", "Zumo bought Aton in March (according to Reuters)."),
    ],
)
def test_a_source_alone_in_its_brackets_tells_the_sentence(language, text):
    """Nothing else could be meant."""
    (speaker,) = {speaker for _, predicate, *_, speaker in read(language, text) if predicate == "acquired"}
    assert speaker in ("Le Monde", "Monde", "Reuters")
