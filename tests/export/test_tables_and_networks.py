"""Tables are safe to open, and networks open in NetworkX."""

import csv
import io

import networkx
import pytest

from kg.export import to_networkx
from kg.export.table import guarded
from kg.model import OPEN, Datatype, Value
from tests.builders import a_fact, a_graph, an_article, an_entity, an_evidence
from tests.export.test_rdf_formats import the_graph, written


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
