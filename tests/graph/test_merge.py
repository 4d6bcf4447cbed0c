"""Graphs are merged without losing who said what where."""

from dataclasses import replace

import pytest

from kg.export import export
from kg.graph.encode import encode
from kg.graph.merge import import_rdf, merge
from kg.graph.order import in_order
from kg.link import link
from tests.builders import a_claim, a_document, a_fact, a_graph, a_mention, an_article, an_entity, an_evidence
from tests.query.press import the_press

ONE, TWO = an_article("Mina Duval a fondé Orvella."), an_article("Orvella a été fondée par Mina Duval.", name="two")


def the_graph(article, **more):
    entities = [an_entity("Orvella", in_=article, **more), an_entity("Mina Duval", "Person", in_=article)]
    return a_graph([article], entities, [a_fact("mina-duval", "founded", "orvella", an_evidence(article))])


def test_the_same_fact_from_two_graphs_has_the_evidence_of_both():
    """And is surer than from either alone."""
    (fact,) = merge([the_graph(ONE), the_graph(TWO)]).facts

    assert {e.article for e in fact.evidence} == {ONE.id, TWO.id}
    assert fact.confidence == 0.99


def test_merging_in_any_order_or_twice_is_the_same():
    """A graph that is imported again changes nothing."""
    a, b = the_graph(ONE), the_graph(TWO)

    assert merge([a, b]) == merge([b, a]) == merge([a, b, a, merge([b, a])])


def test_an_entity_keeps_all_its_names_and_mentions():
    """Another label becomes an alias."""
    other = the_graph(TWO)
    renamed = replace(
        other, entities=tuple(replace(e, label="Orvella SA") if e.id == "orvella" else e for e in other.entities)
    )
    (entity,) = (e for e in merge([the_graph(ONE), renamed]).entities if e.id == "orvella")

    assert (entity.label, entity.aliases) == ("Orvella", ("Orvella SA",))
    assert {m.article for m in entity.mentions} == {ONE.id, TWO.id}


@pytest.mark.parametrize("format_", ["ttl", "nt", "nq", "trig", "jsonld", "ttl12"])
def test_what_we_exported_is_imported_without_loss(tmp_path, format_):
    """Every RDF export is an import."""
    ending = "ttl" if format_ == "ttl12" else format_
    export(the_press(), format_, tmp_path / f"graph.{ending}")

    assert import_rdf(tmp_path / f"graph.{ending}") == in_order(the_press())


PLAIN = """
@prefix nkg: <https://w3id.org/newskg/ns#> . @prefix e: <https://w3id.org/newskg/id/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<http://example.org/Mina_Duval> nkg:founded e:orvella ; a nkg:Person .
e:orvella a nkg:Company ; rdfs:label "Orvella" ; nkg:employeeCount 1200 ; <http://example.org/other> "x" .
"""


def test_plain_triples_become_facts_whose_source_is_the_file(tmp_path):
    """Somebody else's triples are facts like all others, and the sentence that shows them is their line."""
    (tmp_path / "theirs.ttl").write_text(PLAIN)
    graph = import_rdf(tmp_path / "theirs.ttl")
    founded = next(f for f in graph.facts if f.predicate == "founded")

    assert all(fact.asserted for fact in graph.facts)
    assert (founded.subject, founded.object) == ("http://example.org/Mina_Duval", "orvella")
    assert [(e.label, e.type) for e in graph.entities] == [("Mina Duval", "Person"), ("Orvella", "Company")]
    (evidence,) = founded.evidence
    (article,) = graph.articles
    assert evidence.clause.cut(article.text) == evidence.text
    assert evidence.trigger.cut(article.text) == "<https://w3id.org/newskg/ns#founded>"
    assert evidence.object.cut(article.text) == "<https://w3id.org/newskg/id/orvella>"


def test_plain_triples_can_be_stored_like_any_graph(tmp_path):
    """An IRI of somebody else stays as it is."""
    (tmp_path / "theirs.ttl").write_text(PLAIN)
    graph = import_rdf(tmp_path / "theirs.ttl")
    export(graph, "ttl", tmp_path / "ours.ttl")

    assert import_rdf(tmp_path / "ours.ttl") == graph
    assert any(q.subject.value == "http://example.org/Mina_Duval" for q in encode(graph))


@pytest.mark.parametrize("predicate", ["acquired", "mergedWith"])
def test_an_imported_fact_has_the_id_that_the_linker_gives(tmp_path, predicate):
    """What an article says and what a file says are one fact with two sources, a symmetric one either way round."""
    article = an_article("Talvin et Orvella.")
    claim = a_claim(article, "Talvin", predicate, "Orvella")
    linked = link([a_document(article, a_mention(article, "Talvin"), a_mention(article, "Orvella"), claims=[claim])])
    prefixes, triple = PLAIN.splitlines()[1], f"e:talvin nkg:{predicate} e:orvella ."
    (tmp_path / "theirs.ttl").write_text(f"{prefixes}\n{triple}")

    assert [f.id for f in import_rdf(tmp_path / "theirs.ttl").facts] == [f.id for f in linked.facts]
