"""Any query may be asked, in any format, and none may change the graph or reach the net."""

import csv
import io
import json
import re

import pyoxigraph
import pytest

from kg.errors import QueryError
from kg.graph.encode import encode
from kg.query import run_query
from tests.query.press import the_press


@pytest.fixture(scope="module")
def store():
    made = pyoxigraph.Store()
    made.extend(encode(the_press()))
    return made


WHO = "SELECT ?who WHERE { ?who nkg:founded ?what }"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("INSERT DATA { <a:a> <a:b> <a:c> }", "INSERT would change the graph"),
        ("delete where { ?s ?p ?o }", "DELETE would change the graph"),
        ("# SELECT\nPREFIX a: <http://a/>\nLOAD <http://example.org/x>", "LOAD would change the graph"),
        ("CLEAR ALL", "CLEAR would change the graph"),
        ("SELECT * { service <http://example.org/> { ?s ?p ?o } }", "SERVICE would ask another server"),
        ("SELECT * { { SERVICE SILENT ?x { ?s ?p ?o } } }", "SERVICE would ask another server"),
        ("SELECT WHERE", "is not SPARQL"),
        ("", "is not SPARQL"),
        ("SELCT ?x { ?x ?p ?y }", "it holds no SELECT, ASK, CONSTRUCT or DESCRIBE. Begin with one."),
    ],
)
def test_what_is_no_plain_query_is_refused(store, text, message):
    """Updates, calls to other servers and mistakes are told apart, each in one line."""
    with pytest.raises(QueryError, match=message):
        run_query(store, text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "SELECT ?x {\n  ?x a foo:Thing }",
            "line 2, column 8: is not SPARQL: the prefix foo: is not declared. Write PREFIX ",
        ),
        (
            "PREFIX a: <b:> SELECT ?x { ?x a:b ?y FILTER(?y > -foo:z) }",
            "line 1, column 51: is not SPARQL: the prefix foo:",
        ),
        (
            "SELECT ?x { ?x rdfs:label 'don\\'t ?y }",
            "line 1, column 27: is not SPARQL: the string that begins here has no",
        ),
        (
            "SELECT ?x { ?x a <http://a ?y }",
            "line 1, column 18: is not SPARQL: the IRI that begins here has no end. Close",
        ),
        ("SELECT ?x { ?x a <thing> }", "line 1, column 18: is not SPARQL: it is no whole IRI. Write it like <http://"),
        ("SELECT ?x WHERE\n?x a ?y }", "line 2, column 1: is not SPARQL: ?x cannot stand here before {. Look at it"),
        ("SELECT ?x { ?x ?p 'a b' . 'c' }", "line 1, column 31: is not SPARQL: } cannot stand here. Look at it, and"),
        ("SELECT ?x { ?x ?p ?y } LIMIT many", "line 1, column 30: is not SPARQL: many cannot stand here. Look at"),
        ("SELECT ?x {\n # don't\n ?x ?p ?y .\n", "line 3, column 12: is not SPARQL: it ends too early. Look for a br"),
        ("SELECT ?x (COUNT(?y) AS ?n) { ?x ?p ?y }", "SELECT names a variable that is neither grouped by nor counted"),
    ],
)
def test_a_mistake_is_told_with_its_place(store, text, message):
    """The line, the column, what is wrong there and what to do: not what the parser knows of characters."""
    with pytest.raises(QueryError, match=re.escape(message)) as refused:
        run_query(store, text)

    assert "\n" not in str(refused.value)
    assert "'..='" not in str(refused.value)


@pytest.mark.parametrize(
    "text",
    [
        'SELECT ?x { ?x rdfs:label "SERVICE <http://a/> { INSERT }" }',
        "SELECT ?service ?insert { ?service nkg:founded ?insert } # LOAD",
        "PREFIX load: <http://example.org/service#> SELECT * { ?x load:insert ?y }",
        """SELECT * { ?x rdfs:label '''it's SERVICE "x" ''' }""",
    ],
)
def test_words_that_only_look_like_commands_are_allowed(store, text):
    """Strings, names and comments are no commands."""
    assert run_query(store, text) is not None


def test_nothing_is_read_from_the_net(store):
    """FROM names a graph of this store; it is never fetched."""
    assert run_query(store, "SELECT * FROM <http://192.0.2.1/x> { ?s ?p ?o }").rows == ()


def test_too_many_rows_are_refused_never_cut(store):
    """Half an answer looks like a whole one: so it is none."""
    with pytest.raises(QueryError, match="gives more than 5 rows"):
        run_query(store, "SELECT * { ?s ?p ?o }", max_rows=5)

    assert len(run_query(store, "SELECT * { ?s ?p ?o } LIMIT 5", max_rows=5).rows) == 5


def test_rows_in_every_format(store):
    """The same rows for people, for spreadsheets and for programs."""
    result = run_query(store, WHO)
    iri = "https://w3id.org/newskg/id/mina-duval"

    assert result.to("table") == "who\n────────────\ne:mina-duval\n"
    assert json.loads(result.to("json"))["results"]["bindings"] == [{"who": {"type": "uri", "value": iri}}]
    assert list(csv.reader(io.StringIO(result.to("csv")))) == [["who"], [iri]]
    assert result.to("tsv") == f"?who\n<{iri}>\n"
    assert f"<uri>{iri}</uri>" in result.to("xml")


def test_yes_and_no_in_every_format(store):
    """ASK has its own forms."""
    yes = run_query(store, "ASK { ?who nkg:founded ?what }")

    assert yes.to("table") == "yes\n"
    assert json.loads(yes.to("json")) == {"head": {}, "boolean": True}
    assert "<boolean>true</boolean>" in yes.to("xml")


@pytest.mark.parametrize("format_", ["ttl", "nt", "jsonld", "rdfxml", "table"])
def test_triples_in_every_format(store, format_):
    """CONSTRUCT gives triples, in the formats of triples."""
    text = run_query(store, "CONSTRUCT { ?who nkg:founded ?what } WHERE { ?who nkg:founded ?what }").to(format_)

    assert "mina-duval" in text


def test_a_format_that_does_not_fit_is_refused(store):
    """Rows are no Turtle, and the formats that fit are named."""
    with pytest.raises(QueryError, match=r"cannot be written as 'ttl'\. Use one of table, json"):
        run_query(store, WHO).to("ttl")
    with pytest.raises(QueryError, match=r"cannot be written as 'csv'\. Use one of ttl"):
        run_query(store, "DESCRIBE e:orvella").to("csv")


def test_cells_keep_languages_datatypes_and_gaps(store):
    """What is unbound stays empty; languages and datatypes come through every format."""
    result = run_query(
        store, 'SELECT ?a ?b ?c { VALUES (?a ?b ?c) { ("é"@fr 1.5 UNDEF) ("x,\\"y\\"\\n" true <a:b>) } }'
    )

    assert result.to("csv") == 'a,b,c\r\né,1.5,\r\n"x,""y""\n",true,a:b\r\n'
    assert '"é"@fr\t1.5\t' in result.to("tsv")


def test_an_empty_answer_is_a_heading(store):
    """No rows is an answer too."""
    answer = run_query(store, "SELECT ?x { ?x a nkg:Product }")

    assert answer.to("table") == "x\n─\n"
    assert not answer.found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ASK { ?who nkg:founded ?what }", True),
        ("ASK { ?who a nkg:Product }", False),
        ("CONSTRUCT WHERE { ?who nkg:founded ?what }", True),
        ("CONSTRUCT WHERE { ?who a nkg:Product }", False),
        (WHO, True),
    ],
)
def test_an_answer_knows_whether_something_was_found(store, text, found):
    """A row, a triple or a yes."""
    answer = run_query(store, text)

    assert answer.found is found
    assert bool(answer) is found  # "if kg.query(graph, 'ASK …'):"


def test_an_answer_of_triples_is_gone_through_like_rows(store):
    """By subject, predicate and object; there are as many as it says."""
    answer = run_query(store, "CONSTRUCT WHERE { ?who nkg:founded ?what }")

    assert len(answer) == 1
    assert [each["predicate"].rpartition("#")[2] for each in answer] == ["founded"]
    assert list(answer.to_pandas().columns) == ["subject", "predicate", "object"]


def test_an_answer_becomes_a_table_of_pandas(store):
    """Every variable has its column, even of an empty answer; numbers can be counted with."""
    table = run_query(
        store, 'SELECT ?a ?b ?c ?d { VALUES (?a ?b ?c ?d) { ("é"@fr 1.5 UNDEF 2) (<a:b> 2.5 true 3) } }'
    ).to_pandas()

    assert [*table.a] == ["é", "a:b"]
    assert (table.b.sum(), table.d.sum()) == (4.0, 5)
    assert [*table.c.dropna()] == [True]
    assert list(run_query(store, "SELECT ?x ?y { ?x nkg:owns ?y }").to_pandas().columns) == ["x", "y"]
    with pytest.raises(QueryError, match=r"yes or no is no table"):
        run_query(store, "ASK { ?x nkg:owns ?y }").to_pandas()
