"""Titles in quotation marks, of which the parser made phrases of the sentence: 'joue dans "Plus belle la vie"'."""

from kg.extract.rules.parsing.titled_works import UNTOLD, bearer_of, titled_works
from kg.extract.rules.parsing.tree import ROOT, Tree, Word
from kg.lang import LanguagePack

HEADS = ("NOUN", "PROPN")
PLACES = ("subj", "subj:pass", "obj", "agent", "iobj", "appos", "conj", "obl", "nmod")  # that a title may take
BEHIND = ("obl", "nmod", "agent", "iobj", "conj")  # behind an adposition


def join_titles(tree: Tree, pack: LanguagePack) -> bool:
    """A title is one noun, whatever its words are: it stands where what bears it, or its adposition, has put it."""
    mended = False
    for first, end, kind in titled_works(tree, pack):
        inside = tree.words[first:end]
        whole = len({w.sent for w in tree.words[first - 1 : end + 1]}) == 1
        tops = [w for w in inside if not first <= w.head < end]
        if kind == UNTOLD or len(inside) == 1 or not whole or not tops or any(w.head == ROOT for w in tops):
            continue
        nouns = [w for w in tops if w.pos in HEADS]
        best = min(nouns or tops, key=lambda w: PLACES.index(w.rel) if w.rel in PLACES else len(PLACES))
        opening = _opening(tree, first)
        led = tree.words[opening.head] if opening is not None and first <= opening.head < end else None
        case = led.case if led is not None else ""
        _join(tree, first, end, best)
        best.case = case or (pack.adpositions.get(opening.lower, opening.lower) if opening is not None else "")
        _place(tree, best, bearer_of(tree, pack, first - 1), opening)
        mended = True
    return mended


def _join(tree: Tree, first: int, end: int, best: Word) -> None:
    """Make one word of a title the head of the others and of all that hung on them."""
    for word in tree.words:
        within = first <= word.i < end
        if word is not best and (within or (first <= word.head < end and word.i != best.head)):
            word.head = best.i
            word.rel, word.case = ("name", "") if within else (word.rel, word.case)
    best.pos = "PROPN"


def _opening(tree: Tree, first: int) -> Word | None:
    """The adposition before a title and its mark: 'dans "Les Marées"'."""
    before = tree.words[first - 2] if first > 1 else None
    return before if before is not None and before.pos == "ADP" else None


def _place(tree: Tree, best: Word, bearer: Word | None, opening: Word | None) -> None:
    """Hang a title on the noun that says what it is, else on what its adposition completes."""
    if opening is None:
        if bearer is not None and bearer.i not in tree.subtree(best.i):
            best.head, best.rel = bearer.i, "appos"
        return
    if opening.head != best.i:
        if opening.rel != "case" and opening.head != ROOT:
            best.head = opening.head  # hung on the verb as an adverb
        opening.head, opening.rel = best.i, "case"
    above = tree.words[best.head]
    if best.rel not in BEHIND:
        best.rel = "nmod" if above.pos in HEADS else "obl"
