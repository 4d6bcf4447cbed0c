"""Where "on" speaks, those among whom it is said are told to say it."""

import pytest

from kg.extract.rules.voice.anybody import said_at
from tests.extract.reading import reading_of

pytestmark = pytest.mark.model


def among(text: str, verb: str) -> str:
    """Who says it by a verb, as the text calls him, or nothing."""
    reading = reading_of("fr", text)
    word = next(w for w in reading.tree.words if w.lemma == verb)
    index = said_at(reading.tree, reading.pack, reading.table, word)
    return "" if index is None else reading.text(*reading.table.items[index].core)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("« Le pont a fermé », confirme-t-on mardi chez Airbus.", "Airbus"),
        ("À l'Élysée, on confirme que le pont a fermé.", "Élysée"),
        ("On confirme du côté du gouvernement que le pont a fermé.", "gouvernement"),
        ("« Le pont a fermé », confirme-t-on de source policière.", "source policière"),
    ],
)
def test_a_body_speaks_within_which_it_is_said(text, who):
    """Before the verb or behind it."""
    assert who in among(text, "confirmer")


@pytest.mark.parametrize(
    "text",
    [
        "« Le pont a fermé », confirme-t-on à Lyon.",
        "« Le pont a fermé », confirme-t-on.",
        "« Le pont a fermé », confirme Airbus à la mairie.",
        "« Le pont a fermé », confirme-t-on aux élèves.",
        "On confirme au gouvernement que le pont a fermé.",
    ],
)
def test_a_mere_place_says_nothing(text):
    """Nor does anything where somebody else is told to speak, or whom it is said to."""
    assert among(text, "confirmer") == ""
