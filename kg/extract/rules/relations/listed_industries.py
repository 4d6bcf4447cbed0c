"""What line of business the listed are in: "Amazon, Google et d'autres géants du numérique", "des banques comme X"."""

from collections.abc import Iterator

from kg.extract.rules.parsing.tree import Word
from kg.extract.rules.relations.industries import field_of
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.lang.schema import load_schema
from kg.model import Datatype, MentionKind, Value

FIRMS = ("Company", "MediaOutlet", "Organization", "SoftwareProduct", "Entity")


def find_listed_industries(reading: Reading) -> Iterator[Draft]:
    """Yield the business of every name in a series that a plural noun sums up or opens."""
    words, pack = reading.tree.words, reading.pack
    names = {item.core[0]: i for i, item in enumerate(reading.table.items) if item.kind is MentionKind.NAME}
    ends = {reading.table.items[i].core[1]: i for i in names.values()}
    for noun in words:
        firms = noun.lemma in pack.words["generic_firms"]
        if not firms and noun.lemma not in pack.lists["industries"]:
            continue
        if "Number=Plur" not in noun.morph or noun.rel in ("amod", "name"):
            continue
        field = field_of(reading, noun) or (None if firms else (noun.i, noun.i + 1))
        if field is None:
            continue
        members = [*_before(reading, noun, ends), *_behind(reading, max(field[1], noun.i + 1), names)]
        for index in members:
            value = Value(text=reading.text(*field), datatype=Datatype.STRING)
            draft = said_by_form(index, "industry", value, noun.i, "industry/list", 0.7)
            draft.object_words = field
            yield draft


def _before(reading: Reading, noun: Word, ends: dict[int, int]) -> list[int]:
    """ "Amazon, Google et d'autres géants": the names before "et d'autres"."""
    words, pack = reading.tree.words, reading.pack
    i, others = noun.i - 1, False
    while i > 0 and words[i].pos in ("ADJ", "DET", "ADP") and words[i].sent == noun.sent:
        others = others or words[i].lower in pack.words["others"]
        i -= 1
    if not others or words[i].lower not in pack.words["coordinators"]:
        return []
    found = []
    while i > 0 and (words[i].text == "," or words[i].lower in pack.words["coordinators"]) and i in ends:
        found.append(ends[i])
        i = reading.table.items[ends[i]].core[0] - 1
    return [index for index in found if _is_firm(reading, index)]


def _behind(reading: Reading, i: int, names: dict[int, int]) -> list[int]:
    """ "des géants du numérique comme Amazon ou Google": the names behind "comme", "tels que"."""
    words, pack = reading.tree.words, reading.pack
    if i >= len(words) or words[i].lower not in pack.words["such_as"]:
        return []
    i += 2 if i + 1 < len(words) and words[i + 1].lower in pack.words["such_as_links"] else 1
    found = []
    while i in names:
        found.append(names[i])
        i = reading.table.items[names[i]].core[1]
        if i < len(words) and (words[i].text == "," or words[i].lower in pack.words["coordinators"]):
            i += 1
    return [index for index in found if _is_firm(reading, index)]


def _is_firm(reading: Reading, index: int) -> bool:
    return load_schema().fits(reading.root(index).type, FIRMS)
