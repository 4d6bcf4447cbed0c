"""Precision, recall and F1 from counts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """How many answers were wanted and found, given and right."""

    wanted: int = 0
    found: int = 0
    given: int = 0
    right: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.wanted + other.wanted, self.found + other.found, self.given + other.given, self.right + other.right
        )

    @property
    def precision(self) -> float:
        """Right of given."""
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        """Found of wanted."""
        return self.found / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __str__(self) -> str:
        return f"P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}  ({self.found}/{self.wanted} found)"
