"""Whose rival or customer a firm is that a text calls "a rival": that of the firm which it is about."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.rules.parsing.tree import Word
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.extract.rules.relations.results import main_firm, spoken_of
from kg.extract.rules.relations.rows import find_rows, named_such_as, row_ahead
from kg.lang.schema import load_schema
from kg.model import MentionKind

FIRMS = ("Organization",)
AGENTS = ("Organization", "Person")
SURE = 0.65
MUTUAL = "bare_rivals"  # the list of what two firms are to each other
BEFORE_NOUNS = (MUTUAL, "bare_customers")  # the lists of what tells what kind of firm a noun behind is
PAIR = 2  # firms that are called rivals, where no third is told of: "rivals Zumo and Aton"


@dataclass(frozen=True, slots=True)
class Bare:
    """What a noun makes of whom it calls so, where nothing says whose he is: that of the firm spoken of."""

    nouns: str  # a list of words
    predicate: str
    rule: str
    kinds: tuple[str, ...] = FIRMS  # who is called so
    turned: bool = False  # whether the firm spoken of comes first
    of_share: bool = False  # whether how much must be told: "propriétaire de 9 % du capital"


BARE = (
    Bare("bare_rivals", "competesWith", "rival/bare"),
    Bare("bare_customers", "suppliesTo", "customer/bare", turned=True),
    Bare("bare_suppliers", "suppliesTo", "supplier/bare"),
    Bare("bare_holders", "owns", "holder/bare", AGENTS, of_share=True),
    Bare("bare_shareholders", "owns", "holder/bare", AGENTS),
    Bare("bare_buyers", "acquired", "buyer/bare", AGENTS),
    Bare("bare_founders", "founded", "founder/bare", ("Person",)),
)


def find_competitors(reading: Reading) -> Iterator[Draft]:
    """ "a rival, Aton", "two rivals, Aton and Tarvo", "rival Aton": no word says whose, and all know."""
    for bare in BARE:
        for index, other, i in _bare(reading, bare.nouns, bare.kinds):
            if bare.of_share and not _is_of_capital(reading, i):
                continue
            first, second = (other, index) if bare.turned else (index, other)
            draft = said_by_form(first, bare.predicate, second, i, bare.rule, SURE)
            draft.background = bare.nouns in BEFORE_NOUNS or reading.pack.adposition != "head"  # else who tells says it
            yield draft


def _bare(reading: Reading, nouns: str, kinds: tuple[str, ...]) -> Iterator[tuple[int, int, int]]:
    """Yield the firms that a noun of some list calls something to another, with that one and the noun."""
    rivals = reading.pack.words[nouns]
    bare = [w for w in reading.tree.words if w.lower in rivals and not _is_told_whose(reading, w)]
    rows = {row.noun: row.names for row in find_rows(reading, kinds)} if bare else {}
    titled = {title.noun: title.reference for title in reading.titles}
    for word in bare:
        noun = reading.tree.words[word.head] if word.rel in ("amod", "name") and word.head > word.i else word
        if noun is not word and noun.pos == "NOUN" and nouns not in BEFORE_NOUNS:
            continue  # "a rival bidder, Aton", and no "shareholder activist"
        before = row_ahead(reading, noun, kinds) if _is_plural(noun) else []
        joined = _joined_names(reading, noun) if word.tag == "NNS" and noun is not word else ()
        names = (
            rows.get(noun.i) or before or joined or ((titled[noun.i],) if noun.i in titled else _named(reading, noun))
        )
        named = [i for i in names if load_schema().fits(reading.root(i).type, kinds)]
        named = [i for i in named if reading.root(i).type != "PoliticalParty"]
        other = _other(reading, word, named) if named else None
        if nouns == MUTUAL and len(named) == PAIR and word.tag == "NNS" and _are_both(reading, noun, named, other):
            yield named[0], named[1], word.i  # "Zumo and Aton, the rivals": of each other
            continue
        if other is None:
            continue
        for index in named:
            yield index, other, word.i


def _is_plural(noun: Word) -> bool:
    return noun.tag == "NNS" or (noun.tag == noun.pos and "Number=Plur" in noun.morph)


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
    if apposed := _apposed(reading, noun):
        return apposed
    tree, such_as = reading.tree, reading.pack.words["such_as"]
    others = noun.rel == "conj" and any(c.lower in reading.pack.words["others"] for c in tree.children(noun.i, "amod"))
    such = tree.conjuncts(tree.first_conjunct(noun.i)) if others else []  # "Aton, Tarvo and other rivals"
    such += [i for c in tree.children(noun.i, "nmod") if c.case in such_as for i in tree.conjuncts(c.i)]
    found = [reading.table.at[i] for i in such if i in reading.table.at]
    if found := [i for i in found if items[i].kind is MentionKind.NAME]:
        return tuple(found if _is_plural(noun) else found[:1])  # "a rival such as Aton"
    names = {item.core[0]: i for i, item in enumerate(items) if item.kind is MentionKind.NAME}
    return tuple(named_such_as(reading, noun.i + 1, names)) if _is_plural(noun) else ()


def _apposed(reading: Reading, noun: Word) -> tuple[int, ...]:
    """ "un concurrent, le géant autrichien Steyrer": what stands between commas behind the noun, if it is named."""
    table, words = reading.table, reading.tree.words
    index = table.at.get(noun.i)
    end = table.items[index].core[1] if index is not None else noun.i + 1
    if end >= len(words) or words[end].text != ",":
        return ()
    found = (i for i, x in enumerate(table.items) if x.core[0] == end + 1 and table.at.get(x.i) == i)
    return tuple(i for i in found if reading.root(i).kind is MentionKind.NAME)[:1]


def _is_told_whose(reading: Reading, word: Word) -> bool:
    """ "its rival", "a rival of Aton", "a rival to the bank", "Aton's rival", "a rival bid"."""
    tree, told = reading.tree, reading.pack.words["of"] | reading.pack.words["to"]
    above = tree.words[word.head] if word.rel in ("amod", "name") else word
    mine = reading.pack.words["possessive_singular_owner"] | reading.pack.words["possessive_plural_owner"]
    for noun in (word, above):
        if any(c.i < noun.i and _is_firm(reading, c.i) for c in tree.children(noun.i, "name")):
            return True  # "Aton supplier Zumo"
        if any(c.lower in mine for c in tree.children(noun.i, "det")):
            return True
        if any(tree.words[i].lower in reading.pack.words["relative_of"] for i in tree.subtree(noun.i) if i < noun.i):
            return True  # "dont Aton est le rival"
        if tree.child(noun.i, "poss") is not None or any(
            c.case in told and not _is_share(reading, c) for c in tree.children(noun.i, "nmod")
        ):
            return True
    return False


def _is_firm(reading: Reading, i: int) -> bool:
    index = reading.table.at.get(i)
    return index is not None and reading.is_name(index) and load_schema().fits(reading.root(index).type, FIRMS)


def _is_share(reading: Reading, word: Word) -> bool:
    """ "actionnaire à 20 %", "actionnaire du tiers": how much is told, and not of what."""
    return word.text == "%" or word.lemma in reading.pack.words["shares"]


def _is_of_capital(reading: Reading, noun: int) -> bool:
    """ "propriétaire de 9 % du capital", "détenteur d'un tiers des actions": part of a firm, and of nothing else."""
    below = [reading.tree.words[i].lemma for i in reading.tree.subtree(noun) if i > noun]
    shares = any(_is_share(reading, c) for c in reading.tree.children(noun, "nmod"))
    return shares and not reading.pack.words["equity"].isdisjoint(below)


def _other(reading: Reading, word: Word, named: list[int]) -> int | None:
    """The firm that the text speaks of most before the word; what a newspaper is told is about another."""
    mine = {reading.table.root(i) for i in named}
    if reading.pack.adposition == "head" and (found := main_firm(reading, word, mine)):
        return reading.at(found[0])
    media = any(reading.root(i).type == "MediaOutlet" for i in named)
    found = [i for w in spoken_of(reading, word, main=True) if (i := reading.at(w)) is not None]
    found = [i for i in found if media or reading.root(i).type != "MediaOutlet"]
    return next((i for i in found if reading.table.root(i) not in mine), None)
