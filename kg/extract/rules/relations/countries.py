"""The country of an organisation by a possessive or a name before it: "Japan's UFJ", "US government agencies"."""

from collections.abc import Iterator

from kg.extract.rules.parsing.tree import ROOT
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.lang.schema import load_schema
from kg.model import MentionKind

OWNED = ("Organization", "LegalAct")
BEFORE = (*OWNED, "Group")  # "US lawmakers"


def find_countries(reading: Reading) -> Iterator[Draft]:
    """Yield `country` of what a country's name owns or qualifies."""
    tree, schema = reading.tree, load_schema()
    for index, item in enumerate(reading.table.items):
        word = tree.words[item.i]
        if item.kind is not MentionKind.NAME or item.type != "Country" or word.head == ROOT:
            continue
        if word.rel not in ("poss", "name") or word.head < word.i:
            continue
        owner = reading.at(word.head)
        if owner is None or reading.table.root(owner) == reading.table.root(index):
            continue
        kind, known = reading.root(owner).type, reading.root(owner).known or ""
        possessed = word.rel == "poss" and reading.table.items[owner].kind is not MentionKind.NAME
        within = reading.table.items[owner].core[0] == item.core[0] and not possessed  # "China Mobile" is a name
        if known.startswith("country/") or within or (known.startswith("government/") and not possessed):
            continue
        if word.rel == "name" and kind == "Person" and _has_trade(reading, owner, item.core[1]):
            yield said_by_form(owner, "nationality", index, word.i, "country/name", 0.7)  # "US rapper Maria Ivanova"
        elif word.rel == "poss" and kind == "Person" and reading.table.items[owner].kind is MentionKind.NAME:
            yield said_by_form(owner, "nationality", index, word.i, "country/name", 0.75)  # "Russia's Maria Ivanova"
        elif schema.fits(kind, OWNED if word.rel == "poss" else BEFORE):
            yield Draft(
                subject=owner, predicate="country", object=index, trigger=word.i, verb=word.i, phrase="",
                rule="country/name", confidence=0.75, background=True,
            )  # fmt: skip


def _has_trade(reading: Reading, person: int, end: int) -> bool:
    """ "US rapper Rosa Diaz", "the US actor": whether the next noun behind a country is a trade, and no office."""
    words, bearer = reading.tree.words, reading.table.items[person]
    noun = words[bearer.i if bearer.kind is not MentionKind.NAME else bearer.core[0] - 1]
    trade = noun.pos == "NOUN" and noun.lemma in reading.pack.lists["occupations"]
    one = noun.tag != "NNS" and noun.lemma not in reading.pack.lists["positions"]
    return trade and one and end <= noun.i and all(w.pos in ("NOUN", "ADJ") for w in words[end : noun.i])
