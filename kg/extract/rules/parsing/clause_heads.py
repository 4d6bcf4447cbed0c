"""The verb of the clause that a word stands in."""

from kg.extract.rules.parsing.tree import ROOT, Tree, Word


def clause_head(tree: Tree, word: Word) -> int:
    """Return the verb of the clause that a word stands in, or the root of its sentence."""
    for above in tree.ancestors(word.i):
        if above.pos in ("VERB", "AUX") or above.head == ROOT or _is_predicate(tree, above, word):
            return above.i
    return word.i


def _is_predicate(tree: Tree, above: Word, word: Word) -> bool:
    """ "X vise l'hôtel, car selon lui c'est un repaire": a noun with a copula, where no sentence opens."""
    opens = tree.subtree(word.i)[0] == tree.sents[word.sent][0]
    return tree.child(above.i, "cop") is not None and not opens
