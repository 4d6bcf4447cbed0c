"""Names and sentences are found by their words, however they are typed."""

import pytest

from kg.errors import QueryError, StoreError
from kg.graph.search import ENTITY, INDEX_NAME, SENTENCE, find_text
from kg.graph.store import create_store, current_folder
from tests.builders import a_fact, a_graph, an_article, an_entity, an_evidence

ARTICLE = an_article("L’Élysée soutient Société Générale. « Ça dépend », dit-on.")


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    folder = tmp_path_factory.mktemp("store")
    entities = [
        an_entity("Société Générale", aliases=("SocGen", "Générale Société")),
        an_entity("Élysée", "GovernmentBody"),
    ]
    fact = a_fact("élysée", "supports", "société-générale", an_evidence(ARTICLE))
    create_store(folder, a_graph([ARTICLE], entities, [fact]))
    return current_folder(folder) / INDEX_NAME


@pytest.mark.parametrize(
    "words", ["société générale", "SOCIETE generale", "generale", "gene", "socgen", "Société, Géné"]
)
def test_accents_capitals_and_the_end_of_a_word_may_be_left_out(index, words):
    """What people type is found."""
    hits = find_text(index, words, kind=ENTITY)

    assert [h.iri.rsplit("/", 1)[-1] for h in hits] == ["soci%C3%A9t%C3%A9-g%C3%A9n%C3%A9rale"]


def test_sentences_are_found_after_entities(index):
    """Who looks for a name wants the entity first."""
    hits = find_text(index, "elysee")

    assert [h.kind for h in hits] == [ENTITY, SENTENCE]
    assert hits[1].text == ARTICLE.text


@pytest.mark.parametrize("words", ["* OR", 'a" OR text:*', "NEAR(", "x' --"])
def test_signs_of_the_search_language_are_only_signs(index, words):
    """Nothing that is typed is taken for a command of the index."""
    assert find_text(index, words) == []


@pytest.mark.parametrize("words", ['"', "", " ( * ) "])
def test_without_a_word_there_is_nothing_to_look_for(index, words):
    """It is told, rather than that nothing was found."""
    with pytest.raises(QueryError, match="holds no word"):
        find_text(index, words)


def test_a_missing_index_is_a_plain_sentence(tmp_path):
    """No traceback of the database."""
    with pytest.raises(StoreError, match="the search index cannot be read"):
        find_text(tmp_path / "none.sqlite", "x")
