"""Everything known of one article while its relations are read, and the record of a claim being made."""

from dataclasses import dataclass, field, replace

from kg.extract.rules.mentions.names import Names
from kg.extract.rules.mentions.references import Reference, References
from kg.extract.rules.mentions.title_joins import Title
from kg.extract.rules.parsing.syntax import Syntax
from kg.extract.rules.parsing.tree import ROOT, Tree
from kg.extract.rules.parsing.written_out import as_written
from kg.extract.rules.reality.context import Context
from kg.extract.rules.voice.attribution import Attribution
from kg.lang import LanguagePack
from kg.lang.fold import fold
from kg.model import MentionKind, Period, Value


@dataclass(slots=True, kw_only=True)
class Draft:
    """A claim over references. `background` claims (titles, nationality, place) hold whoever is speaking."""

    subject: int  # index of a reference
    predicate: str
    object: int | Value
    trigger: int  # word
    verb: int  # word that carries tense and negation
    phrase: str
    rule: str
    confidence: float
    object_words: tuple[int, int] | None = None  # where a literal stands
    background: bool = False
    granted: bool = False  # by who reports speech: "said that a plant in Lyon …"
    polarity: str | None = None  # set by the rule, else read from the context
    modality: str | None = None
    when: str | None = None
    past: bool = False
    firm: bool = False  # may a model make no fact of it, if rules do not?
    agreed: float | None = None  # how likely the learned reader thinks it, where there is one
    real: float | None = None  # how likely its reality is, likewise
    related: float | None = None  # how likely its ends are related at all, where no rule says so
    views: tuple[int, ...] | None = None  # who holds that it is so, named or not; None: the text tells it
    spoken: int | None = None  # the verb by which one end speaks of the other, where no more than that is sure


@dataclass(slots=True, kw_only=True)
class Reading:
    """The tools for one article."""

    tree: Tree
    pack: LanguagePack
    names: Names
    table: References
    titles: list[Title]
    syntax: Syntax
    context: Context
    attribution: Attribution
    shadow: str
    published: str | None
    origin: tuple[int, ...] | None = None  # of the shadow's characters, where some are not the article's
    lone_pronouns: bool = False  # may a pronoun without antecedent be an argument?
    anonymous: dict[int, int] = field(default_factory=dict)  # trigger word -> reference of an agent nobody names
    picked: dict[int, list[int]] | None = None  # names told to be of a plural, by its reference, once looked for
    periods: dict[tuple[int, bool], Period | None] = field(default_factory=dict)  # beside a word: see days.py
    shared: dict[tuple[int, int], int] = field(default_factory=dict)  # words for several, member -> those words for it
    # what rules have seen not to be told, so that no network reads it: property, roots of both ends, sentence
    untold: set[tuple[str, int, int, int]] = field(default_factory=set)

    def root(self, index: int) -> Reference:
        """Return the reference that another stands for."""
        return self.table.items[self.table.root(index)]

    def at(self, i: int) -> int | None:
        """Return the reference of a word: its own, that of the name it belongs to, or of what it counts."""
        tree, table = self.tree, self.table
        for _ in range(4):
            index = table.at.get(i)
            if index is not None:
                return index
            word = tree.words[i]
            if word.rel == "name" and word.head != ROOT:
                i = word.head
                continue
            counted = next((c for c in tree.children(i, "nmod", "obl") if c.case in self.pack.words["of"]), None)
            if counted is None or (word.pos == "NOUN" and word.lemma in self.pack.lists["temporal"]):
                return None
            if word.lemma not in self.pack.lists["empty_nouns"] and word.pos == "NOUN":
                return None
            i = counted.i
        return None

    def rule_out(self, predicate: str, subject: int, target: int, word: int) -> None:
        """Note that the sentence of a word does not tell a property of two references, however it looks."""
        self.untold.add(self._told(predicate, subject, target, word))

    def is_ruled_out(self, draft: Draft) -> bool:
        """Whether a rule has seen that what a draft says is not told there."""
        if not self.untold or not isinstance(draft.object, int):
            return False
        return self._told(draft.predicate, draft.subject, draft.object, draft.trigger) in self.untold

    def _told(self, predicate: str, subject: int, target: int, word: int) -> tuple[str, int, int, int]:
        return predicate, self.table.root(subject), self.table.root(target), self.tree.words[word].sent

    def mention_of(self, index: int, member: int) -> int:
        """Return a reference that lets the words of one that stands for several stand for a member."""
        items = self.table.items
        if (index, member) not in self.shared:
            self.shared[index, member] = len(items)
            items.append(replace(items[index], antecedent=member))
        return self.shared[index, member]

    def text(self, first: int, last: int) -> str:
        """Return the words as written, spaces and line breaks evened out."""
        words = self.tree.words
        return " ".join(as_written(self.shadow, self.origin, words[first].start, words[last - 1].end).split())

    def phrase_of(self, i: int) -> tuple[int, int]:
        """Return the range of a noun phrase with its complements, without its determiner or adposition."""
        index = self.table.at.get(i)
        if index is not None:
            first, last = self.table.items[index].extents[0]
        else:
            behind = ("relcl", "parataxis") if self.pack.adposition == "head" else ()
            below = self.tree.subtree(i, ("conj", "cc", "punct", "case", "mark", *behind))
            first, last = below[0], below[-1] + 1
        while first < last - 1 and self.tree.words[first].rel in ("det", "case"):
            first += 1
        return first, last

    def is_name(self, index: int) -> bool:
        """Whether what a reference stands for has a name."""
        return self.root(index).kind is MentionKind.NAME

    def names_person(self, index: int) -> bool:
        """Whether a reference is itself a name, and that of a person."""
        return self.table.items[index].kind is MentionKind.NAME and self.root(index).type == "Person"


def said_by_form(
    subject: int, predicate: str, target: int | Value, word: int, rule: str, confidence: float,
) -> Draft:  # fmt: skip
    """Return the draft of what a noun phrase says by its form; it holds whoever is speaking."""
    return Draft(
        subject=subject, predicate=predicate, object=target, trigger=word, verb=word, phrase="", rule=rule,
        confidence=confidence, background=True,
    )  # fmt: skip


def name_within(
    reading: Reading, core: tuple[int, int], kind: str, *, known: str | None, antecedent: int | None
) -> int:
    """Add the mention of a name that some words of another make, and return it: "Nissan" in "la Nissan Qashqai".

    Args:
        core: its words, end exclusive.
        kind: its class.
        known: the entry of the tables that it names.
        antecedent: the mention of the same thing by which the article calls it.
    """
    word = reading.tree.words[core[0]]
    reading.table.items.append(
        Reference(
            i=word.i, core=core, extents=(core,), kind=MentionKind.NAME, type=kind, sent=word.sent, number="Sing",
            known=known, name=fold(reading.names.surface(reading.tree, *core)), head=word.lemma, antecedent=antecedent,
        )
    )  # fmt: skip
    return len(reading.table.items) - 1
