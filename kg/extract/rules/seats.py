"""Where firms and people are from by how they are named: "Northlink of Peterhead", "le parquet de Lyon"."""

from collections.abc import Iterator

from kg.extract.rules.reading import Draft, Reading, said_by_form
from kg.extract.rules.references import Reference
from kg.extract.rules.tree import ROOT, Word
from kg.lang.schema import load_schema
from kg.model import MentionKind

TOWNS = ("City", "Place", "AdministrativeArea")


def find_seats(reading: Reading) -> Iterator[Draft]:
    """Yield the towns that stand right before a firm or behind a firm or a person."""
    if reading.pack.adposition != "head":
        return
    for index, item in enumerate(reading.table.items):
        if item.kind is not MentionKind.NAME or reading.root(index).type not in TOWNS:
            continue
        word = reading.tree.words[item.i]
        if word.head == ROOT or reading.names.country_of_adjective(word.text) is not None:
            continue
        owner = reading.at(word.head)
        if owner is None or reading.table.root(owner) == reading.table.root(index):
            continue
        predicate = _predicate(reading, owner, item, word)
        if predicate:
            yield said_by_form(owner, predicate, index, word.i, f"seat/{predicate}", 0.7)


def find_places_in_names(reading: Reading) -> Iterator[Draft]:
    """Yield where a court, a school or a festival is that is called after its town: "Festival de Cannes"."""
    items = reading.table.items
    names = [(index, item) for index, item in enumerate(items) if item.kind is MentionKind.NAME]
    inside = {index: item.core for index, item in names if load_schema().is_a(item.type, "Place")}
    for index, item in names:
        for place, (first, last) in inside.items():
            if item.core[0] < first and last == item.core[1]:
                yield said_by_form(index, "locatedIn", place, items[place].i, "place/name", 0.8)


def find_makers(reading: Reading) -> Iterator[Draft]:
    """Yield who makes what is called after its maker: "une Ford Mustang"."""
    names = [(index, item) for index, item in enumerate(reading.table.items) if item.kind is MentionKind.NAME]
    makers = {item.core[0]: (index, item) for index, item in names if item.type == "Company"}
    for index, item in names:
        maker, firm = makers.get(item.core[0], (index, item))
        if maker != index and firm.core[1] < item.core[1] and load_schema().is_a(item.type, "Product"):
            yield said_by_form(maker, "produces", index, firm.i, "maker/name", 0.8)


def find_wholes_in_names(reading: Reading) -> Iterator[Draft]:
    """Yield what a body is part of that its name says: "le Conseil de sécurité de l'ONU"."""
    items, schema = reading.table.items, load_schema()
    names = [
        (i, x) for i, x in enumerate(items) if x.kind is MentionKind.NAME and schema.fits(x.type, ("Organization",))
    ]
    by_end: dict[int, list[tuple[int, Reference]]] = {}
    for index, item in names:
        by_end.setdefault(item.core[1], []).append((index, item))
    for index, item in names:
        for whole, inner in by_end[item.core[1]]:
            if item.core[0] < inner.core[0]:
                yield said_by_form(index, "subsidiaryOf", whole, inner.i, "part/name", 0.8)


def _predicate(reading: Reading, owner: int, item: Reference, word: Word) -> str:
    """What a town tells of whom it stands beside; "" for nothing."""
    tree, words, schema = reading.tree, reading.pack.words, load_schema()
    kind, head = reading.root(owner).type, tree.words[word.head]
    if word.rel == "name" and item.core[1] <= head.i and head.pos == "NOUN":
        firm = schema.fits(reading.table.items[owner].type, ("Company",)) and head.lemma not in words["sites"]
        return "headquarteredIn" if firm and head.tag != "NNS" else ""
    beside = word.rel == "nmod" and reading.table.items[owner].core[1] + 1 >= item.core[0]
    if not beside:
        return ""
    if word.case in words["of"] and reading.table.items[owner].kind is MentionKind.NAME:
        return "headquarteredIn" if schema.fits(kind, ("Company",)) else ""
    person = kind == "Person" or (kind == "Group" and tree.child(head.i, "nummod") is not None)
    return "residesIn" if word.case == "from" and person else ""
