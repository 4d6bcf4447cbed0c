"""Ages that a hyphenated word tells: "the 19-year-old student"."""

import re
from collections.abc import Iterator

from kg.extract.rules.reading import Draft, Reading
from kg.extract.rules.tree import ROOT
from kg.model import Datatype, Value

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
