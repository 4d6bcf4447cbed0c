"""Sentences that the parser cut in two, joined again."""

from kg.extract.rules.parsing.tree import ROOT, Tree, fill_children

FINAL = frozenset('.!?…":;')


def rejoin_sentences(tree: Tree) -> None:
    """Undo a cut before ", a indiqué X" or inside a sentence: no cut without a final stop before it."""
    merged: list[tuple[int, int]] = []
    for first, last in tree.sents:
        if merged and _is_cut_badly(tree, merged[-1][1] - 1, first):
            begin = merged[-1][0]
            _hang(tree, (begin, first), (first, last))
            merged[-1] = (begin, last)
        else:
            merged.append((first, last))
    tree.sents = merged
    for number, (first, last) in enumerate(merged):
        for word in tree.words[first:last]:
            word.sent = number


def _is_cut_badly(tree: Tree, before: int, after: int) -> bool:
    left, right = tree.words[before], tree.words[after]
    if right.opens_line or right.start - left.end > 3:
        return False
    if left.text[-1:] in FINAL:
        return False
    glued = right.text == "-" and right.start == left.end  # "Pyrénées-Orientales"
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
