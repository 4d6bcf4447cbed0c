"""Facts that cannot both hold: one affirms what another denies."""

from collections import defaultdict

from kg.model import OPEN, Fact, Graph, Polarity, Value

Key = tuple[str, str, str, str]


def find_contradictions(graph: Graph) -> tuple[tuple[str, ...], ...]:
    """Return groups of Fact.id of equal subject, predicate and object, affirmed by some and denied by others."""
    groups: dict[Key, list[Fact]] = defaultdict(list)
    for fact in graph.facts:
        groups[_meaning(fact)].append(fact)
    return tuple(
        tuple(fact.id for fact in group)
        for _, group in sorted(groups.items())
        if len({fact.polarity for fact in group}) == len(Polarity)
    )


def _meaning(fact: Fact) -> Key:
    said = f"{fact.object.datatype}:{fact.object.text}" if isinstance(fact.object, Value) else fact.object
    return fact.subject, fact.predicate, said, fact.phrase if fact.predicate == OPEN else ""
