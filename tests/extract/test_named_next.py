"""Whom an English lead brings in by a description, and the next sentence by name and age."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("A teacher from Leeds has won a car. Rosa Diaz, 71, smiled.", ("Rosa Diaz", "residesIn", "Leeds")),
        ("A student has won a car. Paul Napier, 22, smiled.", ("Paul Napier", "occupation", "student")),
        (
            "A court jailed a locksmith for urging a senator to act. Paul Napier, 57, wept.",
            ("Paul Napier", "occupation", "locksmith"),
        ),
        ("A judge jailed a locksmith on Friday. Paul Napier, 57, wept.", ("Paul Napier", "occupation", "locksmith")),
    ],
)
def test_the_next_sentence_names_whom_the_lead_describes(text, fact):
    """The name must be new and stand first, with an age behind it; a judge is told of in passing."""
    assert fact in {found[:3] for found in read("en", text)}


@pytest.mark.parametrize(
    "text",
    [
        "A teacher has won a car. Paul Napier sold it.",
        "A teacher has won a car from a painter. Paul Napier, 57, wept.",
        "A spokeswoman declined to comment. Paul Napier, 57, wept.",
        "A 14-year-old student was found. Paul Napier, 57, wept.",
        "A teacher has won a car. Minister Paul Napier, 57, sold it.",
    ],
)
def test_without_an_age_or_with_two_who_may_be_meant_nobody_is_named(text):
    """Nor where sex, age or office tell the two apart."""
    assert not {found for found in read("en", text) if found[:2] == ("Paul Napier", "occupation")}
