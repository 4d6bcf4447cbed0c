"""Bodies whose name a comma or a bracket sets off: "la banque centrale américaine, la Fed,", "l'agence (ACR)"."""

from kg.extract.rules.mentions.acronyms import ends_at, initials_match
from kg.extract.rules.mentions.compared import compatible
from kg.extract.rules.mentions.named_rows import behind_bracket
from kg.extract.rules.mentions.references import Reference, References
from kg.extract.rules.mentions.set_off import CLOSED
from kg.extract.rules.parsing.mending.grammar import opening_of
from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Tree, Word
from kg.lang import LanguagePack
from kg.lang.schema import load_schema
from kg.model import MentionKind

BODIES = ("Organization",)
THINGS = ("Organization", "Product", "Place")
LANDS = ("AdministrativeArea", "City", "Country")  # in which what is told before them lies
TOLD = ("definite", "possessive")
FEWEST = 2  # capitals of letters that stand for a name


def body_called(tree: Tree, pack: LanguagePack, table: References, ends: dict[int, int], name: Reference) -> int | None:
    """Return the description of a body that a name in brackets, or between commas, is the name of.

    Args:
        ends: word behind a description -> its index, the outermost first.
    """
    if name.type != "Entity" and (name.type in LANDS or not load_schema().fits(name.type, THINGS)):
        return None
    first = opening_of(tree, pack, name.core[0])
    mark = tree.words[first - 1].text if first > 1 else ""
    if mark == "(":
        return _before_bracket(tree, pack, table, ends, name)
    return _before_comma(tree, pack, table, ends, name) if mark == "," else None


def _before_bracket(
    tree: Tree, pack: LanguagePack, table: References, ends: dict[int, int], name: Reference
) -> int | None:
    """Letters that stand alone in brackets; those of a party or a paper tell whose or who says so."""
    first, last = name.core
    letters = sum(c.isupper() for c in tree.words[first].text)
    alone = last - first == 1 and last < len(tree.words) and tree.words[last].text == ")"
    if not alone or letters < FEWEST or name.type in ("PoliticalParty", "MediaOutlet"):
        return None
    index = ends.get(first - 1)
    if index is None or not _may_be(pack, table.items[index], name):
        return None
    spelt = _spelt(tree, table, first)
    if spelt is not None:
        return index if spelt == index else None
    return None if _has_inner(table, first - 1, index, name.type) else index


def _spelt(tree: Tree, table: References, i: int) -> int | None:
    """The outermost phrase before a bracket whose words the letters in it begin, its own noun with the first one."""
    letters = tree.words[i].text.upper()
    before = [(j, x) for j, x in enumerate(table.items) if x.i < i and ends_at(x, i - 1)]
    opening = (
        (j, x) for j, x in before if any(w.text[:1].upper() == letters[0] for w in tree.words[x.core[0] : x.i + 1])
    )
    return next((j for j, x in opening if initials_match(tree, x, i - 1, letters)), None)


def _has_inner(table: References, end: int, index: int, kind: str) -> bool:
    """ "the archive of a newspaper, Echo": whether another body, without a name, is told last in a description."""
    bodies = (x for j, x in enumerate(table.items) if j != index and x.kind is MentionKind.NOMINAL and ends_at(x, end))
    told = (x for x in bodies if x.determiner in (*TOLD, "indefinite") and x.number != "Plur")
    return any(load_schema().fits(x.type, THINGS) and compatible(x.type, kind) for x in told)


def _before_comma(
    tree: Tree, pack: LanguagePack, table: References, ends: dict[int, int], name: Reference
) -> int | None:
    """A name that commas, or a comma and the end, set off; not one of a row, nor one that acts itself."""
    comma = opening_of(tree, pack, name.core[0]) - 1
    index = ends.get(comma)
    noun = table.items[index] if index is not None else None
    if index is None or noun is None or not _may_be(pack, noun, name) or noun.sent != name.sent:
        return None
    if _has_inner(table, comma, index, name.type):
        return None
    end = behind_bracket(tree, name.core[1])
    closed = end >= len(tree.words) or tree.words[end].text in CLOSED
    if not closed or _goes_on(tree, pack, end) or _is_joined(tree, noun):
        return None
    return None if _acts_itself(tree, noun, name) else index


def _may_be(pack: LanguagePack, noun: Reference, name: Reference) -> bool:
    told = noun.kind is MentionKind.NOMINAL and noun.determiner in TOLD and noun.number != "Plur"
    if not told or noun.antecedent is not None or noun.known is not None:
        return False
    if noun.head in pack.words["watchdogs"]:
        return noun.core[1] - noun.core[0] > 1 and load_schema().fits(name.type, BODIES)
    return load_schema().fits(noun.type, THINGS) and compatible(noun.type, name.type)


def _goes_on(tree: Tree, pack: LanguagePack, end: int) -> bool:
    """ "la banque, Valtec, Zumo et Aton": behind the comma the row has another name, or what joins the last one."""
    if end + 1 >= len(tree.words) or tree.words[end].text != ",":
        return False
    behind = opening_behind(tree, pack, end + 1)
    return behind.is_title or behind.lower in pack.words["coordinators"]


def opening_behind(tree: Tree, pack: LanguagePack, i: int) -> Word:
    """The word at a place, or behind the article there."""
    article = tree.words[i].lower in pack.words["definite"] and i + 1 < len(tree.words)
    return tree.words[i + article]


def _is_joined(tree: Tree, noun: Reference) -> bool:
    """ "Valtec et l'opérateur, Zumo, …"."""
    return tree.words[noun.i].rel == "conj"


def _acts_itself(tree: Tree, noun: Reference, name: Reference) -> bool:
    """ "Interrogé par le groupe, Valtec, qui …, a refusé": who acts in another clause is not the body before."""
    word, other = tree.words[name.i], tree.words[noun.i]
    if word.rel not in SUBJECTS or word.head == ROOT:
        return False
    return not (other.rel in SUBJECTS and other.head == word.head)
