"""The SPARQL 1.1 Protocol: an HTTP request → a query and its dataset, or the status that says what is wrong with it."""

from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.requests import Request

LARGEST_BODY = 1 << 20  # bytes of a query

_FORM = "application/x-www-form-urlencoded"
_DIRECT = "application/sparql-query"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A query as it came in; no text means that the client asks what this service is."""

    text: str | None
    default_graph: tuple[str, ...]
    named_graphs: tuple[str, ...]


class RefusedError(Exception):
    """A request that is answered with an HTTP status and a line of text."""

    def __init__(self, status: int, reason: str, headers: dict[str, str] | None = None) -> None:
        super().__init__(reason)
        self.status, self.reason, self.headers = status, reason, headers or {}


async def read_request(request: Request) -> Asked:
    """Return what is asked.

    Raises:
        RefusedError: 400, 413 or 415.
    """
    parameters = _pairs(request.url.query.encode("latin-1", "replace"))
    if request.method != "POST":
        return _asked(parameters, direct=None)
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media not in (_FORM, _DIRECT):
        raise RefusedError(415, f"Content-Type {media!r} is not understood. Use {_FORM} or {_DIRECT}.")
    body = await _body(request)
    if media == _FORM:
        return _asked(parameters + _pairs(body), direct=None)
    return _asked(parameters, direct=_decoded(body))


async def _body(request: Request) -> bytes:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_BODY:
            raise RefusedError(413, f"A query may have {LARGEST_BODY} bytes at most.")
    return body


def _pairs(encoded: bytes) -> list[tuple[str, str]]:
    try:
        return parse_qsl(encoded.decode("ascii"), keep_blank_values=True, errors="strict")
    except ValueError as error:
        raise RefusedError(400, "The parameters are not URL-encoded UTF-8.") from error


def _decoded(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise RefusedError(400, "The query is not UTF-8.") from error


def _asked(parameters: list[tuple[str, str]], *, direct: str | None) -> Asked:
    def values(name: str) -> tuple[str, ...]:
        return tuple(value for key, value in parameters if key == name)

    if values("update"):
        raise RefusedError(400, "This graph is read-only: there is no update here.")
    queries = values("query") + (() if direct is None else (direct,))
    if len(queries) > 1:
        raise RefusedError(400, "There is more than one query.")
    if queries and not queries[0].strip():
        raise RefusedError(400, "The query is empty.")
    return Asked(
        text=queries[0] if queries else None,
        default_graph=values("default-graph-uri"),
        named_graphs=values("named-graph-uri"),
    )
