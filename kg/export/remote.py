"""A SPARQL 1.1 store elsewhere: what is asked of it over HTTP, tried again when it is busy."""

import json
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from pyoxigraph import NamedNode

from kg.errors import ExportError

METHODS: Final = ("update", "graph-store")
_RETRIED: Final = (408, 429, 500, 502, 503, 504)
# What follows the address of a data set in Oxigraph, Fuseki, Virtuoso; elsewhere one address is for all.
_QUERIES_AT: Final = {
    "/update": "/query",
    "/store": "/query",
    "/data": "/query",
    "/sparql-graph-crud-auth": "/sparql",
    "/sparql-graph-crud": "/sparql",
    "/sparql-auth": "/sparql",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Remote:
    """A store that speaks SPARQL 1.1.

    `url` takes updates (method "update") or the Graph Store Protocol ("graph-store"); `query_url` takes queries. With a
    `token` it is sent as Bearer; with `user` and `password` the server chooses Basic or Digest.

    Graphs are named by their IRI; None is the default graph. Every method raises ExportError: the store refuses, or
    cannot be reached.
    """

    url: str
    query_url: str | None = None
    method: str = "update"
    user: str | None = None
    password: str | None = None
    token: str | None = None
    timeout_seconds: float = 60.0

    def insert(self, graph: str | None, lines: Sequence[str]) -> None:
        """Add triples, given as lines of N-Triples."""
        body = "\n".join(lines)
        if self.method == "graph-store":
            self._request(self._graph_url(graph), body, "application/n-triples", "POST")
        else:
            self._update(f"INSERT DATA {{ {inside(graph, body)} }}")

    def empty(self, graph: str | None) -> None:
        """Leave nothing in a graph."""
        if self.method == "graph-store":
            self._request(self._graph_url(graph), "", "application/n-triples", "PUT")
        else:
            self._update(f"CLEAR SILENT GRAPH <{graph}>" if graph else "CLEAR SILENT DEFAULT")

    def count(self, graph: str | None) -> int:
        """Return how many triples a graph has."""
        found = self._query(f"SELECT (COUNT(*) AS ?n) {{ {inside(graph, '?s ?p ?o')} }}")
        return int(found["results"]["bindings"][0]["n"]["value"])

    def ask(self, graph: str | None, pattern: str) -> bool:
        """Return whether something in a graph fits the pattern."""
        # No ASK: Virtuoso answers one as a table.
        return bool(self._query(f"SELECT * {{ {inside(graph, pattern)} }} LIMIT 1")["results"]["bindings"])

    def _update(self, text: str) -> None:
        self._request(self.url, text, "application/sparql-update", "POST")

    def _graph_url(self, graph: str | None) -> str:
        mark = "&" if "?" in self.url else "?"
        return self.url + mark + (f"graph={urllib.parse.quote(graph, safe='')}" if graph else "default")

    def _query(self, text: str) -> Any:
        mark = "&" if "?" in str(self.query_url) else "?"
        answer = self._request(f"{self.query_url}{mark}{urllib.parse.urlencode({'query': text})}", None, "", "GET")
        try:
            return json.loads(answer)
        except ValueError as error:
            raise ExportError(
                "does not answer queries in JSON", where=str(self.query_url), remedy="Give the address of queries."
            ) from error

    def _request(self, url: str, body: str | None, media: str, method: str) -> bytes:
        """Send one request, again if the server is busy or the line breaks: up to three times."""
        check_address(url)
        opener = self._opener(url)
        for attempt in range(3):
            request = urllib.request.Request(url, None if body is None else body.encode(), method=method)
            request.add_header("Accept", "application/sparql-results+json, */*;q=0.1")
            if media:
                request.add_header("Content-Type", media)
            if self.token is not None:
                request.add_header("Authorization", f"Bearer {self.token}")
            try:
                with opener.open(request, timeout=self.timeout_seconds) as answer:
                    return bytes(answer.read())
            except urllib.error.HTTPError as error:
                if error.code not in _RETRIED or attempt == 2:
                    said = error.read(300).decode("utf-8", "replace").strip().partition("\n")[0]
                    raise ExportError(
                        f"answers {error.code}: {said}", where=_shown(url), remedy="Check address and login."
                    ) from error
            except (urllib.error.URLError, OSError) as error:
                if attempt == 2:
                    reason = getattr(error, "reason", error)
                    raise ExportError(
                        f"cannot be reached: {reason}", where=_shown(url), remedy="Is the store running?"
                    ) from error
            time.sleep(0.5 * 4**attempt)
        raise AssertionError("unreachable")

    def _opener(self, url: str) -> urllib.request.OpenerDirector:
        handlers: list[urllib.request.BaseHandler] = []
        if self.user is not None:
            logins = urllib.request.HTTPPasswordMgrWithDefaultRealm()
            logins.add_password(None, url, self.user, self.password or "")
            handlers += [urllib.request.HTTPBasicAuthHandler(logins), urllib.request.HTTPDigestAuthHandler(logins)]
        return urllib.request.build_opener(*handlers)


def check_address(url: str, graph: str | None = None) -> None:
    """Say at once what no store could answer.

    Raises:
        ExportError: the address is none of the web, or the graph's name is no IRI.
    """
    if urllib.parse.urlsplit(url).scheme not in ("http", "https"):
        raise ExportError("is no http address", where=url, remedy="Give the address of a SPARQL store.")
    try:
        if graph:
            NamedNode(graph)
    except ValueError as error:
        raise ExportError(f"{graph!r} is no IRI", remedy="Name the graph by an IRI.") from error


def query_address(url: str) -> str:
    """Return where a store that takes updates or graphs at this address is likely to take queries."""
    for ending, queries in _QUERIES_AT.items():
        if url.endswith(ending):
            return url.removesuffix(ending) + queries
    return url


def inside(graph: str | None, pattern: str) -> str:
    """Return the SPARQL that looks for a pattern in a graph."""
    return f"GRAPH <{graph}> {{\n{pattern}\n}}" if graph else pattern


def _shown(url: str) -> str:
    """Return an address without its query, which may be long."""
    return url.partition("?")[0]
