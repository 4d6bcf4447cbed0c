"""Print the tables of docs/quality.md as Markdown: python tests/quality/print_tables.py"""

import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from kg.evaluate.phenomena import PHENOMENA
from kg.evaluate.score import by_phenomenon, by_property
from tests.quality.measure import SETS, evaluation, name_of

OFTEN = 20  # gold facts from which a property has a row


def main() -> None:
    """Print figures, phenomena and properties."""
    names = [name_of(*s) for s in SETS]
    found = [evaluation(*s) for s in SETS]
    rows: dict[str, list[str]] = {
        "articles": [str(e.articles) for e in found],
        "gold facts of tiers A and B": [str(e.gold_facts) for e in found],
        "typed predictions": [str(e.typed_predictions) for e in found],
        "**full F1**": [f"**{e.full.f1:.3f}**" for e in found],
        "95 % interval": [f"{e.full_f1_interval[0]:.2f}–{e.full_f1_interval[1]:.2f}" for e in found],
        "full precision": [f"{e.full.precision:.3f}" for e in found],
        "full recall": [f"{e.full.recall:.3f}" for e in found],
        "full recall, tier A": [f"{e.full.recall_a:.3f}" for e in found],
        "full recall between names": [f"{e.recall_named:.3f}" for e in found],
        "core F1": [f"{e.core.f1:.3f}" for e in found],
        "precision of asserted facts": [f"{e.asserted_precision:.3f}" for e in found],
        "leaks": [str(e.leaks) for e in found],
        "names found": [f"{e.names_recall:.3f}" for e in found],
        "names with the exact class": [f"{e.names_exact:.3f}" for e in found],
        "open relations: precision": [f"{e.open_precision:.3f}" for e in found],
        "open relations: recall": [f"{e.open_recall:.3f}" for e in found],
    }
    table(["", *names], [[what, *cells] for what, cells in rows.items()])
    phenomena = [by_phenomenon(e, PHENOMENA) for e in found]
    table(
        ["full recall", *names],
        [
            [
                name,
                *(
                    f"{rows[i].found_full / rows[i].gold:.2f} ({rows[i].gold})" if rows[i].gold else "–"
                    for rows in phenomena
                ),
            ]
            for i, name in enumerate(PHENOMENA)
        ],
    )
    for folder in ("fr", "en"):
        develop = evaluation(folder, "develop")
        often = [r for r in by_property(develop) if r.gold >= OFTEN]
        cells = [
            [
                f"`{r.name}`",
                str(r.gold),
                str(r.found_full),
                str(r.predicted),
                f"{(r.right_full or 0) / (r.predicted or 1):.2f}",
            ]
            for r in often
        ]
        table([f"{folder}/develop", "gold", "found", "predicted", "precision"], cells)


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print one Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    sys.stdout.write("".join(f"| {' | '.join(line)} |\n" for line in lines) + "\n")


if __name__ == "__main__":
    main()
