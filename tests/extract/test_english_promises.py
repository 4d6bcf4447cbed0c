"""What somebody promises: by a clause, by several infinitives, by a noun."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


def promised(text):
    """Return who promises what."""
    return {(s, o) for s, p, o, *_ in read("en", text) if p == "promised"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Rosa Diaz promised that the levy would be cut.", {"the levy would be cut"}),
        ("Rosa Diaz vowed to sign the bill and to cut taxes.", {"to sign the bill", "to cut taxes"}),
        ("Rosa Diaz has promised to cut taxes if she wins.", {"to cut taxes"}),
        ("The pledge by Rosa Diaz to cut taxes was mocked.", {"to cut taxes"}),
        ("Rosa Diaz won the vote with a promise to cut taxes.", {"to cut taxes"}),
        ("Rosa Diaz has broken her promise to cut taxes.", {"to cut taxes"}),
    ],
)
def test_each_thing_is_promised_by_itself(text, wanted):
    """A passive is no past, each infinitive is a promise, and its condition is none."""
    assert promised(text) == {("Rosa Diaz", told) for told in wanted}


def test_a_pledge_that_somebody_else_speaks_of_is_not_his():
    """Who welcomes a promise has not made it."""
    assert promised("The union welcomed a promise to cut taxes.") == set()
