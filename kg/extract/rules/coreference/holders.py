"""Who heads what: "le leader de la CGT" is whom the article calls its secretary-general, or who is known to lead it."""

from kg.extract.rules.coreference.offices import is_former, listed_office
from kg.extract.rules.mentions.modifiers import complement_of, marks_gender
from kg.extract.rules.mentions.names import Names
from kg.extract.rules.mentions.references import Reference, References
from kg.extract.rules.parsing.tree import Tree
from kg.lang import LanguagePack
from kg.lang.holders import load_holders
from kg.model import MentionKind

SURE = 0.87  # how likely the holder of an office is meant: what acts tells then that he holds it
FIRST = "head"  # the class of who is first in a body or a state
FORMER = "former"  # before a class: who is in the news for something else since
BEHIND = 3  # words behind a description that may tell when: "de l'époque"


def find_known_holder(tree: Tree, pack: LanguagePack, table: References, names: Names, index: int) -> int | None:
    """Return a mention of the one person of an article who heads the body that a description names."""
    item = table.items[index]
    if item.type != "Person" or item.determiner != "definite" or item.number == "Plur":
        return None
    office = _office_of(tree, pack, table, names, item)
    if office is None:
        return None
    named = _named_people(table)
    people = {x for x in _told_so(tree, pack, table, names, index, office) if x in named}
    if not people:
        known = load_holders().get(office, frozenset())
        if is_former(tree, pack, item):
            known |= load_holders().get((f"{FORMER} {office[0]}", office[1]), frozenset())
        people = {x for x in named if _is_among(table.items[x].name, known)}
    people = {x for x in people if not _differ_in_sex(tree, pack, item, table.items[x])}
    if len(people) != 1:
        return None
    mentions = named[people.pop()]
    return next((j for j in reversed(mentions) if j < index), mentions[0])


def _office_of(
    tree: Tree, pack: LanguagePack, table: References, names: Names, item: Reference
) -> tuple[str, str] | None:
    """The class of an office and what it is of: the id of a known row, a name, or nothing of one's own country."""
    office = listed_office(tree, pack, item, "holders")
    if office is None:
        return None
    first, last = max(item.extents, key=lambda extent: extent[1] - extent[0])
    if any(w.lower in pack.words["then"] for w in tree.words[first : last + BEHIND]):
        return None  # "le président de l'époque"
    inner = [
        c for i in (item.i, *(c.i for c in tree.children(item.i, "nmod"))) for c in tree.children(i, "amod", "name")
    ]
    country = next((known.id for c in inner if (known := names.country_told_by(tree, c)) is not None), None)
    body = _body_of(tree, pack, table, item)
    top = table.items[body] if body is not None else None
    national = (office, "") in load_holders()
    if top is not None and (not national or top.type == "Country"):
        return office, top.known or top.name
    if country is not None:
        return (office if (office, country) in load_holders() else FIRST), country
    return (office, "") if national else None


def _body_of(tree: Tree, pack: LanguagePack, table: References, item: Reference) -> int | None:
    """What a description names that somebody heads; "le président du parti Les Républicains" too."""
    index = complement_of(tree, pack, table, tree.words[item.i])
    if index is not None and table.items[table.root(index)].kind is not MentionKind.NAME:
        beside = (*tree.children(table.items[index].i, "appos", "name", "nmod"), *tree.children(item.i, "nmod"))
        inner = (table.at.get(c.i) for c in beside if not c.case)
        index = next((j for j in inner if j is not None), None)
    top = table.root(index) if index is not None else None
    if top is None or table.items[top].kind is not MentionKind.NAME or table.items[top].type == "Person":
        return None
    return top


def _named_people(table: References) -> dict[int, list[int]]:
    """The people whom an article names, with their names in text order."""
    found: dict[int, list[int]] = {}
    for j, other in enumerate(table.items):
        root = table.items[table.root(j)]
        if other.kind is MentionKind.NAME and root.kind is MentionKind.NAME and root.type == "Person":
            found.setdefault(table.root(j), []).append(j)
    return found


def _told_so(
    tree: Tree, pack: LanguagePack, table: References, names: Names, index: int, office: tuple[str, str]
) -> set[int]:
    """Whom a title or an apposition of the article gives the same office, then or now alike."""
    former = is_former(tree, pack, table.items[index])
    found = set()
    for j, other in enumerate(table.items):
        if j == index or other.kind is not MentionKind.NOMINAL or other.type != "Person" or other.ranked is not None:
            continue
        if table.root(j) == j or is_former(tree, pack, other) != former:
            continue
        if any(first <= table.items[index].i < end for first, end in other.extents):
            continue  # "la ministre déléguée auprès du ministre des Sports, Anne Roy"
        if _office_of(tree, pack, table, names, other) == office:
            found.add(table.root(j))
    return found


def _is_among(name: str, known: frozenset[str]) -> bool:
    """Whether a name is one of some people's, or the surname that one of them alone bears."""
    return name in known or sum(name == each.split()[-1] for each in known) == 1


def _differ_in_sex(tree: Tree, pack: LanguagePack, item: Reference, person: Reference) -> bool:
    """ "la ministre" is no man; "l'ex-ministre" may be anybody: neither its article nor an adjective tells."""
    det = tree.child(item.i, "det")
    told = det is None or det.text[-1:].isalpha() or any(c.i < item.i for c in tree.children(item.i, "amod"))
    return told and len({person.gender, item.gender} - {""}) == 2 and marks_gender(pack, item)
