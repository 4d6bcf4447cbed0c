"""RDF 1.2, nanopublications, Cypher and pandas."""

import io
import re

import pandas
import pyoxigraph
import pytest
import rdflib
from hypothesis import Phase, given, settings

from kg.export import to_pandas
from kg.export.cypher import quoted
from kg.graph.decode import decode
from kg.graph.encode import encode
from kg.graph.files import read_rdf
from kg.graph.order import in_order
from kg.graph.reify import from_reifiers, to_reifiers
from tests.export.test_rdf_formats import the_graph, written
from tests.graph.test_roundtrip import GRAPHS

NP = "http://www.nanopub.org/nschema#"


@given(GRAPHS)
@settings(max_examples=40, deadline=None)
def test_reifiers_lose_nothing(graph):
    """To RDF 1.2 and back is the same graph."""
    quads = set(encode(graph))

    assert set(from_reifiers(to_reifiers(quads))) == quads


def test_the_rdf_12_file_is_read_back(tmp_path):
    """The file holds triple terms, and our reader turns them into statement nodes again."""
    file = tmp_path / "graph.ttl"
    file.write_text(written(the_graph(), "ttl12"), encoding="utf-8")
    kinds = {type(q.object) for q in pyoxigraph.parse(path=str(file), format=pyoxigraph.RdfFormat.TURTLE)}

    assert pyoxigraph.Triple in kinds
    assert "rdf:subject" not in file.read_text(encoding="utf-8")
    assert decode(read_rdf(file)) == in_order(the_graph())


def test_every_fact_is_a_nanopublication():
    """Head, assertion, provenance and publication info, each linked, and nothing outside of them."""
    dataset = rdflib.Dataset().parse(data=written(the_graph(), "nanopub"), format="trig")
    publications = {
        s for s, _, _, _ in dataset.quads((None, rdflib.RDF.type, rdflib.URIRef(NP + "Nanopublication"), None))
    }
    linked = {o for p in ("hasAssertion", "hasProvenance", "hasPublicationInfo")
              for _, _, o, _ in dataset.quads((None, rdflib.URIRef(NP + p), None, None))}  # fmt: skip

    assert len(publications) == len(the_graph().facts)
    assert len(linked) == 3 * len(publications)
    assert len(dataset.default_graph) == 0
    assert all(len(dataset.graph(name)) for name in linked)


def test_no_nanopublication_asserts_a_denial():
    """Whoever merges all assertion graphs still gets no denied fact as plain triple."""
    dataset = rdflib.Dataset(default_union=True).parse(data=written(the_graph(), "nanopub"), format="trig")
    denied = rdflib.URIRef("https://w3id.org/newskg/ns#sharesDataWith")

    assert not list(dataset.triples((None, denied, None)))
    assert list(dataset.triples((None, rdflib.URIRef("https://w3id.org/newskg/ns#founded"), None)))


@pytest.mark.parametrize(
    ("value", "expected"),
    [("l'eau", "'l\\'eau'"), ("a\\", "'a\\\\'"), ("x'}) DETACH DELETE n //", "'x\\'}) DETACH DELETE n //'"),
     ("a\nb", "'a\\u000ab'"), (True, "true"), (1.5, "1.5")],
)  # fmt: skip
def test_no_text_ends_its_cypher_literal(value, expected):
    """Words of an article never become a command."""
    assert quoted(value) == expected


def test_the_cypher_script_has_a_line_for_each_thing_and_fact():
    """Nodes first, then relations named after the predicate."""
    lines = written(the_graph(), "cypher").splitlines()

    assert all(line.endswith(";") for line in lines)
    assert sum(line.startswith("MATCH") for line in lines) == len(the_graph().facts)
    assert any(re.search(r"-\[r:EMPLOYEE_COUNT \{fact: '[0-9a-f]{12}'\}\]->", line) for line in lines)


@given(GRAPHS)
@settings(max_examples=10, deadline=None, phases=[Phase.generate])
def test_another_parser_of_cypher_understands_every_statement(graph):
    """Whatever names and texts hold, the script is what openCypher's grammar allows: one statement each, no more."""
    antlr4 = pytest.importorskip("antlr4", reason="pip install antlr4-cypher")
    grammar = pytest.importorskip("antlr4_cypher", reason="pip install antlr4-cypher")
    constraint, *lines = written(graph, "cypher").splitlines()
    assert constraint.startswith("CREATE CONSTRAINT")  # a command of Neo4j, which openCypher has not

    for line in lines:
        parser = grammar.CypherParser(antlr4.CommonTokenStream(grammar.CypherLexer(antlr4.InputStream(line))))
        parser.script()  # to the end of the line

        assert parser.getNumberOfSyntaxErrors() == 0, line


def test_pandas_tables_join():
    """Facts and evidence join by the id of the fact."""
    tables = to_pandas(the_graph())
    joined = tables["facts"].merge(tables["evidence"], left_on="id", right_on="fact", suffixes=("", "_there"))

    assert len(joined) == len(the_graph().facts)
    assert isinstance(pandas.read_csv(io.StringIO(tables["facts"].to_csv())), pandas.DataFrame)
    assert set(tables["facts"]["datatype"]) == {"entity", "string", "money", "number"}
