"""What an office tells: a title is held whatever its bearer does."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


def test_an_office_of_no_known_body_is_a_title():
    """Of what he is chief executive is not told."""
    said = {s[:3] for s in read("en", "Chief executive Tom Harlow said that sales would recover.")}
    assert ("Tom Harlow", "holdsPosition", "Chief executive") in said


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
