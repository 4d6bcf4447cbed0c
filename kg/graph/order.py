"""The one order of everything in a graph, so that the same content is the same bytes."""

from dataclasses import replace

from kg.facts import evidence_in_order
from kg.model import Entity, EntityMention, Fact, Graph, Span


def in_order(graph: Graph) -> Graph:
    """Return the same graph with every tuple sorted, and nothing in it twice."""
    return Graph(
        articles=tuple(sorted(graph.articles, key=lambda a: a.id)),
        sentences=tuple(sorted(set(graph.sentences))),
        entities=tuple(_entity_in_order(e) for e in sorted(graph.entities, key=lambda e: e.id)),
        facts=tuple(_fact_in_order(f) for f in sorted(graph.facts, key=lambda f: f.id)),
    )


def _entity_in_order(entity: Entity) -> Entity:
    return replace(
        entity,
        labels=tuple(sorted(set(entity.labels))),
        aliases=tuple(sorted(set(entity.aliases))),
        mentions=tuple(sorted(set(entity.mentions), key=_mention_key)),
    )


def _mention_key(mention: EntityMention) -> tuple[str, Span, str, str]:
    return mention.article, mention.span, mention.surface, mention.kind


def _fact_in_order(fact: Fact) -> Fact:
    return replace(fact, evidence=evidence_in_order(fact.evidence))
