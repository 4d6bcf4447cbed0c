"""Facts that cannot both hold: one affirms what another denies."""

from collections import defaultdict

from kg.model import OPEN, Fact, Graph, Polarity, Value

Key = tuple[str, str, str, str]


def find_contradictions(graph: Graph) -> tuple[tuple[str, ...], ...]:
    """Return groups of Fact.id of equal subject, predicate and object, affirmed by some and denied by others.

    Those of which both sides were read surely come first.
    """
    groups: dict[Key, list[Fact]] = defaultdict(list)
    for fact in graph.facts:
        groups[_meaning(fact)].append(fact)
    opposed = [item for item in groups.items() if len({fact.polarity for fact in item[1]}) == len(Polarity)]
    opposed.sort(key=lambda item: (-_sureness(item[1]), item[0]))
    return tuple(tuple(fact.id for fact in group) for _, group in opposed)


def _sureness(group: list[Fact]) -> float:
    """How surely the less sure side was read."""
    return min(max(fact.confidence for fact in group if fact.polarity is side) for side in Polarity)


def _meaning(fact: Fact) -> Key:
    said = f"{fact.object.datatype}:{fact.object.text}" if isinstance(fact.object, Value) else fact.object
    return fact.subject, fact.predicate, said, fact.phrase if fact.predicate == OPEN else ""
