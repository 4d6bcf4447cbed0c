"""Portfolios that ran into the name of who holds them: "la ministre de la Justice Nicole Petit"."""

from kg.extract.rules.parsing.tree import Tree, Word
from kg.lang import LanguagePack

REACH = 4  # words between an office and its portfolio


def cut_portfolios(tree: Tree, pack: LanguagePack) -> bool:
    """Where the model made one name of portfolio and person, hang each below the office."""
    mended = False
    given = pack.given_names
    for number, (first, last, _label) in enumerate(tree.entities):
        inside = tree.words[first:last]
        at = next((w.i for w in inside[1:-1] if w.is_title and w.lower.split("-")[0] in given), None)
        if at is None or not all(w.lower in pack.words["portfolios"] for w in tree.words[first:at]):
            continue
        offices = pack.lists["positions"]
        before = reversed(tree.words[max(0, first - REACH) : first])
        office = next((w for w in before if w.pos == "NOUN" and w.lemma in offices), None)
        if office is None:
            continue
        _part(tree, min(pack.words["of"], default=""), office, (first, at, last))
        tree.entities[number] = (at, last, "PER")
        mended = True
    return mended


def _part(tree: Tree, of: str, office: Word, places: tuple[int, int, int]) -> None:
    """Hang portfolio and name below the office, and what stood before the portfolio below that.

    Args:
        of: the adposition between office and portfolio.
    """
    first, at, last = places
    top = next((w for w in tree.words[first:last] if not first <= w.head < last), tree.words[first])
    if not office.i <= top.head < last and office.head in range(first, last):
        office.head, office.rel = top.head, top.rel
    for word in tree.words[office.i + 1 : first]:
        if first <= word.head < last:
            word.head = first
    for child in tree.words[last:]:
        if first <= child.head < last and child.sent == office.sent:
            child.head = at
    for word in tree.words[first:last]:
        word.head, word.rel = (first if word.i < at else at), "name"
    tree.words[first].head, tree.words[first].rel, tree.words[first].case = office.i, "nmod", of
    tree.words[at].head, tree.words[at].rel, tree.words[at].case = office.i, "appos", ""
