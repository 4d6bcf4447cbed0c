""" "Celui-ci", "ce dernier": whom or what the text has named last."""

from kg.extract.rules.agreement import feature
from kg.extract.rules.references import Reference, References
from kg.extract.rules.stand_for import is_agentive, may_speak, may_stand_for
from kg.extract.rules.tree import Tree, Word
from kg.lang import LanguagePack
from kg.lang.schema import load_schema
from kg.model import MentionKind

REACH = 2  # sentences that "ce dernier" looks back
AGENTS = ("Agent", "Country")


def latter_mention(tree: Tree, pack: LanguagePack, word: Word) -> Reference | None:
    """Return the mention of "ce dernier", which no noun follows."""
    if word.lower not in pack.words["latter"] or word.i == 0:
        return None
    before = tree.words[word.i - 1]
    below = before.pos == "DET" and before.head in (word.i, word.head)
    if before.lower not in pack.words["latter_determiners"] or not below:
        return None
    if any(c.pos in ("NOUN", "PROPN") and c.i > word.i and not c.case for c in tree.children(word.i)):
        return None
    after = tree.words[word.i + 1] if word.i + 1 < len(tree.words) else None
    if word.head == word.i + 1 and after is not None and after.pos in ("NOUN", "PROPN"):
        return None  # "ces derniers jours"
    core = (before.i, word.i + 1)
    gender = feature(word, "Gender") or feature(before, "Gender")
    return Reference(
        i=word.i, core=core, extents=(core,), kind=MentionKind.PRONOUN, type="Entity", sent=word.sent,
        gender=gender, number=feature(word, "Number"), determiner="third", head=word.lower,
    )  # fmt: skip


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
        if not may_stand_for(tree, pack, item, other, root) or _is_quoted_apart(tree, other, item):
            continue
        if speaks and not may_speak(word, root):
            continue
        found.append(j)
    persons = [j for j in found if load_schema().is_a(table.items[table.root(j)].type, "Person")]
    agents = [j for j in found if load_schema().fits(table.items[table.root(j)].type, AGENTS)]
    return next(iter((persons or agents if speaks else found) or found), None)


def _is_quoted_apart(tree: Tree, other: Reference, item: Reference) -> bool:
    """Whether a mention stands inside of a quotation that the pronoun stands outside of."""
    return sum(w.text.count('"') for w in tree.words[other.i : item.i]) % 2 == 1
