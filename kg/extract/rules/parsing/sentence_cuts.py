"""Sentences that the parser cut in two, joined again."""

from kg.extract.rules.parsing.sentence_starts import MARK
from kg.extract.rules.parsing.tree import ROOT, Tree, Word, fill_children

FINAL = frozenset('.!?…":;')


def rejoin_sentences(tree: Tree) -> None:
    """Undo a cut before ", a indiqué X" or inside a sentence: no cut without a final stop before it.

    What has no word, a quotation mark alone, is no sentence: it goes with what it is glued to.
    """
    merged: list[tuple[int, int]] = []
    for first, last in tree.sents:
        if merged and _is_mark_of_next(tree, *merged[-1]):
            first = merged.pop()[0]
            _hang_marks(tree, (first, last))
        if merged and _is_mark_of_last(tree, first, last):
            merged[-1] = (merged[-1][0], last)
            _hang_marks(tree, merged[-1])
        elif merged and _is_cut_badly(tree, merged[-1][1] - 1, first):
            begin = merged[-1][0]
            _hang(tree, (begin, first), (first, last))
            merged[-1] = (begin, last)
        else:
            merged.append((first, last))
    tree.sents = merged
    for number, (first, last) in enumerate(merged):
        for word in tree.words[first:last]:
            word.sent = number


def _is_mark_of_next(tree: Tree, first: int, last: int) -> bool:
    """Whether a sentence is nothing but a mark that opens the next: first in its line, or glued to that alone."""
    words, mark = tree.words, tree.words[first]
    if mark.text != MARK or last - first > 1 or last == len(words) or words[last].opens_line:
        return False
    return mark.opens_line or first == 0 or (_is_glued(mark, words[last]) and not _is_glued(words[first - 1], mark))


def _is_mark_of_last(tree: Tree, first: int, last: int) -> bool:
    """Whether a sentence has no word and stands in the line of the one before."""
    words = tree.words[first:last]
    return not words[0].opens_line and not any(w.text[:1].isalnum() for w in words)


def _is_glued(left: Word, right: Word) -> bool:
    return left.end == right.start


def _hang_marks(tree: Tree, sentence: tuple[int, int]) -> None:
    """Hang marks that were sentences of their own below the root of the one that they belong to."""
    roots = [w for w in tree.words[slice(*sentence)] if w.head == ROOT]
    worded = [w for w in roots if w.pos != "PUNCT"]
    for mark in roots if worded else ():
        if mark.pos == "PUNCT":
            mark.head, mark.rel = worded[0].i, "punct"
    fill_children(tree)


def _is_cut_badly(tree: Tree, before: int, after: int) -> bool:
    left, right = tree.words[before], tree.words[after]
    if right.opens_line or right.start - left.end > 3:
        return False
    if left.text[-1:] in FINAL:
        return False
    glued = right.text == "-" and _is_glued(left, right)  # "Pyrénées-Orientales"
    return glued or right.text in (",", ";", ".") or right.text[:1].isalnum() or left.text == ","


def _hang(tree: Tree, left: tuple[int, int], right: tuple[int, int]) -> None:
    """Hang the root of one half below that of the other: a fragment below the clause, else the later one."""
    roots = [[w for w in tree.words[a:b] if w.head == ROOT] for a, b in (left, right)]
    if not roots[0] or not roots[1]:
        return
    one, two = roots[0][0], roots[1][0]
    fragment = one.pos not in ("VERB", "AUX") or "VerbForm=Part" in one.morph
    if (
        fragment
        and two.pos in ("VERB", "AUX")
        and not any(c.rel in ("cop", "aux", "aux:pass") for c in tree.children(one.i))
    ):
        one.head, one.rel = two.i, "advcl"
    else:
        two.head, two.rel = one.i, "parataxis"
    fill_children(tree)
