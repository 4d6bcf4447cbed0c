"""What is taken away from the explorer: files, a page of the selection, paper."""

import csv
import io
import struct
from pathlib import Path

import pytest

from kg.view import explorer_page
from tests.builders import a_fact, a_graph, an_entity
from tests.view.drawn import state
from tests.view.graphs import story

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


def test_of_nothing_there_is_no_file(visit, page_file):
    """Filters that leave no fact: no picture without things, no table without rows."""
    page = visit.open(
        page_file, "#off=status:asserted,status:past,status:unreal,status:claimed,status:denied,status:unsure"
    )
    page.locator(".dropdown summary").click()

    assert "0 fait" in page.locator(".menu .hint").first.inner_text()
    assert all(each.is_disabled() for each in page.locator("[data-export]").all())


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


def test_below_a_drawing_stand_its_title_and_what_its_shapes_and_lines_mean(visit, page_file):
    """Of what is drawn and of nothing else; a name there is in the language of the page."""
    page = visit.open(page_file, "#off=status:denied")
    drawing = download(page, "svg").decode("utf-8")
    legend = drawing[drawing.index('class="legend"') :]

    assert "Organisations" in legend
    assert "Selon quelqu’un" in legend
    assert "Nié" not in legend
    assert page.evaluate("kgExplorer.data.payload.meta.title") in legend


def test_a_picture_is_what_is_on_the_screen_with_its_legend_below(visit, page_file):
    """As wide as the graph on the screen, at two dots a pixel, and higher."""
    page = visit.open(page_file)
    across, down = page.evaluate(
        "(({ width, height }) => [width, height])(kgExplorer.canvas.cy.container().getBoundingClientRect())"
    )
    width, height = struct.unpack(">II", download(page, "png")[16:24])

    assert abs(width - 2 * across) <= 2
    assert height > 2 * down + 100


def texts_of(page, drawing):
    """The boxes of the names of entities in a drawing, and its own, as the browser that made it draws them."""
    return page.evaluate(
        """source => { const host = document.createElement('div'); document.body.append(host);
            host.innerHTML = source.slice(source.indexOf('<svg'));
            const box = each => { const { left, top, right, bottom } = each.getBoundingClientRect();
                return [left, top, right, bottom]; };
            const found = { whole: box(host.firstChild), names: [...host.querySelectorAll('text')]
                .filter(each => each.querySelector('tspan')).map(box) };
            host.remove(); return found; }""",
        drawing.decode("utf-8"),
    )


def test_no_name_covers_another_in_the_drawing_and_none_is_cut(visit, crowd_file):
    """What is printed has its names where the picture has them, broken as there, and left out as there."""
    page = visit.open(crowd_file)
    found = texts_of(page, download(page, "svg"))
    names, (left, top, right, bottom) = found["names"], found["whole"]
    over = [
        (a, b)
        for place, a in enumerate(names)
        for b in names[place + 1 :]
        if min(a[2], b[2]) - max(a[0], b[0]) > 2 and min(a[3], b[3]) - max(a[1], b[1]) > 4
    ]

    assert len(names) > 40
    assert over == []
    assert all(left <= a[0] and top <= a[1] and a[2] <= right and a[3] <= bottom for a in names)


def test_a_name_of_long_words_has_the_room_of_all_its_lines(visit, tmp_path):
    """Three lines where two would hold the letters: the name beside it keeps off the third."""
    label = "conseil d’administration extraordinaire"
    entities = [an_entity(label, id="a"), an_entity("Valérie Pécresse", "Person", id="b")]
    graph = a_graph(entities=entities, facts=[a_fact("a", "owns", "b")])
    file = tmp_path / "graph.html"
    file.write_text(explorer_page(graph, title="A", language="fr"), encoding="utf-8")
    page = visit.open(file)
    drawn, counted = page.evaluate(
        """() => { const { canvas, data } = kgExplorer; const i = data.entities.findIndex(each => each.id === 'a');
            const [names] = canvas.standing();
            return [canvas.cy.getElementById(String(i))[0]._private.rscratch.labelWrapCachedLines.map(l => l.trim()),
                names.get(i).lines]; }"""
    )

    assert counted == drawn
    assert len(counted) == 3
