"""Turns a spaCy parse into a tree: reads its words and applies all that mends it, in order."""

from functools import lru_cache
from typing import Any

from spacy.attrs import DEP, ENT_TYPE, HEAD, LEMMA, LOWER, MORPH, ORTH, POS, SENT_START, SPACY, TAG

from kg.extract.rules.parsing.adpositions import lift_objects_of_adpositions, read_adpositions_below
from kg.extract.rules.parsing.appositions import mend_appositions
from kg.extract.rules.parsing.attachment import (
    join_particles,
    mend_accusations,
    mend_complements,
    mend_infinitives,
    mend_reported_clauses,
)
from kg.extract.rules.parsing.inverted_verbs import mend_inverted
from kg.extract.rules.parsing.lemmas import comparable_lemma
from kg.extract.rules.parsing.mending import mend_clauses
from kg.extract.rules.parsing.sentence_cuts import rejoin_sentences
from kg.extract.rules.parsing.tree import ROOT, Tree, Word, fill_children
from kg.extract.rules.parsing.values import read_number
from kg.extract.rules.parsing.word_classes import (
    mend_names,
    mend_participles,
    mend_persons,
    mend_states,
    mend_verbs,
)
from kg.lang import LanguagePack, load_pack

READ = (ORTH, SPACY, LOWER, LEMMA, POS, TAG, DEP, HEAD, MORPH, ENT_TYPE, SENT_START)
ROMAN = frozenset("IVXLCDM")


def _read_words(doc: Any, pack: LanguagePack) -> tuple[list[Word], list[tuple[int, int]], dict[int, int]]:
    """Read a parse in one sweep: the words, the sentences, and where each token went; white space is dropped.

    One array of numbers and a cache of strings: token by token, spaCy's attributes cost as much as all the rules.
    """
    rows = doc.to_array(READ).tolist()
    name = _strings_of(doc.vocab.strings)
    labels, heads = pack.labels, []
    words: list[Word] = []
    sents: list[tuple[int, int]] = []
    index: dict[int, int] = {}
    first, broken, after = 0, False, 0
    for i, (orth, spaced, lower, lemma, pos, tag, dep, head, morph, ent, opens) in enumerate(rows):
        text, start = name[orth], after
        after = start + len(text) + spaced
        if (opens == 1 or i == 0) and len(words) > first:
            sents.append((first, len(words)))
            first = len(words)
        if text.isspace():
            broken = broken or "\n" in text or "\r" in text
            continue
        index[i] = len(words)
        heads.append(i + (head - (1 << 64) if head >> 63 else head))
        low, kind, label = name[lower], name[pos], name[dep]
        if kind == "NUM" and _is_initials(text, pack):
            kind = "PROPN"
        words.append(
            Word(
                i=len(words), text=text, lower=low, pos=kind, lemma=_lemma(name[lemma], low, kind, pack.code),
                rel=labels.get(label, label), head=ROOT, morph=name[morph], start=start, end=start + len(text),
                sent=len(sents), ent=name[ent], tag=name[tag] or kind, opens_line=broken,
                is_title=text[:1].isupper(),
            )
        )  # fmt: skip
        broken = False
    if len(words) > first:
        sents.append((first, len(words)))
    for (token_index, here), head in zip(index.items(), heads, strict=True):
        words[here].head = ROOT if head == token_index else index.get(head, ROOT)
    return words, sents, index


def _is_initials(text: str, pack: LanguagePack) -> bool:
    """ "BFMTV", which the tagger took for a number: no numeral, neither in words nor in Roman letters."""
    letters = text.isalpha() and text.isupper() and len(text) > 2
    return letters and not ROMAN.issuperset(text) and read_number(text, pack) is None


@lru_cache(maxsize=1 << 16)
def _lemma(lemma: str, lower: str, pos: str, code: str) -> str:
    return comparable_lemma(lemma, lower, pos, load_pack(code))


@lru_cache(maxsize=4)
def _strings_of(strings: Any) -> "_Strings":
    return _Strings(strings)


class _Strings(dict[int, str]):
    """The strings of a vocabulary by their hash, each looked up once."""

    def __init__(self, strings: Any) -> None:
        super().__init__({0: ""})
        self._strings = strings

    def __missing__(self, key: int) -> str:
        self[key] = found = str(self._strings[key])
        return found


def make_tree(doc: Any, pack: LanguagePack) -> Tree:
    """Turn a spaCy parse into a tree of words."""
    words, sents, index = _read_words(doc, pack)
    tree = Tree(words=words, sents=sents, entities=[])
    fill_children(tree)
    mend_verbs(tree, pack)
    mend_inverted(tree, pack)
    mend_persons(tree, pack)
    mend_complements(tree, pack)
    mend_participles(tree, pack)
    mend_states(tree, pack)
    rejoin_sentences(tree)
    if pack.adposition == "head":
        lift_objects_of_adpositions(tree, pack)
        mend_accusations(tree, pack)
    else:
        read_adpositions_below(tree, pack)
    join_particles(tree)
    mend_infinitives(tree)
    fill_children(tree)
    for ent in doc.ents:
        inside = [index[i] for i in range(ent.start, ent.end) if i in index]
        if inside:
            tree.entities.append((inside[0], inside[-1] + 1, ent.label_))
    mend_names(tree, pack)
    mend_reported_clauses(tree, pack)
    mend_clauses(tree, pack, fill_children)
    if pack.adposition == "child" and mend_appositions(tree):
        fill_children(tree)
    return tree
