"""What the extractor reads by the form of a phrase, without a relation rule: titles, ages, nationalities, places."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Construction:
    """One form of a phrase that says something."""

    id: str  # as in `Evidence.rule`: "title/occupation"
    predicate: str
    meaning: str  # in English
    examples: Mapping[str, str]  # language → a sentence that it reads; none where a language has no such form


@cache
def load_constructions() -> tuple[Construction, ...]:
    """Return the constructions, sorted by id."""
    lines = Path(__file__).with_suffix(".tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    found = (
        Construction(
            id=name,
            predicate=predicate,
            meaning=meaning,
            examples={code: words for code, words in (("fr", french), ("en", english)) if words},
        )
        for name, predicate, meaning, french, english in rows
    )
    return tuple(sorted(found, key=lambda each: each.id))
