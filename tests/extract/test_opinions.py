"""Who "pour X" at the head of a sentence lets think something, and whom it only says something is for."""

import pytest

from tests.extract.reading import document

pytestmark = pytest.mark.model


def speakers(text):
    """Return who says that something was acquired."""
    found = document("fr", text)
    named = {m.id: m.surface for m in found.mentions}
    return {named.get(c.speaker) for c in found.claims if c.predicate == "acquired"}


@pytest.mark.parametrize(
    ("opening", "speaker"),
    [("Pour Anne Blin", "Anne Blin"), ("Pour plusieurs experts", "plusieurs experts"), ("Pour la CGT", "CGT")],
)
def test_people_and_bodies_have_opinions(opening, speaker):
    """So have several people whose trade it is."""
    assert speakers(f"{opening}, la société Aton a racheté la société Zumo.") == {speaker}


@pytest.mark.parametrize("opening", ["Pour les deux musées", "Pour les automobilistes", "Pour la France"])
def test_whom_something_is_for_does_not_say_so(opening):
    """It is the article that tells what is done for them."""
    assert speakers(f"{opening}, la société Aton a racheté la société Zumo.") == {None}
