"""What else an article tells beside a fact makes it more or less sure."""

from kg.extract.rules.document import read, rule_drafts
from kg.extract.rules.parsing.parse import parse
from kg.extract.rules.parsing.shading import shade_for
from kg.extract.rules.relations.rivals import Rivals
from kg.lang import load_pack
from tests.builders import an_article


def traits(text, predicate):
    """Return what the other drafts tell of each draft of one property."""
    article, pack = an_article(f"Actualité\n\n{text}"), load_pack("fr")
    shadow = shade_for(article.text, pack)
    (doc,) = parse([shadow.text], pack)
    reading = read(article, doc, pack, shadow)
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
