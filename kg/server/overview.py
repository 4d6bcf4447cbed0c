"""What the server keeps in memory of a large store: which facts join which entities, and how much each weighs."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from pyoxigraph import DefaultGraph, Literal, NamedNode, Store

from kg.analyse import Network, count_degrees, find_communities, find_pagerank
from kg.graph import vocabulary as v
from kg.graph.iris import Iris
from kg.query.run import base_of
from kg.view.payload import choose_first

_DEFAULT: Final = DefaultGraph()
_DENIED: Final = v.nkg("Negative")


@dataclass(frozen=True, slots=True)
class Tie:
    """A fact, as far as the whole is concerned: the node that states it and what it joins."""

    statement: str  # IRI
    subject: str  # Entity.id
    object: str | None  # Entity.id; None: a literal


@dataclass(frozen=True, kw_only=True)
class Overview:
    """All facts of a store as bare links; entities by Entity.id."""

    iris: Iris
    ties: tuple[Tie, ...]
    ties_of: Mapping[str, tuple[int, ...]]  # positions in `ties`, as subject, object or speaker
    denied: frozenset[str]  # statements
    opposed: Mapping[str, tuple[str, ...]]  # statement → those that say the same and those that deny it
    network: Network
    ranks: Mapping[str, float]
    degrees: Mapping[str, int]
    articles: int

    @cached_property
    def first(self) -> tuple[str, ...]:
        """The entities of the first screen."""
        return tuple(choose_first(self.network, self.ranks))

    @cached_property
    def positions(self) -> Mapping[str, int]:
        """The position of each entity in the network."""
        return {each: position for position, each in enumerate(self.network.ids)}

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The place of each entity in the order of importance, from 1."""
        order = sorted(self.network.ids, key=lambda each: (-self.ranks[each], each))
        return {each: place for place, each in enumerate(order, start=1)}

    @cached_property
    def communities(self) -> Mapping[str, int]:
        """The community of each entity of the first screen: of all, it would cost as much as all the rest."""
        return find_communities(self.network.restrict(self.first))

    @cached_property
    def by_weight(self) -> tuple[str, ...]:
        """All statements, those between the most important entities first."""
        return tuple(tie.statement for tie in sorted(self.ties, key=lambda tie: (-self.weight(tie), tie.statement)))

    def weight(self, tie: Tie) -> float:
        """Return how much the ends of a fact weigh."""
        return self.ranks.get(tie.subject, 0.0) + (self.ranks.get(tie.object, 0.0) if tie.object else 0.0)

    def count(self, entity: str) -> int:
        """Return how many facts are about an entity, or said by it."""
        return len(self.ties_of.get(entity, ()))

    def about(self, entity: str) -> list[str]:
        """Return the statements about an entity, or said by it, those that join it to important ones first."""
        found = [self.ties[each] for each in self.ties_of.get(entity, ())]
        return [tie.statement for tie in sorted(found, key=lambda tie: (-self.weight(tie), tie.statement))]

    def among(self, entities: Iterable[str], others: Iterable[str] = ()) -> list[str]:
        """Return the statements between these entities, and from them to the others."""
        own = set(entities)
        chosen = own.union(others)
        found = {each for entity in own for each in self.ties_of.get(entity, ())}
        ties = (self.ties[each] for each in sorted(found))
        return [tie.statement for tie in ties if tie.subject in chosen and tie.object in chosen]

    def neighbours(self, entity: str) -> Iterator[tuple[str, str]]:
        """Yield the entities that some fact joins to this one, each with the statement."""
        for each in self.ties_of.get(entity, ()):
            tie = self.ties[each]
            if tie.object is not None and tie.subject != tie.object and entity in (tie.subject, tie.object):
                yield (tie.object if entity == tie.subject else tie.subject), tie.statement


def read_overview(store: Store) -> Overview:
    """Read the links of a store and weigh them."""
    iris = Iris(base_of(store))
    subjects, objects = _terms(store, v.SUBJECT), _terms(store, v.OBJECT)
    ids = _Names(iris)
    ties = tuple(
        Tie(each, ids[subjects[each].value], ids[term.value] if isinstance(term, NamedNode) else None)
        for each, term in ((each, objects.get(each)) for each in sorted(subjects))
    )
    speakers = {each: ids[term.value] for each, term in _terms(store, v.ATTRIBUTED_TO).items()}
    network = _network(ties, Counter(find_subjects(store, v.HAS_EVIDENCE)))
    denied = frozenset(find_subjects(store, v.POLARITY, _DENIED))
    return Overview(
        iris=iris,
        ties=ties,
        ties_of=_ties_of(ties, speakers),
        denied=denied,
        opposed=_opposed(store, denied, subjects, objects),
        network=network,
        ranks=find_pagerank(network),
        degrees=count_degrees(network),
        articles=sum(1 for _ in find_subjects(store, v.TYPE, v.ARTICLE)),
    )


def find_subjects(store: Store, predicate: NamedNode, term: NamedNode | None = None) -> Iterator[str]:
    """Yield the IRI of each node with this property, once for each value."""
    for quad in store.quads_for_pattern(None, predicate, term, _DEFAULT):
        if isinstance(quad.subject, NamedNode):
            yield quad.subject.value


class _Names(dict[str, str]):
    """Entity.id by IRI, each worked out once."""

    def __init__(self, iris: Iris) -> None:
        super().__init__()
        self._iris = iris

    def __missing__(self, iri: str) -> str:
        found = self[iri] = self._iris.entity_id(iri)
        return found


def _terms(store: Store, predicate: NamedNode) -> dict[str, NamedNode | Literal]:
    quads = store.quads_for_pattern(None, predicate, None, _DEFAULT)
    return {
        quad.subject.value: quad.object
        for quad in quads
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal)
    }


def _ties_of(ties: tuple[Tie, ...], speakers: Mapping[str, str]) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = defaultdict(list)
    for place, tie in enumerate(ties):
        for each in {tie.subject, tie.object, speakers.get(tie.statement)} - {None}:
            found[str(each)].append(place)
    return {entity: tuple(places) for entity, places in found.items()}


def _network(ties: tuple[Tie, ...], evidence: Mapping[str, int]) -> Network:
    weights: Counter[tuple[str, str]] = Counter()
    for tie in ties:
        if tie.object is not None and tie.object != tie.subject:
            pair = min(tie.subject, tie.object), max(tie.subject, tie.object)
            weights[pair] += max(1, evidence[tie.statement])
    ids = tuple(sorted({each for pair in weights for each in pair}))
    place = {each: position for position, each in enumerate(ids)}
    links = tuple((place[first], place[second], weight) for (first, second), weight in sorted(weights.items()))
    return Network(ids=ids, links=links)


def _opposed(
    store: Store,
    denied: frozenset[str],
    subjects: Mapping[str, NamedNode | Literal],
    objects: Mapping[str, NamedNode | Literal],
) -> dict[str, tuple[str, ...]]:
    """Return the groups of facts that some affirm and others deny (see kg.analyse.find_contradictions)."""
    spoken = {(subjects[each], objects[each]) for each in denied}
    groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for each, subject in subjects.items():
        if (subject, objects[each]) in spoken:
            predicate = _value(store, each, v.PREDICATE)
            phrase = _value(store, each, v.RELATION_TEXT) if predicate == v.RELATED_TO.value else ""
            groups[(subject.value, predicate, str(objects[each]), phrase)].append(each)
    both = [tuple(sorted(group)) for group in groups.values() if 0 < sum(e in denied for e in group) < len(group)]
    return {each: group for group in both for each in group}


def _value(store: Store, statement: str, predicate: NamedNode) -> str:
    quads = store.quads_for_pattern(NamedNode(statement), predicate, None, _DEFAULT)
    return next((quad.object.value for quad in quads if isinstance(quad.object, NamedNode | Literal)), "")
