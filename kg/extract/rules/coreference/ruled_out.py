"""Whom a description cannot mean, by what the article calls him: no judge is the accused, nor the head of another body.

What nouns tell of a person is taken from titles and appositions anywhere in the article.
"""

from kg.extract.rules.coreference.offices import is_former
from kg.extract.rules.mentions.references import Reference, References
from kg.extract.rules.parsing.tree import Tree
from kg.lang import LanguagePack
from kg.lang.schema import load_schema
from kg.model import MentionKind

LARGE = ("Organization", "Place")  # of what somebody is the head, or the spokeswoman


def is_ruled_out(tree: Tree, pack: LanguagePack, table: References, index: int, root: int) -> bool:
    """Whether what an article calls a person tells him apart from a description."""
    item, person = table.items[index], table.items[root]
    if item.type != "Person" or item.number == "Plur" or person.kind is not MentionKind.NAME or person.type != "Person":
        return False
    called = table.described.get(root, set())
    if not called:
        return False
    if _is_of_other_side(pack, item, called):
        return True
    if item.head not in called:
        return False
    others = [x for j, x in enumerate(table.items) if x.head == item.head and j != index and table.root(j) == root]
    others = [x for x in others if x.kind is MentionKind.NOMINAL]
    return _is_of_other_whole(tree, pack, table, item, others) or _is_to_come(tree, pack, item, others)


def _is_of_other_side(pack: LanguagePack, item: Reference, called: set[str]) -> bool:
    """ "le prévenu" is not the judge, nor "la magistrate" who is called a courier or a victim."""
    judging, judged = pack.words["judges"], pack.words["on_trial"]
    if item.head in judged:
        return bool(called & judging) and not called & judged
    if item.head not in judging or called & judging:
        return False
    return bool(called & (judged | pack.lists["occupations"]))


def _is_of_other_whole(
    tree: Tree, pack: LanguagePack, table: References, item: Reference, others: list[Reference]
) -> bool:
    """ "le chef de la Ligue arabe" is not "le chef d'une agence de voyages"; a president may be one twice."""
    if item.head in pack.words["held_of_many"] or is_former(tree, pack, item):
        return False
    mine = _whole_of(tree, pack, table, item)
    if mine is None or table.items[mine].kind is not MentionKind.NAME:
        return False
    theirs = [_whole_of(tree, pack, table, x) for x in others if not is_former(tree, pack, x)]
    known = {whole for whole in theirs if whole is not None}
    return bool(known) and mine not in known and all(_are_two(table.items[mine], table.items[x]) for x in known)


def _whole_of(tree: Tree, pack: LanguagePack, table: References, item: Reference) -> int | None:
    """The root of the body or place that a description is of: a name, or one of many ("chef d'une agence")."""
    for child in tree.children(item.i, "nmod"):
        index = table.at.get(child.i)
        if index is None or child.case not in pack.words["of"]:
            continue
        top = table.items[table.root(index)]
        new = top.kind is MentionKind.NOMINAL and table.items[index].determiner == "indefinite"
        new = new and load_schema().is_a(top.type, LARGE[0])  # "maire d'une petite commune": it may be named later
        if load_schema().fits(top.type, LARGE) and (new or top.kind is MentionKind.NAME):
            return table.root(index)
    return None


def _are_two(one: Reference, other: Reference) -> bool:
    """Whether two wholes are of one large class, and no name is in the other: "de Renault", "de Renault SA"."""
    mine, theirs = set(one.name.split()), set(other.name.split())
    alike = any(load_schema().is_a(one.type, kind) and load_schema().is_a(other.type, kind) for kind in LARGE)
    return alike and not mine & theirs


def _is_to_come(tree: Tree, pack: LanguagePack, item: Reference, others: list[Reference]) -> bool:
    """ "le futur président", "élire son nouveau président": not who is called president already."""
    told = {c.lower for c in tree.children(item.i, "amod")}
    word = tree.words[item.i]
    made = word.rel == "obj" and tree.words[word.head].lemma in pack.lists["appointing"]
    soon = pack.words["to_come"] | pack.words["newly"]
    if not told & (soon if made else pack.words["to_come"]):
        return False
    return all(not {c.lower for c in tree.children(x.i, "amod")} & soon for x in others)
