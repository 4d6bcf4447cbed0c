"""The party that a letter before a state tells: "Senator Mark Dallow (R-Ohio)", "Anna Reyes, D-Calif., …"."""

from collections.abc import Iterator

from kg.extract.rules.parsing.tree import HYPHEN
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form

OPENERS = ("(", ",", "[")


def find_party_letters(reading: Reading) -> Iterator[Draft]:
    """Yield the party of each person behind whose name a letter and a state stand in brackets or between commas."""
    words, items = reading.tree.words, reading.table.items
    letters = dict(entry.split(" ") for entry in reading.pack.words.get("party_letters", ()))
    for letter in words[2:-2] if letters else ():
        party = letters.get(letter.text.lower())
        behind = words[letter.i + 1]
        if party is None or not letter.is_title or behind.text != HYPHEN or behind.start != letter.end:
            continue
        if words[letter.i - 1].text not in OPENERS or not words[letter.i + 2].is_title:
            continue
        person = next((i for i, x in enumerate(items) if x.core[1] == letter.i - 1 and reading.names_person(i)), None)
        if person is not None:
            _forget(reading, letter.i)
            told = _party(reading, party, letter.i)
            yield said_by_form(person, "memberOfParty", told, letter.i, "party/bracket", 0.9)


def _forget(reading: Reading, letter: int) -> None:
    """ "D-Calif." was taken for somebody's name."""
    index = reading.table.at.get(letter)
    if index is not None:
        reading.table.items[index].type = "Place"


def _party(reading: Reading, known: str, letter: int) -> int:
    """A reference for a party of the tables."""
    found = next((i for i, x in enumerate(reading.table.items) if x.known == known), None)
    return reading.table.add_told(reading.tree.words[letter], "PoliticalParty", known=known, antecedent=found)
