"""Brackets right behind a name, which tell of that name and of no other: "Luc Roux (PS) et Jean Blin (LR)"."""

from kg.extract.rules.learned.pairs import Pair
from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.relations.reading import Reading
from kg.lang.schema import load_schema
from kg.model import MentionKind

TELLS_OF = {"PoliticalParty": ("Person",), "Place": ("Entity",)}  # what stands in brackets, and behind what
LOCATED = "locatedIn"  # what is in a town is in the department behind the town as well


class Asides:
    """The parties and places of one article that stand alone in brackets behind a name."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.names = {x.core[1]: i for i, x in enumerate(reading.table.items) if _is_name(reading, x)}
        found = {i: self._bearer(i) for i in self.names.values()}
        self.bearers = {i: bearer for i, bearer in found.items() if bearer is not None}

    def part(self, pair: Pair, predicate: str) -> bool:
        """Whether one end is the bracket behind a name, and the other is neither that name nor what lies there."""
        root = self.reading.table.root
        for end, other in ((pair.object, pair.subject), (pair.subject, pair.object)):
            bearer = self.bearers.get(end)
            if bearer is None or root(bearer) == root(other):
                continue
            lies = predicate == LOCATED and load_schema().is_a(self.reading.root(end).type, "Place")
            if not lies or end == pair.subject:
                return True
        return False

    def _bearer(self, index: int) -> int | None:
        """Return the name that a bracket stands behind; None where a reference is no such bracket."""
        words, schema, (first, last) = self.reading.tree.words, load_schema(), self.reading.table.items[index].core
        bearer = self.names.get(first - 1)
        if bearer is None or words[first - 1].text != "(" or last >= len(words) or words[last].text != ")":
            return None
        kind, theirs = self.reading.root(index).type, self.reading.root(bearer).type
        told = any(schema.is_a(kind, inside) and schema.fits(theirs, behind) for inside, behind in TELLS_OF.items())
        return bearer if told else None


def _is_name(reading: Reading, item: Reference) -> bool:
    """Whether a mention is a name, or written as one: "maire de Signes (Var)"."""
    return item.kind is MentionKind.NAME or (item.kind is MentionKind.NOMINAL and reading.tree.words[item.i].is_title)
