"""Words that the program itself puts into a graph where a text has none, in every language."""

from functools import cache
from pathlib import Path


@cache
def load_phrases() -> dict[str, dict[str, str]]:
    """Return the phrases by name: {"unnamed": {"fr": "(non nommé)", "en": "(unnamed)"}}."""
    lines = Path(__file__).with_name("phrases.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {name: {"fr": french, "en": english} for name, french, english in rows}
