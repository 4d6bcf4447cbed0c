"""How real a predicate is, while all that bears on it is read."""

from kg.model import Modality

# The higher wins where several apply: a wish to be able to promise is a wish.
STRENGTH = {
    Modality.ACTUAL: 0, Modality.GENERIC: 1, Modality.PLANNED: 2, Modality.PROMISED: 3, Modality.OBLIGATED: 4,
    Modality.POSSIBLE: 5, Modality.DESIRED: 6, Modality.CONDITIONAL: 7,
}  # fmt: skip


class State:
    """Polarity and modality of one predicate so far."""

    __slots__ = ("modality", "negative")

    def __init__(self) -> None:
        self.negative = False
        self.modality = Modality.ACTUAL

    def weaken(self, modality: Modality) -> None:
        """Take the modality further from a plain fact."""
        if STRENGTH[modality] > STRENGTH[self.modality]:
            self.modality = modality
