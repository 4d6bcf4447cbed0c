"""The house of a body, as a place: "reçu à l'Élysée", "une réunion à la mairie de Metz"."""

from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.parsing.tree import Word
from kg.extract.rules.relations.reading import Reading
from kg.lang.schema import load_schema
from kg.model import MentionKind

OCCURRING = ("ViolentEvent", "DisasterEvent", "MeetingEvent", "ProtestEvent")  # what is somewhere; a plaint goes there


def is_seat(reading: Reading, item: Reference, word: Word) -> bool:
    """ "reçu à l'Élysée", "une réunion à Matignon": the house that a body sits in, by the body's name."""
    if _is_government(item):
        return False
    seats = reading.pack.words["seats"]
    return word.case in reading.pack.words["at_seats"] and reading.text(*item.core).lower() in seats


def is_house(reading: Reading, index: int, word: Word) -> bool:
    """ "une réunion à la mairie de Metz", "une fusillade au lycée": a body by the noun of the house that it is in."""
    item = reading.table.items[index]
    if _is_government(item):
        return False
    noun = item.head if item.kind is MentionKind.NOMINAL else reading.tree.words[item.core[0]].lower
    housed = noun in reading.pack.words["houses"] and word.case in reading.pack.words["to"]
    return housed and load_schema().fits(reading.root(index).type, ("Organization",))


def takes_place(reading: Reading, event: int) -> bool:
    """ "une réunion à Matignon", not "la course à l'Élysée", "son arrivée à Bercy": an office is meant."""
    item = reading.table.items[event]
    return item.type != "PersonnelEvent" and item.head not in reading.pack.words["ways_to_office"]


def _is_government(item: Reference) -> bool:
    """ "à la Maison Blanche": nobody is in a whole government."""
    return item.known is not None and item.known.startswith("government/")
