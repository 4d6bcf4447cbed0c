"""The explorer on a store that is too large for one page: the rest comes from the server, on demand."""

import httpx
import pytest

from kg.graph.store import create_store
from kg.server.pages import NAMES, WHOLE
from kg.server.parts import Parts, Wanted
from kg.view.appearance import status_of
from kg.view.payload import find_places
from tests.server.running import a_server
from tests.view.graphs import crowd

COUNT = WHOLE + 200


@pytest.fixture(scope="module")
def graph():
    return crowd(COUNT)


@pytest.fixture(scope="module")
def folder(graph, tmp_path_factory):
    found = tmp_path_factory.mktemp("live") / "graph"
    create_store(found, graph)
    return found


@pytest.fixture(scope="module")
def parts(folder):
    return Parts(folder)


@pytest.fixture(scope="module")
def root(folder):
    with a_server(folder) as address:
        yield address.removesuffix("/sparql")


def remotest(graph) -> tuple[str, str]:
    """Return id and name of an entity that the first screen does not show; nobody else is called so."""
    near = find_places(graph).near
    names = [entity.label for entity in graph.entities]
    return next(
        (each.id, each.label)
        for each in reversed(graph.entities)
        if each.id not in near and names.count(each.label) == 1
    )


def test_the_links_of_a_store_weigh_what_they_weigh_as_records(graph, parts):
    """Two ways to the same centrality: from the quads of the store, and from the decoded graph."""
    places = find_places(graph)

    assert parts.overview.degrees == places.degrees
    assert parts.overview.ranks == pytest.approx(places.ranks, abs=1e-8)
    assert set(parts.overview.first) == set(places.near)


def test_a_part_holds_the_records_of_the_whole(graph, parts):
    """What is read in parts is what was written: every fact about an entity, word for word, with its articles."""
    hub = parts.overview.first[0]
    wanted = {f.id: f for f in graph.facts if hub in (f.subject, f.object, f.speaker)}
    part = parts.read(Wanted(entities=(hub,)))
    found = {fact.id: fact for fact in part.facts}

    assert {each: found[each] for each in wanted} == wanted
    assert {e.article for f in part.facts for e in f.evidence} == {article.id for article in part.articles}


def test_the_server_tells_which_facts_were_not_read_surely(graph, root):
    """A part that comes later is drawn as the whole would be."""
    unsure = {fact.id for fact in graph.facts if status_of(fact) == "unsure"}
    told = httpx.get(root + "/part?row=0").json()["facts"]
    found = {fact["id"] for fact in told if fact.get("unsure")}

    assert found
    assert found == unsure & {fact["id"] for fact in told}


def test_all_facts_are_reached_row_by_row(graph, parts):
    """The table can be read to its end, and no row comes twice."""
    ids = [
        statement
        for start in range(0, len(graph.facts), 1000)
        for statement in parts.overview.by_weight[start : start + 1000]
    ]

    assert len(ids) == len(set(ids)) == len(graph.facts)
    assert len(parts.read(Wanted(rows=(0, 50))).facts) >= 50


def test_search_folds_accents_and_finds_names_and_sentences(graph, parts):
    """The index of the store answers for what the page has not loaded."""
    name, label = remotest(graph)
    found = parts.read(Wanted(words=label.replace("é", "e").upper()))

    assert name in {entity.id for entity in found.entities}
    assert any(label in evidence.text for fact in found.facts for evidence in fact.evidence)
    assert parts.read(Wanted(words="?!")).entities == ()


def test_a_path_joins_its_ends(graph, parts):
    """The facts of the answer lead from one to the other; denied ones only on request."""
    first, last = parts.overview.first[3], remotest(graph)[0]
    for denied in (False, True):
        found = parts.read(Wanted(path=(first, last), denied=denied))
        reached, size = {first}, 0
        while len(reached) > size:
            size = len(reached)
            reached |= {f.object for f in found.facts if f.subject in reached} | {
                f.subject for f in found.facts if f.object in reached
            }
        assert last in reached


def test_what_is_contradicted_comes_whole(graph, parts):
    """Who gets a fact also gets the one that denies it, and the first screen holds them all."""
    groups = set(parts.overview.opposed.values())
    first = {fact.id for fact in parts.first().facts}

    assert {each.rsplit("/", 1)[-1] for group in groups for each in group} <= first


def test_what_is_not_in_the_store_is_passed_over(parts):
    """An address may be of another graph."""
    found = parts.read(
        Wanted(entities=("nobody",), facts=("none",), articles=("no",), path=("a", "b"), around=("x", 2))
    )

    assert (found.entities, found.facts, found.articles) == ((), (), ())


@pytest.mark.parametrize("question", ["depth=x&around=a", "start=-1", "path=a", "&".join(["entity=a"] * 501)])
def test_a_question_that_makes_no_sense_is_refused_in_one_line(root, question):
    """400 and what is wrong."""
    answer = httpx.get(f"{root}/part?{question}")

    assert (answer.status_code, answer.text.count("\n")) == (400, 1)


def test_a_large_store_sends_a_small_page(root):
    """The page holds the first screen; only its own server may be asked for more, and only under its own name."""
    page = httpx.get(root + "/", timeout=60)

    assert len(page.content) < 1_000_000
    assert "connect-src 'self'" in page.text
    assert httpx.get(root + "/part?row=0", headers={"Host": "evil.example"}).status_code == 421


@pytest.fixture
def page(visit, root):
    visit.page.goto(root + "/")
    visit.page.wait_for_selector("#app[data-ready]", timeout=60_000)
    yield visit.page
    assert visit.messages == []
    assert all(each.startswith(root) for each in visit.requests)


def drawn(page) -> list[str]:
    return page.evaluate("[...kgExplorer.shown.drawn].map(i => kgExplorer.data.entities[i].id)")


@pytest.mark.browser
def test_the_first_screen_shows_what_matters_most_and_says_how_much_there_is(page):
    """120 entities of all; the page knows few more."""
    assert len(drawn(page)) > 60
    assert str(COUNT) in page.locator(".chip").first.inner_text().replace("\u202f", "").replace("\xa0", "")
    assert page.evaluate("kgExplorer.data.entities.length") < 400


@pytest.mark.browser
def test_what_the_page_has_of_an_article_or_an_entity_is_not_told_as_all_there_is(page):
    """It holds a part: its own counts would be smaller than those of a page that holds everything."""
    assert page.locator("#details .key-entities li").count() > 0
    assert page.locator("#details .key-entities .count").count() == 0
    assert [
        each
        for each in page.locator("#details .articles .origin").all_inner_texts()
        if "fact" in each or "fait" in each
    ] == []


@pytest.mark.browser
def test_neighbours_are_fetched_when_they_are_opened(page):
    """Click, E: what was on the server is in the picture."""
    before = len(drawn(page))
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => !kgExplorer.remote.waiting")
    page.keyboard.press("e")
    page.wait_for_function("n => kgExplorer.shown.drawn.size > n", arg=before)
    page.wait_for_function("() => !kgExplorer.remote.waiting")
    i = page.evaluate("kgExplorer.state.selection.entity")

    assert page.evaluate("i => kgExplorer.canvas.cy.getElementById(String(i)).degree()", i) > 0
    assert page.evaluate("i => kgExplorer.undrawn(i)", i) == 0


@pytest.mark.browser
def test_search_reaches_the_server(page, graph):
    """An entity that the page does not hold is found by its name, and opened with its facts."""
    name, label = remotest(graph)
    page.keyboard.press("/")
    page.keyboard.type(label)
    page.locator(".search .option b", has_text=label).first.click()
    page.wait_for_selector("#details h1")

    assert page.locator("#details h1").inner_text() == label
    assert name in drawn(page)
    page.wait_for_selector("#details .card")


@pytest.mark.browser
def test_a_link_restores_what_was_opened_on_demand(page, visit):
    """The address names entities that a fresh page must fetch first."""
    page.keyboard.press("ArrowRight")
    page.keyboard.press("e")
    page.wait_for_function("() => kgExplorer.state.added.size > 0 && !kgExplorer.remote.waiting")
    seen, address = sorted(drawn(page)), page.url
    page.goto("about:blank")
    page.goto(address)
    page.wait_for_selector("#app[data-ready]")
    page.wait_for_function("() => !kgExplorer.remote.waiting")

    assert sorted(drawn(page)) == seen


@pytest.mark.browser
def test_a_path_through_what_is_not_loaded_is_told(page, graph, root):
    """Between an entity of the first screen and one far away."""
    first, last = drawn(page)[0], remotest(graph)[0]
    page.goto(f"{root}/#p={first},{last}")
    page.wait_for_selector(".paths .block blockquote")

    assert page.locator(".path").first.locator(".stop").last.inner_text() == remotest(graph)[1]


@pytest.mark.browser
def test_the_table_brings_further_rows(page):
    """A thousand facts more at a press, up to the last."""
    page.keyboard.press("t")
    before = page.evaluate("kgExplorer.shown.facts.length")
    page.locator(".at-top button", has_text="1 000 de plus").click()
    page.wait_for_function("n => kgExplorer.shown.facts.length >= n + 800", arg=before)

    assert page.locator("#table tbody tr").count() == 200


@pytest.mark.browser
def test_the_page_to_ask_names_entities_that_it_does_not_hold(page, graph, root):
    """It knows the most important ones; the name of another is looked up while it is typed."""
    name, label = remotest(graph)
    page.goto(root + "/query")
    assert page.evaluate("JSON.parse(document.getElementById('data').textContent).entities.length") == NAMES
    page.locator('.questions button[data-name="about"]').click()
    page.locator(".parameters input").first.fill(label)
    page.wait_for_function(
        "id => document.getElementById('query').shadowRoot.textContent.includes(`/id/${id}>`)", arg=name
    )


@pytest.mark.browser
def test_a_server_that_is_gone_is_told_and_can_be_tried_again(page, visit):
    """What could not be fetched is said in the page, not lost in silence."""
    page.context.set_offline(True)
    page.keyboard.press("ArrowRight")
    page.wait_for_selector(".chip.failed")
    page.context.set_offline(False)
    page.locator(".chip.failed button").click()
    page.wait_for_selector(".chip.failed", state="detached")
    visit.messages.clear()  # the browser itself notes the lost request

    assert page.locator("#details .card").count() > 0
