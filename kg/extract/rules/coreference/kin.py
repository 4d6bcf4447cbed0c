"""Whose kin somebody is, by the surname that both have: "son épouse Anne Petit" is that of Marc Petit."""

from collections.abc import Sequence

from kg.extract.rules.coreference.pronoun_traits import Candidate
from kg.extract.rules.mentions.modifiers import complement_of, owner_of
from kg.extract.rules.mentions.references import Reference, References
from kg.extract.rules.parsing.tree import ROOT, Tree
from kg.lang import LanguagePack
from kg.model import MentionKind

SEXES = ("Masc", "Fem")
STEM = 6  # letters that surnames share whose endings tell the sex: "Ivanovski", "Ivanovskaïa"


def of_one_surname(
    tree: Tree, pack: LanguagePack, table: References, item: Reference, candidates: list[Candidate]
) -> list[Candidate]:
    """Return the candidates for "son" that have the surname of the kin who is named, if there are any; else all."""
    index = _owned(tree, table, item, pack.words["kin"])
    kin = table.root(index) if index is not None else None
    if kin is None or table.items[kin].kind is not MentionKind.NAME:
        return candidates
    own = [c for c in candidates if c.root != kin and _is_of(_full_name(table, table.items[kin]), table.items[c.root])]
    return own or ([] if _namesakes(tree, pack, table, item) else candidates)


def is_of_other_surname(tree: Tree, pack: LanguagePack, table: References, item: Reference, owner: int) -> bool:
    """ "le président et son épouse Anne Petit": he is not Luc Roux in an article that names a Marc Petit."""
    person = table.items[table.root(owner)]
    family = _namesakes(tree, pack, table, item)
    return person.kind is MentionKind.NAME and bool(family) and table.root(owner) not in family


def _namesakes(tree: Tree, pack: LanguagePack, table: References, item: Reference) -> set[int]:
    """Who in an article has the surname of the spouse whom "son" is of, and the other sex."""
    index = _owned(tree, table, item, pack.words["couples"])
    kin = table.root(index) if index is not None else None
    if kin is None or table.items[kin].kind is not MentionKind.NAME:
        return set()
    name, sex = _full_name(table, table.items[kin]), table.items[index or 0].gender
    family = {table.root(j) for j, x in enumerate(table.items) if _is_of(name, x)} - {kin}
    return {root for root in family if sex in SEXES and _sex(pack, table.items[root]) not in ("", sex)}


def _full_name(table: References, person: Reference) -> list[str]:
    """The words of a name; "Anne" is the one Anne Petit whom the article names, wherever it does."""
    name = person.name.split()
    full = {x.name for x in table.items if x.kind is MentionKind.NAME and x.type == "Person" and " " in x.name}
    called = [other for other in full if other.split()[0] == person.name]
    return called[0].split() if len(name) == 1 and len(called) == 1 else name


def of_other_sex(
    tree: Tree, pack: LanguagePack, table: References, item: Reference, candidates: list[Candidate]
) -> list[Candidate]:
    """Return the candidates for "son", without the men where he whom "son mari" is of may be a woman."""
    index = _owned(tree, table, item, pack.words["couples"])
    spouse = table.items[index].gender if index is not None else ""
    sexes = {c.root: _sex(pack, table.items[c.root]) for c in candidates}
    if spouse not in SEXES or not any(sex in SEXES and sex != spouse for sex in sexes.values()):
        return candidates
    return [c for c in candidates if sexes[c.root] != spouse]


def _owned(tree: Tree, table: References, item: Reference, kinds: frozenset[str]) -> int | None:
    """The mention that "son" is of, if it is one of some kinds of people."""
    noun = tree.words[item.i].head
    if item.determiner != "possessor" or noun == ROOT or tree.words[noun].lemma not in kinds:
        return None
    return table.at.get(noun)


def shared_owner(tree: Tree, table: References, index: int) -> int | None:
    """ "sa veuve et ses deux filles", "Anne, sa veuve, et ses filles": both are of the same."""
    item = table.items[index]
    noun = tree.words[item.i].head
    if item.determiner != "possessor" or noun == ROOT or tree.words[noun].rel != "conj":
        return None
    first = tree.words[noun].head
    beside = {first, *(c.i for c in tree.children(first, "appos"))} if first != ROOT else set()
    for j in range(index - 1, -1, -1):
        other = table.items[j]
        if other.sent != item.sent:
            return None
        if other.determiner == "possessor" and tree.words[other.i].head in beside and other.antecedent is not None:
            return j if other.number == item.number else None
    return None


def find_namesake(tree: Tree, pack: LanguagePack, table: References, index: int) -> int | None:
    """ "Bernadette Chirac … son mari": the one man of the article who has her surname, wherever he is named.

    Nobody whom the article calls other kin: Marine Petit's "frère" is not the Jean Petit who is "son père".
    """
    item = table.items[index]
    if item.determiner != "possessive" or item.head not in pack.words["close_kin"] or item.number == "Plur":
        return None
    owner = owner_of(tree, table, tree.words[item.i])
    top = table.root(owner) if owner is not None else None
    if top is None or table.items[top].kind is not MentionKind.NAME or table.items[top].type != "Person":
        return None
    name = table.items[top].name.split()
    people = sorted({table.root(j) for j, x in enumerate(table.items) if x.kind is MentionKind.NAME} - {top})
    family = [j for j in people if _is_of(name, table.items[j]) and len(table.items[j].name.split()) > 1]
    family = [j for j in family if _sex(pack, table.items[j]) == item.gender]
    if len(family) != 1:
        return None
    called = table.described.get(family[0], set()) & pack.words["kin"]
    return family[0] if called <= {item.head} else None


def is_no_kin(tree: Tree, pack: LanguagePack, table: References, item: Reference, root: int) -> bool:
    """ "Elle remplace son mari", "le frère de Marc Petit": whom nothing calls kin, nor by the surname, is not he.

    Behind an article that holds for those of one blood: "l'épouse de Marc Petit" is often told of by her own name.
    """
    if item.head not in pack.words["close_kin"]:
        return False
    word = tree.words[item.i]
    if item.determiner == "possessive":
        owner = owner_of(tree, table, word)
    else:
        blood = item.determiner == "definite" and item.head not in pack.words["couples"]
        owner = complement_of(tree, pack, table, word) if blood else None
    top = table.root(owner) if owner is not None else None
    person = table.items[root]
    if top is None or table.items[top].kind is not MentionKind.NAME or person.kind is not MentionKind.NAME:
        return False
    if table.items[top].type != "Person":
        return False
    called = table.described.get(root, set()) | table.described.get(top, set())
    alike = _is_of(table.items[top].name.split(), person) or " " not in person.name
    return not alike and not called & pack.words["close_kin"]


def _sex(pack: LanguagePack, person: Reference) -> str:
    """The sex of who is named, as the text or else the first name tells it; "" where neither does."""
    if person.type != "Person":
        return ""
    first = (person.name.split() or [""])[0] if person.kind is MentionKind.NAME else ""
    return person.gender or pack.sex_of(first)


def _is_of(name: Sequence[str], other: Reference) -> bool:
    """Whether a person has the surname of a full name."""
    if len(name) < 2 or other.type != "Person" or other.kind is not MentionKind.NAME:
        return False
    mine, theirs = name[-1], other.name.rpartition(" ")[2]
    return mine == theirs or (len(mine) > STEM and len(theirs) > STEM and mine[:STEM] == theirs[:STEM])
