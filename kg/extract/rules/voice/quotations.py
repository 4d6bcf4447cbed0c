"""Where quotations begin and end."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from kg.extract.rules.parsing.tree import Tree, Word

OPENS, CLOSES = "opens", "closes"
LINE = 10  # words of a heading
STOPS = frozenset({".", "!", "..."})


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: its words, end exclusive."""

    first: int
    last: int
    paragraph: int
    is_heading: bool = False  # alone on a short line, without a stop


def find_quotes(tree: Tree, breaks: Iterable[int], turned: Mapping[int, bool] | None = None) -> list[Quote]:
    """Pair quotation marks; a paragraph that opens with one continues a quotation left open before it.

    Args:
        breaks: offsets (of the shadow) at which paragraphs begin, ascending.
        turned: whether a mark opens, by its offset, where the article writes guillemets or curly marks.
    """
    starts = sorted(breaks)
    pairing, paragraph = _Pairing(_Sides(tree, turned or {})), 0
    for word in tree.words:
        before = paragraph
        while paragraph < len(starts) and starts[paragraph] <= word.start:
            paragraph += 1
        if paragraph > before:
            pairing.enter(word, paragraph)
        if '"' in word.text:
            pairing.mark(word, paragraph, new_paragraph=paragraph > before)
    return [replace(quote, is_heading=_is_heading(tree, quote, starts)) for quote in pairing.quotes]


def _is_heading(tree: Tree, quote: Quote, starts: list[int]) -> bool:
    """Whether a quotation is a line of its own between two paragraphs, as an excerpt that stands over them."""
    words = tree.words
    here = words[quote.first].start
    start = max((s for s in starts if s <= here), default=0)
    end = next((s for s in starts if s > here), None)
    if end is None or quote.last - quote.first > LINE or words[quote.last - 1].text in STOPS:
        return False
    before = [w for w in words[max(0, quote.first - 3) : quote.first] if w.start >= start]
    after = [w for w in words[quote.last : quote.last + 3] if w.start < end]
    return all(w.pos == "PUNCT" for w in (*before, *after)) and start > starts[0]


class _Pairing:
    """The quotation that is open while an article is read, and those that are closed."""

    def __init__(self, sides: "_Sides") -> None:
        self.sides = sides
        self.quotes: list[Quote] = []
        self.opened: int | None = None
        self.opened_in = self.depth = 0
        self.within = self.doubted = self.after_pair = False

    def enter(self, word: Word, paragraph: int) -> None:
        """Begin a paragraph: what was not closed for long is forgotten."""
        self.depth = 0
        if word.text != '"' and paragraph - self.opened_in >= 2:
            self.opened = None

    def mark(self, word: Word, paragraph: int, *, new_paragraph: bool) -> None:
        """Open or close at a mark."""
        side = self.sides.of(word.i)
        if self.opened is None or (new_paragraph and word.text == '"'):
            self._drop_doubted()
            self._close(word.i)
            if _is_pair(word):
                return  # "d'"X"": all in one word
            if side != CLOSES or new_paragraph:
                self._open(word, paragraph)
        elif side == OPENS and self.sides.is_nested(word.i):
            self.depth += 1
        elif self.depth and side == CLOSES:
            self.depth -= 1
        elif word.i > self.opened or self.within or word.text != '"':
            again = side == OPENS or _is_pair(word)
            if again and not self._ends_at(word):
                self._drop_doubted()
            doubted = again and self.opened is not None
            self._close(word.i)
            if again:
                self._open(word, paragraph)
                self.doubted = doubted
        else:
            self.opened = word.i + 1  # two marks in a row open one quotation

    def _ends_at(self, word: Word) -> bool:
        """ ""A." "B. "C, "D"": behind a stop, what two marks in a row had opened may well end."""
        return self.after_pair and word.i > 0 and self.sides.words[word.i - 1].text in STOPS

    def _open(self, word: Word, paragraph: int) -> None:
        self.within = word.text != '"'  # "d'"imprécisions"": the mark stands within the first word
        self.opened, self.opened_in, self.depth = word.i + (not self.within), paragraph, 0
        self.doubted, self.after_pair = False, _is_pair(word)

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


class _Sides:
    """Tells which quotation marks open and which close."""

    def __init__(self, tree: Tree, turned: Mapping[int, bool]) -> None:
        self.words, self.turned = tree.words, turned

    def of(self, i: int) -> str:
        """Tell it by the mark's own form, else by the spaces around it; "" where neither tells."""
        mark = self.words[i]
        opens = self.turned.get(mark.start + mark.text.index('"'))
        if opens is not None and mark.text.count('"') == 1:
            return OPENS if opens else CLOSES
        if mark.text != '"':
            alone = mark.text.count('"') == 1
            return CLOSES if alone and mark.text.endswith('"') else OPENS if alone and "'\"" in mark.text else ""
        return self._by_spaces(i)

    def _by_spaces(self, i: int) -> str:
        words, mark = self.words, self.words[i]
        before = words[i - 1] if i else None
        after = words[i + 1] if i + 1 < len(words) else None
        left = before is not None and before.end == mark.start and before.text not in ("(", "[", '"')
        left = left and before is not None and not before.text.endswith("'")
        right = after is not None and after.start == mark.end and (after.pos != "PUNCT" or after.text in ("(", "["))
        if left == right:
            return ""
        return CLOSES if left else OPENS

    def is_nested(self, i: int) -> bool:
        """Whether a mark that opens within a quotation is closed before that: two marks in a row close."""
        marks = [w.i for w in self.words[i + 1 : i + 60] if w.text == '"'][:2]
        return len(marks) == 2 and all(self.of(m) == CLOSES for m in marks)
