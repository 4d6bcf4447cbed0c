"""Whose rival or customer a firm is that a text calls "a rival": that of the firm which it is about."""

from collections.abc import Iterator

from kg.extract.rules.parsing.tree import Word
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.extract.rules.relations.results import spoken_of
from kg.extract.rules.relations.rows import find_rows, named_such_as, row_ahead
from kg.lang.schema import load_schema
from kg.model import MentionKind

FIRMS = ("Organization",)
SURE = 0.65
MUTUAL = "bare_rivals"  # the list of what two firms are to each other
PAIR = 2  # firms that are called rivals, where no third is told of: "rivals Zumo and Aton"


def find_competitors(reading: Reading) -> Iterator[Draft]:
    """ "a rival, Aton", "two rivals, Aton and Tarvo", "rival Aton": no word says whose, and all know."""
    for index, other, i in _bare(reading, "bare_rivals"):
        yield said_by_form(index, "competesWith", other, i, "rival/bare", SURE)
    for index, other, i in _bare(reading, "bare_customers"):
        yield said_by_form(other, "suppliesTo", index, i, "customer/bare", SURE)


def _bare(reading: Reading, nouns: str) -> Iterator[tuple[int, int, int]]:
    """Yield the firms that a noun of some list calls something to another, with that one and the noun."""
    rivals = reading.pack.words[nouns]
    rows = {row.noun: row.names for row in find_rows(reading, FIRMS)} if rivals else {}
    titled = {title.noun: title.reference for title in reading.titles}
    for word in reading.tree.words if rivals else ():
        if word.lower not in rivals or _is_told_whose(reading, word):
            continue
        noun = reading.tree.words[word.head] if word.rel in ("amod", "name") and word.head > word.i else word
        before = row_ahead(reading, noun, FIRMS) if noun.tag == "NNS" else []
        joined = _joined_names(reading, noun) if word.tag == "NNS" and noun is not word else ()
        names = (
            rows.get(noun.i) or before or joined or ((titled[noun.i],) if noun.i in titled else _named(reading, noun))
        )
        named = [i for i in names if load_schema().fits(reading.root(i).type, FIRMS)]
        named = [i for i in named if reading.root(i).type != "PoliticalParty"]
        other = _other(reading, word, named) if named else None
        if nouns == MUTUAL and len(named) == PAIR and word.tag == "NNS" and _are_both(reading, noun, named, other):
            yield named[0], named[1], word.i  # "Zumo and Aton, the rivals": of each other
            continue
        if other is None:
            continue
        for index in named:
            yield index, other, word.i


def _joined_names(reading: Reading, name: Word) -> tuple[int, ...]:
    """ "Rivals Zumo and Aton": the names of a row before whose first the noun hangs."""
    found = (reading.table.at[i] for i in reading.tree.conjuncts(name.i) if i in reading.table.at)
    return tuple(i for i in found if reading.table.items[i].kind is MentionKind.NAME)


def _are_both(reading: Reading, noun: Word, named: list[int], other: int | None) -> bool:
    """Whether two are rivals of each other: told right before them where the text is about no third, or behind."""
    bare = reading.tree.child(noun.i, "det") is None  # "Zumo and Aton, the main competitors": of the third
    before = other is None and noun.i == reading.table.items[named[0]].i  # "Rivals Zumo and Aton", not "rivals, Zumo"
    return before or (bare and noun.i > reading.table.items[named[-1]].i)


def _named(reading: Reading, noun: Word) -> tuple[int, ...]:
    """ "works for rival Aton", "rivals such as Aton and Tarvo", "Aton and other rivals": whom the words name."""
    items = reading.table.items
    index = reading.table.at.get(noun.i)
    if index is not None and items[index].kind is MentionKind.NAME:
        return (index,)
    tree, such_as = reading.tree, reading.pack.words["such_as"]
    others = noun.rel == "conj" and any(c.lower in reading.pack.words["others"] for c in tree.children(noun.i, "amod"))
    such = tree.conjuncts(tree.first_conjunct(noun.i)) if others else []  # "Aton, Tarvo and other rivals"
    such += [i for c in tree.children(noun.i, "nmod") if c.case in such_as for i in tree.conjuncts(c.i)]
    found = [reading.table.at[i] for i in such if i in reading.table.at]
    if found := [i for i in found if items[i].kind is MentionKind.NAME]:
        return tuple(found if noun.tag == "NNS" else found[:1])  # "a rival such as Aton"
    names = {item.core[0]: i for i, item in enumerate(items) if item.kind is MentionKind.NAME}
    return tuple(named_such_as(reading, noun.i + 1, names)) if noun.tag == "NNS" else ()


def _is_told_whose(reading: Reading, word: Word) -> bool:
    """ "its rival", "a rival of Aton", "a rival to the bank", "Aton's rival", "a rival bid"."""
    tree, told = reading.tree, reading.pack.words["of"] | reading.pack.words["to"]
    above = tree.words[word.head] if word.rel in ("amod", "name") else word
    for noun in (word, above):
        if tree.child(noun.i, "poss") is not None or any(c.case in told for c in tree.children(noun.i, "nmod")):
            return True
    return False


def _other(reading: Reading, word: Word, named: list[int]) -> int | None:
    """The firm that the text speaks of most before the word; what a newspaper is told is about another."""
    mine = {reading.table.root(i) for i in named}
    media = any(reading.root(i).type == "MediaOutlet" for i in named)
    found = [i for w in spoken_of(reading, word, main=True) if (i := reading.at(w)) is not None]
    found = [i for i in found if media or reading.root(i).type != "MediaOutlet"]
    return next((i for i in found if reading.table.root(i) not in mine), None)
