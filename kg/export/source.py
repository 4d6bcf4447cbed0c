"""What is exported: a graph in memory or an open store, seen as quads or as records, each made once."""

from collections.abc import Iterable
from functools import cached_property

from pyoxigraph import DefaultGraph, NamedNode, Quad, Store

from kg.graph import vocabulary as v
from kg.graph.decode import decode
from kg.graph.encode import encode_words
from kg.graph.iris import DEFAULT_BASE, Iris, base_in
from kg.graph.triples import Words, to_quads, to_words
from kg.model import Graph

_DEFAULT = DefaultGraph()


class Source:
    """A graph to export."""

    def __init__(self, origin: Graph | Store | Iterable[Quad], *, base: str | None = None) -> None:
        self._origin = origin
        self._base = base

    @cached_property
    def quads(self) -> list[Quad]:
        """Every quad, named graphs included, in no particular order and each once."""
        return list(to_quads(self.words) if isinstance(self._origin, Graph) else dict.fromkeys(self._origin))

    @cached_property
    def words(self) -> list[Words]:
        """The triples of the default graph as words of N-Triples, each once."""
        if isinstance(self._origin, Graph):
            return list(dict.fromkeys(encode_words(self._origin, base=self._base or DEFAULT_BASE)))
        return to_words(self.read)

    @cached_property
    def read(self) -> list[Quad]:
        """The quads of the default graph: what was read in articles."""
        return [q for q in self.quads if q.graph_name == _DEFAULT]

    @cached_property
    def graph(self) -> Graph:
        """The records."""
        return self._origin if isinstance(self._origin, Graph) else decode(self.quads)

    @cached_property
    def base(self) -> str:
        """What the IRIs of the graph start with."""
        if self._base is not None:
            return self._base.rstrip("/")
        return base_in(self.quads)

    @cached_property
    def prefixes(self) -> dict[str, str]:
        """Namespace by prefix: those of the vocabularies and those of this graph."""
        return {**Iris(self.base).prefixes(), "run": f"{self.base}/run/", **v.PREFIXES}

    def named(self) -> list[tuple[NamedNode, list[Quad]]]:
        """Return the named graphs, sorted by name, with their quads."""
        found: dict[str, list[Quad]] = {}
        for quad in self.quads:
            if isinstance(quad.graph_name, NamedNode):
                found.setdefault(quad.graph_name.value, []).append(quad)
        return [(NamedNode(name), quads) for name, quads in sorted(found.items())]
