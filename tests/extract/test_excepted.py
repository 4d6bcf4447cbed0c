"""Of whom the contrary is told: exceptions, contrasts and corrections."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


def acts(language, text, predicate):
    """Return who did it and to whom, and whether that is denied."""
    return {(s, o, polarity) for s, p, o, polarity, *_ in read(language, text) if p == predicate}


@pytest.mark.parametrize(
    ("language", "text", "predicate", "wanted"),
    [
        ("fr", "Renault et non Peugeot a racheté Ravel.", "acquired",
         {("Renault", "Ravel", "positive"), ("Peugeot", "Ravel", "negative")}),
        ("fr", "Ce n'est pas Renault mais Peugeot qui a racheté Ravel.", "acquired",
         {("Peugeot", "Ravel", "positive")}),
        ("en", "Zumo, but not Orvane, bought Ravel.", "acquired", {("Orvane", "Ravel", "negative")}),
        ("fr", "Contrairement à Paul Dumas, Marc Blin a rencontré Anne Petit.", "metWith",
         {("Marc Blin", "Anne Petit", "positive")}),
        ("fr", "Contrairement à Paul Dumas, ancien maire de Lyon, Marc Blin a rencontré Anne Petit.", "metWith",
         {("Marc Blin", "Anne Petit", "positive")}),
        ("en", "Unlike Paul Dunn, the mayor of Leeds, Anna Hale met Luke Moore.", "metWith",
         {("Anna Hale", "Luke Moore", "positive")}),
    ],
)  # fmt: skip
def test_what_is_told_of_others_is_not_told_of_who_is_excepted(language, text, predicate, wanted):
    """A correction denies it; of who is only set apart nothing is read."""
    assert acts(language, text, predicate) == wanted


def test_what_is_told_within_an_exception_is_told_of_it():
    """The office and the relative clause of who is set apart are his own."""
    text = "Contrairement à Paul Dumas, qui a rencontré Luc Roux, Marc Blin est resté à Lyon."
    assert ("Paul Dumas", "Luc Roux", "positive") in acts("fr", text, "metWith")
    office = read("en", "Unlike Paul Dunn, the mayor of Leeds, Anna Hale met Luke Moore.")
    assert ("Paul Dunn", "leads", "Leeds", "positive", "actual", None) in office
