"""A browser for the tests of the pages: no network, every message and request kept."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from kg.graph.store import create_store
from kg.view import explorer_page
from tests.query.press import the_press
from tests.server.running import a_server
from tests.view.graphs import crowd, story

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass
class Visit:
    """A page that was opened, with all that it said and asked for."""

    page: Any
    messages: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def open(self, file: Path, hash_: str = "") -> Any:
        self.page.goto(f"file://{file}{hash_}")
        self.page.wait_for_selector("#app[data-ready]")
        return self.page


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    with playwright.sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield found
        found.close()


@pytest.fixture
def visit(browser: Any) -> Iterator[Visit]:
    context = browser.new_context(
        viewport={"width": 1400, "height": 900}, accept_downloads=True, reduced_motion="reduce", color_scheme="light"
    )
    found = Visit(page=context.new_page())
    found.page.set_default_timeout(20_000)
    found.page.on("console", lambda message: found.messages.append(message.text))
    found.page.on("pageerror", lambda error: found.messages.append(str(error)))
    found.page.on("request", lambda request: found.requests.append(request.url))
    yield found
    context.close()


@pytest.fixture(scope="session")
def page_file(tmp_path_factory):
    file = tmp_path_factory.mktemp("explorer") / "graph.html"
    file.write_text(explorer_page(story(), title="Aurélia Télécom", language="fr"), encoding="utf-8")
    return file


@pytest.fixture(scope="session")
def crowd_file(tmp_path_factory):
    file = tmp_path_factory.mktemp("crowd") / "graph.html"
    file.write_text(explorer_page(crowd(400), title="Quatre cents", language="fr"), encoding="utf-8")
    return file


@pytest.fixture(scope="session")
def root(tmp_path_factory):
    """The address of a server of the press."""
    folder = tmp_path_factory.mktemp("pages") / "graph"
    create_store(folder, the_press())
    with a_server(folder) as address:
        yield address.removesuffix("/sparql")
