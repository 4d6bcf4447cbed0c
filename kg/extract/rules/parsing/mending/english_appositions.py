"""What stands behind a comma in English, and of whom it is told."""

from kg.extract.rules.parsing.tree import ROOT, Tree, Word
from kg.lang import LanguagePack

PLURAL_TAGS = ("NNS", "NNPS")
NOUNS = ("NOUN", "PROPN")


def hang_on_last_joined(tree: Tree, _: LanguagePack) -> bool:
    """ "Brad Stone and his wife, the novelist Eva Long": what a comma sets off tells of the last of those joined.

    "Nokia and Aton, the rivals" tells of both.
    """
    mended = False
    for word in tree.words:
        first = tree.words[word.head] if word.rel == "appos" and word.head != ROOT else word
        if first is word or word.tag in PLURAL_TAGS or tree.child(word.i, "conj") is not None:
            continue
        comma = tree.subtree(word.i, ("punct",))[0] - 1
        last = _last_joined(tree, first, comma)
        if last is not None and tree.words[comma].text == ",":
            word.head, mended = last.i, True
    return mended


def _last_joined(tree: Tree, first: Word, end: int) -> Word | None:
    """The noun that "and" joins to another, whose phrase ends right before a word."""
    for i in reversed(tree.conjuncts(first.i)[1:]):
        noun = tree.words[i]
        if noun.i < end and noun.pos in NOUNS:
            below = [j for j in tree.subtree(i, ("punct",)) if j < end]
            return noun if below and below[-1] == end - 1 else None
    return None
