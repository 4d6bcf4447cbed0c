"""What tells how real a claim is: what rules make of it, its trigger, its clause, the verb above, and its arguments."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from kg.extract.rules.learned.asides import LOCATED
from kg.extract.rules.parsing.tree import ROOT, Word
from kg.extract.rules.reality import prospects
from kg.extract.rules.relations.reading import Draft, Reading
from kg.model import OPEN, Claim, MentionKind, Modality

SIZE = 1 << 16  # rows of weights
REMEMBERED = 1 << 16  # rows of traits, and forms of words
HIGH = 6  # heads above the verb that are looked at
NEAR = 8  # words before the trigger that are looked at
FORMS = ("VerbForm", "Mood", "Tense")
CARRIERS = ("aux", "aux:pass", "cop", "expl")  # that carry the tense of a clause
GOVERNED = ("xcomp", "ccomp", "acl", "relcl")  # as which a clause hangs on what tells whether it is done
UNDONE = frozenset({"desired", "negative"})
STEPS = 3  # verbs that govern one another
OPENERS = ("mark", "neg", "cc", "advmod", "det")
KINDS = frozenset({"open", "learned", "place", "described"})  # of rules; all others are of a property
JOINED = (
    ("verb form", "rel"), ("lemma", "form"), ("above as", "above form"), ("property", "form"), ("property", "lemma"),
    ("property", "dated"), ("finite", "dated"), ("verb", "trigger mark"), ("object is", "property"),
    ("object is", "dated"), ("object head", "dated"), ("object head", "futures"),
)  # fmt: skip
WITH_RULES = frozenset({
    "form", "verb form", "finite", "rel", "above", "above rel", "above form", "property", "kind", "said", "quoted",
    "dated", "trigger mark", "trigger aux", "object determiner", "lemma",
})  # fmt: skip  # traits that are also combined with what rules say
Trait = tuple[str, object]


@dataclass(frozen=True, slots=True)
class _Part:
    """Some of the traits of a claim."""

    first: Mapping[str, str]  # name → the first value
    rows: frozenset[int]
    ruled: tuple[str, ...]  # "name=value" of those that are also combined with what rules say


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
        parts = [_part(_own(draft, claim, rules)), self._clause(draft.trigger, draft.verb)]
        parts.append(self._argument("subject", draft.subject))
        if isinstance(draft.object, int):
            parts.append(self._argument("object", draft.object))
        first: dict[str, str] = {}
        for part in parts:
            first |= part.first
        found = {row_of(f"{one}&{other}={first.get(one, '')}|{first.get(other, '')}") for one, other in JOINED}
        found.update(row_of(f"{rules}&{trait}") for part in parts for trait in part.ruled)
        return np.array(sorted(found.union(*(part.rows for part in parts))), dtype=np.int64)

    def is_left_open(self, draft: Draft) -> bool:
        """Whether words that tell nothing else leave it undone: "reportedly", "tente de", "avant que", "no proof"."""
        tree, words = self.reading.tree, self.reading.pack.words
        verb = tree.words[draft.verb]
        unsure = words["uncertain_adverbs"] | words["almost"]
        if any(c.lower in unsure for c in tree.children(verb.i, "advmod")):
            return True
        if draft.predicate in (OPEN, LOCATED):  # "tenter de" is part of what an open relation says
            return False
        early = any(c.lower in words["before_marks"] for c in tree.children(verb.i, "mark", "advmod", "case"))
        return (early and "VerbForm=Fin" in verb.morph) or self._is_undone(tree.words[draft.trigger], verb)

    def _is_undone(self, trigger: Word, verb: Word) -> bool:
        """ "tente de tuer X", "réclame l'arrestation de X", "rien ne dit que X …", "the rumour that X …"."""
        if trigger.pos == "NOUN":
            return self._is_undone_noun(trigger)
        word = verb
        for _ in range(STEPS):
            if word.head == ROOT or word.rel not in GOVERNED or self._is_undone_below(word):
                break
            word = self.reading.tree.words[word.head]
        return word.head != ROOT and word.rel in GOVERNED and self._is_undone_below(word)

    def _is_undone_noun(self, noun: Word) -> bool:
        """ "réclame l'arrestation de X", "s'oppose au rachat de X"."""
        reading = self.reading
        if noun.head == ROOT or noun.rel not in ("obj", "obl"):
            return False
        judged = prospects.of_deal(reading.tree, reading.pack, noun, reading.tree.words[noun.head])
        wished = noun.rel == "obj" and not UNDONE.isdisjoint(self._effects_above(noun))
        return wished or judged is not Modality.ACTUAL

    def _is_undone_below(self, word: Word) -> bool:
        """Whether what governs a clause says that it is not done, or leaves it open."""
        reading, effects = self.reading, self._effects_above(word)
        above, clauses = reading.tree.words[word.head], reading.context.clauses
        if above.pos == "NOUN" and word.rel in ("acl", "relcl"):
            none = reading.pack.words["negative_determiners"]
            unproved = word.rel == "acl" and any(c.lower in none for c in reading.tree.children(above.i, "det"))
            told = word.rel == "acl" or clauses.is_content_of_noun(word, above)
            return unproved or (told and bool(effects) and "actual" not in effects)
        denied = word.rel == "ccomp" and clauses.is_negated(above)
        return denied or not UNDONE.isdisjoint(effects)

    def _effects_above(self, word: Word) -> tuple[str, ...]:
        above = self.reading.tree.words[word.head]
        return self.reading.pack.governors.get(above.lemma, ())

    def _clause(self, trigger: int, verb: int) -> _Part:
        at = trigger, verb
        if at not in self._clauses:
            words = self.reading.tree.words
            self._clauses[at] = _part(_clause(self.reading, words[trigger], words[verb]))
        return self._clauses[at]

    def _argument(self, role: str, index: int) -> _Part:
        at = role, index
        if at not in self._arguments:
            self._arguments[at] = _part(_argument(self.reading, role, index))
        return self._arguments[at]


@lru_cache(maxsize=REMEMBERED)
def row_of(trait: str) -> int:
    """Return the row of a trait (Weinberger et al., 2009): the same in every process."""
    return crc32(trait.encode()) % SIZE


def _part(traits: Iterable[Trait]) -> _Part:
    found = [(name, str(value)) for name, value in traits]
    texts = {f"{name}={value}": name in WITH_RULES for name, value in found}
    ruled = tuple(text for text, is_ruled in texts.items() if is_ruled)
    return _Part(dict(reversed(found)), frozenset(map(row_of, texts)), ruled)


def _own(draft: Draft, claim: Claim, rules: str) -> Iterator[Trait]:
    kind = draft.rule.split("/")[0]
    yield "rules", rules
    yield "property", claim.predicate
    yield "kind", kind if kind in KINDS else "property"
    yield "background", draft.background
    yield "speaker", claim.speaker is not None
    yield "dated", claim.period is not None
    yield "past", claim.past


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
