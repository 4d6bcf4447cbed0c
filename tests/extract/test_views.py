"""What somebody holds to be so is told as his view, whoever he is."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


def causes(language, text):
    """Return what is told to cause what, how real, and who says so."""
    return {(s, o, modality, speaker) for s, p, o, _, modality, speaker in read(language, text) if p == "causes"}


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "Rosa Diaz blamed the loss on the storm.", ("the storm", "the loss", "actual", "Rosa Diaz")),
        ("en", "The fire was blamed on a gas leak.", ("a gas leak", "The fire", "possible", None)),
        ("fr", "L'incendie est imputé à une fuite de gaz.", ("une fuite de gaz", "L'incendie", "possible", None)),
    ],
)
def test_who_blames_something_says_so_himself(language, text, wanted):
    """Who attributes one thing to another speaks; where nobody is named it is only possible."""
    assert causes(language, text) == {wanted}
