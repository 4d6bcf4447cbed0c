""" "Celui-ci", "ce dernier": whom or what the text has named last."""

from collections.abc import Callable, Iterator

from kg.extract.rules.coreference.stand_for import is_agentive, may_speak, may_stand_for
from kg.extract.rules.mentions.references import Reference, References
from kg.extract.rules.parsing.tree import Tree
from kg.lang import LanguagePack
from kg.lang.schema import load_schema
from kg.model import MentionKind

REACH = 2  # sentences that "ce dernier" looks back
AGENTS = ("Agent", "Country")
OPENING = ("(", "[")


def find_latter(tree: Tree, pack: LanguagePack, table: References, index: int) -> int | None:
    """Return the nearest mention before that agrees; who speaks is somebody, a person before a body.

    What is only named beside something, as its place or whose words it is, is passed over where something else agrees.
    """
    item = table.items[index]
    found = [*_agreeing(tree, pack, table, index)]
    for is_meant in _told_apart(tree, pack, table, item):
        found = [j for j in found if is_meant(j)] or found
    persons = [j for j in found if load_schema().is_a(table.items[table.root(j)].type, "Person")]
    if is_agentive(tree, pack, tree.words[item.i]):
        agents = [j for j in found if load_schema().fits(table.items[table.root(j)].type, AGENTS)]
        found = persons or agents or found
    elif item.head in pack.words["latter_of_persons"]:
        found = persons or found
    return next(iter(found), None)


def _agreeing(tree: Tree, pack: LanguagePack, table: References, index: int) -> Iterator[int]:
    """Yield what a sentence names that may be meant, the nearest first: of the nearest sentence that names any."""
    item, nearest = table.items[index], None
    word = tree.words[item.i]
    speaks = is_agentive(tree, pack, word)
    for j in range(index - 1, -1, -1):
        other, root = table.items[j], table.items[table.root(j)]
        if item.sent - other.sent > REACH or (nearest is not None and other.sent < nearest):
            return
        if root.kind is MentionKind.PRONOUN or other.determiner == "possessor" or other.type == "Country":
            continue
        if not may_stand_for(tree, pack, item, other, root) or tree.cuts_quotation(other.i, item.i):
            continue
        if speaks and not may_speak(word, root):
            continue
        nearest = other.sent
        yield j


def _told_apart(
    tree: Tree, pack: LanguagePack, table: References, item: Reference
) -> tuple[Callable[[int], bool], ...]:
    """What is asked of candidates, one after the other, as long as any are left."""
    items, words = table.items, tree.words

    def is_named(j: int) -> bool:
        """No "batte" of "à coups de batte"."""
        other = items[j]
        return other.kind is not MentionKind.NOMINAL or other.determiner != "" or other.number == "Plur"

    def are_several(j: int) -> bool:
        """ "ces derniers": no single one."""
        return "Plur" in (items[j].number, items[table.root(j)].number) or bool(items[table.root(j)].members)

    def is_no_aside(j: int) -> bool:
        """No "Hotch" of "Thomas Gibson (Hotch)"."""
        return items[j].core[0] == 0 or words[items[j].core[0] - 1].text not in OPENING

    def is_no_place(j: int) -> bool:
        """No place where something is, and no platform on which it was told."""
        place = load_schema().is_a(items[table.root(j)].type, "Place")
        return not place and words[items[j].i].text not in pack.words["platforms"]

    several = (are_several,) if item.number == "Plur" else ()
    return (is_named, *several, is_no_aside, is_no_place)
