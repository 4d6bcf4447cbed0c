"""Training finds what is there to be found, the same each time."""

import numpy as np
import pytest

from kg.extract.rules.learned.inputs import POINTS, WORDS, Inputs
from kg.extract.rules.learned.vectors import STATES
from tests.quality import pair_training
from tests.quality.pair_training import BATCH, make_pairs, train, train_gate
from tests.quality.train_pairs import calibrate

pytestmark = pytest.mark.slow

RELATED, KIND = 7, 9  # traits that tell of a relation, and of which


def some_inputs(traits: np.ndarray) -> Inputs:
    """Pairs of a text of ten words that tells nothing."""
    points = np.random.default_rng(4).integers(0, 10, (len(traits), POINTS))
    states = np.zeros((10, STATES), np.float32)
    return Inputs(traits=traits, lemmas=[("",) * WORDS] * len(traits), points=points, text=[""] * 10, states=states)


def some_pairs(number: int) -> tuple[np.ndarray, list[frozenset[str]]]:
    """Pairs of which a tenth is related, as two traits tell; the third is chance."""
    random = np.random.default_rng(0)
    related, kind = random.random(number) < 0.1, random.random(number) < 0.5
    noise = random.integers(100, 200, number)
    traits = np.stack([np.where(related, RELATED, 1), np.where(kind, KIND, 2), noise], axis=1)
    labels = [frozenset({"owns" if k else "leads"} if r else ()) for r, k in zip(related, kind, strict=True)]
    return traits, labels


def nothing(_: str) -> np.ndarray:
    return np.zeros(300, np.float32)


def test_a_network_learns_which_pairs_are_related_and_how(monkeypatch):
    """Related pairs get a high probability for their property, others for none."""
    monkeypatch.setattr(pair_training, "EPOCHS", 40)
    traits, labels = some_pairs(12 * BATCH)
    pairs = make_pairs(some_inputs(traits), labels, ["leads", "owns"], nothing)

    votes = train(pairs, 0).vote(some_inputs(traits), nothing)

    for column, name in enumerate(["leads", "owns"]):
        told = np.array([name in found for found in labels])
        assert votes[told, column].mean() > 0.7
        assert votes[~told, column].mean() < 0.1


def test_training_again_gives_the_same_weights():
    """The same pairs and seed, the same network."""
    traits, labels = some_pairs(2 * BATCH)
    pairs = make_pairs(some_inputs(traits), labels, ["leads", "owns"], nothing)

    one, other = train(pairs, 3), train(pairs, 3)

    assert np.array_equal(one.rows, other.rows)
    assert np.array_equal(one.properties, other.properties)


def test_the_gate_lets_pass_what_may_be_related():
    """Where one trait tells all, the gate stops the rest."""
    traits, labels = some_pairs(4000)
    related = np.array([bool(found) for found in labels], np.float32)

    passes = train_gate(traits, related).passes(traits)

    assert passes[related > 0].mean() > 0.85
    assert passes[related == 0].mean() < 0.1


def test_calibration_finds_the_slope_and_shift_of_what_is_over_sure():
    """Votes whose log-odds are twice too large come back with half the slope."""
    random = np.random.default_rng(0)
    odds = random.normal(0, 3, 40000)
    right = random.random(40000) < 1 / (1 + np.exp(-(odds / 2 - 0.5)))

    slope, shift = calibrate(1 / (1 + np.exp(-odds)), right)

    assert abs(slope - 0.5) < 0.03
    assert abs(shift + 0.5) < 0.05


def test_training_sees_of_words_and_states_what_the_network_will_see():
    """Between, along and at the points: the arrays that are learnt from add up to what a network reads."""
    random = np.random.default_rng(5)
    text, number = list("abcdefghij"), 7
    inputs = Inputs(
        traits=random.integers(0, 9, (number, 3)), lemmas=[tuple(random.choice(text, WORDS)) for _ in range(number)],
        points=random.integers(0, len(text), (number, POINTS)), text=text,
        states=random.normal(0, 1, (len(text), STATES)).astype(np.float32),
    )  # fmt: skip
    vectors = {letter: random.normal(0, 0.06, 300).astype(np.float32) for letter in text}
    labels = [frozenset({"owns"})] * number
    pairs = make_pairs(inputs, labels, ["owns"], vectors.__getitem__)
    network, every = train(pairs, 0), np.arange(number)

    words, states = (table.reshape(-1, table.shape[-1]) for table in (network.words, network.states))

    assert np.allclose(pairs.lexical(every) @ words, network._of_words(inputs, vectors.__getitem__), atol=1e-4)
    assert np.allclose(pairs.contextual(every) @ states, network._of_states(inputs), atol=1e-4)
