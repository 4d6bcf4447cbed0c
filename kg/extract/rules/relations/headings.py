"""A headline that opens with a place says where its places, people and events are.

"Belgique : un homme arrêté à Anvers": Antwerp is there, and so is he.
"""

from collections.abc import Iterator

from kg.extract.rules.parsing.tree import ROOT, SUBJECTS
from kg.extract.rules.relations.houses import OCCURRING
from kg.extract.rules.relations.larger_places import is_compass_area
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.lang.gazetteer import load_gazetteer
from kg.lang.schema import load_schema
from kg.model import MentionKind

OPENING = ("Country", "AdministrativeArea")
HOLDING = {"Country": ("City", "AdministrativeArea"), "AdministrativeArea": ("City", "Place"), "City": ("Place",)}
OPENING_WORDS = 4  # before the place that opens a sentence
PARTS = ("AdministrativeArea",)  # what a point of the compass holds
INSIDE = ("City", "Place")
TOLD_OF = ("Person", "Group", "Event", "Place")  # who or what a headline may be about
HAPPENING = ("ViolentEvent", "DisasterEvent", "ProtestEvent")


def find_headings(reading: Reading) -> Iterator[Draft]:
    """Yield `locatedIn` of the places behind the colon."""
    table, words = reading.table, reading.tree.words
    for index, item in enumerate(table.items):
        first = reading.tree.sents[item.sent][0]
        colon = words[min(item.core[1], len(words) - 1)]
        opens = item.kind is MentionKind.NAME and item.core[0] == first and colon.text == ":"
        if opens and reading.root(index).type in OPENING:
            yield from _inside(reading, index, _end(reading, colon.i))
        sure = item.known is not None or " " not in item.name  # "Crash du Rio-Paris" is no town
        if opens and sure and reading.root(index).type in (*OPENING, "City"):
            yield from _news(reading, index, colon.i)


def find_opened_places(reading: Reading) -> Iterator[Draft]:
    """ "En Corse, l'accès aux massifs de Piana est fermé": what lies in the area or town that opens the sentence."""
    table, words = reading.table, reading.tree.words
    for index, item in enumerate(table.items) if reading.pack.words["standing_in"] else ():
        first, last = reading.tree.sents[item.sent]
        opens = item.kind is MentionKind.NAME and item.core[1] < last and words[item.core[1]].text == ","
        holds = opens and (reading.root(index).type in HOLDING or is_compass_area(reading, index))
        if not holds or not _is_where(reading, first, item.core[0]):
            continue
        for other in range(index + 1, len(table.items)):
            place = table.items[other]
            if place.sent != item.sent:
                break
            if place.kind is MentionKind.NAME and place.core[0] > item.core[1] and _lies_within(reading, index, other):
                yield said_by_form(other, "locatedIn", index, place.i, "place/heading", 0.7)


def _is_where(reading: Reading, first: int, name: int) -> bool:
    """ "A", "En", "Dans le", "Enfin en", "Ailleurs dans le": how a sentence opens with a place."""
    opening = reading.tree.words[first:name]
    cases = [reading.pack.adpositions.get(w.lower, w.lower) for w in opening if w.pos in ("ADP", "DET") or w.i == first]
    where = reading.pack.words["where_cases"]
    return 0 < len(opening) < OPENING_WORDS and any(c in where for c in cases)


def _lies_within(reading: Reading, around: int, place: int) -> bool:
    """Whether a smaller place is told behind an adposition of place or "de", and not right behind the comma."""
    words, item = reading.pack.words, reading.table.items[place]
    outer, inner = reading.root(around), reading.root(place)
    if inner.type not in HOLDING.get(outer.type, PARTS) or _is_elsewhere(reading, place, around):
        return False
    longer = (x.core for x in reading.table.items if x.kind is MentionKind.NAME and x.core != item.core)
    if any(first <= item.core[0] and item.core[1] <= last for first, last in longer):
        return False  # "les 24 Heures du Nürburgring"
    if outer.type == "Country" and inner.known is None:
        return False
    at = item.core[0] - 1
    while at > 0 and reading.tree.words[at].lower in words["definite"] - reading.pack.melted.keys():
        at -= 1
    town = inner.type == "City" and inner.known is not None  # "l'attitude de Paris"
    marks = words["where_cases"] | words["standing_in"] | (frozenset() if town else words["of"])
    before = reading.tree.words[at].lower
    told = reading.pack.adpositions.get(before, before) in marks
    row = before == "," or before in words["coordinators"]
    if outer.type not in HOLDING and row and inner.known is not None:  # "dans le Sud-Est, le Var et le Gard sont …"
        return reading.table.root(place) != reading.table.root(around)
    beside = reading.tree.words[at - 1].i == reading.table.items[around].core[1]
    return told and not beside and reading.table.root(place) != reading.table.root(around)


def _end(reading: Reading, colon: int) -> int:
    """Where a headline ends; the parser may end a sentence at the colon."""
    words = reading.tree.words
    return reading.tree.sents[words[min(colon + 1, len(words) - 1)].sent][1]


def _inside(reading: Reading, heading: int, end: int) -> Iterator[Draft]:
    table = reading.table
    for index in range(heading + 1, len(table.items)):
        item = table.items[index]
        if item.i >= end:
            return
        if item.kind is not MentionKind.NAME or _is_elsewhere(reading, index, heading):
            continue
        if _is_placed(reading, index) or _comes_first(reading, heading, index):
            yield said_by_form(index, "locatedIn", heading, item.i, "place/heading", 0.7)


def _news(reading: Reading, heading: int, colon: int) -> Iterator[Draft]:
    """ "Lyon : un homme blessé dans une fusillade": whom the headline is about, and what happened to him, is there."""
    schema, table, end = load_schema(), reading.table, _end(reading, colon)
    for index in range(heading + 1, len(table.items)):
        item = table.items[index]
        if item.i >= end:
            return
        first, kind = item.core[0] == colon + 1, table.items[index].type
        new = item.determiner == "indefinite" or (first and (_is_bare(reading, index) or _is_held(reading, index)))
        if item.kind is not MentionKind.NOMINAL or not new or reading.is_name(index):
            continue
        if schema.fits(kind, TOLD_OF if first else HAPPENING):
            draft = said_by_form(index, "locatedIn", heading, item.i, "place/heading", 0.7)
            above = reading.tree.words[item.i].head
            if schema.is_a(kind, "Event") and above != ROOT and reading.tree.words[above].pos == "VERB":
                draft.verb, draft.background = above, False  # what is not to happen is nowhere
            if not _came_to_nothing(reading, item.i):
                yield draft


def _came_to_nothing(reading: Reading, noun: int) -> bool:
    """ "un attentat déjoué", "une attaque présumée"."""
    lists, below = reading.pack.lists, reading.tree.children(noun, "acl", "amod")
    unreal = lists.get("failing", frozenset()) | lists.get("alleged", frozenset())
    return any(c.lemma in unreal or c.lower in unreal for c in below)


def _is_bare(reading: Reading, index: int) -> bool:
    """ "grève illimitée", "trois blessés": nothing says that it is known already."""
    item, tree = reading.table.items[index], reading.tree
    return item.determiner == "" and tree.child(item.i, "det", "poss") is None


def _is_held(reading: Reading, index: int) -> bool:
    """ "Paris : la marche dégénère": an event of which nothing says that it is elsewhere."""
    item, locative = reading.table.items[index], reading.pack.words["locative"]
    elsewhere = any(c.case in locative for c in reading.tree.children(item.i, "nmod"))
    return load_schema().fits(item.type, OCCURRING) and item.determiner == "definite" and not elsewhere


def _is_placed(reading: Reading, index: int) -> bool:
    """Whether a place is said to be where something is or whose: "à Anvers", "de Dinan"."""
    words, case = reading.pack.words, reading.tree.words[reading.table.items[index].i].case
    placed = case in words["locative"] | words["of"] and case not in words["from_or_towards"]
    return placed and reading.root(index).type in INSIDE


def _comes_first(reading: Reading, heading: int, place: int) -> bool:
    """ "Pologne : Lodz rebaptise ses écoles": the town that acts right behind the colon."""
    words, behind = reading.tree.words, reading.table.items[heading].core[1] + 1
    first = reading.table.items[place].core[0]
    first -= first > behind and words[first - 1].lower in reading.pack.words["definite"]
    acts = words[reading.table.items[place].i].rel in SUBJECTS
    return first == behind and acts and reading.root(place).type in INSIDE


def _is_elsewhere(reading: Reading, place: int, heading: int) -> bool:
    """Whether the tables know that a place is in another country."""
    known = [load_gazetteer().by_id(reading.root(index).known or "") for index in (place, heading)]
    countries = {found.country for found in known if found is not None}
    return len(countries) > 1
