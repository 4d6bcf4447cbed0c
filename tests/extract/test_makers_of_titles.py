"""Who shows or publishes a titled work, told behind its title."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


def makers(text: str, language: str = "fr") -> set[str]:
    """Return who makes "Passions"."""
    return {s for s, p, o, *_ in read(language, text) if p == "produces" and o == "Passions"}


def test_a_channel_behind_a_title_shows_it() -> None:
    """Also past a comma and the words that tell when."""
    assert makers('Marc Lefort était invité de l\'émission "Passions" sur TF1.') == {"TF1"}
    assert makers('Marc Lefort a réagi dans l\'émission "Passions", jeudi soir 13 février sur TF1.') == {"TF1"}


def test_a_house_behind_a_title_publishes_it() -> None:
    """By "chez" or "aux éditions"."""
    assert "Grasset" in makers('Marc Lefort a signé le roman "Passions" chez Grasset.')
    assert "Grasset" in makers('Marc Lefort a signé le roman "Passions" aux éditions Grasset.')
