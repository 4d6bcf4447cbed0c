"""What else an article tells beside a fact makes it more or less sure."""

import pytest

from kg.extract.rules.document import rule_drafts
from kg.extract.rules.relations.rivals import Rivals
from tests.extract.reading import reading_of

pytestmark = pytest.mark.model


def traits(text, predicate):
    """Return what the other drafts tell of each draft of one property."""
    reading = reading_of("fr", f"Actualité\n\n{text}")
    drafts = rule_drafts(reading)
    rivals = Rivals(reading, drafts)
    return [set(rivals.traits(draft)) for draft in drafts if draft.predicate == predicate]


def test_a_fact_that_two_sentences_tell_is_told_again():
    """Within one sentence it is not, however often."""
    twice = traits("Renault a racheté Nissan en mai. Renault a racheté Nissan pour ses usines.", "acquired")
    once = traits("Renault a racheté Nissan en mai. Danone a racheté Alpro pour ses usines.", "acquired")

    assert len(twice) == len(once) == 2
    assert all("ends=told again" in found for found in twice)
    assert not any("ends=told again" in found for found in once)


def test_a_trigger_with_several_objects_is_crowded():
    """Each object of a list has the others as rivals."""
    found = traits("Paul Dumas a rencontré Anne Petit et Jean Morel.", "metWith")

    assert len(found) == 2
    assert all({"trigger tells=2", "subject does=2", "object undergoes=1"} <= each for each in found)
