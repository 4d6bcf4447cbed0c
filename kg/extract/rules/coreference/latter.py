""" "Celui-ci", "ce dernier": whom or what the text has named last."""

from kg.extract.rules.coreference.stand_for import is_agentive, may_speak, may_stand_for
from kg.extract.rules.mentions.references import References
from kg.extract.rules.parsing.tree import Tree
from kg.lang import LanguagePack
from kg.lang.schema import load_schema
from kg.model import MentionKind

REACH = 2  # sentences that "ce dernier" looks back
AGENTS = ("Agent", "Country")


def find_latter(tree: Tree, pack: LanguagePack, table: References, index: int) -> int | None:
    """Return the nearest mention before that agrees; who speaks is somebody, a person before a body."""
    item = table.items[index]
    word = tree.words[item.i]
    speaks = is_agentive(tree, pack, word)
    found: list[int] = []
    for j in range(index - 1, -1, -1):
        other, root = table.items[j], table.items[table.root(j)]
        if item.sent - other.sent > REACH or (found and other.sent < table.items[found[0]].sent):
            break
        if root.kind is MentionKind.PRONOUN or other.determiner == "possessor" or other.type == "Country":
            continue
        if not may_stand_for(tree, pack, item, other, root) or tree.cuts_quotation(other.i, item.i):
            continue
        if speaks and not may_speak(word, root):
            continue
        found.append(j)
    persons = [j for j in found if load_schema().is_a(table.items[table.root(j)].type, "Person")]
    agents = [j for j in found if load_schema().fits(table.items[table.root(j)].type, AGENTS)]
    return next(iter((persons or agents if speaks else found) or found), None)
