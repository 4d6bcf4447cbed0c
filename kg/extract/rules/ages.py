"""Ages: "the 19-year-old student", "l'homme de 74 ans"."""

import re
from collections.abc import Iterator

from kg.extract.rules.reading import Draft, Reading, said_by_form
from kg.extract.rules.tree import ROOT, Word
from kg.extract.rules.values import plain, read_number
from kg.model import Datatype, MentionKind, Value

AGED = re.compile(r"(\d{1,3})-year-olds?")


def find_ages(reading: Reading) -> Iterator[Draft]:
    """Yield the age of the person whom such a word qualifies or stands for."""
    for word in reading.tree.words:
        found = AGED.fullmatch(word.lower)
        if found is None:
            continue
        owner = reading.at(word.head) if word.head != ROOT and word.rel in ("amod", "name", "nummod") else None
        owner = reading.at(word.i) if owner is None else owner
        if owner is not None and reading.root(owner).type == "Person":
            yield Draft(
                subject=owner, predicate="age", object=Value(text=str(int(found.group(1))), datatype=Datatype.NUMBER),
                trigger=word.i, verb=word.i, phrase="", rule="age/word", confidence=0.85,
                object_words=(word.i, word.i + 1), background=True,
            )  # fmt: skip


def find_ages_in_years(reading: Reading) -> Iterator[Draft]:
    """ "l'homme de 74 ans", "Jake, 11 ans", "aged 50"."""
    tree, pack = reading.tree, reading.pack
    for word in tree.words:
        if word.lemma not in pack.words["age_units"] and word.lower not in pack.words["age_units"]:
            continue
        number = next(
            (c for c in tree.children(word.i, "nummod", "quantmod", "det") if any(ch.isdigit() for ch in c.text)), None
        )
        if number is None:
            continue
        owner = _age_owner(reading, word)
        value = read_number(number.text, pack)
        if owner is not None and value is not None and 0 < value.value < 120:
            literal = Value(text=plain(value.value), datatype=Datatype.NUMBER)
            draft = said_by_form(owner, "age", literal, word.i, "age", 0.85)
            draft.object_words = (number.i, word.i + 1)
            yield draft


def find_bare_ages(reading: Reading) -> Iterator[Draft]:
    """ "Mark Smith, 52, was hurt": a number between commas behind a person, where the language says no "years"."""
    tree, table = reading.tree, reading.table
    for index, item in enumerate(table.items):
        last = item.core[1]
        if reading.pack.adposition != "head" or item.kind is not MentionKind.NAME or last + 2 >= len(tree.words):
            continue
        comma, number, close = tree.words[last : last + 3]
        if (
            comma.text != ","
            or close.text not in (",", ".")
            or not number.text.isdigit()
            or not 0 < int(number.text) < 111
        ):
            continue
        if reading.root(index).type == "Person" and number.head != ROOT:
            literal = Value(text=str(int(number.text)), datatype=Datatype.NUMBER)
            draft = said_by_form(index, "age", literal, number.i, "age/bare", 0.85)
            draft.object_words = (number.i, number.i + 1)
            yield draft


def _age_at_death(reading: Reading, word: Word) -> int | None:
    """ "est morte à l'âge de 74 ans", "s'est éteint à 91 ans": the age of who dies is the last."""
    tree, words = reading.tree, reading.pack.words
    above = tree.words[word.head] if word.head != ROOT else word
    said = above if above.lemma in words["ages"] and above.head != ROOT else word
    verb = tree.words[said.head] if said.head != ROOT else word
    if said.case not in words["at_age"] or verb.lemma not in words["dying"]:
        return None
    owners = (reading.at(i) for i in reading.syntax.subjects(verb.i)[0])
    return next((o for o in owners if o is not None and reading.root(o).type == "Person"), None)


def _age_owner(reading: Reading, word: Word) -> int | None:
    tree = reading.tree
    dying = _age_at_death(reading, word)
    if dying is not None:
        return dying
    heads = [a for a in list(tree.ancestors(word.i))[:3] if a.sent == word.sent]
    for head in heads:
        index = reading.at(head.i)
        if index is not None and reading.root(index).type == "Person":
            return index
        if head.pos in ("VERB", "AUX"):
            break
    before = next((w for w in reversed(tree.words[max(0, word.i - 5) : word.i]) if w.text == ","), None)
    if before is not None:
        for index in range(len(reading.table.items) - 1, -1, -1):
            item = reading.table.items[index]
            if item.core[1] == before.i and reading.root(index).type == "Person":
                return index
    return None
