"""What an article says never runs: names, titles, texts, addresses and links are hostile input."""

import pytest

from kg.view import explorer_page, pyvis_page
from tests.view.graphs import story
from tests.view.hostile import HOSTILE, hostile

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("words", HOSTILE)
def test_the_explorer_runs_nothing_that_an_article_says(visit, tmp_path, words):
    """Every view is opened; nothing runs, nothing is asked for, the policy has nothing to block."""
    file = tmp_path / "graph.html"
    file.write_text(explorer_page(hostile(words), title=words), encoding="utf-8")
    page = visit.open(file)
    for selection in (
        "kind: 'entity', entity: 0",
        "kind: 'facts', facts: [0, 1]",
        "kind: 'article', doc: 0, fact: 0",
        "kind: 'path', from: 0, to: 3",
        "kind: 'contradictions'",
    ):
        page.evaluate(f"kgExplorer.select({{{selection}}})")
    page.evaluate("kgExplorer.set({view: 'table'})")
    page.locator(".search input").fill(words)
    page.wait_for_timeout(100)

    assert page.evaluate("window.ran") is None
    assert page.locator("a[href^='javascript']").count() == 0
    assert (visit.messages, visit.requests) == ([], [f"file://{file}"])


@pytest.mark.parametrize("words", HOSTILE)
def test_an_address_runs_nothing(visit, tmp_path, words):
    """What follows "#" is read as names only."""
    file = tmp_path / "graph.html"
    file.write_text(explorer_page(story(), title="Aurélia"), encoding="utf-8")
    page = visit.open(file)
    for key in ("e", "x", "d", "p", "off", "t", "add", "hide", "only", "l", "th"):
        page.evaluate("([key, words]) => { location.hash = `${key}=${words}`; }", [key, words])
    page.wait_for_timeout(100)

    assert page.evaluate("window.ran") is None
    assert visit.messages == []


@pytest.mark.parametrize("words", HOSTILE)
def test_the_pyvis_page_runs_nothing_that_an_article_says(visit, tmp_path, words):
    """Tooltips stay text, ids are hashes, the CDN is not asked."""
    file = tmp_path / "graph.html"
    file.write_text(pyvis_page(hostile(words), title=words), encoding="utf-8")
    page = visit.page
    page.goto(f"file://{file}")
    page.wait_for_selector("canvas")
    for spot in page.evaluate(
        "Object.values(network.getPositions()).map(p => network.canvasToDOM(p)).map(p => [p.x, p.y])"
    ):
        box = page.locator("#mynetwork").bounding_box()
        page.mouse.move(box["x"] + spot[0], box["y"] + spot[1])
        page.wait_for_timeout(15)
    page.wait_for_timeout(400)

    assert page.evaluate("window.ran") is None
    assert (visit.messages, visit.requests) == ([], [f"file://{file}"])


def test_the_policy_stops_what_would_get_through(visit, tmp_path):
    """The second line of defence: even markup that is put into the file by hand does not run."""
    file = tmp_path / "graph.html"
    page_text = explorer_page(story(), title="Aurélia")
    injected = '<script>window.ran=1</script><img src=x onerror="window.ran=1">'
    file.write_text(page_text.replace('<div id="app">', injected + '<div id="app">', 1), encoding="utf-8")
    page = visit.open(file)

    assert page.evaluate("window.ran") is None


def test_pyvis_shows_status_position_and_legend(visit, tmp_path):
    """The simple engine says the same: positions from Python, physics off, dashes, bars, a legend."""
    file = tmp_path / "graph.html"
    file.write_text(pyvis_page(story(), title="Aurélia"), encoding="utf-8")
    page = visit.page
    page.goto(f"file://{file}")
    page.wait_for_selector("canvas")
    edges = page.evaluate("network.body.data.edges.get().map(e => [e.color, e.dashes, e.arrows.to.type])")

    assert page.evaluate("network.physics.physicsEnabled") is False
    assert ["#c8384e", [2, 4], "bar"] in edges
    assert "Nié" in page.locator(".legend").inner_text()
