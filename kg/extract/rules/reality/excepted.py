"""Of whom the contrary is told: "mais pas Peugeot", "sauf l'Alsace", "contrairement à X", "unlike X"."""

from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.parsing.tree import Tree
from kg.lang import LanguagePack

REACH = 4  # words between an opening and the name: "à l'exception de toutes les"


def is_excepted(tree: Tree, pack: LanguagePack, item: Reference, trigger: int) -> bool:
    """Whether what a word tells outside the phrase of a mention is told of all but it."""
    if _is_corrected(tree, pack, item):
        return True
    whole = item.i
    while tree.words[whole].rel == "appos":
        whole = tree.words[whole].head  # "contrairement à X, ancien maire de Y, …"
    if trigger in tree.subtree(whole) or _is_its_relative(tree, pack, item, trigger):
        return False
    starts = {item.core[0], whole}
    first = tree.first_conjunct(item.i)
    if first < item.i and _is_row(tree, first, item.core[0]):
        starts.add(first)  # "sauf l'Alsace et la Corse"
    return any(_is_opened(tree, pack, i) for i in starts)


def _is_its_relative(tree: Tree, pack: LanguagePack, item: Reference, trigger: int) -> bool:
    """ "contrairement à X, qui a racheté Y, …": the clause right behind a mention is of it, wherever it hangs."""
    behind = tree.words[item.core[1] : trigger]
    opened = any(w.lower in pack.words["relative_subject"] for w in behind[:2])
    return opened and all(w.pos != "VERB" for w in behind)


def _is_row(tree: Tree, first: int, last: int) -> bool:
    return all(w.pos not in ("VERB", "AUX") for w in tree.words[first:last])


def _is_opened(tree: Tree, pack: LanguagePack, start: int) -> bool:
    """Whether an opening of exceptions stands before a word, articles and adpositions between them."""
    first = tree.sents[tree.words[start].sent][0]
    for skipped in range(REACH):
        end = start - skipped
        before = " ".join(w.lower for w in tree.words[max(first, end - REACH) : end])
        if any(before == opening or before.endswith(f" {opening}") for opening in pack.words["excepting"]):
            return True
        if end <= first or tree.words[end - 1].pos not in ("DET", "ADP"):
            return False
    return False


def _is_corrected(tree: Tree, pack: LanguagePack, item: Reference) -> bool:
    """ "Ce n'est pas Renault mais Peugeot qui …": of Renault it is not so."""
    word = tree.words[item.i]
    copula = tree.child(word.i, "cop")
    negators = [c for c in tree.children(word.i, "advmod", "neg") if c.lower in pack.words["negators"]]
    others = [c for other in tree.children(word.i, "conj") for c in tree.children(other.i, "cc")]
    instead = any(c.lower in pack.words["corrections"] for c in others)
    return copula is not None and bool(negators) and instead
