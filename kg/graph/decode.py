"""Quads → records: the inverse of `kg.graph.encode`."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kg.errors import StoreError
from kg.graph import vocabulary as v
from kg.graph.encode import FORMAT_VERSION
from kg.graph.iris import DEFAULT_BASE, Iris, read_span
from kg.graph.literals import to_value
from kg.graph.order import in_order
from kg.model import (
    OPEN,
    Article,
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

_DEFAULT = DefaultGraph()
Properties: TypeAlias = dict[str, list[NamedNode | Literal]]


def decode(quads: Iterable[Quad]) -> Graph:
    """Return the graph that a store (or any other quads) holds; what is not in our vocabulary is passed over.

    Raises:
        StoreError: a node lacks what our format always writes, or the format is a newer one.
    """
    reader = _Reader(_by_subject(quads))
    return in_order(reader.graph())


def _by_subject(quads: Iterable[Quad]) -> dict[str, Properties]:
    nodes: dict[str, Properties] = {}
    for quad in quads:
        if quad.graph_name == _DEFAULT and isinstance(quad.subject, NamedNode):
            node = nodes.setdefault(quad.subject.value, {})
            if isinstance(quad.object, NamedNode | Literal):
                node.setdefault(quad.predicate.value, []).append(quad.object)
    return nodes


@dataclass(frozen=True)
class _Node:
    """One subject and its properties."""

    iri: str
    properties: Properties

    def all(self, predicate: NamedNode) -> list[str]:
        """Return the values of a property."""
        return [term.value for term in self.properties.get(predicate.value, ())]

    def maybe(self, predicate: NamedNode) -> str | None:
        """Return the value of a property that may be absent."""
        terms = self.properties.get(predicate.value)
        return terms[0].value if terms else None

    def term(self, predicate: NamedNode) -> NamedNode | Literal:
        """Return the term of a property that must be there."""
        terms = self.properties.get(predicate.value)
        if not terms:
            raise StoreError(
                f"has no {predicate.value.rsplit('#', 1)[-1].rsplit('/', 1)[-1]}",
                where=f"<{self.iri}>",
                remedy="See it all with: kg validate",
            )
        return terms[0]

    def one(self, predicate: NamedNode) -> str:
        """Return the value of a property that must be there."""
        return self.term(predicate).value

    def span(self) -> Span:
        """Return the place in the text."""
        return Span(int(self.one(v.BEGIN)), int(self.one(v.END)))


class _Reader:
    """Reads the records out of nodes grouped by subject."""

    def __init__(self, nodes: dict[str, Properties]) -> None:
        self._nodes = nodes
        self._by_type: dict[str, list[_Node]] = defaultdict(list)
        for iri, properties in nodes.items():
            for type_ in properties.get(v.TYPE.value, ()):
                self._by_type[type_.value].append(_Node(iri, properties))
        self._iris = Iris(self._base())

    def graph(self) -> Graph:
        """Return everything."""
        sentences = ((self._article_of(n), n.span()) for n in self._by_type[v.SENTENCE.value])
        return Graph(
            articles=tuple(self._article(n) for n in self._by_type[v.ARTICLE.value]),
            sentences=tuple(sentences),
            entities=tuple(self._entities()),
            facts=tuple(self._fact(n) for n in self._by_type[v.STATEMENT.value]),
        )

    def _base(self) -> str:
        for node in self._by_type[v.DATASET.value]:
            formats = node.all(v.CONFORMS_TO)
            ours = [f for f in formats if f.startswith(v.NKG + "format-")]
            if ours and ours != [f"{v.NKG}format-{FORMAT_VERSION}"]:
                raise StoreError(
                    f"is written in {ours[0].rsplit('#', 1)[-1]!r}; this kg reads format {FORMAT_VERSION}",
                    where=f"<{node.iri}>",
                    remedy="Use the version of kg that wrote it, or build again.",
                )
            if ours:
                return node.one(v.URI_SPACE)
        return DEFAULT_BASE

    def _article_of(self, node: _Node) -> str:
        return self._iris.article_id(node.one(v.CONTEXT))

    def _article(self, node: _Node) -> Article:
        return Article(
            id=self._iris.article_id(node.iri),
            name=node.one(v.IDENTIFIER),
            text=node.one(v.IS_STRING),
            language=node.one(v.LANGUAGE),
            title=node.maybe(v.HEADLINE) or "",
            url=node.maybe(v.URL),
            publisher=node.maybe(v.PUBLISHER),
            published=node.maybe(v.PUBLISHED),
        )

    def _entities(self) -> Iterable[Entity]:
        mentions: dict[str, list[EntityMention]] = defaultdict(list)
        for node in self._by_type[v.MENTION.value]:
            mentions[node.one(v.MENTIONS)].append(
                EntityMention(
                    article=self._article_of(node),
                    span=node.span(),
                    surface=node.one(v.ANCHOR),
                    kind=MentionKind(node.one(v.MENTION_KIND)),
                )
            )
        for iri, properties in self._nodes.items():
            node = _Node(iri, properties)
            if v.PREF_LABEL.value in properties and (type_ := _our_type(node)):
                yield self._entity(node, type_, tuple(mentions.get(iri, ())))

    def _entity(self, node: _Node, type_: str, mentions: tuple[EntityMention, ...]) -> Entity:
        preferred = node.properties[v.PREF_LABEL.value]
        labels = [(p.language, p.value) for p in preferred if isinstance(p, Literal) and p.language]
        return Entity(
            id=self._iris.entity_id(node.iri),
            type=type_,
            label=node.maybe(v.LABEL) or preferred[0].value,
            labels=tuple(labels),
            aliases=tuple(node.all(v.ALT_LABEL)),
            mentions=mentions,
            known=node.maybe(v.KNOWN),
        )

    def _fact(self, node: _Node) -> Fact:
        predicate, speaker = node.one(v.PREDICATE).removeprefix(v.NKG), node.maybe(v.ATTRIBUTED_TO)
        return Fact(
            id=self._iris.statement_id(node.iri),
            subject=self._iris.entity_id(node.one(v.SUBJECT)),
            predicate=OPEN if predicate == "relatedTo" else predicate,
            object=self._object(node.term(v.OBJECT)),
            phrase=node.maybe(v.RELATION_TEXT) or "",
            polarity=Polarity(_lower_name(node.one(v.POLARITY))),
            modality=Modality(_lower_name(node.one(v.MODALITY))),
            speaker=None if speaker is None else self._iris.entity_id(speaker),
            period=_period(node),
            past=node.maybe(v.PAST) == "true",
            confidence=float(node.one(v.CONFIDENCE)),
            evidence=tuple(self._evidence(iri) for iri in node.all(v.HAS_EVIDENCE)),
        )

    def _object(self, term: NamedNode | Literal) -> str | Value:
        return to_value(term) if isinstance(term, Literal) else self._iris.entity_id(term.value)

    def _evidence(self, iri: str) -> Evidence:
        node = _Node(iri, self._nodes.get(iri, {}))
        run = node.one(v.EXTRACTED_BY)
        return Evidence(
            article=self._article_of(node),
            sentence=_span(node.one(v.IN_SENTENCE)),
            clause=node.span(),
            trigger=_span(node.one(v.TRIGGER_SPAN)),
            subject=_maybe_span(node.maybe(v.SUBJECT_SPAN)),
            object=_maybe_span(node.maybe(v.OBJECT_SPAN)),
            text=node.one(v.ANCHOR),
            extractor=_Node(run, self._nodes.get(run, {})).one(v.LABEL),
            rule=node.one(v.RULE),
            confidence=float(node.one(v.CONFIDENCE)),
        )


def _our_type(node: _Node) -> str | None:
    ours = sorted(t.removeprefix(v.NKG) for t in node.all(v.TYPE) if t.startswith(v.NKG))
    return ours[0] if ours else None


def _period(node: _Node) -> Period | None:
    surface = node.maybe(v.TIME_TEXT)
    if surface is None:
        return None
    return Period(
        value=node.maybe(v.AT_TIME), earliest=node.maybe(v.EARLIEST), latest=node.maybe(v.LATEST), surface=surface
    )


def _span(iri: str) -> Span:
    read = read_span(iri)
    if read is None:
        raise StoreError("is no range of characters", where=f"<{iri}>", remedy="Expected …/article/ID#char=START,END")
    return read[1]


def _maybe_span(iri: str | None) -> Span | None:
    return None if iri is None else _span(iri)


def _lower_name(iri: str) -> str:
    return iri.removeprefix(v.NKG).lower()
