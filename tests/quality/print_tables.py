"""Print the tables of docs/quality.md as Markdown: python tests/quality/print_tables.py"""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from kg.evaluate.phenomena import PHENOMENA
from kg.evaluate.score import Evaluation, Row, by_phenomenon, by_property
from tests.quality.measure import SETS, evaluation, name_of

OFTEN = 20  # gold facts from which a property has a row
FIGURES: dict[str, Callable[[Evaluation], str]] = {
    "articles": lambda e: str(e.articles),
    "gold facts of tiers A and B": lambda e: str(e.gold_facts),
    "typed predictions": lambda e: str(e.typed_predictions),
    "**full F1**": lambda e: f"**{e.full.f1:.3f}**",
    "95 % interval": lambda e: f"{e.full_f1_interval[0]:.2f}–{e.full_f1_interval[1]:.2f}",
    "full precision": lambda e: f"{e.full.precision:.3f}",
    "full recall": lambda e: f"{e.full.recall:.3f}",
    "full recall, tier A": lambda e: f"{e.full.recall_a:.3f}",
    "full recall between names": lambda e: f"{e.recall_named:.3f}",
    "core F1": lambda e: f"{e.core.f1:.3f}",
    "precision of asserted facts": lambda e: f"{e.asserted_precision:.3f}",
    "leaks": lambda e: str(e.leaks),
    "names found": lambda e: f"{e.names_recall:.3f}",
    "names with the exact class": lambda e: f"{e.names_exact:.3f}",
    "open relations: precision": lambda e: f"{e.open_precision:.3f}",
    "open relations: recall": lambda e: f"{e.open_recall:.3f}",
}


def main() -> None:
    """Print figures, phenomena and properties."""
    names = [name_of(*s) for s in SETS]
    found = [evaluation(*s) for s in SETS]
    table(["", *names], [[what, *(tell(e) for e in found)] for what, tell in FIGURES.items()])
    phenomena = [by_phenomenon(e, PHENOMENA) for e in found]
    table(
        ["full recall", *names], [[name, *map(share, rows)] for name, *rows in zip(PHENOMENA, *phenomena, strict=True)]
    )
    for folder in ("fr", "en"):
        rows = [r for r in by_property(evaluation(folder, "develop")) if r.gold >= OFTEN]
        table([f"{folder}/develop", "gold", "found", "predicted", "precision"], [cells(r) for r in rows])


def share(row: Row) -> str:
    """Return which share of a phenomenon's facts was found, and how many there are."""
    return f"{row.found_full / row.gold:.2f} ({row.gold})" if row.gold else "–"


def cells(row: Row) -> list[str]:
    """Return a property with its counts and precision."""
    precision = (row.right_full or 0) / (row.predicted or 1)
    return [f"`{row.name}`", str(row.gold), str(row.found_full), str(row.predicted), f"{precision:.2f}"]


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print one Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    sys.stdout.write("".join(f"| {' | '.join(line)} |\n" for line in lines) + "\n")


if __name__ == "__main__":
    main()
