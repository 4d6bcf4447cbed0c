"""Ages that are no single number: "23 et 26 ans", "2 à 16 ans", "une cinquantaine d'années", "18 mois"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.rules.parsing.tree import Tree, Word
from kg.extract.rules.parsing.values import read_number
from kg.lang import LanguagePack

LONGEST_LIFE = 120
# One letter a word: Figure, One, Unit of years, Shorter unit, Tens ("trentaine"), Years behind them; the rest below.
SHAPES = re.compile(
    "(?P<range>bF[US]?cFU|F[US]?rFU)"  # "entre 12 et 15 ans", "2 à 16 ans", "8 mois à 2 ans"
    "|(?P<several>F[US]?(?:,F[US]?)*cFU)"  # "23 et 26 ans", "13, 14 ou 15 ans"
    "|(?P<bound>mdFU|FUcm(?!d))"  # "moins de 5 ans", "18 ans et plus"
    "|(?P<tens>O?TdY)"  # "une cinquantaine d'années"
    "|(?P<part>[FO]Uch|[FO]S)"  # "2 ans et demi", "18 mois"
)


@dataclass(frozen=True, slots=True)
class AgePhrase:
    """An age in several words: `kind` names its shape."""

    kind: str
    first: int
    last: int  # behind the last word
    head: int  # the word of it that the rest hangs on
    figures: tuple[int, ...]  # words that tell a number


def age_phrases(tree: Tree, pack: LanguagePack) -> Iterator[AgePhrase]:
    """Yield each of them, in the order of the text."""
    units = pack.words["age_units"] | pack.words["short_age_units"] | pack.words["tens_of_years"]
    for start, end in tree.sents if pack.words["tens_of_years"] else ():
        if not any(word.lemma in units for word in tree.words[start:end]):
            continue
        shape = "".join(_letter(pack, word) for word in tree.words[start:end])
        for match in SHAPES.finditer(shape):
            first, last = start + match.start(), start + match.end()
            figures = tuple(start + i for i in range(match.start(), match.end()) if shape[i] == "F")
            yield AgePhrase(match.lastgroup or "", first, last, _head(tree, first, last), figures)


def _letter(pack: LanguagePack, word: Word) -> str:
    """Return the letter of a word in the shape of its sentence."""
    words = pack.words
    for name, letter in (
        ("tens_of_years", "T"), ("age_units", "U"), ("short_age_units", "S"), ("years", "Y"), ("of", "d"),
        ("between", "b"), ("coordinators", "c"), ("range_marks", "r"), ("bounds", "m"), ("halves", "h"),
    ):  # fmt: skip
        if word.lemma in words[name] or word.lower in words[name]:
            return letter
    if word.text == ",":
        return ","
    if word.lower in words["indefinite_singular"]:
        return "O"
    number = read_number(word.lower, pack) if word.text.isdigit() or _is_spelt(pack, word) else None
    return "F" if number is not None and 0 < number.value < LONGEST_LIFE else "x"


def _is_spelt(pack: LanguagePack, word: Word) -> bool:
    return word.lower in pack.patterns["numbers"]["numbers"]


def _head(tree: Tree, first: int, last: int) -> int:
    """The first word of a phrase that hangs on what is outside, and is no mark before it."""
    inside = range(first, last)
    tops = (i for i in inside if tree.words[i].head not in inside and tree.words[i].pos in ("NOUN", "NUM", "PRON"))
    return next(tops, last - 1)
