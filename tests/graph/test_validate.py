"""A graph that breaks a rule is found out, and one that keeps them passes."""

from dataclasses import replace

import pyoxigraph
import pytest
from pyoxigraph import NamedNode, Quad

from kg.errors import StoreError
from kg.graph import vocabulary as v
from kg.graph.encode import encode
from kg.graph.files import read_rdf
from kg.graph.validate import load_checks, offsets_hold, quick_findings, shape_findings, to_report, validate
from kg.model import ASSERTION_CONFIDENCE, Span
from tests.query.press import the_press

E = "https://w3id.org/newskg/id/"


def a_store(graph=None, *, plus=(), minus=()):
    store = pyoxigraph.Store()
    store.extend(encode(graph or the_press()))
    store.extend(plus)
    for quad in minus:
        store.remove(quad)
    return store


def triple(subject, predicate, object_):
    return Quad(NamedNode(E + subject), v.nkg(predicate), NamedNode(E + object_))


def found(store):
    return {(f.severity, f.check) for f in quick_findings(store)}


def test_what_we_write_keeps_every_rule():
    """Neither a violation nor a warning in a graph that is right."""
    assert validate(a_store()) == []


def test_a_denied_fact_as_plain_triple_is_a_leak():
    """The one thing that must never happen."""
    graph = the_press()
    kept = replace(graph, facts=tuple(f for f in graph.facts if not (f.predicate == "providesDataTo" and f.asserted)))
    store = a_store(kept, plus=[triple("orvella", "providesDataTo", "talvin")])

    assert ("violation", "leak") in found(store)


def test_an_affirmation_elsewhere_makes_it_no_leak():
    """What one article denies another may state: then the plain triple has its own statement."""
    assert found(a_store()) == set()


def test_an_asserted_fact_needs_its_plain_triple():
    """A fact that queries cannot see is as bad as one too many."""
    store = a_store(minus=[triple("mina-duval", "founded", "orvella")])

    assert found(store) == {("violation", "missing-plain-triple")}


def test_wrong_offsets_are_found():
    """One character too far is found, in any alphabet."""
    graph = the_press()
    entity = graph.entities[0]
    mention = replace(entity.mentions[0], span=Span(1, 1 + len(entity.mentions[0].surface)))
    store = a_store(replace(graph, entities=(replace(entity, mentions=(mention,)), *graph.entities[1:])))

    assert found(store) == {("violation", "offsets")}


def test_a_plain_triple_out_of_nowhere_is_a_warning():
    """A triple that no article shows may come from elsewhere; it is told."""
    assert found(a_store(plus=[triple("talvin", "acquired", "orvella")])) == {("warning", "without-evidence")}


@pytest.mark.parametrize("predicate", [v.ASSERTED, v.POLARITY, v.MODALITY, v.CONFIDENCE, v.SUBJECT, v.HAS_EVIDENCE])
def test_a_statement_that_lacks_a_part_is_a_violation(predicate):
    """The shapes know what a statement must have."""
    quads = [q for q in encode(the_press()) if q.predicate == predicate]
    store = a_store(minus=quads[:1])

    assert any(f.severity == "violation" and f.node == quads[0].subject.value for f in shape_findings(store))


def test_an_unlikely_argument_is_a_warning():
    """A company that is born is no violation of the model, but is told."""
    store = a_store(plus=[Quad(NamedNode(E + "orvella"), v.nkg("birthPlace"), NamedNode(E + "talvin"))])
    severities = {f.severity for f in shape_findings(store)}

    assert severities == {"warning"}


def test_the_report_is_read_by_people():
    """Each rule once, with the first places where it is broken."""
    store = a_store(minus=[q for q in encode(the_press()) if q.predicate.value.endswith(("#founded", "#criticized"))])
    report = to_report(quick_findings(store), per_check=1)

    assert report.startswith("2 violations\n")
    assert "violation missing-plain-triple: asserted statement whose plain triple is missing" in report
    assert "and 1 more" in report
    assert to_report([]) == "The graph keeps every rule.\n"


def test_what_others_wrote_can_be_checked(tmp_path):
    """A file in our vocabulary from elsewhere goes through the same checks."""
    file = tmp_path / "theirs.ttl"
    file.write_text("@prefix nkg: <https://w3id.org/newskg/ns#> . <http://a/s> a nkg:Statement ; nkg:asserted true .")

    assert any(f.check == "confidence" for f in validate(read_rdf(file)))


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.ttl", "<a> <b", r"a\.ttl:1: is not Turtle"),
        ("a.docx", "", r"has the ending '\.docx'"),
        ("missing.ttl", None, r"missing\.ttl: no such file"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_plain_sentence(tmp_path, name, text, message):
    """Where, what, and what to do."""
    if text is not None:
        (tmp_path / name).write_text(text)

    with pytest.raises(StoreError, match=message):
        read_rdf(tmp_path / name)


def test_every_check_says_what_it_finds():
    """The first line of each check is its severity and message."""
    assert all(c.severity in ("violation", "warning") and c.message for c in load_checks())


def test_the_checks_ask_for_the_confidence_that_the_records_ask_for():
    """The queries cannot import the constant: they must say the same number."""
    for name in ("wrongly-asserted", "wrongly-withheld"):
        query = next(check.query for check in load_checks() if check.name == name)

        assert f"{ASSERTION_CONFIDENCE}" in query, name


def test_the_check_of_offsets_without_a_query_says_what_the_query_says():
    """At the end of every build: evidence and mentions moved by one character are seen."""
    graph = the_press()
    fact = next(fact for fact in graph.facts if fact.evidence)
    clause = fact.evidence[0].clause
    moved = replace(fact.evidence[0], clause=Span(clause.start + 1, clause.end))
    entity = next(entity for entity in graph.entities if entity.mentions)
    mention = replace(entity.mentions[0], surface=entity.mentions[0].surface + "!")
    wrong_fact = replace(fact, evidence=(moved,))
    wrong = [
        replace(graph, facts=tuple(wrong_fact if f is fact else f for f in graph.facts)),
        replace(
            graph,
            entities=tuple(replace(e, mentions=(mention,)) if e is entity else e for e in graph.entities),
        ),
    ]

    assert offsets_hold(graph)
    for each in wrong:
        assert not offsets_hold(each)
        assert ("violation", "offsets") in found(a_store(each))
