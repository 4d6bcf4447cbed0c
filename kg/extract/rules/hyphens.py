"""Words that a tokenizer cut at their hyphens are put together again: "co-founder", "anti-Semitism"."""

import re
from collections.abc import Iterator
from typing import Any

HYPHEN = "-"
AGE = re.compile(r"\d{1,3}-year-old")


def rejoin(doc: Any) -> Any:
    """Merge the parts of hyphenated common words in a spaCy Doc, in place.

    Names keep their parts ("Paris-based" tells a place, "Hewlett-Packard" is one name by its letters), as do numbers.
    """
    spans = list(_cut_words(doc))
    if not spans:
        return doc
    with doc.retokenize() as retokenizer:
        for start, end in spans:
            span = doc[start:end]
            last = doc[end - 1]
            lemma = span.text[: last.idx - span.start_char].lower() + last.lemma_
            retokenizer.merge(span, attrs={"LEMMA": lemma})
    return doc


def _cut_words(doc: Any) -> Iterator[tuple[int, int]]:
    i = 0
    while i < len(doc):
        end = i + 1
        while end + 1 < len(doc) and _joined(doc, end):
            end += 2
        common = doc[i].text[:1].islower() and doc[i].text.isalpha()
        if end > i + 1 and (common or AGE.fullmatch(doc[i:end].text)):
            yield i, end
        i = end


def _joined(doc: Any, i: int) -> bool:
    """Whether token i is a hyphen between two parts of a word."""
    token, before = doc[i], doc[i - 1]
    return token.text == HYPHEN and not before.whitespace_ and not token.whitespace_ and doc[i + 1].is_alpha
