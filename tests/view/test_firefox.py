"""The same page in another engine: it draws, it is quiet, it asks for nothing, nothing hostile runs."""

import pytest

from kg.graph.store import create_store
from kg.view import explorer_page
from tests.server.running import a_server
from tests.view.firefox import FIREFOX, a_firefox
from tests.view.graphs import crowd, story
from tests.view.hostile import HOSTILE, hostile

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def firefox(tmp_path_factory):
    pytest.importorskip("websockets", reason="websockets is not installed: Firefox cannot be spoken to")
    if FIREFOX is None:
        pytest.skip("no Firefox on this machine")
    with a_firefox(tmp_path_factory.mktemp("profile")) as found:
        yield found


@pytest.fixture(scope="module")
def page_file(tmp_path_factory):
    file = tmp_path_factory.mktemp("firefox") / "graph.html"
    file.write_text(explorer_page(story(), title="Aurélia Télécom"), encoding="utf-8")
    return file


def asked(firefox) -> list[str]:
    """Return what was asked of anybody: the typefaces lie in the page, and the file is of this machine."""
    return [each for each in firefox.requests if not each.startswith(("data:", "file:"))]


def test_the_page_draws_and_asks_for_nothing(firefox, page_file):
    """No request, no message, a picture with ink in it."""
    firefox.open(f"file://{page_file}")
    colours = firefox.run(
        """(() => { const canvas = [...document.querySelectorAll('#canvas canvas')].at(-1);
            const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
            const seen = new Set(); for (let k = 0; k < data.length; k += 4) if (data[k + 3]) seen.add(data[k] >> 4);
            return seen.size; })()"""
    )

    assert colours > 5
    assert (firefox.messages, asked(firefox)) == ([], [])


def test_a_click_shows_the_sentence_and_the_keyboard_reaches_the_table(firefox, page_file):
    """What a reader does first works with this engine's own mouse and keys."""
    firefox.open(f"file://{page_file}")
    x, y = (
        firefox.run(
            f"""(() => {{ const box = document.getElementById('canvas').getBoundingClientRect();
                const node = kgExplorer.canvas.cy.nodes().filter(n => n.data('label') === 'Nortis');
                return box.{side} + node.renderedPosition().{axis}; }})()"""
        )
        for side, axis in (("left", "x"), ("top", "y"))
    )
    firefox.click(x, y)
    firefox.wait("document.querySelector('#details h1')?.textContent === 'Nortis'")
    assert firefox.run("document.querySelectorAll('#details blockquote mark.trigger').length") > 0
    firefox.type("t")

    assert firefox.run("document.querySelectorAll('#table tbody tr').length") == len(story().facts)
    assert firefox.messages == []


def test_a_link_restores_the_picture(firefox, page_file):
    """Selection, theme, language and view from the address."""
    firefox.open(f"file://{page_file}#e=nortis&th=dark&l=en&z=2~40~30")

    assert firefox.run("document.querySelector('#details h1').textContent") == "Nortis"
    assert firefox.run("document.documentElement.dataset.theme + document.documentElement.lang") == "darken"
    assert firefox.run("kgExplorer.canvas.cy.zoom()") == 2


def test_the_map_and_packed_data_work(firefox, tmp_path):
    """A large graph is unpacked by this engine too, and drawn on the plain canvas."""
    file = tmp_path / "crowd.html"
    file.write_text(explorer_page(crowd(2000), title="Deux mille"), encoding="utf-8")
    firefox.open(f"file://{file}#v=map")

    assert firefox.run("kgExplorer.shown.drawn.size") == 2000
    assert (firefox.messages, asked(firefox)) == ([], [])


def test_the_pages_of_the_server_work(firefox, tmp_path):
    """The explorer and the page to ask, its editor and its answer, under the policy of the server."""
    folder = tmp_path / "graph"
    create_store(folder, story())
    with a_server(folder) as address:
        root = address.removesuffix("/sparql")
        firefox.open(root + "/")
        assert firefox.run("kgExplorer.canvas.cy.nodes().length") > 10
        firefox.open(root + "/query")
        firefox.run("void document.querySelector('.questions button[data-name=founders]').click()")
        firefox.wait("document.querySelector('.answer td a') !== null")

    assert "Élise Marchetti" in firefox.run("document.querySelector('.answer').textContent")
    assert firefox.messages == []


@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_that_an_article_says_runs(firefox, tmp_path, words):
    """Every view is opened with hostile words in every place; the policy has nothing to block."""
    file = tmp_path / "graph.html"
    file.write_text(explorer_page(hostile(words), title=words), encoding="utf-8")
    firefox.open(f"file://{file}")
    for selection in (
        "kind: 'entity', entity: 0",
        "kind: 'facts', facts: [0, 1]",
        "kind: 'article', doc: 0, fact: 0",
        "kind: 'path', from: 0, to: 3",
    ):
        firefox.run(f"void kgExplorer.select({{{selection}}})")
    firefox.run("void kgExplorer.set({view: 'table'})")

    assert firefox.run("window.ran === undefined")
    assert firefox.run("document.querySelectorAll(\"a[href^='javascript']\").length") == 0
    assert (firefox.messages, asked(firefox)) == ([], [])
