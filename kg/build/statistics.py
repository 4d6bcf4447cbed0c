"""Counts of a graph: what there is of each kind."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from kg.analyse import project
from kg.model import Fact, Graph
from kg.view.appearance import status_of

STATUSES = ("asserted", "claimed", "unsure", "denied", "unreal", "past")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """Counts, the largest first."""

    articles: int
    sentences: int  # that show a fact
    entities: int
    entities_linked: int  # joined to another by a fact: what the page counts; the others are only mentioned, or speak
    mentions: int
    facts: int
    evidence: int
    entities_by_type: dict[str, int]
    facts_by_status: dict[str, int]  # in the order of STATUSES, without zeros
    facts_by_predicate: dict[str, int]
    articles_by_language: dict[str, int]

    def to_json(self) -> dict[str, Any]:
        """Return the counts as plain values."""
        return asdict(self)


def count(graph: Graph) -> Statistics:
    """Count what the graph holds."""
    statuses = Counter(status_of(fact) for fact in graph.facts)
    return Statistics(
        articles=len(graph.articles),
        sentences=len(graph.sentences),
        entities=len(graph.entities),
        entities_linked=len(project(graph).ids),
        mentions=sum(len(entity.mentions) for entity in graph.entities),
        facts=len(graph.facts),
        evidence=sum(len(fact.evidence) for fact in graph.facts),
        entities_by_type=_ranked(entity.type for entity in graph.entities),
        facts_by_status={status: statuses[status] for status in STATUSES if statuses[status]},
        facts_by_predicate=_ranked(fact.predicate for fact in graph.facts),
        articles_by_language=_ranked(article.language for article in graph.articles),
    )


def counted(number: int, one: str, many: str = "") -> str:
    """Return "1 article" or "2 articles"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def pick_examples(graph: Graph, number: int = len(STATUSES)) -> list[Fact]:
    """Return facts worth showing first: between named things, sure, with one of every status if there is one."""
    named = {entity.id for entity in graph.entities if entity.aliases or entity.known}
    ranked = sorted(graph.facts, key=lambda f: (f.subject not in named or f.object not in named, -f.confidence, f.id))
    chosen: list[Fact] = []
    for status in STATUSES:
        chosen += [f for f in ranked if status_of(f) == status][:1]
    seen = {fact.id for fact in chosen}
    chosen += [fact for fact in ranked if fact.id not in seen]
    order = {fact.id: place for place, fact in enumerate(ranked)}
    return sorted(chosen[:number], key=lambda f: (STATUSES.index(status_of(f)), order[f.id]))


def _ranked(names: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(names).items(), key=lambda pair: (-pair[1], pair[0])))
