"""Who leads a party that is called his or hers."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


def leaders(language, text):
    """Return who leads what."""
    return {(s, o) for s, p, o, *_ in read(language, text) if p == "leads"}


@pytest.mark.parametrize(
    ("language", "text", "leader"),
    [
        ("fr", "Actualité\n\nIl a quitté les Patriotes de Florian Garnier.", "Florian Garnier"),
        ("fr", "Actualité\n\nLe Front national (FN) de Martine Garnier a perdu.", "Martine Garnier"),
        ("fr", "Actualité\n\nLe Rassemblement national de Martine Garnier a perdu.", "Martine Garnier"),
        ("en", "News\n\nMartha Garner's CDU has won the election.", "Martha Garner"),
    ],
)
def test_whose_a_party_is_leads_it(language, text, leader):
    """The full name stands behind "de", or before the party as its owner."""
    assert leader in {who for who, _ in leaders(language, text)}


@pytest.mark.parametrize(
    "text",
    [
        "Le PCF de Ian Garnier (2,5 %) recule.",
        "Le maire LR de Jean-Ville a réagi.",
        "Le PS de Jaurès a changé.",
    ],
)
def test_not_all_that_stands_behind_a_party_leads_it(text):
    """What somebody has in a poll is told of a list; a town has no party; a surname alone may be of another time."""
    assert not [o for _, o in leaders("fr", f"Actualité\n\n{text}") if o in ("PCF", "PS", "LR")]
