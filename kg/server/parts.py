"""A large store in parts: what a page asks for next, as the records that say it."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Final

import rustworkx as rx
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from kg.errors import QueryError
from kg.graph import vocabulary as v
from kg.graph.decode import decode
from kg.graph.iris import Iris, read_span
from kg.graph.search import ENTITY, INDEX_NAME, SENTENCE, Hit, find_text
from kg.graph.store import current_folder, open_store
from kg.lang.fold import fold
from kg.model import Graph
from kg.query import find_entity
from kg.query.run import base_of
from kg.server.overview import Overview, find_subjects, read_overview
from kg.view.appearance import LANGUAGES

FACTS: Final = 300  # about one entity, in one answer; further ones on request
AROUND: Final = 300  # entities of a neighbourhood
FOUND: Final = 12  # entities, and sentences, of one search
PATHS: Final = 3
DETOUR: Final = 1000.0  # what an entity of a path that is known already costs the next one

_DEFAULT: Final = DefaultGraph()
_LEADS_ON: Final = (v.SUBJECT, v.OBJECT, v.ATTRIBUTED_TO)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a page asks for; ids as in the records."""

    entities: Sequence[str] = ()  # with what is said about each, from the `start`th fact on
    start: int = 0
    among: Sequence[str] = ()  # facts between these entities and those of the first screen
    facts: Sequence[str] = ()
    articles: Sequence[str] = ()  # with all that was read in each
    words: str = ""  # of names and sentences
    path: tuple[str, str] | None = None
    denied: bool = False  # the path may go through denied facts
    around: tuple[str, int] | None = None  # an entity, and how many steps from it
    rows: tuple[int, int] | None = None  # the facts of these places, by weight


class Parts:
    """One generation of a store; safe to be read by several threads."""

    def __init__(self, folder: Path) -> None:
        self.current = current_folder(folder)
        self._store: Store = open_store(folder)

    @cached_property
    def overview(self) -> Overview:
        """What the whole is like, read once."""
        return read_overview(self._store)

    def first(self) -> Graph:
        """Return the first screen: the most important entities, the facts between them, and what is contradicted."""
        overview = self.overview
        return self._read(overview.among(overview.first), overview.first, opposed=True)

    def read(self, wanted: Wanted) -> Graph:
        """Return what is asked for; what the store does not hold is passed over."""
        overview = self.overview
        statements: list[str] = [overview.iris.statement(each) for each in wanted.facts]
        entities = [*wanted.entities, *wanted.among]
        for each in wanted.entities:
            statements += overview.about(each)[wanted.start : wanted.start + FACTS]
        statements += overview.among(wanted.among, overview.first)
        for each in wanted.articles:
            statements += self._shown_in(NamedNode(overview.iris.article(each)))
        if wanted.words:
            found, said = self._found(wanted.words)
            entities, statements = [*entities, *found], [*statements, *said]
        if wanted.path:
            statements += self._path(*wanted.path, denied=wanted.denied)
        if wanted.around:
            near = self._near(*wanted.around)
            entities, statements = [*entities, *near], [*statements, *overview.among(near)]
        if wanted.rows:
            statements += overview.by_weight[slice(*wanted.rows)]
        return self._read(statements, entities, articles=wanted.articles)

    def count_entities(self) -> int:
        """Return how many entities the store holds, without reading it."""
        return len(set(find_subjects(self._store, v.PREF_LABEL)))

    def holds(self, kind: str, name: str) -> bool:
        """Return whether the store says anything of this "id" (an entity), "stmt" (a fact) or "article"."""
        iris = Iris(base_of(self._store))
        find = {"id": iris.entity, "stmt": iris.statement, "article": iris.article}[kind]
        try:
            node = NamedNode(find(name))
        except ValueError:  # a name that makes no IRI is nobody's
            return False
        return next(self._store.quads_for_pattern(node, None, None, _DEFAULT), None) is not None

    def language(self) -> str:
        """Return the language that most of the articles are in, as far as the page speaks it."""
        counts = Counter(_value(quad) for quad in self._store.quads_for_pattern(None, v.LANGUAGE, None, _DEFAULT))
        return max((counts[language], language) for language in LANGUAGES)[1]

    def named(self, most: int) -> Graph:
        """Return the most important entities, with nothing said of them."""
        order = self.overview.places
        return self._read([], [each for each, place in order.items() if place <= most])

    def find_entities(self, words: str) -> list[tuple[str, str]]:
        """Return IRI and name of the entity that goes by these words; if none or several do, of those they may mean."""
        try:
            found = [find_entity(self._store, words.strip()).value]
        except QueryError:
            found = [self.overview.iris.entity(each) for each in self._entities(words)]
        named = [(iri, self._label(NamedNode(iri))) for iri in found]
        exact = [(iri, label) for iri, label in named if fold(label) == fold(words)]
        return exact or [(iri, label) for iri, label in named if label]

    def labels(self, entities: Iterable[str]) -> list[str]:
        """Return the names of entities."""
        nodes = (NamedNode(self.overview.iris.entity(each)) for each in entities)
        return [_value(quad) for node in nodes for quad in self._store.quads_for_pattern(node, v.LABEL, None, _DEFAULT)]

    def _label(self, node: NamedNode) -> str:
        return min((_value(quad) for quad in self._store.quads_for_pattern(node, v.LABEL, None, _DEFAULT)), default="")

    def _read(
        self, statements: Iterable[str], entities: Iterable[str], *, articles: Iterable[str] = (), opposed: bool = False
    ) -> Graph:
        """Decode these statements with all that they need, and the entities."""
        groups = self.overview.opposed
        wanted = set(statements) | (set(groups) if opposed else set())
        wanted |= {other for each in wanted for other in groups.get(each, ())}
        iris, quads = self.overview.iris, _Quads(self._store)
        quads.add(NamedNode(iris.base))
        for each in sorted(wanted):
            quads.add_statement(NamedNode(each))
        for each in entities:
            with suppress(ValueError):  # a name that makes no IRI is nobody's
                quads.add(NamedNode(iris.entity(each)))
        for each in articles:
            quads.add(NamedNode(iris.article(each)))
        return decode(quads.found)

    def _shown_in(self, article: NamedNode) -> list[str]:
        """Return the statements with an evidence in the article."""
        places = [NamedNode(each) for each in find_subjects(self._store, v.CONTEXT, article)]
        return [each for place in places for each in find_subjects(self._store, v.HAS_EVIDENCE, place)]

    def _found(self, words: str) -> tuple[list[str], list[str]]:
        """Return the entities whose names, and the statements whose sentences, hold these words."""
        spans = [read_span(hit.iri) for hit in self._hits(words, SENTENCE)]
        nodes = [NamedNode(self.overview.iris.span(*each)) for each in spans if each]
        shown = [NamedNode(each) for node in nodes for each in find_subjects(self._store, v.IN_SENTENCE, node)]
        said = [each for node in shown for each in find_subjects(self._store, v.HAS_EVIDENCE, node)]
        return self._entities(words), said

    def _entities(self, words: str) -> list[str]:
        """Return the entities whose names hold these words, the important ones first."""
        iris, ranks = self.overview.iris, self.overview.ranks
        found = {iris.entity_id(hit.iri) for hit in self._hits(words, ENTITY)}
        return sorted(found, key=lambda each: (-ranks.get(each, 0.0), each))[:FOUND]

    def _hits(self, words: str, kind: str) -> list[Hit]:
        limit = FOUND if kind == SENTENCE else FOUND * 8  # the important ones are chosen from more
        with suppress(QueryError):  # nothing but signs
            return find_text(self.current / INDEX_NAME, words, kind=kind, limit=limit)
        return []

    def _near(self, entity: str, depth: int) -> list[str]:
        found, edge = [entity], [entity]
        for _ in range(depth):
            near = {other for each in edge for other, _ in self.overview.neighbours(each)} - set(found)
            edge = sorted(near, key=lambda each: (-self.overview.ranks[each], each))[: AROUND - len(found)]
            found += edge
        return found

    def _path(self, first: str, last: str, *, denied: bool) -> list[str]:
        """Return the statements along the cheapest path, and along others that avoid the entities of these."""
        overview, ways = self.overview, self._ways[denied]
        place = overview.positions
        if first not in place or last not in place:
            return []
        ends, used, found = {place[first], place[last]}, set[int](), list[str]()
        for _ in range(PATHS):
            way = ways.cheapest(place[first], place[last], used - ends)
            if not way or set(way) <= used:
                break
            used |= set(way)
            names = [overview.network.ids[each] for each in way]
            found += [each for pair in pairwise(names) for each in overview.among(pair)]
        return found

    @cached_property
    def _ways(self) -> dict[bool, "_Ways"]:
        return {denied: _Ways(self.overview, denied=denied) for denied in (False, True)}


def _value(quad: Quad) -> str:
    return quad.object.value if isinstance(quad.object, Literal | NamedNode) else ""


class _Ways:
    """Who can be reached from whom; well-connected entities cost more, so that not all is joined by "United States"."""

    def __init__(self, overview: Overview, *, denied: bool) -> None:
        ids, degrees, place = overview.network.ids, overview.degrees, overview.positions
        self._costs = [2 + math.log1p(degrees[each]) for each in ids]
        self._graph: rx.PyDiGraph = rx.PyDiGraph(multigraph=False)
        self._graph.add_nodes_from(list(ids))
        for tie in overview.ties:
            if tie.object is None or tie.object == tie.subject or (not denied and tie.statement in overview.denied):
                continue
            first, last = place[tie.subject], place[tie.object]
            self._graph.add_edge(first, last, last)
            self._graph.add_edge(last, first, first)

    def cheapest(self, first: int, last: int, avoided: set[int]) -> list[int]:
        """Return the entities of the cheapest path, both ends included; empty when there is none."""

        def cost(reached: int) -> float:
            return self._costs[reached] + (DETOUR if reached in avoided else 0.0)

        found = rx.dijkstra_shortest_paths(self._graph, first, last, weight_fn=cost)
        return list(found[last]) if last in found else []


class _Quads:
    """The quads of some nodes and of what they lean on, each once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._seen: set[NamedNode] = set()
        self.found: list[Quad] = []

    def add(self, node: NamedNode) -> list[Quad]:
        """Add what is said of a node."""
        if node in self._seen:
            return []
        self._seen.add(node)
        quads = list(self._store.quads_for_pattern(node, None, None, _DEFAULT))
        self.found += quads
        return quads

    def add_statement(self, statement: NamedNode) -> None:
        """Add a statement with the entities that it joins, its evidence and the articles that show it."""
        for quad in self.add(statement):
            if isinstance(quad.object, NamedNode) and quad.predicate in _LEADS_ON:
                self.add(quad.object)
            elif isinstance(quad.object, NamedNode) and quad.predicate == v.HAS_EVIDENCE:
                for further in self.add(quad.object):
                    if isinstance(further.object, NamedNode) and further.predicate in (v.CONTEXT, v.EXTRACTED_BY):
                        self.add(further.object)
