"""Parsing computes in one thread, and leaves the process as it was."""

import numpy as np
import pytest
import spacy
from spacy.lookups import Lookups
from spacy.tokens import Doc
from threadpoolctl import threadpool_info

from kg.extract.rules.parsing.lemma_tables import LemmaTables
from kg.extract.rules.parsing.parse import load_pipeline, parse, take_words_for_words
from kg.extract.rules.parsing.tree_builder import make_tree
from kg.lang import load_pack

pytestmark = pytest.mark.model


def blas_threads() -> list[int]:
    return [library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"]


def test_the_number_of_threads_is_given_back_after_each_article() -> None:
    """Whoever calls kg between two articles computes with as many threads as before."""
    before = blas_threads()
    during = [blas_threads() for _ in parse(["Le groupe recrute.", "Elle dirige la banque."], load_pack("fr"))]
    assert before
    assert during == [before, before]


def test_a_ruler_that_is_spared_would_have_changed_no_word() -> None:
    """The French model's attribute ruler only copies parts of speech; what our trees hold is the same without it."""
    pack = load_pack("fr")
    text = "Le groupe « Roy » n'a pas\n\n  vendu ses 12 usines, dit-elle. \ufeff Non \u200b !"
    (spared,), (ruled,) = list(parse([text], pack)), list(parse([text], pack))
    spacy.load(pack.model).get_pipe("attribute_ruler")(ruled)

    assert ruled.has_annotation("TAG")
    assert not spared.has_annotation("TAG")
    assert make_tree(spared, pack).words == make_tree(ruled, pack).words


def test_words_are_what_the_whole_model_says() -> None:
    """Its list of strings is left out: a word adds itself when it is met. Lemmas are looked up in tables of ours."""
    pack = load_pack("fr")
    text = "Les chevaux du groupe Orvella galopaient vers l'usine de Zyrquax, où des ingénieures l'attendaient hier."
    (ours,) = list(parse([text], pack))
    theirs = spacy.load(pack.model)(text)

    def told(doc: Doc) -> list[tuple[str, ...]]:
        return [(w.text, w.norm_, w.shape_, w.lemma_, w.pos_, w.dep_, str(w.morph), w.ent_type_) for w in doc]

    assert told(ours) == told(theirs)


def test_lemma_tables_answer_as_those_of_the_model() -> None:
    """By word or by its hash; only lists of known words are sets, which nobody else asks in order."""
    theirs = Lookups()
    theirs.add_table("lemma_lookup", {"chevaux": ["cheval"], "yeux": ["oeil"]})
    theirs.add_table("lemma_index", {"noun": ["cheval", "oeil"]})
    ours = LemmaTables().from_bytes(theirs.to_bytes())

    assert ours.tables == theirs.tables
    rows, known = ours.get_table("lemma_lookup"), ours.get_table("lemma_index")
    for word in ("chevaux", "yeux", "absent"):
        assert rows.get(word, "none") == theirs.get_table("lemma_lookup").get(word, "none")
        assert (word in rows) == (word in theirs.get_table("lemma_lookup"))
    assert rows["yeux"] == ["oeil"]
    assert known["noun"] == {"cheval", "oeil"}


def test_what_has_letters_is_no_white_space() -> None:
    """As the model's own ruler would have it: another part of speech, and no features."""
    vocab, words = spacy.blank("fr").vocab, ["Bonjour", "Non", "  "]
    doc = Doc(vocab, words=words, pos=["SPACE", "INTJ", "SPACE"], morphs=["Number=Sing", "Polarity=Neg", ""])

    take_words_for_words(doc)

    assert [(word.pos_, str(word.morph)) for word in doc] == [("X", ""), ("INTJ", "Polarity=Neg"), ("SPACE", "")]


def test_the_states_of_words_do_not_depend_on_the_articles_parsed_with_them() -> None:
    """To the last bit: else the order of articles could show in a confidence."""
    texts = [
        f"Le groupe {name} a racheté Vertal {years}." for name in ("Orvella", "Danel") for years in ("hier", "en mai")
    ]
    texts = [" ".join([text] * (n + 1)) for n, text in enumerate(texts)]
    pack = load_pack("fr")

    together = [doc.tensor for doc in parse(texts, pack)]
    turned = [doc.tensor for doc in parse(texts[::-1], pack)][::-1]
    alone = [next(iter(parse([text], pack))).tensor for text in texts]

    for one, other, third in zip(together, turned, alone, strict=True):
        assert np.array_equal(one, other)
        assert np.array_equal(one, third)


def test_the_states_that_names_are_read_from_do_not_depend_on_other_articles() -> None:
    """They are made by an encoder of its own, and of each article alone as well."""
    pack = load_pack("fr")
    docs = list(parse(["Le groupe Orvella a racheté Vertal.", "Hier, Danel recrutait.", "Vertal"], pack))
    encoder = load_pipeline(pack.model).get_pipe("ner").model.get_ref("tok2vec").layers[0]

    together, alone = encoder.predict(docs), [encoder.predict([doc])[0] for doc in docs]

    for doc, one, other in zip(docs, together, alone, strict=True):
        assert len(one) == len(doc)
        assert np.array_equal(one, other)


def test_a_quotation_mark_within_a_word_counts_as_well() -> None:
    """ "d'"imprécisions"": whoever stands before is outside of what is quoted, and what is behind it again."""
    words = ["Il", "parle", "d'\"imprécisions", '"', "hier"]
    doc = Doc(spacy.blank("fr").vocab, words=words, heads=[1, 1, 1, 1, 1], deps=["dep"] * 5, pos=["X"] * 5)
    tree = make_tree(doc, load_pack("fr"))

    assert tree.cuts_quotation(0, 3)
    assert not tree.cuts_quotation(0, 4)
