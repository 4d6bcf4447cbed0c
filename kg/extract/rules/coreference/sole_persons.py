"""Persons meant because nobody else can be: the only one, the one not described, the one introduced later."""

from kg.extract.rules.mentions.compared import in_same_clause
from kg.extract.rules.mentions.modifiers import differ_in_sex
from kg.extract.rules.mentions.names import Names
from kg.extract.rules.mentions.nearest_names import DESCRIPTION_REACH, find_nearest_name
from kg.extract.rules.mentions.references import References
from kg.extract.rules.parsing.tree import SUBJECTS, Tree, Word
from kg.lang import LanguagePack
from kg.model import MentionKind

LEAD = 3  # sentences of the title and the lead


def find_only_bearer(tree: Tree, pack: LanguagePack, table: References, names: Names, index: int) -> int | None:
    """ "le ministre", after one person alone whom nothing describes: a bare office, and nobody else to hold it."""
    item = table.items[index]
    told_apart = [c for c in tree.children(item.i, "nmod", "amod", "acl", "relcl") if not _is_set_off(tree, c)]
    if told_apart:
        return None
    people = {
        table.root(j)
        for j in range(index)
        if table.items[j].kind is MentionKind.NAME
        and table.items[table.root(j)].type == "Person"
        and item.sent - table.items[j].sent <= DESCRIPTION_REACH
    }
    return find_nearest_name(tree, pack, table, names, index) if len(people) == 1 else None


def _is_set_off(tree: Tree, clause: Word) -> bool:
    """ "the singer, who was born in Georgia": a relative clause behind a comma tells nobody apart."""
    first = tree.subtree(clause.i)[0]
    return clause.rel == "relcl" and first > 0 and tree.words[first - 1].text == ","


def find_introduced_later(tree: Tree, table: References, index: int) -> int | None:
    """The lead says "le ministre syrien", the next sentence his name: the first new person that nothing describes."""
    item = table.items[index]
    if item.sent > LEAD:
        return None
    seen = {table.root(j) for j in range(index) if table.items[j].kind is MentionKind.NAME}
    for j in range(index + 1, len(table.items)):
        other = table.items[j]
        if other.sent - item.sent > 2:
            return None
        root = table.root(j)
        if other.kind is MentionKind.NAME and table.items[root].type == "Person":
            if tree.cuts_quotation(tree.sents[item.sent][1] - 1, other.i):
                return None  # "…, dit le directeur. "Anne a fait partie d'un groupe", …"
            if root in seen or table.described.get(root) or tree.words[other.i].rel not in SUBJECTS:
                return None
            return j if other.sent > item.sent else None
    return None


def find_subject_before(tree: Tree, table: References, index: int) -> int | None:
    """ "Paul Roux dénonce des abus. Ce policier …": of a subject told by "ce", the one person whom one before names."""
    item = table.items[index]
    told = item.type == "Person" and item.number != "Plur" and item.determiner == "demonstrative"
    if not told or tree.words[item.i].rel not in SUBJECTS:
        return None
    acting: dict[int, int] = {}
    for j in range(index - 1, -1, -1):
        other = table.items[j]
        if item.sent - other.sent > 1:
            break
        if other.sent < item.sent and tree.words[other.i].rel in SUBJECTS and not tree.cuts_quotation(other.i, item.i):
            acting[table.root(j)] = j if other.kind is MentionKind.NAME else acting.get(table.root(j), j)
    people = [j for root, j in acting.items() if table.items[root].type == "Person"]
    return people[0] if len(people) == 1 and table.items[people[0]].kind is MentionKind.NAME else None


def find_headlined(tree: Tree, pack: LanguagePack, table: References, index: int) -> int | None:
    """The title says "Une sénatrice porte plainte": the one person whom a title or an apposition below calls so."""
    item = table.items[index]
    if item.sent > 0 or item.determiner != "indefinite" or item.type != "Person" or item.number == "Plur":
        return None
    if item.head not in pack.trades or any(
        x.kind is MentionKind.NAME and x.type == "Person" for x in table.items[:index]
    ):
        return None
    called = {root for root, nouns in table.described.items() if item.head in nouns}
    people = {root for root in called if table.items[root].type == "Person"}
    if len(people) != 1 or len(called) != 1:
        return None
    person = table.items[next(iter(people))]
    named = person.kind is MentionKind.NAME and person.sent > 0 and not differ_in_sex(pack, item, person)
    return next(iter(people)) if named and _is_only_so(table, index) else None


def _is_only_so(table: References, index: int) -> bool:
    """Whether an article has no several of a noun: "un député" is no one of "plusieurs députés"."""
    head = table.items[index].head
    return not any(x.head == head and x.number == "Plur" and x.kind is MentionKind.NOMINAL for x in table.items)


def find_undescribed_person(tree: Tree, table: References, index: int, complement: int) -> int | None:
    """ "le président des États-Unis" after "Donald Trump", whom nothing else describes."""
    item = table.items[index]
    if table.items[table.root(complement)].type != "Country":
        return _only_person(tree, table, index)
    for j in range(index - 1, -1, -1):
        other = table.items[j]
        if item.sent - other.sent > 1:
            return None
        root = table.root(j)
        if other.kind is MentionKind.NAME and table.items[root].type == "Person" and not table.described.get(root):
            return None if in_same_clause(tree, other.i, item.i) else j
    return None


def _only_person(tree: Tree, table: References, index: int) -> int | None:
    """ "l'ex-patron de Renault" where the article has spoken of one person alone."""
    item = table.items[index]
    before = [
        j
        for j in range(index)
        if table.items[j].kind is MentionKind.NAME and table.items[table.root(j)].type == "Person"
    ]
    roots = {table.root(j) for j in before}
    if len(roots) > 1:  # "invité chez X, le numéro deux de Y": who is only mentioned beside something is not spoken of
        roots = {table.root(j) for j in before if not tree.words[table.items[j].i].case}
        before = [j for j in before if table.root(j) in roots]
    if len(roots) != 1 or item.sent - table.items[before[-1]].sent > DESCRIPTION_REACH:
        return None
    person = table.items[roots.pop()]
    if person.gender and item.gender and item.sexed and person.gender != item.gender:
        return None
    return None if any(in_same_clause(tree, table.items[j].i, item.i) for j in before) else before[-1]
