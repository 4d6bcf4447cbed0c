"""A parsed article in terms that no parser's labels show through: words, relations, adpositions."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate

ROOT = -1
YEAR = 4  # digits
SUBJECTS = ("subj", "subj:pass")
HYPHEN, QUOTE = "-", '"'
PERSON_LABELS, PLACE_LABELS = ("PER", "PERSON"), ("LOC", "GPE")  # that models give to names


@dataclass(slots=True)
class Word:
    """One token. `rel` is a relation of language.toml; `case` the adposition that joins it to its head."""

    i: int
    text: str
    lower: str
    lemma: str
    pos: str
    rel: str
    head: int
    morph: str
    start: int
    end: int
    sent: int
    ent: str = ""
    case: str = ""
    tag: str = ""
    opens_line: bool = False
    is_title: bool = False  # whether it begins with a capital
    children: list[int] = field(default_factory=list)

    @property
    def is_year(self) -> bool:
        """Whether it is a number of four digits: "1948"."""
        return len(self.text) == YEAR and self.text.isdigit()


@dataclass(slots=True)
class Tree:
    """The words of an article, with heads and children by index, and its sentences by first and last word."""

    words: list[Word]
    sents: list[tuple[int, int]]  # word ranges, end exclusive
    entities: list[tuple[int, int, str]]  # word ranges and labels of the model's names
    _lower: tuple[str, list[int]] | None = None
    _marks: list[int] | None = None  # quotation marks before each word, and in all

    def children(self, i: int, *relations: str) -> list[Word]:
        """Return the dependents of a word in text order, all or by relation."""
        words, found = self.words, []
        for c in words[i].children:  # a plain loop, as below: it takes four fifths of the time of a comprehension
            word = words[c]
            if not relations or word.rel in relations:
                found.append(word)
        return found

    def child(self, i: int, *relations: str) -> Word | None:
        """Return the first dependent with one of the relations, or of all where none is given."""
        words = self.words
        for c in words[i].children:  # a loop of its own: it is asked more often than anything else
            if not relations or words[c].rel in relations:
                return words[c]
        return None

    def subtree(self, i: int, skip: Iterable[str] = ()) -> list[int]:
        """List the word and all below it in text order; dependents with a relation in `skip` are left out."""
        words = self.words
        if not words[i].children:
            return [i]  # as most words have none
        left_out = frozenset(skip)
        found = [i]
        for j in found:  # it grows while it is read
            children = words[j].children
            if children:
                found += [c for c in children if words[c].rel not in left_out] if left_out else children
        return sorted(found)

    def tied(self, i: int) -> Word | None:
        """Return the word that a hyphen ties to a word behind it: "Kyoto" in "Kyoto-based"."""
        before, hyphen = self.words[max(i - 2, 0)], self.words[max(i - 1, 0)]
        is_tied = before.end == hyphen.start and hyphen.end == self.words[i].start
        return before if hyphen.text == HYPHEN and is_tied else None

    def conjuncts(self, i: int) -> list[int]:
        """List the word and those coordinated below it."""
        found, todo = [], [i]
        while todo:
            j = todo.pop(0)
            found.append(j)
            todo += [c.i for c in self.children(j, "conj")]
        return found

    def first_conjunct(self, i: int) -> int:
        """Go up a coordination to its first member."""
        while self.words[i].rel == "conj" and self.words[i].head != ROOT:
            i = self.words[i].head
        return i

    def cuts_quotation(self, first: int, last: int) -> bool:
        """Whether an odd number of quotation marks stands from a word up to another: one of the two is quoted alone.

        A mark may stand within a word: "d'"imprécisions"".
        """
        if self._marks is None:
            self._marks = [0, *accumulate(w.text.count(QUOTE) for w in self.words)]
        return first < last and (self._marks[last] - self._marks[first]) % 2 == 1

    @property
    def lower_text(self) -> tuple[str, list[int]]:
        """The words as they stand, in lower case, and where each begins in this text."""
        if self._lower is None:
            self._lower = _in_lower_case(self.words)
        return self._lower

    def ancestors(self, i: int) -> Iterator[Word]:
        """Yield the heads above a word, nearest first."""
        seen = 0
        while self.words[i].head != ROOT and seen < 60:
            i = self.words[i].head
            seen += 1
            yield self.words[i]


def _in_lower_case(words: list[Word]) -> tuple[str, list[int]]:
    parts: list[str] = []
    starts: list[int] = []
    length, end = 0, 0
    for word in words:
        if word.start > end and parts:
            parts.append(" ")
            length += 1
        starts.append(length)
        parts.append(word.lower)
        length += len(word.lower)
        end = word.end
    return "".join(parts), starts


def fill_children(tree: Tree) -> None:
    """List the dependents of every word anew, from the heads."""
    for word in tree.words:
        word.children = []
    for word in tree.words:
        if word.head != ROOT:
            tree.words[word.head].children.append(word.i)
