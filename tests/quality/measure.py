"""What the built-in extractor reaches on the gold articles: one set of figures a folder and split."""

import json
from functools import cache
from io import StringIO
from pathlib import Path

from kg.evaluate import Evaluation
from kg.evaluate.gold import read_gold
from kg.evaluate.predictions import Predictions, parse_predictions
from kg.evaluate.score import score
from kg.export.jsonl import write_jsonl
from kg.extract.registry import load_extractor
from kg.ingest import read_inputs
from kg.link import link
from kg.model import Graph

SHARED = Path(__file__).parents[2] / ".." / "shared"
FLOORS = Path(__file__).with_name("floors.json")
SETS = (
    ("seed", None),
    ("fr", "develop"),
    ("fr", "check"),
    ("en", "develop"),
    ("en", "check"),
)  # folder of gold articles, split
DIGITS = 3


def is_available() -> bool:
    """Whether the gold articles are beside the project."""
    return (SHARED / "gold").is_dir() and (SHARED / "articles").is_dir()


def name_of(folder: str, split: str | None) -> str:
    """Return the name of a set in the floors file."""
    return f"{folder}/{split}" if split else folder


@cache
def predictions(folder: str) -> Predictions:
    """Build a graph from all articles of a folder, as `kg build` does, and take it in the public format."""
    articles = [given.article for given in read_inputs([SHARED / "articles" / folder])]
    return predictions_of(link(load_extractor().extract(articles)))


def predictions_of(graph: Graph) -> Predictions:
    """Take a graph in the public format, as whoever scores it does; its facts come in the order of the graph."""
    stream = StringIO()
    write_jsonl(graph, stream)
    return parse_predictions(stream.getvalue().splitlines())


@cache
def evaluation(folder: str, split: str | None) -> Evaluation:
    """Score one set."""
    return score(read_gold(SHARED / "gold" / folder, split=split), predictions(folder))


def figures(folder: str, split: str | None) -> dict[str, float]:
    """Return the figures that have floors, cut to three digits; leaks count down from 0, so that more is better."""
    found = evaluation(folder, split)
    shares = {
        "full_f1": found.full.f1,
        "full_precision": found.full.precision,
        "full_recall_a": found.full.recall_a,
        "asserted_precision": found.asserted_precision,
        "names_recall": found.names_recall,
    }
    cut = {name: int(share * 10**DIGITS) / 10**DIGITS for name, share in shares.items()}
    return {**cut, "minus_leaks": -found.leaks}


def read_floors() -> dict[str, dict[str, float]]:
    """Return the floors in force."""
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text("utf-8"))
    return floors
