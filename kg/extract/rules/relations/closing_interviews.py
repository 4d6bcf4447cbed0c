"""In what somebody says all that went before: "X estime que la ville doit payer, dans un entretien au Monde"."""

from collections.abc import Iterator

from kg.extract.rules.parsing.tree import Word
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.lang.schema import load_schema

SPEAKERS = ("Person", "Organization")
SURE = 0.8


def find_closing_interviews(reading: Reading) -> Iterator[Draft]:
    """Yield that who speaks gave the interview that the parser hangs below what he says."""
    words, tree = reading.pack.words, reading.tree
    for noun in tree.words if words["interviews"] else ():
        if noun.lemma not in words["interviews"] or noun.case not in words["told_in"] or not _is_set_off(reading, noun):
            continue
        region, medium = reading.attribution.region(noun.i), _medium(reading, noun)
        if region is None or region.direct or region.speaker is None or medium is None:
            continue
        able = load_schema().fits(reading.root(region.speaker).type, SPEAKERS)
        if able and reading.table.root(medium) != reading.table.root(region.speaker):
            yield said_by_form(region.speaker, "gaveInterviewTo", medium, noun.i, "speech/closing-interview", SURE)


def _is_set_off(reading: Reading, noun: Word) -> bool:
    """Whether a comma stands before the phrase of a noun."""
    first = reading.tree.subtree(noun.i)[0]
    before = reading.tree.words[first].text == "," or (first > 0 and reading.tree.words[first - 1].text == ",")
    return before and first > reading.tree.sents[noun.sent][0]


def _medium(reading: Reading, noun: Word) -> int | None:
    """To whom an interview was given, or who published it."""
    tree, words = reading.tree, reading.pack.words
    below = [c for c in tree.children(noun.i) if c.rel in ("nmod", "obl", "acl")]
    below += [
        c for clause in tree.children(noun.i, "acl") for c in tree.children(clause.i, "obl", "agent", "obl:agent")
    ]
    for word in sorted(below, key=lambda w: w.i):
        index = reading.at(word.i) if word.case in words["told_in"] or word.rel in ("agent", "obl:agent") else None
        if index is not None and load_schema().is_a(reading.root(index).type, "MediaOutlet"):
            return index
    return None
