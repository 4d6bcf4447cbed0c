"""Who takes part in a show."""

import pytest

from tests.extract.reading import document

pytestmark = pytest.mark.model


def shown_by(text: str) -> set[tuple[str, str, str, str]]:
    """Return who is told to be in what show, with polarity and modality."""
    found = document("fr", text)
    named = {m.id: m.surface for m in found.mentions}
    return {
        (named[c.subject], named[str(c.object)], c.polarity.value, c.modality.value)
        for c in found.claims
        if c.evidence.rule == "appearance/show"
    }


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ('Marc Lefort a réagi dans l\'émission "Le Grand Soir" jeudi.', "actual"),
        ('"C\'est faux", a déclaré Marc Lefort dans "Le Grand Soir" sur TF1.', "actual"),
        ('Marc Lefort a annoncé une réforme lors de l\'émission "Le Grand Soir".', "actual"),
        ('Marc Lefort viendra dans l\'émission "Le Grand Soir" lundi.', "planned"),
    ],
)
def test_who_acts_in_a_show_takes_part_in_it(text: str, modality: str) -> None:
    """By its noun or by the channel behind it, as real as what is done there."""
    assert shown_by(text) == {("Marc Lefort", "Le Grand Soir", "positive", modality)}


@pytest.mark.parametrize(
    "text",
    [
        'Marc Lefort raconte sa vie dans son livre "Passions".',
        'Marc Lefort a été critiqué dans l\'émission "Le Grand Soir".',
        'Marc Lefort avait annulé sa venue dans l\'émission "Le Grand Soir".',
        "Marc Lefort n'a pas répondu dans l'émission \"Le Grand Soir\".",
    ],
)
def test_who_is_spoken_of_or_stays_away_is_not_in_the_show(text: str) -> None:
    """Nor is an author in his book."""
    assert shown_by(text) == set()
