"""The graph into a SPARQL store elsewhere: in batches that may be tried again, checked by counting."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from pyoxigraph import DefaultGraph, Quad, Store

from kg.errors import ExportError
from kg.export.remote import METHODS, Remote, check_address
from kg.export.source import Source
from kg.graph import vocabulary as v
from kg.graph.iris import Iris
from kg.model import Graph

Progress = Callable[[int, int], None]  # triples sent, and in all

_EVERYTHING = "?s ?p ?o"
_OURS = f'?s <{v.CONFORMS_TO.value}> ?f FILTER(STRSTARTS(STR(?f), "{v.NKG}format-"))'


@dataclass(frozen=True, slots=True, kw_only=True)
class Pushed:
    """What was sent, and what the store counts in those graphs afterwards (None: it could not be asked)."""

    sent: int
    counted: int | None


def push(
    origin: Graph | Store | Iterable[Quad],
    remote: Remote,
    *,
    graph: str | None = None,
    replace: bool = False,
    batch: int = 5000,
    progress: Progress | None = None,
) -> Pushed:
    """Write every triple into the store; sending a batch twice changes nothing, since no node is blank.

    Args:
        graph: IRI of the graph that takes what was read; None: the default graph. Derived facts keep their own graph.
        replace: Empty the graphs first, so that what is no longer here is no longer there.
        batch: Triples in one request.
        progress: Told triples sent and in all.

    Raises:
        ExportError: the store refuses, cannot be reached, or counts fewer triples than were sent.
    """
    if remote.method not in METHODS:
        raise ExportError(f"there is no method {remote.method!r}", remedy=f"Use one of {', '.join(METHODS)}.")
    check_address(remote.url, graph)
    parts = _by_graph(Source(origin), graph)
    total, sent = sum(len(lines) for _, lines in parts), 0
    for name, lines in parts:
        if replace:
            remote.empty(name)
        for some in _batches(lines, batch):
            remote.insert(name, some)
            sent += len(some)
            if progress is not None:
                progress(sent, total)
    counted = None if remote.query_url is None else sum(remote.count(name) for name, _ in parts)
    if counted is not None and (counted < total or (replace and counted > total)):
        raise ExportError(
            f"counts {counted} triples where {total} were sent", where=remote.url, remedy="Push again with --replace."
        )
    return Pushed(sent=sent, counted=counted)


def mirror(
    origin: Graph | Store | Iterable[Quad],
    remote: Remote,
    *,
    graph: str | None = None,
    batch: int = 5000,
    progress: Progress | None = None,
) -> Pushed:
    """Make the graph there what it is here: what kg wrote there before is replaced, what others wrote is left alone.

    If it is stopped in between, the same call goes on from any state that it left.

    Args:
        remote: Must have a `query_url`.

    Raises:
        ExportError: as `push`, or the graph there holds what kg did not write.
    """
    check_address(remote.url, graph)
    if remote.ask(graph, _EVERYTHING) and not remote.ask(graph, _OURS):
        name = f"the graph <{graph}>" if graph else "the default graph"
        raise ExportError(
            f"{name} there holds triples that kg did not write", where=remote.url, remedy="Name another with --into."
        )
    source = Source(origin)
    derived = Iris(source.base).derived()
    if remote.ask(derived, _EVERYTHING):  # from a build that derived; this one may not
        remote.empty(derived)
    return push(source.quads, remote, graph=graph, replace=True, batch=batch, progress=progress)


def _by_graph(source: Source, graph: str | None) -> list[tuple[str | None, list[str]]]:
    """Return N-Triples lines by the graph that takes them, sorted; what tells that kg wrote it comes first."""
    lines: dict[str, set[str]] = {}
    for quad in source.quads:
        name = graph or "" if quad.graph_name == DefaultGraph() else str(quad.graph_name).strip("<>")
        lines.setdefault(name, set()).add(f"{quad.subject} {quad.predicate} {quad.object} .")
    about = f"<{source.base}> "
    return [
        (name or None, sorted(found, key=lambda line: (not line.startswith(about), line)))
        for name, found in sorted(lines.items())
    ]


def _batches(lines: Sequence[str], size: int) -> Iterator[list[str]]:
    rest = iter(lines)
    while some := list(islice(rest, size)):
        yield some
