"""The pages of the server: the explorer on the store, a page to ask, and a stable address for each thing."""

import json
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Final
from urllib.parse import quote

from anyio import to_thread
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from kg.build.results import page_language, page_title
from kg.errors import KgError
from kg.graph.decode import decode
from kg.graph.store import current_folder, open_store
from kg.query import catalogue
from kg.server.negotiate import choose_language
from kg.server.parts import Parts, Wanted
from kg.view import explorer_page
from kg.view.appearance import LANGUAGES
from kg.view.lost import lost_page
from kg.view.page import live_page
from kg.view.payload import Places, make_part, place_first
from kg.view.query_page import ReadyQuestion, query_page
from kg.view.titles import NAMED

WHOLE: Final = 5_000  # entities up to which a page holds the whole graph; above, it asks for what it needs
NAMES: Final = 3_000  # entities that the page to ask can name at once
MOST_IDS: Final = 500  # of one request
LONGEST_NAME: Final = 200  # characters that are looked for
MOST_ROWS: Final = 1_000
DEEPEST: Final = 3  # steps of a neighbourhood

_SAFE: Final = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_HEADERS: Final = {"Content-Type": "text/html; charset=utf-8", **_SAFE}
_BY_LANGUAGE: Final = {"Vary": "Accept-Language"}
_PLACES: Final = {"id": "e", "stmt": "x", "article": "d"}  # what the explorer's address calls them

Answer = Callable[[Request], Awaitable[Response]]


class Pages:
    """Pages of one store, made when first asked for and again when the graph was built anew.

    Args:
        whole: Entities up to which a page holds the whole graph.
    """

    def __init__(self, folder: Path, *, whole: int = WHOLE) -> None:
        self._folder, self._whole = folder, whole
        self._made: dict[Callable[[Parts], str], tuple[Path, bytes]] = {}
        self._queries = {language: partial(self._query, language) for language in (*LANGUAGES, None)}
        self._known: Parts | None = None
        self._lock = Lock()

    def routes(self) -> list[BaseRoute]:
        """Return the routes of all pages."""
        things = [Route(f"/{kind}/{{name:path}}", _told(self._lead_to(kind))) for kind in _PLACES]
        pages = [Route("/", self._answer(self._explorer)), Route("/query", _told(self._ask))]
        asked = [Route("/part", _told(self._part)), Route("/entity", _told(self._entity))]
        return [*pages, *asked, *things]

    async def missing(self, request: Request, _: Exception) -> Response:
        """Answer an address of which there is no page."""
        return _lost("page", request.url.path, request)

    def prepare(self) -> None:
        """Make the first page of a large store before somebody asks for it."""
        with suppress(KgError):  # told when somebody does
            if self._is_large(self._parts()):
                self._page(self._explorer)

    def _answer(self, make: Callable[[Parts], str]) -> Answer:
        async def answer(_: Request) -> Response:
            return Response(await to_thread.run_sync(self._page, make), headers=_HEADERS)

        return _told(answer)

    async def _ask(self, request: Request) -> Response:
        make = self._queries[_language(request)]
        return Response(await to_thread.run_sync(self._page, make), headers={**_HEADERS, **_BY_LANGUAGE})

    def _page(self, make: Callable[[Parts], str]) -> bytes:
        parts = self._parts()
        known = self._made.get(make)
        if known is None or known[0] != parts.current:
            with self._lock:
                known = parts.current, make(parts).encode("utf-8")
            self._made[make] = known
        return known[1]

    def _parts(self) -> Parts:
        """Return the current generation of the store."""
        with self._lock:
            if self._known is None or self._known.current != current_folder(self._folder):
                self._known = Parts(self._folder)
            return self._known

    def _is_large(self, parts: Parts) -> bool:
        return parts.count_entities() > self._whole

    def _explorer(self, parts: Parts) -> str:
        if self._is_large(parts):
            return _live_explorer(parts)
        graph = decode(open_store(self._folder))
        return explorer_page(graph, title=page_title(graph), language=page_language(graph), served=True)

    def _query(self, language: str | None, parts: Parts) -> str:
        graph = parts.named(NAMES) if self._is_large(parts) else decode(open_store(self._folder))
        return query_page(graph, _questions(), language=language or parts.language())

    async def _part(self, request: Request) -> Response:
        wanted = _wanted(request.query_params)
        if isinstance(wanted, str):
            return PlainTextResponse(wanted + "\n", 400, headers=_SAFE)
        body = await to_thread.run_sync(self._read, wanted)
        return Response(body, headers={"Content-Type": "application/json", **_SAFE})

    async def _entity(self, request: Request) -> Response:
        """Answer which entities a name may mean."""
        name = request.query_params.get("name", "")[:LONGEST_NAME]
        found = await to_thread.run_sync(self._find_entities, name)
        return JSONResponse([{"iri": iri, "label": label} for iri, label in found], headers=_SAFE)

    def _find_entities(self, name: str) -> list[tuple[str, str]]:
        return self._parts().find_entities(name)

    def _lead_to(self, kind: str) -> Answer:
        async def answer(request: Request) -> Response:
            name = request.path_params["name"]
            if not await to_thread.run_sync(self._holds, kind, name):
                return _lost(kind, name, request)
            return RedirectResponse(f"/#{_PLACES[kind]}={quote(name, safe='')}", status_code=303)

        return answer

    def _holds(self, kind: str, name: str) -> bool:
        return self._parts().holds(kind, name)

    def _read(self, wanted: Wanted) -> bytes:
        parts = self._parts()
        part = make_part(parts.read(wanted), _places(parts))
        totals = {each: parts.overview.count(each) for each in wanted.entities}
        text = json.dumps({**part, "totals": totals}, ensure_ascii=False, separators=(",", ":"))
        return text.encode("utf-8")


def _told(endpoint: Answer) -> Answer:
    """Say what is wrong with the store in one line."""

    async def answer(request: Request) -> Response:
        try:
            return await endpoint(request)
        except KgError as error:
            return PlainTextResponse(f"{error}\n", 503, headers={"Retry-After": "5", **_SAFE})

    return answer


def _language(request: Request) -> str | None:
    return choose_language(request.headers.get("accept-language"), LANGUAGES)


def _lost(kind: str, name: str, request: Request) -> Response:
    page = lost_page(kind, name, language=_language(request) or LANGUAGES[0])
    return HTMLResponse(page, 404, headers={**_SAFE, **_BY_LANGUAGE})


def _live_explorer(parts: Parts) -> str:
    overview, graph = parts.overview, parts.first()
    near = place_first(graph, overview.network.restrict(overview.first), overview.degrees)
    totals = {"entities": len(overview.network.ids), "facts": len(overview.ties), "articles": overview.articles}
    title = " · ".join(parts.labels(overview.first[:NAMED]))
    return live_page(graph, _places(parts, near), totals, title=title, language=parts.language())


def _places(parts: Parts, near: Mapping[str, tuple[int, int]] | None = None) -> Places:
    overview = parts.overview
    return Places(
        near=near or {},
        far={},
        degrees=overview.degrees,
        ranks=overview.ranks,
        communities=overview.communities,
        order=overview.places,
    )


def _questions() -> list[ReadyQuestion]:
    return [
        ReadyQuestion(
            name=each.name,
            titles=each.titles,
            parameters=[(parameter.name, parameter.kind, parameter.required) for parameter in each.parameters],
            text="".join(line for line in each.text.splitlines(keepends=True) if not line.startswith("#")),
        )
        for each in catalogue().values()
    ]


def _wanted(given: QueryParams) -> Wanted | str:
    """Return what the parameters ask for, or what is wrong with them."""
    lists = {key: tuple(given.getlist(key)) for key in ("entity", "among", "fact", "article", "path")}
    if sum(map(len, lists.values())) > MOST_IDS:
        return f"At most {MOST_IDS} things can be asked for at once."
    numbers = {key: given.get(key, "0") for key in ("start", "depth", "row")}
    wrong = [key for key, text in numbers.items() if not (text.isascii() and text.isdigit() and len(text) < 10)]
    if wrong:
        return f"{wrong[0]!r} must be a whole number."
    if len(lists["path"]) not in (0, 2):
        return "A path has two ends: path=A&path=B."
    around, row = given.get("around"), int(numbers["row"])
    return Wanted(
        entities=lists["entity"],
        start=int(numbers["start"]),
        among=lists["among"],
        facts=lists["fact"],
        articles=lists["article"],
        words=given.get("words", "")[:LONGEST_NAME],
        path=(lists["path"][0], lists["path"][1]) if lists["path"] else None,
        denied=given.get("denied") == "1",
        around=(around, min(DEEPEST, max(1, int(numbers["depth"])))) if around else None,
        rows=(row, row + MOST_ROWS) if "row" in given else None,
    )
