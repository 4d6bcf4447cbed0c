"""What the networks see of pairs: their traits, the words whose vectors count, and where they stand in the text."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from kg.extract.rules.learned.pairs import Pair
from kg.extract.rules.learned.traits import Traits, key_word
from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.relations.reading import Reading
from kg.model import MentionKind

Floats = NDArray[np.float32]
WORDS = 8  # words of a pair whose vectors count, each in its own way
POINTS = 4  # words of a pair whose states count: the heads of the subject and the object, the trigger, the top


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """N pairs of one text of W words."""

    traits: NDArray[np.int64]  # (N, T)
    lemmas: Sequence[tuple[str, ...]]  # N times WORDS
    points: NDArray[np.int64]  # (N, POINTS), words of the text
    text: Sequence[str]  # the W lemmas
    states: Floats  # (W, STATES) what the parser made of each word where it stands

    def only(self, rows: NDArray[np.int64]) -> "Inputs":
        """Return some of the pairs."""
        return replace(
            self, traits=self.traits[rows], lemmas=[self.lemmas[n] for n in rows.tolist()], points=self.points[rows]
        )

    def stretches(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return the first and the last word of each pair's ends, both inclusive, (N,) and (N,)."""
        ends = self.points[:, :2]
        return ends.min(axis=1), ends.max(axis=1)


def inputs_of(reading: Reading, pairs: Sequence[Pair], traits: Traits, states: Floats) -> Inputs:
    """Describe pairs in full.

    Args:
        traits: those of the pairs' article.
        states: of each word of the reading.
    """
    items = reading.table.items
    keys = [key_word(reading, pair) for pair in pairs]
    points = [(items[p.subject].i, items[p.object].i, key, p.top) for p, key in zip(pairs, keys, strict=True)]
    return Inputs(
        traits=traits.full(pairs, keys), lemmas=_words_of(reading, pairs, keys),
        points=np.array(points, dtype=np.int64).reshape(-1, POINTS),
        text=[word.lemma for word in reading.tree.words], states=states,
    )  # fmt: skip


def _words_of(reading: Reading, pairs: Sequence[Pair], keys: Sequence[int]) -> list[tuple[str, ...]]:
    """Return the lemmas whose vectors tell of each pair.

    The trigger, the word before the object, the heads of ends that are no names, and the neighbours of both heads.
    """
    words = reading.tree.words
    ends = [_words_of_end(reading, item) for item in reading.table.items]
    found = []
    for pair, key in zip(pairs, keys, strict=True):
        far = pair.down[-2] if len(pair.down) > 1 else pair.up[-1] if len(pair.up) > 1 else pair.top
        (said, *beside), (other, *beside_other) = ends[pair.subject], ends[pair.object]
        found.append((words[key].lemma, words[far].lemma, said, other, *beside, *beside_other))
    return found


def _words_of_end(reading: Reading, item: Reference) -> tuple[str, str, str]:
    """Return the head of a reference that is no name, and the lemmas before and behind it."""
    words = reading.tree.words
    head = item.head if item.kind is not MentionKind.NAME else ""
    return head, words[max(item.i - 1, 0)].lemma, words[min(item.i + 1, len(words) - 1)].lemma
