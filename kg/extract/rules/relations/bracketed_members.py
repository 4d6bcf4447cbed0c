"""Who a group is made of, told in brackets or behind a colon: "plusieurs syndicats (CGT, FO, Unsa) ont appelé à …"."""

from collections.abc import Iterator

from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.parsing.tree import ROOT
from kg.extract.rules.relations.affiliations import is_group
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.extract.rules.relations.rows import CLOSING, named_in_list
from kg.lang.schema import load_schema
from kg.model import MentionKind

EMPLOYERS = ("MediaOutlet", "Company")
NO_EMPLOYERS = ("Place", "PoliticalParty", "GovernmentBody")
MEMBERS = ("Agent", "Country")
UNIONS = ("Group", "InternationalOrganization")  # names of bodies that are made of others
BODIES = ("Organization",)
QUOTES = ('"', "»", "”")  # that close


def find_bracketed_members(reading: Reading) -> Iterator[Draft]:
    """Yield each name of a bracket, or behind a colon, where nothing but names stands behind what speaks of a group."""
    table = reading.table
    names = {x.core[0]: i for i, x in enumerate(table.items) if x.kind is MentionKind.NAME}
    groups = {**_unions_before(reading), **_several_before(reading)}
    for mark, group in groups.items():
        members = named_in_list(reading, mark, names)
        for member in members if all(_may_be_member(reading, index) for index in members) else ():
            country = reading.root(member).type == "Country"
            if country and not _is_of_countries(reading, group):
                continue  # "des artistes francophones (France, Belgique)"
            if table.root(member) != table.root(group):
                yield said_by_form(member, "memberOf", group, table.items[member].i, "list/bracket", 0.8)


def find_bracketed_brands(reading: Reading) -> Iterator[Draft]:
    """ "le groupe PSA (Peugeot, Citroën)", "C8 (groupe Siemens)": what a firm owns, or whose it is, in brackets."""
    table, tree, schema = reading.table, reading.tree, load_schema()
    names = {x.core[0]: i for i, x in enumerate(table.items) if x.kind is MentionKind.NAME}
    for index, item in enumerate(table.items):
        end = item.core[1]
        firm = item.kind is MentionKind.NAME and schema.fits(reading.root(index).type, EMPLOYERS)
        if not firm or end + 1 >= len(tree.words) or tree.words[end].text != "(":
            continue
        for member in named_in_list(reading, end, names):
            if schema.fits(reading.root(member).type, EMPLOYERS) and table.root(member) != table.root(index):
                yield said_by_form(index, "owns", member, table.items[member].i, "brands/bracket", 0.75)
        owner = names.get(end + 2) if tree.words[end + 1].lower in reading.pack.words["owning_kinds"] else None
        if owner is not None and tree.words[table.items[owner].core[1]].text == ")":
            yield said_by_form(index, "subsidiaryOf", owner, table.items[owner].i, "owner/bracket", 0.8)


def find_bracketed_employers(reading: Reading) -> Iterator[Draft]:
    """Yield the body that alone stands in brackets behind a person's full name: "Anne Roy (BFMTV)", "(CFDT)"."""
    words, table, schema = reading.tree.words, reading.table, load_schema()
    named = [(i, x) for i, x in enumerate(table.items) if x.kind is MentionKind.NAME]
    people = {x.core[1]: i for i, x in named if x.type == "Person" and reading.pack.adposition == "child"}
    for index, item in enumerate(list(table.items)):
        first, last = item.core
        if item.kind is not MentionKind.NAME or first < 2 or last >= len(words):
            continue
        person, kind = people.get(first - 1), reading.root(index).type
        alone = words[first - 1].text == "(" and words[last].text == ")"
        if person is None or not alone or len(reading.root(person).name.split()) < 2:
            continue
        if all(w.lower in reading.pack.words["portfolios"] for w in words[first:last]):
            continue  # "les ministres Luc Roy (Éducation) et Anne Petit (Cohésion des territoires)"
        credit = reading.text(first, last).lower() in reading.pack.words["photo_agencies"]
        if credit or not schema.fits(kind, ("Organization",)) or schema.fits(kind, NO_EMPLOYERS):
            continue
        works = schema.fits(kind, EMPLOYERS)
        yield said_by_form(person, "worksFor" if works else "memberOf", index, item.i, "staff/bracket", 0.8)


def _several_before(reading: Reading) -> dict[int, int]:
    """By what opens the list, the plural that speaks of a group before it, the longest: "plusieurs syndicats"."""
    words, table, groups = reading.tree.words, reading.table, dict[int, int]()
    for index, item in enumerate(table.items):
        if item.number != "Plur" or _is_complement(reading, item):
            continue
        ends = (last for _, last in (*item.extents, item.core) if last < len(words) and words[last].text in CLOSING)
        for last in ends:
            longer = last not in groups or _start(item) < _start(table.items[groups[last]])
            if longer and is_group(reading, index):
                groups[last] = index
    return groups


def _unions_before(reading: Reading) -> dict[int, int]:
    """By what opens the list, the one body of many before it, or its name: "l'intersyndicale", "les Gafa"."""
    table, alliances, words = reading.table, reading.pack.words["alliances"], reading.tree.words
    told = [(i, x) for i, x in enumerate(table.items) if x.head in alliances]
    allied = {table.root(i) for i, _ in told}
    unions = {end: i for i, x in told for _, end in (*x.extents, x.core) if x.determiner != "indefinite"}  # no dreams
    for index, item in enumerate(table.items):
        if item.kind is MentionKind.NAME:
            end = item.core[1]
            kinds = BODIES if end in unions or table.root(index) in allied else UNIONS
            end += end < len(words) and words[end].text in QUOTES  # "l'alliance « Zumo » (…)"
            unions.update({end: index} if load_schema().fits(reading.root(index).type, kinds) else {})
    return {e: i for e, i in unions.items() if e < len(words) and words[e].text in CLOSING}


def _is_of_countries(reading: Reading, group: int) -> bool:
    item = reading.table.items[group]
    named = item.kind is MentionKind.NAME
    alliance = item.head in reading.pack.words["alliances"]
    words, lemma = reading.pack.words, reading.tree.words[item.i].lemma
    return named or alliance or lemma in words["countries"] | words.get("allied", frozenset())


def _is_complement(reading: Reading, item: Reference) -> bool:
    """ "des collectifs de soignants (…)": the bracket tells of the collectives."""
    word = reading.tree.words[item.i]
    of = word.rel == "nmod" and word.case in reading.pack.words["of"] and word.head != ROOT
    return of and reading.tree.words[word.head].lemma not in reading.pack.lists["empty_nouns"]


def _may_be_member(reading: Reading, index: int) -> bool:
    kind = reading.root(index).type
    return kind == "Entity" or load_schema().fits(kind, MEMBERS)


def _start(item: Reference) -> int:
    return min(first for first, _ in item.extents)
