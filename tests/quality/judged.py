"""What readers said of facts and quotes drawn from a build: records without any text of the articles, and their share.

`judged_facts.jsonl` and `judged_quotes.jsonl` begin with a line that says how they were drawn; each further line is one
judged item. Offsets count code points of the article's text, end exclusive.
"""

import json
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

FACTS, QUOTES = "facts", "quotes"
FOLDER = Path(__file__).parent
DOCUMENT = Path(__file__).parents[2] / "docs" / "quality.md"
MARKS = ("<!-- judged -->\n", "<!-- /judged -->\n")  # around the table of the document
RIGHT, WRONG = "right", "wrong"
ERRORS = {
    FACTS: frozenset({
        "entity", "antecedent", "relation", "argument", "polarity", "modality", "attribution", "type", "span", "other",
    }),
    QUOTES: frozenset({"antecedent", "unlinked", "argument", "no speech", "other"}),
}  # fmt: skip
Z = 1.959964  # of a 95 % interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Draw:
    """How items were drawn."""

    what: str  # facts | quotes
    seed: int
    articles: int  # of which items could be drawn
    items: int  # that could be drawn

    def __post_init__(self) -> None:
        if self.what not in ERRORS:
            raise ValueError(f"{self.what!r} is neither {FACTS} nor {QUOTES}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One fact, or one quote by one of the facts that it holds; a verdict once somebody gave it."""

    article: str  # its id in the corpus
    article_id: str  # first 16 hex digits of the SHA-256 of its text
    sentence: tuple[int, int]
    subject: tuple[int, int] | None  # where the arguments stand in the sentence; None: they are understood
    object: tuple[int, int] | None
    predicate: str
    status: str  # asserted | claimed | denied | unreal | past
    speaker: tuple[int, int] | None  # the mention of the speaker nearest to the sentence
    verdict: str | None = None
    error: str | None = None  # class of the error, of what is wrong


def data_file(what: str) -> Path:
    """Return the file of the repository that holds the verdicts."""
    return FOLDER / f"judged_{what}.jsonl"


def write_items(path: Path, draw: Draw, items: Iterable[Item]) -> None:
    """Write a draw and its items, one record a line."""
    lines = [json.dumps(asdict(record), ensure_ascii=False) for record in (draw, *items)]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def read_items(path: Path) -> tuple[Draw, list[Item]]:
    """Read what `write_items` wrote.

    Raises:
        ValueError: a record lacks a key, has one too many, or a verdict that is none.
    """
    first, *rest = map(json.loads, path.read_text("utf-8").splitlines())
    draw = Draw(**first)
    return draw, [_item(record, draw.what) for record in rest]


def _item(record: dict[str, Any], what: str) -> Item:
    if unknown := set(record) ^ {f.name for f in fields(Item)}:
        raise ValueError(f"keys too many or lacking: {', '.join(sorted(unknown))}")
    spans = {k: tuple(v) if v else None for k, v in record.items() if isinstance(v, list)}
    item = Item(**{**record, **spans})
    errors: frozenset[str | None] = ERRORS[what] if item.verdict == WRONG else frozenset({None})
    if item.verdict not in (RIGHT, WRONG, None) or item.error not in errors:
        raise ValueError(f"{item.article}: {item.verdict!r} with the error {item.error!r} is no verdict of {what}")
    return item


def wilson(right: int, of: int) -> tuple[float, float]:
    """Return the 95 % interval of a share: right outcomes of so many.

    Source: Wilson (1927), the score interval.
    """
    share, spread = right / of, Z * Z / of
    middle = share + spread / 2
    half = Z * math.sqrt(share * (1 - share) / of + spread / of / 4)
    return (middle - half) / (1 + spread), (middle + half) / (1 + spread)


def count_right(items: Sequence[Item]) -> int:
    """Return how many were judged right."""
    return sum(item.verdict == RIGHT for item in items)


def table() -> str:
    """Return the verdicts in the repository as Markdown: what was drawn, and the share right."""
    lines = ["| judged one by one | drawn of | articles | right | 95 % interval | errors |", "| --- " * 6 + "|"]
    return "\n".join([*lines, *(_row(*read_items(data_file(what))) for what in ERRORS)]) + "\n"


def _row(draw: Draw, items: list[Item]) -> str:
    right, (low, high) = count_right(items), wilson(count_right(items), len(items))
    cells = [
        f"{len(items)} {'asserted facts' if draw.what == FACTS else 'quotes: the speaker'}",
        f"{draw.items:,}",
        str(draw.articles),
        f"**{right / len(items):.1%}** ({right})",
        f"{low:.1%}–{high:.1%}",
        ", ".join(f"{error} {number}" for error, number in _most_often(items)),
    ]
    return f"| {' | '.join(cells)} |"


def _most_often(items: Sequence[Item]) -> Iterator[tuple[str, int]]:
    wrong = [item.error for item in items if item.error]
    yield from sorted({e: wrong.count(e) for e in wrong}.items(), key=lambda pair: (-pair[1], pair[0]))
