"""What is told of several people named side by side is told of each: "Marc Petit et sa sœur … Ils ont fondé X"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import product

from kg.extract.rules.relations.reading import Draft, Reading
from kg.model import LEARNED, OPEN, Value


def tell_of_each(reading: Reading, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Yield a draft for each member of what an end stands for.

    What they are to one of them is nothing that they are together, and an open link that the networks alone see is not
    sure enough to be told of each.
    """
    root = reading.table.root
    for draft in drafts:
        subjects = _each(reading, draft.subject)
        objects: list[int | Value] = [draft.object]
        if isinstance(draft.object, int):
            objects = [*_each(reading, draft.object)]
        if len(subjects) == len(objects) == 1:
            yield draft
            continue
        among = {root(o) for o in objects if isinstance(o, int)} & {root(s) for s in subjects}
        if not among and not (draft.predicate == OPEN and draft.rule.startswith(LEARNED)):
            yield from (replace(draft, subject=s, object=o) for s, o in product(subjects, objects))


def _each(reading: Reading, end: int) -> list[int]:
    """A mention of each member in the same words; what stands for one thing is left as it is."""
    members = reading.root(end).members
    return [reading.mention_of(end, member) for member in members] if members else [end]
