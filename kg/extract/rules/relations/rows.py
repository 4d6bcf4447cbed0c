"""Rows of names beside a plural that says what each of them is: "les physiciens Marc Petit et Anne Roy"."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.rules.mentions.named_rows import (
    behind_bracket,
    row_before,
    row_behind,
    starts_with_place,
    starts_with_title,
)
from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.parsing.tree import ROOT, Word
from kg.extract.rules.parsing.values import read_number
from kg.extract.rules.relations.reading import Reading
from kg.lang.schema import load_schema
from kg.model import MentionKind

ASIDE = ("appos", "relcl", "acl", "conj", "punct", "cc")  # what follows the phrase of a description
CLOSED = frozenset({",", ".", ")", ";", ":"})
PERSONS = ("Person",)
BETWEEN = (",", "/", ";")  # the names of a list
SET_OFF = (",", "(")  # before an aside that picks some out of many
CLOSING = {"(": (")",), ":": (".", ")"), "-": ("-",), "–": ("–",), "—": ("—",)}  # by what opens it


@dataclass(frozen=True, slots=True)
class Row:
    """A plural noun, the names that it is said of, and the words in which it is described."""

    noun: int
    names: tuple[int, ...]  # indices of references
    told: range


def find_rows(reading: Reading, kinds: tuple[str, ...] = PERSONS) -> Iterator[Row]:
    """Yield each plural description of persons that stands right before or behind two names or more.

    Args:
        kinds: of what classes the names are.
    """
    table, words = reading.table, reading.tree.words
    names = ((i, x) for i, x in enumerate(table.items) if x.kind is MentionKind.NAME)
    starts = {x.core[0]: i for i, x in names if _is_one(reading, i, kinds)}
    of_places = (starts_with_place(reading.tree, table) | starts_with_title(reading.tree, reading.pack, table)).items()
    starts |= {start: i for start, i in of_places if _is_one(reading, i, kinds)}
    parties = [x for x in table.items if x.kind is MentionKind.NAME and x.type == "PoliticalParty"]
    for item in table.items:
        if item.kind is not MentionKind.NOMINAL or item.number != "Plur" or item.determiner == "adjective":
            continue
        noun = words[item.i]
        first = next((starts[s] for s in _openings(reading, noun, item, parties) if s in starts), None)
        row = row_from(reading, first, kinds) if first is not None else []
        if row and _fits(reading, noun, item, row):
            yield Row(noun.i, tuple(row), range(item.core[0], table.items[row[0]].core[0]))
        elif not row and _is_counted(reading, item):
            row = row_ahead(reading, noun, kinds)
            last = reading.tree.subtree(noun.i, ASIDE)[-1]
            yield from [Row(noun.i, tuple(row), range(item.core[0], last + 1))] if row else ()


def _is_one(reading: Reading, index: int, kinds: tuple[str, ...]) -> bool:
    return load_schema().fits(reading.root(index).type, kinds)


def _start_of(reading: Reading, noun: Word) -> int:
    """Where a description begins: "two of the oldest banks" with the number that counts it."""
    above = reading.tree.words[noun.head] if noun.head != ROOT else noun
    counted = noun.case in reading.pack.words["of"] and above.pos == "NUM"
    return reading.tree.subtree(above.i if counted else noun.i)[0]


def _openings(reading: Reading, noun: Word, item: Reference, parties: list[Reference]) -> Iterator[int]:
    """Where a row may begin: "les avocats Marc Petit et …", "les avocats de la famille, Marc Petit et …"."""
    inside, words = reading.tree.subtree(noun.i, ASIDE), reading.tree.words
    yield item.core[1]
    yield from (x.core[1] for x in parties if x.core[0] == item.core[1])  # "les sénateurs LR Marc Petit et …"
    if any(words[i].lower in reading.pack.words["indefinite_persons"] for i in inside if i > noun.i):
        return  # "les dirigeants d'un fabricant, X et Y": the firms may be named
    for end in dict.fromkeys((inside[-1] + 1, *sorted((e for _, e in item.extents), reverse=True))):
        if end < len(words) and words[end].text == ",":
            yield end + 1
        yield end


def _fits(reading: Reading, noun: Word, item: Reference, names: list[int]) -> bool:
    """Whether a row is told of by a description: as many as it counts, and closed where a comma sets it off."""
    words = reading.tree.words
    counted = next((c for c in reading.tree.children(noun.i, "nummod") if c.i < noun.i), None)
    number = read_number(counted.text, reading.pack) if counted is not None else None
    if number is not None and number.value != len(names):
        return False
    end = behind_bracket(reading.tree, reading.table.items[names[-1]].core[1])
    start = reading.table.items[names[0]].core[0]
    start -= words[start - 1].lower in reading.pack.lists["titles"]  # "Ses avocats, Me X et Y"
    set_off = words[start - 1].text == ","
    return not set_off or end >= len(words) or words[end].text in CLOSED


def _is_counted(reading: Reading, item: Reference) -> bool:
    bare = item.determiner == "" and reading.pack.adposition != "head"  # "Marc Petit et Anne Roy, chercheurs à Metz"
    return reading.tree.child(item.i, "nummod") is not None or item.determiner == "indefinite" or bare


def row_ahead(reading: Reading, noun: Word, kinds: tuple[str, ...]) -> list[int]:
    """Return the row of names that a comma closes right before a phrase: "Marc, Paul et Anne, trois cuisiniers"."""
    start = _start_of(reading, noun)
    if start < 1 or reading.tree.words[start - 1].text != ",":
        return []
    return row_before(reading.tree, reading.pack, reading.table, start - 1, lambda i: _is_one(reading, i, kinds))


def row_from(reading: Reading, first: int, kinds: tuple[str, ...]) -> list[int]:
    """The names that commas and a last "et" join to a first one; none if the row does not close."""
    start = reading.table.items[first].core[0]
    return row_behind(reading.tree, reading.pack, reading.table, start, lambda i: _is_one(reading, i, kinds))[0]


def named_in_list(reading: Reading, mark: int, names: dict[int, int]) -> list[int]:
    """ "plusieurs syndicats (CGT, FO, Unsa)", "deux syndicats : la CGT et FO": where nothing else stands there.

    Args:
        mark: the word that may open a list.
        names: reference of a name, by its first word.
    """
    words, items, i = reading.tree.words, reading.table.items, mark + 1
    if mark >= len(words) or words[mark].text not in CLOSING:
        return []
    closing, found = CLOSING[words[mark].text], list[int]()
    passed = reading.pack.words["coordinators"] | reading.pack.words["definite"] | {"…", "..."}
    while i < len(words) and words[i].sent == words[mark].sent and words[i].text not in closing:
        if i in names:
            found.append(names[i])
            i = items[names[i]].core[1]
        elif words[i].text in BETWEEN or words[i].lower in passed:
            i += 1
        else:
            return []
    closed = i >= len(words) or words[i].text in closing
    return found if closed and len(found) > 1 and not _tells_of_others(reading, mark) else []


def _tells_of_others(reading: Reading, mark: int) -> bool:
    """ "Des stars ont attiré les photographes : X, Y et Z": behind a colon stand those whom the sentence brings up.

    They are no instances of a plural right before it that is taken for known.
    """
    tree, items = reading.tree, reading.table.items
    if tree.words[mark].text != ":":
        return False
    plurals = [x for x in items if x.sent == tree.words[mark].sent and x.i < mark and _is_plural_of_people(x)]
    known = [x for x in plurals if x.determiner == "definite" and any(end == mark for _, end in (*x.extents, x.core))]
    if not known or tree.child(known[0].i, "nummod") is not None:
        return False
    return any(x.i < known[0].i and _is_brought_up(reading, x) for x in plurals)


def _is_brought_up(reading: Reading, item: Reference) -> bool:
    """ "trois chanteurs", "des stars": people of whom nothing says that they are known."""
    articles = {c.lower for c in reading.tree.children(item.i, "det")}
    return not articles or bool(articles & reading.pack.words["indefinite"])


def _is_plural_of_people(item: Reference) -> bool:
    """Whether a noun speaks of several people."""
    return item.kind is MentionKind.NOMINAL and item.number == "Plur" and item.type in ("Person", "Group")


def named_such_as(reading: Reading, i: int, names: dict[int, int]) -> list[int]:
    """ "des géants du numérique comme Amazon ou Google": the names behind "comme", "tels que"."""
    words, pack = reading.tree.words, reading.pack
    set_off = i < len(words) and words[i].text in SET_OFF  # ", dont X se moquait" is a clause on X
    last = i = behind_such_as(reading, i)
    found = []
    while i in names:
        found.append(names[i])
        i = behind_bracket(reading.tree, reading.table.items[names[i]].core[1])
        last = i
        if i < len(words) and (words[i].text == "," or words[i].lower in pack.words["coordinators"]):
            i += 1
    of_a_clause = set_off and last < len(words) and words[last].text not in CLOSED
    return [] if of_a_clause else found


def behind_such_as(reading: Reading, i: int) -> int:
    """Return where names may begin behind "comme", "tels que", ", dont", ", parmi lesquels"; -1: nowhere."""
    words, pack = reading.tree.words, reading.pack
    set_off = i + 2 < len(words) and words[i].text in SET_OFF
    if set_off and words[i + 1].lower in pack.words["picking_links"]:
        return i + 3 if words[i + 2].lower in pack.words["picking_out"] else -1
    i = i + 1 if set_off and words[i + 1].lower not in pack.words["comparing"] else i
    if i + 1 >= len(words) or words[i].lower not in pack.words["such_as"]:
        return -1
    return i + 2 if words[i + 1].lower in pack.words["such_as_links"] else i + 1
