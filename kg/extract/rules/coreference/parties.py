"""Who "les deux hommes" and "les deux pays" are where a clause tells what one does with the other.

"Marc Petit a reçu Anne Morel. Les deux ministres …": two, and nobody else in that sentence.
"""

from kg.extract.rules.mentions.compared import clause_of
from kg.extract.rules.mentions.references import Reference, References
from kg.extract.rules.parsing.tree import SUBJECTS, Tree
from kg.lang import LanguagePack
from kg.lang.schema import load_schema
from kg.model import MentionKind

REACH = 2  # sentences that are looked back
PARTS = (*SUBJECTS, "obj", "iobj", "obl", "agent")
BODY, STATE = "Organization", "Country"


def kind_of(pack: LanguagePack, item: Reference) -> str:
    """The class of those whom a noun with a number may sum up; "": they bear no names as a rule ("jours")."""
    kind = pack.nouns.get(item.head, "")
    if kind == "Person":
        return kind
    if item.head in pack.words["states_called"]:
        return STATE
    if item.head in pack.words["generic_firms"]:
        return "Company"
    return kind if load_schema().is_a(kind or "Entity", BODY) else ""


def is_of_kind(kind: str, top: Reference) -> bool:
    """Whether somebody named may be summed up so; of a firm one may only know that it is an organisation."""
    return load_schema().is_a(top.type, kind) or (top.type == BODY and load_schema().is_a(kind, BODY))


def find_parties(tree: Tree, pack: LanguagePack, table: References, item: Reference) -> tuple[int, ...] | None:
    """Return a mention of the one who acts and one of the other, of the nearest sentence that speaks of such."""
    kind, here = kind_of(pack, item), table.at[item.i]
    found: dict[int, dict[int, list[int]]] = {}
    for j in range(here - 1, -1, -1):
        other, top = table.items[j], table.items[table.root(j)]
        if item.sent - other.sent > REACH:
            break
        if is_of_kind(kind, top) and other.determiner not in ("possessor", "adjective"):
            found.setdefault(other.sent, {}).setdefault(table.root(j), []).append(j)
    for sent in sorted(found, reverse=True):
        two = _of_sex(pack, table, item, found[sent])
        if len(found[sent]) > 1:
            return _of_one_clause(tree, pack, table, two) if len(two) == 2 else None
    return None


def _of_sex(
    pack: LanguagePack, table: References, item: Reference, found: dict[int, list[int]]
) -> dict[int, list[int]]:
    """ "Les deux hommes", where a woman is named too; "les deux dirigeants" may be a man and a woman."""
    if item.head not in pack.words["of_one_sex"]:
        return found
    return {root: those for root, those in found.items() if table.items[root].gender in ("", item.gender)}


def _of_one_clause(
    tree: Tree, pack: LanguagePack, table: References, pair: dict[int, list[int]]
) -> tuple[int, ...] | None:
    """The mentions of two named ones that have a part in one deed, of which one does it."""
    tops = [table.items[root] for root in pair]
    if any(top.kind is not MentionKind.NAME or (top.number == "Plur" and top.type == "Person") for top in tops):
        return None
    ones, others = (sorted(mentions) for mentions in pair.values())
    for one in ones:
        for other in others:
            words = [tree.words[table.items[j].i] for j in (one, other)]
            taking_part = all(w.rel in PARTS or w.case in pack.words["together"] for w in words)
            if not taking_part or not any(w.rel in SUBJECTS for w in words):
                continue
            if clause_of(tree, words[0].i, whole=True) == clause_of(tree, words[1].i, whole=True):
                return tuple(sorted((one, other)))
    return None
