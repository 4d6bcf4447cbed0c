"""Judge facts and quotes of unseen articles by hand: python tests/quality/judge.py --help

    python tests/quality/judge.py articles ../shared/corpus/press_fr.jsonl.gz ../judge/articles.jsonl --offset 7
    kg build ../judge/articles.jsonl -o ../judge/graph
    python tests/quality/judge.py draw facts ../judge/graph/graph.jsonl ../judge --seed 1
    …  write a verdict after each "verdict:" of ../judge/facts.txt: right, or wrong and a class of error
    python tests/quality/judge.py collect facts ../judge     the verdicts go to tests/quality/judged_facts.jsonl
    python tests/quality/judge.py share                        and the share right to docs/quality.md

The worksheet quotes the articles, which belong to others: it must lie outside of the project.
"""

import argparse
import gzip
import json
import re
import sys
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.quality.annotations import stored
from tests.quality.drawing import DrawnItem, draw_facts, draw_quotes, read_build
from tests.quality.judged import DOCUMENT, ERRORS, FACTS, MARKS, RIGHT, Item, data_file, read_items, table, write_items

PROJECT = Path(__file__).parents[2]
VERDICT = re.compile(r"^verdict:[ \t]*(.*)$", re.MULTILINE)


def main() -> None:
    """Run a step."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    steps = parser.add_subparsers(required=True)
    pick = steps.add_parser("articles", help="pick articles that spread over a corpus")
    pick.add_argument("corpus", type=Path)
    pick.add_argument("file", type=Path)
    pick.add_argument("--every", type=int, default=20)
    pick.add_argument("--offset", type=int, default=0)
    pick.add_argument("--number", type=int, default=200)
    pick.set_defaults(run=pick_articles)
    draw = steps.add_parser("draw", help="draw items of a build into a worksheet")
    draw.add_argument("what", choices=sorted(ERRORS))
    draw.add_argument("graph", type=Path)
    draw.add_argument("folder", type=Path)
    draw.add_argument("--number", type=int, default=100)
    draw.add_argument("--articles", type=int, default=50, help="of which quotes are drawn")
    draw.add_argument("--seed", type=int, required=True)
    draw.set_defaults(run=draw_items)
    collect = steps.add_parser("collect", help="take the verdicts of a worksheet into the project")
    collect.add_argument("what", choices=sorted(ERRORS))
    collect.add_argument("folder", type=Path)
    collect.add_argument("--rest-right", action="store_true", help="what has no verdict is right")
    collect.set_defaults(run=collect_verdicts)
    steps.add_parser("share", help="write the shares right into docs/quality.md").set_defaults(run=write_share)
    given = parser.parse_args()
    given.run(given)


def pick_articles(given: argparse.Namespace) -> None:
    """Write every n-th record of a corpus to a file outside of the project: no article learnt from or judged before."""
    outside(given.file.parent)
    with gzip.open(given.corpus, "rt", encoding="utf-8") as lines:
        picked = [line for at, line in enumerate(lines) if at % given.every == given.offset % given.every]
    known = {record["article"] for record in stored("fr")}  # the extractor has learnt from these
    known |= {item.article for what in ERRORS for item in read_items(data_file(what))[1]}
    picked = [line for line in picked if json.loads(line)["id"] not in known]
    given.file.write_text("".join(picked[: given.number]), "utf-8")


def draw_items(given: argparse.Namespace) -> None:
    """Write WHAT.txt to judge, and WHAT.jsonl, the records that the verdicts go to."""
    outside(given.folder)
    build = read_build(given.graph)
    if given.what == FACTS:
        draw, drawn = draw_facts(build, number=given.number, seed=given.seed)
    else:
        draw, drawn = draw_quotes(build, number=given.number, seed=given.seed, articles=given.articles)
    write_items(given.folder / f"{given.what}.jsonl", draw, [each.item for each in drawn])
    head = f"A verdict is {RIGHT!r}, or 'wrong' and one of: {', '.join(sorted(ERRORS[given.what]))}.\n"
    sheet = "".join(block(number, each) for number, each in enumerate(drawn, 1))
    (given.folder / f"{given.what}.txt").write_text(head + sheet, "utf-8")


def block(number: int, drawn: DrawnItem) -> str:
    """Return one item of a worksheet."""
    return (
        f"\n=== {number} {drawn.item.article}\n{drawn.said}\nbefore:  {drawn.before}\ntext:    {drawn.text}\n"
        f"after:   {drawn.after}\nverdict: \n"
    )


def collect_verdicts(given: argparse.Namespace) -> None:
    """Write the items with their verdicts, and nothing of the texts, into the project."""
    draw, items = read_items(given.folder / f"{given.what}.jsonl")
    verdicts = VERDICT.findall((given.folder / f"{given.what}.txt").read_text("utf-8"))
    if len(verdicts) != len(items):
        sys.exit(f"{given.folder}/{given.what}.txt: {len(verdicts)} verdicts for {len(items)} items. Draw again.")
    rest = RIGHT if given.rest_right else ""
    judged = [verdict_of(item, words.strip() or rest) for item, words in zip(items, verdicts, strict=True)]
    if lacking := [at for at, item in enumerate(judged, 1) if item.verdict is None]:
        sys.exit(f"{given.folder}/{given.what}.txt: no verdict on number {lacking[0]} and {len(lacking) - 1} more.")
    write_items(data_file(given.what), draw, judged)
    read_items(data_file(given.what))  # a class of error that is none is told now


def verdict_of(item: Item, words: str) -> Item:
    """Return the item with what was written after "verdict:"."""
    verdict, _, error = words.partition(" ")
    return replace(item, verdict=verdict or None, error=error.strip() or None)


def write_share(_: argparse.Namespace) -> None:
    """Put the table between its marks in the document, and show it."""
    before, rest = DOCUMENT.read_text("utf-8").split(MARKS[0])
    _old, after = rest.split(MARKS[1])
    DOCUMENT.write_text(f"{before}{MARKS[0]}\n{table()}\n{MARKS[1]}{after}", "utf-8")
    sys.stdout.write(table())


def outside(folder: Path) -> None:
    """Refuse to write texts of others into the project, and make the folder."""
    if folder.resolve().is_relative_to(PROJECT.resolve()):
        sys.exit(f"{folder}: texts of others do not go into the project. Name a folder outside of it.")
    folder.mkdir(parents=True, exist_ok=True)


if __name__ == "__main__":
    main()
