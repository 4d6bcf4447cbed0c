"""Tables are safe to open, and networks open in NetworkX."""

import csv
import io
import json
from collections import defaultdict
from dataclasses import replace

import networkx
import pandas
import pytest
from hypothesis import Phase, given, settings

from kg.export import to_networkx
from kg.export.jsonl import read_evidence, read_mention
from kg.export.table import guarded
from kg.graph.iris import Iris
from kg.model import OPEN, Datatype, Evidence, Span, Value
from tests.builders import a_fact, a_graph, an_article, an_entity, an_evidence
from tests.export.test_rdf_formats import the_graph, written
from tests.graph.test_roundtrip import GRAPHS


@pytest.mark.parametrize("cell", ["=1+1", "+33", "@SUM(A1)", "-x", "\tx", "\r=1", "=cmd|' /C calc'!A0"])
def test_a_cell_that_a_spreadsheet_would_run_is_guarded(cell):
    """Words of an article never become a formula on somebody's desk."""
    assert guarded(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["-3.5", "12", "-7,5", "Huawei", "", "a=b"])
def test_numbers_and_words_stay_as_they_are(cell):
    """The guard does not spoil what is harmless."""
    assert guarded(cell) == cell


def test_the_table_has_a_line_for_each_place_that_shows_a_fact():
    """Two places in the articles are two lines."""
    article = an_article()
    fact = a_fact("mina", "founded", "orvella", an_evidence(article, "Mina"), an_evidence(article, "Orvella"))
    rows = list(csv.DictReader(io.StringIO(written(a_graph([article], [an_entity()], [fact]), "csv"))))

    assert [row["evidence"] for row in rows] == ["Mina", "Orvella"]
    assert {row["object_label"] for row in rows} == {"Orvella"}
    assert [row["start"] for row in rows] == ["0", "19"]


def test_nodes_and_edges_join():
    """Every end of an edge is a node, literals included, so that Neo4j's importer skips nothing."""
    nodes = {row["iri:ID"] for row in csv.DictReader(io.StringIO(written(the_graph(), "csv-nodes")))}
    edges = list(csv.DictReader(io.StringIO(written(the_graph(), "csv-edges"))))

    assert len(edges) == len(the_graph().facts)
    assert {e[":START_ID"] for e in edges} | {e[":END_ID"] for e in edges} <= nodes


def places_of(elements):
    """Every place that a file tells, as records, by the id of its fact or entity."""
    return {name: tuple(map(read, json.loads(text))) for name, text, read in elements}


@pytest.mark.parametrize(("format_", "read"), [("graphml", networkx.read_graphml), ("gexf", networkx.read_gexf)])
@given(GRAPHS)
@settings(max_examples=15, deadline=None, phases=[Phase.generate])
def test_no_place_is_lost_in_a_network_file(format_, read, graph):
    """NetworkX reads back every piece of evidence and every mention, to the character."""
    network = read(io.BytesIO(written(graph, format_).encode()))
    edges, nodes = network.edges(data=True), network.nodes(data=True)
    facts = places_of((d["fact"], d["places"], read_evidence) for _, _, d in edges)
    mentions = places_of((name, d["places"], read_mention) for name, d in nodes if "places" in d)

    assert facts == {fact.id: fact.evidence for fact in graph.facts}
    assert {e.id: mentions[Iris().entity(e.id)] for e in graph.entities} == {e.id: e.mentions for e in graph.entities}


@given(GRAPHS)
@settings(max_examples=15, deadline=None, phases=[Phase.generate])
def test_no_place_is_lost_in_a_table(graph):
    """pandas reads back every piece of evidence from the flat table, and from the edges that Neo4j and Gephi import."""
    flat = pandas.read_csv(io.StringIO(written(graph, "csv")), dtype=str, keep_default_na=False)
    edges = pandas.read_csv(io.StringIO(written(graph, "csv-edges")), dtype=str, keep_default_na=False)
    found = defaultdict(list)
    for row in flat.to_dict("records"):
        if row["article_id"]:
            found[row["fact"]].append(evidence_in(row))

    assert found == {fact.id: [*map(as_cells, fact.evidence)] for fact in graph.facts if fact.evidence}
    assert places_of((r["fact"], r["places"], read_evidence) for r in edges.to_dict("records")) == {
        fact.id: fact.evidence for fact in graph.facts
    }


def as_cells(evidence):
    """The evidence as a table may show it: without NUL, guarded against formulas."""
    words = {name: getattr(evidence, name) for name in ("article", "text", "rule", "extractor")}
    return replace(evidence, **{name: guarded(text.replace("\x00", "")) for name, text in words.items()})


def evidence_in(row):
    def span(name):
        return Span(int(row[f"{name}start"]), int(row[f"{name}end"])) if row[f"{name}start"] else None

    return Evidence(article=row["article_id"], sentence=span("sentence_"), clause=span(""), trigger=span("trigger_"),
                    subject=span("subject_"), object=span("object_"), text=row["evidence"], rule=row["rule"],
                    extractor=row["extractor"], confidence=float(row["evidence_confidence"]))  # fmt: skip


def test_an_edge_tells_who_says_it_and_where():
    """The sentence, its article and the speaker's name are there to read, without JSON."""
    edges = {d["predicate"]: d for _, _, d in to_networkx(the_graph()).edges(data=True)}

    assert edges["founded"]["sentence"] == "Mina Duval a fondé Orvella en 2012"
    assert edges["founded"]["start"] == 0
    assert edges["sharesDataWith"]["speaker_label"] == "Mina Duval"
    assert edges["sharesDataWith"]["article"] == the_graph().articles[0].name


@pytest.mark.parametrize(("format_", "read"), [("graphml", networkx.read_graphml), ("gexf", networkx.read_gexf)])
def test_networkx_reads_the_files(format_, read):
    """The files hold the nodes and edges that are in memory."""
    network = read(io.BytesIO(written(the_graph(), format_).encode()))
    expected = to_networkx(the_graph())

    assert set(network.nodes) == set(expected.nodes)
    assert sorted((s, e) for s, e in network.edges()) == sorted((s, e) for s, e in expected.edges())


def test_characters_that_xml_cannot_hold_are_replaced():
    """A control character in an article does not make the file unreadable."""
    fact = a_fact("orvella", OPEN, Value(text="a\x00b\x0cc", datatype=Datatype.STRING), phrase="dire")
    text = written(a_graph([], [an_entity()], [fact]), "graphml")

    nodes = networkx.read_graphml(io.BytesIO(text.encode())).nodes
    assert "literal:string:a\ufffdb\ufffdc" in nodes


def test_denials_can_be_told_from_facts_in_the_network():
    """Who analyses the network can keep what the articles themselves state."""
    network = to_networkx(the_graph())
    asserted = [d["predicate"] for _, _, d in network.edges(data=True) if d["asserted"]]

    assert "founded" in asserted
    assert "sharesDataWith" not in asserted
