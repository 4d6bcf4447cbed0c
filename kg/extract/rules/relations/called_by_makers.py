"""Products that are called by who makes them, where the firm is no mention of its own: "la Nissan Qashqai"."""

from collections.abc import Iterator

from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.relations.reading import Draft, Reading, name_within, said_by_form
from kg.lang.fold import fold
from kg.lang.schema import load_schema
from kg.model import MentionKind

INITIALS = 3  # letters; fewer may be anything: "SP 98"


def find_called_by_makers(reading: Reading) -> Iterator[Draft]:
    """Yield who makes each product whose name opens with that of a firm that is not read within it already."""
    names = [(index, item) for index, item in enumerate(reading.table.items) if item.kind is MentionKind.NAME]
    shortest: dict[int, int] = {}  # where the first of the names ends that begin at a word
    for _, item in names:
        shortest[item.core[0]] = min(shortest.get(item.core[0], item.core[1]), item.core[1])
    for index, item in names:
        first, last = item.core
        if load_schema().is_a(item.type, "Product") and shortest[first] >= last:
            yield from _made_by_opening(reading, index, item)


def _made_by_opening(reading: Reading, index: int, item: Reference) -> Iterator[Draft]:
    """ "la Nissan Qashqai", "les jantes Alpina Classic": by the firm that a table or the article knows by that name."""
    first, last = item.core
    articles = reading.pack.words["definite"] | reading.pack.words["before_models"]
    start = first + (reading.tree.words[first].lower in articles)
    for end in range(last - 1, start, -1):
        surface = reading.names.surface(reading.tree, start, end)
        if len(surface) < INITIALS:
            return
        told = _firm_called(reading, fold(surface))
        entry = reading.names.entry(surface)
        known = entry.id if entry is not None and entry.type == "Company" else None
        if told is None and known is None:
            continue
        word = reading.tree.words[start]
        firm = name_within(reading, (start, end), "Company", known=known, antecedent=told)
        yield said_by_form(firm, "produces", index, word.i, "maker/name", 0.8)
        return


def _firm_called(reading: Reading, name: str) -> int | None:
    """The firm that an article calls by a name, where it stands for itself."""
    for index, item in enumerate(reading.table.items):
        root = reading.root(index)
        if item.kind is MentionKind.NAME and item.name == name and root.type == "Company":
            return reading.table.root(index)
    return None
