"""Gold articles: what a careful reader would put in the graph after reading one article."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import EvaluationError

OPEN_PREDICATES = frozenset({"open", "relatedTo"})
ANYTHING = "*"  # an argument that the text does not name


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldValue:
    """A literal object."""

    value: str
    type: str  # "date", "number", "money", "string"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldEntity:
    """Something the article speaks of, by its names and by its descriptions."""

    id: str
    type: str
    names: tuple[str, ...]
    mentions: tuple[str, ...]


GoldObject = str | GoldValue


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldFact:
    """One fact, with the other answers that count as right."""

    id: str
    tier: str  # "A" explicit and undeniable, "B" needs coreference or another sentence, "C" arguable
    subjects: tuple[str, ...]  # the answer, then the others that count
    predicates: tuple[str, ...]
    objects: tuple[GoldObject, ...]
    polarity: str
    modalities: tuple[str, ...]
    speakers: tuple[str | None, ...]
    evidence: str
    phrase: str
    time: str | None

    @property
    def predicate(self) -> str:
        """The property that the annotator chose first."""
        return self.predicates[0]

    @property
    def is_open(self) -> bool:
        """Whether no property of the ontology expresses it."""
        return self.predicate in OPEN_PREDICATES

    @property
    def may_be_asserted(self) -> bool:
        """Whether the gold allows it as a plain fact."""
        return self.polarity == "positive" and "actual" in self.modalities and None in self.speakers


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldArticle:
    """The gold of one article."""

    name: str
    language: str
    entities: tuple[GoldEntity, ...]
    facts: tuple[GoldFact, ...]
    forbidden: tuple[GoldFact, ...]  # what a careless reader would assert

    def entity(self, id_: str) -> GoldEntity | None:
        """Return an entity by its id."""
        return next((e for e in self.entities if e.id == id_), None)


def read_gold(folder: str | Path, *, split: str | None = None) -> tuple[GoldArticle, ...]:
    """Read every gold file of a folder, or those of one split, in the order of their names.

    Raises:
        EvaluationError: there is no gold, no such split, or a file is not what it should be.
    """
    folder = Path(folder)
    paths = sorted(folder.glob("*.json"))
    if split is not None:
        chosen = _split(folder, split)
        paths = [p for p in paths if f"{p.resolve().parent.name}/{p.stem}" in chosen]
    if not paths:
        raise EvaluationError("holds no gold article", where=str(folder), remedy="Name a folder of gold JSON files.")
    return tuple(_article(p) for p in paths)


def _split(folder: Path, split: str) -> frozenset[str]:
    path = folder.resolve().parent / "split.json"
    try:
        splits = json.loads(path.read_text("utf-8"))
        return frozenset(splits[split])
    except (OSError, ValueError, KeyError) as error:
        raise EvaluationError(
            f"has no split {split!r}", where=str(path), remedy="Leave the split out, or list it in split.json."
        ) from error


def _article(path: Path) -> GoldArticle:
    try:
        record = json.loads(path.read_text("utf-8"))
        return GoldArticle(
            name=record["article"],
            language=record["language"],
            entities=tuple(_entity(e) for e in record["entities"]),
            facts=tuple(_fact(f) for f in record["facts"]),
            forbidden=tuple(_fact(f) for f in record["forbidden"]),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise EvaluationError(
            f"is no gold article: {error}", where=str(path), remedy="docs/gold-format.md says what one looks like."
        ) from error


def _entity(record: dict[str, Any]) -> GoldEntity:
    return GoldEntity(
        id=record["id"], type=record["type"], names=tuple(record["names"]), mentions=tuple(record["mentions"])
    )


def _fact(record: dict[str, Any]) -> GoldFact:
    return GoldFact(
        id=record.get("id", ""),
        tier=record.get("tier", ""),
        subjects=(record["subject"], *record.get("also_subject", [])),
        predicates=(record["predicate"], *record.get("also", [])),
        objects=tuple(_object(o) for o in (record["object"], *record.get("also_object", []))),
        polarity=record.get("polarity", ""),
        modalities=(record.get("modality", ""), *record.get("also_modality", [])),
        speakers=(record.get("speaker"), *record.get("also_speaker", [])),
        evidence=record.get("evidence", ""),
        phrase=record.get("phrase") or "",
        time=record.get("time"),
    )


def _object(record: str | dict[str, Any]) -> GoldObject:
    return record if isinstance(record, str) else GoldValue(value=str(record["value"]), type=record["type"])
