"""Which facts join two entities."""

from kg.analyse import find_contradictions, project
from kg.model import OPEN, Datatype, Fact, Graph, Polarity, Value
from tests import builders
from tests.builders import a_fact, an_entity


def a_graph(*facts: Fact) -> Graph:
    return builders.a_graph(entities=[an_entity(each) for each in "abc"], facts=facts)


def test_facts_between_the_same_two_entities_are_one_link():
    """Two facts, whichever way they point, weigh two."""
    network = project(a_graph(a_fact("a", "founded", "b"), a_fact("b", "owns", "a")))

    assert (network.ids, network.links) == (("a", "b"), ((0, 1, 2),))


def test_literals_and_facts_about_oneself_are_no_links():
    """A date is no neighbour."""
    age = Value(text="2004", datatype=Datatype.DATE)

    assert project(a_graph(a_fact("a", "founded", age), a_fact("b", "founded", "b"))).ids == ()


def test_a_denial_still_links():
    """Who denies having met somebody is spoken of with them."""
    assert project(a_graph(a_fact("a", "founded", "b", polarity=Polarity.NEGATIVE))).links == ((0, 1, 1),)


def test_a_restricted_network_keeps_only_links_inside():
    """The first screen shows a part; its links are those between what it shows."""
    network = project(a_graph(a_fact("a", "founded", "b"), a_fact("b", "founded", "c")))

    assert network.restrict(["a", "b"]).links == ((0, 1, 1),)


def test_a_fact_affirmed_and_denied_is_a_contradiction():
    """Same subject, predicate and object; whoever says it."""
    said = a_fact("a", "founded", "b")
    denied = a_fact("a", "founded", "b", polarity=Polarity.NEGATIVE, speaker="c")
    other = a_fact("a", "founded", "c")
    (group,) = find_contradictions(a_graph(said, denied, other))

    assert set(group) == {said.id, denied.id}


def test_open_relations_contradict_only_with_equal_words():
    """Two open relations between the same entities need not speak of the same thing."""
    said = a_fact("a", OPEN, "b", phrase="avoir pour client")
    denied = a_fact("a", OPEN, "b", phrase="craindre", polarity=Polarity.NEGATIVE)

    assert find_contradictions(a_graph(said, denied)) == ()


def test_what_was_read_surely_on_both_sides_comes_first():
    """A denial of confidence .3 is hardly one."""

    def opposed(subject: str, affirmed: float, denied: float):
        return (
            a_fact(subject, "owns", "valtec", confidence=affirmed),
            a_fact(subject, "owns", "valtec", confidence=denied, polarity=Polarity.NEGATIVE),
        )

    facts = (*opposed("anne", 0.9, 0.3), *opposed("luc", 0.6, 0.7))
    subjects = {fact.id: fact.subject for fact in facts}
    assert [subjects[group[0]] for group in find_contradictions(a_graph(*facts))] == ["luc", "anne"]
