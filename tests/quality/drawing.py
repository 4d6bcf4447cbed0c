"""Draws facts and quotes of a build at random: the same build and seed give the same items."""

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.quality.judged import FACTS, QUOTES, Draw, Item

AROUND = 300  # characters of the text before and after the sentence that a worksheet shows

Record = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """The records of a graph.jsonl."""

    articles: dict[str, Record]  # by Article.id
    entities: dict[str, Record]
    facts: list[Record]  # sorted by id


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnItem:
    """An item, and what the worksheet shows of it."""

    item: Item
    said: str  # the fact in words
    before: str
    text: str  # the sentence, the clause in double brackets
    after: str


def read_build(path: Path) -> Build:
    """Read the graph.jsonl of a build."""
    records = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    kinds = {kind: [r for r in records if r["kind"] == kind] for kind in ("article", "entity", "fact")}
    return Build(
        articles={r["id"]: r for r in kinds["article"]},
        entities={r["id"]: r for r in kinds["entity"]},
        facts=sorted(kinds["fact"], key=lambda r: str(r["id"])),
    )


def draw_facts(build: Build, *, number: int, seed: int) -> tuple[Draw, list[DrawnItem]]:
    """Draw asserted facts, each shown by its first evidence, in the order of the texts."""
    asserted = [fact for fact in build.facts if fact["asserted"]]
    drawn = random.Random(seed).sample(asserted, min(number, len(asserted)))
    items = [_drawn(build, fact, fact["evidence"][0]) for fact in drawn]
    draw = Draw(what=FACTS, seed=seed, articles=len(build.articles), items=len(asserted))
    return draw, _in_order(items)


def draw_quotes(build: Build, *, number: int, seed: int, articles: int) -> tuple[Draw, list[DrawnItem]]:
    """Draw quotes of some articles: what one speaker says in one sentence, by the first fact that it holds."""
    quotes: dict[tuple[str, str, tuple[int, int]], tuple[Record, Record]] = {}
    for fact in (fact for fact in build.facts if fact["speaker"]):
        for evidence in fact["evidence"]:
            key = (fact["speaker"], evidence["article_id"], tuple(evidence["sentence"]))
            quotes.setdefault(key, (fact, evidence))
    rng = random.Random(seed)
    quoting = sorted({article for _, article, _ in quotes})
    rng.shuffle(quoting)
    chosen = frozenset(quoting[:articles])
    pool = sorted(key for key in quotes if key[1] in chosen)
    items = [_drawn(build, *quotes[key]) for key in rng.sample(pool, min(number, len(pool)))]
    return Draw(what=QUOTES, seed=seed, articles=len(chosen), items=len(pool)), _in_order(items)


def _in_order(items: Sequence[DrawnItem]) -> list[DrawnItem]:
    return sorted(items, key=lambda drawn: (drawn.item.article, drawn.item.sentence, drawn.said))


def _drawn(build: Build, fact: Record, evidence: Record) -> DrawnItem:
    text: str = build.articles[evidence["article_id"]]["text"]
    start, end = evidence["sentence"]
    item = Item(
        article=evidence["article"],
        article_id=evidence["article_id"],
        sentence=(start, end),
        subject=_span(evidence["subject"]),
        object=_span(evidence["object"]),
        predicate=fact["predicate"],
        status=_status(fact),
        speaker=_nearest(build, fact["speaker"], evidence),
    )
    clause = f"{text[start : evidence['start']]}⟦{evidence['text']}⟧{text[evidence['end'] : end]}"
    return DrawnItem(
        item=item,
        said=_said(build, fact, item, text),
        before=_one_line(text[max(0, start - AROUND) : start]),
        text=_one_line(clause),
        after=_one_line(text[end : end + AROUND]),
    )


def _span(pair: Sequence[int] | None) -> tuple[int, int] | None:
    return (pair[0], pair[1]) if pair else None


def _status(fact: Record) -> str:
    """What the graph makes of a fact, by the same names and in the same order as `kg stats`."""
    holds = {
        "denied": fact["polarity"] == "negative",
        "unreal": fact["modality"] != "actual",
        "claimed": fact["speaker"] is not None,
        "past": fact["past"],
    }
    return next((status for status, is_so in holds.items() if is_so), "asserted")


def _nearest(build: Build, speaker: str | None, evidence: Record) -> tuple[int, int] | None:
    """The mention of the speaker that stands nearest to the sentence's start."""
    if speaker is None:
        return None
    here = [m for m in build.entities[speaker]["mentions"] if m["article_id"] == evidence["article_id"]]
    spans = [(m["start"], m["end"]) for m in here]
    return min(spans, key=lambda span: abs(span[0] - evidence["sentence"][0]), default=None)


def _said(build: Build, fact: Record, item: Item, text: str) -> str:
    ends = (
        _named(build, end) + (f" [{text[slice(*span)]}]" if span else "")
        for end, span in ((fact["subject"], item.subject), (fact["object"], item.object))
    )
    line = f"fact:    {next(ends)} — {fact['predicate']} ({fact['phrase']}) → {next(ends)}"
    flags = [fact["polarity"], fact["modality"], *(["past"] if fact["past"] else []), fact["time"] or ""]
    said = f"\nspeaker: {_named(build, fact['speaker'])}" if fact["speaker"] else ""
    return _one_line(f"{line}  ({' '.join(f for f in flags if f)}; {fact['evidence'][0]['rule']})") + said


def _named(build: Build, end: str | Record) -> str:
    if isinstance(end, str):
        return f"{build.entities[end]['label']} ({build.entities[end]['type']})"
    return repr(end["value"])


def _one_line(text: str) -> str:
    return " ".join(text.split())
