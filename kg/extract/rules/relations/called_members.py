"""Who is called by what a movement is called: "les gilets jaunes X et Y", the singular in quotation marks too."""

from collections.abc import Iterator

from kg.extract.rules.mentions.named_rows import row_behind
from kg.extract.rules.mentions.title_joins import is_called_as_person
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.lang.gazetteer import Known
from kg.model import MentionKind

MOVEMENT = "Group"
LONGEST = 2  # words of what a member is called


def find_called_members(reading: Reading) -> Iterator[Draft]:
    """Yield each person right behind the singular or plural of a known movement that is written small."""
    items = reading.table.items
    for index, item in enumerate(tuple(items)) if reading.pack.adposition == "child" else ():
        if item.kind is not MentionKind.NAME or not _is_person(reading, index):
            continue
        found = _movement_before(reading, item.core[0])
        if found is None:
            continue
        known, first = found
        told = next((i for i, x in enumerate(items) if x.known == known.id), None)
        group = reading.table.add_told(reading.tree.words[first], MOVEMENT, known=known.id, antecedent=told)
        row, _ = row_behind(reading.tree, reading.pack, reading.table, item.core[0], lambda i: _is_person(reading, i))
        for member in row or [index]:
            reading.root(member).type = "Person"  # a "gilet" is mostly a thing
            yield said_by_form(member, "memberOf", group, first, "party/office", 0.8)


def _movement_before(reading: Reading, end: int) -> tuple[Known, int] | None:
    """The movement that the words before a name call somebody by, and the first of them."""
    words, plural = reading.tree.words, reading.pack.agreement["plural"]
    last = end - 1 if end and words[end - 1].text == '"' else end
    for first in range(max(0, last - LONGEST), last):
        called = [w.text for w in words[first:last]]
        if not all(w.islower() for w in called) or words[first].sent != words[end].sent:
            continue
        many = " ".join(w.removesuffix(plural) + plural for w in called)
        known = reading.names.entry(many)
        if known is not None and known.type == MOVEMENT:
            return known, first
    return None


def _is_person(reading: Reading, index: int) -> bool:
    person = reading.root(index)
    return person.type == "Person" or (person.type == "Product" and is_called_as_person(reading.pack, person))
