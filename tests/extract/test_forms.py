"""What the endings of a language tell of its words."""

import spacy
from spacy.tokens import Doc

from kg.extract.rules.parsing.agreement import masculine_singulars, singular_of
from kg.extract.rules.parsing.clitics import bare_form, is_enclitic
from kg.extract.rules.parsing.lemmas import comparable_lemma
from kg.extract.rules.parsing.tree import Word
from kg.extract.rules.parsing.tree_builder import make_tree
from kg.lang import load_pack


def a_word(text: str) -> Word:
    """A word that stands alone."""
    doc = Doc(spacy.blank("fr").vocab, words=[text], heads=[0], deps=["ROOT"], pos=["PRON"])
    return make_tree(doc, load_pack("fr")).words[0]


def test_a_participle_may_be_the_form_of_another():
    """ "élues" is of "élu"; "mis" is one as it stands; English participles agree with nothing."""
    assert "élu" in masculine_singulars(load_pack("fr"), "élues")
    assert masculine_singulars(load_pack("fr"), "mis")[0] == "mis"
    assert masculine_singulars(load_pack("en"), "bought") == ("bought",)


def test_a_plural_has_a_singular_in_either_language():
    """By its ending."""
    assert singular_of(load_pack("fr"), "suspects") == "suspect"
    assert singular_of(load_pack("en"), "year-olds") == "year-old"


def test_a_pronoun_hung_on_a_verb_is_known_without_what_links_it():
    """ "dit-il", "a-t-elle", however the tokenizer cuts them; "elle" alone hangs on nothing."""
    pack = load_pack("fr")
    for text in ("-elle", "t-elle", "-t-elle"):
        assert is_enclitic(pack, a_word(text))
        assert bare_form(pack, a_word(text)) == "elle"
    assert not is_enclitic(pack, a_word("elle"))


def test_who_was_something_once_is_called_by_the_same_noun():
    """ "ex-patron" is compared as "patron"."""
    assert comparable_lemma("ex-patron", "ex-patron", "NOUN", load_pack("fr")) == "patron"
