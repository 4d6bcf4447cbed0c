"""The W3C SPARQL 1.1 update tests: what a store holds before an update, and what it must hold after."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph
from pyoxigraph import NamedNode, Quad, RdfFormat

from tests.server import w3c

UT = "http://www.w3.org/2009/sparql/tests/test-update#"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
KIND = w3c.MF + "UpdateEvaluationTest"

State = tuple[tuple[Path, str | None], ...]  # files, each with the graph that holds it; None: the default graph


@dataclass(frozen=True)
class Update:
    """One test."""

    name: str
    request: Path
    before: State
    after: State

    def text(self):
        return f"BASE <{w3c.iri(self.request)}>\n" + self.request.read_text(encoding="utf-8")


def quads(state):
    """Yield the quads of a state."""
    for path, graph in state:
        for quad in w3c.parse(path):
            yield quad if graph is None else Quad(quad.subject, quad.predicate, quad.object, NamedNode(graph))


def graphs(found):
    """Return quads in comparable form: a multiset of triples for each graph that holds any."""
    held = {}
    for quad in found:
        name = quad.graph_name.value if isinstance(quad.graph_name, NamedNode) else None
        held.setdefault(name, Counter())[w3c.triple(quad)] += 1
    return held


def read_updates(folder):
    """Return the update evaluation tests below a folder of manifests, sorted by name."""
    updates = []
    for manifest in sorted(folder.glob("*/manifest.ttl")):
        updates += _updates(manifest)
    return sorted(updates, key=lambda u: u.name)


def _updates(manifest):
    graph = {}
    for quad in pyoxigraph.parse(path=str(manifest), format=RdfFormat.TURTLE, base_iri=w3c.iri(manifest)):
        graph.setdefault(quad.subject, {}).setdefault(quad.predicate.value, []).append(quad.object)

    def path(term):
        return manifest.parent / term.value.rsplit("/", 1)[-1]

    def state(node):
        parts = graph.get(node, {})
        found = [(path(t), None) for t in parts.get(UT + "data", ())]
        for named in parts.get(UT + "graphData", ()):
            held = graph[named]
            found.append((path(held[UT + "graph"][0]), held[LABEL][0].value))
        return tuple(found)

    for subject, node in graph.items():
        if NamedNode(KIND) in node.get(w3c.RDF + "type", ()):
            action = node[w3c.MF + "action"][0]
            name = f"{manifest.parent.name}/{subject.value.rsplit('#', 1)[-1]}"
            yield Update(name, path(graph[action][UT + "request"][0]), state(action), state(node[w3c.MF + "result"][0]))
