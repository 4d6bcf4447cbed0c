"""N-Triples and N-Quads, sorted, so that two versions can be compared line by line."""

from collections.abc import Sequence
from typing import TextIO

from pyoxigraph import Quad, RdfFormat, Triple, serialize

from kg.export.source import Source


def write_ntriples(source: Source, stream: TextIO) -> None:
    """Write the default graph."""
    _write_sorted([q.triple for q in source.read], RdfFormat.N_TRIPLES, stream)


def write_nquads(source: Source, stream: TextIO) -> None:
    """Write every graph."""
    _write_sorted(source.quads, RdfFormat.N_QUADS, stream)


def _write_sorted(quads: Sequence[Quad] | Sequence[Triple], rdf_format: RdfFormat, stream: TextIO) -> None:
    lines = (serialize(quads, format=rdf_format) or b"").split(b"\n")
    for line in sorted(line for line in lines if line):
        stream.write(line.decode() + "\n")
