"""The sample articles that ship with kg: written for it, on public matters, in French and in English."""

from collections.abc import Iterator
from pathlib import Path

from kg.ingest import Input, read_inputs

FILE = Path(__file__).with_name("articles.jsonl")


def read_samples() -> Iterator[Input]:
    """Yield the sample articles with their dates and languages."""
    return read_inputs([FILE])
