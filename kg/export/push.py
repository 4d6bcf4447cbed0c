"""The graph into a SPARQL store elsewhere: in batches that may be tried again, checked by counting."""

import json
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from pyoxigraph import DefaultGraph, NamedNode, Quad, Store

from kg.errors import ExportError
from kg.export.source import Source
from kg.model import Graph

METHODS: Final = ("update", "graph-store")
_RETRIED: Final = (408, 429, 500, 502, 503, 504)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remote:
    """A store that speaks SPARQL 1.1.

    `url` takes updates (method "update") or the Graph Store Protocol ("graph-store"); `query_url` takes queries. With a
    `token` it is sent as Bearer; with `user` and `password` the server chooses Basic or Digest.
    """

    url: str
    query_url: str | None = None
    method: str = "update"
    user: str | None = None
    password: str | None = None
    token: str | None = None
    timeout_seconds: float = 60.0


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
    progress: Callable[[int, int], None] | None = None,
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
    parts = _by_graph(Source(origin).quads, graph)
    total, sent = sum(len(lines) for _, lines in parts), 0
    for name, lines in parts:
        if replace:
            _empty(remote, name)
        for some in _batches(lines, batch):
            _send(remote, name, some)
            sent += len(some)
            if progress is not None:
                progress(sent, total)
    counted = _count(remote, [name for name, _ in parts])
    if counted is not None and (counted < total or (replace and counted > total)):
        raise ExportError(
            f"counts {counted} triples where {total} were sent", where=remote.url, remedy="Push again with --replace."
        )
    return Pushed(sent=sent, counted=counted)


def _by_graph(quads: list[Quad], graph: str | None) -> list[tuple[str | None, list[str]]]:
    """Return N-Triples lines by the graph that takes them, sorted."""
    lines: dict[str, set[str]] = {}
    for quad in quads:
        name = graph or "" if quad.graph_name == DefaultGraph() else str(quad.graph_name).strip("<>")
        lines.setdefault(name, set()).add(f"{quad.subject} {quad.predicate} {quad.object} .")
    for name in lines:
        _check_iri(name)
    return [(name or None, sorted(found)) for name, found in sorted(lines.items())]


def _check_iri(name: str) -> None:
    try:
        if name:
            NamedNode(name)
    except ValueError as error:
        raise ExportError(f"{name!r} is no IRI", remedy="Name the graph by an IRI.") from error


def _batches(lines: Sequence[str], size: int) -> Iterator[list[str]]:
    rest = iter(lines)
    while some := list(islice(rest, size)):
        yield some


def _send(remote: Remote, graph: str | None, lines: list[str]) -> None:
    body = "\n".join(lines)
    if remote.method == "graph-store":
        _request(remote, _graph_url(remote, graph), body, "application/n-triples", "POST")
        return
    inside = f"GRAPH <{graph}> {{\n{body}\n}}" if graph else body
    _update(remote, f"INSERT DATA {{ {inside} }}")


def _empty(remote: Remote, graph: str | None) -> None:
    if remote.method == "graph-store":
        url = _graph_url(remote, graph)
        _request(remote, url, "", "application/n-triples", "PUT")
    else:
        _update(remote, f"CLEAR SILENT GRAPH <{graph}>" if graph else "CLEAR SILENT DEFAULT")


def _update(remote: Remote, text: str) -> None:
    _request(remote, remote.url, text, "application/sparql-update", "POST")


def _graph_url(remote: Remote, graph: str | None) -> str:
    mark = "&" if "?" in remote.url else "?"
    return remote.url + mark + (f"graph={urllib.parse.quote(graph, safe='')}" if graph else "default")


def _count(remote: Remote, graphs: list[str | None]) -> int | None:
    if remote.query_url is None:
        return None
    counted = 0
    for graph in graphs:
        inside = f"GRAPH <{graph}> {{ ?s ?p ?o }}" if graph else "?s ?p ?o"
        url = remote.query_url + "?" + urllib.parse.urlencode({"query": f"SELECT (COUNT(*) AS ?n) {{ {inside} }}"})
        answer = _request(remote, url, None, "", "GET")
        counted += int(json.loads(answer)["results"]["bindings"][0]["n"]["value"])
    return counted


def _request(remote: Remote, url: str, body: str | None, media: str, method: str) -> bytes:
    """Send one request, again if the server is busy or the line breaks: up to three times."""
    if urllib.parse.urlsplit(url).scheme not in ("http", "https"):
        raise ExportError("is no http address", where=url, remedy="Give the address of a SPARQL store.")
    opener = _opener(remote, url)
    for attempt in range(3):
        request = urllib.request.Request(url, None if body is None else body.encode(), method=method)
        request.add_header("Accept", "application/sparql-results+json, */*;q=0.1")
        if media:
            request.add_header("Content-Type", media)
        if remote.token is not None:
            request.add_header("Authorization", f"Bearer {remote.token}")
        try:
            with opener.open(request, timeout=remote.timeout_seconds) as answer:
                return bytes(answer.read())
        except urllib.error.HTTPError as error:
            if error.code not in _RETRIED or attempt == 2:
                said = error.read(300).decode("utf-8", "replace").strip().partition("\n")[0]
                raise ExportError(
                    f"answers {error.code}: {said}", where=url, remedy="Check address and login."
                ) from error
        except (urllib.error.URLError, OSError) as error:
            if attempt == 2:
                reason = getattr(error, "reason", error)
                raise ExportError(f"cannot be reached: {reason}", where=url, remedy="Is the store running?") from error
        time.sleep(0.5 * 4**attempt)
    raise AssertionError("unreachable")


def _opener(remote: Remote, url: str) -> urllib.request.OpenerDirector:
    handlers: list[urllib.request.BaseHandler] = []
    if remote.user is not None:
        passwords = urllib.request.HTTPPasswordMgrWithDefaultRealm()
        passwords.add_password(None, url, remote.user, remote.password or "")
        handlers += [urllib.request.HTTPBasicAuthHandler(passwords), urllib.request.HTTPDigestAuthHandler(passwords)]
    return urllib.request.build_opener(*handlers)
