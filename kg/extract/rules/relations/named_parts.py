"""Bodies and houses called after what they are part of or where they are: "Google France", "la gare de Metz Nord"."""

from collections.abc import Iterator

from kg.extract.rules.relations.reading import Draft, Reading, name_within, said_by_form
from kg.lang.schema import load_schema
from kg.model import MentionKind

FIRMS = ("Company", "MediaOutlet")
AREAS = ("Country", "City", "AdministrativeArea")
HOUSES = ("Organization", "Place")
INITIALS = 3  # letters of a short name at the least: "Union locale CGT"


def find_named_parts(reading: Reading) -> Iterator[Draft]:
    """Yield the whole of each body whose name opens or closes with that of a known one, read nowhere within it."""
    schema = load_schema()
    names = [(index, item) for index, item in enumerate(reading.table.items) if item.kind is MentionKind.NAME]
    nested = {item.core[1]: item.core[0] for _, item in sorted(names, key=lambda x: x[1].core)}
    starts = {item.core[0]: index for index, item in names if schema.fits(reading.root(index).type, ("Organization",))}
    for index, item in names:
        first, last = item.core
        if last - first < 2 or item.known is not None or not schema.fits(reading.root(index).type, ("Organization",)):
            continue
        if end := _end_of_firm(reading, first, last):
            yield _called_after(reading, index, (first, end), "subsidiaryOf", "part/branch")
        elif nested[last] == first and (start := _start_of_whole(reading, first, last)):
            yield _called_after(reading, index, (start, last), "subsidiaryOf", "part/name")
        elif (whole := starts.get(_past_of(reading, first, last))) is not None:
            yield said_by_form(index, "subsidiaryOf", whole, reading.table.items[whole].i, "part/name", 0.8)


def find_houses_of_towns(reading: Reading) -> Iterator[Draft]:
    """ "la gare de Lyon Part-Dieu", "l'université de Lille 2": the town after which a house is called, with more."""
    words, pack, schema = reading.tree.words, reading.pack, load_schema()
    for index, item in enumerate(tuple(reading.table.items) if pack.words["houses_of_towns"] else ()):
        first, last = item.core
        if item.kind is not MentionKind.NAME or not schema.fits(reading.root(index).type, HOUSES):
            continue
        start = next((i + 1 for i in range(first, last - 2) if words[i].lower in pack.words["standing_of"]), last)
        housed = any(w.lower in pack.words["houses_of_towns"] for w in words[first : start - 1])
        for end in range(last - 1, start, -1) if housed else ():
            town = reading.names.entry(reading.names.surface(reading.tree, start, end))
            if town is not None and town.type == "City" and words[end].start > words[end - 1].end:
                yield _called_after(reading, index, (start, end), "locatedIn", "place/house")
                break


def _end_of_firm(reading: Reading, first: int, last: int) -> int:
    """ "Google France", "Orange Bank": where the firm ends before the place or the noun of its part; 0 for no such."""
    words, names = reading.tree.words, reading.names
    for end in range(last - 1, first, -1):
        firm = names.entry(names.surface(reading.tree, first, end))
        if firm is None:
            continue
        if firm.type not in FIRMS or words[end].start == words[end - 1].end:
            return 0
        rest = names.entry(names.surface(reading.tree, end, last))
        placed = rest is not None and rest.type in AREAS
        return end if placed or words[last - 1].lower in reading.pack.words["named_parts"] else 0
    return 0


def _start_of_whole(reading: Reading, first: int, last: int) -> int:
    """ "la Fédération des mines de la CGT", "l'Union locale CGT": where the whole starts that closes a part's name."""
    words, pack = reading.tree.words, reading.pack
    if words[first].lower not in pack.words["parts"] | pack.words["named_parts"] or not pack.words["standing_of"]:
        return 0
    for before in range(first + 1, last - 1):
        start = before + 1
        if words[before].lower not in pack.words["standing_of"]:
            continue
        start += start + 1 < last and words[start].lower in pack.words["definite"]
        if _is_body(reading, start, last):
            return start
    short = words[last - 1].text
    alone = short.isupper() and len(short) >= INITIALS and last - first > 2 and words[last - 2].text.islower()
    return last - 1 if alone and _is_body(reading, last - 1, last) else 0


def _past_of(reading: Reading, first: int, last: int) -> int:
    """ "Fédération des mines de la CGT": where the name behind the "de" of a part's name starts; -1 without one."""
    words, pack = reading.tree.words, reading.pack
    if last + 1 >= len(words) or words[last].lower not in pack.words["standing_of"]:
        return -1
    if words[first].lower not in pack.words["parts"] | pack.words["named_parts"]:
        return -1
    return last + 1 + (words[last + 1].lower in pack.words["definite"])


def _is_body(reading: Reading, start: int, last: int) -> bool:
    entry = reading.names.entry(reading.names.surface(reading.tree, start, last))
    return entry is not None and load_schema().fits(entry.type, ("Organization",))


def _called_after(reading: Reading, index: int, core: tuple[int, int], predicate: str, rule: str) -> Draft:
    """What a body or house is to that which some of its own words name, which becomes a mention."""
    surface = reading.names.surface(reading.tree, *core)
    entry, word = reading.names.entry(surface), reading.tree.words[core[0]]
    assert entry is not None
    table = reading.table
    told = (i for i, item in enumerate(table.items) if item.kind is MentionKind.NAME and item.known == entry.id)
    antecedent = next((table.root(i) for i in told), None)
    whole = name_within(reading, core, entry.type, known=entry.id, antecedent=antecedent)
    return said_by_form(index, predicate, whole, word.i, rule, 0.8)
