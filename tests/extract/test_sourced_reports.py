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
