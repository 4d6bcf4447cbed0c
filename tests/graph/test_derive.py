"""Rules derive what follows, apart from what was read, and say from what it follows."""

import pyoxigraph
import pytest

from kg.graph.decode import decode
from kg.graph.derive import DERIVED_BY, IMPLIED_BY, derive
from kg.graph.encode import encode
from kg.graph.iris import Iris
from kg.graph.store import create_store, open_store
from kg.model import Modality, Polarity
from tests.builders import a_fact, a_graph, an_article, an_entity, an_evidence

ARTICLE = an_article()
E = "https://w3id.org/newskg/id/"


def derived(*facts):
    names = sorted({n for f in facts for n in (f.subject, f.object)})
    graph = a_graph([ARTICLE], [an_entity(n) for n in names], facts)
    return list(derive(encode(graph)))


def plain(quads):
    return {
        (q.subject.value.removeprefix(E), q.predicate.value.rsplit("#", 1)[-1], q.object.value.removeprefix(E))
        for q in quads
        if q.subject.value.startswith(E)
    }


def fact(subject, predicate, object_, **more):
    return a_fact(subject, predicate, object_, an_evidence(ARTICLE), **more)


@pytest.mark.parametrize(
    ("facts", "follows"),
    [
        ([fact("a", "founded", "b")], {("b", "foundedBy", "a")}),
        ([fact("a", "spouseOf", "b")], {("b", "spouseOf", "a")}),
        ([fact("a", "subsidiaryOf", "b"), fact("b", "subsidiaryOf", "c")],
         {("a", "subsidiaryOf", "c"), ("b", "hasSubsidiary", "a"), ("c", "hasSubsidiary", "b"),
          ("c", "hasSubsidiary", "a")}),
        ([fact("a", "ceoOf", "b")], {("b", "hasCEO", "a"), ("a", "leads", "b"), ("b", "ledBy", "a"),
                                     ("a", "worksFor", "b"), ("b", "employs", "a")}),
        ([fact("a", "issuedLegalAct", "l"), fact("l", "banned", "b")],
         {("l", "enactedBy", "a"), ("b", "bannedBy", "l"), ("b", "bannedBy", "a"), ("a", "banned", "b"),
          ("a", "sanctioned", "b"), ("l", "sanctioned", "b"), ("b", "sanctionedBy", "a"), ("b", "sanctionedBy", "l")}),
    ],
)  # fmt: skip
def test_what_follows(facts, follows):
    """Inverse, symmetric, transitive, super-property and the author of a law."""
    assert plain(derived(*facts)) == follows


@pytest.mark.parametrize(
    "more", [{"polarity": Polarity.NEGATIVE}, {"modality": Modality.PLANNED}, {"speaker": "c"}, {"past": True}]
)
def test_nothing_follows_from_what_is_not_asserted(more):
    """A denial, a plan, a claim or the past implies nothing."""
    assert derived(fact("a", "founded", "b", **more)) == []


def test_everything_derived_lies_in_its_own_graph():
    """What was read stays what was read."""
    assert {q.graph_name.value for q in derived(fact("a", "ceoOf", "b"))} == {Iris().derived()}


def test_what_is_derived_leads_back_to_statements():
    """Each derived triple names its rule and what it follows from, step by step, down to statements with evidence."""
    read = fact("a", "ceoOf", "b")
    quads = derived(read)
    implied = {(q.subject.value, q.object.value) for q in quads if q.predicate == IMPLIED_BY}
    rules = {q.subject.value for q in quads if q.predicate == DERIVED_BY}
    sources = {source for _, source in implied if source not in rules}

    assert {node for node, _ in implied} == rules
    assert sources == {Iris().statement(read.id)}


def test_the_same_facts_derive_the_same_quads_in_the_same_order():
    """Nothing depends on the order in which facts come."""
    facts = [fact("a", "subsidiaryOf", "b"), fact("b", "subsidiaryOf", "c"), fact("c", "subsidiaryOf", "d")]

    assert derived(*facts) == derived(*reversed(facts))


def test_a_circle_ends():
    """Owners in a circle do not keep the rules busy for ever."""
    circle = [fact("a", "subsidiaryOf", "b"), fact("b", "subsidiaryOf", "a")]

    assert ("a", "subsidiaryOf", "a") not in plain(derived(*circle))


def test_derived_facts_are_seen_only_when_asked_for():
    """A query over the default graph does not meet them; GRAPH does."""
    graph = a_graph([ARTICLE], [an_entity("a"), an_entity("b")], [fact("a", "founded", "b")])
    store = pyoxigraph.Store()
    store.extend(encode(graph))
    store.extend(derive(encode(graph)))
    ask = "PREFIX nkg: <https://w3id.org/newskg/ns#> ASK "

    assert not store.query(ask + "{ ?x nkg:foundedBy ?y }")
    assert store.query(ask + "{ GRAPH ?g { ?x nkg:foundedBy ?y } }")


def test_a_store_may_hold_what_follows(tmp_path):
    """The store keeps it apart, and reading the records back does not meet it."""
    graph = a_graph([ARTICLE], [an_entity("a"), an_entity("b")], [fact("a", "founded", "b")])
    create_store(tmp_path, graph, derived=True)
    store = open_store(tmp_path)

    assert len(list(store.named_graphs())) == 1
    assert decode(store) == graph
