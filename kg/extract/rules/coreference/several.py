"""Who "ils", "le couple" and "deux banques, X et Y" are where the text names several side by side.

Such a series ("Marc Petit et sa sœur") has no mention of its own. What stands for it stands for a reference without
words that knows its members, and what is told of it is told of each (kg/extract/rules/relations/each.py).
"""

from collections.abc import Container, Iterator

from kg.extract.rules.coreference.parties import find_parties, is_of_kind, kind_of
from kg.extract.rules.mentions.compared import clause_of
from kg.extract.rules.mentions.modifiers import marks_gender
from kg.extract.rules.mentions.named_rows import row_before, row_behind
from kg.extract.rules.mentions.references import Reference, References
from kg.extract.rules.parsing.clitics import is_enclitic
from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Tree, Word
from kg.lang import LanguagePack
from kg.lang.schema import load_schema
from kg.model import MentionKind

REACH = 3  # sentences that "le couple" looks back
PEOPLE = ("Person", "Group")
COMPLEMENT = ("ADP", "DET", "NOUN", "PROPN", "ADJ")
BODIES = ("Organization", "Country")
MEANT = ("definite", "possessive", "demonstrative")
CLOSED = frozenset({",", ".", ";", ")"})


def find_several(tree: Tree, pack: LanguagePack, table: References, index: int) -> int | None:
    """Return the reference of the people named side by side that a plural pronoun or "les deux hommes" stands for."""
    item = table.items[index]
    if item.kind is MentionKind.PRONOUN:
        found = _before_pronoun(tree, pack, table, item) if item.number == "Plur" else None
    else:
        found = _apposed(tree, pack, table, item)
        number = 0 if found else _told_number(tree, pack, item)
        found = found or _of_number(tree, pack, table, item, number)
        if found is None and number == 2:
            found = _parties(tree, pack, table, item)
    return None if found is None else _reference(table, found)


def _before_pronoun(tree: Tree, pack: LanguagePack, table: References, item: Reference) -> tuple[int, ...] | None:
    """The nearest series in the sentence, or the subject of the one before, if no other people are in between.

    "Ces derniers" may take up any; "disent-ils" goes on about the subject, whomever else its sentence names.
    """
    for members in _series(tree, pack, table, item, 1):
        first, last = (table.items[members[n]] for n in (0, -1))
        word = _top(tree, first.i)
        latter = item.head in pack.words["latter"]
        if first.sent < item.sent and word.rel not in SUBJECTS and not latter:
            return None
        spoken = is_enclitic(pack, tree.words[item.i]) and word.rel in SUBJECTS and tree.words[word.head].head == ROOT
        if _is_of_people(tree, table, word) or (not spoken and _others_between(table, last, item)):
            return None
        beside = item.determiner == "third" and clause_of(tree, first.i) == clause_of(tree, item.i)
        return members if not beside and _agree(pack, table, members, item) else None
    return None


def _top(tree: Tree, i: int) -> Word:
    """ "Le peintre Marc Petit et sa sœur": the noun that a name is apposed to says what the series is in its clause."""
    word = tree.words[i]
    while word.rel == "appos" and word.head != ROOT:
        word = tree.words[word.head]
    return word


def _of_number(
    tree: Tree, pack: LanguagePack, table: References, item: Reference, number: int
) -> tuple[int, ...] | None:
    """The nearest series of so many people."""
    if number == 0:
        return None
    for members in _series(tree, pack, table, item, REACH):
        if len(members) == number and _agree(pack, table, members, item) and _hold(pack, table, members, item):
            return members
    return None


def _parties(tree: Tree, pack: LanguagePack, table: References, item: Reference) -> tuple[int, ...] | None:
    """Two of whom a clause tells what one did with the other; a trade or a part in a case is of those called so."""
    found = find_parties(tree, pack, table, item)
    if found is None or not _agree(pack, table, found, item):
        return None
    called = all(item.head in table.described.get(table.root(j), ()) for j in found)
    of_any = item.head in pack.words["any_two"] or pack.nouns.get(item.head) != "Person"
    return found if called or of_any else None


def _hold(pack: LanguagePack, table: References, members: tuple[int, ...], item: Reference) -> bool:
    """ "Les deux présidents": an office is of those whom the article calls so."""
    called = (table.described.get(table.root(j), ()) for j in members)
    return item.head not in pack.lists["positions"] or all(item.head in nouns for nouns in called)


def _apposed(tree: Tree, pack: LanguagePack, table: References, item: Reference) -> tuple[int, ...] | None:
    """ "Two banks, Valtec and Zumo, closed", "les frères Marc et Paul Petit": those whose names stand beside."""
    if item.number != "Plur":
        return None
    numbers = [pack.patterns["numbers"]["numbers"].get(c.lower) for c in tree.children(item.i, "nummod")]
    told = int(next((n for n in numbers if n), 0))
    bodies = _bodies_beside(tree, pack, table, item, told)
    if bodies:
        return bodies
    if not (told or item.determiner in MEANT):
        return None
    below = [table.at.get(i) for c in tree.children(item.i, "nmod") for i in tree.conjuncts(c.i)[1:]]
    if any(j is not None and table.items[j].type != "Person" for j in below):
        return None  # "les experts de l'Inserm et du CNRS, X et Y": each is of one
    beside = next((tree.conjuncts(c.i) for c in tree.children(item.i, "appos") if c.i > item.i), [])
    members = tuple(j for i in beside if (j := table.at.get(i)) is not None)
    trades = pack.trades
    if len(members) < 2 and (pack.nouns.get(item.head) == "Person" or item.head in trades):
        beside = _people_behind(tree, pack, table, item)
        members = tuple(j for i in beside if (j := table.at.get(i)) is not None)
    if not 1 < len(beside) == len(members) or told not in (0, len(members)):
        return None
    first, named = table.items[members[0]], all(table.items[j].kind is MentionKind.NAME for j in members)
    like = (x for x in table.items if x.kind is MentionKind.NAME and x.type == first.type)  # "such as X, Y and Z"
    apart = tree.words[first.core[0] - 1].text == "(" or any(item.i < x.i < first.i for x in like)
    return members if named and not apart else None


def _bodies_beside(
    tree: Tree, pack: LanguagePack, table: References, item: Reference, told: int
) -> tuple[int, ...] | None:
    """ "ses filiales Valtec et Zumo", "deux filiales d'Orvane, Valtec et Zumo, …", "Valtec et Zumo, filiales d'Orvane".

    The noun is of bodies, and so are those named; a row behind a complement or before the noun is closed by a mark.
    """
    of_bodies = load_schema().fits(pack.nouns.get(item.head, ""), BODIES)
    of_bodies = of_bodies or item.head in pack.words["members"] | pack.words["counterparts"]
    row = _row_of_bodies(tree, pack, table, item, meant=bool(told) or item.determiner in MEANT) if of_bodies else []
    sure = any(load_schema().fits(table.items[table.root(j)].type, BODIES) for j in row)
    return tuple(row) if sure and told in (0, len(row)) else None


def _row_of_bodies(tree: Tree, pack: LanguagePack, table: References, item: Reference, *, meant: bool) -> list[int]:
    def fits(j: int) -> bool:
        kind, name = table.items[table.root(j)].type, table.items[j].name
        return kind == "Entity" or (kind == "Person" and " " not in name) or load_schema().fits(kind, BODIES)

    words = tree.words
    if meant:
        row, _ = row_behind(tree, pack, table, item.core[1], fits)
        comma = _past_complement(words, item.core[1])
        found, end = row_behind(tree, pack, table, comma + 1, fits)
        if row or (found and words[comma].text == "," and (end >= len(words) or words[end].pos == "PUNCT")):
            return row or found
    first = min(s for s, _ in item.extents)
    if first < 2 or words[first - 1].text != "," or (item.determiner in MEANT and not _is_closed(tree, item)):
        return []
    return row_before(tree, pack, table, first - 1, fits)


def _is_closed(tree: Tree, item: Reference) -> bool:
    """ "Bosch and Siemens, Valtec's largest customers, …": a mark ends what is said of a row before it."""
    end = max(e for _, e in item.extents)
    return end >= len(tree.words) or tree.words[end].text in CLOSED


def _past_complement(words: list[Word], i: int, names: Container[int] = ()) -> int:
    """Where the words end that may be the complement of a noun, at the latest where one of these names begins."""
    while i < len(words) - 1 and words[i].pos in COMPLEMENT and i not in names:
        i += 1
    return i


def _people_behind(tree: Tree, pack: LanguagePack, table: References, item: Reference) -> list[int]:
    """The names between a comma and the next mark, be they hung where they may: "two aides at Zumo, X and Y, left"."""
    words, people = tree.words, [j for j, x in enumerate(table.items) if x.type == "Person"]
    starts = {table.items[j].core[0] for j in people if table.items[j].kind is MentionKind.NAME}
    comma = _past_complement(words, item.core[1], starts)
    row, end = row_behind(tree, pack, table, comma + 1, people.__contains__)
    if not row or words[comma].text != "," or (end < len(words) and words[end].pos != "PUNCT"):
        return []
    return [table.items[j].i for j in row]


def _told_number(tree: Tree, pack: LanguagePack, item: Reference) -> int:
    """How many "les deux hommes" and "le couple" are, if nothing else tells which; 0: not told."""
    if item.determiner not in ("definite", "demonstrative"):
        return 0
    if any(c.i > item.i and c.rel in ("nmod", "relcl", "acl", "appos") for c in tree.children(item.i)):
        return 0
    if item.head in pack.words["pairs"]:
        return 2
    if item.number != "Plur" or not kind_of(pack, item):
        return 0  # "les deux jours"
    numbers = (pack.patterns["numbers"]["numbers"].get(c.lower) for c in tree.children(item.i, "nummod"))
    return next((int(n) for n in numbers if n), 0)


def _series(
    tree: Tree, pack: LanguagePack, table: References, item: Reference, reach: int
) -> Iterator[tuple[int, ...]]:
    """Yield the people (or the states, firms) that stand side by side before a mention, the nearest series first."""
    pronoun = item.kind is MentionKind.PRONOUN
    kind = "Person" if pronoun else kind_of(pack, item) or "Person"
    firms = pronoun and is_enclitic(pack, tree.words[item.i])  # "annoncent-ils" may be firms
    for first in sorted((i for i in table.at if i < item.i), reverse=True):
        if item.sent - tree.words[first].sent > reach:
            return
        words = tree.conjuncts(first) if tree.words[first].rel != "conj" else []
        members = tuple(j for i in words if (j := table.at.get(i)) is not None)
        if not 1 < len(words) == len(members) or words[-1] >= item.i:
            continue
        links = (c for i in words for c in tree.children(i, "cc") if words[-2] < c.i < words[-1])
        added = any(c.lower in pack.words["adding"] for c in links)
        apart = len({table.root(j) for j in members}) == len(members)  # not "l'acteur et peintre"
        kinds = (kind, "Organization") if firms else (kind,)
        if added and apart and any(all(_is_one(table, j, of) for j in members) for of in kinds):
            yield members


def _is_one(table: References, j: int, kind: str) -> bool:
    """Whether a member of a series is somebody: "le producteur et sa nièce", not a bare "peintre"; or a named state."""
    item, top = table.items[j], table.items[table.root(j)]
    told = item.determiner != "" if item.kind is MentionKind.NOMINAL else True
    told = told and (kind == "Person" or top.kind is MentionKind.NAME)
    return told and is_of_kind(kind, top) and item.number != "Plur" and top.kind is not MentionKind.PRONOUN


def _agree(pack: LanguagePack, table: References, members: tuple[int, ...], item: Reference) -> bool:
    """ "Elles" and "les deux sœurs" are no men; "les deux frères" are not all women; "les deux stars" may be any."""
    if pack.nouns.get(item.head) != "Person" and item.kind is MentionKind.NOMINAL:
        return True
    sexes = {table.items[table.root(j)].gender or table.items[j].gender for j in members}
    if item.kind is MentionKind.NOMINAL and not marks_gender(pack, item):
        return True
    return "Masc" not in sexes if item.gender == "Fem" else item.gender == "" or sexes != {"Fem"}


def _is_of_people(tree: Tree, table: References, word: Word) -> bool:
    """ "Les avocats de Marc Petit et Anne Morel": it goes on about the lawyers."""
    if word.head == ROOT or word.case == "":
        return False
    whole = table.at.get(word.head)
    return whole is not None and _are_people(table, whole)


def _others_between(table: References, last: Reference, item: Reference) -> bool:
    """Whether other people are named behind a series before a pronoun."""
    return any(last.i < table.items[j].i < item.i and _are_people(table, j) for j in table.at.values())


def _are_people(table: References, j: int) -> bool:
    item, top = table.items[j], table.items[table.root(j)]
    return item.number == "Plur" and item.kind is not MentionKind.PRONOUN and top.type in PEOPLE and not top.members


def _reference(table: References, members: tuple[int, ...]) -> int:
    """The reference of a series: the one that is there, or a new one."""
    roots = {table.root(j) for j in members}
    for j, item in enumerate(table.items):
        if item.members and {table.root(m) for m in item.members} == roots:
            return j
    first = table.items[members[0]]
    sexes = {table.items[table.root(j)].gender for j in members}
    sex = "Masc" if "Masc" in sexes else "Fem" if sexes == {"Fem"} else ""
    kinds = {table.items[table.root(j)].type for j in members}
    bare = (first.i, first.i)
    table.items.append(
        Reference(
            i=first.i, core=bare, extents=(bare,), kind=MentionKind.NOMINAL, sent=first.sent,
            type=kinds.pop() if len(kinds) == 1 else "Group", gender=sex, number="Plur", own=True, members=members,
        )
    )  # fmt: skip
    return len(table.items) - 1
