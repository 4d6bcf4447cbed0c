"""What makes two facts one: equal meaning and time; and how sure their evidence is together, in what order it stands.

Linking makes facts of claims, and merging and importing graphs make facts of facts: both must come to the same ids.
"""

import hashlib
import math
from collections.abc import Iterable
from dataclasses import dataclass

from kg.lang.schema import load_schema
from kg.model import Evidence, Modality, Polarity, Value

_ID_LENGTH = 12  # hex digits


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """All that tells two facts apart, but for their time; of a symmetric property, the end of the lower id is first."""

    subject: str  # Entity.id
    predicate: str
    object: str | Value
    phrase: str  # of open relations only, else ""
    polarity: Polarity
    modality: Modality
    speaker: str | None  # Entity.id
    past: bool

    def id_at(self, time: str) -> str:
        """Return the id of the fact: the same words at another time ("2019", "" for none) are another fact."""
        object_ = self.object if isinstance(self.object, str) else f"{self.object.datatype}={self.object.text}"
        parts = (self.subject, self.predicate, object_, self.phrase, self.polarity, self.modality, self.speaker or "")
        text = "\x1f".join((*parts, str(self.past), time))
        return hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()[:_ID_LENGTH]


def is_turned(subject: str, predicate: str, object_: str | Value) -> bool:
    """Whether the ends of a symmetric property have to be exchanged for the lower id to be first."""
    schema = load_schema().properties.get(predicate)
    return schema is not None and schema.symmetric and isinstance(object_, str) and object_ < subject


def confidence_of(evidence: Iterable[Evidence]) -> float:
    """Combine evidence as independent between articles: 1 - the product over articles of (1 - the best in it)."""
    best: dict[str, float] = {}
    for e in evidence:
        best[e.article] = max(best.get(e.article, 0.0), e.confidence)
    return round(1 - math.prod(1 - best[article] for article in sorted(best)), 6)


def evidence_in_order(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Return evidence sorted by its place in the text, then by all else, so that no two runs differ, and each once."""
    each = set(evidence)
    return tuple(each) if len(each) == 1 else tuple(sorted(each, key=_evidence_key))  # most facts have one


def _evidence_key(evidence: Evidence) -> tuple[object, ...]:
    return evidence.article, evidence.sentence, evidence.clause, evidence.trigger, evidence.rule, repr(evidence)
