"""Statement nodes (RDF 1.1, what we store) ↔ reifiers of triple terms (RDF 1.2, what newer tools read), lossless."""

from collections.abc import Iterable, Iterator
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from kg.graph import vocabulary as v

REIFIES: Final = NamedNode(v.RDF + "reifies")
_PARTS: Final = {v.SUBJECT.value: 0, v.PREDICATE.value: 1, v.OBJECT.value: 2}

_Node = NamedNode | BlankNode


def to_reifiers(quads: Iterable[Quad]) -> Iterator[Quad]:
    """Yield the same quads with `st rdf:reifies <<( s p o )>>` instead of st's rdf:subject, predicate and object."""
    waiting: dict[tuple[str, str], list[Quad]] = {}
    for quad in quads:
        if quad.predicate.value not in _PARTS:
            yield quad
            continue
        parts = waiting.setdefault((str(quad.subject), str(quad.graph_name)), [])
        parts.append(quad)
        triple = _triple(parts) if len(parts) == 3 else None
        if triple is not None:
            parts.clear()
            yield Quad(quad.subject, REIFIES, triple, quad.graph_name)
    for parts in waiting.values():  # a statement that lacks a part stays as it is
        yield from parts


def from_reifiers(quads: Iterable[Quad]) -> Iterator[Quad]:
    """Yield the same quads with statement nodes: the inverse of `to_reifiers`."""
    for quad in quads:
        if quad.predicate != REIFIES or not isinstance(quad.object, Triple):
            yield quad
            continue
        said = quad.object
        for predicate, term in ((v.SUBJECT, said.subject), (v.PREDICATE, said.predicate), (v.OBJECT, said.object)):
            yield Quad(quad.subject, predicate, term, quad.graph_name)


def _triple(parts: list[Quad]) -> Triple | None:
    by_place = {_PARTS[quad.predicate.value]: quad.object for quad in parts}
    subject, predicate, object_ = (by_place.get(place) for place in range(3))
    if not isinstance(subject, _Node) or not isinstance(predicate, NamedNode):
        return None
    if not isinstance(object_, NamedNode | BlankNode | Literal):
        return None
    return Triple(subject, predicate, object_)
