"""The part of a graph whose facts are sure enough."""

from dataclasses import replace

from kg.model import Entity, Graph, MentionKind


def at_least(graph: Graph, confidence: float) -> Graph:
    """Leave out the facts below a confidence, and what only they speak of.

    Names stay even if nothing is said of them any more, as in a graph that never had these facts; descriptions go.
    """
    facts = tuple(fact for fact in graph.facts if fact.confidence >= confidence)
    if len(facts) == len(graph.facts):
        return graph
    spoken_of = {entity for fact in facts for entity in fact.entities}
    shown = {(e.article, e.sentence) for fact in facts for e in fact.evidence}
    return replace(
        graph,
        facts=facts,
        entities=tuple(e for e in graph.entities if e.id in spoken_of or has_name(e)),
        sentences=tuple(sentence for sentence in graph.sentences if sentence in shown),
    )


def has_name(entity: Entity) -> bool:
    """Whether an article calls it by name."""
    return any(mention.kind is MentionKind.NAME for mention in entity.mentions)
