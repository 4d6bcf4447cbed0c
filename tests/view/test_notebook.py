"""A graph that shows itself in a notebook."""

import xml.etree.ElementTree as ET

import pytest

from kg.model import Graph
from kg.view import mime_bundle, svg_picture
from tests.builders import an_entity
from tests.view.graphs import ARTICLE, crowd, story


def test_a_bundle_has_a_page_a_picture_and_a_line():
    """Each front end of Jupyter finds what it can show."""
    bundle = mime_bundle(story(), title="Aurélia & co")

    assert list(bundle) == ["text/html", "image/svg+xml", "text/plain"]
    assert bundle["text/plain"] == "Aurélia & co\u00a0: 1 article, 18 entités, 27 faits"


@pytest.mark.parametrize(
    ("language", "line"),
    [("fr", "A\u00a0: 0 article, 1\u202f200 entités, 0 fait"), ("en", "A: 0 articles, 1,200 entities, 0 facts")],
)
def test_the_line_counts_as_its_language_does(language, line):
    """French tells none of a thing as one, and has a narrow space between thousands."""
    many = tuple(an_entity(f"e{number}") for number in range(1200))
    graph = Graph(articles=(), sentences=(), entities=many, facts=())

    assert mime_bundle(graph, title="A", language=language)["text/plain"] == line


def test_a_large_graph_is_shown_as_a_picture():
    """A notebook of many megabytes cannot be kept or sent."""
    assert "<iframe" not in mime_bundle(crowd(9000), title="A")["text/html"]


def test_the_picture_is_well_formed_and_says_how_facts_are_said():
    """Still, a denial is dotted and barred, a claim dashed; a hostile name is text."""
    picture = svg_picture(story(), title="<script>alert(1)</script>")
    root = ET.fromstring(picture)
    dashes = {each.get("stroke-dasharray") for each in root.iter("{http://www.w3.org/2000/svg}path")}

    assert {"1.5 4", "7 5"} <= dashes
    assert not list(root.iter("{http://www.w3.org/2000/svg}script"))


def test_an_empty_graph_has_a_picture_too():
    """Nothing read: the title stands alone."""
    graph = Graph(articles=(ARTICLE,), sentences=(), entities=(), facts=())

    assert "Rien" in svg_picture(graph, title="Rien")


@pytest.mark.browser
def test_the_page_works_in_the_sandboxed_frame(visit, tmp_path):
    """An opaque origin has no history to write: the explorer works all the same."""
    file = tmp_path / "notebook.html"
    file.write_text(f"<!doctype html><meta charset=utf-8>{mime_bundle(story(), title='A')['text/html']}", "utf-8")
    page = visit.page
    page.goto(f"file://{file}")
    frame = page.frame_locator("iframe")
    frame.locator("#app[data-ready]").wait_for()
    frame.locator(".key-entities a").first.click()

    assert frame.locator("#details h1").inner_text() == "Aurélia Télécom"
    assert visit.messages == []
