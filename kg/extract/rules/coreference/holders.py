"""Who heads what: "le leader de la CGT" is whom the article calls its secretary-general, or who is known to lead it."""

from collections import Counter
from functools import cache

from kg.extract.rules.coreference.offices import is_former, listed_office, listed_offices
from kg.extract.rules.mentions.modifiers import complement_of, differ_in_sex
from kg.extract.rules.mentions.names import Names
from kg.extract.rules.mentions.references import Reference, References
from kg.extract.rules.parsing.tree import Tree
from kg.lang import LanguagePack
from kg.lang.holders import known_classes, load_holders
from kg.model import MentionKind

SURE = 0.87  # how likely the holder of an office is meant: what acts tells then that he holds it
FIRST = "head"  # the class of who is first in a body or a state
FIRST_OFFICES = ("state", "government")  # whose holders have held others before
OF_BODIES = frozenset({FIRST, "founder"})  # whoever heads or founded one may have any trade
FORMER = "former"  # before a class: who is in the news for something else since
OF_MANY = frozenset({"minister", "mayor"})  # classes of an office that is held of many things at once
POLITICAL = OF_MANY | {"deputy", "senator", "mep"}
APART = frozenset(
    {"actor", "athlete", "coach", "cook", "designer", "footballer", "humorist", "model", "rapper", "singer"}
)
BEHIND = 3  # words behind a description that may tell when: "de l'époque"


def find_known_holders(tree: Tree, pack: LanguagePack, table: References, names: Names, index: int) -> list[int]:
    """Return a mention of each person of an article who heads the body that a description names, or did so once."""
    item = table.items[index]
    if item.type != "Person" or item.determiner != "definite" or item.number == "Plur":
        return []
    office = _office_of(tree, pack, table, names, item)
    if office is None:
        return []
    named = _named_people(table)
    people = {x for x in _told_so(tree, pack, table, names, index, office) if x in named}
    if not people:
        known = load_holders().get(office, frozenset())
        if is_former(tree, pack, item):
            known |= load_holders().get((f"{FORMER} {office[0]}", office[1]), frozenset())
        people = {x for x in named if _is_among(table.items[x].name, known)}
    people = {x for x in people if not _differ_in_sex(tree, pack, item, table.items[x])}
    people = _last_called_so(tree, pack, table, index, office[0], people)
    before = {x: next((j for j in reversed(named[x]) if j < index), None) for x in sorted(people)}
    return [named[x][0] if j is None else j for x, j in before.items()]


def find_known_trades(tree: Tree, pack: LanguagePack, table: References, index: int) -> list[int]:
    """ "le chanteur": a mention of each person named before who is known for such a trade, or called so by the article.

    "La ministre" alone; "la ministre de la Santé" holds one office of many.
    """
    item = table.items[index]
    if item.type != "Person" or item.number == "Plur" or item.determiner not in ("definite", "demonstrative"):
        return []
    trades = listed_trades(tree, pack, item)
    if not trades or (trades & OF_MANY and not _is_bare(tree, pack, item)):
        return []
    if trades & POLITICAL and is_former(tree, pack, item):
        return []
    named = _named_people(table)
    known = _known_for(trades)
    called = {x for x in named if item.head in table.described.get(x, ())}
    people = [x for x in named if x in called or _is_among(table.items[x].name, known)]
    people = [x for x in people if not _differ_in_sex(tree, pack, item, table.items[x])]
    last = [next((j for j in reversed(named[x]) if j < index), None) for x in people]
    return [j for j in last if j is not None] if set(people) - called else []


def _is_bare(tree: Tree, pack: LanguagePack, item: Reference) -> bool:
    """Whether nothing tells which of many offices is meant, nor that it is the first."""
    told = tree.children(item.i, "nmod", "amod", "acl", "relcl", "name")
    return all(c.lower in pack.words["of_office"] for c in told)


def listed_trades(tree: Tree, pack: LanguagePack, item: Reference) -> frozenset[str]:
    """Return the classes of trades that the words of a description may mean."""
    return listed_offices(tree, pack, item, "known_trades")


def is_of_other_trade(tree: Tree, pack: LanguagePack, table: References, item: Reference, root: int) -> bool:
    """Whether a person is known for something, but not for the trade of a description, nor called so by the article.

    A politician may be a deputy or a minister too, and anybody may have been something before.
    """
    trades = listed_trades(tree, pack, item)
    person = table.items[root]
    if not trades or person.kind is not MentionKind.NAME or is_former(tree, pack, item):
        return False
    held = known_classes(person.name) - OF_BODIES
    if not held or held & trades or item.head in table.described.get(root, ()):
        return False
    return not (trades & POLITICAL) or held <= APART


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


def _last_called_so(
    tree: Tree, pack: LanguagePack, table: References, index: int, office: str, people: set[int]
) -> set[int]:
    """The one whom the article last called so, else those whom it does not call otherwise.

    "L'ancien chef de l'État", later "l'ancien président": the same man. Who is the president is not the former one, and
    "le ministre de l'Économie" is not yet the president.
    """
    former = is_former(tree, pack, table.items[index])
    others, first = set(), office in FIRST_OFFICES
    for j in range(index - 1, -1, -1) if people else ():
        item, root = table.items[j], table.root(j)
        if item.kind is not MentionKind.NOMINAL or root not in people:
            continue
        held = listed_office(tree, pack, item, "holders")
        then = is_former(tree, pack, item)
        if held == office and then == former:
            return {root}
        if held == office or (first and not former and not then and (held, "") in load_holders()):
            others.add(root)
    return people - others if former or len(people) > 1 else people


@cache
def _known_for(trades: frozenset[str]) -> frozenset[str]:
    """Who is known for one of some trades, in whatever place."""
    return frozenset[str]().union(*(people for (trade, _), people in load_holders().items() if trade in trades))


def _is_among(name: str, known: frozenset[str]) -> bool:
    """Whether a name is one of some people's, or the surname that one of them alone bears."""
    return name in known or _surnames(known)[name] == 1


@cache
def _surnames(known: frozenset[str]) -> Counter[str]:
    """How many of some people bear each surname."""
    return Counter(name.split()[-1] for name in known)


def _differ_in_sex(tree: Tree, pack: LanguagePack, item: Reference, person: Reference) -> bool:
    """ "la ministre", "l'animatrice" are no man; "l'ex-ministre" may be anybody: article, adjective or form tells."""
    word, det = tree.words[item.i], tree.child(item.i, "det")
    told = det is None or det.text[-1:].isalpha() or word.lower != item.head
    told = told or any(c.i < item.i for c in tree.children(item.i, "amod"))
    return told and differ_in_sex(pack, item, person)
