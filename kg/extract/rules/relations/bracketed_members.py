"""Who a group is made of, told in brackets behind it: "plusieurs syndicats (CGT, FO, Unsa) ont appelé à la grève"."""

from collections.abc import Iterator

from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.parsing.tree import ROOT
from kg.extract.rules.relations.affiliations import is_group
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.lang.schema import load_schema
from kg.model import MentionKind

MEMBERS = ("Agent", "Country")
BETWEEN = (",", "/", ";")


def find_bracketed_members(reading: Reading) -> Iterator[Draft]:
    """Yield each name of a bracket that holds nothing but two names or more, behind a plural that speaks of a group."""
    words, table = reading.tree.words, reading.table
    names = {x.core[0]: i for i, x in enumerate(table.items) if x.kind is MentionKind.NAME}
    groups: dict[int, int] = {}  # by the bracket behind them, the longest
    for index, item in enumerate(table.items):
        if item.number != "Plur" or _is_complement(reading, item):
            continue
        ends = (last for _, last in (*item.extents, item.core) if last < len(words) and words[last].text == "(")
        for last in ends:
            longer = last not in groups or _start(item) < _start(table.items[groups[last]])
            if longer and is_group(reading, index):
                groups[last] = index
    for bracket, group in groups.items():
        for member in _listed(reading, bracket, names):
            country = reading.root(member).type == "Country"
            if country and words[table.items[group].i].lemma not in reading.pack.words["countries"]:
                continue  # "des artistes francophones (France, Belgique)"
            if reading.table.root(member) != reading.table.root(group):
                yield said_by_form(member, "memberOf", group, reading.table.items[member].i, "list/bracket", 0.8)


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


def _listed(reading: Reading, bracket: int, names: dict[int, int]) -> list[int]:
    """The names between a bracket and the one that closes it; none where anything else stands there."""
    words, items, i = reading.tree.words, reading.table.items, bracket + 1
    found: list[int] = []
    while i < len(words) and words[i].sent == words[bracket].sent:
        if i in names:
            found.append(names[i])
            i = items[names[i]].core[1]
        elif words[i].text == ")":
            return found if len(found) > 1 and all(_may_be_member(reading, index) for index in found) else []
        elif words[i].text in BETWEEN or words[i].lower in reading.pack.words["coordinators"] | {"…", "..."}:
            i += 1
        else:
            return []
    return []
