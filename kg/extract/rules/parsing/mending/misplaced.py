"""Nouns in another's place: what the parser takes for a subject behind an infinitive is its object."""

from kg.extract.rules.parsing.tree import ROOT, Tree, Word
from kg.lang import LanguagePack

NOUNS = ("NOUN", "PROPN", "X")


def turn_subjects_of_infinitives(tree: Tree, _: LanguagePack) -> bool:
    """ "a démenti avoir rencontré Zumo": behind a governed infinitive stands its object."""
    mended = False
    for word in tree.words:
        verb = tree.words[word.head]
        if word.rel != "subj" or word.head == ROOT or word.i < verb.i or verb.rel != "xcomp" or word.pos not in NOUNS:
            continue
        if _is_infinitive(tree, verb) and tree.child(verb.i, "obj") is None and not word.case:
            word.rel, mended = "obj", True
    return mended


def _is_infinitive(tree: Tree, verb: Word) -> bool:
    """Whether a verb is an infinitive, or a participle behind the infinitive of its auxiliary."""
    return any("VerbForm=Inf" in w.morph for w in (verb, *tree.children(verb.i, "aux")))
