"""Hostile articles on the server: the page that holds all, and the page that asks for parts."""

import threading
import time
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn

from kg.graph.store import create_store
from kg.server.app import make_app
from kg.server.pages import Pages
from tests.view.hostile import HOSTILE, hostile

pytestmark = pytest.mark.browser


@contextmanager
def serving(folder: Path, *, whole: int):
    """Serve the pages of a store on a free port of this process; yield where."""
    app = make_app(folder, routes=Pages(folder, whole=whole).routes(), workers=1)
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(timeout=20)


@pytest.fixture(scope="module", params=[0, 5000], ids=["in parts", "whole"])
def hosts(request, tmp_path_factory):
    """Yield one server for each way of sending, with all hostile words in one graph after another."""
    folder = tmp_path_factory.mktemp("hostile") / "graph"
    create_store(folder, hostile(HOSTILE[0]))
    with serving(folder, whole=request.param) as root:
        yield folder, root


@pytest.mark.parametrize("words", HOSTILE)
def test_no_page_of_the_server_runs_what_an_article_says(visit, hosts, words):
    """Explorer, parts, search, article, path, table and the page to ask: nothing runs, nobody else is asked."""
    folder, root = hosts
    create_store(folder, hostile(words))
    page = visit.page
    page.goto(root + "/")
    page.wait_for_selector("#app[data-ready]")
    for selection in ("kind: 'entity', entity: 0", "kind: 'article', doc: 0", "kind: 'path', from: 0, to: 3"):
        page.evaluate(f"kgExplorer.select({{{selection}}})")
        page.wait_for_timeout(60)
    page.evaluate("kgExplorer.set({view: 'table'})")
    page.locator(".search input").fill(words)
    page.wait_for_timeout(250)
    assert page.evaluate("window.ran") is None
    assert page.locator("a[href^='javascript']").count() == 0
    page.goto(root + "/query")
    page.wait_for_selector("#app[data-ready]")
    page.locator('.questions button[data-name="founders"]').click()
    page.wait_for_timeout(250)

    assert page.evaluate("window.ran") is None
    assert visit.messages == []
    assert all(each.startswith(root) for each in visit.requests)
