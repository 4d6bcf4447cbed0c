"""The explorer, used as a person uses it."""

import pytest

from kg.build.statistics import STATUSES
from kg.model import Datatype, Graph, Polarity, Value
from kg.view import explorer_page
from tests.builders import a_fact, a_graph, an_entity
from tests.view.drawn import click_edge, spot_of_edge, state, weakness
from tests.view.graphs import ARTICLE, story

pytestmark = pytest.mark.browser

DENIAL = next(f for f in story().facts if f.predicate == "providesDataTo" and f.polarity is Polarity.NEGATIVE)


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


@pytest.mark.parametrize("zoom", [0.1, 0.3, 1, 3])
def test_the_dots_of_a_denial_stay_apart_however_far_the_view_is(visit, page_file, zoom):
    """Round ends make each dot as much longer as the line is wide: a gap of a pixel and a half remains."""
    page = visit.open(page_file, f"#z={zoom}~0~0")
    gap = page.evaluate(
        """() => { const cy = kgExplorer.canvas.cy; const edge = cy.edges('[status = "denied"]')[0];
            return (edge.pstyle('line-dash-pattern').value[1] - edge.pstyle('width').value) * cy.zoom(); }"""
    )

    assert gap >= 1.5


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


@pytest.mark.parametrize("zoom", [0.12, 0.5, 2])
def test_the_line_under_the_pointer_is_named_in_letters_that_can_be_read(visit, page_file, zoom):
    """Whatever the zoom: not smaller than the small print of the panels."""
    page = visit.open(page_file, f"#z={zoom}~0~0")
    x, y = spot_of_edge(page, "asserted")
    page.mouse.move(x, y)
    page.wait_for_function("() => kgExplorer.canvas.cy.edges('.hover').length === 1")
    size = page.evaluate(
        "parseFloat(kgExplorer.canvas.cy.edges('.hover').style('font-size')) * kgExplorer.canvas.cy.zoom()"
    )

    assert size >= 12


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


def test_the_table_tells_the_same_facts_and_sorts(visit, page_file):
    """The table is the accessible alternative: as many rows as facts, sorted by a click."""
    page = visit.open(page_file)
    page.keyboard.press("t")
    rows = page.locator("#table tbody tr")

    assert rows.count() == len(story().facts)
    page.locator("#table th button", has_text="Statut").click()
    assert page.locator('#table th[aria-sort="ascending"]').inner_text().startswith("Statut")


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
    page.locator(".chip", has_text="masquée").locator("button").click()
    assert "Orbe" in state(page)["nodes"]
    page.keyboard.press("/")
    page.keyboard.type("vigie")
    page.keyboard.press("Enter")
    page.locator(".action", has_text="Isoler").click()

    assert sorted(state(page)["nodes"]) == ["Balise", "Vigie"]


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


@pytest.mark.parametrize("width", [390, 1400])
def test_the_last_date_of_the_timeline_is_told(visit, crowd_file, width):
    """Where the facts end can be read below the last column, within the window."""
    visit.page.set_viewport_size({"width": width, "height": 844})
    page = visit.open(crowd_file, "#l=en")
    ticks = page.locator(".ticks > span")
    last = ticks.nth(ticks.count() - 1)
    box, words = last.locator("span").bounding_box(), last.inner_text()

    assert words.split()[-1] in page.locator(".bar").last.get_attribute("title")
    assert box["x"] + box["width"] <= page.locator(".bars").evaluate("e => e.getBoundingClientRect().right") + 1


def test_the_two_ways_from_a_sentence_stand_on_one_line(visit, page_file):
    """ "Dans l’article" and "Citer" are not torn apart, however wide the panel is."""
    page = visit.open(page_file, f"#x={DENIAL.id}")
    ways = page.locator("#details .passage .origin .quiet")
    assert ways.all_inner_texts() == ["Dans l’article", "Citer"]
    for width in range(280, 420, 10):
        page.set_viewport_size({"width": width, "height": 844})

        assert ways.nth(0).bounding_box()["y"] == pytest.approx(ways.nth(1).bounding_box()["y"], abs=3)


def test_english_has_no_space_before_a_colon(visit, page_file):
    """Also in what is only heard, or shown under the pointer."""
    page = visit.open(page_file, "#l=en&only=nortis~1")
    words = page.evaluate(
        "[...document.querySelectorAll('[title], [aria-label]')].flatMap(e => [e.title, e.ariaLabel ?? ''])"
    )

    assert [each for each in words if " :" in each] == []
    assert "Isolate: Nortis (1)" in page.locator(".chip").last.inner_text()


def test_literals_are_shown_in_cards_and_never_as_nodes(visit, page_file):
    """A turnover is no entity."""
    page = visit.open(page_file, "#e=aurelia-telecom")
    literals = page.locator(".literals").inner_text()

    assert "12 400" in literals.replace("\u202f", " ").replace("\xa0", " ")
    assert not any("12400" in label for label in state(page)["nodes"])


def test_key_data_begin_with_what_is_surest_and_the_rest_waits(visit, tmp_path):
    """A denied charge is no introduction: what the articles say themselves comes first, ten lines at once."""
    who = an_entity("Anne Petit", "Person", id="anne")
    said = [a_fact("anne", "holdsPosition", Value(text=f"juge {n}", datatype=Datatype.STRING)) for n in range(11)]
    denied = a_fact("anne", "accusedOf", Value(text="vol", datatype=Datatype.STRING), polarity=Polarity.NEGATIVE)
    file = tmp_path / "graph.html"
    file.write_text(
        explorer_page(a_graph(entities=[who], facts=[denied, *said]), title="A", language="fr"), encoding="utf-8"
    )
    page = visit.open(file, "#e=anne")
    first = page.locator(".literals dd").all_inner_texts()
    page.locator(".block button.quiet", has_text="autres").first.click()
    whole = page.locator(".literals dd").all_inner_texts()

    assert len(first) == 10
    assert all(text.startswith("juge") for text in first)
    assert [len(whole), whole[-1].split("\n")[0]] == [12, "vol"]


def test_an_empty_graph_says_so(visit, tmp_path):
    """No fact is a result too: the page says it, and the article can be read."""
    file = tmp_path / "empty.html"
    graph = Graph(articles=(ARTICLE,), sentences=(), entities=(), facts=())
    file.write_text(explorer_page(graph, title="Rien"), encoding="utf-8")
    page = visit.open(file)

    assert "Aucun fait n’a été lu" in page.locator("#details").inner_text()
    assert page.locator(".headline").inner_text() == ARTICLE.title
    assert visit.messages == []
