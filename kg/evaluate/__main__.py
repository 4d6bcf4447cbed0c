"""`python -m kg.evaluate GOLD_DIR PREDICTIONS.jsonl`: the quick way to the figures and the errors."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.errors import KgError
from kg.evaluate.errors import ErrorList, find_errors, find_name_errors
from kg.evaluate.gold import read_gold
from kg.evaluate.page import write_errors_page
from kg.evaluate.phenomena import PHENOMENA
from kg.evaluate.predictions import read_predictions
from kg.evaluate.report import (
    calibration_text,
    causes_text,
    errors_text,
    figures_text,
    names_text,
    rules_text,
    table_text,
)
from kg.evaluate.score import Evaluation, by_phenomenon, by_property, by_rule, calibration, score


def main(arguments: Sequence[str] | None = None) -> int:
    """Score, print, and return the exit code."""
    options = _parser().parse_args(arguments)
    try:
        predictions = read_predictions(options.predictions)
        evaluation = score(read_gold(options.gold, split=options.split), predictions)
        listed = options.errors or options.html
        errors = find_errors(evaluation, open_too=options.open, tiers=options.tiers) if listed else ErrorList()
        text = "\n\n".join(_parts(evaluation, errors, options))
        if options.html:
            write_errors_page(Path(options.html), evaluation, errors, predictions.texts)
    except KgError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(text + "\n")
    return 0


def _parts(evaluation: Evaluation, errors: ErrorList, options: argparse.Namespace) -> Iterator[str]:
    yield figures_text(evaluation)
    if options.by_property:
        yield table_text(by_property(evaluation))
    if options.by_phenomenon:
        yield table_text(by_phenomenon(evaluation, PHENOMENA))
    if options.by_rule:
        yield rules_text(by_rule(evaluation))
    if options.calibration:
        yield calibration_text(calibration(evaluation))
    if options.names:
        yield names_text(find_name_errors(evaluation))
    if options.errors:
        yield causes_text(errors)
        yield errors_text(evaluation, errors)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m kg.evaluate", description="Score a graph against gold articles.")
    parser.add_argument("gold", help="folder of gold JSON files")
    parser.add_argument("predictions", help="graph.jsonl of a build from the same articles")
    parser.add_argument("--split", help="only the articles of this split in split.json beside the folder")
    parser.add_argument("--by-property", action="store_true", help="one line a property")
    parser.add_argument("--by-phenomenon", action="store_true", help="recall under coreference, negation, quotes…")
    parser.add_argument("--by-rule", action="store_true", help="what each rule read, and how much of it is right")
    parser.add_argument("--calibration", action="store_true", help="how many facts of each confidence are right")
    parser.add_argument("--names", action="store_true", help="every name missed or given another class")
    parser.add_argument("--errors", action="store_true", help="every fact missed or wrong, with its cause")
    parser.add_argument("--open", action="store_true", help="errors of open relations too")
    parser.add_argument("--tiers", default="AB", help="tiers of which missed facts are listed (default: AB)")
    parser.add_argument("--html", metavar="FILE", help="write the errors as a page, side by side in their text")
    return parser


if __name__ == "__main__":
    sys.exit(main())
