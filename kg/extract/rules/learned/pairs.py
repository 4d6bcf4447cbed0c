"""Pairs of mentions that a sentence may relate: the two ends, and the words that lie between them in the tree."""

from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.rules.parsing.tree import ROOT, Tree
from kg.extract.rules.relations.reading import Reading
from kg.lang.schema import load_schema
from kg.model import MentionKind

LONGEST = 5  # heads between the ends; on annotated articles 96 % of the facts within a sentence are nearer


class Pair(NamedTuple):
    """Two references of one sentence, in a direction, and the way from one to the other.

    Hundreds an article, most of them dropped at once: a tuple is made in a quarter of the time of a record.
    """

    subject: int  # index of a reference
    object: int
    up: tuple[int, ...]  # words from the subject to below the top, the subject first
    top: int  # the lowest word above both ends; it may be an end itself
    down: tuple[int, ...]  # words from below the top to the object, the object last
    way: str  # the relations on it, and what the top is: "subj|VERB|xcomp>obj"

    @property
    def inner(self) -> tuple[int, ...]:
        """The words between the ends, the top among them if it is neither end."""
        top = (self.top,) if self.up and self.down else ()
        return (*self.up[1:], *top, *self.down[:-1])


class _Climb(NamedTuple):
    """A reference's head word and those above it, nearest first, and the relations on the way, by its length."""

    reference: int
    words: tuple[int, ...]
    up: tuple[str, ...]
    down: tuple[str, ...]


def find_pairs(reading: Reading) -> Iterator[Pair]:
    """Yield every pair of references that lie near each other in the tree of a sentence, in both directions."""
    words, root = reading.tree.words, reading.table.root
    for mentions in _by_sentence(reading).values():
        climbs = [_climb(reading.tree, index, reading.table.items[index].i) for index in mentions]
        roots = [root(index) for index in mentions]
        for at, one in enumerate(climbs):
            steps = {word: n for n, word in enumerate(one.words)}
            for behind, other in enumerate(climbs[at + 1 :], at + 1):
                down = _first_within(steps, other.words)
                if down is None or roots[at] == roots[behind]:
                    continue
                top = other.words[down]
                up = steps[top]
                if not 0 < up + down <= LONGEST:
                    continue
                pos = words[top].pos
                yield _pair(one, other, up, down, pos)
                yield _pair(other, one, down, up, pos)


def _first_within(steps: dict[int, int], words: tuple[int, ...]) -> int | None:
    """Return which word is the first that lies above the other end as well; most ends meet nowhere near."""
    for n, word in enumerate(words):
        if word in steps:
            return n
    return None


def _pair(one: _Climb, other: _Climb, up: int, down: int, pos: str) -> Pair:
    return Pair(
        one.reference, other.reference, one.words[:up], one.words[up], other.words[:down][::-1],
        f"{one.up[up]}|{pos}|{other.down[down]}",
    )  # fmt: skip


def _by_sentence(reading: Reading) -> dict[int, list[int]]:
    """List the references of each sentence that something stands for: no understood ones, no unresolved pronouns."""
    found: dict[int, list[int]] = {}
    opening = _openings(reading)
    for index, item in enumerate(reading.table.items):
        understood = item.core[0] == item.core[1] or _is_country_of_people(reading, index) or index in opening
        if not understood and reading.root(index).kind is not MentionKind.PRONOUN:
            found.setdefault(item.sent, []).append(index)
    return found


def _openings(reading: Reading) -> set[int]:
    """ "Google France": the firm that opens the name of its branch does nothing that is told of the branch."""
    bodies = [
        (index, item.core)
        for index, item in enumerate(reading.table.items)
        if item.kind is MentionKind.NAME and load_schema().fits(reading.root(index).type, ("Organization",))
    ]
    ends: dict[int, int] = {}
    for _, (first, last) in bodies:
        ends[first] = max(last, ends.get(first, last))
    return {index for index, (first, last) in bodies if last < ends[first]}


def _is_country_of_people(reading: Reading, index: int) -> bool:
    """ "un Belge": the word stands for somebody without a name, and only tells of Belgium."""
    item = reading.table.items[index]
    own = reading.table.at.get(item.i, index)
    if item.determiner != "adjective" or own == index:
        return False
    return reading.table.items[own].determiner != "adjective" and not reading.is_name(own)


def _climb(tree: Tree, reference: int, i: int) -> _Climb:
    words = [i]
    up, down = [""], [""]
    while len(words) <= LONGEST and tree.words[i].head != ROOT:
        relation = tree.words[i].rel
        up.append(f"{up[-1]}<{relation}" if len(up) > 1 else relation)
        down.append(f"{relation}>{down[-1]}" if len(down) > 1 else relation)
        i = tree.words[i].head
        words.append(i)
    return _Climb(reference, tuple(words), tuple(up), tuple(down))
