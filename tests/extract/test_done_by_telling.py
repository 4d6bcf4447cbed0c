"""Who says that he blames, admires or backs somebody does so by saying it: the article tells it, no speaker does."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


def speakers(text, predicate):
    """Return in whose words a property of Éric Roux is told."""
    return {voice for s, p, _, _, _, voice in read("fr", text) if (s, p) == ("Éric Roux", predicate)}


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Éric Roux s'est dit déçu par Jeanne Morel.", "criticized"),
        ("Éric Roux a exprimé son soutien à Jeanne Morel.", "supports"),
    ],
)
def test_by_telling_of_it_one_does_it(text, predicate):
    """In reported speech."""
    assert speakers(text, predicate) == {None}


@pytest.mark.parametrize(
    "text", ["« J'aime Jeanne Morel », a dit Éric Roux.", "Éric Roux avoue apprécier Jeanne Morel."]
)
def test_whom_one_likes_is_ones_own_word(text):
    """He alone can vouch for it."""
    assert speakers(text, "admires") == {"Éric Roux"}


def test_what_one_says_of_oneself_in_the_first_person_is_ones_own_word():
    """ "Je suis en colère contre X"."""
    assert speakers("« Je suis en colère contre Jeanne Morel », a dit Éric Roux.", "criticized") == {"Éric Roux"}


def test_that_one_does_not_blame_is_ones_own_word():
    """By denying it nothing is done."""
    assert None not in speakers("« Je ne critique pas Jeanne Morel », a dit Éric Roux.", "criticized")


def test_what_somebody_says_of_another_is_his_word():
    """Who blames whom, as a third one tells it."""
    text = "Luc Martin affirme qu'Éric Roux a critiqué Jeanne Morel."
    assert None not in speakers(text, "criticized")
