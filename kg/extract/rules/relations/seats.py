"""Where firms and people are from by how they are named: "Northlink of Peterhead", "le parquet de Lyon"."""

from collections.abc import Iterator

from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.parsing.frames import Frame
from kg.extract.rules.parsing.tree import ROOT, Word
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.lang.schema import load_schema
from kg.model import MentionKind

NOWHERE = ("Product", "Agreement", "LegalAct", "Person", "Concept")  # though a town be in their names
TOWNS = ("City", "Place", "AdministrativeArea")
FIRMS = ("Company", "Organization", "Entity")  # what a name with a town behind it is, if nothing else is known of it


def find_seats(reading: Reading) -> Iterator[Draft]:
    """Yield the towns that stand right before a firm or behind a firm or a person, and the countries behind a firm."""
    if reading.pack.adposition != "head":
        return
    for index, item in enumerate(reading.table.items):
        if item.kind is not MentionKind.NAME or reading.root(index).type not in (*TOWNS, "Country"):
            continue
        word = reading.tree.words[item.i]
        if word.head == ROOT or reading.names.country_of_adjective(word.text) is not None:
            continue
        owner = reading.at(word.head)
        if owner is None or reading.table.root(owner) == reading.table.root(index):
            continue
        if _is_misread_firm(reading, owner, item, word):
            reading.root(owner).type = "Company"
        predicate = _predicate(reading, owner, item, word)
        if predicate:
            yield said_by_form(owner, predicate, index, word.i, f"seat/{predicate}", 0.7)


def find_names_in_names(reading: Reading) -> Iterator[Draft]:
    """Yield what a name that opens or closes a longer one tells of it.

    "Festival de Cannes" is there, "le Conseil de sécurité de l'ONU" a part of it, "une Ford Mustang" made by Ford.
    """
    names = [(index, item) for index, item in enumerate(reading.table.items) if item.kind is MentionKind.NAME]
    opening: dict[int, list[tuple[int, Reference]]] = {}
    closing: dict[int, list[tuple[int, Reference]]] = {}
    for index, item in names:
        opening.setdefault(item.core[0], []).append((index, item))
        closing.setdefault(item.core[1], []).append((index, item))
    schema = load_schema()
    for index, item in names:
        first, last = item.core
        before_year = last - first > 2 and reading.tree.words[last - 1].is_year  # "Salon de Genève 2016"
        for inner, name in closing[last] + (closing.get(last - 1, []) if before_year else []):
            if name.core[0] > first and schema.is_a(name.type, "Place") and reading.root(index).type not in NOWHERE:
                yield said_by_form(index, "locatedIn", inner, name.i, "place/name", 0.8)
            elif name.core[0] > first and all(schema.fits(x.type, ("Organization",)) for x in (item, name)):
                yield said_by_form(index, "subsidiaryOf", inner, name.i, "part/name", 0.8)
        for inner, name in opening[first]:
            if (
                name.core[1] < last
                and name.type in ("City", "AdministrativeArea")
                and schema.fits(item.type, ("Organization",))
            ):
                yield said_by_form(index, "locatedIn", inner, name.i, "place/name", 0.8)
        for inner, name in opening[first] if schema.is_a(item.type, "Product") else ():
            if name.core[1] < last and name.type == "Company":
                yield said_by_form(inner, "produces", index, name.i, "maker/name", 0.8)


def _predicate(reading: Reading, owner: int, item: Reference, word: Word) -> str:
    """What a place tells of whom it stands beside; "" for nothing."""
    tree, words, schema = reading.tree, reading.pack.words, load_schema()
    kind, head = reading.root(owner).type, tree.words[word.head]
    if word.rel == "nmod" and word.case in words["of"] and reading.table.items[owner].kind is MentionKind.NAME:
        return _of_place(reading, owner, item)
    if item.type == "Country":
        return ""
    if word.rel == "poss":
        named = reading.table.items[owner].kind is MentionKind.NAME
        return "headquarteredIn" if named and item.type == "City" and kind == "Company" else ""  # "Leeds's Northlink"
    if word.rel == "name" and item.core[1] <= head.i and head.pos == "NOUN":
        firm = schema.fits(reading.table.items[owner].type, ("Company",)) and head.lemma not in words["sites"]
        if firm and head.tag != "NNS":
            return "headquarteredIn"
        return "locatedIn" if _stands_in_town(reading, owner, item, head) else ""
    between = tree.words[reading.table.items[owner].core[1] : item.core[0] - 1]
    aside = all(w.text == "," or w.text.isdigit() for w in between)  # "Anne Roy, 66, from Leeds"
    beside = word.rel == "nmod" and item.core[0] > head.i and aside
    person = kind == "Person" or (kind == "Group" and tree.child(head.i, "nummod") is not None)
    person = person and head.lemma not in words["elected_from"]  # "a senator from Florida"
    return "residesIn" if beside and word.case in words["coming_from"] and person else ""


def _stands_in_town(reading: Reading, owner: int, town: Reference, head: Word) -> bool:
    """ "a Boston court", "its Leeds plant"; but "Evin prison" may be called by its own name, and a firm is no plant."""
    words, kinds = reading.pack.words, ("Organization", "Place", "Group")
    if town.type != "City" or reading.is_name(owner) or not load_schema().fits(reading.root(owner).type, kinds):
        return False
    if head.lemma in words["sites"]:
        return True
    return town.known is not None and head.lemma in words["standing"] | words["bodies_of_towns"]


def _is_misread_firm(reading: Reading, owner: int, item: Reference, word: Word) -> bool:
    """ "Stadler of Switzerland": who has no given name and comes from a country is taken for a person by mistake."""
    name, root = reading.table.items[owner], reading.root(owner)
    beside = word.rel == "nmod" and word.case in reading.pack.words["of"] and name.core[1] == item.core[0] - 1
    person = name.kind is MentionKind.NAME and root.type == "Person" and root.known is None and not root.gender
    return beside and person and item.type == "Country"


def _of_place(reading: Reading, owner: int, item: Reference) -> str:
    """ "Northlink of Peterhead", "Stadler of Switzerland": a firm; "Anne Roy, 66, of Leeds": who lives there."""
    last = reading.table.items[owner].core[1]
    between = reading.tree.words[last : item.core[0] - 1]
    if last >= item.core[0]:
        return ""  # "the Church of England" is a name
    root, country = reading.root(owner), item.type == "Country"
    if country and root.type == "Person" and root.gender:
        return "nationality" if len(between) <= 1 else ""
    if root.type in FIRMS and len(between) <= 1 and all(w.text == "," for w in between):
        return "country" if country else "headquarteredIn"
    set_off = len(between) > 0 and between[0].text == "," and between[-1].text == ","
    alone = all(w.text == "," or w.text.isdigit() for w in between)
    sure = root.gender != "" or len(between) > 1  # "Molycorp, of Colorado" may be misread for a person
    return "residesIn" if root.type == "Person" and set_off and alone and sure and not country else ""


def is_seat_beside(reading: Reading, kind: str, frame: Frame) -> bool:
    """ "spoke at Aton's headquarters in Leeds", "Leeds-based Aton": not "will open its headquarters in Leeds".

    Of which firm "the Leeds-based group" is told may be doubtful.
    """
    word = reading.tree.words[frame.i]
    if kind == "verb":
        index = reading.at(word.head)
        named = index is not None and reading.table.items[index].kind is MentionKind.NAME
        return word.rel == "amod" and word.i < word.head and named
    return kind == "noun" and frame.verb == frame.i and "subject" not in frame.args and word.rel != "obj"
