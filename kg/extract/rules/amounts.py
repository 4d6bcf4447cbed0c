"""Where the amount stands that a noun like "profit" or an adjective like "worth" announces."""

from collections.abc import Iterator

from kg.extract.rules.frames import Frame
from kg.extract.rules.tree import ROOT, Tree, Word

REACHED = ("to", "at", "à", "of", "de")  # "rose to $3bn", "s'élève à 3 millions"; "rose by" is a change, not the amount


def amount_words(tree: Tree, frame: Frame, *, own: bool = False) -> list[int]:
    """Return head words that may carry the amount of a frame, the likeliest first.

    "a profit of $3bn", "the profit was $3bn", "profits rose 5% to $3bn", "a $3bn profit", "worth $3bn".

    Args:
        own: only what stands in the noun's own phrase.
    """
    word = tree.words[frame.i]
    clause = [] if own else _of_clause(tree, word)
    return list(dict.fromkeys([*clause, *_own(tree, word), *_before(tree, word)]))


def _of_clause(tree: Tree, word: Word) -> Iterator[int]:
    """Read the amount off the verb or copula whose subject the noun is."""
    top = tree.words[tree.first_conjunct(word.i)]
    if top.rel not in ("subj", "subj:pass") or top.head == ROOT:
        return
    verb = tree.words[top.head]
    if tree.child(verb.i, "cop") is not None:
        yield verb.i
    below = [c for c in tree.children(verb.i) if c.i > word.i]
    for case in REACHED:
        yield from (c.i for c in below if c.rel in ("obl", "iobj", "xcomp") and c.case == case)
    yield from (c.i for c in below if c.rel in ("attr", "obj", "npadvmod") and c.pos != "VERB")


def _own(tree: Tree, word: Word) -> Iterator[int]:
    for child in tree.children(word.i):
        below = child.rel in ("nmod", "obl", "appos", "npadvmod", "nummod", "obj")
        if child.i > word.i and below and child.case in ("", *REACHED):
            yield child.i


def _before(tree: Tree, word: Word) -> Iterator[int]:
    """ "a $3bn profit": the amount qualifies the noun from the left."""
    for child in tree.children(word.i, "name", "nummod", "amod", "nmod", "npadvmod"):
        if child.i < word.i and any(ch.isdigit() for ch in tree.words[child.i].text):
            yield child.i
