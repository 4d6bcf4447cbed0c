"""Triples as words of N-Triples are what the engine itself would write and read."""

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.triples import as_file, literal, split, to_quads, to_words

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
NODE = NamedNode("https://example.org/n")


@given(TEXTS)
def test_a_literal_is_written_as_the_engine_writes_it(text):
    """Whatever the text holds: quotes, line ends, control characters, what is no character at all."""
    assert literal(text) == str(Literal(text))


@given(st.lists(TEXTS))
def test_words_and_quads_are_the_same_triples(texts):
    """There and back, nothing changes."""
    quads = [Quad(NODE, NODE, Literal(text)) for text in texts]

    assert list(to_quads(to_words(quads))) == quads


@given(st.lists(TEXTS), st.integers(1, 40))
def test_a_file_of_triples_gives_every_triple_in_pieces_of_any_size(texts, size):
    """The engine asks for so many bytes at a time."""
    words = to_words(Quad(NODE, NODE, Literal(text)) for text in texts)
    file = as_file(words)
    read = b"".join(iter(lambda: file.read(size), b"")).decode()

    assert [split(line[:-2]) for line in read.split("\n") if line] == words
