"""The SPARQL endpoint as a Starlette application: read-only, within limits, for this machine."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Final

from anyio import CapacityLimiter, to_thread
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from kg.errors import KgError, QueryError, StoreError
from kg.query.guard import check_read_only
from kg.query.workers import BusyError, Limits, QueryPool, TooLargeError, TooManyRowsError, TooSlowError
from kg.query.workers import Request as PoolRequest
from kg.server.description import service_description
from kg.server.negotiate import ROWS, TRIPLES, choose
from kg.server.protocol import RefusedError, read_request

MOST_WAITING: Final = 256  # requests at a time
LOCAL_HOSTS: Final = ("localhost", "127.0.0.1", "[::1]")

_STATUS: Final[tuple[tuple[type[KgError], int], ...]] = (
    (TooManyRowsError, 422),
    (TooLargeError, 422),
    (TooSlowError, 504),
    (BusyError, 503),
    (QueryError, 400),
    (StoreError, 503),
)
_NEVER_SNIFF: Final = {"X-Content-Type-Options": "nosniff", "Vary": "Accept"}


def make_app(
    folder: Path,
    *,
    limits: Limits | None = None,
    workers: int = 2,
    hosts: Sequence[str] = LOCAL_HOSTS,
    routes: Sequence[BaseRoute] = (),
    missing: Callable[[Request, Exception], Awaitable[Response]] | None = None,
) -> ASGIApp:
    """Return the application over the store of a folder; a graph that is built anew is served from the next query on.

    Args:
        workers: Queries that run at the same time.
        hosts: Names by which clients may call; any other Host is refused, so that no web page can reach in by DNS.
        routes: Further routes (pages), taken before ours.
        missing: What answers where there is nothing.
    """

    @asynccontextmanager
    async def life(app: Starlette) -> AsyncIterator[None]:
        app.state.pool = QueryPool(folder, size=workers, limits=limits)
        app.state.threads = CapacityLimiter(MOST_WAITING)  # they only wait for a process
        try:
            yield
        finally:
            await to_thread.run_sync(app.state.pool.close)

    methods = ["GET", "POST"]
    all_routes = [*routes, Route("/sparql", _honest(_sparql), methods=methods)]
    app = Starlette(lifespan=life, routes=all_routes, exception_handlers={404: missing} if missing else None)
    return _OnlyHosts(app, {host.lower() for host in hosts})


async def _sparql(request: Request) -> Response:
    asked = await read_request(request)
    accept = request.headers.get("accept")
    if asked.text is None:
        if request.method == "POST":
            raise RefusedError(400, "There is no query.")
        media, format_ = _chosen(accept, TRIPLES, otherwise="text/turtle")
        address = str(request.url.replace(query="", fragment=""))
        return _response(service_description(address).to(format_).encode(), media)
    form = check_read_only(asked.text)
    media, format_ = _chosen(accept, ROWS if form in ("SELECT", "ASK") else TRIPLES)
    wanted = PoolRequest(
        text=asked.text, format=format_, default_graph=asked.default_graph, named_graphs=asked.named_graphs
    )
    body = await to_thread.run_sync(partial(request.app.state.pool.answer, wanted), limiter=request.app.state.threads)
    return _response(body, media)


def _chosen(accept: str | None, offered: dict[str, str], *, otherwise: str = "") -> tuple[str, str]:
    found = choose(accept, offered)
    if found is None and otherwise:
        return otherwise, offered[otherwise]
    if found is None:
        raise RefusedError(406, f"None of {accept} can be given. There is: {', '.join(offered)}.")
    return found


def _response(body: bytes, media: str) -> Response:
    charset = "; charset=utf-8" if media.startswith("text/") else ""
    return Response(body, headers={"Content-Type": media + charset, **_NEVER_SNIFF})


def _honest(endpoint: Callable[[Request], Awaitable[Response]]) -> Callable[[Request], Awaitable[Response]]:
    """Turn what goes wrong into its status and one line."""

    async def answer(request: Request) -> Response:
        try:
            return await endpoint(request)
        except RefusedError as error:
            return PlainTextResponse(error.reason + "\n", error.status, headers={**error.headers, **_NEVER_SNIFF})
        except KgError as error:
            status = next(status for kind, status in _STATUS if isinstance(error, kind))
            retry = {"Retry-After": "5"} if status == 503 else {}
            return PlainTextResponse(f"{_without_command(error)}\n", status, headers={**retry, **_NEVER_SNIFF})

    return answer


def _without_command(error: KgError) -> KgError:
    """Return what went wrong; advice that is for the command line helps nobody here."""
    return KgError(error.problem, where=error.where) if error.remedy.startswith("See: kg ") else error


class _OnlyHosts:
    """Refuses requests that came in under another name (DNS rebinding)."""

    def __init__(self, app: ASGIApp, hosts: set[str]) -> None:
        self._app, self._hosts = app, hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not self._allowed(scope):
            refusal = PlainTextResponse("This server answers only to its own names.\n", 421)
            await refusal(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _allowed(self, scope: Scope) -> bool:
        names = [value.decode("latin-1").lower() for key, value in scope["headers"] if key == b"host"]
        if len(names) != 1:
            return False
        host, _, port = names[0].rpartition(":")
        return (host if host and port.isdigit() else names[0]) in self._hosts
