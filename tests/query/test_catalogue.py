"""The named questions: every one runs, in our engine and in another, and parameters are terms, never text."""

import re

import pyoxigraph
import pytest
import rdflib

from kg.errors import QueryError
from kg.export import export
from kg.graph.encode import encode
from kg.graph.ontology import ontology_file
from kg.graph.vocabulary import PREFIXES
from kg.query import ask, catalogue, find_entity
from kg.query.run import all_prefixes
from tests.query.press import the_press

ARGUMENTS = {"entity": "Orvella", "from": "Mina Duval", "to": "Talvin", "article": "second"}
ENTITIES = {"owners": "Talvin", "said-by": "Mina Duval"}  # questions that Orvella is not the one for


@pytest.fixture(scope="module")
def store():
    made = pyoxigraph.Store()
    made.extend(encode(the_press()))
    return made


@pytest.fixture(scope="module")
def rdflib_graph(tmp_path_factory):
    path = tmp_path_factory.mktemp("rdflib") / "graph.ttl"
    export(the_press(), "ttl", path)
    return rdflib.Graph().parse(path)


def arguments_of(question):
    known = ARGUMENTS | {"entity": ENTITIES.get(question.name, ARGUMENTS["entity"])}
    return {p.name: known[p.name] for p in question.parameters if p.required}


def test_there_are_twenty_questions_and_more():
    """The catalogue keeps what it promises, each question with a title in both languages."""
    assert len(catalogue()) >= 20
    assert all(question.titles["fr"] != question.titles["en"] for question in catalogue().values())


@pytest.mark.parametrize("name", list(catalogue()))
def test_every_question_is_answered(name, store):
    """No question of the catalogue comes back empty from a press that has the matter for it."""
    result = ask(store, name, arguments_of(catalogue()[name]))

    assert result.rows or name in ("confirmed",)


@pytest.mark.parametrize("name", list(catalogue()))
def test_rdflib_gives_the_same_rows_on_the_turtle_file(name, store, rdflib_graph):
    """The answers come from the data and the standard, not from one engine."""
    question = catalogue()[name]
    ours = ask(store, name, arguments_of(question))
    given = arguments_of(question)
    bound = {p.name: _rdflib_term(store, p, given[p.name]) for p in question.parameters if p.required}
    theirs = rdflib_graph.query(question.text, initNs=all_prefixes(store), initBindings=bound)
    columns = [str(v) for v in theirs.vars if str(v) not in bound]

    assert sorted(tuple(_plain(row.get(rdflib.Variable(c))) for c in columns) for row in theirs.bindings) == sorted(
        tuple(_plain(term) for term in row) for row in ours.rows
    )


def _rdflib_term(store, parameter, value):
    return rdflib.Literal(value) if parameter.kind == "words" else rdflib.URIRef(find_entity(store, value).value)


def _plain(term):
    if term is None:
        return ""
    return str(term.value) if isinstance(term, pyoxigraph.NamedNode | pyoxigraph.Literal) else str(term)


@pytest.mark.parametrize("name", list(catalogue()))
def test_every_parameter_is_in_the_select_list(name):
    """The engine binds only what is selected: a parameter that is not would silently mean nothing."""
    text = catalogue()[name].text
    selected = text[text.index("SELECT") : text.index("WHERE")]

    assert all(re.search(rf"\?{p.name}\b", selected) for p in catalogue()[name].parameters)


def test_every_term_in_a_question_is_a_term_of_the_ontology():
    """A property that was renamed would make a question silently empty."""
    ontology = ontology_file("newskg.ttl").read_text(encoding="utf-8")
    used = {term for q in catalogue().values() for term in re.findall(r"\bnkg:(\w+)", q.text)}

    assert [term for term in sorted(used) if f"\nnkg:{term} a " not in ontology] == []


def test_rows_are_the_expected_ones(store):
    """Facts and denials are told apart, and each comes with who says it."""
    founders = ask(store, "founders", {"entity": "orvella"})
    contradiction = ask(store, "sources-that-disagree")

    assert [_plain(t) for t in founders.rows[0][:2]] == ["https://w3id.org/newskg/id/mina-duval", "2012"]
    assert [_plain(t) for t in contradiction.rows[0][-2:]] == ["La Gazette", "Le Quotidien"]


@pytest.mark.parametrize("words", ["orvella", "Orvella", "ORVELLA sa", "https://w3id.org/newskg/id/orvella"])
def test_an_entity_is_found_by_id_name_alias_or_iri(store, words):
    """People need not know identifiers."""
    assert find_entity(store, words).value == "https://w3id.org/newskg/id/orvella"


@pytest.mark.parametrize("attack", ['x" } DELETE { ?s ?p ?o } #', "x> } ; DROP ALL #", "?s", "') UNION {?s ?p ?o}"])
def test_a_parameter_cannot_change_the_question(store, attack):
    """Whatever is typed is looked up as a name or compared as words, and nothing else."""
    with pytest.raises(QueryError, match="no entity goes by"):
        ask(store, "about", {"entity": attack})

    assert ask(store, "evidence", {"article": attack}).rows == ()


def test_words_with_quotes_are_compared_as_they_are(store):
    """A literal parameter needs no escaping by the asker."""
    assert ask(store, "evidence", {"article": 'second"'}).rows == ()
    assert len(ask(store, "evidence", {"article": "second"}).rows) == 6


@pytest.mark.parametrize(
    ("name", "arguments", "message"),
    [
        ("nonsense", {}, "nonsense: no such question. See the names with"),
        ("timelin", {}, "timelin: no such question. Did you mean timeline?"),
        ("about", {}, "about: needs 'entity'"),
        ("about", {"entity": "Orvella", "colour": "red"}, "about: has no parameter 'colour'"),
        ("about", {"entity": "Nobody"}, "no entity goes by 'Nobody'"),
        ("about", {"entity": "http://a b"}, "is no IRI"),
    ],
)
def test_a_wrong_question_is_answered_in_one_line(store, name, arguments, message):
    """What is wrong, and what to do."""
    with pytest.raises(QueryError, match=message):
        ask(store, name, arguments)


def test_the_prefixes_of_the_questions_are_known():
    """Questions need no PREFIX lines because the engine is told the same prefixes everywhere."""
    used = {p for q in catalogue().values() for p in re.findall(r"\b([a-z]+):\w", re.sub(r"#.*", "", q.text))}

    assert used <= set(PREFIXES)
