"""How real a predicate is, while all that bears on it is read."""

from kg.model import Modality

# The higher wins where several apply: a wish to be able to promise is a wish.
STRENGTH = {
    Modality.ACTUAL: 0, Modality.GENERIC: 1, Modality.PLANNED: 2, Modality.PROMISED: 3, Modality.OBLIGATED: 4,
    Modality.POSSIBLE: 5, Modality.DESIRED: 6, Modality.CONDITIONAL: 7,
}  # fmt: skip


class State:
    """Polarity and modality of one predicate so far, and whether words say so that no model may overrule."""

    __slots__ = ("firm", "modality", "negative")

    def __init__(self) -> None:
        self.negative = False
        self.firm = False
        self.modality = Modality.ACTUAL

    def weaken(self, modality: Modality, *, firm: bool = False) -> None:
        """Take the modality further from a plain fact.

        Args:
            firm: whether it says in so many words that nobody vouches for it: a question, a charge, a rumour.
        """
        self.firm = self.firm or (firm and modality is not Modality.ACTUAL)
        if STRENGTH[modality] > STRENGTH[self.modality]:
            self.modality = modality
