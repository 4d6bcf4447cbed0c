"""How well a confidence keeps its word: figures, tables and a plot; what a threshold on it would do."""

import math
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

BINS = 10
THRESHOLDS = (0.0, *(t / 100 for t in range(30, 95, 5)))
SIZE, LEFT, TOP = 360, 56, 24  # of the plot, in pixels


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What there is to find in a set of gold articles: typed facts of tiers A and B."""

    gold: int
    assertable: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One predicted fact in one article, with a confidence."""

    sure: float
    right: bool  # matches the gold in full
    language: str
    is_open: bool
    asserted: bool
    leak: bool
    found: frozenset[str]  # typed gold facts of tiers A and B that it matches in full
    assertable: frozenset[str]  # those of them that may be asserted


class Bin(NamedTuple):
    """Facts of like confidence."""

    facts: int
    low: float
    high: float
    mean: float
    right: float  # share


def auc(facts: Sequence[Judged]) -> float:
    """Return how often a right fact is surer than a wrong one."""
    good, bad = ([f.sure for f in facts if f.right == right] for right in (True, False))
    pairs = sum((g > b) + (g == b) / 2 for g in good for b in bad)
    return pairs / (len(good) * len(bad)) if good and bad else math.nan


def brier(facts: Sequence[Judged]) -> float:
    """Return the mean squared difference between confidence and truth: 0 is best."""
    return sum((f.sure - f.right) ** 2 for f in facts) / len(facts)


def log_loss(facts: Sequence[Judged]) -> float:
    """Return the mean surprise at the truth, in nats."""
    return -sum(math.log(f.sure if f.right else 1 - f.sure) for f in facts) / len(facts)


def deciles(facts: Sequence[Judged]) -> list[Bin]:
    """Cut the facts into ten parts of one size, the least sure first."""
    ordered = sorted(facts, key=lambda f: f.sure)
    cuts = [round(len(ordered) * n / BINS) for n in range(BINS + 1)]
    parts = [ordered[a:b] for a, b in pairwise(cuts) if a < b]
    return [
        Bin(len(p), p[0].sure, p[-1].sure, sum(f.sure for f in p) / len(p), sum(f.right for f in p) / len(p))
        for p in parts
    ]


def emitting(facts: Sequence[Judged], wanted: Wanted, least: float) -> list[str]:
    """One row: what is left of typed facts if those below a confidence are not given at all.

    Open facts stay, since some of them match gold facts that have a property.
    """
    kept = [f for f in facts if f.is_open or f.sure >= least]
    typed = [f for f in kept if not f.is_open]
    found = {gold for f in kept for gold in f.found}
    p, r = share(sum(f.right for f in typed), len(typed)), share(len(found), wanted.gold)
    return [str(len(typed)), f"{p:.3f}", f"{r:.3f}", f"{share(2 * p * r, p + r):.3f}"]


def asserting(facts: Sequence[Judged], wanted: Wanted, least: float) -> list[str]:
    """One row: what is stated as plain triples if facts below a confidence stay statements."""
    kept = [f for f in facts if f.asserted and f.sure >= least]
    found = {gold for f in kept for gold in f.assertable}
    p, r = share(sum(f.right for f in kept), len(kept)), share(len(found), wanted.assertable)
    return [str(len(kept)), f"{p:.3f}", f"{r:.3f}", str(sum(f.leak for f in kept))]


def share(part: float, whole: float) -> float:
    """Return a share; of nothing, 0."""
    return part / whole if whole else 0.0


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print one Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    sys.stdout.write("".join(f"| {' | '.join(line)} |\n" for line in lines) + "\n")


def print_summary(sets: dict[str, list[Judged]]) -> None:
    """Print one row a set of facts: mean confidence and share right, order, and distance from the truth."""
    rows = []
    for name, facts in sets.items():
        means = (sum(f.sure for f in facts) / len(facts), sum(f.right for f in facts) / len(facts))
        rows.append([name, str(len(facts)), *(f"{x:.3f}" for x in (*means, auc(facts), brier(facts), log_loss(facts)))])
    table(["facts of", "number", "mean confidence", "right", "AUC", "Brier", "log loss"], rows)


def print_bins(name: str, bins: Iterable[Bin]) -> None:
    """Print a reliability table."""
    rows = [[f"{b.low:.2f}–{b.high:.2f}", str(b.facts), f"{b.mean:.2f}", f"{b.right:.2f}"] for b in bins]
    table([f"{name}: confidence", "facts", "mean", "right"], rows)


def print_thresholds(sets: dict[str, tuple[list[Judged], Wanted]]) -> None:
    """Print what a threshold would do, for giving facts and for asserting them."""
    for row, columns in ((emitting, "facts P R F1"), (asserting, "asserted P R leaks")):
        head = ["from", *(f"{name}: {column}" for name in sets for column in columns.split())]
        rows = [[f"{t:.2f}", *(c for facts, gold in sets.values() for c in row(facts, gold, t))] for t in THRESHOLDS]
        table(head, rows)


def as_svg(curves: Sequence[tuple[str, str, Sequence[Bin]]]) -> str:
    """Draw the confidence given against the share that is right; a curve is (label, colour, bins)."""
    size = f"0 0 {SIZE + 90} {SIZE + 80}"
    middle, bottom = TOP + SIZE / 2, TOP + SIZE
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{size}" width="450"',
        ' font-family="sans-serif" font-size="12">',
        '<rect width="100%" height="100%" fill="#fff"/>',
        *_grid(),
        _line([(0, 0), (1, 1)], "#888", 'stroke-dasharray="5 4"'),
        *(part for number, curve in enumerate(curves) for part in _curve(number, *curve)),
        _text(LEFT + SIZE / 2, bottom + 40, "confidence given", "middle"),
        _text(16, middle, "share that is right", "middle", f'transform="rotate(-90 16 {middle})"'),
    ]
    return "\n".join([*parts, "</svg>"]) + "\n"


def _grid() -> Iterable[str]:
    for tick in range(0, 11, 2):
        v = tick / 10
        yield _line([(v, 0), (v, 1)], "#e2e2e2")
        yield _line([(0, v), (1, v)], "#e2e2e2")
        yield _text(LEFT + v * SIZE, TOP + SIZE + 18, f"{v:.1f}", "middle")
        yield _text(LEFT - 8, TOP + (1 - v) * SIZE + 4, f"{v:.1f}", "end")


def _curve(number: int, label: str, colour: str, bins: Sequence[Bin]) -> Iterable[str]:
    yield _line([(b.mean, b.right) for b in bins], colour, 'stroke-width="2"')
    for b in bins:
        x, y = _at(b.mean, b.right)
        title = f"<title>{label}: {b.facts} facts</title>"
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour}">{title}</circle>'
    y = TOP + 20 + number * 18
    yield f'<rect x="{LEFT + 12}" y="{y - 9}" width="10" height="10" fill="{colour}"/>'
    yield _text(LEFT + 28, y, label, "start")


def _at(x: float, y: float) -> tuple[float, float]:
    return LEFT + x * SIZE, TOP + (1 - y) * SIZE


def _line(points: Sequence[tuple[float, float]], colour: str, more: str = "") -> str:
    path = " ".join("{:.1f},{:.1f}".format(*_at(x, y)) for x, y in points)
    return f'<polyline points="{path}" fill="none" stroke="{colour}" {more}/>'


def _text(x: float, y: float, words: str, anchor: str, more: str = "") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="#333" {more}>{words}</text>'
