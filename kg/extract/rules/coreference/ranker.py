"""A softmax over candidates: weights of hashed traits, kept as data.

Log-linear ranking of antecedents (Denis and Baldridge, 2008), with "none of them" as one more candidate. The weights
(kg/lang/<language>/antecedents.npz) are written by tests/quality/train_antecedents.py; a language without that file has
rules alone.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from kg.extract.rules.coreference.softmax import shares
from kg.extract.rules.weights import read_weights, to_whole

SIZE = 1 << 15  # weights


@dataclass(frozen=True, slots=True)
class Question:
    """A description and the names that it may stand for."""

    mention: int
    head: int  # number of its noun
    candidates: tuple[int, ...]  # roots
    none: list[int]  # traits of the answer that it stands for none
    traits: list[list[int]]  # of each candidate
    ruled: int | None  # root of what the rules say


@dataclass(frozen=True, slots=True)
class Ranker:
    """Weights of traits, and what a probability is worth."""

    weights: list[float]  # SIZE
    least: float  # probability from which a description is joined to a name
    doubt: float  # probability below which a name that rules chose is given up
    never: frozenset[int]  # numbers of nouns that stood for no name however often they were seen: they are not ranked

    def probabilities(self, question: Question) -> list[float]:
        """Return how likely each candidate is meant."""
        w = self.weights
        sums = [sum([w[t] for t in question.none]), *(sum([w[t] for t in row]) for row in question.traits)]
        return shares(sums)[1:]


@cache
def load_ranker(code: str) -> Ranker | None:
    """Read the ranker of a language; None if it has none."""
    return read_weights(code, "antecedents.npz", read_ranker)


def read_ranker(path: Path) -> Ranker:
    """Read what `write_ranker` wrote."""
    with np.load(path, allow_pickle=False) as data:
        weights = data["weights"].astype(np.float64) * float(data["step"])
        least, doubt = data["limits"].tolist()
        never = frozenset(data["never"].tolist())
    return Ranker(weights.tolist(), least, doubt, never)


def write_ranker(ranker: Ranker, path: Path) -> None:
    """Write the weights as whole numbers with a common step."""
    whole, step = to_whole(np.array(ranker.weights))
    limits = np.array([ranker.least, ranker.doubt])
    never = np.array(sorted(ranker.never), dtype=np.int64)
    np.savez_compressed(path, weights=whole, step=step, limits=limits, never=never)
