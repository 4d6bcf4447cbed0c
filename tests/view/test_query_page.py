"""The page of `kg serve` to ask in: questions by their names, an editor, answers, in a browser."""

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


def ask_about(page, root: str, name: str) -> None:
    """Open the page to ask, choose the question about one entity, and type a name."""
    page.goto(root + "/query")
    page.locator('.questions button[data-name="about"]').click()
    page.locator(".parameters input").first.fill(name)


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
    ask_about(page, root, "orvella sa")
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
    ask_about(page, root, "M")
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
    ask_about(page, root, "Orvella")
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
