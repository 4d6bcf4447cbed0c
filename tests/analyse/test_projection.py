"""Which facts join two entities."""

from dataclasses import replace

from kg.analyse import find_contradictions, project
from kg.model import Datatype, Entity, Fact, Graph, Modality, Polarity, Value


def a_link(id_: str, subject: str, said: str | Value, **more) -> Fact:
    plain = {
        "predicate": "founded",
        "phrase": "fonder",
        "polarity": Polarity.POSITIVE,
        "modality": Modality.ACTUAL,
        "speaker": None,
        "period": None,
        "past": False,
        "confidence": 0.9,
    }
    return Fact(id=id_, subject=subject, object=said, **(plain | more))


def a_graph(*facts: Fact) -> Graph:
    entities = tuple(Entity(id=each, type="Company", label=each) for each in "abc")
    return Graph(articles=(), sentences=(), entities=entities, facts=facts)


def test_facts_between_the_same_two_entities_are_one_link():
    """Two facts, whichever way they point, weigh two."""
    network = project(a_graph(a_link("1", "a", "b"), a_link("2", "b", "a", predicate="owns")))

    assert (network.ids, network.links) == (("a", "b"), ((0, 1, 2),))


def test_literals_and_facts_about_oneself_are_no_links():
    """A date is no neighbour."""
    age = Value(text="2004", datatype=Datatype.DATE)

    assert project(a_graph(a_link("1", "a", age), a_link("2", "b", "b"))).ids == ()


def test_a_denial_still_links():
    """Who denies having met somebody is spoken of with them."""
    assert project(a_graph(a_link("1", "a", "b", polarity=Polarity.NEGATIVE))).links == ((0, 1, 1),)


def test_a_restricted_network_keeps_only_links_inside():
    """The first screen shows a part; its links are those between what it shows."""
    network = project(a_graph(a_link("1", "a", "b"), a_link("2", "b", "c")))

    assert network.restrict(["a", "b"]).links == ((0, 1, 1),)


def test_a_fact_affirmed_and_denied_is_a_contradiction():
    """Same subject, predicate and object; whoever says it."""
    said = a_link("1", "a", "b")
    denied = replace(said, id="2", polarity=Polarity.NEGATIVE, speaker="c")
    other = a_link("3", "a", "c")

    assert find_contradictions(a_graph(said, denied, other)) == (("1", "2"),)


def test_open_relations_contradict_only_with_equal_words():
    """Two open relations between the same entities need not speak of the same thing."""
    said = a_link("1", "a", "b", predicate="open", phrase="avoir pour client")
    denied = a_link("2", "a", "b", predicate="open", phrase="craindre", polarity=Polarity.NEGATIVE)

    assert find_contradictions(a_graph(said, denied)) == ()
