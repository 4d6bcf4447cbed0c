"""How real a claim is, as a model judges that was trained on annotated articles: denied, planned, possible, actual.

Log-linear (a softmax over what annotators say, of hashed traits: Weinberger et al., 2009); what rules say is one of the
traits. The weights (kg/lang/<language>/reality.npz) are written by tests/quality/train_reality.py; a language without
that file has rules alone. What the model makes more real than rules do is never a plain fact: it becomes a reading of
the learned reader; a denial it never takes back, nor what hangs on a condition.
"""

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kg.extract.rules.learned.circumstances import Circumstances
from kg.extract.rules.learned.left_open import is_left_open
from kg.extract.rules.relations.reading import Draft
from kg.extract.rules.weights import read_weights, shares, to_whole
from kg.model import LEARNED, Claim, Modality, Polarity

MARGIN = 0.1  # by how much likelier than what rules say another reality must be
PLAIN_MARGIN = 0.8  # the same for what rules read as not actual: our annotators are freer than those of the gold there
DIGITS = 4  # of a probability, so that the last bits of a sum decide nothing

Floats = NDArray[np.float32]
Told = tuple[Polarity, Modality]
PLAIN: Told = (Polarity.POSITIVE, Modality.ACTUAL)
UNWANTED: Told = (Polarity.NEGATIVE, Modality.DESIRED)


@dataclass(frozen=True, slots=True)
class Realist:
    """Weights of traits: how much each speaks for each reality."""

    told: tuple[Told, ...]  # C realities
    weights: Floats  # (SIZE, C)
    prior: Floats  # (C,) log of how often each is told

    def probabilities(self, rows: NDArray[np.int64]) -> NDArray[np.float64]:
        """Return how likely each reality is, (C,).

        Args:
            rows: of the traits of a claim.
        """
        sums = self.weights.take(rows, axis=0).astype(np.float64).sum(axis=0) + self.prior
        return shares(sums).round(DIGITS)

    def judge(self, rows: NDArray[np.int64], ruled: Told, *, left_open: bool = False) -> tuple[Told, float]:
        """Return what is likeliest, if it is clearly likelier than what rules say, and how likely it is.

        What rules read as denied stays denied, what hangs on a condition stays so, and what words leave open.
        """
        sure = self.probabilities(rows)
        best = int(sure.argmax())
        told = self.told[best]
        before = float(sure[self.told.index(ruled)]) if ruled in self.told else 0.0
        denied = ruled[0] is Polarity.NEGATIVE and told[0] is Polarity.POSITIVE
        if (
            denied
            or (left_open and told == PLAIN)
            or ruled[1] is Modality.CONDITIONAL
            or sure[best] - before < (PLAIN_MARGIN if told == PLAIN else MARGIN)
        ):
            return ruled, before
        return told, float(sure[best])

    def put_on(self, circumstances: Circumstances, draft: Draft, claim: Claim) -> Claim:
        """Return the claim with the reality that it most likely has; how likely is noted in the draft."""
        ruled = claim.polarity, claim.modality
        left_open = is_left_open(circumstances.reading, draft, said=claim.speaker is not None)
        told, draft.real = self.judge(circumstances.rows(draft, claim), ruled, left_open=left_open)
        beside = draft.background and draft.predicate != "leftPosition"
        if beside and claim.polarity is Polarity.POSITIVE and told[0] is Polarity.NEGATIVE:
            return claim  # "Paul Napier, an executive at Aton, denied it": no denial of what he is
        over = claim.past or (draft.background and draft.predicate == "leftPosition")
        if told == ruled or (over and told[0] is not claim.polarity):
            return claim  # "l'ancien PDG": that it is over is told, and no denial of what was
        if ruled == UNWANTED and claim.speaker is not None:
            return claim  # "urged X not to leave": a wish, no denial
        evidence = claim.evidence
        if told == PLAIN and not evidence.rule.startswith(LEARNED):
            evidence = replace(evidence, rule=f"{LEARNED}{evidence.rule}")
        return replace(claim, polarity=told[0], modality=told[1], evidence=evidence)


@cache
def load_realist(code: str) -> Realist | None:
    """Read the model of a language; None if it has none."""
    return read_weights(code, "reality.npz", read_realist)


def read_realist(path: Path) -> Realist:
    """Read what `write_realist` wrote."""
    with np.load(path, allow_pickle=False) as data:
        weights = data["weights"].astype(np.float32) * data["steps"]
        told = tuple((Polarity(p), Modality(m)) for p, m in (str(name).split("/") for name in data["told"]))
        return Realist(told, weights, data["prior"])


def write_realist(realist: Realist, path: Path) -> None:
    """Write the weights as whole numbers with a step a column."""
    whole, steps = to_whole(realist.weights)
    np.savez_compressed(
        path, weights=whole, steps=steps.astype(np.float32),
        prior=realist.prior.astype(np.float32), told=np.array([f"{p}/{m}" for p, m in realist.told]),
    )  # fmt: skip
