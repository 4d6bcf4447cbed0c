"""KnowledgeNet: English passages with all facts of some of 15 properties (data CC BY-SA 4.0)."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.evaluate.bench.arguments import Argument, Relation, an_article, relations
from kg.evaluate.bench.tally import Tally
from kg.evaluate.compare import fold_for_scoring
from kg.model import Article, Document

# Their property → ours, and whether subject and object change places.
PROPERTIES: dict[str, tuple[tuple[str, ...], bool]] = {
    "CEO": (("ceoOf",), True),
    "CHILD_OF": (("parentOf",), True),
    "DATE_FOUNDED": (("foundingDate",), False),
    "DATE_OF_BIRTH": (("birthDate",), False),
    "DATE_OF_DEATH": (("deathDate",), False),
    "EDUCATED_AT": (("educatedAt",), False),
    "EMPLOYEE_OR_MEMBER_OF": (
        ("worksFor", "memberOf", "ceoOf", "chairOf", "leads", "boardMemberOf", "spokespersonFor"),
        False,
    ),
    "FOUNDED_BY": (("founded",), True),
    "HEADQUARTERS": (("headquarteredIn",), False),
    "NATIONALITY": (("nationality",), False),
    "PLACE_OF_BIRTH": (("birthPlace",), False),
    "PLACE_OF_RESIDENCE": (("residesIn",), False),
    "POLITICAL_AFFILIATION": (("memberOfParty",), False),
    "SPOUSE": (("spouseOf",), False),
    "SUBSIDIARY_OF": (("subsidiaryOf",), False),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One fact; variants are the strings that name the same ends."""

    property: str
    variants: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A text, the properties of which all facts are known, and these facts."""

    article: Article
    properties: tuple[str, ...]
    facts: tuple[Wanted, ...]


def read_passages(path: Path) -> list[Passage]:
    """Read the passages, one a line. Facts whose ends have one Wikidata item are variants of one fact."""
    with path.open(encoding="utf-8") as lines:
        return [_passage(number, json.loads(line)) for number, line in enumerate(lines)]


def _passage(number: int, record: dict[str, Any]) -> Passage:
    groups: dict[tuple[str, str, str], list[tuple[str, str]]] = {}
    for f in record["facts"]:
        key = (f["prop"], f["subj_uri"] or f["subj"], f["obj_uri"] or f["obj"])
        groups.setdefault(key, []).append((f["subj"], f["obj"]))
    return Passage(
        article=an_article(record["text"], name=str(number), language="en"),
        properties=tuple(record["props"]),
        facts=tuple(Wanted(property=key[0], variants=tuple(ends)) for key, ends in groups.items()),
    )


def measure(passages: Iterable[Passage], documents: Iterable[Document]) -> dict[str, Tally]:
    """Count by property; an end is right if one of its mentions shares a name's words, as in their text F1."""
    tallies = {name: Tally() for name in PROPERTIES}
    for passage, document in zip(passages, documents, strict=True):
        found = list(relations(document))
        for name in passage.properties:
            tallies[name] += _count(name, passage, found)
    return {**tallies, "all": sum(tallies.values(), Tally())}


def _count(name: str, passage: Passage, found: list[Relation]) -> Tally:
    ours, turned = PROPERTIES[name]
    given = [(r.object, r.subject) if turned else (r.subject, r.object) for r in found if r.predicate in ours]
    given = list(dict.fromkeys(given))
    wanted = [f for f in passage.facts if f.property == name]
    symmetric = name == "SPOUSE"
    right = [g for g in given if any(_is(g, w, symmetric) for w in wanted)]
    return Tally(len(wanted), sum(any(_is(g, w, symmetric) for g in given) for w in wanted), len(given), len(right))


def _is(given: tuple[Argument, Argument], wanted: Wanted, symmetric: bool) -> bool:
    pairs = [*wanted.variants, *((o, s) for s, o in wanted.variants if symmetric)]
    return any(_names(given[0], s) and _names(given[1], o) for s, o in pairs)


def _names(argument: Argument, name: str) -> bool:
    words = set(fold_for_scoring(name).split())
    if argument.value is not None and (years := re.findall(r"\d{4}", name)):
        return argument.value[:4] in years
    said = [*argument.surfaces, *([argument.value] if argument.value else [])]
    return any(words & set(fold_for_scoring(s).split()) for s in said)
