"""Training finds which traits tell how real a claim is, the same each time."""

import numpy as np

from kg.extract.rules.learned.circumstances import row_of
from kg.extract.rules.learned.realism import PLAIN
from kg.model import Modality, Polarity
from tests.quality.train_reality import SEEN, Example, train

PLANNED = (Polarity.POSITIVE, Modality.PLANNED)
DENIED = (Polarity.NEGATIVE, Modality.ACTUAL)


def rows_of(*traits):
    """The rows of traits, in order."""
    return np.array(sorted(map(row_of, traits)))


def some_examples():
    """Claims that are planned where a trait says "future", whatever rules say; three are denied."""
    random = np.random.default_rng(0)
    examples = []
    for n in range(600):
        ahead = n % 4 == 0
        rows = rows_of(f"form={'future' if ahead else 'past'}", f"lemma={random.integers(50)}")
        examples.append(Example(str(n), False, rows, PLAIN, frozenset({PLANNED if ahead else PLAIN})))
    return examples + [Example("x", False, rows_of("neg=pas"), PLAIN, frozenset({DENIED}))] * 3


def test_a_model_learns_what_tells_a_plan():
    """What rules took for done is seen to be planned."""
    realist = train(some_examples())

    assert realist.judge(rows_of("form=future", "lemma=3"), PLAIN)[0] == PLANNED
    assert realist.judge(rows_of("form=past", "lemma=3"), PLAIN)[0] == PLAIN


def test_what_was_hardly_seen_is_not_learnt():
    """A reality of a few examples is no answer."""
    assert SEEN > 3
    assert DENIED not in train(some_examples()).told


def test_the_same_examples_give_the_same_weights():
    """Training is deterministic."""
    assert np.array_equal(train(some_examples()).weights, train(some_examples()).weights)
