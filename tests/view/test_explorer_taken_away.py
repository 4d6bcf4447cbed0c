"""What is taken away from the explorer: files, a page of the selection, paper."""

import csv
import io
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from drawn import state
from graphs import story

pytestmark = pytest.mark.browser


def download(page, name: str) -> str:
    page.locator(".dropdown summary").click()
    with page.expect_download() as waiting:
        page.locator(f'[data-export="{name}"]').click()
    return Path(waiting.value.path()).read_bytes()


def test_exports_hold_the_facts_in_view(visit, page_file):
    """CSV, GraphML, SVG and PNG of what is shown."""
    import networkx

    page = visit.open(page_file)
    rows = list(csv.reader(io.StringIO(download(page, "csv").decode())))
    assert len(rows) == len(story().facts) + 1
    network = networkx.parse_graphml(download(page, "graphml").decode())
    assert "aurelia-telecom" in network
    assert b"<svg" in download(page, "svg")
    assert download(page, "png").startswith(b"\x89PNG")


@pytest.mark.parametrize("view", ["graph", "table", "map"])
def test_the_menu_tells_how_many_facts_the_files_hold(visit, crowd_file, view):
    """In every view, of a graph that the first screen does not hold whole."""
    page = visit.open(crowd_file, f"#v={view}&off=status:denied")
    rows = len(list(csv.reader(io.StringIO(download(page, "csv").decode())))) - 1
    total = page.evaluate("kgExplorer.data.facts.length")

    assert 0 < rows < total
    assert page.locator(".menu .hint").first.text_content() == f"Ce qui est montré\u00a0: {rows} faits sur {total}."


def test_a_view_without_a_picture_offers_none_and_says_why(visit, page_file):
    """The table is no picture; its facts can be taken away all the same."""
    page = visit.open(page_file, "#v=table")
    page.locator(".dropdown summary").click()

    assert [page.locator(f'[data-export="{name}"]').is_disabled() for name in ("png", "svg", "csv")] == [
        True,
        True,
        False,
    ]
    assert "depuis le graphe" in page.locator(".dropdown .menu").inner_text()


def test_the_turtle_export_says_what_kg_export_says(visit, page_file):
    """Two writers, one vocabulary: every triple of the page is one of ours, and each fact has its statement."""
    import rdflib
    from rdflib.compare import to_isomorphic

    from kg.graph.encode import encode

    page = visit.open(page_file)
    found = rdflib.Graph().parse(data=download(page, "ttl").decode(), format="turtle")
    ours = rdflib.Graph().parse(data="\n".join(f"{quad.triple} ." for quad in encode(story())), format="nt")
    strangers = set(to_isomorphic(found)) - set(to_isomorphic(ours))
    statement = rdflib.URIRef("https://w3id.org/newskg/ns#Statement")

    assert strangers == set()
    assert len(set(found.subjects(rdflib.RDF.type, statement))) == len(story().facts)


def test_a_page_of_the_selection_works_on_its_own(visit, page_file, tmp_path):
    """The exported page opens under the same policy and holds only what was in view."""
    page = visit.open(page_file, "#off=status:asserted,status:past,status:unreal")  # what is unsure stays so there
    file = tmp_path / "selection.html"
    file.write_bytes(download(page, "html"))
    visit.messages.clear()
    page = visit.open(file)

    assert {status for _, status, _, _ in state(page)["edges"]} == {"denied", "claimed", "unsure"}
    assert visit.messages == []


def test_on_paper_stand_the_picture_and_the_evidence_and_no_buttons(visit, page_file):
    """A sheet of A4 is as narrow as a phone: what was a drawer there is printed below the picture."""
    visit.page.set_viewport_size({"width": 760, "height": 1075})
    page = visit.open(page_file, "#e=nortis")
    page.emulate_media(media="print")
    page.wait_for_timeout(200)
    picture, evidence = (page.locator(each).bounding_box() for each in ("#canvas", "#details .card >> nth=0"))

    assert evidence["y"] > picture["y"] + picture["height"] - 1
    assert page.locator("#details .card").first.is_visible()
    assert not any(page.locator(each).is_visible() for each in ("#filters", ".tools", ".drawer-buttons", "#timeline"))
