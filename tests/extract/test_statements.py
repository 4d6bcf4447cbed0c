"""What somebody makes public is told by the one thing that he says, not by all that hangs on it."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


def told(language, text):
    """Return what is announced or reported, as a text, and by whom."""
    return {(s, o) for s, p, o, *_ in read(language, text) if p in ("announced", "reported")}


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        (
            "fr",
            "Marc Lefort a annoncé qu'il allait partir, laissant sa place à un autre.",
            ("Marc Lefort", "il allait partir"),
        ),
        (
            "fr",
            "Marc Lefort a annoncé que le match aurait lieu à Lyon, d'où vient son épouse.",
            ("Marc Lefort", "le match aurait lieu à Lyon"),
        ),
        (
            "fr",
            "Jeudi, le pont a été fermé par la mairie, a rapporté l'AFP.",
            ("AFP", "le pont a été fermé par la mairie"),
        ),
        (
            "en",
            "The union announced that it had reached a deal with Aton, ending a long strike.",
            ("The union", "it had reached a deal with Aton"),
        ),
    ],
)
def test_what_a_comma_sets_off_is_no_part_of_a_statement(language, text, wanted):
    """Neither an opening phrase nor a clause that follows."""
    assert wanted in told(language, text)


def test_a_row_is_told_whole():
    """Commas between its members set nothing off."""
    found = told("fr", "Marc Lefort a annoncé que le groupe fermerait Flins, Douai et Dreux.")
    assert ("Marc Lefort", "le groupe fermerait Flins, Douai et Dreux") in found


def test_an_infinitive_that_tells_what_is_done_stays():
    """Whoever is named between a verb and its infinitive."""
    found = told("fr", "Marc Lefort a annoncé que le groupe avait demandé au maire, Luc Roy, de vendre le stade.")
    assert not [o for _, o in found if o.endswith("au maire")]


def test_a_question_is_no_statement():
    """ "où il se trouve" tells nothing by itself."""
    assert not told("fr", "Le ministère a annoncé où il se trouve.")
