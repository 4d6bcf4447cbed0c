"""Nanopublications: each fact as four small graphs, what is said apart from where it was read."""

from collections.abc import Iterator
from typing import Final, TextIO

from pyoxigraph import Literal, NamedNode, Quad

from kg.export.source import Source
from kg.export.turtle import write_graphs
from kg.graph import vocabulary as v
from kg.graph.triples import to_words

NP: Final = "http://www.nanopub.org/nschema#"
_TYPE: Final = v.TYPE
_DERIVED: Final = NamedNode(v.PROV + "wasDerivedFrom")
_GENERATED: Final = NamedNode(v.PROV + "wasGeneratedBy")


def write_nanopubs(source: Source, stream: TextIO) -> None:
    """Write TriG; what is not asserted has its statement, never its plain triple, in the assertion graph."""
    nodes: dict[str, list[Quad]] = {}
    for quad in source.read:
        nodes.setdefault(str(quad.subject), []).append(quad)
    typed = (q.subject for q in source.read if q.predicate == _TYPE and q.object == v.STATEMENT)
    statements = sorted(subject.value for subject in typed if isinstance(subject, NamedNode))
    graphs: dict[str, list[Quad]] = {}
    for iri in statements:
        for quad in _nanopub(iri, nodes, source.base):
            graphs.setdefault(str(quad.graph_name).strip("<>"), []).append(quad)
    write_graphs(source, stream, [(NamedNode(name), to_words(quads)) for name, quads in graphs.items()], {"np": NP})


def _nanopub(iri: str, nodes: dict[str, list[Quad]], base: str) -> Iterator[Quad]:
    about = f"{base}/np/{iri.rsplit('/', 1)[-1]}"
    publication, head = NamedNode(about), NamedNode(about + "#head")
    assertion, provenance, info = (NamedNode(f"{about}#{part}") for part in ("assertion", "provenance", "pubinfo"))
    yield Quad(publication, _TYPE, NamedNode(NP + "Nanopublication"), head)
    for part, graph in (("Assertion", assertion), ("Provenance", provenance), ("PublicationInfo", info)):
        yield Quad(publication, NamedNode(f"{NP}has{part}"), graph, head)
    said = {q.predicate.value: q.object for q in nodes[f"<{iri}>"]}
    asserted = said.get(v.ASSERTED.value) == Literal("true", datatype=v.XSD_BOOLEAN)
    subject, predicate, object_ = (said[p.value] for p in (v.SUBJECT, v.PREDICATE, v.OBJECT))
    if asserted and isinstance(subject, NamedNode) and isinstance(predicate, NamedNode):
        yield Quad(subject, predicate, object_, assertion)
    for quad in nodes[f"<{iri}>"]:
        in_provenance = quad.predicate == v.HAS_EVIDENCE or asserted
        yield Quad(quad.subject, quad.predicate, quad.object, provenance if in_provenance else assertion)
    evidence = sorted({str(q.object) for q in nodes[f"<{iri}>"] if q.predicate == v.HAS_EVIDENCE})
    for name in evidence:
        yield Quad(assertion, _DERIVED, NamedNode(name.strip("<>")), provenance)
        for quad in nodes.get(name, ()):
            yield Quad(quad.subject, quad.predicate, quad.object, provenance)
            if quad.predicate == v.EXTRACTED_BY:
                yield Quad(publication, _GENERATED, quad.object, info)
    for term in (subject, object_):
        for quad in nodes.get(str(term), ()) if isinstance(term, NamedNode) else ():
            if quad.predicate in (v.LABEL, _TYPE):
                yield Quad(quad.subject, quad.predicate, quad.object, info)
