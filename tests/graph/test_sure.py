"""Who wants only what is sure gets a graph that never had the rest."""

import json

import pytest

from kg.build import KnowledgeGraph
from kg.graph.sure import at_least
from tests.build.quickly import A, B, C, build, write
from tests.builders import a_fact, a_graph, an_article, an_entity, an_evidence
from tests.cli.running import kg

ASK = "SELECT ?company { ?person nkg:founded ?company }"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Two articles say that Mina founded Orvella, which makes it surer than what one article says."""
    place = tmp_path_factory.mktemp("sure")
    build([write(place, "a.txt", A), write(place, "b.txt", B), write(place, "c.txt", C)], place / "out")
    return place


def test_what_only_unsure_facts_speak_of_goes_with_them():
    """A description without a fact says nothing; a name without a fact is still mentioned."""
    article = an_article("Mina Duval a fondé Orvella.")
    entities = [
        an_entity("Orvella", in_=article),
        an_entity("Mina Duval", "Person", in_=article),
        an_entity("une usine", "Place"),
    ]
    facts = [
        a_fact("mina-duval", "founded", "orvella", an_evidence(article), confidence=0.9),
        a_fact("orvella", "owns", "une-usine", an_evidence(article), confidence=0.4),
    ]
    part = at_least(a_graph([article], entities, facts), 0.5)

    assert [fact.predicate for fact in part.facts] == ["founded"]
    assert {entity.label for entity in part.entities} == {"Orvella", "Mina Duval"}


def test_a_graph_that_is_sure_enough_stays_as_it_is(folder):
    """The bound itself is sure enough."""
    graph = KnowledgeGraph(folder / "out").graph

    assert at_least(graph, min(fact.confidence for fact in graph.facts)) == graph


@pytest.mark.parametrize(
    "arguments", [("export", "-f", "jsonl"), ("query", ASK, "--format", "csv"), ("view", "-o", "-")]
)
def test_commands_show_only_what_is_sure(folder, arguments):
    """`--min-confidence` leaves out of answers, exports and pages what is below."""
    ran = kg(*arguments, "-g", folder / "out", "--min-confidence", "0.95")

    assert ran.code == 0, ran.err
    assert "rvella" in ran.out
    assert '"founded", "object": "https://w3id.org/newskg/id/lumeo"' not in ran.out
    assert ("lumeo" in ran.out) == (arguments[0] != "query")  # its name is still in the article


def test_a_build_leaves_out_what_is_unsure_and_can_take_it_back(folder):
    """The articles' documents keep everything: another bound needs no second reading."""
    files = [folder / name for name in ("a.txt", "b.txt", "c.txt")]
    out = folder / "part"

    def count() -> int:
        lines = (out / "graph.jsonl").read_text("utf-8").splitlines()
        return sum(json.loads(line)["kind"] == "fact" for line in lines)

    build(files, out, min_confidence=0.95)
    assert count() == 1
    assert build(files, out, min_confidence=0.0).read == 0
    assert count() == 3


def test_a_bound_lies_between_0_and_1(folder):
    """90 is no confidence."""
    ran = kg("query", "--list", "-g", folder / "out", "--min-confidence", "90")

    assert ran.code == 2
    assert "'90' is no number from 0 to 1" in ran.err
