"""Where quotations begin and end."""

from collections.abc import Iterable
from dataclasses import dataclass

from kg.extract.rules.tree import Tree


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: its words, end exclusive."""

    first: int
    last: int
    paragraph: int


def find_quotes(tree: Tree, breaks: Iterable[int]) -> list[Quote]:
    """Pair quotation marks; a paragraph that opens with one continues a quotation left open before it.

    Args:
        breaks: offsets (of the shadow) at which paragraphs begin, ascending.
    """
    starts = sorted(breaks)
    quotes: list[Quote] = []
    opened: int | None = None
    paragraph, opened_in = 0, 0
    for word in tree.words:
        new_paragraph = False
        while paragraph < len(starts) and starts[paragraph] <= word.start:
            paragraph += 1
            new_paragraph = True
        if new_paragraph and opened is not None and word.text != '"' and paragraph - opened_in >= 2:
            opened = None  # never closed: forget it
        if '"' not in word.text:
            continue
        if opened is None or (new_paragraph and word.text == '"'):
            if opened is not None and word.i > opened:
                quotes.append(Quote(opened, word.i, opened_in))
            opened, opened_in = word.i + 1, paragraph
        elif word.i > opened:
            quotes.append(Quote(opened, word.i, opened_in))
            opened = None
        else:
            opened = word.i + 1  # two marks in a row open one quotation
    return quotes
