"""What stands behind a comma in English, and of whom it is told."""

from kg.extract.rules.parsing.tree import ROOT, Tree, Word
from kg.lang import LanguagePack

AMPERSAND = "&"
PLURAL_TAGS = ("NNS", "NNPS")
NOUNS = ("NOUN", "PROPN")


def hang_on_last_joined(tree: Tree, _: LanguagePack) -> bool:
    """ "Brad Stone and his wife, the novelist Eva Long": what a comma sets off tells of the last of those joined.

    "Nokia and Aton, the rivals" tells of both, "its founder and president, Brad Stone" of one, as "Marks & Spencer, the
    retailer" does.
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
            apart = noun.pos == "PROPN" or tree.child(i, "det", "poss") is not None
            return noun if apart and below[-1] == end - 1 and not _are_one_name(tree, first, noun) else None
    return None


def _are_one_name(tree: Tree, first: Word, last: Word) -> bool:
    """ "Marks & Spencer", "Smith and Wesson": whether one name has both words, or a mark that only names have."""
    if any(w.text == AMPERSAND for w in tree.words[first.i : last.i]):
        return True
    return any(start <= first.i and last.i < end for start, end, _ in tree.entities)
