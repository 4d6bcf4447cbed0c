"""encode and decode are inverse."""

import string

import pyoxigraph
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.graph.decode import decode
from kg.graph.encode import encode
from kg.graph.order import in_order
from kg.model import (
    Article,
    Datatype,
    Entity,
    EntityMention,
    Evidence,
    Fact,
    Graph,
    MentionKind,
    Modality,
    Period,
    Polarity,
    Span,
    Value,
)

WORDS = st.text(st.characters(codec="utf-8"), max_size=12)
TEXT = "À Nice, Danone a racheté Alpro. « C’est 🎉 », dit-elle.\n\nEt voilà."
SLUG = st.text(string.ascii_lowercase + string.digits + "-/é ", min_size=1, max_size=8)
HEX = st.text("0123456789abcdef", min_size=12, max_size=12)
ARTICLE_ID = st.sampled_from(["0123456789abcdef", "fedcba9876543210"])
DATES = st.one_of(st.sampled_from(["2019", "2019-05", "2019-05-16", "2019-02-31", "2019-W10", "--05-16"]), WORDS)
NUMBERS = st.one_of(
    st.integers().map(str),
    st.decimals(allow_nan=False, allow_infinity=False).map(str),
    st.sampled_from(["3.50", "-0.5", "007", "1e6", "-0"]),
    WORDS,
)
CONFIDENCE = st.floats(0, 1, allow_subnormal=False).filter(lambda c: c == 0 or c > 1e-15)


@st.composite
def spans(draw):
    start = draw(st.integers(0, len(TEXT)))
    return Span(start, draw(st.integers(start, len(TEXT))))


VALUES = st.one_of(
    st.builds(Value, text=DATES, datatype=st.just(Datatype.DATE)),
    st.builds(Value, text=NUMBERS, datatype=st.just(Datatype.NUMBER)),
    st.builds(Value, text=WORDS, datatype=st.just(Datatype.MONEY)),
    st.builds(Value, text=WORDS, datatype=st.just(Datatype.STRING)),
)
MENTIONS = st.builds(EntityMention, article=ARTICLE_ID, span=spans(), surface=WORDS, kind=st.sampled_from(MentionKind))
ENTITIES = st.builds(
    Entity,
    id=SLUG,
    type=st.sampled_from(["Company", "Person", "Group"]),
    label=WORDS.filter(bool),
    labels=st.lists(st.tuples(st.sampled_from(["en", "fr"]), WORDS), max_size=2).map(tuple),
    aliases=st.lists(WORDS, max_size=3).map(tuple),
    mentions=st.lists(MENTIONS, max_size=3, unique_by=lambda m: (m.article, m.span)).map(tuple),
    known=st.one_of(st.none(), WORDS),
)
ARTICLES = st.builds(
    Article,
    id=ARTICLE_ID,
    name=WORDS,
    text=st.just(TEXT),
    language=st.sampled_from(["fr", "en"]),
    title=WORDS,
    url=st.one_of(st.none(), WORDS),
    publisher=st.one_of(st.none(), WORDS),
    published=st.one_of(st.none(), DATES),
)
EVIDENCE = st.builds(
    Evidence,
    article=ARTICLE_ID,
    sentence=spans(),
    clause=spans(),
    trigger=spans(),
    subject=st.one_of(st.none(), spans()),
    object=st.one_of(st.none(), spans()),
    text=WORDS,
    extractor=st.sampled_from(["rules/0.1", "autre outil/2"]),
    rule=WORDS,
    confidence=CONFIDENCE,
)
FACTS = st.builds(
    Fact,
    id=HEX,
    subject=SLUG,
    predicate=st.sampled_from(["founded", "open", "age"]),
    object=st.one_of(SLUG, VALUES),
    phrase=WORDS,
    polarity=st.sampled_from(Polarity),
    modality=st.sampled_from(Modality),
    speaker=st.one_of(st.none(), SLUG),
    period=st.one_of(
        st.none(),
        st.builds(
            Period,
            value=st.one_of(st.none(), DATES),
            earliest=st.one_of(st.none(), DATES),
            latest=st.one_of(st.none(), DATES),
            surface=WORDS,
        ),
    ),
    past=st.booleans(),
    confidence=CONFIDENCE,
    evidence=st.lists(EVIDENCE, max_size=3).map(tuple),
)
GRAPHS = st.builds(
    Graph,
    articles=st.lists(ARTICLES, max_size=2, unique_by=lambda a: a.id).map(tuple),
    sentences=st.lists(st.tuples(ARTICLE_ID, spans()), max_size=3).map(tuple),
    entities=st.lists(ENTITIES, max_size=3, unique_by=lambda e: e.id).map(tuple),
    facts=st.lists(FACTS, max_size=3, unique_by=lambda f: f.id).map(tuple),
)


@given(GRAPHS)
@settings(max_examples=150, deadline=None)
def test_what_is_encoded_is_decoded_without_loss(graph):
    """Whatever the records hold, writing them as RDF and reading them back gives the same records."""
    assert decode(encode(graph)) == in_order(graph)


@given(GRAPHS)
@settings(max_examples=60, deadline=None)
def test_a_store_loses_nothing(graph):
    """The store keeps values, not how they were written: the records must not depend on the difference."""
    store = pyoxigraph.Store()
    store.extend(encode(graph))

    assert decode(store) == in_order(graph)


@given(FACTS)
@settings(max_examples=100, deadline=None)
def test_the_plain_triple_is_written_only_for_what_the_article_asserts(fact):
    """A denial, a claim, a plan or a past state never becomes a plain triple."""
    graph = Graph(articles=(), sentences=(), entities=(), facts=(fact,))
    quads = list(encode(graph))
    plain = [q for q in quads if q.predicate.value.endswith(("#founded", "#relatedTo", "#age"))]

    assert len(plain) == (1 if fact.asserted else 0)


@pytest.mark.parametrize("base", ["https://example.org/news", "https://example.org/news/"])
def test_another_base_is_read_back_from_the_graph_itself(base):
    """Who reads a graph need not know the base that it was written with."""
    graph = Graph(
        articles=(), sentences=(), entities=(Entity(id="orvella", type="Company", label="Orvella"),), facts=()
    )
    quads = list(encode(graph, base=base))

    assert any(q.subject.value == "https://example.org/news/id/orvella" for q in quads)
    assert decode(quads) == graph
