"""Terms of a query that nothing can match."""

import pytest

from kg.query import catalogue
from kg.query.unknown import unknown_terms


def test_a_mistyped_property_is_told_with_the_one_that_was_meant():
    """ "Nothing found" alone would look as if nobody had sued anybody."""
    assert unknown_terms("SELECT ?x WHERE { ?x nkg:suedd ?y . ?y a nkg:Compny . ?x nkg:zzzzzz ?z }") == [
        "The ontology has no nkg:Compny. Did you mean nkg:Company?",
        "The ontology has no nkg:suedd. Did you mean nkg:sued?",
        "The ontology has no nkg:zzzzzz.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?x { ?x nkg:sued|^nkg:owns/nkg:founded+ ?y . ?x a nkg:Company . }",
        'SELECT ?x { ?x rdfs:label "nkg:suedd" } # nkg:suedd',
        "PREFIX nkg: <http://example.org/> SELECT ?x { ?x nkg:suedd ?y }",
    ],
)
def test_what_is_ours_or_only_written_of_is_not_told(text):
    """In a string, a comment, or under a prefix of the query's own it is no term of the ontology."""
    assert unknown_terms(text) == []


def test_no_question_of_ours_has_an_unknown_term():
    """They come with the ontology."""
    assert [name for name, each in catalogue().items() if unknown_terms(each.text)] == []
