"""The event on whose occasion something is done at a place is there too."""

import pytest

from kg.extract.rules.document import rule_drafts
from tests.extract.reading import read, reading_of


@pytest.mark.parametrize(
    ("text", "event", "place"),
    [
        ("Trois personnes ont été blessées à Nantes lors d'une manifestation.", "une manifestation", "Nantes"),
        ("Une passante a été touchée à Sevran au cours d'une fusillade.", "une fusillade", "Sevran"),
        ("Luc Renaud est arrivé à Rome pour un sommet.", "un sommet", "Rome"),
    ],
)
def test_the_occasion_of_an_act_is_where_the_act_is(text, event, place):
    """Told behind "lors de" of any act, behind "pour" of who comes for it."""
    assert (event, "locatedIn", place, "positive", "actual", None) in read("fr", text)


@pytest.mark.parametrize(
    "text",
    [
        "Luc Renaud a travaillé à Londres pendant la manifestation.",  # which may be anywhere
        "Le ministre a réagi à Paris lors d'une réunion à Lyon.",
    ],
)
def test_an_occasion_of_a_state_or_with_a_place_of_its_own_is_elsewhere(text):
    """What lasts is no act at the event; and what is said to be in Lyon is not in Paris."""
    assert not any(draft.rule == "place/occasion" for draft in rule_drafts(reading_of("fr", text)))


@pytest.mark.parametrize("when", ["À l'issue d'un entretien", "Au terme d'une rencontre", "En marge d'un déjeuner"])
def test_with_whom_a_meeting_was_is_of_the_meeting_behind_an_adposition_of_several_words(when):
    """ "issue" is no noun of its own there: what stands behind the meeting belongs to the meeting."""
    met = ("Luc Renaud", "metWith", "Jeanne Morel", "positive", "actual", None)
    assert met in read("fr", f"{when} avec Jeanne Morel, Luc Renaud a défendu la réforme.")
