"""The pages of `kg serve`, in a browser, over a real socket."""

import shutil
from pathlib import Path

import httpx
import pytest

from kg.graph.store import create_store
from tests.query.press import the_press
from tests.server.running import a_server

EDITOR = "#query .cm-content"

HOLDS = "words => document.getElementById('query').shadowRoot.textContent.includes(words)"


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


@pytest.mark.parametrize(("kind", "key"), [("id", "e"), ("article", "d"), ("stmt", "x")])
def test_each_thing_has_a_stable_address(root, kind, key):
    """An IRI that is looked up leads to the thing in the graph."""
    press = the_press()
    name = {"id": "mina-duval", "article": press.articles[0].id, "stmt": press.facts[0].id}[kind]
    answer = httpx.get(f"{root}/{kind}/{name}")

    assert (answer.status_code, answer.headers["location"]) == (303, f"/#{key}={name}")


@pytest.mark.parametrize(
    "address",
    [
        "/nope",
        "/id/nobody",
        "/article/0",
        "/stmt/ab12",
        "/id/%22%3E%3Cscript%3Ealert()",
        "/id//evil.example",
        "/id/:%2F%2F%00",
    ],
)
@pytest.mark.parametrize(("liked", "words"), [("fr-CH, en;q=0.5", "Introuvable"), ("en-GB", "Not found")])
def test_what_is_not_there_is_said_and_leads_on(root, address, liked, words):
    """404 and a page in the reader's language, with ways to the graph and the page to ask; no markup of the address."""
    answer = httpx.get(root + address, headers={"Accept-Language": liked})

    assert answer.status_code == 404
    assert f"<h1>{words}</h1>" in answer.text
    assert all(f'href="{to}"' in answer.text for to in ("/", "/query"))
    assert "<script" not in answer.text


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
    page.wait_for_function(HOLDS, arg="<https://w3id.org/newskg/id/mina-duval>")


@pytest.mark.browser
def test_a_name_is_resolved_as_by_the_command_line(visit, root):
    """Another name of an entity stands for it, accents and capitals aside; the field says which one is meant."""
    page = visit.page
    page.goto(root + "/query")
    page.locator('.questions button[data-name="about"]').click()
    page.locator(".parameters input").fill("orvella sa")
    page.keyboard.press("Enter")
    page.wait_for_selector(".answer td")

    assert page.locator(".note").inner_text() == "That is: Orvella"
    assert "<https://w3id.org/newskg/id/orvella>" in page.locator(EDITOR).inner_text()


@pytest.mark.browser
@pytest.mark.parametrize(
    ("name", "note"),
    [("", "Fill this in"), ("Nobodyz", "No entity"), ("M", "Which one?")],
    ids=["none", "no", "several"],
)
def test_a_question_whose_entity_is_unknown_is_not_asked(visit, root, name, note):
    """What is missing is said beside the field; it is never left out of the query in silence."""
    page = visit.page
    page.goto(root + "/query")
    page.wait_for_selector(".answer td")
    visit.requests.clear()
    page.locator('.questions button[data-name="timeline"]').click()
    page.locator(".parameters input").fill(name)
    page.locator(".primary").click()
    page.locator(".note", has_text=note).wait_for()
    page.wait_for_timeout(300)

    assert not any(each.endswith("/sparql") for each in visit.requests)
    assert page.locator(".answer").inner_text() == ""


@pytest.mark.browser
def test_one_of_several_entities_can_be_chosen(visit, root):
    """Those whose names begin so are offered; a click takes one."""
    page = visit.page
    page.goto(root + "/query")
    page.locator('.questions button[data-name="about"]').click()
    page.locator(".parameters input").fill("M")
    page.locator(".note button", has_text="Mina Duval").click()
    page.locator(".primary").click()
    page.wait_for_selector(".answer td")

    assert page.locator(".parameters input").input_value() == "Mina Duval"
    assert "<https://w3id.org/newskg/id/mina-duval>" in page.locator(EDITOR).inner_text()


@pytest.mark.browser
def test_the_two_ends_of_a_path_are_named_apart(visit, root):
    """From and to, in both languages."""
    page = visit.page
    page.goto(root + "/query")
    page.locator('.questions button[data-name="path"]').click()
    english = page.locator(".parameters label").all_inner_texts()
    page.locator(".language").click()

    assert english == ["From entity", "To entity"]
    assert page.locator(".parameters label").all_inner_texts() == ["De l’entité", "À l’entité"]


@pytest.mark.browser
def test_the_page_to_ask_speaks_the_language_of_its_reader(visit, root):
    """That of the browser at first; a switch changes all words and keeps what was typed and answered."""
    page = visit.page
    page.set_extra_http_headers({"Accept-Language": "fr-CH, en;q=0.5"})
    page.goto(root + "/query")
    page.locator('.questions button[data-name="about"]').click()
    page.locator(".parameters input").fill("Orvella")
    page.keyboard.press("Enter")
    page.wait_for_selector(".answer td")
    french, rows = page.locator("body").inner_text(), page.locator(".answer tr").count()
    page.locator(".language").click()
    english = page.locator("body").inner_text()

    assert all(
        each in french
        for each in (
            "Demander",
            "Ctrl + Entrée",
            "Questions prêtes",
            "Qui a fondé quoi",
            "Lignes\u00a0: ",
            "d’une entité",
        )
    )
    assert all(each in english for each in ("Ready questions", "Who founded what", "Rows: "))
    assert "Demander" not in english
    assert (page.locator("html").get_attribute("lang"), page.title()) == ("en", "Ask the graph in SPARQL")
    assert (page.locator(".parameters input").input_value(), page.locator(".answer tr").count()) == ("Orvella", rows)


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 1440])
def test_a_question_that_is_chosen_comes_into_view(visit, root, width):
    """The list is above the form or beside it; the last one in it shows its field and editor, on a phone too."""
    page = visit.page
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(root + "/query")
    page.wait_for_selector(".answer td")
    assert page.locator(".questions").bounding_box()["y"] < 100
    page.locator(".questions button").last.click()
    page.wait_for_selector(".answer td")

    for part in (".parameters input", EDITOR):
        box = page.locator(part).bounding_box()
        assert 0 <= box["y"] < 350


@pytest.mark.browser
@pytest.mark.parametrize(("language", "words"), [("fr", "Interroger le graphe"), ("en", "Ask the graph")])
def test_the_graph_page_leads_to_the_page_to_ask(visit, root, language, words):
    """One link, in the language of the page."""
    page = visit.page
    page.goto(f"{root}/#l={language}")
    page.wait_for_selector("#app[data-ready]")
    page.locator(".served a:visible", has_text=words).click()
    page.wait_for_selector(EDITOR)

    assert page.url.startswith(root + "/query")
    assert visit.messages == []


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
@pytest.mark.parametrize(("address", "there"), [("/query", ".answer td"), ("/id/nobody", "h1")])
def test_axe_finds_no_serious_fault_in_the_pages_of_the_server(visit, root, scheme, address, there):
    """WCAG 2.2 AA as far as a machine can tell, the editor and the page of what is not there included."""
    axe = Path(__file__).parents[2] / "kg/view/frontend/node_modules/axe-core/axe.min.js"
    if not axe.exists():
        pytest.skip("axe-core is not installed: run npm ci in kg/view/frontend")
    page = visit.page
    page.emulate_media(color_scheme=scheme)
    page.goto(root + address)
    page.wait_for_selector(there)
    page.evaluate(axe.read_text())
    found = page.evaluate("axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']})")

    assert [
        (e["id"], e["nodes"][0]["html"]) for e in found["violations"] if e["impact"] in {"serious", "critical"}
    ] == []


@pytest.mark.browser
@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("SELECT WHERE <img src=x onerror=window.ran=1>", "Ligne 1, colonne 8\u00a0: ce n’est pas du SPARQL."),
        ("SELECT *\n{ ?s nobody:knows ?o }", "Ligne 2, colonne 6\u00a0: le préfixe nobody: n’est pas déclaré."),
        ("SELECT * WHERE { ?s ?p", "ce n’est pas du SPARQL."),
        ("DELETE WHERE { ?s ?p ?o }", "Cette question n’est pas comprise."),
    ],
)
def test_a_mistake_is_told_in_the_page(visit, root, query, words):
    """Where the answer would stand, in the language of the page; no character classes, no advice for a shell."""
    page = visit.page
    page.set_extra_http_headers({"Accept-Language": "fr"})
    page.goto(root + "/query")
    page.wait_for_selector(".answer td")
    write(page, query)
    page.locator(".primary").click()
    page.wait_for_selector(".error")
    told = page.locator(".error").inner_text()

    assert words in told
    assert not any(each in told for each in ("[", "kg query"))
    assert len(told) < 200
    assert page.evaluate("window.ran") is None


@pytest.mark.browser
def test_a_running_query_says_so_and_a_slow_one_is_told(visit, tmp_path):
    """While the server works, and when it gave up: both in the language of the page."""
    create_store(tmp_path / "graph", the_press())
    page = visit.page
    page.set_extra_http_headers({"Accept-Language": "fr"})
    with a_server(tmp_path / "graph", seconds=1.0) as address:
        page.goto(address.removesuffix("sparql") + "query")
        page.wait_for_selector(".answer td")
        write(page, "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }")
        page.locator(".primary").click()
        page.locator(".answer", has_text="Le graphe cherche la réponse…").wait_for()
        page.locator(".error", has_text="La réponse prend trop de temps").wait_for()


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
