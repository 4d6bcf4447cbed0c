"""Names of people, brought near names that the parser knows: a sentence is read alike whoever acts in it.

The parser has met some names in its training and not others: it takes "Marine" for a noun, "Macron" for an adverb,
and loses the sentence around them. So what it knows of each word of a name before it looks around is moved half-way to
what it knows of a familiar name (`familiar_names` in language.toml). Words, lemmas and recognised names stay those of
the article.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from kg.extract.rules.parsing.tree import HYPHEN
from kg.lang import LanguagePack

LONGEST = 4  # words of a surname
NEARER = np.float32(0.5)  # chosen by own annotations, by rules alone: F1 .4287 at 0, .4309, at 1 .4301
Rows = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    joined: bool  # whether no space stands before it

    @property
    def capital(self) -> bool:
        """Whether it is written as a name, and not all in capitals."""
        return self.text[:1].isupper() and any(letter.islower() for letter in self.text)


def bring_near(embed: Any, vocab: Any, pack: LanguagePack) -> Callable[[Any], Rows]:
    """Return what gives the rows of a document's words, (W, N), with those of names half-way to familiar ones.

    Args:
        embed: the layer of a model that knows each word by itself.
    """

    @cache
    def familiar(kind: str, space: bool) -> Rows:
        word = Doc(vocab, words=[pack.familiar_names[kind]], spaces=[space])
        row: Rows = embed.predict([word])[0][0]
        return row

    finder = NameFinder(pack)

    def rows_of(doc: Any) -> Rows:
        rows: Rows = embed.predict([doc])[0]
        found = finder.kinds(doc)
        if found:
            rows = rows.copy()
            for i, kind in found.items():
                rows[i] += NEARER * (familiar(kind, bool(doc[i].whitespace_)) - rows[i])
        return rows

    return rows_of


class NameFinder:
    """Finds full names of people by their first names, names behind "M.", and surnames that come back."""

    def __init__(self, pack: LanguagePack) -> None:
        self.pack = pack
        self._kind = lru_cache(maxsize=20000)(self._kind_of_given)

    def kinds(self, doc: Any) -> Mapping[int, str]:
        """Return the index of each word of a name in an unparsed document → "Masc", "Fem" or "surname"."""
        tokens, joined = [], False
        for token in doc:
            tokens.append(_Token(token.text, joined))
            joined = not token.whitespace_
        found = dict(self._full_names(tokens))
        called = {tokens[i].text for i, kind in found.items() if kind == "surname" and _is_last(tokens, i, found)}
        for i, token in enumerate(tokens):
            if token.text in called and not (i and tokens[i - 1].text == HYPHEN):
                found.setdefault(i, "surname")
        return found

    def _full_names(self, tokens: Sequence[_Token]) -> Iterator[tuple[int, str]]:
        """Yield the words of full names, and those behind "M." or "Mme"."""
        i = 0
        while i < len(tokens):
            given = self._kind(tokens[i].text) if tokens[i].capital else ""
            first = _past_hyphens(tokens, i + 1) if given else i + 1
            end = self._surname_end(tokens, first) if given or self._is_courtesy(tokens, i) else first
            if end > first:
                if given:
                    yield i, given
                yield from ((k, "surname") for k in range(i + 1, end) if tokens[k].text != HYPHEN)
            i = end if end > first else i + 1

    def _kind_of_given(self, text: str) -> str:
        """Return the sex of a given name, "" for any other word; the first half of a double one tells."""
        name = text.lower().partition(HYPHEN)[0]
        return self.pack.sex_of(name) or ("Masc" if name in self.pack.words["either_given_names"] else "")

    def _is_courtesy(self, tokens: Sequence[_Token], i: int) -> bool:
        """Whether "M." or "Mme" stands before a surname: before a given name, that one opens the name."""
        told = tokens[i].text[:1].isupper() and tokens[i].text.lower() in self.pack.courtesies
        return told and i + 1 < len(tokens) and not self._kind(tokens[i + 1].text)

    def _surname_end(self, tokens: Sequence[_Token], first: int) -> int:
        """Return the end of the capitalised words from one on, with particles and hyphens between them."""
        end = first
        while end < len(tokens) and not tokens[end].joined and end - first <= LONGEST:
            follows = end + 1 < len(tokens) and tokens[end + 1].capital
            particle = tokens[end].text in self.pack.words["particles"]
            if tokens[end].capital:
                end = _past_hyphens(tokens, end + 1)
            elif follows and (end == first or tokens[end].text not in self.pack.words["of"]) and particle:
                end += 1  # "Dominique de Villepin", but "Luc Morel de Force ouvrière"
            else:
                break
        return end


def _past_hyphens(tokens: Sequence[_Token], i: int) -> int:
    """Return the end of "-Pivet" behind "Braun", word for word; `i` itself where no hyphen joins another name."""
    while i + 1 < len(tokens) and tokens[i].text == HYPHEN and tokens[i].joined and tokens[i + 1].capital:
        i += 2
    return i


def _is_last(tokens: Sequence[_Token], i: int, found: Mapping[int, str]) -> bool:
    """Whether a word is the last of its name: what the article calls its bearer by."""
    return i + 1 >= len(tokens) or (i + 1 not in found and tokens[i + 1].text != HYPHEN)
