"""The pages of the server: the explorer on the store, a page to ask, and a stable address for each thing."""

from collections.abc import Callable
from pathlib import Path
from typing import Final
from urllib.parse import quote

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from kg.build.results import page_language, page_title
from kg.graph.decode import decode
from kg.graph.store import current_folder, open_store
from kg.model import Graph
from kg.query import catalogue
from kg.view import explorer_page
from kg.view.query_page import ReadyQuestion, query_page

_HEADERS: Final = {
    "Content-Type": "text/html; charset=utf-8",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_PLACES: Final = {"id": "e", "stmt": "x", "article": "d"}  # what the explorer's address calls them


class Pages:
    """Pages of one store, made when first asked for and again when the graph was built anew."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: dict[str, tuple[Path, bytes]] = {}

    def routes(self) -> list[BaseRoute]:
        """Return the routes of all pages."""
        things = [Route(f"/{kind}/{{name:path}}", _lead_to(key)) for kind, key in _PLACES.items()]
        return [Route("/", self._answer(_explorer)), Route("/query", self._answer(_query)), *things]

    def _answer(self, make: Callable[[Graph], str]) -> Callable[[Request], object]:
        async def answer(_: Request) -> Response:
            return Response(await to_thread.run_sync(self._page, make), headers=_HEADERS)

        return answer

    def _page(self, make: Callable[[Graph], str]) -> bytes:
        current = current_folder(self._folder)
        known = self._made.get(make.__name__)
        if known is None or known[0] != current:
            known = current, make(decode(open_store(self._folder))).encode("utf-8")
            self._made[make.__name__] = known
        return known[1]


def _explorer(graph: Graph) -> str:
    return explorer_page(graph, title=page_title(graph), language=page_language(graph))


def _query(graph: Graph) -> str:
    questions = [
        ReadyQuestion(
            name=each.name,
            titles=each.titles,
            parameters=[(parameter.name, parameter.kind, parameter.required) for parameter in each.parameters],
            text="".join(line for line in each.text.splitlines(keepends=True) if not line.startswith("#")),
        )
        for each in catalogue().values()
    ]
    return query_page(graph, questions, language=page_language(graph))


def _lead_to(key: str) -> Callable[[Request], object]:
    async def answer(request: Request) -> Response:
        name = quote(request.path_params["name"], safe="")
        return RedirectResponse(f"/#{key}={name}", status_code=303)

    return answer
