"""POPCORN (TextMine'25): short French reports of invented facts, with entities, coreference and relations (MIT)."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.evaluate.bench.arguments import Argument, an_article, overlaps, relations
from kg.evaluate.bench.tally import Tally
from kg.model import Article, Document, MentionKind, Span

# Their relations that our ontology can say. HAS_FAMILY_RELATIONSHIP and the symmetric ones stand in both directions.
RELATIONS: dict[str, tuple[str, ...]] = {
    "CREATED": ("founded", "developed", "launched"),
    "DIED_IN": ("killed", "participatedIn"),
    "HAS_CATEGORY": ("occupation", "holdsPosition"),
    "HAS_CONSEQUENCE": ("causes",),
    "HAS_FAMILY_RELATIONSHIP": ("spouseOf", "parentOf", "siblingOf"),
    "INITIATED": ("perpetratorOf", "announced", "launched"),
    "IS_AT_ODDS_WITH": (
        "accused",
        "criticized",
        "opposes",
        "attacked",
        "competesWith",
        "arrested",
        "threatened",
        "sued",
    ),
    "IS_BORN_IN": ("birthPlace",),
    "IS_BORN_ON": ("birthDate",),
    "IS_COOPERATING_WITH": ("cooperatesWith", "supports", "signedAgreementWith"),
    "IS_DEAD_ON": ("deathDate",),
    "IS_LOCATED_IN": ("locatedIn",),
    "IS_OF_NATIONALITY": ("nationality", "country"),
    "IS_PART_OF": ("memberOf", "worksFor", "ceoOf", "chairOf", "leads", "subsidiaryOf", "memberOfParty"),
    "OPERATES_IN": ("operatesIn", "headquarteredIn", "locatedIn"),
    "RESIDES_IN": ("residesIn",),
    "WAS_CREATED_IN": ("foundingDate",),
}
_NAMED = ("CIVILIAN", "MILITARY", "TERRORIST_OR_CRIMINAL", "PLACE", "ORGANISATION")


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """An entity with all its mentions."""

    type: str
    spans: tuple[Span, ...]
    named: bool  # one of its mentions starts with a capital and its kind has names


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One text with its entities and relations (subject, type, object) by their positions."""

    article: Article
    things: tuple[Thing, ...]
    relations: tuple[tuple[int, str, int], ...]


def read_reports(path: Path) -> list[Report]:
    """Read the reports, one a line."""
    with path.open(encoding="utf-8") as lines:
        return [_report(json.loads(line)) for line in lines]


def _report(record: dict[str, Any]) -> Report:
    position = {e["id"]: i for i, e in enumerate(record["entities"])}
    things = tuple(
        Thing(
            type=e["type"],
            spans=tuple(Span(m["start"], m["end"]) for m in e["mentions"]),
            named=e["type"].endswith(_NAMED) and any(m["value"][:1].isupper() for m in e["mentions"]),
        )
        for e in record["entities"]
    )
    return Report(
        article=an_article(record["text"], name=record["id"], language="fr"),
        things=things,
        relations=tuple((position[s], kind, position[o]) for s, kind, o in record["relations"]),
    )


def measure(reports: Iterable[Report], documents: Iterable[Document]) -> dict[str, Tally]:
    """Count entities, and relations by type, over types we can say ("mapped"), and between two named ends ("named").

    "every type" has the recall over all their relations, those we have no property for included. A place counts for
    every relation their annotators inferred from it, so recall has a low ceiling for a reader of sentences.
    """
    tallies = {name: Tally() for name in ("entities", "named entities", *RELATIONS, "named", "every type")}
    for report, document in zip(reports, documents, strict=True):
        given = [(r.predicate, _things(r.subject, report), _things(r.object, report)) for r in relations(document)]
        named = frozenset(i for i, t in enumerate(report.things) if t.named)
        for kind in RELATIONS:
            tallies[kind] += _count(report, kind, given, among=frozenset(range(len(report.things))))
            tallies["named"] += _count(report, kind, given, among=named)
        for kind in {k for _, k, _ in report.relations} - set(RELATIONS):
            tallies["every type"] += Tally(wanted=sum(k == kind for _, k, _ in report.relations))
        tallies["entities"] += _count_entities(report, document, named=False)
        tallies["named entities"] += _count_entities(report, document, named=True)
    mapped = sum((tallies[k] for k in RELATIONS), Tally())
    return {**tallies, "mapped": mapped, "every type": tallies["every type"] + mapped}


_Given = list[tuple[str, frozenset[int], frozenset[int]]]


def _count(report: Report, kind: str, given: _Given, *, among: frozenset[int]) -> Tally:
    """Count the relations of one type whose two ends are among these entities."""
    wanted = {(s, o) for s, k, o in report.relations if k == kind and s in among and o in among}
    ours = [(s, o) for p, s, o in given if p in RELATIONS[kind] and s & among and o & among]
    found = {(s, o) for s, o in wanted if any(_is(s, o, g) for g in ours)}
    right = sum(any(_is(s, o, g) for s, o in wanted) for g in ours)
    return Tally(len(wanted), len(found), len(ours), right)


def _count_entities(report: Report, document: Document, *, named: bool) -> Tally:
    """Count their entities that a mention of ours touches, and our mentions that touch one of theirs."""
    things = [t for t in report.things if t.named or not named]
    ours = [m.span for m in document.mentions if m.kind is MentionKind.NAME or not named]
    spans = [s for t in things for s in t.spans]
    found = sum(any(overlaps(s, o) for s in t.spans for o in ours) for t in things)
    return Tally(len(things), found, len(ours), sum(any(overlaps(s, o) for s in spans) for o in ours))


def _is(subject: int, object_: int, given: tuple[frozenset[int], frozenset[int]]) -> bool:
    straight, turned = (subject in given[0] and object_ in given[1]), (subject in given[1] and object_ in given[0])
    return straight or turned


def _things(argument: Argument, report: Report) -> frozenset[int]:
    """Return the entities that one of the places of an argument touches."""
    return frozenset(
        i for i, t in enumerate(report.things) if any(overlaps(a, b) for a in argument.spans for b in t.spans)
    )
