"""Document ↔ one line of JSON: what was read of an article, kept so that it need not be read again."""

import json
from typing import Any

import orjson

from kg.errors import ExtractorError
from kg.model import (
    Article,
    Claim,
    Datatype,
    Document,
    Evidence,
    Mention,
    MentionKind,
    Modality,
    Period,
    Polarity,
    Span,
    Value,
)

Record = Article | Mention | Claim | Evidence | Period | Value
_INNER = frozenset({Value, Period, Evidence})  # records within others


def write_document(document: Document) -> str:
    """Return the document as one line of JSON: records as objects, spans as [start, end], no field that is None."""
    line = orjson.dumps(
        {
            "article": to_json(document.article),
            "sentences": [[s.start, s.end] for s in document.sentences],
            "mentions": [to_json(m) for m in document.mentions],
            "claims": [to_json(c) for c in document.claims],
        }
    )
    return line.decode()


def read_document(line: str) -> Document:
    """Return the document that `write_document` wrote.

    Raises:
        ExtractorError: the line is none.
    """
    try:
        data = json.loads(line)
        return Document(
            article=article_from_json(data["article"]),
            sentences=tuple(Span(*s) for s in data["sentences"]),
            mentions=tuple(_mention(m) for m in data["mentions"]),
            claims=tuple(_claim(c) for c in data["claims"]),
        )
    except (ValueError, TypeError, KeyError) as error:
        raise ExtractorError(f"is no document of this version ({error})", remedy="Build again with --fresh.") from error


def to_json(record: Record) -> dict[str, Any]:
    """Return a record as plain JSON values."""
    return {name: _value(value) for name in record.__slots__ if (value := getattr(record, name)) is not None}


def article_from_json(data: dict[str, Any]) -> Article:
    """Return the article that `to_json` wrote."""
    return Article(**data)


def _value(value: Any) -> Any:
    kind = type(value)
    if kind is Span:
        return [value.start, value.end]
    return to_json(value) if kind in _INNER else value


def _mention(data: dict[str, Any]) -> Mention:
    return Mention(span=Span(*data.pop("span")), kind=MentionKind(data.pop("kind")), **data)


def _claim(data: dict[str, Any]) -> Claim:
    given, period = data["object"], data.get("period")
    return Claim(
        subject=data["subject"],
        predicate=data["predicate"],
        object=given if isinstance(given, str) else Value(text=given["text"], datatype=Datatype(given["datatype"])),
        phrase=data["phrase"],
        polarity=Polarity(data["polarity"]),
        modality=Modality(data["modality"]),
        speaker=data.get("speaker"),
        period=Period(**{"value": None, "earliest": None, "latest": None, **period}) if period else None,
        past=data["past"],
        evidence=_evidence(data["evidence"]),
    )


def _evidence(data: dict[str, Any]) -> Evidence:
    return Evidence(
        article=data["article"],
        sentence=Span(*data["sentence"]),
        clause=Span(*data["clause"]),
        trigger=Span(*data["trigger"]),
        subject=Span(*data["subject"]) if "subject" in data else None,
        object=Span(*data["object"]) if "object" in data else None,
        text=data["text"],
        extractor=data["extractor"],
        rule=data["rule"],
        confidence=data["confidence"],
    )
