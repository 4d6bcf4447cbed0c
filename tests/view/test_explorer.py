"""The explorer, used as a person uses it."""

import csv
import io
import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from graphs import ARTICLE, crowd, story

from kg.build.statistics import STATUSES
from kg.model import Graph, Polarity
from kg.view import explorer_page

pytestmark = pytest.mark.browser

DENIAL = next(f for f in story().facts if f.predicate == "providesDataTo" and f.polarity is Polarity.NEGATIVE)


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


def state(page) -> dict:
    """Return what is drawn, from the explorer itself: its canvas has no elements to look for."""
    return page.evaluate(
        """() => { const cy = kgExplorer.canvas.cy; return {
            nodes: cy.nodes().map(n => n.data('label')), dim: cy.nodes('.dim').length,
            edges: cy.edges().map(
                e => [e.data('name'), e.data('status'), e.style('line-style'), e.style('target-arrow-shape')]),
            theme: document.documentElement.dataset.theme, selection: kgExplorer.state.selection.kind }; }"""
    )


def click_edge(page, status: str) -> None:
    """Click where an edge of this status is drawn, a little off its middle."""
    spot = page.evaluate(
        """(status) => { const cy = kgExplorer.canvas.cy; const edge = cy.edges(`[status = "${status}"]`)[0];
            const box = cy.container().getBoundingClientRect(); const at = edge.renderedMidpoint();
            return [box.left + at.x, box.top + at.y]; }""",
        status,
    )
    page.mouse.click(*spot)


def weakness(page, status: str) -> tuple[float, float, float]:
    """Return width, length of a dash, and contrast to the ground of the first line with this status, as it is drawn."""
    return tuple(
        page.evaluate(
            """(status) => { const cy = kgExplorer.canvas.cy; const edge = cy.edges(`[status = "${status}"]`)[0];
                const light = (words) => { const [r, g, b] = words.match(/[0-9.]+/g).map(Number)
                    .map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
                    return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
                const ground = light(getComputedStyle(document.body).backgroundColor);
                const line = light(edge.style('line-color'));
                return [edge.data('thin'), edge.pstyle('line-dash-pattern').value[0],
                    (Math.max(ground, line) + 0.05) / (Math.min(ground, line) + 0.05)]; }""",
            status,
        )
    )


def test_nothing_is_asked_of_the_network_and_nothing_is_complained_of(visit, page_file):
    """The file alone makes the page: one request, for itself, and no message."""
    page = visit.open(page_file)
    page.keyboard.press("t")
    page.keyboard.press("t")
    page.wait_for_timeout(300)

    assert [visit.requests, visit.messages] == [[f"file://{page_file}"], []]


def test_a_click_on_an_edge_shows_its_sentence_with_its_three_parts_marked(visit, page_file):
    """The differentiator: from a line to the words that say it."""
    page = visit.open(page_file)
    click_edge(page, "denied")
    card = page.locator("#details .card.denied").first

    assert "transmis de données" in card.locator("blockquote").inner_text() or "acheter des puces" in card.inner_text()
    assert card.locator("mark.trigger").count() >= 1


def test_a_denial_is_dotted_with_a_bar_and_a_claim_is_dashed(visit, page_file):
    """The line carries the meaning without its colour."""
    page = visit.open(page_file)
    styles = {status: (line, arrow) for _, status, line, arrow in state(page)["edges"]}

    assert styles["denied"] == ("dashed", "tee")
    assert styles["claimed"] == ("dashed", "triangle")
    assert styles["unsure"] == ("dashed", "triangle")
    assert styles["asserted"] == ("solid", "triangle")


def test_a_line_that_was_not_read_surely_is_the_weakest(visit, page_file):
    """Thinner, with shorter dots than a claim's dashes, in a grey that stands out less, in both themes."""
    for theme in ("light", "dark"):
        page = visit.open(page_file, f"#th={theme}")
        width, dash, line = weakness(page, "unsure")
        sure_width, _, sure_line = weakness(page, "asserted")
        _, claimed_dash, claimed_line = weakness(page, "claimed")

        assert width < sure_width
        assert dash < claimed_dash
        assert line < min(sure_line, claimed_line)


def test_what_was_not_read_surely_has_its_row_in_the_legend_and_its_words_in_the_card(visit, page_file):
    """It can be left out with a click, stands after what is claimed, and is not among what to read first."""
    page = visit.open(page_file)
    rows = page.locator(".facet-status li .name").all_inner_texts()
    assert rows[:3] == ["Affirmé", "Selon quelqu’un", "Lecture incertaine"]
    assert "incertaine" not in page.locator("#details").inner_text()

    click_edge(page, "unsure")
    assert "Lecture incertaine" in page.locator("#details .card.unsure .tags").inner_text()

    page.locator(".facet-status li", has_text="Lecture incertaine").locator("input").uncheck()
    assert "unsure" not in {status for _, status, _, _ in state(page)["edges"]}


def test_the_table_sorts_statuses_as_the_legend_lists_them(visit, page_file):
    """From what is stated to what is over, not by the alphabet."""
    page = visit.open(page_file, "#v=table&l=en")
    page.locator('[data-key="sort-status"]').click()
    order = list(dict.fromkeys(page.locator("td .pill").evaluate_all("all => all.map(e => e.className.split(' ')[1])")))

    assert order == list(STATUSES)


def test_a_card_names_the_speaker_of_a_claim_and_of_a_denial(visit, page_file):
    """Who says so is never left out."""
    page = visit.open(page_file, f"#x={DENIAL.id}")

    assert "par Élise Marchetti" in page.locator("#details .card .tags").inner_text()


def test_the_right_panel_answers_what_the_graph_is_about(visit, page_file):
    """The first screen is never blank: title, source, date, entities, contradictions."""
    text = visit.open(page_file).locator("#details").inner_text()

    assert all(
        words in text for words in (ARTICLE.title, "Le Fil", "16 mai 2019", "Aurélia Télécom", "Ce qui s’oppose")
    )


def test_search_folds_accents_and_finds_names_relations_and_sentences(visit, page_file):
    """ "elise" finds Élise, "espionne" finds the sentence."""
    page = visit.open(page_file)
    page.keyboard.press("/")
    page.keyboard.type("elise")
    options = page.locator(".search .option")

    assert "Élise Marchetti" in options.first.inner_text()
    page.keyboard.press("Enter")
    assert page.locator("#details h1").inner_text() == "Élise Marchetti"
    page.keyboard.press("/")
    page.keyboard.type("serveurs")
    assert "serveurs" in page.locator(".search .found-sentence").first.inner_text()


@pytest.mark.parametrize("typed", ["marchetit", "Elise Marcheti", "elsie"])
def test_search_forgives_a_slip_of_the_fingers(visit, page_file, typed):
    """Letters swapped, left out or changed: the name is found all the same."""
    page = visit.open(page_file)
    page.keyboard.press("/")
    page.keyboard.type(typed)

    assert "Élise Marchetti" in page.locator(".search .option").first.inner_text()


def test_the_legend_filters_and_counts_what_would_remain(visit, page_file):
    """Ticking off a status removes its lines; other counts follow."""
    page = visit.open(page_file)
    before = page.locator(".facet-status li").nth(0).locator(".count").inner_text()
    page.locator(".facet-type li", has_text="Personnes").locator("input").uncheck()
    after = page.locator(".facet-status li").nth(0).locator(".count").inner_text()

    assert int(after) < int(before)
    assert "Paul Sorel" not in state(page)["nodes"]
    page.locator(".reset").click()
    assert "Paul Sorel" in state(page)["nodes"]


def test_only_shows_one_choice(visit, page_file):
    """ "seul" leaves one status."""
    page = visit.open(page_file)
    row = page.locator(".facet-status li", has_text="Nié")
    row.hover()
    row.locator(".only").click()

    assert {status for _, status, _, _ in state(page)["edges"]} == {"denied"}


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


def come_back(page) -> None:
    """Leave the page and open its address again."""
    address = page.url
    page.goto("about:blank")
    page.goto(address)
    page.wait_for_selector("#app[data-ready]")


def centre_of(page) -> list[float]:
    """Return zoom, and where two entities stand on the screen."""
    return page.evaluate(
        """() => { const { cy } = kgExplorer.canvas; const at = name => cy.nodes().filter(n => n.data('label') === name)
            .map(n => [n.renderedPosition().x, n.renderedPosition().y])[0];
            return [cy.zoom(), ...at('Nortis'), ...at('Orbe')]; }"""
    )


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


def test_the_table_tells_the_same_facts_and_sorts(visit, page_file):
    """The table is the accessible alternative: as many rows as facts, sorted by a click."""
    page = visit.open(page_file)
    page.keyboard.press("t")
    rows = page.locator("#table tbody tr")

    assert rows.count() == len(story().facts)
    page.locator("#table th button", has_text="Statut").click()
    assert page.locator('#table th[aria-sort="ascending"]').inner_text().startswith("Statut")


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


def test_the_article_opens_at_the_sentence(visit, page_file):
    """ "Dans l’article" shows the whole text, the sentence in view."""
    page = visit.open(page_file, f"#x={DENIAL.id}")
    page.get_by_text("Dans l’article").first.click()
    here = page.locator("#details .here")

    assert "jamais transmis" in here.inner_text()
    assert here.evaluate("e => { const b = e.getBoundingClientRect(); return b.top > 0 && b.bottom < innerHeight; }")
    page.get_by_label("Suivant").click()
    assert page.locator("#details .here").inner_text() != ""


def test_a_path_is_told_sentence_by_sentence(visit, page_file):
    """From A to B, each step a fact with its sentence; denied facts only on request."""
    page = visit.open(page_file, "#p=reseaux-libres,balise")

    assert page.locator(".paths .block").count() >= 1
    assert page.locator(".path").first.locator("blockquote").count() >= 2
    assert page.locator(".path .card.denied").count() == 0


def test_the_two_ends_of_a_path_are_chosen_by_typing(visit, page_file):
    """P opens the form; names are completed."""
    page = visit.open(page_file)
    page.keyboard.press("p")
    page.get_by_label("De", exact=True).fill("vigie")
    page.keyboard.press("Enter")
    page.get_by_label("À", exact=True).fill("nortis")
    page.keyboard.press("Enter")

    assert page.locator(".paths .stop").first.inner_text() == "Vigie"


def test_hide_isolate_and_return(visit, page_file):
    """H hides the chosen entity; isolating shows its neighbourhood only; both can be undone."""
    page = visit.open(page_file, "#e=orbe")
    page.keyboard.press("h")
    assert "Orbe" not in state(page)["nodes"]
    page.locator(".chip", has_text="masquées").locator("button").click()
    assert "Orbe" in state(page)["nodes"]
    page.keyboard.press("/")
    page.keyboard.type("vigie")
    page.keyboard.press("Enter")
    page.locator(".action", has_text="Isoler").click()

    assert sorted(state(page)["nodes"]) == ["Balise", "Vigie"]


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


def test_a_period_can_be_brushed_and_undated_facts_are_counted(visit, page_file):
    """Dragging over the timeline keeps the facts of that time; the undated have a box of their own."""
    page = visit.open(page_file)
    bars = page.locator(".bars").bounding_box()
    page.mouse.move(bars["x"] + 4, bars["y"] + 10)
    page.mouse.down()
    page.mouse.move(bars["x"] + 30, bars["y"] + 10)
    page.mouse.up()
    page.locator(".undated input").uncheck()

    assert "t=2004" in page.url
    assert "sans date" in page.locator(".undated").inner_text()
    assert {name for name, *_ in state(page)["edges"]} == {"a fondé"}


def test_literals_are_shown_in_cards_and_never_as_nodes(visit, page_file):
    """A turnover is no entity."""
    page = visit.open(page_file, "#e=aurelia-telecom")
    literals = page.locator(".literals").inner_text()

    assert "12 400" in literals.replace("\u202f", " ").replace("\xa0", " ")
    assert not any("12400" in label for label in state(page)["nodes"])


def download(page, name: str) -> str:
    page.locator(".dropdown summary").click()
    with page.expect_download() as waiting:
        page.locator(f'[data-export="{name}"]').click()
    return Path(waiting.value.path()).read_bytes()


def test_exports_hold_the_facts_in_view(visit, page_file):
    """CSV, GraphML, SVG and PNG of what the filters show."""
    import networkx

    page = visit.open(page_file)
    rows = list(csv.reader(io.StringIO(download(page, "csv").decode())))
    assert len(rows) == len(story().facts) + 1
    network = networkx.parse_graphml(download(page, "graphml").decode())
    assert "aurelia-telecom" in network
    assert b"<svg" in download(page, "svg")
    assert download(page, "png").startswith(b"\x89PNG")


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


def test_an_empty_graph_says_so(visit, tmp_path):
    """No fact is a result too: the page says it, and the article can be read."""
    file = tmp_path / "empty.html"
    graph = Graph(articles=(ARTICLE,), sentences=(), entities=(), facts=())
    file.write_text(explorer_page(graph, title="Rien"), encoding="utf-8")
    page = visit.open(file)

    assert "Aucun fait n’a été lu" in page.locator("#details").inner_text()
    assert page.locator(".headline").inner_text() == ARTICLE.title
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


def test_a_phone_opens_the_panels_as_drawers(visit, page_file):
    """Below 900 pixels the evidence comes from below when it is asked for."""
    visit.page.set_viewport_size({"width": 390, "height": 844})
    page = visit.open(page_file)
    assert not page.locator("#details").is_visible()
    page.locator(".drawer-buttons button").nth(1).click()

    assert page.locator("#details").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


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


def test_without_script_the_main_facts_are_a_table(page_file):
    """A reader without JavaScript, or a search engine, finds the facts in plain HTML."""
    found = re.search(r"<noscript>(.*?)</noscript>", page_file.read_text(), flags=re.DOTALL)

    assert found
    assert "Élise Marchetti" in found.group(1)
