"""Trains one network of kg/extract/rules/learned by stochastic gradient descent (adam.py), in numpy.

Two losses are summed: logistic over all pairs (are the ends related?), and cross-entropy over the related ones, which a
batch holds more of (by which property?); of several properties that count as right, the likeliest is enough. Traits,
vectors, states and hidden units are dropped at random (Srivastava et al., 2014).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kg.extract.rules.learned.inputs import POINTS, WORDS, Inputs
from kg.extract.rules.learned.network import DIMENSIONS, Gate, Network
from kg.extract.rules.learned.traits import SIZE
from kg.extract.rules.learned.vectors import STATES
from tests.quality.adam import Adam

BATCH, RELATED = 256, 48  # pairs of a batch, and related ones drawn besides
HIDDEN = 96
EPOCHS = 6
RATE = 0.003
DECAY = 0.02
SLOWEST = 0.1  # share of the rate that is left at the end
DROP_TRAITS, DROP_HIDDEN, DROP_VECTORS, DROP_STATES = 0.4, 0.5, 0.4, 0.3
ROWS = 0.3  # what a sum of rows is multiplied by while training
PASSING = 0.9  # share of the related pairs that the gate lets pass, of those that it was not fitted on
GATE_EPOCHS, GATE_BATCH, GATE_RATE, GATE_DECAY = 3, 1024, 0.1, 1e-4

Floats = NDArray[np.float32]


@dataclass(slots=True)
class Pairs:
    """What a network learns from: N pairs, their text of W words, V different lemmas."""

    traits: NDArray[np.int64]  # (N, T)
    words: NDArray[np.int64]  # (N, WORDS), rows of `vectors`
    points: NDArray[np.int64]  # (N, POINTS), words of the text
    text: NDArray[np.int64]  # (W,), rows of `vectors`
    vectors: Floats  # (V, DIMENSIONS)
    states: Floats  # (W, STATES)
    related: Floats  # (N,) 0 or 1
    properties: Floats  # (N, C) 1 for each property that counts as right

    def lexical(self, chosen: NDArray[np.int64]) -> Floats:
        """Return the vectors of the words of some pairs, and the scaled sum of those between their ends, side by side.

        (n, (WORDS + 1) * DIMENSIONS); as `Network` reads them.
        """
        first, last = self._stretches(chosen)
        between = _summed(self.vectors, self.text, first + 1, last) / np.sqrt(1 + last - first)[:, None]
        own = self.vectors[self.words[chosen]].reshape(len(chosen), -1)
        return np.concatenate([own, between], axis=1, dtype=np.float32)

    def contextual(self, chosen: NDArray[np.int64]) -> Floats:
        """Return the states at the points of some pairs, and their mean from end to end, (n, (POINTS + 1) * STATES)."""
        first, last = self._stretches(chosen)
        along = _summed(self.states, None, first, last + 1) / (1 + last - first)[:, None]
        own = self.states[self.points[chosen]].reshape(len(chosen), -1)
        return np.concatenate([own, along], axis=1, dtype=np.float32)

    def _stretches(self, chosen: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        ends = self.points[chosen, :2]
        return ends.min(axis=1), ends.max(axis=1)


def _summed(
    rows: Floats, index: NDArray[np.int64] | None, starts: NDArray[np.int64], ends: NDArray[np.int64]
) -> Floats:
    """Sum the rows (or those that an index names) of each stretch, (len(starts), width); 0 where it is empty."""
    lengths = np.maximum(ends - starts, 0)
    total = np.zeros((len(starts), rows.shape[1]), np.float32)
    real = np.flatnonzero(lengths)
    if len(real):
        before = np.cumsum(lengths[real]) - lengths[real]
        places = np.repeat(starts[real] - before, lengths[real]) + np.arange(lengths.sum())
        total[real] = np.add.reduceat(rows[places if index is None else index[places]], before)
    return total


def make_pairs(
    inputs: Inputs, labels: Sequence[frozenset[str]], names: Sequence[str], vector: Callable[[str], Floats]
) -> Pairs:
    """Put labelled pairs into arrays."""
    known = {lemma: n for n, lemma in enumerate(sorted({*inputs.text, *(w for row in inputs.lemmas for w in row)}))}
    column = {name: n for n, name in enumerate(names)}
    properties = np.zeros((len(labels), len(names)), np.float32)
    for row, found in enumerate(labels):
        properties[row, [column[name] for name in found if name in column]] = 1
    return Pairs(
        traits=inputs.traits, words=np.array([[known[lemma] for lemma in row] for row in inputs.lemmas]),
        points=inputs.points, text=np.array([known[lemma] for lemma in inputs.text]), states=inputs.states,
        vectors=np.stack([vector(lemma) for lemma in known]),
        related=np.array([bool(found) for found in labels], np.float32), properties=properties,
    )  # fmt: skip


@dataclass(slots=True)
class _Trainer:
    """A network being trained."""

    adam: Adam
    random: np.random.Generator

    def step(self, pairs: Pairs, chosen: NDArray[np.int64], rate: float) -> None:
        """Learn from one batch; its first BATCH pairs count for whether there is a relation."""
        w, random, n = self.adam.weights, self.random, len(chosen)
        traits = pairs.traits[chosen]
        traits = np.where(random.random(traits.shape, np.float32) < DROP_TRAITS, SIZE, traits)
        vectors = pairs.lexical(chosen)
        vectors *= self._kept(vectors.shape, DROP_VECTORS)
        states = pairs.contextual(chosen)
        states *= self._kept(states.shape, DROP_STATES)
        step = ROWS / (1 - DROP_TRAITS)
        total = w["rows"][traits].sum(axis=1) * step
        layer = total[:, :-1] + vectors @ w["words"] + states @ w["states"] + w["hidden"]
        kept = self._kept(layer.shape, DROP_HIDDEN) * (layer > 0)
        layer = layer * kept
        related = 1 / (1 + np.exp(-(layer @ w["related"][:-1] + total[:, -1] + w["related"][-1])))
        counts = np.arange(n) < BATCH
        off = ((related - pairs.related[chosen]) * counts / n).astype(np.float32)
        shares = _softmax(layer @ w["properties"][:-1] + w["properties"][-1])
        right = shares * pairs.properties[chosen]
        mass = right.sum(axis=1, keepdims=True)
        wrong = ((shares - right / (mass + 1e-9)) * (mass > 0) / n).astype(np.float32)
        below = (off[:, None] * w["related"][:-1] + wrong @ w["properties"][:-1].T) * kept
        self.adam.steps += 1
        for name, gradient in {
            "words": vectors.T @ below, "states": states.T @ below, "hidden": below.sum(axis=0),
            "related": np.append(layer.T @ off, off.sum()),
            "properties": np.vstack([layer.T @ wrong, wrong.sum(axis=0)]),
        }.items():  # fmt: skip
            self.adam.move(name, gradient, rate, DECAY if name != "hidden" else 0.0)
        self.adam.move_rows("rows", traits, np.concatenate([below, off[:, None]], axis=1) * step, rate, DECAY)

    def _kept(self, shape: tuple[int, ...], dropped: float) -> Floats:
        kept: Floats = (self.random.random(shape, np.float32) >= dropped) * np.float32(1 / (1 - dropped))
        return kept


def train_gate(rough: NDArray[np.int64], related: Floats) -> Gate:
    """Fit the gate; what it lets pass is measured on the last third, by weights that the others gave."""
    part = 2 * len(rough) // 3
    odds = _fit_gate(rough[:part], related[:part])[rough[part:]].sum(axis=1)
    least = float(np.quantile(odds[related[part:] > 0], 1 - PASSING))
    return Gate(_fit_gate(rough, related), least)


def _fit_gate(rough: NDArray[np.int64], related: Floats) -> Floats:
    """Fit a logistic model by gradient descent (Adagrad: Duchi et al., 2011); its intercept is the share related."""
    weights, square = np.zeros(SIZE), np.full(SIZE, 1e-8)
    share = float(related.mean())
    random = np.random.default_rng(0)
    for _ in range(GATE_EPOCHS):
        order = random.permutation(len(rough))
        for first in range(0, len(order), GATE_BATCH):
            chosen = order[first : first + GATE_BATCH]
            odds = weights[rough[chosen]].sum(axis=1) + np.log(share / (1 - share))
            off = 1 / (1 + np.exp(-odds)) - related[chosen]
            gradient = np.bincount(rough[chosen].ravel(), np.repeat(off, rough.shape[1]), SIZE) / len(chosen)
            gradient += GATE_DECAY * weights * (gradient != 0)
            square += gradient**2
            weights -= GATE_RATE * gradient / np.sqrt(square)
    fitted: Floats = weights.astype(np.float32)
    return fitted


def train(pairs: Pairs, seed: int) -> Network:
    """Train one network; the same pairs and seed give the same weights on one machine."""
    random = np.random.default_rng(seed)
    properties = pairs.properties.shape[1]
    rows = np.zeros((SIZE + 1, HIDDEN + 1))
    rows[:SIZE, :HIDDEN] = random.normal(0, 0.05, (SIZE, HIDDEN))
    start = {
        "rows": rows,
        "words": random.normal(0, 0.05, ((WORDS + 1) * DIMENSIONS, HIDDEN)),
        "states": random.normal(0, 0.05, ((POINTS + 1) * STATES, HIDDEN)),
        "hidden": np.zeros(HIDDEN),
        "related": np.append(random.normal(0, 0.1, HIDDEN), -3.0),
        "properties": np.vstack([random.normal(0, 0.1, (HIDDEN, properties)), np.zeros(properties)]),
    }
    trainer = _Trainer(Adam({name: w.astype(np.float32) for name, w in start.items()}), random)
    related = np.flatnonzero(pairs.related)
    batches = len(pairs.related) // BATCH
    for turn in range(EPOCHS * batches):
        if turn % batches == 0:
            order = random.permutation(len(pairs.related))
        first = turn % batches * BATCH
        chosen = np.r_[order[first : first + BATCH], random.choice(related, RELATED)]
        trainer.step(pairs, chosen, RATE * (1 - (1 - SLOWEST) * turn / (EPOCHS * batches)))
    w = trainer.adam.weights
    return Network(
        rows=w["rows"] * np.float32(ROWS), words=w["words"].reshape(WORDS + 1, DIMENSIONS, HIDDEN),
        states=w["states"].reshape(POINTS + 1, STATES, HIDDEN), hidden=w["hidden"],
        related=w["related"], properties=w["properties"],
    )  # fmt: skip


def _softmax(logits: Floats) -> Floats:
    shares: Floats = np.exp(logits - logits.max(axis=1, keepdims=True))
    return shares / shares.sum(axis=1, keepdims=True)
