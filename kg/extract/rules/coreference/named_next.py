"""Whom the lead brings in by a description, and the next sentence by his name and age.

"A student has won the prize. Linda Vahter, 23, beat …": the description is hers.
"""

from kg.extract.rules.mentions.compared import differ_in_age
from kg.extract.rules.mentions.modifiers import marks_gender
from kg.extract.rules.mentions.references import Reference, References
from kg.extract.rules.parsing.tree import Tree
from kg.lang import LanguagePack
from kg.model import MentionKind

LEAD = 3  # sentences of the title and the lead
ASIDE = ("xcomp", "pcomp", "advcl", "relcl", "acl")  # clauses that tell of others: "for urging a senator to act"
AHEAD = 2  # in how many of the next sentences the name stands


def find_named_next(tree: Tree, pack: LanguagePack, table: References, index: int) -> int | None:
    """ "a retired teacher has won …", where the next sentence opens with a new name and an age."""
    item = table.items[index]
    if not _is_brought_in(tree, pack, item) or item.sent > LEAD or item.antecedent is not None:
        return None
    if item.head in pack.words["passing_persons"]:
        return None
    name = _named_with_age(tree, pack, table, item.sent)
    if name is None or _rivals(tree, pack, table, index, name):
        return None
    person = table.items[table.root(name)]
    two = len({person.gender, item.gender} - {""}) == 2 and marks_gender(pack, item)
    age = tree.words[table.items[name].core[1] + 1].text
    told = [w.text.split("-")[0] for w in tree.words[slice(*item.core)]]  # "a 14-year-old student"
    if any(number.isdigit() and number != age for number in told):
        return None
    return None if two or differ_in_age(tree, pack, table, item, table.root(name)) else name


def _is_brought_in(tree: Tree, pack: LanguagePack, item: Reference) -> bool:
    """Whether a description brings somebody in whom the article may be about: "a student", no bare "a judge"."""
    opened = tree.child(item.i, "det")
    article = opened is not None and opened.lower in pack.words["bringing_in"]
    person = item.kind is MentionKind.NOMINAL and item.type == "Person" and item.number != "Plur"
    passing = item.head in pack.words["passing_persons"] and not tree.children(item.i, "relcl", "acl")
    if not person or not article or passing or tree.words[item.i].rel == "poss":
        return False
    verb = next((w for w in tree.ancestors(item.i) if w.pos in ("VERB", "AUX")), None)
    return verb is None or verb.rel not in ASIDE


def _named_with_age(tree: Tree, pack: LanguagePack, table: References, sent: int) -> int | None:
    """The first name behind a sentence, if it is new, opens its own and has an age: "Linda Vahter, 23, …"."""
    seen = {x.name for x in table.items if x.kind is MentionKind.NAME and x.sent <= sent}
    for j, item in enumerate(table.items):
        if item.kind is not MentionKind.NAME or item.type != "Person" or item.sent <= sent:
            continue
        if item.sent > sent + AHEAD or item.name in seen or table.items[table.root(j)].name in seen:
            return None
        opening = [w for w in tree.words[tree.sents[item.sent][0] : item.core[0]] if w.pos != "PUNCT"]
        opens = all(
            w.lower in pack.courtesies or (w.is_title and w.lower not in pack.lists["positions"]) for w in opening
        )
        return j if opens and _has_age(tree, item) else None
    return None


def _has_age(tree: Tree, item: Reference) -> bool:
    """ "Linda Vahter, 23, beat": a number between commas."""
    behind = tree.words[item.core[1] : item.core[1] + 3]
    marks = [w.text for w in behind]
    return len(marks) == 3 and marks[0] == "," and marks[1].isdigit() and marks[2] in (",", ".")


def _rivals(tree: Tree, pack: LanguagePack, table: References, index: int, name: int) -> bool:
    """Whether another description before the name may be meant as well, and this one alone is not told more of."""
    others = [x for j, x in enumerate(table.items[:name]) if j != index and _is_brought_in(tree, pack, x)]
    alone = bool(tree.children(table.items[index].i, "relcl", "acl"))
    return any(not alone or tree.children(x.i, "relcl", "acl") for x in others)
