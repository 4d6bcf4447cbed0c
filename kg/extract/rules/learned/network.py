"""The network that judges pairs: whether the sentence relates the two ends, and by which property.

A sum of one row a trait, plus a projection of the vectors of four words, rectified, is read twice: for whether there is
a relation at all (with a weight of its own for each trait: Cheng et al., "Wide & deep learning", 2016), and for which.
Several networks, trained from other random numbers, vote. The weights are data (kg/lang/<language>/pairs.npz), written
by tests/quality/train_pairs.py; a language without that file has no learned reader.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kg.lang import FOLDER

Floats = NDArray[np.float32]
Lemmas = Sequence[tuple[str, ...]]  # of each pair: the words whose vectors count
DIMENSIONS = 300  # of a vector
KINDS = ("typed", "open")
ALONE = 1 << 17  # multiplications that one thread does alone (half of where OpenBLAS begins to share)
ALONE_COLUMNS = 1 << 13  # numbers of a matrix that one thread multiplies with one vector
FAR = 4.0  # times less than the least worth keeping
STEPS = 127  # a row is stored as whole numbers from -127 to 127


@dataclass(slots=True)
class Network:
    """One network: R traits, W words, H hidden, C properties."""

    rows: Floats  # (R + 1, H + 1): the last row is 0, the last column a trait's own weight
    words: Floats  # (W, DIMENSIONS, H)
    hidden: Floats  # (H,)
    related: Floats  # (H + 1,): the last is the bias
    properties: Floats  # (H + 1, C): the last row is the bias
    projected: dict[str, Floats] = field(default_factory=dict)  # lemma → (W, H)

    def vote(self, traits: NDArray[np.int64], lemmas: Lemmas, vector: Callable[[str], Floats]) -> Floats:
        """Return how likely each pair is related by each property, (N, C)."""
        total = _summed(self.rows, traits)
        layer = total[:, :-1] + self._of_words(lemmas, vector) + self.hidden
        np.maximum(layer, 0, out=layer)
        related = (layer * self.related[:-1]).sum(axis=1) + total[:, -1] + self.related[-1]
        logits = _product(layer, self.properties[:-1]) + self.properties[-1]
        logits -= logits.max(axis=1, keepdims=True)
        shares = np.exp(logits)
        votes: Floats = shares / (shares.sum(axis=1, keepdims=True) * (1 + np.exp(-related[:, None])))
        return votes

    def _of_words(self, lemmas: Lemmas, vector: Callable[[str], Floats]) -> Floats:
        """Sum what the vectors of each pair's words add; a word is projected once, however often it occurs."""
        known = {lemma: n for n, lemma in enumerate(dict.fromkeys(lemma for row in lemmas for lemma in row))}
        new = [lemma for lemma in known if lemma not in self.projected]
        if new:
            count, dimensions, size = self.words.shape
            matrix = self.words.transpose(1, 0, 2).reshape(dimensions, count * size)
            rows = _product(np.stack([vector(lemma) for lemma in new]), matrix)
            self.projected.update(zip(new, rows.reshape(len(new), count, size), strict=True))
        table = np.stack([self.projected[lemma] for lemma in known])
        at = np.array([[known[lemma] for lemma in row] for row in lemmas])
        total: Floats = table[at[:, 0], 0]
        for n in range(1, at.shape[1]):
            total += table[at[:, n], n]
        return total


def _summed(rows: Floats, traits: NDArray[np.int64]) -> Floats:
    """Return the sum of each pair's rows, (N, H + 1), trait by trait: the memory for all rows at once is what costs."""
    total = np.zeros((len(traits), rows.shape[1]), np.float32)
    row = np.empty_like(total)
    for column in traits.T:
        np.take(rows, column, axis=0, out=row, mode="clip")  # "raise" would buffer
        total += row
    return total


def _product(left: Floats, right: Floats) -> Floats:
    """Multiply matrices in blocks so small that the library does not spread them over threads.

    So the sums do not depend on the number of cores, and no core spins for work that takes microseconds.
    """
    width = max(1, ALONE_COLUMNS // len(right))
    if right.shape[1] > width:
        parts = [_product(left, right[:, n : n + width]) for n in range(0, right.shape[1], width)]
        return np.concatenate(parts, axis=1)
    step = max(1, ALONE // right.size)
    return np.concatenate([left[n : n + step] @ right for n in range(0, len(left), step)])


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

    def probabilities(self, traits: NDArray[np.int64], lemmas: Lemmas, vector: Callable[[str], Floats]) -> Floats:
        """Return for each pair and property the mean of the votes, (N, C); not yet calibrated.

        Where the first network is far from any relation worth keeping, the others are not asked.
        """
        first, *others = self.networks
        total = first.vote(traits, lemmas, vector)
        open_ = np.flatnonzero(total.max(axis=1) >= min(map(self.least_probability, KINDS)) / FAR)
        chosen = [lemmas[n] for n in open_.tolist()]
        for network in others if len(open_) else ():
            total[open_] += network.vote(traits[open_], chosen, vector)
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
    path = FOLDER / code / "pairs.npz"
    return read_judge(path) if path.exists() else None


def read_judge(path: Path) -> Judge:
    """Read networks that `write_judge` wrote."""
    with np.load(path, allow_pickle=False) as data:
        networks = []
        for n in range(int(data["networks"])):
            rows = data[f"rows{n}"].astype(np.float32) * data[f"steps{n}"].astype(np.float32)
            networks.append(
                Network(
                    rows=np.concatenate([rows, np.zeros((1, rows.shape[1]), np.float32)]),
                    words=data[f"words{n}"].astype(np.float32), hidden=data[f"hidden{n}"],
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


def write_judge(judge: Judge, path: Path) -> None:
    """Write networks: rows as whole numbers with a step a column, vectors' projections in half precision."""
    arrays: dict[str, object] = {
        "networks": np.array(len(judge.networks)),
        "gate": judge.gate.weights.astype(np.float16),
        "gate_least": np.array(judge.gate.least),
        "names": np.array(judge.properties),
        "seen": np.array(judge.seen),
        "scale": np.array([[*judge.scale[kind], judge.least[kind]] for kind in KINDS]),
    }
    for n, network in enumerate(judge.networks):
        rows = network.rows[:-1]
        steps = np.maximum(np.abs(rows).max(axis=0), 1e-6) / STEPS
        arrays[f"rows{n}"] = np.rint(rows / steps).astype(np.int8)
        arrays[f"steps{n}"] = steps.astype(np.float32)
        arrays[f"words{n}"] = network.words.astype(np.float16)
        arrays[f"hidden{n}"] = network.hidden
        arrays[f"related{n}"] = network.related
        arrays[f"properties{n}"] = network.properties
    np.savez_compressed(path, **arrays)  # type: ignore[arg-type]
