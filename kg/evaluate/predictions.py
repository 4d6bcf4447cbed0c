"""The JSON Lines of a graph, as far as scoring needs them; any program's, not only ours."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import EvaluationError
from kg.evaluate.gold import OPEN_PREDICATES


@dataclass(frozen=True, slots=True, kw_only=True)
class PredictedValue:
    """A literal object."""

    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PredictedMention:
    """A place where an entity is mentioned."""

    article: str  # the source file's name without its ending
    surface: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PredictedEntity:
    """A node of the graph."""

    id: str
    label: str
    type: str
    aliases: tuple[str, ...]
    mentions: tuple[PredictedMention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PredictedEvidence:
    """Where a fact was read; the rule is empty where the program does not tell it."""

    article: str
    start: int
    end: int
    text: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PredictedFact:
    """A fact of the graph."""

    subject: str
    predicate: str
    object: str | PredictedValue
    phrase: str
    polarity: str
    modality: str
    speaker: str | None
    asserted: bool
    confidence: float
    evidence: tuple[PredictedEvidence, ...]

    @property
    def is_open(self) -> bool:
        """Whether no property of the ontology expresses it."""
        return self.predicate in OPEN_PREDICATES

    def evidence_in(self, article: str) -> tuple[PredictedEvidence, ...]:
        """Return the evidence in one article."""
        return tuple(e for e in self.evidence if e.article == article)


@dataclass(frozen=True, slots=True, kw_only=True)
class Predictions:
    """All that a program says of all articles."""

    entities: dict[str, PredictedEntity]
    facts: tuple[PredictedFact, ...]
    texts: dict[str, str]  # article name → text, where the file carries it


def read_predictions(path: str | Path) -> Predictions:
    """Read the entities and facts of a JSON Lines file; other records are passed over.

    Raises:
        EvaluationError: the file is missing, or a line is no such record.
    """
    try:
        with Path(path).open(encoding="utf-8") as lines:
            return parse_predictions(lines, where=str(path))
    except OSError as error:
        raise EvaluationError(
            f"cannot be read: {error.strerror}", where=str(path), remedy="Name the graph.jsonl of a build."
        ) from error


def parse_predictions(lines: Iterable[str], *, where: str = "predictions") -> Predictions:
    """Read records from lines.

    Raises:
        EvaluationError: a line is no such record.
    """
    entities: dict[str, PredictedEntity] = {}
    facts: list[PredictedFact] = []
    texts: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        try:
            record = json.loads(line)
            if record["kind"] == "entity":
                entities[record["id"]] = _entity(record)
            elif record["kind"] == "fact":
                facts.append(_fact(record))
            elif record["kind"] == "article":
                texts[record["name"]] = record["text"]
        except (ValueError, KeyError, TypeError) as error:
            raise EvaluationError(
                f"is no record of a graph: {error}", where=f"{where}:{number}", remedy="See docs/format-jsonl.md."
            ) from error
    return Predictions(entities=entities, facts=tuple(facts), texts=texts)


def _entity(record: dict[str, Any]) -> PredictedEntity:
    return PredictedEntity(
        id=record["id"],
        label=record["label"],
        type=record.get("type", ""),
        aliases=tuple(record.get("aliases", ())),
        mentions=tuple(PredictedMention(article=m["article"], surface=m["surface"]) for m in record["mentions"]),
    )


def _fact(record: dict[str, Any]) -> PredictedFact:
    said = record["object"]
    return PredictedFact(
        subject=record["subject"],
        predicate=record["predicate"],
        object=said if isinstance(said, str) else PredictedValue(value=str(said.get("value", ""))),
        phrase=record.get("phrase", ""),
        polarity=record["polarity"],
        modality=record["modality"],
        speaker=record.get("speaker"),
        asserted=record["asserted"],
        confidence=float(record.get("confidence", 1.0)),
        evidence=tuple(_evidence(e) for e in record["evidence"]),
    )


def _evidence(record: dict[str, Any]) -> PredictedEvidence:
    return PredictedEvidence(
        article=record["article"],
        start=record.get("start", 0),
        end=record.get("end", 0),
        text=record.get("text", ""),
        rule=record.get("rule", ""),
    )
