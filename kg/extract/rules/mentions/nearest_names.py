"""The most salient name before a description whose class it can be."""

from kg.extract.rules.mentions.compared import clause_mates, compatible, differ_in_age, salience
from kg.extract.rules.mentions.media_kinds import is_other_medium
from kg.extract.rules.mentions.modifiers import differ_in_country, marks_gender
from kg.extract.rules.mentions.names import Names
from kg.extract.rules.mentions.references import Reference, References
from kg.extract.rules.parsing.tree import SUBJECTS, Tree
from kg.lang import LanguagePack
from kg.lang.schema import load_schema
from kg.model import MentionKind

VAGUER = 0.8  # how much less a name of no certain class is meant by "le constructeur"
DESCRIPTION_REACH = 8


def find_nearest_name(tree: Tree, pack: LanguagePack, table: References, names: Names, index: int) -> int | None:
    """The most salient name before a description whose class it can be."""
    item = table.items[index]
    best, best_score = None, 0.0
    beside = {table.root(j) for j in clause_mates(tree, table, item)}
    for j in range(index - 1, -1, -1):
        other = table.items[j]
        distance = item.sent - other.sent
        if distance > DESCRIPTION_REACH:
            break
        root = table.items[table.root(j)]
        if item.type == "Country" and root.type == "Country" and root.known:
            pass
        elif not (
            _may_be_meant(tree, pack, item, other, root)
            and _may_describe(tree, names, item, root, table.root(j), table)
        ):
            continue
        score = 3.0 - 0.7 * distance + salience(tree, other) + 0.12 * min(table.size(table.root(j)), 5)
        score -= VAGUER * (root.type != item.type and root.type == "Organization")
        if is_other_medium(tree, pack, table, item, table.root(j)):
            continue
        if table.root(j) in beside or _is_somebody_else(pack, table, table.root(j), item):
            continue
        if score > best_score:
            best, best_score = j, score
    return best


def _may_be_meant(tree: Tree, pack: LanguagePack, item: Reference, other: Reference, root: Reference) -> bool:
    """A name; for "la jeune femme" also who was the subject just before: "la fille de X" is not X."""
    if root.kind is MentionKind.NAME:
        return True
    if root.kind is not MentionKind.NOMINAL or item.head not in pack.words["generic_persons"]:
        return False
    acts = tree.words[other.i].rel in SUBJECTS and item.sent - other.sent <= 1
    return acts and root.type == "Person" and root.number != "Plur"


def _is_somebody_else(pack: LanguagePack, table: References, root: int, item: Reference) -> bool:
    """ "le ministre" is not the one whom the article calls president, nor "le journaliste" a footballer."""
    trades = pack.trades
    described = table.described.get(root, set())
    if item.head in pack.words["generic_persons"] or item.head not in trades:
        return False
    return bool(described & trades) and item.head not in described


def _may_describe(
    tree: Tree, names: Names, item: Reference, root: Reference, root_index: int, table: References
) -> bool:
    schema = load_schema()
    if schema.is_a(item.type, "Person"):
        if root.type != "Person" or differ_in_age(tree, names.pack, table, item, root_index):
            return False
        if root.gender and item.gender and root.gender != item.gender and marks_gender(names.pack, item):
            return False
    elif schema.is_a(item.type, "Organization"):
        if not schema.is_a(root.type, "Organization"):
            return False
        if not (schema.is_a(item.type, root.type) or schema.is_a(root.type, item.type)):
            return False
    elif schema.is_a(item.type, "Place"):
        return root.type == item.type or (root.type == "Place" and item.type != "Country")
    elif not schema.is_a(root.type, "Product") or not compatible(item.type, root.type):
        return False
    return not differ_in_country(tree, names, table, item, root_index)
