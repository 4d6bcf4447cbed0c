"""French clauses with "que" that the parser hung loosely on the word that they complete, or on another."""

from kg.extract.rules.parsing.tree import ROOT, Tree, Word
from kg.lang import LanguagePack

LOOSE = ("parataxis", "dep")


def hang_that_clauses(tree: Tree, pack: LanguagePack) -> bool:
    """ "Il n'est pas question que X parte", "il y a peu de chances que X parte": what is not said to happen."""
    mended = False
    for verb in tree.words:
        if verb.head == ROOT or verb.rel not in (*LOOSE, "ccomp"):
            continue
        mark = next((c for c in tree.children(verb.i, "mark") if c.lower in pack.words["that"]), None)
        if mark is None or mark.i == 0:
            continue
        before, head = tree.words[mark.i - 1], tree.words[verb.head]
        if before is not head and _governs(pack, before) and head.i < before.i:
            verb.head, verb.rel, mended = before.i, "ccomp", True
        elif verb.rel in LOOSE and head is before:
            verb.rel, mended = "ccomp", True
    return mended


def _governs(pack: LanguagePack, word: Word) -> bool:
    return word.pos in ("NOUN", "ADJ") and word.lemma in pack.governors
