"""From facts to a plain network: which facts join two entities, and how strongly."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.model import Fact, Graph


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """Undirected links between the entities that some fact joins."""

    ids: tuple[str, ...]  # Entity.id, sorted
    # Positions in `ids`, first < second, and how many places show it.
    links: tuple[tuple[int, int, int], ...]

    @property
    def neighbours(self) -> tuple[tuple[int, ...], ...]:
        """Return the neighbours of each entity, sorted."""
        found: list[list[int]] = [[] for _ in self.ids]
        for first, second, _ in self.links:
            found[first].append(second)
            found[second].append(first)
        return tuple(tuple(sorted(each)) for each in found)

    def restrict(self, kept: Iterable[str]) -> "Network":
        """Return the part between these entities; those without a link in it are kept."""
        names = set(kept)
        ids = tuple(each for each in self.ids if each in names)
        place = {each: position for position, each in enumerate(ids)}
        links = [
            (place[self.ids[first]], place[self.ids[second]], weight)
            for first, second, weight in self.links
            if self.ids[first] in place and self.ids[second] in place
        ]
        return Network(ids=ids, links=tuple(links))


def joins_two_entities(fact: Fact, known: frozenset[str]) -> bool:
    """Whether the fact is a link: its object is another entity (a literal is shown in a card, never as a node)."""
    return isinstance(fact.object, str) and fact.object != fact.subject and {fact.subject, fact.object} <= known


def project(graph: Graph) -> Network:
    """Turn the facts into links, denied and claimed ones too: they tell who is spoken of with whom."""
    known = frozenset(entity.id for entity in graph.entities)
    weights: dict[tuple[str, str], int] = defaultdict(int)
    for fact in graph.facts:
        if joins_two_entities(fact, known) and isinstance(fact.object, str):
            pair = min(fact.subject, fact.object), max(fact.subject, fact.object)
            weights[pair] += max(1, len(fact.evidence))
    ids = tuple(sorted({each for pair in weights for each in pair}))
    place = {each: position for position, each in enumerate(ids)}
    links = tuple((place[first], place[second], weight) for (first, second), weight in sorted(weights.items()))
    return Network(ids=ids, links=links)
