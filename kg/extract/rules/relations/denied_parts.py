"""What is denied of the adjective that completes a verb: "was found not guilty of fraud"."""

from collections.abc import Collection

from kg.extract.rules.parsing.frames import Frame
from kg.extract.rules.parsing.tree import Word
from kg.extract.rules.relations.reading import Reading


def denies_part(reading: Reading, frame: Frame, parts: Collection[str]) -> bool:
    """Whether an adjective by which a verb means something is denied by itself: "found not guilty" is not "guilty"."""
    adjectives = [c for c in reading.tree.children(frame.i) if c.pos == "ADJ" and c.lemma in parts]
    return any(n.lemma not in parts for c in adjectives for n in _negators(reading, c.i))


def own_polarity(reading: Reading, frame: Frame) -> str | None:
    """What an adjective tells that is denied by itself, and not by the verb that carries it."""
    carried = frame.kind == "adjective" and frame.verb != frame.i
    return "negative" if carried and _negators(reading, frame.i) else None


def _negators(reading: Reading, i: int) -> list[Word]:
    before = reading.pack.words["prefixed_negators"]
    return [c for c in reading.tree.children(i) if c.i < i and (c.rel == "neg" or c.lower in before)]
