"""Persons meant because nobody else can be."""

import pytest

from tests.extract.reading import named_by, reading_of

pytestmark = pytest.mark.model


def meant(text: str, head: str) -> str:
    """The name that the first description with a noun stands for, or nothing."""
    reading = reading_of("fr", text)
    return named_by(reading, next(n for n, item in enumerate(reading.table.items) if item.head == head))


def test_a_title_brings_in_whom_the_article_calls_so_below():
    """ "Une sénatrice" of the headline is the only senator of the article."""
    text = "Une sénatrice réclame une enquête.\n\nLa sénatrice Jeanne Morel a écrit à Paul Roy mardi."
    assert meant(text, "sénatrice") == "Jeanne Morel"


def test_a_title_brings_in_nobody_where_there_are_several():
    """Of two senators it may be either."""
    text = (
        "Une sénatrice réclame une enquête.\n\nLa sénatrice Jeanne Morel a écrit à Paul Roy mardi. "
        "La sénatrice Anne Petit est d'accord."
    )
    assert meant(text, "sénatrice") == ""


def test_who_owns_an_argument_may_be_another_argument():
    """ "La famille de Marc Petit a accueilli le chanteur": Marc Petit may be the singer; who acts may not."""
    text = "Le chanteur Marc Petit vit à Nice. La famille de Marc Petit a accueilli {} à Lyon."
    reading = reading_of("fr", text.format("l'artiste"))
    places = [n for n, item in enumerate(reading.table.items) if item.head == "artiste"]
    assert named_by(reading, places[-1]) == "Marc Petit"


def test_a_noun_for_both_sexes_is_open_to_both_behind_an_elided_article():
    """ "L'élève" may be a boy or a girl; "la cheffe" not."""
    reading = reading_of("fr", "L'élève a été puni. La cheffe est partie. L'homme est parti.")
    sexed = {item.head: item.sexed for item in reading.table.items}
    assert not sexed["élève"]
    assert sexed["homme"]
    assert sum(sexed.values()) == len(sexed) - 1
