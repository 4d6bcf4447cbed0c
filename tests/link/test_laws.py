"""What holds of every graph that linking makes, whatever the documents are."""

import random
import time

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.link import link
from kg.model import OPEN, Article, Claim, Datatype, Document, Graph, MentionKind, Value
from tests.builders import a_claim, a_document, a_mention, an_article, an_evidence
from tests.link.claims import year

NAMES = ["Orvella", "Alpro", "ONU", "Paris", "Ren Zhengfei", "le groupe", "Washington", "orvella"]


@st.composite
def some_claim(draw, article: Article, names: list[str]) -> Claim:
    object_ = draw(st.sampled_from([*names, Value(text="3", datatype=Datatype.NUMBER)]))
    return a_claim(
        article,
        draw(st.sampled_from(names)),
        draw(st.sampled_from(["acquired", "mergedWith", OPEN])),
        object_,
        period=draw(st.sampled_from([None, year("2016"), year("2019")])),
        evidence=an_evidence(article, confidence=draw(st.sampled_from([0.3, 0.7]))),
    )


@st.composite
def documents(draw) -> list[Document]:
    made = []
    for number in range(draw(st.integers(1, 5))):
        chosen = draw(st.lists(st.sampled_from(NAMES), min_size=2, max_size=5, unique=True))
        article = an_article(f"{number} " + " ; ".join(chosen), language=draw(st.sampled_from(["fr", "en"])))
        mentions = []
        for name in chosen:
            kind = MentionKind.NOMINAL if name.startswith("le ") else MentionKind.NAME
            type_ = draw(st.sampled_from(["Person", "Company", "City", "Entity"]))
            refers = draw(st.sampled_from([None, chosen[0]])) if name != chosen[0] else None
            mentions.append(a_mention(article, name, kind=kind, type=type_, refers_to=refers))
        claims = [draw(some_claim(article, chosen)) for _ in range(draw(st.integers(0, 4)))]
        made.append(a_document(article, *mentions, claims=claims))
    return made


@settings(max_examples=100, deadline=None)
@given(documents(), st.randoms())
def test_the_order_of_documents_does_not_matter(made: list[Document], rng: random.Random):
    """The graph is a function of the set of documents, and of nothing else."""
    shuffled = list(made)
    rng.shuffle(shuffled)

    assert link(made) == link(shuffled)
    assert link(made) == link(made + shuffled[:1])


@settings(max_examples=50, deadline=None)
@given(documents())
def test_linking_a_union_keeps_every_piece_of_evidence(made: list[Document]):
    """Adding articles never loses what the others say: evidence of the union is the union of the evidence."""

    def evidence(graph: Graph) -> set[tuple[str, str, float]]:
        return {(e.article, e.text, e.confidence) for f in graph.facts for e in f.evidence}

    parts = [link([d]) for d in made]
    assert evidence(link(made)) == set().union(*(evidence(p) for p in parts))


@settings(max_examples=50, deadline=None)
@given(documents())
def test_ends_of_facts_are_entities_of_the_graph(made: list[Document]):
    """No fact speaks of something that is not in the graph, and ids are unique."""
    graph = link(made)
    entities = {e.id for e in graph.entities}

    assert len(entities) == len(graph.entities)
    assert len({f.id for f in graph.facts}) == len(graph.facts)
    assert all(end in entities for f in graph.facts for end in (f.subject, f.object) if isinstance(end, str))


def test_two_hundred_articles_link_in_a_second():
    """10,000 claims link in well under a second of CPU time."""
    made = []
    for number in range(200):
        names = [f"Nom{(number * 7 + i) % 900}" for i in range(30)]
        article = an_article(f"{number} " + " ; ".join(names))
        mentions = [a_mention(article, name) for name in names]
        claims = [a_claim(article, names[i % 30], "acquired", names[(i * 3 + 1) % 30]) for i in range(50)]
        made.append(a_document(article, *mentions, claims=claims))
    link(made[:1])
    start = time.process_time()
    graph = link(made)
    spent = time.process_time() - start

    assert len(graph.facts) > 1000
    assert spent < 2.0  # seconds; 0.4 on an idle machine
