"""Why a gold fact was missed, and why a prediction is wrong: one cause each, with its nearest counterpart."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from kg.evaluate.compare import fold_for_scoring
from kg.evaluate.gold import GoldArticle, GoldEntity, GoldFact, GoldValue
from kg.evaluate.match import ArticleMatch
from kg.evaluate.predictions import PredictedFact
from kg.evaluate.score import Evaluation


class Cause(StrEnum):
    """What went wrong first."""

    POLARITY = "wrong polarity"
    MODALITY = "wrong modality"
    SPEAKER = "wrong speaker"
    ANTECEDENT = "wrong antecedent"  # the right argument is not named there: a pronoun or description was misread
    ARGUMENT = "wrong argument"  # it is named there, and another was taken
    PROPERTY = "wrong property"  # both arguments are right
    MENTION = "missed mention"  # an argument was found nowhere in the article
    TRIGGER = "missed trigger"  # both arguments were found, the words that join them were not read
    SPURIOUS = "spurious"  # no gold fact of this place is like it


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """A gold fact that no prediction matches in full."""

    match: ArticleMatch
    gold: GoldFact
    cause: Cause
    nearest: PredictedFact | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """A prediction that matches no gold fact in full."""

    match: ArticleMatch
    fact: PredictedFact
    cause: Cause
    nearest: GoldFact | None
    leak: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorList:
    """All errors of an evaluation, in the order of articles and texts."""

    missed: tuple[Miss, ...] = ()
    wrong: tuple[Wrong, ...] = ()

    def causes(self) -> tuple[Counter[Cause], Counter[Cause]]:
        """Count the causes of what was missed, and of what is wrong."""
        return Counter(m.cause for m in self.missed), Counter(w.cause for w in self.wrong)


def find_errors(evaluation: Evaluation, *, open_too: bool = False, tiers: str = "AB") -> ErrorList:
    """Explain every gold fact missed and every prediction that is wrong.

    Args:
        open_too: Also relations that no property expresses.
        tiers: Of which tiers a gold fact counts as missed.
    """
    missed: list[Miss] = []
    wrong: list[Wrong] = []
    for match in evaluation.matches:
        missed += (m for m in _misses(match, tiers) if open_too or not m.gold.is_open)
        wrong += (w for w in _wrongs(match) if open_too or not w.fact.is_open)
    return ErrorList(missed=tuple(missed), wrong=tuple(wrong))


def _misses(match: ArticleMatch, tiers: str) -> Iterator[Miss]:
    for gold in match.gold.facts:
        if gold.tier in tiers and gold.id not in match.hit_full:
            cause, nearest = _why_missed(match, gold)
            yield Miss(match=match, gold=gold, cause=cause, nearest=nearest)


def _wrongs(match: ArticleMatch) -> Iterator[Wrong]:
    for fact, full in zip(match.facts, match.full, strict=True):
        if not full:
            cause, nearest = _why_wrong(match, fact)
            yield Wrong(match=match, fact=fact, cause=cause, nearest=nearest, leak=fact in match.leaks)


def _why_missed(match: ArticleMatch, gold: GoldFact) -> tuple[Cause, PredictedFact | None]:
    near = sorted(match.facts, key=lambda f: not _overlap(match.gold, f, gold))
    for fact in near:
        if match.is_core(fact, gold):
            return _difference(match, fact, gold), fact
    for fact in near:
        if _overlap(match.gold, fact, gold) and (cause := _half_right(match, fact, gold)):
            return cause, fact
    found = frozenset[str]().union(*match.alike.values())
    ends = (gold.subjects, tuple(o for o in gold.objects if isinstance(o, str)))
    if any(end and "*" not in end and found.isdisjoint(end) for end in ends):
        return Cause.MENTION, None
    return Cause.TRIGGER, None


def _why_wrong(match: ArticleMatch, fact: PredictedFact) -> tuple[Cause, GoldFact | None]:
    near = [g for g in match.gold.facts if _overlap(match.gold, fact, g)]
    for gold in near + list(match.gold.facts):
        if match.is_core(fact, gold):
            return _difference(match, fact, gold), gold
    for gold in near:
        if cause := _half_right(match, fact, gold):
            return cause, gold
    return Cause.SPURIOUS, None


def _difference(match: ArticleMatch, fact: PredictedFact, gold: GoldFact) -> Cause:
    tests: tuple[tuple[Callable[[PredictedFact, GoldFact], bool], Cause], ...] = (
        (match.is_polarity, Cause.POLARITY),
        (match.is_reality, Cause.MODALITY),
    )
    return next((cause for is_right, cause in tests if not is_right(fact, gold)), Cause.SPEAKER)


def _half_right(match: ArticleMatch, fact: PredictedFact, gold: GoldFact) -> Cause | None:
    """Say what is wrong if the property and one argument are right, or both arguments without the property."""
    subject, object_ = match.is_subject(fact, gold), match.is_object(fact, gold)
    if subject and object_:
        return Cause.PROPERTY
    if not match.is_predicate(fact, gold) or fact.is_open != gold.is_open or not (subject or object_):
        return None
    missing = gold.objects[0] if subject else gold.subjects[0]
    return Cause.ARGUMENT if _is_named_in(match.gold, missing, gold.evidence) else Cause.ANTECEDENT


def _is_named_in(article: GoldArticle, end: str | GoldValue, evidence: str) -> bool:
    if isinstance(end, GoldValue):
        return True
    entity = article.entity(end)
    text = f" {fold_for_scoring(evidence)} "
    words = entity.names or entity.mentions if entity else ()
    return any(f" {fold_for_scoring(w)} " in text for w in words)


def _overlap(article: GoldArticle, fact: PredictedFact, gold: GoldFact) -> bool:
    """Whether the evidence of both shares text: one holds the other, or they share most of their words."""
    for evidence in fact.evidence_in(article.name):
        if gold.evidence in evidence.text or evidence.text in gold.evidence:
            return True
        ours, theirs = set(evidence.text.split()), set(gold.evidence.split())
        if 2 * len(ours & theirs) > min(len(ours), len(theirs)):
            return True
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class MissedName:
    """A named gold entity that was not found, or whose class is another."""

    match: ArticleMatch
    entity: GoldEntity
    found: tuple[str, ...]  # the classes of the nodes that stand for it; empty: none does


def find_name_errors(evaluation: Evaluation) -> tuple[MissedName, ...]:
    """Return every name that was missed or typed otherwise, in the order of the articles."""
    errors = []
    for match in evaluation.matches:
        for entity in match.gold.entities:
            found = sorted({match.entities[iri].type for iri, golds in match.alike.items() if entity.id in golds})
            if entity.names and entity.type not in found:
                errors.append(MissedName(match=match, entity=entity, found=tuple(found)))
    return tuple(errors)
