"""Training finds what tells the class of a name, the same each time."""

import numpy as np

from kg.extract.rules.mentions.name_traits import SIZE, NameQuestion
from tests.quality.train_names import SEEN, Example, train

INPUTS = 8


def a_question(kind: int, random: np.random.Generator) -> NameQuestion:
    """A name of which one trait tells the class, and an input hints at it; the other traits are noise."""
    rows = np.unique([kind, *random.integers(100, 200, 4)])
    inputs = random.normal(0, 0.1, INPUTS).astype(np.float32)
    inputs[kind] += 1
    return NameQuestion("x", "Entity", rows, inputs)


def some_examples() -> list[Example]:
    random = np.random.default_rng(0)
    kinds = ("City", "Company", "Person")
    drawn = [int(random.integers(3)) for _ in range(600)]
    return [Example(str(n), a_question(k, random), frozenset({kinds[k]}), True) for n, k in enumerate(drawn)]


def test_the_model_tells_classes_apart_by_their_traits():
    model, random = train(some_examples()), np.random.default_rng(1)

    told = [model.judge(a_question(kind, random)) for kind in (0, 1, 2)]
    assert told == ["City", "Company", "Person"]


def test_training_again_gives_the_same_weights():
    one, other = train(some_examples()), train(some_examples())

    assert np.array_equal(one.rows, other.rows)
    assert np.array_equal(one.told, other.told)


def test_a_class_that_is_hardly_ever_seen_is_not_learnt():
    random = np.random.default_rng(2)
    rare = Example("y", a_question(0, random), frozenset({"LegalAct"}), True)

    assert "LegalAct" not in train(some_examples() + [rare] * (SEEN - 1)).classes


def test_a_trait_that_was_never_seen_weighs_nothing():
    assert not train(some_examples()).rows[SIZE - 1].any()
