"""Whose goods serve whom: "Valtec, dont les moteurs équipent Airbus", "its sensors equip the trains of Zumo"."""

from collections.abc import Iterator

from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.parsing.frames import Frame
from kg.extract.rules.relations.noun_frames import noun_frame
from kg.extract.rules.relations.reading import Reading
from kg.lang.schema import load_schema
from kg.model import MentionKind


def maker_words(reading: Reading, frame: Frame) -> list[int]:
    """Return the words for the owner of the goods, or of the site, that act in a clause; a firm itself has no goods."""
    return [i for noun in frame.args.get("agent", ()) if _are_goods(reading, noun) for i in _owners(reading, noun)]


def user_words(reading: Reading, frame: Frame) -> list[int]:
    """Return the words for the owner of what an act is done to: "équipe les avions d'Airbus"."""
    return [i for noun in frame.args.get("patient", ()) if _are_things(reading, noun) for i in _owners(reading, noun)]


def _owners(reading: Reading, noun: int) -> Iterator[int]:
    owned = noun_frame(reading.syntax, reading.tree.words[noun])
    for role in ("poss", *sorted(reading.pack.words["of"])):
        yield from owned.args.get(role, ())


def _are_goods(reading: Reading, noun: int) -> bool:
    item, words = _described(reading, noun), reading.pack.words
    if item is None:
        return False
    site = item.head in words["sites"] | words["plants"] | words["plural_firms"]
    return site or load_schema().fits(item.type, ("Product", "Concept"))


def _are_things(reading: Reading, noun: int) -> bool:
    item = _described(reading, noun)
    return item is not None and not load_schema().fits(item.type, ("Person", "Group"))


def _described(reading: Reading, noun: int) -> Reference | None:
    index = reading.at(noun)
    item = reading.table.items[index] if index is not None else None
    return item if item is not None and item.kind is MentionKind.NOMINAL else None
