"""The names of classes and properties in French and English, as the ontology gives them."""

from functools import cache
from importlib.resources import files


@cache
def load_labels() -> dict[str, dict[str, str]]:
    """Return the labels by term: {"founded": {"fr": "a fondé", "en": "founded"}}."""
    lines = files("kg.lang").joinpath("labels.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {term: {"fr": french, "en": english} for term, french, english in rows}
