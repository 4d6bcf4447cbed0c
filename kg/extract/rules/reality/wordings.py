"""Finds fixed wordings in an article, whatever the parser made of them: "à supposer que", "dit-on", "sans doute"."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache

from kg.extract.rules.parsing.tree import Tree, Word


def find_wordings(tree: Tree, wordings: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield (first word, end word) of each place where one of the wordings stands as whole words, in text order."""
    pattern = _pattern(tuple(sorted(wordings)))
    if pattern is None or not tree.words:
        return
    text, starts = tree.lower_text
    for found in pattern.finditer(text):
        first, last = bisect_right(starts, found.start()) - 1, bisect_right(starts, found.end() - 1) - 1
        yield first, last + 1


def verb_after(tree: Tree, i: int) -> Word | None:
    """Return the first full verb of the sentence from word `i` on, or of the next where a colon ends the sentence."""
    if i >= len(tree.words):
        return None
    last = tree.sents[tree.words[i].sent][1]
    return next((w for w in tree.words[i:last] if w.pos == "VERB"), None)


@lru_cache(maxsize=16)
def _pattern(wordings: tuple[str, ...]) -> re.Pattern[str] | None:
    if not wordings:
        return None
    longest_first = sorted(wordings, key=lambda w: (-len(w), w))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?:(?<=')|(?!\w))")  # "avant qu'Orvane"
