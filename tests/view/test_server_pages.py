"""The pages of `kg serve`, in a browser, over a real socket."""

import shutil
from pathlib import Path

import httpx
import pytest

from kg.graph.store import create_store
from tests.query.press import the_press
from tests.server.running import a_server

EDITOR = "#query .cm-content"


def write(page, query: str) -> None:
    """Put a query in place of what stands in the editor, as a person does."""
    page.locator(EDITOR).click()
    page.keyboard.press("Control+a")
    page.wait_for_timeout(50)
    page.keyboard.insert_text(query)


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages") / "graph"
    create_store(folder, the_press())
    with a_server(folder) as address:
        yield address.removesuffix("/sparql")


def test_pages_are_sent_with_a_strict_policy(root):
    """No sniffing, no framing; the policy stands in the page, and only the page to ask may ask its own server."""
    explorer, query = httpx.get(root + "/"), httpx.get(root + "/query")

    assert explorer.headers["x-frame-options"] == "DENY"
    assert explorer.headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in explorer.text
    assert "connect-src 'none'" in explorer.text
    assert "connect-src 'self'" in query.text


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("/id/mina-duval", "/#e=mina-duval"),
        ("/article/0011", "/#d=0011"),
        ("/stmt/ab12", "/#x=ab12"),
        ("/id/%22%3E%3Cscript%3E", "/#e=%22%3E%3Cscript%3E"),
        ("/id//evil.example", "/#e=%2Fevil.example"),
    ],
)
def test_each_thing_has_a_stable_address(root, address, place):
    """An IRI that is looked up leads to the thing in the graph, and nowhere else."""
    answer = httpx.get(root + address)

    assert (answer.status_code, answer.headers["location"]) == (303, place)


def test_another_host_gets_no_page(root):
    """A web page that makes its own name point here reads nothing."""
    assert httpx.get(root + "/", headers={"Host": "evil.example"}).status_code == 421


def test_a_store_that_is_gone_is_told_in_one_line(tmp_path):
    """503 and what is wrong; the server goes on."""
    folder = tmp_path / "graph"
    create_store(folder, the_press())
    with a_server(folder) as address:
        shutil.rmtree(folder)
        answers = [httpx.get(address.removesuffix("sparql") + page) for page in ("", "query", "part?row=0")]

    assert [(answer.status_code, answer.text.count("\n")) for answer in answers] == [(503, 1)] * 3


@pytest.mark.parametrize("name", ["://<>", "a b", "%00", "../../x", "x" * 9000])
def test_a_name_that_can_be_nobodys_finds_nothing(root, name):
    """Whatever stands in the question, the answer is an empty part."""
    answer = httpx.get(
        root + "/part", params={"entity": name, "among": name, "fact": name, "article": name, "around": name}
    )

    assert answer.status_code == 200
    assert (answer.json()["nodes"], answer.json()["facts"]) == ([], [])


@pytest.mark.browser
def test_an_address_opens_its_entity(visit, root):
    """From an IRI to the entity with its evidence."""
    page = visit.page
    page.goto(root + "/id/mina-duval")
    page.wait_for_selector("#app[data-ready]")

    assert page.locator("#details h1").inner_text() == "Mina Duval"
    assert visit.messages == []
    assert all(each.startswith(root) for each in visit.requests)


@pytest.mark.browser
def test_a_ready_question_is_answered_and_leads_back_to_the_graph(visit, root):
    """Chosen, run, read; an entity of the answer is a link to it."""
    page = visit.page
    page.goto(root + "/query")
    page.locator('.questions button[data-name="founders"]').click()
    page.locator(".answer td a", has_text="Mina Duval").first.click()
    page.wait_for_selector("#details h1")

    assert page.locator("#details h1").inner_text() == "Mina Duval"
    assert visit.messages == []


@pytest.mark.browser
def test_a_question_about_an_entity_takes_its_name(visit, root):
    """The name that is typed becomes a term of the query, never text pasted into it."""
    page = visit.page
    page.goto(root + "/query")
    page.locator('.questions button[data-name="about"]').click()
    page.locator(".parameters input").first.fill('x" } DROP ALL #')
    assert "DROP" not in page.locator(EDITOR).inner_text()
    page.locator(".parameters input").first.fill("Mina Duval")

    assert "<https://w3id.org/newskg/id/mina-duval>" in page.locator(EDITOR).inner_text()


@pytest.mark.browser
def test_the_editor_completes_our_properties_and_brings_their_prefix(visit, root):
    """Typing a beginning offers the property; choosing it declares where it comes from; Ctrl-Enter asks."""
    page = visit.page
    page.goto(root + "/query")
    write(page, "SELECT ?s ?o { ?s ")
    page.keyboard.press("Control+End")
    page.keyboard.type("foun", delay=30)
    page.locator("#query .cm-tooltip-autocomplete li", has_text="nkg:founded").first.click()
    page.keyboard.type(" ?o }")
    assert page.locator(EDITOR).inner_text().startswith("PREFIX nkg: <https://w3id.org/newskg/ns#>")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(".answer td")

    assert "Mina Duval" in page.locator(".answer").inner_text()
    assert visit.messages == []


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_fault_in_the_page_to_ask(visit, root, scheme):
    """WCAG 2.2 AA as far as a machine can tell, the editor included."""
    axe = Path(__file__).parents[2] / "kg/view/frontend/node_modules/axe-core/axe.min.js"
    if not axe.exists():
        pytest.skip("axe-core is not installed: run npm ci in kg/view/frontend")
    page = visit.page
    page.emulate_media(color_scheme=scheme)
    page.goto(root + "/query")
    page.wait_for_selector(".answer td")
    page.evaluate(axe.read_text())
    found = page.evaluate("axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']})")

    assert [
        (e["id"], e["nodes"][0]["html"]) for e in found["violations"] if e["impact"] in {"serious", "critical"}
    ] == []


@pytest.mark.browser
def test_a_mistake_is_told_in_the_page(visit, root):
    """The words of the server stand where the answer would."""
    page = visit.page
    page.goto(root + "/query")
    page.wait_for_selector("#app[data-ready]")
    write(page, "SELECT WHERE <img src=x onerror=window.ran=1>")
    page.locator(".primary").click()
    page.wait_for_selector(".error")

    assert "is not SPARQL" in page.locator(".error").inner_text()
    assert page.evaluate("window.ran") is None


@pytest.mark.browser
@pytest.mark.parametrize(
    "query",
    ["SELECT ?s ?o { ?s nkg:founded ?o }", "CONSTRUCT { ?s nkg:founded ?o } WHERE { ?s nkg:founded ?o }"],
)
def test_an_answer_can_be_seen_as_a_graph(visit, root, query):
    """The entities of the answer, and only they, with the facts between them; rows and triples alike."""
    page = visit.page
    page.goto(root + "/query")
    page.wait_for_selector("#app[data-ready]")
    write(page, f"PREFIX nkg: <https://w3id.org/newskg/ns#> {query}")
    page.locator(".primary").click()
    page.locator(".in-graph").click()
    page.wait_for_selector("#app[data-ready] #canvas")
    nodes = page.evaluate("kgExplorer.canvas.cy.nodes().map(n => n.data('label'))")
    lines = page.evaluate("kgExplorer.edges.map(edge => edge.facts[0].p)")

    assert "Mina Duval" in nodes
    assert "founded" in lines
    assert len(nodes) < page.evaluate("kgExplorer.data.ranked.length")
    assert visit.messages == []
