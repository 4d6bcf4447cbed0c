"""Quotations that excerpt others: a heading ""Nous gagnerons"" over ""Oui, nous gagnerons", dit X"."""

from collections.abc import Callable, Sequence

from kg.extract.rules.parsing.tree import Tree
from kg.extract.rules.voice.quotations import Quote

LEAST = 5  # words that only one and the same person is likely to say in this order
MOST = 60  # words of an excerpt; what is longer is a quotation of its own
GAP = 3  # words of the whole quotation that an excerpt leaves out at a time
NEAR = 100  # quotations before and behind: a page of nothing but quotations must not take forever


def quotes_excerpted(tree: Tree, quotes: Sequence[Quote]) -> Callable[[int], list[int]]:
    """Return what tells, of a quotation by its number, the numbers of those that hold all of its words in order."""
    said = [[w.lower for w in tree.words[q.first : q.last] if w.text[:1].isalnum()] for q in quotes]

    def holding(number: int) -> list[int]:
        part = said[number]
        if not LEAST <= len(part) <= MOST:
            return []
        near = range(max(0, number - NEAR), min(len(said), number + NEAR + 1))
        return [n for n in near if n != number and _holds(said[n], part)]

    return holding


def _holds(whole: Sequence[str], part: Sequence[str]) -> bool:
    """Whether the words of an excerpt follow each other in a quotation, but for a few left out."""
    return any(_follows(whole, start, part) for start, word in enumerate(whole) if word == part[0])


def _follows(whole: Sequence[str], at: int, part: Sequence[str]) -> bool:
    for word in part[1:]:
        near = range(at + 1, min(at + 2 + GAP, len(whole)))
        found = next((i for i in near if whole[i] == word), None)
        if found is None:
            return False
        at = found
    return True
