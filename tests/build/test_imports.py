"""Graphs from elsewhere live beside the articles, and builds keep them."""

import pytest

from kg.build import KnowledgeGraph
from kg.build.pipeline import import_graphs
from kg.errors import KgError
from tests.build.quickly import A, B, build, options, results, write


@pytest.fixture
def one(tmp_path):
    build(write(tmp_path / "articles", "a.txt", A), tmp_path / "one")
    return tmp_path / "one"


@pytest.mark.parametrize("name", ["graph.ttl", "graph.jsonl"])
def test_an_imported_output_is_that_output(one, tmp_path, name):
    """What was exported there is the same bytes here."""
    import_graphs([one / name], tmp_path / "two", options())

    assert results(tmp_path / "two") == results(one)


def test_importing_twice_changes_nothing(one, tmp_path):
    """The same graph is known again, in whichever format it comes."""
    import_graphs([one / "graph.ttl"], tmp_path / "two", options())
    import_graphs([one / "graph.ttl", one / "graph.jsonl"], tmp_path / "two", options())

    assert results(tmp_path / "two") == results(one)
    assert len(list((tmp_path / "two" / "imports").iterdir())) == 1


def test_a_later_build_keeps_what_was_imported(one, tmp_path):
    """Articles and imports in any order give the same bytes, and a fresh start forgets both."""
    article = write(tmp_path / "articles", "b.txt", B)
    import_graphs([one / "graph.ttl"], tmp_path / "first", options())
    build(article, tmp_path / "first")
    build(article, tmp_path / "last")
    import_graphs([one / "graph.ttl"], tmp_path / "last", options())

    assert results(tmp_path / "first") == results(tmp_path / "last")
    assert len(KnowledgeGraph(tmp_path / "last").graph.articles) == 2

    build(article, tmp_path / "last", fresh=True)
    assert len(KnowledgeGraph(tmp_path / "last").graph.articles) == 1


@pytest.mark.parametrize(("good", "bad"), [("/id/orvella", "/id/o> <r"), ('"base":"https://', '"base":"no ')])
def test_names_that_are_no_iris_import_nothing(one, tmp_path, good, bad):
    """What is not checked again on its way into the store is checked when it comes in."""
    text = (one / "graph.jsonl").read_text("utf-8").replace("https://w3id.org/newskg/id/", "https://example.org/id/")
    spoilt = write(tmp_path, "spoilt.jsonl", text.replace(good, bad))
    assert spoilt.read_text("utf-8") != text

    with pytest.raises(KgError, match="lacks or spoils"):
        import_graphs([spoilt], tmp_path / "two", options())


def test_a_file_that_cannot_be_read_imports_nothing(one, tmp_path):
    """Nor does it spoil the others, nor leave a folder behind."""
    bad = write(tmp_path, "bad.ttl", "<a> <b")

    with pytest.raises(KgError, match="is not Turtle"):
        import_graphs([one / "graph.ttl", bad], tmp_path / "two", options())

    assert not (tmp_path / "two").exists()


def test_what_follows_is_stored_only_on_demand(one, tmp_path):
    """Derived facts are in a graph of their own, and the files stay the same."""
    plain = results(one)
    asked = "ASK { GRAPH ?g { ?s nkg:foundedBy ?o } }"
    before = KnowledgeGraph(one).query(asked)
    build(tmp_path / "articles" / "a.txt", one, derived=True)
    after = KnowledgeGraph(one).query(asked)

    assert (before.boolean, after.boolean) == (False, True)
    assert results(one) == plain
