"""The working record of a mention while an article is read, and the table that holds them."""

from dataclasses import dataclass, field

from kg.extract.rules.parsing.tree import Word
from kg.model import MentionKind


@dataclass(slots=True)
class Reference:
    """Words that refer. Ranges count words of the tree, end exclusive."""

    i: int  # head word
    core: tuple[int, int]  # with determiner and adjectives
    extents: tuple[tuple[int, int], ...]  # wider readings of the same mention: with complements
    kind: MentionKind
    type: str
    sent: int
    gender: str = ""  # "Masc", "Fem", "": not known
    number: str = ""  # "Sing", "Plur", "": not known
    determiner: str = ""  # definite | demonstrative | indefinite | possessive | ""
    known: str | None = None
    name: str = ""  # comparable form of a name
    head: str = ""  # lemma of the head noun
    antecedent: int | None = None  # index of the reference that this one stands for
    sexed: bool = True  # whether its gender is told, and not only guessed: "l'artiste" is of a man or a woman
    own: bool = False  # a description that needs no antecedent
    ranked: float | None = None  # how likely the ranker thought its antecedent, if it chose
    members: tuple[int, ...] = ()  # references of the several people that this one, which has no words, stands for


@dataclass(slots=True)
class References:
    """All references of an article in text order, by head word, with their chains."""

    items: list[Reference] = field(default_factory=list)
    at: dict[int, int] = field(default_factory=dict)  # head word -> index in items
    sizes: dict[int, int] = field(default_factory=dict)  # root -> how many references stand for it
    described: dict[int, set[str]] = field(default_factory=dict)  # root -> lemmas that titles, appositions… give it

    told: set[str] = field(default_factory=set)  # names of whose class the text itself tells: "X, a village"

    def add(self, reference: Reference) -> int:
        """Append a reference and return its index."""
        self.items.append(reference)
        self.at[reference.i] = len(self.items) - 1
        return len(self.items) - 1

    def add_told(
        self, word: Word, kind: str, *, known: str | None = None, determiner: str = "", antecedent: int | None = None
    ) -> int:
        """Append what a word only tells of, "un Belge" of Belgium, and return its index; the word keeps its own."""
        where = (word.i, word.i + 1)
        self.items.append(
            Reference(
                i=word.i, core=where, extents=(where,), kind=MentionKind.NOMINAL, type=kind, sent=word.sent,
                determiner=determiner, known=known, head=word.lemma, antecedent=antecedent,
            )
        )  # fmt: skip
        return len(self.items) - 1

    def root(self, index: int) -> int:
        """Follow antecedents to the reference that stands for itself."""
        items, seen = self.items, 0
        while (above := items[index].antecedent) is not None and seen < 100:
            index, seen = above, seen + 1
        return index

    def size(self, root: int) -> int:
        """Return how many references stand for a root."""
        return self.sizes.get(root, 1)

    def join(self, index: int, antecedent: int) -> None:
        """Let one reference stand for what another stands for; names stay roots."""
        a, b = self.root(index), self.root(antecedent)
        if a == b or _are_two(self.items[a], self.items[b]):
            return
        if self._weight(a) > self._weight(b):
            a, b = b, a
        self.items[a].antecedent = b
        self.sizes[b] = self.size(b) + self.sizes.pop(a, 1)
        self.described.setdefault(b, set()).update(self.described.pop(a, set()))
        low, high = self.items[a], self.items[b]
        if high.type == "Person":  # a firm is neither "la société" nor "le groupe" for its pronouns
            high.gender = high.gender or (low.gender if low.sexed else "")
        high.number = high.number or low.number
        if high.known is None and low.known is not None:
            high.known = low.known
        told = high.known is not None and high.type == "Concept"  # "la zone Covid-19" makes no place of it
        if high.type in VAGUE and low.type not in VAGUE and not told:
            high.type = low.type

    def _weight(self, index: int) -> tuple[int, int, int]:
        item = self.items[index]
        rank = {MentionKind.NAME: 2, MentionKind.NOMINAL: 1, MentionKind.PRONOUN: 0}[item.kind]
        rank = 3 if item.members else rank
        return rank, len(item.name.split()), -index

    def retype(self, name: str, kind: str) -> None:
        """Give every use of a name a class."""
        for item in self.items:
            if item.kind is MentionKind.NAME and item.name == name:
                if kind == "Person" != item.type:
                    item.gender = ""  # that of a noun, as the parser took it
                item.type = kind

    def describe(self, index: int, lemma: str) -> None:
        """Remember that what a reference stands for is called by a noun."""
        self.described.setdefault(self.root(index), set()).add(lemma)


VAGUE = frozenset({"Entity", "Concept", "Agent", ""})


def _are_two(one: Reference, other: Reference) -> bool:
    """Whether two cannot be one: several people and a name, or two persons with another surname each."""
    if one.members or other.members:
        return bool((one.members or one.name) and (other.members or other.name))
    if {one.type, other.type} != {"Person"} or not one.name or not other.name:
        return False
    mine, theirs = one.name.split(), other.name.split()
    return not (set(mine) <= set(theirs) or set(theirs) <= set(mine) or mine[-1] == theirs[-1])
