"""Claims over mentions → facts over entities: what is said twice is one fact with two pieces of evidence."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kg.facts import Meaning, confidence_of, evidence_in_order, is_turned
from kg.link.entities import Linked
from kg.link.metonymy import needs_agent
from kg.link.renown import Renown, mentions_of
from kg.link.spellings import Spellings
from kg.model import LEARNED, OPEN, Claim, Document, Evidence, Fact, Period, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """One claim, read over entities."""

    said: Meaning
    period: Period | None
    phrase: str
    evidence: Evidence
    turned: bool  # subject and object were exchanged


def merge_claims(documents: Iterable[Document], linked: Linked) -> tuple[Fact, ...]:
    """Join the claims that say the same.

    Dropped are claims whose two ends are one entity, and claims about something that only an unresolved pronoun names.
    Times: claims of one time are one fact; a claim without a time joins the dated fact of its own article if that
    article gives one time only. Across articles an undated claim never borrows a date: it may be another event.
    """
    groups: dict[tuple[Meaning, str], list[_Reading]] = {}
    documents = tuple(documents)
    renown, spellings = Renown(linked.entities), Spellings(documents)
    for document in documents:
        for said, readings in _by_said(_readings(document, linked, renown, spellings)).items():
            times = {_time(r.period) for r in readings} - {""}
            only = times.pop() if len(times) == 1 else ""
            for reading in readings:
                groups.setdefault((said, _time(reading.period) or only), []).append(reading)
    return tuple(sorted((_fact(said, time, readings) for (said, time), readings in groups.items()), key=lambda f: f.id))


def _readings(document: Document, linked: Linked, renown: Renown, spellings: Spellings) -> Iterator[_Reading]:
    article = document.article.id
    mentions = mentions_of(document)
    for claim in document.claims:
        subject = linked.meant(article, claim.subject, agent=needs_agent(claim, object_=False))
        object_ = spellings.of(claim.object)
        if isinstance(object_, str):
            object_ = linked.meant(article, object_, agent=needs_agent(claim, object_=True))
        if subject == object_ or subject in linked.faceless or object_ in linked.faceless:
            continue
        speaker = linked.meant(article, claim.speaker, agent=True) if claim.speaker is not None else None
        evidence = renown.weighed(claim, mentions, subject, object_)
        yield _reading(claim, evidence, subject, object_, speaker)


def _reading(claim: Claim, evidence: Evidence, subject: str, object_: str | Value, speaker: str | None) -> _Reading:
    """Read a claim over entities; the ends of a symmetric property are put in the order of their ids."""
    turned = is_turned(subject, claim.predicate, object_)
    if turned and isinstance(object_, str):
        subject, object_ = object_, subject
    said = Meaning(
        subject=subject,
        predicate=claim.predicate,
        object=object_,
        phrase=claim.phrase if claim.predicate == OPEN else "",
        polarity=claim.polarity,
        modality=claim.modality,
        speaker=speaker,
        past=claim.past,
    )
    return _Reading(said=said, period=claim.period, phrase=claim.phrase, evidence=evidence, turned=turned)


def _by_said(readings: Iterable[_Reading]) -> dict[Meaning, list[_Reading]]:
    groups: dict[Meaning, list[_Reading]] = {}
    for reading in readings:
        groups.setdefault(reading.said, []).append(reading)
    return groups


def _time(period: Period | None) -> str:
    """Return what tells two times apart; empty when the words fix no time."""
    if period is None:
        return ""
    return period.value or "/".join(
        b or "" for b in (period.earliest, period.latest) if period.earliest or period.latest
    )


def _fact(said: Meaning, time: str, every: Sequence[_Reading]) -> Fact:
    # what the networks read as well neither shows nor makes surer what a rule reads
    readings = [r for r in every if not r.evidence.rule.startswith(LEARNED)] or every
    turn = 2 * sum(r.turned for r in readings) > len(readings)  # shown the way that most articles say it
    evidence = {_turned(r.evidence) if r.turned != turn else r.evidence for r in readings}
    ends = (said.object, said.subject) if turn and isinstance(said.object, str) else (said.subject, said.object)
    return Fact(
        id=said.id_at(time),
        subject=ends[0],
        predicate=said.predicate,
        object=ends[1],
        phrase=_most_frequent(r.phrase for r in readings),
        polarity=said.polarity,
        modality=said.modality,
        speaker=said.speaker,
        period=_period([r.period for r in readings if r.period is not None]),
        past=said.past,
        confidence=confidence_of(evidence),
        evidence=evidence_in_order(evidence),
    )


def _turned(evidence: Evidence) -> Evidence:
    return replace(evidence, subject=evidence.object, object=evidence.subject)


def _period(periods: Sequence[Period]) -> Period | None:
    """Return the period that is said most often, one that fixes a time before one that does not."""
    counts = Counter(periods)
    return min(counts, key=lambda p: (not _time(p), -counts[p], str(p))) if counts else None


def _most_frequent(words: Iterable[str]) -> str:
    counts = Counter(words)
    return min(counts, key=lambda w: (-counts[w], w))
