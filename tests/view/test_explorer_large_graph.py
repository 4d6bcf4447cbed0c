"""A graph of four hundred entities: what is not drawn at first can be reached."""

import pytest

from tests.view.drawn import state

pytestmark = pytest.mark.browser


def test_every_row_of_a_long_table_can_be_reached_by_keyboard(visit, crowd_file):
    """Pages of 200 rows, in the address; together they hold every fact once."""
    page = visit.open(crowd_file, "#v=table&sort=-confidence")
    count, seen = page.evaluate("kgExplorer.data.facts.length"), []
    assert count > 400
    while True:
        seen += page.locator("#table tbody tr").evaluate_all("rows => rows.map(r => Number(r.ariaRowIndex))")
        further = page.locator(".at-top [data-key^=forward]")
        if further.is_disabled():
            break
        further.focus()
        page.keyboard.press("Enter")

    assert seen == [*range(2, count + 2)]
    assert "page=3" in page.url
    page.go_back()
    page.wait_for_function("() => kgExplorer.state.page === 1")
    assert page.locator("#table tbody tr").count() == 200


def test_neighbours_that_were_not_drawn_are_opened_on_demand(visit, crowd_file):
    """Beyond the first screen, entities come on demand and the page says how many are shown."""
    page = visit.open(crowd_file)
    before = len(state(page)["nodes"])
    i = page.evaluate(
        """() => { const { data, shown } = kgExplorer;
            const opens = i => data.neighboursOf[i].some(j => !shown.drawn.has(j));
            return data.ranked.find(i => shown.drawn.has(i) && opens(i)); }"""
    )
    assert "sur 400" in page.locator(".chip").first.inner_text()
    spot = page.evaluate(
        """(i) => { const cy = kgExplorer.canvas.cy; const box = cy.container().getBoundingClientRect();
            const at = cy.getElementById(String(i)).renderedPosition(); return [box.left + at.x, box.top + at.y]; }""",
        i,
    )
    page.mouse.click(*spot)
    page.wait_for_function("kgExplorer.state.selection.kind === 'entity'")
    page.keyboard.press("e")

    assert len(state(page)["nodes"]) > before


def test_opened_neighbours_can_be_folded_again(visit, crowd_file):
    """What was opened and hangs on this entity alone goes; the first screen stays."""
    page = visit.open(crowd_file)
    before = sorted(state(page)["nodes"])
    page.keyboard.press("ArrowRight")
    page.keyboard.press("e")
    opened = len(state(page)["nodes"])
    assert opened > len(before)
    page.locator(".action", has_text="Replier").click()
    after = sorted(state(page)["nodes"])

    assert len(after) < opened
    assert set(before) <= set(after)


def test_a_link_to_an_entity_beyond_the_first_screen_draws_it(visit, crowd_file):
    """Who is sent a link sees what it names."""
    page = visit.open(crowd_file)
    name, label = page.evaluate(
        "(({ id, label }) => [id, label])(kgExplorer.data.entities[kgExplorer.data.ranked.at(-1)])"
    )
    assert label not in state(page)["nodes"]
    page.goto("about:blank")
    page = visit.open(crowd_file, f"#e={name}")

    assert label in state(page)["nodes"]
    assert page.locator("#details h1").inner_text() == label


def test_the_menu_of_an_entity_opens_neighbours_by_relation(visit, crowd_file):
    """A right-click names the relations that lead further, with how many entities."""
    page = visit.open(crowd_file)
    i = page.evaluate("kgExplorer.data.ranked.find(i => kgExplorer.shown.drawn.has(i) && kgExplorer.beyond(i).length)")
    page.evaluate("(i) => kgExplorer.frame.menu(i, 100, 100)", i)
    relation, count = page.evaluate("(i) => kgExplorer.beyond(i)[0]", i)
    before = len(state(page)["nodes"])
    page.locator(".menu .by-relation").first.click()

    assert len(state(page)["nodes"]) == before + count
    assert relation not in [each for each, _ in page.evaluate("(i) => kgExplorer.beyond(i)", i)]


def test_the_map_shows_every_entity_and_opens_the_one_that_is_clicked(visit, crowd_file):
    """The whole graph on a plain canvas, without WebGL."""
    page = visit.open(crowd_file, "#v=map")
    place = page.evaluate(
        """() => { const { map, data } = kgExplorer; const i = data.ranked[0]; const [x, y] = map.screen(i);
            const box = document.getElementById('map').getBoundingClientRect();
            return [box.left + x, box.top + y, data.entities[i].label]; }"""
    )
    page.mouse.click(place[0], place[1])

    assert page.evaluate("kgExplorer.shown.drawn.size") == 400
    assert page.locator("#details h1").inner_text() == place[2]
