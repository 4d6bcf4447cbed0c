"""What the tables of a terminal say of a graph."""

import io
import re

from rich.console import Console

import kg as library
from kg.build.explain import tell
from kg.build.statistics import count
from kg.cli import tables
from kg.model import Datatype, Value
from kg.view.payload import make_payload
from tests.build.quickly import A, write
from tests.builders import a_fact, a_graph, an_entity
from tests.cli.running import kg


def test_what_was_not_read_surely_enough_is_told_apart():
    """A statement below the line of plain triples is not said to be asserted, in no table."""
    sure, unsure = a_fact("a", "founded", "b"), a_fact("a", "owns", "b", confidence=0.5)
    graph = a_graph(entities=[an_entity(name, id=name) for name in "ab"], facts=[sure, unsure])
    found, told = count(graph), [tell(graph, fact) for fact in (sure, unsure)]
    console = Console(file=io.StringIO(), width=100)
    console.print(tables.summary(found, told), tables.explanation(told[1]))
    shown = console.file.getvalue()

    assert found.facts_by_status == {"asserted": 1, "unsure": 1}
    assert re.search(r"unsure +1 +read, but not surely enough", shown)
    assert re.search(r"unsure    a — owns → b", shown)
    assert "status      unsure: read, but not surely enough" in shown


def test_a_long_fact_goes_on_under_itself():
    """In a narrow terminal its speaker does not stand where a status would."""
    speaker, name = an_entity("Pascal Soriot", id="p"), an_entity("gouvernement britannique", id="g")
    fact = a_fact("g", "owns", "p", speaker="p")
    console = Console(file=io.StringIO(), width=60)
    console.print(tables.explanation(tell(a_graph(entities=[speaker, name], facts=[fact]), fact)))

    first, second = (line.rstrip() for line in console.file.getvalue().splitlines()[:2])
    assert first == "claimed   gouvernement britannique — owns → Pascal Soriot"
    assert second == " " * 10 + "(says Pascal Soriot)"


def test_entities_that_no_fact_links_to_another_are_told_apart():
    """The page counts those that one does, and no other: its count is explained where the other one stands."""
    born = a_fact("c", "birthDate", Value(text="1950", datatype=Datatype.DATE))
    graph = a_graph(entities=[an_entity(name, id=name) for name in "abc"], facts=[a_fact("a", "owns", "b"), born])
    console = Console(file=io.StringIO(), width=100)
    console.print(tables.summary(count(graph), []), tables.statistics(count(graph)))

    told = "2 of the 3 entities are linked to another by a fact: the page counts those."
    assert console.file.getvalue().count(told) == 2
    nodes = make_payload(graph, title="", language="fr")["nodes"]
    assert sum(node.get("deg", 0) > 0 for node in nodes) == count(graph).entities_linked


def test_one_of_a_thing_is_told_as_one(tmp_path):
    """No "1 articles", wherever a command counts."""
    kg("build", "-q", write(tmp_path, "a.txt", A), "-o", tmp_path / "one")
    told = kg("stats", "-g", tmp_path / "one").out.splitlines()[-1]
    added = kg("import", tmp_path / "one/graph.jsonl", "-o", tmp_path / "two").err

    assert re.fullmatch(r"1 article, \d+ mentions, 1 piece of evidence", told)
    assert re.fullmatch(r"Now 1 article, \d+ entities, 1 fact\.\n", added)
    assert re.search(r": 1 article, \d+ entities, 1 fact>$", repr(library.open(tmp_path / "one")))
