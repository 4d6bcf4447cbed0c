"""Who leads a party that is called his or hers: "La France insoumise de Paul Girard", "Paul Girard's Labour Party"."""

from collections.abc import Iterator

from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.model import MentionKind

BETWEEN = 2  # words between an owner and the party: "Paul Girard's far-right National Front"
PARTS = 2  # words of a full name at the least: "le PS de Jaurès" is of another time


def find_leaders_of_parties(reading: Reading) -> Iterator[Draft]:
    """Yield the person whose full name stands right behind a party's name as its complement, or before it as owner."""
    items = reading.table.items
    people = [(i, x) for i, x in enumerate(items) if reading.names_person(i) and x.core[1] - x.core[0] >= PARTS]
    for party, item in enumerate(items) if reading.pack.words["party_owners"] else ():
        if item.kind is not MentionKind.NAME or reading.root(party).type != "PoliticalParty":
            continue
        behind = reading.pack.adposition == "child"
        owner = _behind(reading, item, people) if behind else _before(reading, item, people)
        if owner is not None:
            yield said_by_form(owner, "leads", party, item.i, "party/owner", 0.75)


def _behind(reading: Reading, party: Reference, people: list[tuple[int, Reference]]) -> int | None:
    """ "le Front national (FN) de X": letters in brackets are passed over; what X had in a poll is told of a list."""
    words, (first, end) = reading.tree.words, party.core
    article = words[max(first - 1, 0)].lower in reading.pack.words["definite"] or words[first].pos == "DET"
    if [w.text for w in words[end : end + 3 : 2]] == ["(", ")"]:
        end += 3
    if not article or end + 1 >= len(words) or words[end].lower not in reading.pack.words["party_owners"]:
        return None
    person = next(((i, x) for i, x in people if x.core[0] == end + 1), None)
    if person is None:
        return None
    polled = any(w.pos == "NUM" or w.text[:1].isdigit() for w in words[person[1].core[1] + 1 : person[1].core[1] + 2])
    return None if polled else person[0]


def _before(reading: Reading, party: Reference, people: list[tuple[int, Reference]]) -> int | None:
    """ "X's far-right National Front"."""
    words, at = reading.tree.words, party.core[0] - 1
    for _ in range(BETWEEN):
        at -= at > 0 and words[at].pos == "ADJ"
    if at < 1 or words[at].lower not in reading.pack.words["party_owners"]:
        return None
    return next((i for i, x in people if x.core[1] == at), None)
