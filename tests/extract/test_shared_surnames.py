"""Whom a bare surname means that two people of an article bear."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


def residents(language: str, text: str) -> set[str]:
    return {said[0] for said in read(language, text) if said[1] == "residesIn"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Paul Napier was jailed. Napier denied it. His brother Karl Napier was freed. Napier lives in Leeds."),
        ("en", "Paul Napier and his wife, Rosa Napier, were arrested. Napier lives in Leeds."),
        ("fr", "Marc Lefort a fui. Lefort est poursuivi. Son frère Luc Lefort est libre. Lefort habite à Lyon."),
    ],
)
def test_a_surname_is_of_whom_it_was_first_said(language, text):
    """The one who was named in full before, and not a relative of his who comes later or stands beside him."""
    assert residents(language, text) <= {"Paul Napier", "Marc Lefort"}
    assert len(residents(language, text)) == 1


def test_a_surname_is_nobodys_where_a_title_tells_two_bearers_apart():
    """ "Ms Napier" is not whom the same article calls "Napier"."""
    text = (
        "Paul Napier met Rosa Napier. Karl Napier was there. Napier was ill. Ms Napier left, and Napier lives in Leeds."
    )
    assert not residents("en", text) & {"Paul Napier", "Rosa Napier", "Karl Napier"}


def test_a_family_name_that_stands_first_joins_nobody():
    """Two people whose names open alike are two, and the article is read."""
    text = "Hsieh Ming met Hsieh Lan in Taipei. Hsieh lives in Leeds."
    assert residents("en", text) <= {"Hsieh", "Hsieh Ming", "Hsieh Lan"}
