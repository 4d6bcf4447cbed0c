"""The explorer by keyboard, on a phone, with a screen reader, without its script."""

import re
from pathlib import Path

import pytest

from kg.model import Polarity
from kg.view import explorer_page
from tests.view.drawn import least_contrast, state
from tests.view.graphs import ARTICLE, story

pytestmark = pytest.mark.browser

DENIAL = next(f for f in story().facts if f.predicate == "providesDataTo" and f.polarity is Polarity.NEGATIVE)


def axe_faults(visit, file, address) -> list:
    """Return the serious and critical faults, each with where and why."""
    axe = Path(__file__).parents[2] / "kg/view/frontend/node_modules/axe-core/axe.min.js"
    if not axe.exists():
        pytest.skip("axe-core is not installed: run npm ci in kg/view/frontend")
    page = visit.open(file, address)
    page.evaluate(axe.read_text())
    found = page.evaluate("axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']})")
    return [
        (
            each["id"],
            each["impact"],
            [node["target"] for node in each["nodes"]][:3],
            each["nodes"][0].get("failureSummary"),
        )
        for each in found["violations"]
        if each["impact"] in {"serious", "critical"}
    ]


def test_the_keyboard_alone_reaches_a_neighbour_and_opens_it(visit, page_file):
    """Arrows walk the neighbours, Enter opens, Escape leaves."""
    page = visit.open(page_file)
    page.locator("#canvas").focus()
    page.keyboard.press("ArrowRight")
    first = page.locator("#details h1").inner_text()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    second = page.locator("#details h1").inner_text()
    page.keyboard.press("Escape")

    assert first == "Aurélia Télécom"
    assert second != first
    assert state(page)["selection"] == "home"


def test_a_phone_opens_the_panels_as_drawers(visit, page_file):
    """Below 900 pixels the evidence comes from below when it is asked for."""
    visit.page.set_viewport_size({"width": 390, "height": 844})
    page = visit.open(page_file)
    assert not page.locator("#details").is_visible()
    page.locator(".drawer-buttons button").nth(1).click()

    assert page.locator("#details").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("size", [(390, 844), (820, 1180)])
@pytest.mark.parametrize("address", [f"#x={DENIAL.id}", f"#d={ARTICLE.id}~{DENIAL.id}~0", "#p=reseaux-libres,balise"])
def test_a_link_opened_on_a_small_screen_shows_its_sentence_at_once(visit, page_file, size, address):
    """Nothing has to be touched first; the way back to the whole closes the sheet."""
    visit.page.set_viewport_size({"width": size[0], "height": size[1]})
    page = visit.open(page_file, address)
    assert page.locator("#details blockquote, #details .here").first.is_visible()
    page.evaluate("location.hash = ''")
    page.wait_for_function("kgExplorer.state.selection.kind === 'home'")

    assert not page.locator("#details").is_visible()


def test_what_is_chosen_on_a_phone_stays_in_view_above_its_sheet_which_can_be_closed(visit, page_file):
    """The entity and the words about it are seen together; a button takes the sheet away."""
    visit.page.set_viewport_size({"width": 390, "height": 844})
    page = visit.open(page_file, "#e=nortis")
    bottom = page.evaluate(
        """() => { const { cy } = kgExplorer.canvas; const box = cy.container().getBoundingClientRect();
            return box.top + cy.nodes('.chosen').renderedBoundingBox().y2; }"""
    )
    assert bottom < page.locator("#details").bounding_box()["y"]
    page.locator("#details").get_by_label("Fermer").click()

    assert not page.locator("#details").is_visible()


def test_the_help_is_closed_by_escape_and_keeps_its_keys_to_itself(visit, page_file):
    """As it says itself; what lies behind it does not change."""
    page = visit.open(page_file, "#e=nortis")
    page.keyboard.press("?")
    page.keyboard.press("t")
    page.keyboard.press("Escape")

    assert not page.locator("dialog.help").is_visible()
    assert page.evaluate("[kgExplorer.state.view, kgExplorer.state.selection.kind]") == ["graph", "entity"]


@pytest.mark.parametrize(
    ("width", "address"), [(390, "#v=table"), (820, "#v=table"), (1400, f"#v=table&x={DENIAL.id}")]
)
def test_a_narrow_table_holds_every_column_and_tells_the_sentence_below_its_fact(visit, page_file, width, address):
    """Nothing lies to the right of the window, and a row is as high as what is read in it."""
    visit.page.set_viewport_size({"width": width, "height": 900})
    page = visit.open(page_file, address)
    row = page.locator("#table tbody tr").first
    subject, sentence = row.locator("th").bounding_box(), row.locator(".sentence-cell").bounding_box()

    assert page.locator("#table").evaluate("e => e.scrollWidth <= e.clientWidth")
    assert sentence["y"] >= subject["y"] + subject["height"]


@pytest.mark.parametrize("width", [390, 768, 1024, 1440])
def test_the_title_and_the_counts_are_not_cut(visit, tmp_path, width):
    """They have a second line, on a phone the whole width; what is found by searching has it too."""
    file = tmp_path / "graph.html"
    file.write_text(explorer_page(story(), title="Apple · Huawei · Fiat Chrysler · AstraZeneca"), encoding="utf-8")
    visit.page.set_viewport_size({"width": width, "height": 844})
    page = visit.open(file)
    page.locator(".search input").fill("elise")

    assert page.evaluate(
        """() => [...document.querySelectorAll('.title *')].every(
            e => e.scrollWidth <= e.clientWidth && e.scrollHeight <= e.clientHeight + 1)"""
    )
    assert page.locator(".search .suggestions").bounding_box()["width"] > 320
    head, title = page.locator("header.top").bounding_box(), page.locator(".title").bounding_box()
    assert head["y"] <= title["y"]
    assert title["y"] + title["height"] <= head["y"] + head["height"]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_status_of_the_table_stands_out_from_its_ground(visit, page_file, theme):
    """4.5 to 1, as WCAG asks of small letters, also in the row under the pointer."""
    page = visit.open(page_file, f"#v=table&th={theme}")
    page.locator("#table tbody tr").first.hover()

    assert least_contrast(page, "#table .pill", ["#table", "#table tr:hover"]) >= 4.5


@pytest.mark.parametrize(
    "address",
    [
        "",
        "#e=aurelia-telecom",
        "#v=table",
        "#th=dark&l=en",
        f"#x={DENIAL.id}&th=dark",
        f"#d={ARTICLE.id}~{DENIAL.id}~0",
        "#p=reseaux-libres,balise",
        "#k=1&th=dark",
    ],
)
def test_axe_finds_no_serious_fault(visit, page_file, address):
    """WCAG 2.2 AA as far as a machine can tell."""
    assert axe_faults(visit, page_file, address) == []


@pytest.mark.parametrize("address", ["#v=table&page=2", "#v=map&th=dark", "#v=table&th=dark&l=en"])
def test_axe_finds_no_serious_fault_in_a_large_graph(visit, crowd_file, address):
    """Pages of the table, the map, the notices over the picture."""
    assert axe_faults(visit, crowd_file, address) == []


def test_without_script_the_main_facts_are_a_table(page_file):
    """A reader without JavaScript, or a search engine, finds the facts in plain HTML."""
    found = re.search(r"<noscript>(.*?)</noscript>", page_file.read_text(), flags=re.DOTALL)

    assert found
    assert "<h1>Aurélia Télécom</h1>" in found.group(1)
    assert "<td>Élise Marchetti</td><td>a fondé</td><td>Aurélia Télécom</td>" in found.group(1)


def test_without_script_nothing_sticks_to_the_edge_of_the_window(browser, page_file):
    """The table is laid out like the page that it stands for, and goes on under its title."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"file://{page_file}")

    assert page.locator("noscript h1").bounding_box()["x"] >= 12
    assert page.locator("noscript td").first.bounding_box()["x"] >= 12
    context.close()
