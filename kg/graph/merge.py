"""Several graphs → one, every fact with all its evidence; and plain RDF in our vocabulary → a graph."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from kg.facts import Meaning, confidence_of, is_turned
from kg.graph import vocabulary as v
from kg.graph.decode import decode
from kg.graph.files import read_rdf
from kg.graph.iris import Iris, base_in
from kg.graph.literals import to_value
from kg.graph.order import in_order
from kg.lang.schema import load_schema
from kg.model import OPEN, Article, Entity, Evidence, Fact, Graph, Modality, Polarity, Span, Value, article_id

EXTRACTOR = "import/1"
_NAMES = (v.PREF_LABEL, v.LABEL, NamedNode(v.SCHEMA + "name"))

Record = TypeVar("Record", Article, Entity, Fact)


def merge(graphs: Iterable[Graph]) -> Graph:
    """Return one graph with all that the graphs hold.

    What has the same id is the same: entities gather names and mentions, facts evidence; where two graphs give an
    article or entity another title, type or label, the first one is kept.
    """
    graphs = list(graphs)
    return in_order(
        Graph(
            articles=_united((a for g in graphs for a in g.articles), lambda first, _: first),
            sentences=tuple(s for g in graphs for s in g.sentences),
            entities=_united((e for g in graphs for e in g.entities), _one_entity),
            facts=_united((f for g in graphs for f in g.facts), _one_fact),
        )
    )


def import_rdf(path: Path) -> Graph:
    """Return the graph of an RDF file: one that we exported, or plain triples in our vocabulary.

    A plain triple becomes an asserted fact; its source is the file, kept as an article whose sentences are the triples.

    Raises:
        StoreError: the file cannot be read.
    """
    quads = list(read_rdf(path))
    ours = decode(quads)
    stated = {_stated(node) for node in _statements(quads)}
    plain = sorted({q.triple for q in quads if _is_relation(q) and q.triple not in stated}, key=str)
    if not plain:
        return ours
    return merge([ours, _adopted(plain, quads, path)])


def _united(records: Iterable[Record], join: Callable[[Record, Record], Record]) -> tuple[Record, ...]:
    by_id: dict[str, Record] = {}
    for record in records:
        known = by_id.get(record.id)
        by_id[record.id] = record if known is None else join(known, record)
    return tuple(by_id.values())


def _one_entity(first: Entity, second: Entity) -> Entity:
    names = {*first.aliases, *second.aliases, second.label} - {first.label}
    languages = {language for language, _ in first.labels}
    labels = (*first.labels, *(pair for pair in second.labels if pair[0] not in languages))
    mentions = {(m.article, m.span): m for m in (*second.mentions, *first.mentions)}
    return replace(
        first,
        aliases=tuple(names),
        labels=labels,
        mentions=tuple(mentions.values()),
        known=first.known if first.known is not None else second.known,
    )


def _one_fact(first: Fact, second: Fact) -> Fact:
    evidence = tuple({*first.evidence, *second.evidence})
    sure = confidence_of(evidence) if evidence else max(first.confidence, second.confidence)
    return replace(first, evidence=evidence, confidence=sure)


def _is_relation(quad: Quad) -> bool:
    name = quad.predicate.value.removeprefix(v.NKG)
    return (
        name in load_schema().properties
        and quad.graph_name == DefaultGraph()
        and not isinstance(quad.object, BlankNode | Triple)
        and quad.predicate not in (v.CLAIMS, v.PROMISED)
        and isinstance(quad.subject, NamedNode)
    )


def _statements(quads: list[Quad]) -> list[dict[str, Quad]]:
    nodes: dict[str, dict[str, Quad]] = {}
    for quad in quads:
        if quad.predicate in (v.SUBJECT, v.PREDICATE, v.OBJECT):
            nodes.setdefault(str(quad.subject), {})[quad.predicate.value] = quad
    return [node for node in nodes.values() if len(node) == 3]


def _stated(node: dict[str, Quad]) -> Triple:
    subject, predicate, object_ = (node[p.value].object for p in (v.SUBJECT, v.PREDICATE, v.OBJECT))
    return Triple(subject, predicate, object_)  # type: ignore[arg-type]


def _adopted(plain: list[Triple], quads: list[Quad], path: Path) -> Graph:
    iris, lines = Iris(base_in(quads)), [f"{triple} ." for triple in plain]
    text = "\n".join(lines)
    article = Article(id=article_id(text), name=path.stem, text=text, language="und", title=path.name)
    facts, start = [], 0
    for triple, line in zip(plain, lines, strict=True):
        facts.append(_plain_fact(triple, _evidence(triple, line, start, article.id), iris))
        start += len(line) + 1
    nodes = {t.value for triple in plain for t in (triple.subject, triple.object) if isinstance(t, NamedNode)}
    named = (quad.subject for quad in quads if quad.predicate == v.PREF_LABEL)
    known = {subject.value for subject in named if isinstance(subject, NamedNode)}
    return Graph(
        articles=(article,),
        sentences=tuple((article.id, f.evidence[0].sentence) for f in facts),
        entities=tuple(_entity(iri, quads, iris) for iri in sorted(nodes - known)),
        facts=_united(facts, _one_fact),
    )


def _plain_fact(triple: Triple, evidence: Evidence, iris: Iris) -> Fact:
    predicate = triple.predicate.value.removeprefix(v.NKG)
    subject = iris.entity_id(triple.subject.value)  # type: ignore[union-attr]
    object_ = (
        to_value(triple.object) if isinstance(triple.object, Literal) else iris.entity_id(str(triple.object)[1:-1])
    )
    name = OPEN if predicate == "relatedTo" else predicate
    return Fact(
        id=_fact_id(subject, name, object_), subject=subject, predicate=name, object=object_, phrase="",
        polarity=Polarity.POSITIVE, modality=Modality.ACTUAL, speaker=None, period=None, past=False, confidence=1.0,
        evidence=(evidence,),
    )  # fmt: skip


def _fact_id(subject: str, predicate: str, object_: str | Value) -> str:
    """Return the id that the linker gives to an asserted fact without time, so that the two become one."""
    if is_turned(subject, predicate, object_) and isinstance(object_, str):
        subject, object_ = object_, subject
    meaning = Meaning(
        subject=subject, predicate=predicate, object=object_, phrase="",
        polarity=Polarity.POSITIVE, modality=Modality.ACTUAL, speaker=None, past=False,
    )  # fmt: skip
    return meaning.id_at("")


def _evidence(triple: Triple, line: str, start: int, article: str) -> Evidence:
    subject, predicate = len(str(triple.subject)), len(str(triple.predicate))
    whole = Span(start, start + len(line))
    at = start + subject + 1
    return Evidence(
        article=article, sentence=whole, clause=whole, trigger=Span(at, at + predicate),
        subject=Span(start, start + subject), object=Span(at + predicate + 1, whole.end - 2), text=line,
        extractor=EXTRACTOR, rule="import/triple", confidence=1.0,
    )  # fmt: skip


def _entity(iri: str, quads: list[Quad], iris: Iris) -> Entity:
    about = [q for q in quads if q.subject == NamedNode(iri)]
    names = [q.object.value for p in _NAMES for q in about if q.predicate == p and isinstance(q.object, Literal)]
    types = sorted(str(q.object)[1:-1].removeprefix(v.NKG) for q in about if q.predicate == v.TYPE)
    ours = [t for t in types if t in load_schema().parents]
    local = iri.rstrip("/#").rsplit("/", 1)[-1].rsplit("#", 1)[-1].replace("_", " ")
    return Entity(id=iris.entity_id(iri), type=ours[0] if ours else "Entity", label=names[0] if names else local)
