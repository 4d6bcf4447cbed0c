"""Who is not guilty is not told to be: what is denied by the adjective, and what is asked of whom."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Tom Harlow pleaded not guilty to fraud."),
        ("en", "Tom Harlow was found not guilty of fraud."),
        ("fr", "Paul Dumas a été reconnu non coupable de vol."),
    ],
)
def test_not_guilty_is_no_verdict(language, text):
    """Nobody is convicted of what he did not do."""
    assert not any(s[1] == "convictedOf" and s[3] == "positive" for s in read(language, text))


def test_who_pleads_not_guilty_denies():
    """What he is charged with."""
    assert ("Tom Harlow", "denies", "fraud") in {s[:3] for s in read("en", "Tom Harlow pleaded not guilty to fraud.")}


@pytest.mark.parametrize(
    "text",
    [
        "Two senators have called on Rosa Diaz to resign.",
        "The senators called on Rosa Diaz to publish the report.",
        "The senators demanded that Rosa Diaz resign.",
        "The senators demanded that Rosa Diaz withdraw the offer.",
    ],
)
def test_who_is_to_act_is_asked(text):
    """Behind an adposition that the parser left bare, and before a verb in its bare form."""
    assert any(s[1:3] == ("requestedFrom", "Rosa Diaz") for s in read("en", text))


def test_what_one_insists_on_is_asked_of_nobody():
    """ "insist that she was right": a statement."""
    assert not any(s[1] == "requestedFrom" for s in read("en", "The senators insist that Rosa Diaz was right."))
