"""Places beside a verb that nobody is said to be in: "recherché à Lyon", "à Mazamet, dans le Tarn"."""

from kg.extract.rules.parsing.tree import Word
from kg.extract.rules.relations.reading import Reading
from kg.lang.schema import load_schema
from kg.model import MentionKind


def is_elsewhere(reading: Reading, verb: Word, place: Word) -> bool:
    """Whether a place tells of a search, or of another place, and not where somebody or something is."""
    return verb.lemma in reading.pack.words["sought"] or _places_a_place(reading, place)


def _places_a_place(reading: Reading, place: Word) -> bool:
    """ "interpellé à Mazamet, dans le Tarn": what a comma sets off right behind a place says where that place is."""
    tree, table = reading.tree, reading.table
    start = tree.subtree(place.i)[0]
    if start < 2 or tree.words[start - 1].text != ",":
        return False
    before = next((x for x in table.items if x.core[1] == start - 1 and x.kind is MentionKind.NAME), None)
    return before is not None and bool(tree.words[before.i].case) and load_schema().fits(before.type, ("Place",))
