"""The same description again, or a name that the article calls by its noun."""

from kg.extract.rules.mentions.bare_trades import is_bare_trade
from kg.extract.rules.mentions.compared import compatible, differ_in_age
from kg.extract.rules.mentions.modifiers import (
    complement_of,
    differ_in_country,
    marks_gender,
    modifiers_of,
    owner_of,
)
from kg.extract.rules.mentions.names import Names
from kg.extract.rules.mentions.nearest_names import DESCRIPTION_REACH
from kg.extract.rules.mentions.references import Reference, References
from kg.extract.rules.parsing.tree import Tree
from kg.lang import LanguagePack
from kg.model import MentionKind


def find_same_possession(tree: Tree, pack: LanguagePack, table: References, index: int) -> int | None:
    """ "ses utilisateurs" again, of the same owner."""
    item = table.items[index]
    owner = owner_of(tree, table, tree.words[item.i])
    if owner is None:
        return None
    for j in range(index - 1, -1, -1):
        other = table.items[j]
        if other.kind is not MentionKind.NOMINAL or other.head != item.head or other.number != item.number:
            continue
        theirs = owner_of(tree, table, tree.words[other.i])
        if theirs is not None and table.root(theirs) == table.root(owner):
            return j if modifiers_of(tree, pack, other.i) == modifiers_of(tree, pack, item.i) else None
    return None


def is_repeated(tree: Tree, pack: LanguagePack, item: Reference) -> bool:
    """ "le même magistrat": who was called so before."""
    return any(c.lower in pack.words["same"] and c.i < item.i for c in tree.children(item.i, "amod", "det"))


def find_same_description(tree: Tree, pack: LanguagePack, table: References, index: int) -> int | None:
    """The same noun again, when nothing in its modifiers tells the two apart and the later one is definite."""
    item = table.items[index]
    if item.determiner not in ("definite", "demonstrative"):
        return None
    mine = modifiers_of(tree, pack, item.i)
    again = is_repeated(tree, pack, item)
    items, head = table.items, item.head
    for j in range(index - 1, -1, -1):
        other = items[j]
        if other.head != head or other.kind is not MentionKind.NOMINAL or other.number != item.number:
            continue
        if again:
            return j
        if item.sent - other.sent > DESCRIPTION_REACH * 2 and not _is_sole(table, index, other):
            return None
        theirs = modifiers_of(tree, pack, other.i)
        if mine == theirs or (mine < theirs) or (item.determiner == "demonstrative" and mine <= theirs):
            return None if differ_in_age(tree, pack, table, item, table.root(j)) else j
    return None


def _is_sole(table: References, index: int, other: Reference) -> bool:
    """Whether all that the article calls by this noun before is one thing: "les entreprises" are those at its head."""
    called = {
        table.root(j)
        for j, each in enumerate(table.items[:index])
        if each.head == other.head and each.number == other.number and each.kind is MentionKind.NOMINAL
    }
    return len(called) == 1


def find_twin(tree: Tree, pack: LanguagePack, table: References, index: int) -> int | None:
    """ "l'acteur et peintre": a trade that shares the determiner of the one before is of the same person."""
    item = table.items[index]
    word, first = tree.words[item.i], table.at.get(tree.first_conjunct(item.i))
    if pack.adposition != "child" or item.determiner or first is None or not is_bare_trade(tree, pack, word):
        return None
    other = table.items[first]
    one = other.type == item.type == "Person" and other.number != "Plur" and other.determiner != ""
    return first if first < index and one else None


def find_described_so(tree: Tree, names: Names, table: References, index: int, complement: int | None) -> int | None:
    """A name that a title or an apposition anywhere in the article calls by this noun; the nearest before wins."""
    item = table.items[index]
    found = None
    if not any(item.head in nouns for nouns in table.described.values()):
        return None
    for j, other in enumerate(table.items):
        if other.kind is not MentionKind.NAME or item.head not in table.described.get(table.root(j), ()):
            continue
        root = table.root(j)
        if complement is not None and not _same_complement(tree, names.pack, table, root, item.head, complement):
            continue
        if _differs(tree, names, table, item, root):
            continue
        if j < index or found is None:
            found = j
        if j > index:
            break
    return found


def _differs(tree: Tree, names: Names, table: References, item: Reference, root: int) -> bool:
    """Whether class, sex or country tell them apart: "le président chinois" is not Barack Obama, a strike no firm."""
    person = table.items[root]
    if not compatible(item.type, person.type):
        return True
    sexes = {person.gender, item.gender} - {""} if item.type == "Person" else set()
    if len(sexes) == 2 and marks_gender(names.pack, item):
        return True
    if differ_in_age(tree, names.pack, table, item, root):
        return True
    return differ_in_country(tree, names, table, item, root)


def _same_complement(tree: Tree, pack: LanguagePack, table: References, root: int, noun: str, complement: int) -> bool:
    """Whether the noun that describes a name elsewhere has the same complement, or none."""
    for j, other in enumerate(table.items):
        if other.kind is not MentionKind.NOMINAL or other.head != noun or table.root(j) != root:
            continue
        theirs = complement_of(tree, pack, table, tree.words[other.i])
        if theirs is None or table.root(theirs) == table.root(complement):
            return True
    return False
