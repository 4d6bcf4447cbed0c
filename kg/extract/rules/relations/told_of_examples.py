"""What is told of several holds for those named as examples: "possède des marques telles que Valtec et Zumo"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.extract.rules.relations.arguments import is_one_of
from kg.extract.rules.relations.reading import Draft, Reading
from kg.lang.schema import load_schema
from kg.model import LEARNED, OPEN

LISTS = "list/"  # rules that tell who is one of several
OF_WHOLE = frozenset({OPEN, "memberOf"})
LESS_SURE = 0.9  # than of the whole


def tell_of_examples(reading: Reading, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Yield the drafts, and what they tell of several for each of those that a list names.

    An amount is of all of them together, and an open link to several says little of each. What rules say of one of them
    is not said again; the networks are less sure of it than they are of the whole.
    """
    drafts = list(drafts)
    named = _named(reading, drafts)
    told = {_key(reading, draft) for draft in drafts if not draft.rule.startswith(LEARNED)} if named else set()
    for draft in drafts:
        yield draft
        for of_one in _of_each(reading, draft, named) if named and draft.predicate not in OF_WHOLE else ():
            key = _key(reading, of_one)
            if _fits(reading, of_one) and key not in told:
                told.add(key)
                yield of_one


def _of_each(reading: Reading, draft: Draft, named: dict[int, list[int]]) -> Iterator[Draft]:
    """The same of each name that an end is told of; not where the other end is one of them."""
    root, subject, target = reading.table.root, draft.subject, draft.object
    if not isinstance(target, int):
        return
    less = replace(draft, confidence=draft.confidence * LESS_SURE)
    actors, others = named.get(subject, []), named.get(target, [])
    if root(target) not in map(root, actors):
        yield from (replace(less, subject=name) for name in actors)
    if root(subject) not in map(root, others):
        yield from (replace(less, object=name) for name in others)


def _named(reading: Reading, drafts: list[Draft]) -> dict[int, list[int]]:
    """The names that lists tell to be of a plural, by its reference."""
    found: dict[int, list[int]] = {}
    for draft in drafts:
        listed = draft.rule.startswith(LISTS) and reading.is_name(draft.subject)
        if listed and isinstance(draft.object, int) and not reading.is_name(draft.object):
            found.setdefault(draft.object, []).append(draft.subject)
    return found


def _fits(reading: Reading, draft: Draft) -> bool:
    """Whether both ends may be what the relation joins."""
    relation = load_schema().properties[draft.predicate]
    ends = ((draft.subject, relation.wider_domains), (draft.object, relation.wider_ranges))
    return all(isinstance(end, int) and is_one_of(reading, end, kinds) for end, kinds in ends)


def _key(reading: Reading, draft: Draft) -> tuple[int, str, int]:
    """What a draft says, in one sentence."""
    root = reading.table.root
    return root(draft.subject), draft.predicate, root(draft.object) if isinstance(draft.object, int) else -1
