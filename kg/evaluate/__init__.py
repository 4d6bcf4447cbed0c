"""Predictions against gold: how much was found, how much of what was found is right, and why the rest is not."""

from pathlib import Path

from kg.evaluate.gold import read_gold
from kg.evaluate.predictions import read_predictions
from kg.evaluate.score import Evaluation, score

__all__ = ["Evaluation", "evaluate"]


def evaluate(gold_dir: str | Path, predictions: str | Path, *, split: str | None = None) -> Evaluation:
    """Score a graph's JSON Lines against a folder of gold articles.

    Args:
        gold_dir: One JSON file an article; docs/gold-format.md describes it.
        predictions: The graph.jsonl of a build from those articles.
        split: Only the articles that split.json, beside the folder, lists under this name.

    Raises:
        EvaluationError: a file is missing or is not what it should be.
    """
    return score(read_gold(gold_dir, split=split), read_predictions(predictions))
