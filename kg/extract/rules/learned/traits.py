"""What the gate and the networks see of a pair: numbers that stand for words, classes, relations, and combinations.

Each trait is a number below `SIZE` by hashing (the hashing trick: Weinberger et al., 2009), so that no vocabulary is
kept; two traits that share a number are told apart by the others.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from kg.extract.rules.learned.pairs import Pair
from kg.extract.rules.mentions.large_classes import large_class, number
from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.relations.reading import Draft, Reading
from kg.model import MentionKind

SIZE = 1 << 16  # rows of the table of traits
PAD = SIZE  # stands where a pair has no such trait; its row is 0
INNER = 3  # words between the ends that count, besides the likeliest trigger
NOTHING = (0,) * INNER
DRAFTS = 2  # readings of rules that count, in each direction

Numbers = NDArray[np.int64]
Columns = dict[str, NDArray[np.uint64]]

# What a trait combines. subject.*, object.*: REFERENCE; way, order, near: Traits._way; all else: WAY, TOP, TRIGGER.
GATE = (
    ("way",), ("way", "subject.case", "object.case"), ("subject.large", "object.large"),
    ("way", "subject.large", "object.large"), ("way", "subject.form", "object.form"), ("order", "near"),
)  # fmt: skip
COMBINATIONS = (
    ("path",), ("path", "key"), ("key",), ("key", "up"), ("key", "down"), ("key", "object.case"),
    ("key", "subject.large", "object.large"), ("way", "subject.large", "object.large"),
    ("subject.large", "object.large"),
    ("subject.type", "object.type"), ("subject.type",), ("object.type",), ("key", "inner1"), ("top",), ("top", "way"),
    ("subject.head",), ("object.head",), ("subject.head", "path"), ("object.head", "path"),
    ("subject.head", "object.large"), ("object.head", "subject.large"), ("object.case", "object.type"),
    ("object.case", "object.type", "top.pos"), ("subject.kind", "object.kind"), ("subject.form", "object.form", "path"),
    ("order", "near"), ("order", "way"), ("passive", "key"), ("passive", "way"), ("title", "way"),
    ("subject.determiner",), ("object.determiner", "object.large"), ("subject.chain", "object.chain"),
    ("subject.chain", "subject.form"), ("object.chain", "object.form"), ("object.length", "object.form"),
    ("subject.length", "subject.form"), ("top.rel", "way"), ("key.rel", "key"), ("key.rel", "top.pos"),
    ("between", "order"), ("on way", "way"), ("key.form", "top.pos"), ("depth", "way"), ("depth",), ("length",),
    ("crowd",), ("length", "between"), ("speech",), ("speech", "way"), ("subject.new", "object.new"),
    ("subject.large", "key.rel", "key.form"), ("on way", "subject.large", "object.large"),
    ("between", "subject.large", "object.large"), ("object.before",), ("subject.plural", "object.plural"),
    ("key", "subject.case"),
)  # fmt: skip
OPTIONAL = tuple(f"inner{n}" for n in range(1, INNER + 1)) + tuple(f"rules{n}" for n in range(2 * DRAFTS))
REFERENCE = (
    "type", "large", "kind", "case", "head", "determiner", "before", "plural", "form", "chain", "length", "new",
)  # fmt: skip
TOP = ("top", "top.pos", "top.rel", "length", "crowd")
TRIGGER = ("key", "passive", "title", "key.rel", "key.form", "depth", "speech")
WAY = ("path", "up", "down", "on way", *(f"inner{n}" for n in range(1, INNER + 1)))


class Traits:
    """Describes the pairs of one article, first roughly, for the gate, then in full those that it lets pass."""

    def __init__(self, reading: Reading, drafts: list[Draft]) -> None:
        """Describe the references of an article.

        Args:
            drafts: what rules read in it.
        """
        self.reading, self.drafts = reading, drafts
        items = reading.table.items
        rows = [_describe_reference(reading, index, item) for index, item in enumerate(items)]
        self.references = dict(
            zip(REFERENCE, np.array(rows, dtype=np.uint64).reshape(-1, len(REFERENCE)).T, strict=True)
        )
        self.heads = np.array([item.i for item in items])
        self.words = _Words(reading)

    def rough(self, pairs: list[Pair]) -> Numbers:
        """Return what the gate sees, (N, len(GATE))."""
        return _hashed({**self._ends(pairs), **self._way(pairs)}, GATE)

    def full(self, pairs: Sequence[Pair], keys: Sequence[int]) -> Numbers:
        """Return what the networks see, (N, T).

        Args:
            keys: the likeliest trigger of each pair.
        """
        lemmas = [number(word.lemma) for word in self.reading.tree.words]
        rows = [_describe_way(self.reading, p, key, lemmas) for p, key in zip(pairs, keys, strict=True)]
        said = _said_by_rules(self.reading, pairs, self.drafts)
        columns = {
            **self._ends(pairs), **self._way(pairs), "between": self._between(pairs),
            **_columns(WAY, np.array(rows, dtype=np.uint64)),
            **_columns(TOP, _each_once(self.words.top, [p.top for p in pairs])),
            **_columns(TRIGGER, _each_once(self.words.trigger, keys)),
            **{f"rules{n}": column for n, column in enumerate(said.T)},
        }  # fmt: skip
        optional = _hashed(columns, tuple((name,) for name in OPTIONAL))
        optional[np.stack([columns[name] == 0 for name in OPTIONAL], axis=1)] = PAD
        return np.concatenate([_hashed(columns, COMBINATIONS), optional], axis=1)

    def _ends(self, pairs: Sequence[Pair]) -> Columns:
        subject = np.array([p.subject for p in pairs])
        object_ = np.array([p.object for p in pairs])
        return {
            f"{side}.{name}": column[at]
            for side, at in (("subject", subject), ("object", object_))
            for name, column in self.references.items()
        }

    def _way(self, pairs: Sequence[Pair]) -> Columns:
        far = self.heads[[p.object for p in pairs]] - self.heads[[p.subject for p in pairs]]
        near = np.where(abs(far) < 4, abs(far), 4 + np.minimum(abs(far) // 4, 6))
        way = np.array([number(p.way) for p in pairs], dtype=np.uint64)
        return {"way": way, "order": (far > 0).astype(np.uint64), "near": near.astype(np.uint64)}

    def _between(self, pairs: Sequence[Pair]) -> NDArray[np.uint64]:
        """Count the references between the ends, up to 8."""
        a, b = self.heads[[p.subject for p in pairs]], self.heads[[p.object for p in pairs]]
        behind = np.searchsorted(self.words.heads, np.minimum(a, b), side="right")
        found: Numbers = np.minimum(np.searchsorted(self.words.heads, np.maximum(a, b)) - behind, 8)
        return found.astype(np.uint64)


def _columns(names: tuple[str, ...], rows: NDArray[np.uint64]) -> Columns:
    return dict(zip(names, rows.reshape(-1, len(names)).T, strict=True))


def _each_once(describe: Callable[[int], tuple[int, ...]], words: Sequence[int]) -> NDArray[np.uint64]:
    """Describe words, each distinct one once: a row for each, in the order given."""
    place = {word: n for n, word in enumerate(dict.fromkeys(words))}
    rows = np.array([describe(word) for word in place], dtype=np.uint64)
    found: NDArray[np.uint64] = rows[[place[word] for word in words]]
    return found


def _hashed(columns: Columns, combinations: tuple[tuple[str, ...], ...]) -> Numbers:
    """Return a number below SIZE for each combination of columns, all at once."""
    names, at = _places(combinations)
    size = len(next(iter(columns.values())))
    table = np.stack([np.zeros(size, dtype=np.uint64), *(columns[name] for name in names)])
    total = np.arange(1, len(combinations) + 1, dtype=np.uint64)[:, None] * np.uint64(0xC2B2AE3D27D4EB4F)
    for column in at:
        total = total ^ table[column]
        total *= np.uint64(0x9E3779B97F4A7C15)
        total ^= total >> np.uint64(29)
    total &= np.uint64(SIZE - 1)  # the remainder, as SIZE is a power of 2
    return total.astype(np.int64).T


@cache
def _places(combinations: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], Numbers]:
    """Return the names that are combined, and of the n-th of each combination where it stands, from 1; 0: none."""
    names = {name: n for n, name in enumerate(sorted({name for c in combinations for name in c}), 1)}
    width = max(len(c) for c in combinations)
    return tuple(names), np.array([[names[name] for name in c] + [0] * (width - len(c)) for c in combinations]).T


def _describe_reference(reading: Reading, index: int, item: Reference) -> tuple[int, ...]:
    words, word = reading.tree.words, reading.tree.words[item.i]
    root = reading.table.root(index)
    top = reading.table.items[root]
    before = words[item.core[0] - 1] if item.core[0] > 0 else None
    named = top.kind is MentionKind.NAME
    return (
        number(top.type),
        number(large_class(top.type)),
        number(f"{item.kind}/{top.kind}"),
        number(word.case),
        number(item.head or word.lemma)
        if item.kind is not MentionKind.NAME
        else number(f"name/{large_class(top.type)}"),
        number(item.determiner),
        number(before.lemma if before is not None and before.sent == item.sent else ""),
        number(item.number),
        number(top.known.split("/")[0] if top.known else "name" if named else ""),
        min(reading.table.size(root), 6),
        min(item.extents[0][1] - item.extents[0][0], 8),
        int(root == index),
    )


class _Words:
    """Numbers that describe words and their sentences."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.heads = sorted(item.i for item in reading.table.items if item.core[0] < item.core[1])

    def trigger(self, i: int) -> tuple[int, ...]:
        """Describe the likeliest trigger: the columns of TRIGGER."""
        reading, word = self.reading, self.reading.tree.words[i]
        pack = reading.pack
        speech = (word.lemma in pack.reporting, word.lemma in pack.governors, i in reading.attribution.in_quote)
        return (
            number(word.lemma),
            int(reading.syntax.is_passive(word)) if word.pos == "VERB" else 2,
            int(word.sent == 0),
            number(word.rel),
            number(f"{word.pos} {word.morph}" if word.pos in ("VERB", "AUX") else word.pos),
            min(sum(1 for _ in reading.tree.ancestors(i)), 6),
            sum(1 << n for n, told in enumerate(speech) if told),
        )

    def top(self, i: int) -> tuple[int, ...]:
        """Describe the word above both ends: the columns of TOP."""
        word = self.reading.tree.words[i]
        first, last = self.reading.tree.sents[word.sent]
        crowd = bisect_left(self.heads, last) - bisect_left(self.heads, first)
        return (
            number(word.lemma), number(word.pos), number(word.rel), min((last - first) // 6, 10), min(crowd // 2, 8),
        )  # fmt: skip


def _describe_way(reading: Reading, pair: Pair, key: int, lemmas: Sequence[int]) -> tuple[int, ...]:
    """Describe the way between the ends, and the words on it: the columns of WAY.

    Args:
        lemmas: their numbers, by word.
    """
    words, at, up, down = reading.tree.words, reading.table.at, pair.up, pair.down
    first = words[down[0]] if down else None
    inner = pair.inner
    others = [lemmas[i] for i in inner if i != key][:INNER]
    return (
        number(f"{pair.way}|{words[up[0]].case if up else ''}|{words[down[-1]].case if down else ''}"),
        number(words[up[-1]].rel if up else "self"),
        number(f"{first.rel} {first.case}" if first is not None else "self"),
        len([i for i in inner if i in at]),
        *others,
        *NOTHING[len(others) :],
    )


def key_word(reading: Reading, pair: Pair) -> int:
    """Return the word that most likely says the relation: the verb nearest to the object, else the top."""
    words = reading.tree.words
    for i in (*pair.down[-2::-1], pair.top, *pair.up[:0:-1]):
        if words[i].pos in ("VERB", "AUX") and (i != pair.top or (pair.up and pair.down)):
            return i
    return pair.top


def _said_by_rules(reading: Reading, pairs: Sequence[Pair], drafts: list[Draft]) -> NDArray[np.uint64]:
    """What rules say of the same ends in the same sentence: forward, then backward; 0 where they say nothing."""
    root, items = reading.table.root, reading.table.items
    by_ends: dict[tuple[int, int, int], list[Draft]] = {}
    for draft in drafts:
        if isinstance(draft.object, int):
            sentence = reading.tree.words[draft.trigger].sent
            by_ends.setdefault((root(draft.subject), root(draft.object), sentence), []).append(draft)
    table = np.zeros((len(pairs), 2 * DRAFTS), dtype=np.uint64)
    roots = [root(index) for index in range(len(items))] if by_ends else []
    for row, pair in enumerate(pairs) if by_ends else ():
        a, b, sentence = roots[pair.subject], roots[pair.object], items[pair.subject].sent
        for side, ends in enumerate(((a, b, sentence), (b, a, sentence))):
            for n, draft in enumerate(by_ends.get(ends, ())[:DRAFTS]):
                table[row, side * DRAFTS + n] = number(f"{side}/{draft.predicate}")
    return table
