"""The pages of `kg serve`: addresses, what is not there, who is answered; over a real socket."""

import shutil
from pathlib import Path

import httpx
import pytest

from kg.graph.store import create_store
from tests.query.press import the_press
from tests.server.running import a_server


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
