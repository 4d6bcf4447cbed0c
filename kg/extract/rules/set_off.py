"""A name that a comma sets off from the description before it: "Son avocat, Junichiro Hironaka, …"."""

from kg.extract.rules.compared import SUBJECTS
from kg.extract.rules.references import Reference, References
from kg.extract.rules.tree import ROOT, Tree, Word
from kg.lang import LanguagePack

CLIMBED = frozenset({"amod", "nmod", "conj"})  # from the last word of an office's complement up to the office
CLOSED = frozenset({",", ".", ")", ";"})


def description_before(
    tree: Tree, pack: LanguagePack, table: References, ends: dict[int, int], item: Reference
) -> int | None:
    """Return the description that ends before a name's comma, or before a bracket that stands before the comma.

    Args:
        ends: word behind a description -> its index, the outermost first.
    """
    first, last = item.core
    if first < 2 or tree.words[first - 1].text != ",":
        return None
    index = ends.get(_without_bracket(tree, first - 1))
    if index is None:
        return None
    closed = last >= len(tree.words) or tree.words[last].text in CLOSED
    return index if closed or _act_together(tree, table.items[index], item) else None


def office_before(tree: Tree, pack: LanguagePack, table: References, item: Reference) -> int | None:
    """ "le ministre de l'Action et des Comptes publics Luc Castel": an office whose complement is coordinated."""
    first = item.core[0]
    trades = pack.lists["occupations"] | pack.lists["positions"]
    if first < 1 or tree.words[item.i].case:
        return None
    word, coordinated = tree.words[first - 1], False
    while word.rel in CLIMBED and word.head != ROOT and word.head < word.i:
        coordinated = coordinated or (word.rel == "conj" and word.case in pack.words["of"])
        word = tree.words[word.head]
        if word.rel not in CLIMBED or word.lemma in trades:
            break
    above = word if word.lemma in trades else tree.words[word.head]
    index = table.at.get(above.i) if coordinated and above.head != above.i else None
    if index is None or above.i > first or table.items[index].determiner != "definite":
        return None
    return index if above.lemma in trades else None


def _without_bracket(tree: Tree, end: int) -> int:
    """ "le président de l'Union française (Ufip), X": where the description ends, the acronym left out."""
    if tree.words[end - 1].text == ")" and end > 3 and tree.words[end - 3].text == "(":
        return end - 3
    return end


def _act_together(tree: Tree, noun: Reference, name: Reference) -> bool:
    """ "La maire de Paris, Anne Hidalgo a exprimé …": both are the subject, and the sentence opens with them."""
    mine, theirs = tree.words[noun.i], tree.words[name.i]
    opens = noun.core[0] == tree.sents[mine.sent][0]
    both = mine.rel in SUBJECTS and theirs.rel in SUBJECTS and mine.head == theirs.head != ROOT
    return opens and not mine.case and (both or theirs.head == noun.i)


def is_charge(pack: LanguagePack, word: Word) -> bool:
    """ "le ministre chargé des Transports": a participle that belongs to the office."""
    return word.lemma in pack.words["in_charge"] or word.lower in pack.words["in_charge"]
