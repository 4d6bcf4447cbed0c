"""Records → quads: the only file that knows how a statement is written in RDF (docs: ontology/README.md).

All quads lie in the default graph. A graph per article or per statement would make denials true in every engine whose
default graph is the union of its named graphs, and would count a fact once an article.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Final, TypeAlias

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph import vocabulary as v
from kg.graph.iris import DEFAULT_BASE, Iris
from kg.graph.literals import date_literal, decimal_literal, to_literal
from kg.model import OPEN, Article, Entity, EntityMention, Evidence, Fact, Graph, Modality, Period, Polarity, Span

FORMAT_VERSION: Final = 1  # of what is written below; a change that `decode` cannot read raises it

_POLARITY: Final = {p: v.nkg(p.value.capitalize()) for p in Polarity}
_MODALITY: Final = {m: v.nkg(m.value.capitalize()) for m in Modality}
_BOOLEAN: Final = {b: Literal(str(b).lower(), datatype=v.XSD_BOOLEAN) for b in (False, True)}

Term: TypeAlias = NamedNode | Literal
Properties: TypeAlias = Iterator[tuple[NamedNode, Term]]


def encode(graph: Graph, *, base: str = DEFAULT_BASE) -> Iterator[Quad]:
    """Yield the quads of a graph; `kg.graph.decode.decode` reads them back without loss.

    Args:
        base: What every IRI that we mint starts with.
    """
    iris = Iris(base)
    yield from _node(NamedNode(iris.base), _about_the_graph(iris))
    texts = {a.id: a.text for a in graph.articles}
    for article in graph.articles:
        yield from _node(iris.article(article.id), _article(article))
    for article_id, span in graph.sentences:
        yield from _node(iris.span(article_id, span), _sentence(article_id, span, texts, iris))
    for entity in graph.entities:
        yield from _entity_quads(entity, iris)
    for extractor in sorted({e.extractor for f in graph.facts for e in f.evidence}):
        yield from _node(iris.run(extractor), _run(extractor))
    for fact in graph.facts:
        yield from _fact_quads(fact, texts, iris)


def _node(subject: NamedNode, properties: Properties) -> Iterator[Quad]:
    for predicate, term in properties:
        yield Quad(subject, predicate, term)


def _about_the_graph(iris: Iris) -> Properties:
    yield v.TYPE, v.DATASET
    yield v.URI_SPACE, Literal(iris.base)
    yield v.CONFORMS_TO, v.nkg(f"format-{FORMAT_VERSION}")


def _article(article: Article) -> Properties:
    yield v.TYPE, v.ARTICLE
    yield v.IDENTIFIER, Literal(article.name)
    yield v.LANGUAGE, Literal(article.language)
    if article.title:
        yield v.HEADLINE, Literal(article.title)
    if article.url is not None:
        yield v.URL, Literal(article.url, datatype=v.XSD_ANY_URI)
    if article.publisher is not None:
        yield v.PUBLISHER, Literal(article.publisher)
    if article.published is not None:
        yield v.PUBLISHED, date_literal(article.published)
    yield v.IS_STRING, Literal(article.text)


def _sentence(article_id: str, span: Span, texts: dict[str, str], iris: Iris) -> Properties:
    yield v.TYPE, v.SENTENCE
    yield from _place(article_id, span, span.cut(texts.get(article_id, "")), iris)


def _place(article_id: str, span: Span, words: str, iris: Iris) -> Properties:
    yield v.CONTEXT, iris.article(article_id)
    yield v.BEGIN, Literal(str(span.start), datatype=v.XSD_INTEGER)
    yield v.END, Literal(str(span.end), datatype=v.XSD_INTEGER)
    yield v.ANCHOR, Literal(words)


def _entity_quads(entity: Entity, iris: Iris) -> Iterator[Quad]:
    node = iris.entity(entity.id)
    yield from _node(node, _entity(entity))
    for mention in entity.mentions:
        yield from _node(iris.mention(mention.article, mention.span, entity.id), _mention(mention, node, iris))


def _entity(entity: Entity) -> Properties:
    yield v.TYPE, v.nkg(entity.type)
    yield v.LABEL, Literal(entity.label)
    for language, label in entity.labels:
        yield v.PREF_LABEL, Literal(label, language=language)
    if not entity.labels:
        yield v.PREF_LABEL, Literal(entity.label)
    for alias in entity.aliases:
        yield v.ALT_LABEL, Literal(alias)
    if entity.known is not None:
        yield v.KNOWN, Literal(entity.known)


def _mention(mention: EntityMention, entity: NamedNode, iris: Iris) -> Properties:
    yield v.TYPE, v.MENTION
    yield v.MENTIONS, entity
    yield v.MENTION_KIND, Literal(mention.kind.value)
    yield from _place(mention.article, mention.span, mention.surface, iris)


def _run(extractor: str) -> Properties:
    yield v.TYPE, v.RUN
    yield v.LABEL, Literal(extractor)


def _fact_quads(fact: Fact, texts: dict[str, str], iris: Iris) -> Iterator[Quad]:
    statement = iris.statement(fact.id)
    subject = iris.entity(fact.subject)
    predicate = v.RELATED_TO if fact.predicate == OPEN else v.nkg(fact.predicate)
    term = iris.entity(fact.object) if isinstance(fact.object, str) else to_literal(fact.object)
    if fact.asserted:  # the gate: nothing else ever becomes a plain triple
        yield Quad(subject, predicate, term)
    if fact.speaker is not None:  # that somebody says so is a fact of its own
        act = v.PROMISED if fact.modality is Modality.PROMISED else v.CLAIMS
        yield Quad(iris.entity(fact.speaker), act, statement)
    yield Quad(statement, v.SUBJECT, subject)
    yield Quad(statement, v.PREDICATE, predicate)
    yield Quad(statement, v.OBJECT, term)
    yield from _node(statement, _statement(fact, iris))
    places: Counter[tuple[str, Span]] = Counter()
    for evidence in fact.evidence:
        place = (evidence.article, evidence.clause)
        node = iris.evidence(fact.id, *place, places[place])
        places[place] += 1
        yield Quad(statement, v.HAS_EVIDENCE, node)
        yield from _node(node, _evidence(evidence, texts, iris))


def _statement(fact: Fact, iris: Iris) -> Properties:
    yield v.TYPE, v.STATEMENT
    yield v.ASSERTED, _BOOLEAN[fact.asserted]
    yield v.POLARITY, _POLARITY[fact.polarity]
    yield v.MODALITY, _MODALITY[fact.modality]
    yield v.CONFIDENCE, decimal_literal(fact.confidence)
    if fact.phrase:
        yield v.RELATION_TEXT, Literal(fact.phrase)
    if fact.past:
        yield v.PAST, _BOOLEAN[True]
    if fact.speaker is not None:
        promised = fact.modality is Modality.PROMISED
        yield v.TYPE, v.CLAIM
        yield v.ATTRIBUTED_TO, iris.entity(fact.speaker)
        yield v.ATTRIBUTION_TYPE, v.nkg("Promise" if promised else "Assertion")
    if fact.period is not None:
        yield from _period(fact.period)


def _period(period: Period) -> Properties:
    yield v.TIME_TEXT, Literal(period.surface)
    if period.value is not None:
        yield v.AT_TIME, date_literal(period.value)
    if period.earliest is not None:
        yield v.EARLIEST, date_literal(period.earliest)
    if period.latest is not None:
        yield v.LATEST, date_literal(period.latest)


def _evidence(evidence: Evidence, texts: dict[str, str], iris: Iris) -> Properties:
    yield v.TYPE, v.EVIDENCE
    yield v.IN_SENTENCE, iris.span(evidence.article, evidence.sentence)
    yield from _place(evidence.article, evidence.clause, evidence.text, iris)
    yield v.TRIGGER_SPAN, iris.span(evidence.article, evidence.trigger)
    yield v.RELATION_TEXT, Literal(evidence.trigger.cut(texts.get(evidence.article, "")))
    if evidence.subject is not None:
        yield v.SUBJECT_SPAN, iris.span(evidence.article, evidence.subject)
    if evidence.object is not None:
        yield v.OBJECT_SPAN, iris.span(evidence.article, evidence.object)
    yield v.RULE, Literal(evidence.rule)
    yield v.EXTRACTED_BY, iris.run(evidence.extractor)
    yield v.CONFIDENCE, decimal_literal(evidence.confidence)
