"""JSON Lines: one record a line, the format that `kg evaluate` and most scripts read (docs/format-jsonl.md)."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

import orjson

from kg.errors import ExportError
from kg.graph.iris import DEFAULT_BASE, Iris
from kg.model import (
    Article,
    Datatype,
    Entity,
    EntityMention,
    Evidence,
    Fact,
    Graph,
    MentionKind,
    Modality,
    Period,
    Polarity,
    Span,
    Value,
)

Record = dict[str, Any]


def write_jsonl(graph: Graph, stream: TextIO, *, base: str = DEFAULT_BASE) -> None:
    """Write the graph; `read_jsonl` reads it back without loss."""
    for record in to_records(graph, base=base):
        stream.write(orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE).decode())


def to_records(graph: Graph, *, base: str = DEFAULT_BASE) -> Iterator[Record]:
    """Yield one JSON-able record an article, sentence, entity and fact, in the order of the graph."""
    iris, names = Iris(base), {a.id: a.name for a in graph.articles}
    yield {"kind": "graph", "base": iris.base, "format": 1}
    for article in graph.articles:
        yield _article_record(article)
    for article_id, span in graph.sentences:
        yield {"kind": "sentence", **_place(article_id, span, names)}
    for entity in graph.entities:
        yield _entity_record(entity, iris, names)
    for fact in graph.facts:
        yield _fact_record(fact, iris, names)


def _place(article: str, span: Span, names: dict[str, str]) -> Record:
    return {"article": names.get(article, article), "article_id": article, "start": span.start, "end": span.end}


def _pair(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _article_record(article: Article) -> Record:
    return {
        "kind": "article",
        "id": article.id,
        "name": article.name,
        "language": article.language,
        "title": article.title,
        "url": article.url,
        "publisher": article.publisher,
        "published": article.published,
        "text": article.text,
    }


def _entity_record(entity: Entity, iris: Iris, names: dict[str, str]) -> Record:
    return {
        "kind": "entity",
        "id": iris.entity(entity.id),
        "label": entity.label,
        "type": entity.type,
        "aliases": list(entity.aliases),
        "labels": [list(pair) for pair in entity.labels],
        "known": entity.known,
        "mentions": [mention_record(m, names) for m in entity.mentions],
    }


def mention_record(mention: EntityMention, names: dict[str, str]) -> Record:
    """Return a mention as plain values; `names` of articles by id."""
    place = _place(mention.article, mention.span, names)
    return {**place, "surface": mention.surface, "mention_kind": mention.kind.value}


def _fact_record(fact: Fact, iris: Iris, names: dict[str, str]) -> Record:
    return {
        "kind": "fact",
        "id": fact.id,
        "subject": iris.entity(fact.subject),
        "predicate": fact.predicate,
        "phrase": fact.phrase,
        "object": _object(fact.object, iris),
        "polarity": fact.polarity.value,
        "modality": fact.modality.value,
        "speaker": None if fact.speaker is None else iris.entity(fact.speaker),
        "asserted": fact.asserted,
        "past": fact.past,
        "time": fact.period.value if fact.period else None,
        "period": _period_record(fact.period),
        "confidence": fact.confidence,
        "evidence": [evidence_record(e, names) for e in fact.evidence],
    }


def _object(object_: str | Value, iris: Iris) -> str | Record:
    if isinstance(object_, Value):
        return {"value": object_.text, "datatype": object_.datatype.value}
    return iris.entity(object_)


def _period_record(period: Period | None) -> Record | None:
    if period is None:
        return None
    return {"earliest": period.earliest, "latest": period.latest, "surface": period.surface}


def evidence_record(evidence: Evidence, names: dict[str, str]) -> Record:
    """Return evidence as plain values; `names` of articles by id."""
    return {
        **_place(evidence.article, evidence.clause, names),
        "text": evidence.text,
        "sentence": _pair(evidence.sentence),
        "trigger": _pair(evidence.trigger),
        "subject": _pair(evidence.subject),
        "object": _pair(evidence.object),
        "extractor": evidence.extractor,
        "rule": evidence.rule,
        "confidence": evidence.confidence,
    }


def read_jsonl(lines: Iterable[str], *, where: str = "graph.jsonl") -> Graph:
    """Return the graph that `write_jsonl` wrote.

    Raises:
        ExportError: a line is not one of its records.
    """
    records: dict[str, list[Record]] = {"graph": [], "article": [], "sentence": [], "entity": [], "fact": []}
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                record = json.loads(line)
                records[record["kind"]].append(record)
            except (ValueError, KeyError, TypeError) as error:
                raise ExportError(
                    "is no record of a graph", where=f"{where}:{number}", remedy="See docs/format-jsonl.md."
                ) from error
    try:
        return _graph(records)
    except (KeyError, TypeError, ValueError) as error:
        raise ExportError(
            f"lacks or spoils {error}", where=where, remedy="Only files that kg export -f jsonl wrote can be read."
        ) from error


def _graph(records: dict[str, list[Record]]) -> Graph:
    iris = Iris(records["graph"][0]["base"] if records["graph"] else DEFAULT_BASE)
    articles = (Article(**{k: value for k, value in r.items() if k != "kind"}) for r in records["article"])
    return Graph(
        articles=tuple(articles),
        sentences=tuple((r["article_id"], Span(r["start"], r["end"])) for r in records["sentence"]),
        entities=tuple(_entity(r, iris) for r in records["entity"]),
        facts=tuple(_fact(r, iris) for r in records["fact"]),
    )


def _entity(record: Record, iris: Iris) -> Entity:
    return Entity(
        id=iris.entity_id(record["id"]),
        type=record["type"],
        label=record["label"],
        labels=tuple((language, label) for language, label in record["labels"]),
        aliases=tuple(record["aliases"]),
        known=record["known"],
        mentions=tuple(map(read_mention, record["mentions"])),
    )


def read_mention(record: Record) -> EntityMention:
    """Return the mention: the inverse of `mention_record`."""
    return EntityMention(
        article=record["article_id"],
        span=Span(record["start"], record["end"]),
        surface=record["surface"],
        kind=MentionKind(record["mention_kind"]),
    )


def _fact(record: Record, iris: Iris) -> Fact:
    object_, period, speaker = record["object"], record["period"], record["speaker"]
    return Fact(
        id=record["id"],
        subject=iris.entity_id(record["subject"]),
        predicate=record["predicate"],
        object=iris.entity_id(object_)
        if isinstance(object_, str)
        else Value(text=object_["value"], datatype=Datatype(object_["datatype"])),
        phrase=record["phrase"],
        polarity=Polarity(record["polarity"]),
        modality=Modality(record["modality"]),
        speaker=None if speaker is None else iris.entity_id(speaker),
        period=None if period is None else Period(value=record["time"], **period),
        past=record["past"],
        confidence=record["confidence"],
        evidence=tuple(map(read_evidence, record["evidence"])),
    )


def read_evidence(record: Record) -> Evidence:
    """Return the evidence: the inverse of `evidence_record`."""
    subject, object_ = record["subject"], record["object"]
    return Evidence(
        article=record["article_id"],
        sentence=Span(*record["sentence"]),
        clause=Span(record["start"], record["end"]),
        trigger=Span(*record["trigger"]),
        subject=None if subject is None else Span(*subject),
        object=None if object_ is None else Span(*object_),
        text=record["text"],
        extractor=record["extractor"],
        rule=record["rule"],
        confidence=record["confidence"],
    )
