"""What is told of several is told of those picked out of them: "possède plusieurs chaînes, dont Zumo et Valtec"."""

from collections.abc import Callable

from kg.extract.rules.mentions.named_rows import behind_bracket
from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.parsing.mending.grammar import opening_of
from kg.extract.rules.relations.arguments import is_one_of
from kg.extract.rules.relations.reading import Reading
from kg.extract.rules.relations.rows import BETWEEN, CLOSED, CLOSING, behind_such_as
from kg.model import MentionKind

ANYTHING = ("Entity", "Eventuality")


def with_picked(
    reading: Reading, found: list[int], types: tuple[str, ...], wholes: Callable[[tuple[str, ...]], list[int]]
) -> list[int]:
    """Return what fills a role of a rule, and the names picked out of it that fit the rule as well.

    Args:
        types: what the rule lets fill the role.
        wholes: what would fill the role if it were of some types: "plusieurs médias" are a group, CNews is a firm.
    """
    picked = picked_names(reading) if reading.pack.adposition == "child" else {}
    if not picked:
        return found
    groups = found or wholes(ANYTHING)
    names = (name for group in groups for name in picked.get(group, ()))
    return list(dict.fromkeys([*found, *(name for name in names if is_one_of(reading, name, types))]))


def picked_names(reading: Reading) -> dict[int, list[int]]:
    """Return the names that a list behind a plural tells to be of those, by its reference; looked for once."""
    if reading.picked is None:
        reading.picked = _picked(reading)
    return reading.picked


def _picked(reading: Reading) -> dict[int, list[int]]:
    items, found = reading.table.items, dict[int, list[int]]()
    names: dict[int, int] | None = None
    for index, item in enumerate(items):
        if item.kind is not MentionKind.NOMINAL or item.number != "Plur" or reading.root(index).members:
            continue
        names = _starts(reading) if names is None else names
        for end in sorted({last for _, last in (*item.extents, item.core)}, reverse=True):
            row = _listed(reading, end, names)
            if row:
                found[index] = row
                break
    return found


def _starts(reading: Reading) -> dict[int, int]:
    """References of names by their first word, the article before it, and the mark around a title."""
    starts = dict[int, int]()
    for index, item in enumerate(reading.table.items):
        if item.kind is MentionKind.NAME:
            first = opening_of(reading.tree, reading.pack, item.core[0])
            quoted = first > 0 and reading.tree.words[first - 1].text == '"'
            starts[first] = starts[item.core[0]] = index
            if quoted:
                starts[first - 1] = index
    return starts


def _listed(reading: Reading, end: int, names: dict[int, int]) -> list[int]:
    """The names behind "dont", "comme", a bracket or a colon, as far as commas and "et" join them."""
    words = reading.tree.words
    if end + 1 >= len(words):
        return []
    start, closing, fewest = behind_such_as(reading, end), tuple(CLOSED), 1
    set_off = words[end].text in (",", "(")
    if start < 0 and words[end].text in CLOSING:
        start, closing, set_off, fewest = end + 1, CLOSING[words[end].text], True, 2  # "des personnes âgées (Ehpad)"
    if start < 0:
        return []
    row, at = _row(reading, start, names)
    closed = at >= len(words) or words[at].text in closing or words[at].sent != words[end].sent
    return row if len(row) >= fewest and (closed or not set_off) else []


def _row(reading: Reading, start: int, names: dict[int, int]) -> tuple[list[int], int]:
    words, joining, row, at = reading.tree.words, reading.pack.words["coordinators"], list[int](), start
    last = start
    while at in names:
        row.append(names[at])
        last = at = _behind(reading, reading.table.items[names[at]])
        if at < len(words) and (words[at].text in BETWEEN or words[at].lower in joining):
            at += 1
            at += at < len(words) and words[at].lower in joining
    return row, last


def _behind(reading: Reading, item: Reference) -> int:
    """Where a name ends, with the mark and the bracket behind it."""
    words, at = reading.tree.words, item.core[1]
    at += at < len(words) and words[at].text == '"'
    return behind_bracket(reading.tree, at)
