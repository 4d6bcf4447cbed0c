"""Who is called a rival, and not of whom, is the rival of the firm that the text is about."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


def rivals(text):
    """Return who competes with whom."""
    return {(fact[0], fact[2]) for fact in read("en", text) if fact[1] == "competesWith"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Nokia closed a plant. A rival, Ericsson, did not.", ("Ericsson", "Nokia")),
        ("Nokia closed a plant. Ericsson, a local rival, opened one.", ("Ericsson", "Nokia")),
        ("Nokia closed a plant. Rosa Diaz, who works for rival Ericsson, was pleased.", ("Ericsson", "Nokia")),
        ("Nokia is pressed by rivals including Ericsson and Alcatel.", ("Alcatel", "Nokia")),
        ("Nokia told the Guardian that it was sorry. A rival, Ericsson, was not.", ("Ericsson", "Nokia")),
    ],
)
def test_a_bare_rival_is_that_of_the_firm_spoken_of(text, wanted):
    """Not of the paper that was told."""
    assert wanted in rivals(text)


@pytest.mark.parametrize("text", ["A rival, Ericsson, opened a plant.", "Nokia closed a plant. A rival bid failed."])
def test_where_no_other_firm_is_named_a_rival_is_nobodys(text):
    """And a bid is no firm."""
    assert rivals(text) == set()
