"""Trades and offices without an article of their own: "Anne Petit, 27 ans, infirmière", "le maire et député X"."""

from collections.abc import Iterator

from kg.extract.rules.mentions.references import Reference, References
from kg.extract.rules.mentions.set_off import CLOSED
from kg.extract.rules.mentions.title_joins import Title
from kg.extract.rules.parsing.tree import ROOT, Tree, Word
from kg.lang import LanguagePack
from kg.model import MentionKind

SAID = ("NOUN", "ADJ", "PROPN")  # the parser takes "chanteuse", "musicien" for an adjective
GOES_ON = ("ADP", "ADJ", "CCONJ", "PRON", "PROPN", "ADV")  # what may follow a trade that is told behind a comma
MARKED = ("det", "poss", "case")


def is_trade(pack: LanguagePack, word: Word) -> bool:
    """Whether a word is the name of a trade or an office, whatever part of speech the parser gave it."""
    trades = pack.trades
    return word.pos in SAID and (word.lemma in trades or word.lower in trades)


def opens_trade(tree: Tree, pack: LanguagePack, noun: Reference) -> bool:
    """Whether a noun is a trade or opens one of several words: "homme politique", "chef d'entreprise"."""
    trades = pack.trades
    (text, starts), i = tree.lower_text, noun.i
    ends = (starts[end] if end < len(starts) else len(text) for end in (i + 2, i + 3, i + 4))
    return noun.head in trades or any(text[starts[i] : end].strip() in trades for end in ends)


def find_bare_trades(tree: Tree, pack: LanguagePack, table: References, titled: set[int]) -> Iterator[Title]:
    """Yield the trades that stand bare behind the name of a person, if they are none of the titles read already."""
    for index, item in enumerate(table.items):
        if item.kind is MentionKind.NAME and item.type == "Person" and not _is_complement(tree, table, item):
            bare = _trade_behind(tree, pack, item)
            if bare is not None and bare.i not in titled:
                yield Title(bare.i, index)


def _is_complement(tree: Tree, table: References, name: Reference) -> bool:
    """ "Cet ancien ministre de Marc Petit, aujourd'hui directeur": it goes on about the minister."""
    word = tree.words[name.i]
    above = table.at.get(word.head) if word.case else None
    return above is not None and above != table.at.get(name.i) and table.items[above].type == "Person"


def _trade_behind(tree: Tree, pack: LanguagePack, name: Reference) -> Word | None:
    """ "Anne Petit, 27 ans, infirmière", "Marc Petit, désormais consultant": the bare trade behind a name's comma."""
    words, comma = tree.words, name.core[1]
    if comma + 1 >= len(words) or words[comma].text != ",":
        return None
    start = i = _behind_age(tree, pack, comma) + 1
    while i + 1 < len(words) and (words[i].pos == "ADV" or words[i].lower in pack.words["himself"]):
        i += 1
    if i >= len(words) or not is_trade(pack, words[i]) or words[i].is_title:
        return None
    told = words[i].pos == "NOUN" or i > start or start > comma + 1
    marked = any(c.lower not in pack.words["himself"] for c in tree.children(i, *MARKED))
    return words[i] if told and not marked and is_told(tree, i) else None


def is_told(tree: Tree, i: int) -> bool:
    """Whether a trade ends or goes on as one; in "Marc Petit, maire de X, juge "excessif" le rapport" it is a verb."""
    behind = tree.words[i + 1] if i + 1 < len(tree.words) else None
    if behind is None or tree.words[i - 1].text != ",":
        return True
    return behind.pos in GOES_ON or behind.text in CLOSED or "VerbForm=Part" in behind.morph


def _behind_age(tree: Tree, pack: LanguagePack, comma: int) -> int:
    """Where a comma closes an age, or the first comma: "Anne Petit, 27 ans, infirmière", "…, la cinquantaine, …"."""
    words = tree.words[comma : comma + 4]
    aged = len(words) == 4 and words[1].text.isdigit() and words[2].lemma in pack.words["age_units"]
    if aged and words[3].text == ",":
        return comma + 3
    tens = next((w for w in words[2:] if w.lower in pack.words["tens_of_years"]), None)
    if tens is None or words[1].lower not in pack.words["definite"]:
        return comma
    closing = tree.words[tens.i + 1 : tens.i + 4]  # "la cinquantaine bien sonnée"
    return next((w.i for w in closing if w.text == ","), comma)


def coordinated_with(tree: Tree, pack: LanguagePack, noun: Word, item: Reference) -> Iterator[Word]:
    """Yield what else the bearer of a title is, told on either side of it."""
    yield from _coordinated_before(tree, pack, noun)
    yield from _coordinated_behind(tree, pack, noun, item)


def _coordinated_before(tree: Tree, pack: LanguagePack, noun: Word) -> Iterator[Word]:
    """ "le maire et député Marc Petit": who bears the second office without a determiner bears the first as well."""
    if noun.rel != "conj" or noun.head == ROOT or not is_bare_trade(tree, pack, noun):
        return
    first = tree.words[tree.first_conjunct(noun.i)]
    if first.i < noun.i and is_trade(pack, first) and tree.child(first.i, "det", "poss") is not None:
        yield first


def _coordinated_behind(tree: Tree, pack: LanguagePack, noun: Word, item: Reference) -> Iterator[Word]:
    """ "Aton's founder and largest shareholder, Mark Ross": what shares the determiner of his title is he as well."""
    for other in (tree.words[i] for i in tree.conjuncts(noun.i)[1:]):
        marked = tree.child(other.i, "det", "poss", "case", "nummod") is not None or other.case
        person = pack.nouns.get(other.lemma) == "Person" and "Number=Plur" not in other.morph
        if item.type == "Person" and noun.i < other.i < item.core[0] and person and not marked:
            yield other


def is_bare_trade(tree: Tree, pack: LanguagePack, word: Word) -> bool:
    """Whether a coordinated word is a trade that shares the determiner of the one before: "l'actrice et chanteuse"."""
    alone = "Number=Plur" not in word.morph and tree.child(word.i, *MARKED) is None
    return alone and is_trade(pack, word) and is_told(tree, word.i)
