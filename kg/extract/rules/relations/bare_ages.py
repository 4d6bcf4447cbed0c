"""Ages told by a bare number, where the language says no "years": "Mark Smith, 52, was hurt", "a boy of 15"."""

from collections.abc import Iterator

from kg.extract.rules.mentions.set_off import CLOSED
from kg.extract.rules.parsing.age_phrases import LONGEST_LIFE
from kg.extract.rules.parsing.tree import ROOT, Word
from kg.extract.rules.relations.age_owners import aging
from kg.extract.rules.relations.ages import as_predicated
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.model import Datatype, MentionKind, Value

COUNTED = ("NOUN", "PROPN", "NUM", "SYM", "ADJ")  # "a driver of 18 lorries": what a number before such a word counts
TWO = 2


def find_bare_ages(reading: Reading) -> Iterator[Draft]:
    """Yield the age of whom a bare number is told of."""
    if reading.pack.adposition != "head":
        return
    words = reading.tree.words
    for number in words[1:-1]:
        if not number.text.isdigit() or not 0 < int(number.text) < LONGEST_LIFE or number.head == ROOT:
            continue
        owners = _set_off(reading, number) or _of_age(reading, number) or _predicated(reading, number)
        owners = owners or _reached(reading, number)
        for owner in owners:
            if reading.root(owner).type == "Person":
                draft = as_predicated(reading, _aged(owner, number), number)
                draft.past |= words[number.i - 1].lower in reading.pack.words["at_that_time"]
                yield draft


def _aged(owner: int, number: Word) -> Draft:
    literal = Value(text=str(int(number.text)), datatype=Datatype.NUMBER)
    draft = said_by_form(owner, "age", literal, number.i, "age/bare", 0.85)
    draft.object_words = (number.i, number.i + 1)
    return draft


def _set_off(reading: Reading, number: Word) -> list[int]:
    """ "Mark Smith, 52, was hurt", "…, now 52,": between commas behind a name, or two: "Olav and Eva Berg, both 81"."""
    words, items = reading.tree.words, reading.table.items
    both = words[number.i - 1].lower in reading.pack.words["both"]
    dated = words[number.i - 1].lower in reading.pack.words["at_that_time"] | reading.pack.words["by_now"]
    comma = words[number.i - 1 - (both or dated)]
    if comma.text != "," or words[number.i + 1].text not in (",", "."):
        return []
    named = (i for i, x in enumerate(items) if x.kind is MentionKind.NAME and x.core[1] == comma.i)
    index = next(named, None)
    if index is None or not both:
        return [] if index is None else [index]
    pair = reading.tree.conjuncts(reading.tree.first_conjunct(items[index].i))
    found = [i for part in pair if (i := reading.at(part)) is not None]
    return found if len(pair) == TWO else []


def _of_age(reading: Reading, number: Word) -> list[int]:
    """ "a boy of 15", "has died at 92": a number that counts nothing, behind one person or behind "died"."""
    tree, words = reading.tree, reading.pack.words
    if tree.words[number.i + 1].pos in COUNTED:
        return []
    if number.case in words["at_age"] and tree.words[number.head].lemma in words["dying"]:
        owner = aging(reading, tree.words[number.head])
        return [] if owner is None else [owner]
    before = tree.words[number.i - 1]
    if before.lower not in words["of"] or number.head != before.i - 1:
        return []
    index = reading.at(number.head)
    one = index is not None and reading.table.items[index].number != "Plur" and reading.table.items[index].determiner
    return [index] if index is not None and one else []


def _predicated(reading: Reading, number: Word) -> list[int]:
    """ "Rosa Diaz, who is 71, …": what a copula says of a person."""
    tree, pack = reading.tree, reading.pack
    verb, behind = tree.words[number.head], tree.words[number.i + 1]
    goes_on = behind.lower in pack.words["adding"] and tree.words[min(behind.i + 1, len(tree.words) - 1)].pos == "VERB"
    if number.rel != "attr" or not (behind.text in CLOSED or goes_on):
        return []
    told = verb.lemma in pack.lists["copulas"] and verb.i == number.i - 1 and verb.rel != "advcl"  # "until he was 30"
    owner = aging(reading, verb) if told else None
    return [] if owner is None else [owner]


def _reached(reading: Reading, number: Word) -> list[int]:
    """ "Rosa Diaz turned 71 on Monday": the age that somebody reaches, and nothing that is counted."""
    tree, words = reading.tree, reading.pack.words
    verb, behind = tree.words[number.head], tree.words[number.i + 1]
    counted = behind.pos in COUNTED and tree.tied(number.i) is behind
    if verb.lemma not in words["reaching"] or verb.i != number.i - 1 or counted or number.rel in ("nummod", "quantmod"):
        return []
    owner = aging(reading, verb)
    return [] if owner is None else [owner]
