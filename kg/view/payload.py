"""What the page is told: the graph with positions, as plain JSON values.

Entities and articles are referred to by position in their list. Offsets count code points, as in the records.
"""

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import zip_longest
from typing import Any

from kg.analyse import (
    Network,
    count_degrees,
    find_communities,
    find_contradictions,
    find_pagerank,
    lay_out_all,
    lay_out_few,
    project,
)
from kg.analyse.layout import READABLE
from kg.lang.labels import load_labels
from kg.model import OPEN, Article, Entity, Evidence, Fact, Graph, Modality, Polarity, Span, Value
from kg.view.appearance import family_of, load_families, load_words, status_of

FIRST_SCREEN = 120  # entities that a reader can take in; the others open by search or by expanding
SEEDS = 40  # of them chosen for their centrality alone; the others because they are linked to these
BASE = "https://w3id.org/newskg"  # of the IRIs that exports and "copy IRI" write
DOT_BOX = (58.0, 34.0)  # pixels of an entity on the map of the whole
LETTER = 6.6  # pixels of a letter of a label, on average
NAMED = 48  # up to this many entities, links are made long enough for their names
SMALL_LETTER = 5.6  # pixels of a letter of a link's name, on average
NAME_LIMIT = 170.0
LABEL_LIMIT = 150.0  # pixels at which the page breaks a label into two lines
SMALLEST, LARGEST = 16.0, 64.0  # pixels across an entity
LINE = 15.0  # pixels of one line of a label

Json = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Places:
    """Where entities stand and how much they weigh, by Entity.id."""

    near: Mapping[str, tuple[int, int]]  # on the first screen
    far: Mapping[str, tuple[float, float]]  # on the map of the whole; empty: the first screen is the whole
    degrees: Mapping[str, int]
    ranks: Mapping[str, float]
    communities: Mapping[str, int]
    order: Mapping[str, int] = field(default_factory=dict)  # from 1; empty: the page holds all and finds it itself

    def size(self, entity: str) -> float:
        """Return the pixels across an entity."""
        return node_size(self.degrees.get(entity, 0), self.most)

    @cached_property
    def most(self) -> int:
        """How many neighbours the best connected entity has."""
        return max(self.degrees.values(), default=0)


def make_payload(graph: Graph, *, title: str, language: str, base: str = BASE) -> Json:
    """Turn a graph into the values that the explorer reads."""
    places = find_places(graph)
    return {**make_head(title=title, language=language, first=len(places.near), base=base), **make_part(graph, places)}


def make_head(*, title: str, language: str, first: int, base: str = BASE, live: Json | None = None) -> Json:
    """Return what the explorer is told besides the graph.

    Args:
        first: How many entities the first screen shows.
        live: How much the server holds, when the page has only a part of it and may ask for the rest.
    """
    meta = {"title": title, "language": language, "base": base.rstrip("/"), "first": first, "live": live}
    return {
        "meta": {key: value for key, value in meta.items() if value is not None},
        "families": [
            {"id": each.id, "light": each.light, "dark": each.dark, "shape": each.shape} for each in load_families()
        ],
        "words": load_words(),
    }


def make_part(graph: Graph, places: Places) -> Json:
    """Turn the records of a graph, or of a part of one, into JSON; they refer to one another by position."""
    entity_places = {entity.id: place for place, entity in enumerate(graph.entities)}
    article_places = {article.id: place for place, article in enumerate(graph.articles)}
    facts = [fact for fact in graph.facts if fact.subject in entity_places]
    fact_places = {fact.id: place for place, fact in enumerate(facts)}
    return {
        "labels": _used_labels(graph),
        "docs": [_article(article) for article in graph.articles],
        "nodes": [_entity(entity, places, article_places) for entity in graph.entities],
        "facts": [_fact(fact, entity_places, article_places) for fact in facts],
        "contradictions": [
            [fact_places[each] for each in group if each in fact_places] for group in find_contradictions(graph)
        ],
    }


def find_places(graph: Graph) -> Places:
    """Choose the entities of the first screen and place them; place all on a map when there are more."""
    network = project(graph)
    ranks, degrees, communities = find_pagerank(network), count_degrees(network), find_communities(network)
    main = choose_first(network, ranks)
    near = place_first(graph, network.restrict(main), degrees)
    far: Mapping[str, tuple[float, float]] = {}
    if len(main) < len(network.ids) <= READABLE:
        far = lay_out_few(network, dict.fromkeys(network.ids, DOT_BOX))
    elif len(network.ids) > READABLE:
        far = lay_out_all(network, communities, ranks)
    return Places(near=near, far=far, degrees=degrees, ranks=ranks, communities=communities)


def place_first(graph: Graph, main: Network, degrees: Mapping[str, int]) -> Mapping[str, tuple[int, int]]:
    """Place the entities of the first screen, with room for their names."""
    labels = {entity.id: entity.label for entity in graph.entities}
    most = max(degrees.values(), default=0)
    boxes = {each: _box(labels[each], node_size(degrees[each], most)) for each in main.ids}
    return lay_out_few(main, boxes, _names(graph) if len(main.ids) <= NAMED else {})


def choose_first(network: Network, ranks: Mapping[str, float]) -> list[str]:
    """Return the entities of the first screen: the most central ones, then those that hang together with them."""
    order = sorted(network.ids, key=lambda each: (-ranks[each], each))
    if len(order) <= FIRST_SCREEN:
        return order
    seeds = order[:SEEDS]
    place, neighbours = {each: position for position, each in enumerate(network.ids)}, network.neighbours
    near = {each: [network.ids[other] for other in neighbours[place[each]]] for each in seeds}
    ties = Counter(other for each in seeds for other in near[each] if other not in set(seeds))
    bridges = sorted((each for each in ties if ties[each] > 1), key=lambda each: (-ties[each], -ranks[each], each))
    # Then each seed in turn brings its best neighbour, so that none stands alone.
    queues = [sorted(near[each], key=lambda other: (-ranks[other], other)) for each in seeds]
    in_turn = (other for turn in zip_longest(*queues) for other in turn if other is not None)
    return list(dict.fromkeys([*seeds, *bridges, *in_turn]))[:FIRST_SCREEN]


def node_size(degree: int, most: int) -> float:
    """Return the pixels across an entity with this many neighbours, where the best connected one has `most`."""
    return round(SMALLEST + min(7.5, (LARGEST - SMALLEST) / math.sqrt(max(1, most))) * math.sqrt(max(0, degree)), 1)


def safe_url(url: str | None) -> str | None:
    """Return the address only if a browser can open it without running anything."""
    return url if url and url.lower().startswith(("http://", "https://")) else None


def _names(graph: Graph) -> dict[tuple[str, str], float]:
    """Return the pixels of the longest name that a link between two entities carries."""
    labels = load_labels()
    lengths: dict[tuple[str, str], float] = {}
    for fact in graph.facts:
        if isinstance(fact.object, str):
            pair = min(fact.subject, fact.object), max(fact.subject, fact.object)
            name = fact.phrase if fact.predicate == OPEN else labels.get(fact.predicate, {}).get("fr", fact.predicate)
            aside = "" if status_of(fact) in {"asserted", "claimed", "unsure", "past"} else "possible : "
            lengths[pair] = max(lengths.get(pair, 0.0), min(NAME_LIMIT, SMALL_LETTER * len(aside + name)))
    return lengths


def _box(label: str, size: float) -> tuple[float, float]:
    width = min(LABEL_LIMIT, LETTER * len(label))
    lines = 1 if LETTER * len(label) <= LABEL_LIMIT else 2
    return max(size, width), size + LINE * lines


def _used_labels(graph: Graph) -> dict[str, dict[str, str]]:
    used = {fact.predicate for fact in graph.facts} | {entity.type for entity in graph.entities}
    labels = load_labels()
    return {term: labels[term] for term in sorted(used) if term in labels}


def _article(article: Article) -> Json:
    return _without_nothing(
        {
            "id": article.id,
            "name": article.name,
            "title": article.title,
            "source": article.publisher,
            "date": article.published,
            "url": safe_url(article.url),
            "lang": article.language,
            "text": article.text,
        }
    )


def _entity(entity: Entity, places: Places, article_places: Mapping[str, int]) -> Json:
    mentions = [
        [article_places[each.article], each.span.start, each.span.end]
        for each in entity.mentions
        if each.article in article_places
    ]
    return _without_nothing(
        {
            "id": entity.id,
            "type": entity.type,
            "family": family_of(entity.type),
            "label": entity.label,
            "labels": dict(entity.labels),
            "aliases": [each for each in entity.aliases if each != entity.label],
            "known": entity.known,
            "mentions": mentions,
            "at": places.near.get(entity.id),
            "map": places.far.get(entity.id),
            "deg": places.degrees.get(entity.id, 0),
            "size": places.size(entity.id),
            "rank": round(places.ranks.get(entity.id, 0.0), 6),
            "community": places.communities.get(entity.id),
            "place": places.order.get(entity.id),
        }
    )


def _fact(fact: Fact, entity_places: Mapping[str, int], article_places: Mapping[str, int]) -> Json:
    value = fact.object if isinstance(fact.object, Value) else None
    period = fact.period
    return _without_nothing(
        {
            "id": fact.id,
            "s": entity_places[fact.subject],
            "p": fact.predicate,
            "o": None if isinstance(fact.object, Value) else entity_places.get(fact.object),
            "v": [value.text, value.datatype.value] if value else None,
            "phrase": fact.phrase,
            "neg": fact.polarity is Polarity.NEGATIVE,
            "mod": None if fact.modality is Modality.ACTUAL else fact.modality.value,
            "by": None if fact.speaker is None else entity_places.get(fact.speaker),
            "past": fact.past,
            "unsure": status_of(fact) == "unsure",  # the page rounds confidences: it cannot find out
            "time": [period.value, period.earliest, period.latest, period.surface] if period else None,
            "conf": round(fact.confidence, 2),
            "ev": [_evidence(each, article_places) for each in fact.evidence if each.article in article_places],
        }
    )


def _evidence(evidence: Evidence, article_places: Mapping[str, int]) -> Json:
    return _without_nothing(
        {
            "doc": article_places[evidence.article],
            "sent": _span(evidence.sentence),
            "clause": _span(evidence.clause),
            "trig": _span(evidence.trigger),
            "subj": _span(evidence.subject),
            "obj": _span(evidence.object),
            "rule": evidence.rule,
            "conf": round(evidence.confidence, 2),
        }
    )


def _span(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def _without_nothing(record: Json) -> Json:
    return {
        key: value
        for key, value in record.items()
        if value is not None and value is not False and value not in ("", [], {})
    }
