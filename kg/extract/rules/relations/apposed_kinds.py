"""Where a place lies by what it is called behind its name: "Brénac, petite commune rurale du Vexin"."""

from collections.abc import Iterator

from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.lang.schema import load_schema
from kg.model import MentionKind

AREAS = ("Country", "AdministrativeArea", "City", "Place")
SET_OFF = (",", "(")
BEFORE, BEHIND = 6, 9  # words before the noun, and from it to the name of the larger place
STOPS = (",", ";", ":", ".", ")", "(", '"', "«")
ADDED = ("ADJ", "ADV", "NUM", "DET", "PRON")


def find_kinds_behind_places(reading: Reading) -> Iterator[Draft]:
    """ "Kyushu, l'une des principales îles du Japon", "Thasos (une île de la mer Égée)", however it was parsed."""
    names = {x.core[0]: i for i, x in enumerate(reading.table.items) if x.kind is MentionKind.NAME}
    for index, item in enumerate(reading.table.items) if reading.pack.words["placed_kinds"] else ():
        if item.kind is not MentionKind.NAME or not load_schema().fits(reading.root(index).type, AREAS):
            continue
        noun = _kind_behind(reading, item.core[1])
        area = _place_of(reading, noun, names) if noun is not None else None
        if noun is not None and area is not None and _may_hold(reading, index, area, noun):
            yield said_by_form(index, "locatedIn", area, noun, "place/bracket", 0.8)


def _kind_behind(reading: Reading, end: int) -> int | None:
    """The noun of a place that opens an aside; adjectives, articles and "l'une des" may stand before it."""
    words, pack = reading.tree.words, reading.pack.words
    if end + 1 >= len(words) or words[end].text not in SET_OFF:
        return None
    for word in words[end + 1 : end + 1 + BEFORE]:
        if word.sent != words[end].sent or word.text in STOPS or word.lemma in pack["apart"]:
            return None
        if word.lemma in pack["placed_kinds"] and word.text.islower():
            return word.i
        link = word.pos == "ADP" and word.i > end + 1  # "l'une des principales îles"
        if word.pos not in ADDED and not link and word.lower not in pack["definite"] | pack["indefinite"]:
            return None
    return None


def _place_of(reading: Reading, noun: int, names: dict[int, int]) -> int | None:
    """The name behind "de" or "dans", with nothing but what describes the noun between: no verb, no way to it."""
    words, pack, link = reading.tree.words, reading.pack.words, ""
    for word in words[noun + 1 : noun + 1 + BEHIND]:
        if word.i in names:
            return names[word.i] if link in pack["of"] | pack["where_cases"] else None
        if word.sent != words[noun].sent or word.text in STOPS or word.lemma in pack["apart"]:
            return None
        if word.pos in ("VERB", "AUX") and word.lemma not in pack["lying"]:
            return None
        if word.pos == "CCONJ" or (word.pos == "PRON" and word.lower not in pack["definite"]):
            return None
        if word.pos == "ADP":
            link = reading.pack.adpositions.get(word.lower, word.lower)
        outside = word.lemma in pack["cardinal_points"] and link not in pack["of"] | pack["where_cases"] - pack["to"]
        if outside:
            return None  # "au nord de Paris"
    return None


def _may_hold(reading: Reading, place: int, area: int, noun: int) -> bool:
    """Whether one place may lie in the other: a country in no other, and in a town what is called a part of it."""
    inner, outer = reading.root(place).type, reading.root(area)
    if reading.table.root(place) == reading.table.root(area) or not load_schema().fits(outer.type, AREAS):
        return False
    if inner == "Country":
        return outer.type == "Place" and outer.known is not None
    words, pack = reading.tree.words, reading.pack.words
    article = words[reading.table.items[area].core[0] - 1].lower in pack["definite"]  # no town has one: "du Vexin"
    if outer.type == "City" and (outer.known or not article):
        return words[noun].lemma in pack["parts_of_towns"]
    return True
