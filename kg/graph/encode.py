"""Records → triples: the only file that knows how a statement is written in RDF (docs: ontology/README.md).

All triples lie in the default graph. A graph per article or per statement would make denials true in every engine whose
default graph is the union of its named graphs, and would count a fact once an article.
"""

from collections import Counter
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Final, TypeAlias

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph import vocabulary
from kg.graph.iris import DEFAULT_BASE, Iris
from kg.graph.literals import date_literal, decimal_literal, to_literal
from kg.graph.triples import Words, literal, to_quads, typed
from kg.model import OPEN, Article, Entity, EntityMention, Evidence, Fact, Graph, Modality, Period, Polarity, Span

FORMAT_VERSION: Final = 1  # of what is written below; a change that `decode` cannot read raises it

# The names of the vocabulary, as N-Triples writes them.
v: Final = SimpleNamespace(**{n: str(term) for n, term in vars(vocabulary).items() if isinstance(term, NamedNode)})

_POLARITY: Final = {p: f"<{vocabulary.NKG}{p.value.capitalize()}>" for p in Polarity}
_MODALITY: Final = {m: f"<{vocabulary.NKG}{m.value.capitalize()}>" for m in Modality}
_BOOLEAN: Final = {b: typed(str(b).lower(), vocabulary.XSD_BOOLEAN) for b in (False, True)}

Properties: TypeAlias = Iterator[tuple[str, str]]


def encode(graph: Graph, *, base: str = DEFAULT_BASE) -> Iterator[Quad]:
    """Yield the quads of a graph; `kg.graph.decode.decode` reads them back without loss.

    Args:
        base: What every IRI that we mint starts with.
    """
    return to_quads(encode_words(graph, base=base))


def encode_words(graph: Graph, *, base: str = DEFAULT_BASE) -> Iterator[Words]:
    """Yield what `encode` yields, as words of N-Triples."""
    iris = Iris(base)
    yield from _node(f"<{iris.base}>", _about_the_graph(iris))
    texts = {a.id: a.text for a in graph.articles}
    for article in graph.articles:
        yield from _node(f"<{iris.article(article.id)}>", _article(article))
    for article_id, span in graph.sentences:
        yield from _node(f"<{iris.span(article_id, span)}>", _sentence(article_id, span, texts, iris))
    for entity in graph.entities:
        yield from _entity_triples(entity, iris)
    for extractor in sorted({e.extractor for f in graph.facts for e in f.evidence}):
        yield from _node(f"<{iris.run(extractor)}>", _run(extractor))
    for fact in graph.facts:
        yield from _fact_triples(fact, texts, iris)


def _node(subject: str, properties: Properties) -> Iterator[Words]:
    for predicate, term in properties:
        yield subject, predicate, term


def _nkg(name: str) -> str:
    return f"<{vocabulary.NKG}{name}>"


def _about_the_graph(iris: Iris) -> Properties:
    yield v.TYPE, v.DATASET
    yield v.URI_SPACE, literal(iris.base)
    yield v.CONFORMS_TO, _nkg(f"format-{FORMAT_VERSION}")


def _article(article: Article) -> Properties:
    yield v.TYPE, v.ARTICLE
    yield v.IDENTIFIER, literal(article.name)
    yield v.LANGUAGE, literal(article.language)
    if article.title:
        yield v.HEADLINE, literal(article.title)
    if article.url is not None:
        yield v.URL, typed(article.url, vocabulary.XSD_ANY_URI)
    if article.publisher is not None:
        yield v.PUBLISHER, literal(article.publisher)
    if article.published is not None:
        yield v.PUBLISHED, date_literal(article.published)
    yield v.IS_STRING, literal(article.text)


def _sentence(article_id: str, span: Span, texts: dict[str, str], iris: Iris) -> Properties:
    yield v.TYPE, v.SENTENCE
    yield from _place(article_id, span, span.cut(texts.get(article_id, "")), iris)


def _place(article_id: str, span: Span, words: str, iris: Iris) -> Properties:
    yield v.CONTEXT, f"<{iris.article(article_id)}>"
    yield v.BEGIN, f'"{span.start}"^^{v.XSD_INTEGER}'
    yield v.END, f'"{span.end}"^^{v.XSD_INTEGER}'
    yield v.ANCHOR, literal(words)


def _entity_triples(entity: Entity, iris: Iris) -> Iterator[Words]:
    node = f"<{iris.entity(entity.id)}>"
    yield from _node(node, _entity(entity))
    for mention in entity.mentions:
        place = f"<{iris.mention(mention.article, mention.span, entity.id)}>"
        yield from _node(place, _mention(mention, node, iris))


def _entity(entity: Entity) -> Properties:
    yield v.TYPE, _nkg(entity.type)
    yield v.LABEL, literal(entity.label)
    for language, label in entity.labels:
        yield v.PREF_LABEL, str(Literal(label, language=language))
    if not entity.labels:
        yield v.PREF_LABEL, literal(entity.label)
    for alias in entity.aliases:
        yield v.ALT_LABEL, literal(alias)
    if entity.known is not None:
        yield v.KNOWN, literal(entity.known)


def _mention(mention: EntityMention, entity: str, iris: Iris) -> Properties:
    yield v.TYPE, v.MENTION
    yield v.MENTIONS, entity
    yield v.MENTION_KIND, literal(mention.kind.value)
    yield from _place(mention.article, mention.span, mention.surface, iris)


def _run(extractor: str) -> Properties:
    yield v.TYPE, v.RUN
    yield v.LABEL, literal(extractor)


def _fact_triples(fact: Fact, texts: dict[str, str], iris: Iris) -> Iterator[Words]:
    statement, subject = f"<{iris.statement(fact.id)}>", f"<{iris.entity(fact.subject)}>"
    predicate = v.RELATED_TO if fact.predicate == OPEN else _nkg(fact.predicate)
    term = f"<{iris.entity(fact.object)}>" if isinstance(fact.object, str) else to_literal(fact.object)
    if fact.asserted:  # the gate: nothing else ever becomes a plain triple
        yield subject, predicate, term
    if fact.speaker is not None:  # that somebody says so is a fact of its own
        act = v.PROMISED if fact.modality is Modality.PROMISED else v.CLAIMS
        yield f"<{iris.entity(fact.speaker)}>", act, statement
    yield statement, v.SUBJECT, subject
    yield statement, v.PREDICATE, predicate
    yield statement, v.OBJECT, term
    yield from _node(statement, _statement(fact, iris))
    places: Counter[tuple[str, Span]] = Counter()
    for evidence in fact.evidence:
        place = (evidence.article, evidence.clause)
        node = f"<{iris.evidence(fact.id, *place, places[place])}>"
        places[place] += 1
        yield statement, v.HAS_EVIDENCE, node
        yield from _node(node, _evidence(evidence, texts, iris))


def _statement(fact: Fact, iris: Iris) -> Properties:
    yield v.TYPE, v.STATEMENT
    yield v.ASSERTED, _BOOLEAN[fact.asserted]
    yield v.POLARITY, _POLARITY[fact.polarity]
    yield v.MODALITY, _MODALITY[fact.modality]
    yield v.CONFIDENCE, decimal_literal(fact.confidence)
    if fact.phrase:
        yield v.RELATION_TEXT, literal(fact.phrase)
    if fact.past:
        yield v.PAST, _BOOLEAN[True]
    if fact.speaker is not None:
        promised = fact.modality is Modality.PROMISED
        yield v.TYPE, v.CLAIM
        yield v.ATTRIBUTED_TO, f"<{iris.entity(fact.speaker)}>"
        yield v.ATTRIBUTION_TYPE, _nkg("Promise" if promised else "Assertion")
    if fact.period is not None:
        yield from _period(fact.period)


def _period(period: Period) -> Properties:
    yield v.TIME_TEXT, literal(period.surface)
    if period.value is not None:
        yield v.AT_TIME, date_literal(period.value)
    if period.earliest is not None:
        yield v.EARLIEST, date_literal(period.earliest)
    if period.latest is not None:
        yield v.LATEST, date_literal(period.latest)


def _evidence(evidence: Evidence, texts: dict[str, str], iris: Iris) -> Properties:
    yield v.TYPE, v.EVIDENCE
    yield v.IN_SENTENCE, f"<{iris.span(evidence.article, evidence.sentence)}>"
    yield from _place(evidence.article, evidence.clause, evidence.text, iris)
    yield v.TRIGGER_SPAN, f"<{iris.span(evidence.article, evidence.trigger)}>"
    yield v.RELATION_TEXT, literal(evidence.trigger.cut(texts.get(evidence.article, "")))
    if evidence.subject is not None:
        yield v.SUBJECT_SPAN, f"<{iris.span(evidence.article, evidence.subject)}>"
    if evidence.object is not None:
        yield v.OBJECT_SPAN, f"<{iris.span(evidence.article, evidence.object)}>"
    yield v.RULE, literal(evidence.rule)
    yield v.EXTRACTED_BY, f"<{iris.run(evidence.extractor)}>"
    yield v.CONFIDENCE, decimal_literal(evidence.confidence)
