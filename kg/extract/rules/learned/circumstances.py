"""What tells how real a claim is: what rules make of it, its trigger, its clause, the verb above, and its arguments."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from kg.extract.rules.parsing.tree import ROOT, Word
from kg.extract.rules.relations.reading import Draft, Reading
from kg.model import Claim, MentionKind

SIZE = 1 << 16  # rows of weights
REMEMBERED = 1 << 16  # rows of traits, and forms of words
HIGH = 6  # heads above the verb that are looked at
NEAR = 8  # words before the trigger that are looked at
FORMS = ("VerbForm", "Mood", "Tense")
CARRIERS = ("aux", "aux:pass", "cop", "expl")  # that carry the tense of a clause
OPENERS = ("mark", "neg", "cc", "advmod", "det")
KINDS = frozenset({"open", "learned", "place", "described"})  # of rules; all others are of a property
OF_CLAUSE = (("verb form", "rel"), ("lemma", "form"), ("above as", "above form"), ("verb", "trigger mark"))
JOINED = (
    ("property", "form"), ("property", "lemma"), ("property", "dated"), ("finite", "dated"), ("object is", "property"),
    ("object is", "dated"), ("object head", "dated"), ("object head", "futures"),
)  # fmt: skip  # traits that are combined, beside those of one clause
COMBINED = frozenset(chain(*OF_CLAUSE, *JOINED))
WITH_RULES = frozenset({
    "form", "verb form", "finite", "rel", "above", "above rel", "above form", "property", "kind", "said", "quoted",
    "dated", "trigger mark", "trigger aux", "object determiner", "lemma",
})  # fmt: skip  # traits that are also combined with what rules say
Trait = tuple[str, object]


class _Part:
    """Some of the traits of a claim, and the combinations among them."""

    def __init__(self, traits: Iterable[Trait], joined: Iterable[tuple[str, str]] = ()) -> None:
        self.first: dict[str, str] = {}  # name of what is combined → the first value
        self._ruled: list[str] = []
        told: list[str] = []
        for name, value in traits:
            text = f"{name}={value}"
            told.append(text)
            if name in COMBINED:
                self.first.setdefault(name, str(value))
            if name in WITH_RULES:
                self._ruled.append(text)
        self._rows = {*map(row_of, told), *_joined(self.first, joined)}
        self._under: dict[str, frozenset[int]] = {}  # what rules say → rows

    def rows(self, rules: str) -> frozenset[int]:
        """Return the rows of the traits, some of them also combined with what rules say; most claims are told alike."""
        if rules not in self._under:
            self._under[rules] = frozenset([*self._rows, *(row_of(f"{rules}&{trait}") for trait in self._ruled)])
        return self._under[rules]


class Circumstances:
    """Describes the claims of one article; many share their clause or an argument, which are described once."""

    def __init__(self, reading: Reading) -> None:
        """Prepare for an article."""
        self.reading = reading
        self._clauses: dict[tuple[int, int], _Part] = {}  # by trigger and verb
        self._arguments: dict[tuple[str, int], _Part] = {}

    def rows(self, draft: Draft, claim: Claim) -> NDArray[np.int64]:
        """Return the rows of the traits of a claim ("name=value") and of combinations of them, each once, in order."""
        rules = f"{claim.polarity}/{claim.modality}"
        parts = [_own(draft, claim, rules), self._clause(draft.trigger, draft.verb)]
        parts.append(self._argument("subject", draft.subject))
        if isinstance(draft.object, int):
            parts.append(self._argument("object", draft.object))
        first: dict[str, str] = {}
        for part in parts:
            first |= part.first
        found = set(_joined(first, JOINED)).union(*(part.rows(rules) for part in parts))
        rows = np.fromiter(found, dtype=np.int64, count=len(found))
        rows.sort()
        return rows

    def _clause(self, trigger: int, verb: int) -> _Part:
        at = trigger, verb
        if at not in self._clauses:
            words = self.reading.tree.words
            self._clauses[at] = _Part(_clause(self.reading, words[trigger], words[verb]), OF_CLAUSE)
        return self._clauses[at]

    def _argument(self, role: str, index: int) -> _Part:
        at = role, index
        if at not in self._arguments:
            self._arguments[at] = _Part(_argument(self.reading, role, index))
        return self._arguments[at]


@lru_cache(maxsize=REMEMBERED)
def row_of(trait: str) -> int:
    """Return the row of a trait (Weinberger et al., 2009): the same in every process."""
    return crc32(trait.encode()) % SIZE


def _joined(first: Mapping[str, str], pairs: Iterable[tuple[str, str]]) -> list[int]:
    """Return the rows of combinations of two traits."""
    told = first.get
    return [row_of(f"{one}&{other}={told(one, '')}|{told(other, '')}") for one, other in pairs]


def _own(draft: Draft, claim: Claim, rules: str) -> _Part:
    kind = draft.rule.split("/")[0]
    return _told(
        ("rules", rules), ("property", claim.predicate), ("kind", kind if kind in KINDS else "property"),
        ("background", draft.background), ("speaker", claim.speaker is not None),
        ("dated", claim.period is not None), ("past", claim.past),
    )  # fmt: skip


@lru_cache(maxsize=REMEMBERED)
def _told(*traits: Trait) -> _Part:
    """Return what is told of a claim itself: there are few kinds of claims."""
    return _Part(traits)


def _clause(reading: Reading, trigger: Word, verb: Word) -> Iterator[Trait]:
    yield "lemma", trigger.lemma
    yield "form", _form(trigger)
    yield "rel", trigger.rel
    yield "case", trigger.case
    yield "verb", verb.lemma
    yield "verb form", _form(verb)
    yield from _below(reading, "trigger", trigger)
    if verb.i != trigger.i:
        yield from _below(reading, "verb", verb)
    yield from _above(reading, verb)
    yield from _sentence(reading, trigger)


def _form(word: Word) -> str:
    return _form_of(word.pos, word.morph)


@lru_cache(maxsize=REMEMBERED)
def _form_of(pos: str, morph: str) -> str:
    said = dict(part.split("=", 1) for part in morph.split("|") if "=" in part)
    return "/".join((pos, *(said.get(name, "") for name in FORMS)))


def _below(reading: Reading, role: str, word: Word) -> Iterator[Trait]:
    """What hangs on a word of the clause."""
    for child in reading.tree.children(word.i):
        if child.rel in CARRIERS:
            yield f"{role} aux", f"{child.lemma} {_form(child)}"
        elif child.rel in OPENERS:
            yield f"{role} {child.rel}", child.lower
        elif child.rel in ("amod", "acl"):
            yield f"{role} {child.rel}", child.lemma
            yield f"{role} {child.rel} form", _form(child)
        elif child.rel in ("advcl", "obl"):
            yield f"{role} {child.rel}", child.case


def _above(reading: Reading, verb: Word) -> Iterator[Trait]:
    """What the clause hangs on, and the finite verb that carries it."""
    heads = [head for head, _ in zip(reading.tree.ancestors(verb.i), range(HIGH), strict=False)]
    yield "depth", min(len(heads), HIGH - 1)
    below = [verb, *heads]
    for n, head in enumerate(heads):
        if head.pos in ("VERB", "AUX") or (head.pos in ("NOUN", "ADJ") and n < 2):
            yield "above", head.lemma
            yield "above rel", f"{below[n].rel}|{below[n].case}"
            yield "above form", _form(head)
            yield "above as", f"{head.lemma}|{below[n].rel}"
            for child in reading.tree.children(head.i, *CARRIERS, "neg", "mark", "advmod"):
                carrier = child.rel in CARRIERS
                yield f"above {child.rel}", f"{child.lemma} {_form(child)}" if carrier else child.lower
            break
    for word in below:
        carriers = chain((word,), reading.tree.children(word.i, *CARRIERS))
        finite = next((c for c in carriers if "VerbForm=Fin" in c.morph), None)
        if finite is not None:
            yield "finite", _form(finite)
            yield "finite verb", word.lemma
            yield "finite word", finite.lower
            return
    yield "finite", "none"


def _sentence(reading: Reading, trigger: Word) -> Iterator[Trait]:
    words, region = reading.tree.words, reading.attribution.region(trigger.i)
    first, last = reading.tree.sents[trigger.sent]
    yield "title", trigger.sent == 0
    yield "question", reading.context.clauses.is_question(trigger.i)
    yield "quoted", trigger.i in reading.attribution.in_quote
    yield "said", "no" if region is None else "directly" if region.direct else "indirectly"
    yield "futures", min(2, sum("Tense=Fut" in word.morph for word in words[first:last]))
    for word in words[max(first, trigger.i - NEAR) : trigger.i]:
        if word.pos in ("ADV", "SCONJ", "PART", "AUX", "ADP", "CCONJ", "VERB"):
            yield "before", word.lower


def _argument(reading: Reading, role: str, index: int) -> Iterator[Trait]:
    item, tree = reading.table.items[index], reading.tree
    yield f"{role} determiner", item.determiner
    yield f"{role} is", reading.root(index).type
    yield f"{role} kind", item.kind.value
    yield f"{role} head", item.head if item.kind is not MentionKind.NAME else ""
    if item.core[0] < item.core[1]:
        word = tree.words[item.i]
        yield f"{role} hangs", f"{word.rel}|{word.case}" if word.head != ROOT else "root"
        for child in tree.children(word.i, "det", "amod", "advmod", "acl", "nummod"):
            yield f"{role} {child.rel}", child.lemma
