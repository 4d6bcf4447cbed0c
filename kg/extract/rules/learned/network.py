"""The network that judges pairs: whether the sentence relates the two ends, and by which property.

A sum of one row a trait, plus projections of the vectors of some words and of those between the ends, and of what the
parser made of the words where they stand, rectified, is read twice: for whether there is a relation at all (with a
weight of its own for each trait: Cheng et al., "Wide & deep learning", 2016), and for which.
Several networks, trained from other random numbers, vote. The weights are data (kg/lang/<language>/pairs.npz), written
by tests/quality/train_pairs.py; a language without that file has no learned reader.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kg.extract.rules.learned.inputs import POINTS, WORDS, Floats, Inputs
from kg.extract.rules.weights import read_weights, to_whole

Vector = Callable[[str], Floats]
DIMENSIONS = 300  # of a vector
KINDS = ("typed", "open")
VECTOR_STEPS, MATRIX_STEPS = 2.0**20, 2.0**16  # of 1, in which vectors and projections are counted
REMEMBERED = 10000  # projections of words, a place
FAR = 2.0  # times less than the least worth keeping


@dataclass(slots=True)
class Network:
    """One network: R traits, H hidden, C properties."""

    rows: Floats  # (R + 1, H + 1): the last row is 0, the last column a trait's own weight
    words: Floats  # (WORDS + 1, DIMENSIONS, H): the last for the words between the ends
    states: Floats  # (POINTS + 1, STATES, H): the last for the words from one end to the other
    hidden: Floats  # (H,)
    related: Floats  # (H + 1,): the last is the bias
    properties: Floats  # (H + 1, C): the last row is the bias
    projected: "dict[int, _Projected]" = field(default_factory=dict)  # by place

    def vote(self, inputs: Inputs, vector: Vector) -> Floats:
        """Return how likely each pair is related by each property, (N, C)."""
        total = _summed(self.rows, inputs.traits)
        layer = total[:, :-1] + self._of_words(inputs, vector) + self._of_states(inputs) + self.hidden
        np.maximum(layer, 0, out=layer)
        related = (layer * self.related[:-1]).sum(axis=1) + total[:, -1] + self.related[-1]
        logits = layer @ self.properties[:-1] + self.properties[-1]
        logits -= logits.max(axis=1, keepdims=True)
        shares = np.exp(logits)
        votes: Floats = shares / (shares.sum(axis=1, keepdims=True) * (1 + np.exp(-related[:, None])))
        return votes

    def _of_words(self, inputs: Inputs, vector: Vector) -> Floats:
        """Sum what the vectors of each pair's words add, and of those between its ends, by the root of their number."""
        first_words, *columns = zip(*inputs.lemmas, strict=True)
        total = self._projections(first_words, 0, vector)
        for n, lemmas in enumerate(columns, 1):
            total += self._projections(lemmas, n, vector)
        first, last = inputs.stretches()
        until = _running(self._projections(inputs.text, WORDS, vector))
        total += (until[last] - until[np.minimum(first + 1, last)]) / np.sqrt(1 + last - first)[:, None]
        return total

    def _projections(self, lemmas: Sequence[str], place: int, vector: Vector) -> Floats:
        """Return what the vectors of words add at one place, (len(lemmas), H); each is projected once."""
        if place not in self.projected:
            self.projected[place] = _Projected(_whole(self.words[place]))
        return self.projected[place].of(lemmas, vector)

    def _of_states(self, inputs: Inputs) -> Floats:
        """Sum what the states at a pair's points add, and their mean from one end to the other."""
        count, dimensions, size = self.states.shape
        matrix = self.states.transpose(1, 0, 2).reshape(dimensions, count * size)
        table = (inputs.states @ matrix).reshape(-1, count, size)
        total: Floats = table[inputs.points[:, 0], 0]
        for n in range(1, POINTS):
            total += table[inputs.points[:, n], n]
        first, last = inputs.stretches()
        until = _running(table[:, POINTS])
        total += (until[last + 1] - until[first]) / (1 + last - first)[:, None]
        return total


class _Projected:
    """The projections of words at one place, each made when it is first asked for."""

    def __init__(self, matrix: NDArray[np.float64]) -> None:
        self.matrix = matrix  # (DIMENSIONS, H), in whole numbers
        self.index: dict[str, int] = {}
        self.rows: Floats = np.empty((64, matrix.shape[1]), np.float32)

    def of(self, lemmas: Sequence[str], vector: Vector) -> Floats:
        """Return a row for each lemma, (len(lemmas), H)."""
        if len(self.index) > REMEMBERED:
            self.index.clear()
        new = sorted(set(lemmas).difference(self.index))
        if new:
            first, last = len(self.index), len(self.index) + len(new)
            while last > len(self.rows):
                self.rows = np.concatenate([self.rows, np.empty_like(self.rows)])
            self.rows[first:last] = _projections_of(np.stack([vector(lemma) for lemma in new]), self.matrix)
            self.index.update(zip(new, range(first, last), strict=True))
        found: Floats = self.rows[list(map(self.index.__getitem__, lemmas))]
        return found


def _projections_of(vectors: Floats, matrix: NDArray[np.float64]) -> Floats:
    """Multiply words' vectors with a matrix of whole numbers (`_whole`).

    In whole numbers, whose sums are exact: a word gets the same projection to the last bit whichever words are
    projected with it, in whatever order articles are read and on whatever processor. In floats it does not.
    """
    whole = np.rint(vectors.astype(np.float64) * VECTOR_STEPS)
    found: Floats = ((whole @ matrix) / (VECTOR_STEPS * MATRIX_STEPS)).astype(np.float32)
    return found


def _whole(matrix: Floats) -> NDArray[np.float64]:
    """Return the numbers of a matrix in steps: with 300 of them, products sum up to less than 2**53."""
    found: NDArray[np.float64] = np.rint(matrix.astype(np.float64) * MATRIX_STEPS)
    return found


def _running(rows: Floats) -> NDArray[np.float64]:
    """Return the sum of the rows before each place, (rows + 1, H)."""
    sums = np.zeros((len(rows) + 1, rows.shape[1]))
    sums[1:] = rows
    np.add.accumulate(sums, axis=0, out=sums)
    return sums


def _summed(rows: Floats, traits: NDArray[np.int64]) -> Floats:
    """Return the sum of each pair's rows, (N, H + 1), trait by trait: the memory for all rows at once is what costs."""
    total = np.zeros((len(traits), rows.shape[1]), np.float32)
    row = np.empty_like(total)
    for column in traits.T:
        np.take(rows, column, axis=0, out=row, mode="clip")  # "raise" would buffer
        total += row
    return total


@dataclass(frozen=True, slots=True)
class Gate:
    """A logistic model that spares the networks the many pairs that are hardly ever related."""

    weights: Floats  # (R,), by trait
    least: float  # log-odds from which a pair passes

    def passes(self, traits: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Tell which pairs are worth a look, (N,)."""
        found: NDArray[np.bool_] = self.weights[traits].sum(axis=1) >= self.least
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Judge:
    """Networks that vote, and what their votes are worth."""

    gate: Gate
    properties: tuple[str, ...]
    seen: tuple[int, ...]  # of each property: how many pairs it was learnt from
    networks: tuple[Network, ...]
    scale: dict[str, tuple[float, float]]  # "typed", "open" → slope and shift of the log-odds
    least: dict[str, float]  # "typed", "open" → confidence from which a relation is worth keeping

    def probabilities(self, inputs: Inputs, vector: Vector) -> Floats:
        """Return for each pair and property the mean of the votes, (N, C); not yet calibrated.

        Where the first network is far from any relation worth keeping, the others are not asked.
        """
        first, *others = self.networks
        total = first.vote(inputs, vector)
        open_ = np.flatnonzero(total.max(axis=1) >= min(map(self.least_probability, KINDS)) / FAR)
        chosen = inputs.only(open_)
        for network in others if len(open_) else ():
            total[open_] += network.vote(chosen, vector)
        total[open_] /= len(self.networks)
        return total

    def confidence(self, probability: float, kind: str) -> float:
        """Return how often facts of such a probability are right in full.

        Args:
            kind: "typed" or "open".
        """
        slope, shift = self.scale[kind]
        p = min(max(probability, 1e-6), 1 - 1e-6)
        return float(1 / (1 + np.exp(-(slope * np.log(p / (1 - p)) + shift))))

    def least_probability(self, kind: str) -> float:
        """Return the probability whose confidence is the least worth keeping."""
        slope, shift = self.scale[kind]
        p = self.least[kind]
        return float(1 / (1 + np.exp(-(np.log(p / (1 - p)) - shift) / slope))) - 1e-6


@cache
def load_judge(code: str) -> Judge | None:
    """Read the networks of a language; None if it has none."""
    return read_weights(code, "pairs.npz", read_judge)


def read_judge(path: Path) -> Judge:
    """Read networks that `write_judge` wrote."""
    with np.load(path, allow_pickle=False) as data:
        networks = []
        for n in range(int(data["networks"])):
            networks.append(
                Network(
                    rows=_rows(data[f"rows{n}"], data[f"steps{n}"].astype(np.float32)),
                    words=data[f"words{n}"].astype(np.float32), states=data[f"states{n}"].astype(np.float32),
                    hidden=data[f"hidden{n}"],
                    related=data[f"related{n}"], properties=data[f"properties{n}"],
                )
            )  # fmt: skip
        gate = Gate(data["gate"].astype(np.float32), float(data["gate_least"]))
        seen = tuple(data["seen"].tolist())
        names = tuple(str(name) for name in data["names"])
        table = dict(zip(KINDS, data["scale"].tolist(), strict=True))
    return Judge(
        gate=gate, properties=names, seen=seen, networks=tuple(networks),
        least={kind: row[2] for kind, row in table.items()},
        scale={kind: (row[0], row[1]) for kind, row in table.items()},
    )  # fmt: skip


def _rows(whole: NDArray[np.int8], steps: Floats) -> Floats:
    """Return the numbers that are written as whole ones, and a last row of zeros; no copy, as they are many."""
    rows = np.zeros((len(whole) + 1, whole.shape[1]), np.float32)
    np.multiply(whole, steps, out=rows[:-1])
    return rows


def write_judge(judge: Judge, path: Path) -> None:
    """Write networks: rows as whole numbers with a step a column, projections in half precision."""
    arrays: dict[str, object] = {
        "networks": np.array(len(judge.networks)),
        "gate": judge.gate.weights.astype(np.float16),
        "gate_least": np.array(judge.gate.least),
        "names": np.array(judge.properties),
        "seen": np.array(judge.seen),
        "scale": np.array([[*judge.scale[kind], judge.least[kind]] for kind in KINDS]),
    }
    for n, network in enumerate(judge.networks):
        arrays[f"rows{n}"], steps = to_whole(network.rows[:-1])
        arrays[f"steps{n}"] = steps.astype(np.float32)
        arrays[f"words{n}"] = network.words.astype(np.float16)
        arrays[f"states{n}"] = network.states.astype(np.float16)
        arrays[f"hidden{n}"] = network.hidden
        arrays[f"related{n}"] = network.related
        arrays[f"properties{n}"] = network.properties
    np.savez_compressed(path, **arrays)  # type: ignore[arg-type]
