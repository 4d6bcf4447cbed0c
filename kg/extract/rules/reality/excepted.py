"""Of whom the contrary is told: "mais pas Peugeot", "sauf l'Alsace", "contrairement à X", "unlike X"."""

from functools import cache

from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.parsing.tree import Tree
from kg.lang import LanguagePack, load_pack

REACH = 4  # words between an opening and the name: "à l'exception de toutes les"


def may_be_excepted(tree: Tree, pack: LanguagePack, item: Reference) -> bool:
    """Whether a mention, its apposition or its row stands behind an opening of exceptions, or is corrected."""
    starts = {item.core[0], _whole(tree, item)}
    first = tree.first_conjunct(item.i)
    if first < item.i and _is_row(tree, first, item.core[0]):
        starts.add(first)  # "sauf l'Alsace et la Corse"
    return any(_is_opened(tree, pack, i) for i in starts) or _is_corrected(tree, pack, item)


def is_excepted(tree: Tree, pack: LanguagePack, item: Reference, trigger: int) -> bool:
    """Whether what a word tells is told of all but a mention that may be excepted: not what its own phrase tells."""
    if _is_corrected(tree, pack, item):
        return True
    inside = trigger in tree.subtree(_whole(tree, item))
    return not inside and not _is_its_relative(tree, pack, item, trigger)


def _whole(tree: Tree, item: Reference) -> int:
    """The word that a mention is apposed to: "contrairement à X, ancien maire de Y, …"."""
    whole = item.i
    while tree.words[whole].rel == "appos":
        whole = tree.words[whole].head
    return whole


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
    for end in range(start, max(first, start - REACH), -1):
        last = tree.words[end - 1]
        if last.lower in _last_words(pack.code):
            before = " " + " ".join(w.lower for w in tree.words[max(first, end - REACH) : end])
            if any(before.endswith(f" {opening}") for opening in pack.words["excepting"]):
                return True
        if last.pos not in ("DET", "ADP"):
            return False
    return False


@cache
def _last_words(code: str) -> frozenset[str]:
    """The words that close an opening: most mentions stand behind none."""
    return frozenset(opening.rpartition(" ")[2] for opening in load_pack(code).words["excepting"])


def _is_corrected(tree: Tree, pack: LanguagePack, item: Reference) -> bool:
    """ "Ce n'est pas Renault mais Peugeot qui …": of Renault it is not so."""
    word = tree.words[item.i]
    copula = tree.child(word.i, "cop")
    negators = [c for c in tree.children(word.i, "advmod", "neg") if c.lower in pack.words["negators"]]
    others = [c for other in tree.children(word.i, "conj") for c in tree.children(other.i, "cc")]
    instead = any(c.lower in pack.words["corrections"] for c in others)
    return copula is not None and bool(negators) and instead
