"""The graph as a network: NetworkX, and the files that Gephi, Cytoscape and yEd open."""

import io
import re
from typing import TYPE_CHECKING, TextIO

from kg.export.places import NO_XML, Places
from kg.export.source import Source
from kg.export.table import literal_id
from kg.graph.iris import DEFAULT_BASE, Iris
from kg.model import OPEN, Entity, Fact, Graph, Value

if TYPE_CHECKING:
    import networkx  # at run time only where it is needed: it takes a while


def to_networkx(graph: Graph, *, base: str = DEFAULT_BASE) -> "networkx.MultiDiGraph":
    """Return entities and literals as nodes (named by IRI), facts as edges (keyed by id).

    Edges carry polarity, modality, speaker and asserted: keep only `asserted` ones to work with what the articles
    themselves state. `sentence`, `article`, `start` and `end` tell the first place that shows a fact; `places` is JSON
    of every place, of facts and of entities, with the keys of docs/format-jsonl.md.
    """
    import networkx

    iris, network, shown = Iris(base), networkx.MultiDiGraph(), Places(graph)
    for entity in graph.entities:
        network.add_node(iris.entity(entity.id), **_entity(entity), places=shown.mentions(entity))
    for fact in graph.facts:
        start = iris.entity(fact.subject)
        if isinstance(fact.object, Value):
            end = literal_id(fact.object)
            network.add_node(end, label=fact.object.text, type="Literal", datatype=fact.object.datatype.value)
        else:
            end = iris.entity(fact.object)
        network.add_edge(start, end, key=fact.id, **_fact(fact, iris), **shown.first(fact), places=shown.evidence(fact))
    return network


def _entity(entity: Entity) -> dict[str, str | int]:
    return {
        "label": entity.label,
        "type": entity.type,
        "aliases": "; ".join(entity.aliases),
        "mentions": len(entity.mentions),
    }


def _fact(fact: Fact, iris: Iris) -> dict[str, str | int | float | bool]:
    return {
        "fact": fact.id,
        "label": fact.phrase if fact.predicate == OPEN else fact.predicate,
        "predicate": fact.predicate,
        "phrase": fact.phrase,
        "polarity": fact.polarity.value,
        "modality": fact.modality.value,
        "speaker": iris.entity(fact.speaker) if fact.speaker else "",
        "asserted": fact.asserted,
        "past": fact.past,
        "time": (fact.period and fact.period.value) or "",
        "confidence": fact.confidence,
        "articles": len({e.article for e in fact.evidence}),
        "evidence": " | ".join(e.text for e in fact.evidence),
    }


def write_graphml(source: Source, stream: TextIO) -> None:
    """Write GraphML."""
    import networkx

    network = _for_xml(to_networkx(source.graph, base=source.base))
    for line in networkx.generate_graphml(network, named_key_ids=True):
        stream.write(line + "\n")


def write_gexf(source: Source, stream: TextIO) -> None:
    """Write GEXF 1.2, without the date of writing: the same graph is the same bytes."""
    import networkx

    network = _for_xml(to_networkx(source.graph, base=source.base))
    buffer = io.BytesIO()
    networkx.write_gexf(network, buffer)
    stream.write(re.sub(r' lastmodifieddate="[^"]*"', "", buffer.getvalue().decode()) + "\n")


def _for_xml(network: "networkx.MultiDiGraph") -> "networkx.MultiDiGraph":
    """Return the network without the characters that XML 1.0 cannot hold."""
    import networkx

    clean = networkx.MultiDiGraph()
    for node, data in network.nodes(data=True):
        clean.add_node(_clean(node), **{k: _clean(value) for k, value in data.items()})
    for start, end, key, data in network.edges(keys=True, data=True):
        clean.add_edge(_clean(start), _clean(end), key=key, **{k: _clean(value) for k, value in data.items()})
    return clean


def _clean(value: object) -> object:
    return NO_XML.sub("\ufffd", value) if isinstance(value, str) else value
