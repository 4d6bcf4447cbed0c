"""What the explorer shows is in its address: a link and the back button restore it."""

import pytest

from tests.view.drawn import centre_of, come_back, out_of_view, state

pytestmark = pytest.mark.browser


def test_the_theme_and_the_language_change_and_are_kept_in_the_address(visit, page_file):
    """Dark, English, and a link that says so."""
    page = visit.open(page_file)
    page.locator('[data-tool="theme"]').click()
    page.locator(".language").click()

    assert state(page)["theme"] == "dark"
    assert page.locator("#filters h2").inner_text() == "Filters"
    assert "th=dark" in page.url
    assert "l=en" in page.url


def test_an_address_restores_the_same_picture(visit, page_file):
    """What a colleague is sent shows what was seen: selection, filter, theme, period."""
    address = "#e=nortis&off=status:claimed&th=dark&t=2018..2019"
    page = visit.open(page_file, address)
    seen = state(page)

    assert page.locator("#details h1").inner_text() == "Nortis"
    assert seen["theme"] == "dark"
    assert "claimed" not in {status for _, status, _, _ in seen["edges"]}


def test_zoom_and_place_of_the_view_are_in_the_address(visit, page_file):
    """Who is sent a link sees the same part as near; to fit everything again forgets it."""
    page = visit.open(page_file)
    box = page.locator("#canvas").bounding_box()
    page.mouse.move(box["x"] + 200, box["y"] + 200)
    page.mouse.wheel(0, -240)
    page.mouse.move(box["x"] + 15, box["y"] + box["height"] - 15)
    page.mouse.down()
    page.mouse.move(box["x"] + 75, box["y"] + box["height"] - 55, steps=4)
    page.mouse.up()
    page.wait_for_timeout(500)
    seen = centre_of(page)
    assert "z=" in page.url
    come_back(page)

    assert centre_of(page) == pytest.approx(seen, rel=0.01, abs=1.5)
    page.keyboard.press("f")
    assert "z=" not in page.url


@pytest.mark.parametrize(
    ("before", "after"), [((1440, 900), (1024, 700)), ((820, 1180), (844, 390)), ((390, 844), (844, 390))]
)
def test_the_view_takes_the_new_size_of_a_window(visit, page_file, before, after):
    """Narrower, or turned: everything is in view, as large and, to a twentieth of its width, where it is when the page
    is opened so; which names stand at the edge may differ.
    """
    visit.page.set_viewport_size({"width": after[0], "height": after[1]})
    opened = visit.open(page_file)
    opened.wait_for_timeout(300)
    zoom, *places = centre_of(opened)
    visit.page.set_viewport_size({"width": before[0], "height": before[1]})
    page = visit.open(page_file, "#l=fr")
    page.set_viewport_size({"width": after[0], "height": after[1]})
    page.wait_for_timeout(300)

    assert out_of_view(page) == []
    now, *found = centre_of(page)
    assert now == pytest.approx(zoom, rel=0.05)
    assert found == pytest.approx(places, abs=after[0] / 20)


def test_a_view_that_the_reader_chose_is_kept_when_the_window_changes(visit, page_file):
    """As near, and around the same point, as the address says."""
    page = visit.open(page_file, "#z=2~40~30")
    page.set_viewport_size({"width": 1024, "height": 700})
    page.wait_for_timeout(300)

    assert page.evaluate("kgExplorer.canvas.camera") == {"zoom": 2, "x": 40, "y": 30}
    assert "z=2~40~30" in page.url


def test_the_whole_map_takes_the_new_size_of_a_window(visit, crowd_file):
    """The dots that were in view still are."""
    page = visit.open(crowd_file, "#v=map")
    page.set_viewport_size({"width": 1000, "height": 600})
    page.wait_for_timeout(300)
    seen = page.evaluate("kgExplorer.map.camera")
    come_back(page)

    assert seen == page.evaluate("kgExplorer.map.camera")


def test_entities_that_were_moved_stay_where_they_were_put(visit, page_file):
    """A pinned entity is in the address with its place; to let it go takes it out."""
    page = visit.open(page_file)
    spot = page.evaluate(
        """() => { const { cy } = kgExplorer.canvas; const box = cy.container().getBoundingClientRect();
            const at = cy.nodes().filter(n => n.data('label') === 'Orbe').renderedPosition();
            return [box.left + at.x, box.top + at.y]; }"""
    )
    page.mouse.move(*spot)
    page.mouse.down()
    page.mouse.move(spot[0] + 70, spot[1] + 50, steps=5)
    page.mouse.up()
    page.wait_for_timeout(100)
    seen = centre_of(page)
    assert "at=orbe~" in page.url
    come_back(page)

    assert centre_of(page) == pytest.approx(seen, rel=0.01, abs=1.5)
    page.evaluate("kgExplorer.togglePin(kgExplorer.data.entity('orbe').i)")
    assert "at=" not in page.url


def test_opened_entities_stand_in_the_same_place_for_who_is_sent_the_link(visit, crowd_file):
    """Expanding twice gives a picture; its address gives the same one, entity by entity."""
    page = visit.open(crowd_file)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("e")
    page.keyboard.press("Escape")
    page.evaluate("kgExplorer.expand(kgExplorer.data.ranked[1])")
    page.keyboard.press("Escape")
    places = """() => Object.fromEntries(kgExplorer.canvas.cy.nodes().map(
        n => [n.data('label'), [n.renderedPosition().x, n.renderedPosition().y]]))"""
    seen, address = page.evaluate(places), page.url
    page.goto("about:blank")
    page.goto(address)
    page.wait_for_selector("#app[data-ready]")
    again = page.evaluate(places)

    assert again.keys() == seen.keys()
    assert all(again[name] == pytest.approx(seen[name], abs=3) for name in seen)


def test_the_back_button_returns_to_the_view_before(visit, page_file):
    """A step back restores the part that was in view, not only what was chosen."""
    page = visit.open(page_file, "#z=2~40~30")
    seen = centre_of(page)
    page.keyboard.press("ArrowRight")
    assert centre_of(page) != pytest.approx(seen, rel=0.01)
    page.go_back()
    page.wait_for_function("() => kgExplorer.state.selection.kind === 'home'")

    assert centre_of(page) == pytest.approx(seen, rel=0.01, abs=1.5)


def test_the_back_button_returns_to_what_was_before(visit, page_file):
    """Each choice is a step back."""
    page = visit.open(page_file)
    page.keyboard.press("ArrowRight")
    assert state(page)["selection"] == "entity"
    page.go_back()
    page.wait_for_function("kgExplorer.state.selection.kind === 'home'")

    assert state(page)["selection"] == "home"
