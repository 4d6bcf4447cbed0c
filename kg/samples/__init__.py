"""The sample articles that ship with kg: written for it, on public matters, in French and in English."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from kg.ingest import Defaults, Input, read_inputs

FOLDER = Path(__file__).parent
PUBLISHER = {"en": "kg examples", "fr": "Exemples kg"}


def read_samples() -> Iterator[Input]:
    """Yield the sample articles with their dates and languages, in the order of index.toml."""
    for entry in tomllib.loads((FOLDER / "index.toml").read_text("utf-8"))["article"]:
        language = entry["language"]
        defaults = Defaults(language=language, published=entry["published"], publisher=PUBLISHER[language])
        yield from read_inputs([FOLDER / entry["file"]], defaults=defaults)
