"""What the explorer shows is in its address: a link and the back button restore it."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from drawn import centre_of, come_back, state

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
