"""Stochastic gradient descent by Adam (Kingma and Ba, 2015), for the whole of a matrix or for some of its rows."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

KEEP_MEAN, KEEP_SQUARE = 0.9, 0.99

Floats = NDArray[np.float32]


@dataclass(slots=True)
class Adam:
    """Weights being trained, with the averages of their gradients.

    What is moved by rows is not corrected for the first steps: a row's own first step may be the last of all.
    """

    weights: dict[str, Floats]
    mean: dict[str, Floats] = field(default_factory=dict)
    square: dict[str, Floats] = field(default_factory=dict)
    steps: int = 0

    def __post_init__(self) -> None:
        self.mean = {name: np.zeros_like(w) for name, w in self.weights.items()}
        self.square = {name: np.zeros_like(w) for name, w in self.weights.items()}

    def move(self, name: str, gradient: Floats, rate: float, decay: float = 0.0) -> None:
        """Move a whole matrix; `steps` tells how often that was done, this time included."""
        lean = 1 - KEEP_MEAN**self.steps, 1 - KEEP_SQUARE**self.steps
        self._move(name, np.s_[:], gradient.astype(np.float32), rate, decay, lean)

    def move_rows(
        self, name: str, traits: NDArray[np.int64], gradient: Floats, rate: float, decay: float = 0.0
    ) -> None:
        """Move the rows of the traits that a batch had, each by the sum over its examples; the last row is padding.

        Args:
            traits: (N, T) rows.
            gradient: (N, width) of each example.
        """
        flat = traits.ravel()
        order = np.argsort(flat, kind="stable")
        found = flat[order]
        starts = np.flatnonzero(np.r_[True, found[1:] != found[:-1]])
        rows = found[starts]
        sums = np.add.reduceat(gradient[order // traits.shape[1]], starts, axis=0)
        real = rows < len(self.weights[name]) - 1
        self._move(name, rows[real], sums[real], rate, decay, (1.0, 1.0))

    def _move(
        self, name: str, at: object, gradient: Floats, rate: float, decay: float, lean: tuple[float, float]
    ) -> None:
        mean, square, weight = self.mean[name], self.square[name], self.weights[name]
        mean[at] = KEEP_MEAN * mean[at] + (1 - KEEP_MEAN) * gradient  # type: ignore[index]
        square[at] = KEEP_SQUARE * square[at] + (1 - KEEP_SQUARE) * gradient**2  # type: ignore[index]
        push = mean[at] / lean[0] / (np.sqrt(square[at] / lean[1]) + 1e-6)  # type: ignore[index]
        weight[at] -= rate * (push + decay * weight[at])  # type: ignore[index]
