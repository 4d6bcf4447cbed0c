"""Training finds which traits tell what a pronoun stands for, the same each time."""

import numpy as np

from kg.extract.rules.coreference.pronoun_traits import Question
from tests.quality.train_pronouns import SEEN, Example, train


def some_examples() -> list[Example]:
    """Pronouns that stand for what was a subject, wherever it stands; where nothing was, for none."""
    random = np.random.default_rng(0)
    examples = []
    for n in range(400):
        place = int(random.integers(3))
        rows = tuple((f"role={'subject' if place == k else 'other'}", f"noise={random.integers(9)}") for k in range(3))
        examples.append(Example(str(n), Question(n, "il", (0, 1, 2), ("none=",), rows), (place,)))
    lost = (("role=other", "noise=1"),)
    return examples + [Example("x", Question(0, "il", (0,), ("none=",), lost), ())] * 40


def test_weights_tell_the_subject_and_what_stands_for_none():
    """The trait that decides is found beside one that is chance."""
    weights = train(some_examples())

    sure = weights.probabilities(Question(0, "il", (0, 1), ("none=",), (("role=other",), ("role=subject",))))
    lost = weights.probabilities(Question(0, "il", (0,), ("none=",), (("role=other",),)))
    assert sure[1] > 0.9
    assert lost[0] < 0.3


def test_training_again_gives_the_same_weights():
    """Nothing is drawn at random."""
    assert train(some_examples()) == train(some_examples())


def test_a_trait_that_is_hardly_ever_seen_weighs_nothing():
    """Seen once less than asked for, it has no weight: it would say more of its article than of the language."""
    rare = Example("y", Question(0, "il", (0,), ("none=",), (("role=rare",),)), (0,))

    assert "role=rare" not in train(some_examples() + [rare] * (SEEN - 1)).weights
