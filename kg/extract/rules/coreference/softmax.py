"""From sums of weights to probabilities, for the few candidates of a question: arrays would take longer."""

import math
from collections.abc import Sequence


def shares(sums: Sequence[float]) -> list[float]:
    """Return the exponentials of some sums, scaled to add up to 1."""
    top = max(sums)
    found = [math.exp(s - top) for s in sums]
    total = math.fsum(found)
    return [each / total for each in found]
