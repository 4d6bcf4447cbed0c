"""A judge and its inputs for tests of the learned reader: it knows two properties and sees almost nothing."""

import numpy as np

from kg.extract.rules.learned.inputs import POINTS, WORDS
from kg.extract.rules.learned.network import (
    KINDS,
    Gate,
    Judge,
    Network,
)
from kg.extract.rules.learned.traits import SIZE
from kg.extract.rules.learned.vectors import STATES
from kg.model import OPEN

TRAITS, HIDDEN = 3, 2


def a_judge(*, related: float = 0.0) -> Judge:
    """A judge that knows two properties and whose networks see almost nothing."""
    random = np.random.default_rng(1)
    network = Network(
        rows=np.concatenate([random.normal(0, 1, (SIZE, HIDDEN + 1)), np.zeros((1, HIDDEN + 1))]).astype(np.float32),
        words=random.normal(0, 1, (WORDS + 1, 300, HIDDEN)).astype(np.float32),
        states=random.normal(0, 1, (POINTS + 1, STATES, HIDDEN)).astype(np.float32),
        hidden=np.zeros(HIDDEN, np.float32),
        related=np.array([0.0, 0.0, related], np.float32),
        properties=random.normal(0, 1, (HIDDEN + 1, 2)).astype(np.float32),
    )
    return Judge(
        gate=Gate(np.zeros(SIZE, np.float32), 0.0), properties=(OPEN, "locatedIn"), seen=(999, 999),
        networks=(network,), scale=dict.fromkeys(KINDS, (1.0, 0.0)), least=dict.fromkeys(KINDS, 0.3),
    )  # fmt: skip


def nothing(_: str) -> np.ndarray:
    return np.zeros(300, np.float32)
