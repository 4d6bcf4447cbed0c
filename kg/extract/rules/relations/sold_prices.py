"""What a thing was sold for, told by place behind its name: "une Golf GTI de 1982 adjugée 20 000 euros"."""

from collections.abc import Iterator

from kg.extract.rules.parsing.lemmas import of_participle
from kg.extract.rules.parsing.tree import Word
from kg.extract.rules.relations.amounts import is_figure
from kg.extract.rules.relations.literals import read_value
from kg.extract.rules.relations.reading import Draft, Reading
from kg.lang.schema import load_schema
from kg.model import MentionKind, Value

THINGS = ("Product", "LegalAct")
SOLD_AS = ("VERB", "ADJ", "NOUN")  # what the parser takes a participle for
CLAUSE = ("aux", "aux:pass", "cop")
LONGEST = 8  # words of a sum with what stands before it
BETWEEN = 12  # words between the sum's verb and the name


def find_sold_prices(reading: Reading, drafts: list[Draft]) -> Iterator[Draft]:
    """Yield the sum behind a verb of selling whose thing is the name before it, where the parser hung them apart."""
    table, pack = reading.table, reading.pack
    priced = pack.words["priced"]
    if not priced:
        return
    told = {table.root(d.subject) for d in drafts if d.predicate == "price"}
    for word in reading.tree.words:
        offered = word.lower in pack.words["on_sale"]
        if not offered and word.pos not in SOLD_AS:
            continue
        verb = of_participle(word.lower, pack) or word.lemma
        if not offered and verb not in priced:
            continue
        found = _sum_behind(reading, word)
        index = _thing_before(reading, word) if found is not None else None
        if found is None or index is None or table.root(index) in told:
            continue
        told.add(table.root(index))
        yield Draft(
            subject=index, predicate="price", object=found[0], trigger=word.i, verb=word.i,
            phrase=verb, rule="price/sold", confidence=0.7, object_words=found[1],
        )  # fmt: skip


def _sum_behind(reading: Reading, verb: Word) -> tuple[Value, tuple[int, int]] | None:
    """The sum right behind a verb, or behind "à partir de", "pour", "au prix de", a country or a pronoun."""
    words, steps = reading.tree.words, reading.pack.words["before_prices"]
    first = verb.i + 1
    while first < min(len(words) - 1, verb.i + LONGEST) and not _opens_sum(reading, first):
        placed = reading.table.at.get(first)
        place = placed is not None and load_schema().fits(reading.root(placed).type, ("Place",))
        if words[first].lower not in steps and not place and words[first].pos not in ("ADV", "DET"):
            return None
        first += 1
    last = first
    while last < len(words) and last < first + LONGEST and _is_of_sum(reading, last):
        last += 1
    found = (read_value(reading, i, "money") for i in range(last - 1, first - 1, -1))
    return next((v for v in found if v is not None and first <= v[1][1] <= last + 1), None)


def _opens_sum(reading: Reading, i: int) -> bool:
    """A figure; not "un" in "un peu moins de 1.000 dollars"."""
    words, steps = reading.tree.words, reading.pack.words["before_prices"]
    return is_figure(reading.pack, words[i]) and not (words[i].lower in steps and words[i + 1].lower in steps)


def _is_of_sum(reading: Reading, i: int) -> bool:
    word, table = reading.tree.words[i], reading.pack.patterns["numbers"]
    money = word.text in table["symbols"] or word.lower in table["currencies"] or word.lemma in table["currencies"]
    return money or is_figure(reading.pack, word) or word.lemma in reading.pack.words["of"]


def _thing_before(reading: Reading, verb: Word) -> int | None:
    """The name of a product that ends before a verb, with no more between than its year, a bracket, an auxiliary."""
    words, table = reading.tree.words, reading.table
    start = reading.tree.sents[verb.sent][0]
    ends = {
        x.core[1]: i
        for i, x in enumerate(table.items)
        if x.kind is MentionKind.NAME and x.sent == verb.sent and _is_thing(reading, i)
    }
    i = verb.i
    while i > max(start, verb.i - BETWEEN):
        if i in ends:
            return ends[i]
        i -= 1
        word = words[i]
        if word.text == ")":
            while i > start and words[i].text != "(":
                i -= 1
        elif not _may_stand_between(reading, word):
            return None
    return None


def _may_stand_between(reading: Reading, word: Word) -> bool:
    words = reading.pack.words
    if (
        word.is_year
        or word.rel in CLAUSE
        or word.pos in ("AUX", "ADV")
        or word.text == ","
        or word.lower in words["reflexive"]
    ):
        return True
    year = word.lower in words["of"] and reading.tree.words[word.i + 1].is_year
    return year or word.lower in words["relative_subject"] | words["coordinators"]


def _is_thing(reading: Reading, index: int) -> bool:
    return load_schema().fits(reading.root(index).type, THINGS)
