"""Where quotations begin and end."""

from collections.abc import Iterable
from dataclasses import dataclass

from kg.extract.rules.tree import Tree, Word

OPENS, CLOSES = "opens", "closes"


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
    pairing, paragraph = _Pairing(tree), 0
    for word in tree.words:
        before = paragraph
        while paragraph < len(starts) and starts[paragraph] <= word.start:
            paragraph += 1
        if paragraph > before:
            pairing.enter(word, paragraph)
        if '"' in word.text:
            pairing.mark(word, paragraph, new_paragraph=paragraph > before)
    return pairing.quotes


class _Pairing:
    """The quotation that is open while an article is read, and those that are closed."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.quotes: list[Quote] = []
        self.opened: int | None = None
        self.opened_in = self.depth = 0
        self.within = self.doubted = False

    def enter(self, word: Word, paragraph: int) -> None:
        """Begin a paragraph: what was not closed for long is forgotten."""
        self.depth = 0
        if word.text != '"' and paragraph - self.opened_in >= 2:
            self.opened = None

    def mark(self, word: Word, paragraph: int, *, new_paragraph: bool) -> None:
        """Open or close at a mark."""
        side = _side(self.tree, word.i)
        if self.opened is None or (new_paragraph and word.text == '"'):
            self._drop_doubted()
            self._close(word.i)
            if _is_pair(word):
                return  # "d'"X"": all in one word
            if side != CLOSES or new_paragraph:
                self._open(word, paragraph)
        elif side == OPENS and _is_nested(self.tree, word.i):
            self.depth += 1
        elif self.depth and side == CLOSES:
            self.depth -= 1
        elif word.i > self.opened or self.within or word.text != '"':
            again = side == OPENS or _is_pair(word)
            if again:
                self._drop_doubted()
            doubted = again and self.opened is not None
            self._close(word.i)
            if again:
                self._open(word, paragraph)
                self.doubted = doubted
        else:
            self.opened = word.i + 1  # two marks in a row open one quotation

    def _open(self, word: Word, paragraph: int) -> None:
        self.within = word.text != '"'  # "d'"imprécisions"": the mark stands within the first word
        self.opened, self.opened_in, self.depth = word.i + (not self.within), paragraph, 0
        self.doubted = False

    def _drop_doubted(self) -> None:
        """ "…, dit X. "Tout va bien. "Le maire est parti. "Oui": a mark too near to the next word only closed.

        What stands behind such a mark is a quotation where a mark closes it, not where another one opens.
        """
        if self.doubted:
            self.opened = None
        self.doubted = False

    def _close(self, i: int) -> None:
        if self.opened is not None and i > self.opened:
            self.quotes.append(Quote(self.opened, i, self.opened_in))
        self.opened = None


def _is_pair(word: Word) -> bool:
    """Whether the parser left two marks within one word."""
    return word.text != '"' and word.text.count('"') == 2


def _side(tree: Tree, i: int) -> str:
    """Tell by the spaces around it whether a mark opens or closes a quotation; "" where they do not tell."""
    words, mark = tree.words, tree.words[i]
    if mark.text != '"':
        alone = mark.text.count('"') == 1
        return CLOSES if alone and mark.text.endswith('"') else OPENS if alone and "'\"" in mark.text else ""
    before = words[i - 1] if i else None
    after = words[i + 1] if i + 1 < len(words) else None
    left = before is not None and before.end == mark.start and before.text not in ("(", "[", '"')
    left = left and before is not None and not before.text.endswith("'")
    right = after is not None and after.start == mark.end and (after.pos != "PUNCT" or after.text in ("(", "["))
    if left == right:
        return ""
    return CLOSES if left else OPENS


def _is_nested(tree: Tree, i: int) -> bool:
    """Whether a mark that opens within a quotation is closed before that: two marks in a row close."""
    words = tree.words
    marks = [w.i for w in words[i + 1 : i + 60] if w.text == '"'][:2]
    return len(marks) == 2 and all(_side(tree, m) == CLOSES for m in marks)
