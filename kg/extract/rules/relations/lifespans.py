"""The years of a life in brackets behind a name: "Marc Lefort (1818-1889)"."""

import re
from collections.abc import Iterator

from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.model import Datatype, MentionKind, Value

YEARS = re.compile(r"(1\d{3}|20\d{2})\s*[-\u2013\u2014]\s*(1\d{3}|20\d{2})")
LONGEST_LIFE, WORDS = 115, 6
LONGEST_TERM = 14  # years: "l'ancien ministre de Marc Petit (2012-2017)"


def find_lifespans(reading: Reading) -> Iterator[Draft]:
    """Yield when a named person was born and died."""
    for index, item in enumerate(reading.table.items):
        if item.kind is not MentionKind.NAME or reading.root(index).type != "Person" or _is_of_a_term(reading, item):
            continue
        found = _years_behind(reading, item.core[1])
        if found is None:
            continue
        for predicate, year in zip(("birthDate", "deathDate"), found, strict=True):
            value = Value(text=str(year), datatype=Datatype.DATE)
            draft = said_by_form(index, predicate, value, item.core[1] + 1, "life/bracket", 0.9)
            draft.object_words = (item.core[1] + 1, item.core[1] + 2)
            yield draft


def _is_of_a_term(reading: Reading, item: Reference) -> bool:
    """ "le quinquennat Petit (2007-2012)", "le gouvernement Petit (1993-1995)": the years of what bears the name."""
    words, pack, first = reading.tree.words, reading.pack, item.core[0]
    noun = words[first - 1] if first else words[first]
    bears = noun.pos == "NOUN" and noun.i < first and noun.lemma not in pack.trades
    return bears and pack.nouns.get(noun.lemma) != "Person" and noun.lower not in pack.courtesies


def _years_behind(reading: Reading, i: int) -> tuple[int, int] | None:
    words = reading.tree.words
    if i >= len(words) or words[i].text != "(":
        return None
    end = next((j for j in range(i + 2, min(i + WORDS, len(words))) if words[j].text == ")"), None)
    years = YEARS.fullmatch(reading.text(i + 1, end)) if end is not None else None
    if years is None:
        return None
    birth, death = int(years.group(1)), int(years.group(2))
    return (birth, death) if LONGEST_TERM < death - birth <= LONGEST_LIFE else None
