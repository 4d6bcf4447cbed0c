"""The page as bytes: what it holds, how large it is, what it refuses."""

import base64
import gzip
import html
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from kg.build.statistics import STATUSES
from kg.cli import tables
from kg.errors import ViewError
from kg.lang.schema import load_schema
from kg.model import LEARNED, OPEN, Modality, Polarity
from kg.view import explorer_page, keep_sentences, picture, pyvis, pyvis_page
from kg.view.appearance import LANGUAGES, family_of, load_families, load_words, status_of
from kg.view.payload import make_payload, safe_url
from kg.view.titles import title_of
from tests.builders import a_fact, a_graph, an_article, an_entity, an_evidence
from tests.view.graphs import crowd, story

LEARNED_ALONE = an_evidence(an_article(), rule=f"{LEARNED}founded")
BUDGET = 900 * 1024  # bytes of a page for one article


def test_a_page_for_one_article_keeps_its_budget():
    """A page can be sent by mail."""
    assert len(explorer_page(story(), title="Aurélia").encode()) <= BUDGET


def test_the_same_graph_gives_the_same_bytes():
    """Nothing of the moment, and nothing random, enters a page."""
    assert explorer_page(story(), title="A") == explorer_page(story(), title="A")
    assert pyvis_page(story(), title="A") == pyvis_page(story(), title="A")


def test_large_data_is_compressed_and_reads_back():
    """Above a megabyte the data is packed; unpacked it is the same JSON."""
    graph = crowd(2000)
    found = re.search(r'data-packing="gzip">([^<]+)<', explorer_page(graph, title="A"))

    assert found
    assert json.loads(gzip.decompress(base64.b64decode(found.group(1)))) == json.loads(
        json.dumps(make_payload(graph, title="A", language="fr"))
    )


def test_a_language_without_an_interface_is_refused():
    """A clear line, not a page of keys."""
    with pytest.raises(ViewError, match=r"no interface in 'de'\. Use one of: fr, en"):
        explorer_page(story(), title="A", language="de")
    with pytest.raises(ViewError, match="no interface in 'de'"):
        pyvis_page(story(), title="A", language="de")


def test_every_word_of_the_interface_is_given_in_both_languages():
    """A missing word would show its key."""
    words = load_words()

    assert all(words[language][key] for language in LANGUAGES for key in words["fr"])


def test_a_french_line_does_not_break_before_its_punctuation():
    """The space there holds."""
    words = load_words()["fr"]

    assert [key for key, word in words.items() if re.search(r" [:;?!»]|« ", word)] == []


def test_every_word_that_the_interface_asks_for_exists():
    """`say("key")` in the front end names a row of words.tsv."""
    folder = Path(__file__).parents[2] / "kg/view/frontend/src"
    asked = {key for file in folder.glob("*.ts") for key in re.findall(r'\bsay\("([a-z_]+)"', file.read_text())}

    assert asked <= set(load_words()["fr"])


def test_no_word_is_kept_that_nothing_asks_for():
    """Rows that nobody reads rot."""
    folder = Path(__file__).parents[2] / "kg/view"
    files = [*(folder / "frontend/src").glob("*.ts"), *folder.glob("*.py")]
    source = "".join(file.read_text() for file in files)
    parts = (
        "status_",
        "family_",
        "export_",
        "col_",
        "key_",
        "parameter_",
        "colour_",
        "pages_",
        "lost_",
    )  # completed by a name
    modalities = {each.value for each in Modality}
    words = {key.removesuffix("_1") for key in load_words()["fr"]}
    unused = [key for key in words if f'"{key}"' not in source and not key.startswith(parts)]

    assert set(unused) <= modalities


def test_every_class_has_a_family_and_only_general_classes_are_other():
    """A class of the ontology is drawn as what it is."""
    other = {kind for kind in load_schema().parents if family_of(kind) == "other"}

    assert other == {"Entity", "Agent", "Position", "Concept", "Quantity", "MonetaryAmount"}
    assert len({(family.light, family.shape) for family in load_families()}) == len(load_families())


@pytest.mark.parametrize(
    ("special", "status"),
    [
        ({}, "asserted"),
        ({"speaker": "x"}, "claimed"),
        ({"speaker": "x", "polarity": Polarity.NEGATIVE}, "denied"),
        ({"speaker": "x", "modality": Modality.PLANNED}, "unreal"),
        ({"past": True}, "past"),
        ({"confidence": 0.71}, "unsure"),
        ({"confidence": 0.71, "speaker": "x"}, "claimed"),
        ({"confidence": 0.71, "polarity": Polarity.NEGATIVE}, "denied"),
        ({"confidence": 0.71, "modality": Modality.PLANNED}, "unreal"),
        ({"confidence": 0.71, "past": True}, "past"),
        ({"evidence": (LEARNED_ALONE,)}, "unsure"),
    ],
)
def test_only_what_the_article_states_and_was_surely_read_is_drawn_solid(special, status):
    """The drawing follows the gate of the plain triples."""
    fact = a_fact("a", "founded", "b", **special)

    assert status_of(fact) == status
    assert (status == "asserted") == fact.asserted


@pytest.mark.parametrize(
    ("confidence", "status"), [(0.3, "unsure"), (0.49, "unsure"), (0.5, "asserted"), (0.9, "asserted")]
)
def test_an_open_relation_is_drawn_solid_where_it_is_likelier_right_than_wrong(confidence, status):
    """It is never a plain triple, however surely it was read: the gate does not tell how it is drawn."""
    assert status_of(a_fact("a", OPEN, "b", confidence=confidence)) == status


def test_every_drawing_and_every_table_knows_every_status():
    """No status without its line in the pages, its words in both languages and its meaning in the terminal."""
    words = load_words()
    drawn = [set(pyvis.LINES), set(pyvis.STROKES), set(picture.STROKES), set(tables._STYLES), set(tables._MEANING)]

    assert drawn == [set(STATUSES)] * len(drawn)
    assert all(f"status_{status}" in words[language] for status in STATUSES for language in LANGUAGES)


def test_the_page_is_told_what_was_not_read_surely_enough():
    """Confidences are rounded on their way to the page, so it cannot find out: .747 is written 0.75."""
    entities = [an_entity(name, id=name) for name in "ab"]
    facts = [a_fact("a", predicate, "b", confidence=sure) for predicate, sure in (("founded", 0.747), ("owns", 0.75))]
    told = make_payload(a_graph(entities=entities, facts=facts), title="A", language="fr")["facts"]

    assert {each["p"]: (each["conf"], each.get("unsure", False)) for each in told} == {
        "founded": (0.75, True),
        "owns": (0.75, False),
    }


def test_a_line_that_was_not_read_surely_is_thinner_and_paler_in_the_picture():
    """A still picture has no legend to click: the weaker reading has the weaker line."""
    sure, unsure = picture.STROKES["asserted"], picture.STROKES["unsure"]

    assert unsure[2] < sure[2]
    assert unsure[0] > sure[0]
    assert f'<g stroke="{unsure[0]}" stroke-width="{unsure[2]:g}"' in picture.svg_picture(story(), title="A")


def test_only_web_addresses_become_links():
    """`javascript:` and `data:` are no addresses of articles."""
    assert [
        safe_url(url) for url in ("https://a.fr", "HTTP://a.fr", "javascript:alert(1)", "data:text/html,x", None)
    ] == [
        "https://a.fr",
        "HTTP://a.fr",
        None,
        None,
        None,
    ]


def test_offsets_stay_code_points():
    """The page counts as the records do, whatever an emoji takes in UTF-16."""
    graph = story()
    article = replace(graph.articles[0], text="😀" + graph.articles[0].text)
    payload = make_payload(replace(graph, articles=(article,)), title="A", language="fr")

    assert payload["facts"][0]["ev"][0]["sent"] == [
        graph.facts[0].evidence[0].sentence.start,
        graph.facts[0].evidence[0].sentence.end,
    ]


def test_the_bundle_is_fresh():
    """The committed bundle is what the sources give: the same bytes, when Node is at hand."""
    import shutil
    import subprocess

    frontend = Path(__file__).parents[2] / "kg/view/frontend"
    if shutil.which("node") is None or not (frontend / "node_modules").exists():
        pytest.skip("no Node here, or npm ci was not run in kg/view/frontend")
    static = frontend.parent / "static"
    before = {file.name: file.read_bytes() for file in static.iterdir()}
    subprocess.run(["node", "build.mjs"], cwd=frontend, check=True, capture_output=True)

    assert {file.name: file.read_bytes() for file in static.iterdir()} == before


def test_the_title_is_text():
    """A title with markup is shown, not obeyed."""
    page = explorer_page(story(), title="<b>A & B</b>")

    assert f"<title>{html.escape('<b>A & B</b>')}</title>" in page
    assert page.count("<b>A & B</b>") == 0


def test_a_page_of_several_articles_is_called_after_its_main_entities():
    """ "8 articles" says nothing."""
    graph = crowd(60)

    assert title_of(story()) == "Aurélia Télécom nie tout contact avec les services secrets de Volterre"
    assert title_of(graph).count(" · ") == 3


def test_a_page_of_sentences_only_holds_no_other_words_and_keeps_offsets():
    """Articles belong to others: the sentences that show facts may be quoted, the rest stays at home."""
    graph = story()
    kept = keep_sentences(graph)
    first = graph.facts[0].evidence[0]

    assert len(kept.articles[0].text) == len(graph.articles[0].text)
    assert first.sentence.cut(kept.articles[0].text) == first.sentence.cut(graph.articles[0].text)
    assert "nie tout contact" not in kept.articles[0].text
    assert kept.articles[0].text.startswith("…")
