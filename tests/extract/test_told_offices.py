"""What an office tells: one with its own property is no title besides; a title is held whatever its bearer does."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


def test_who_is_said_to_lead_a_firm_by_an_office_has_no_title_by_it_as_well():
    """ "Belvar's chief executive, Tom Harlow" leads Belvar; no more is told by "chief executive"."""
    said = {s[:3] for s in read("en", '"We are not afraid," said Belvar\'s chief executive, Tom Harlow.')}
    assert ("Tom Harlow", "ceoOf", "Belvar") in said
    assert not any(predicate == "holdsPosition" for _, predicate, _ in said)


def test_an_office_of_no_known_body_is_a_title():
    """Of what he is chief executive is not told."""
    said = {s[:3] for s in read("en", "Chief executive Tom Harlow said that sales would recover.")}
    assert ("Tom Harlow", "holdsPosition", "Chief executive") in said


def test_another_office_in_the_same_sentence_is_told():
    """ "chairman of Belvar and a former senator": only the first is told by its own property."""
    said = {s[:3] for s in read("en", "Tom Harlow, chairman of Belvar and a former senator, died on Monday.")}
    assert ("Tom Harlow", "chairOf", "Belvar") in said
    assert ("Tom Harlow", "holdsPosition", "former senator") in said


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Judge Rosa Hale appeared sceptical.", ("Rosa Hale", "occupation", "Judge")),
        ("Economy Minister Tom Harlow calls the dam vital.", ("Tom Harlow", "holdsPosition", "Economy Minister")),
        ("Media scholar Rosa Hale suspects a trick.", ("Rosa Hale", "occupation", "Media scholar")),
    ],
)
def test_what_the_bearer_of_a_title_does_leaves_the_title_as_real_as_it_is(text, title):
    """Who seems, suspects or holds something necessary is a judge, scholar or minister all the same."""
    assert (*title, "positive", "actual", None) in read("en", text)


def test_who_is_called_a_future_minister_is_none_yet():
    """The word stands before the title itself."""
    said = {s[1]: s[4] for s in read("en", "Future minister Tom Harlow spoke.")}
    assert said.get("holdsPosition") == "planned"
