"""`import kg`: a call for everything that the command line does."""

import io
import json

import pytest

import kg
from kg.build import pick_examples
from kg.model import Modality, Polarity
from kg.view.appearance import status_of
from tests.build.quick_extractor import NAME
from tests.build.quickly import A, B, C, write
from tests.builders import a_fact, a_graph, an_entity


@pytest.fixture
def graph(tmp_path):
    write(tmp_path / "articles", "a.txt", A)
    write(tmp_path / "articles", "b.txt", B)
    return kg.build(tmp_path / "articles", tmp_path / "out", extractor=NAME)


def test_build_returns_a_graph_that_knows_what_was_done(graph, tmp_path):
    """The report tells; open finds the same graph again; records are equal either way."""
    again = kg.open(tmp_path / "out")

    assert (graph.report.articles, graph.report.read) == (2, 2)
    assert again.report is None
    assert again.graph == graph.graph
    assert repr(again) == f"<kg graph '{tmp_path / 'out'}': 2 articles, 4 entities, 2 facts>"


def test_query_answers_sparql_files_and_names(graph, tmp_path):
    """Rows are words by variable."""
    file = write(tmp_path, "q.rq", "SELECT ?o { ?s nkg:founded/rdfs:label ?o } ORDER BY ?o")

    assert list(kg.query(graph, file)) == [{"o": "Nordane"}, {"o": "Orvella"}]
    assert len(kg.query(graph, "founders", entity="Orvella")) == 1
    assert len(kg.query(graph, "SELECT * { ?s nkg:founded ?o }")) == 2
    with pytest.raises(kg.KgError, match="only named questions have parameters"):
        kg.query(graph, "ASK {}", entity="x")


def test_export_and_view_write_files(graph, tmp_path):
    """To a path or a stream."""
    stream = io.StringIO()
    kg.export(graph, "jsonl", stream)
    kg.export(graph, "ttl", str(tmp_path / "x.ttl"))
    page = kg.view(graph, tmp_path / "x.html", language="en")

    assert stream.getvalue() == (tmp_path / "out" / "graph.jsonl").read_text("utf-8")
    assert (tmp_path / "x.ttl").read_bytes() == (tmp_path / "out" / "graph.ttl").read_bytes()
    assert '<html lang="en">' in page.read_text("utf-8")
    with pytest.raises(kg.KgError, match="no such engine"):
        kg.view(graph, tmp_path / "y.html", engine="none")
    with pytest.raises(kg.KgError, match="cannot be written"):
        kg.view(graph, tmp_path / "none" / "y.html")


def test_stats_and_explain_tell(graph):
    """Counts, and a fact with its sentences."""
    fact = graph.graph.facts[0]
    told = kg.explain(graph, fact.id)

    assert kg.stats(graph).facts_by_predicate == {"founded": 2}
    assert str(told).startswith(f"asserted: {told.subject} — founded → {told.object}\n")
    assert "<mark>a fondé</mark>" in told._repr_html_()
    assert json.dumps(told.to_json())


def test_examples_show_every_status_once_in_the_order_of_the_tables():
    """What was not read surely enough stands after what is claimed, and pushes nothing out."""
    special = [
        {},
        {"speaker": "b"},
        {"confidence": 0.5},
        {"polarity": Polarity.NEGATIVE},
        {"modality": Modality.PLANNED},
    ]
    facts = [a_fact("a", "founded", "b", **each) for each in [*special, {"past": True}]]
    facts += [a_fact("a", predicate, "b") for predicate in ("owns", "acquired")]
    shown = pick_examples(a_graph(entities=[an_entity(name, id=name) for name in "ab"], facts=facts))

    assert [status_of(fact) for fact in shown] == ["asserted", "claimed", "unsure", "denied", "unreal", "past"]


def test_objects_show_themselves_in_a_notebook(graph):
    """As a frame that is shut off from the notebook, with a picture and a line beside it."""
    bundle = graph._repr_mimebundle_()

    assert "sandbox=" in bundle["text/html"]
    assert {"image/svg+xml", "text/plain"} <= set(bundle)
    assert "<td>" in kg.query(graph, "founders")._repr_html_()


def test_remove_gives_the_graph_without_the_article(graph, tmp_path):
    """By its name."""
    assert len(kg.remove("b", tmp_path / "out").graph.articles) == 1


def test_progress_is_told(tmp_path):
    """Reading, article by article, then writing."""
    told = []
    file = write(tmp_path, "c.txt", C)
    kg.build([file], tmp_path / "out", extractor=NAME, progress=lambda *step: told.append(step))

    assert told[:2] == [("read", 0, 1), ("read", 1, 1)]
    assert told[-1] == ("write", 4, 4)


def test_an_open_graph_is_a_snapshot(graph, tmp_path):
    """A build that follows does not change what a reader sees."""
    reader = kg.open(tmp_path / "out")
    kg.build(write(tmp_path, "c.txt", C), tmp_path / "out", extractor=NAME)

    assert len(kg.query(reader, "SELECT * { ?s nkg:founded ?o }")) == 2
    assert len(kg.query(kg.open(tmp_path / "out"), "SELECT * { ?s nkg:founded ?o }")) == 3


def test_what_does_not_exist_cannot_be_opened(tmp_path):
    """With the command that makes it."""
    with pytest.raises(kg.KgError, match=r"holds no graph\. Build one first: kg build ARTICLE"):
        kg.open(tmp_path)
