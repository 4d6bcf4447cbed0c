"""Colours, shapes and words of the pages, read from the tables in kg/view/data."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from kg.lang.schema import load_schema
from kg.model import OPEN, Fact, Modality, Polarity

LANGUAGES = ("fr", "en")
OTHER = "other"
LIKELY = 0.5  # confidence from which an open relation is more likely right than not


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Classes that are drawn alike."""

    id: str
    roots: tuple[str, ...]
    light: str  # colour on a light ground, "#0072B2"
    dark: str
    shape: str  # of cytoscape.js
    pyvis_shape: str


def status_of(fact: Fact) -> str:
    """Return how a fact is drawn: denied before unreal before claimed before past; only the rest is asserted or unsure.

    What the article says itself but was not read surely enough for a plain triple is unsure. Open relations never
    become plain triples: they are unsure where they are more likely wrong than right.
    """
    if fact.polarity is Polarity.NEGATIVE:
        return "denied"
    if fact.modality is not Modality.ACTUAL:
        return "unreal"
    if fact.speaker is not None:
        return "claimed"
    if fact.past:
        return "past"
    return "asserted" if fact.asserted or (fact.predicate == OPEN and fact.confidence >= LIKELY) else "unsure"


@cache
def load_families() -> tuple[Family, ...]:
    """Return the families in the order of the legend."""
    return tuple(
        Family(id=name, roots=tuple(roots.split()), light=light, dark=dark, shape=shape, pyvis_shape=pyvis)
        for name, roots, light, dark, shape, pyvis in _rows("families.tsv")
    )


@cache
def family_of(kind: str) -> str:
    """Return the family of a class; a class that the ontology does not have belongs to "other"."""
    owner = {root: family.id for family in load_families() for root in family.roots}
    parents = load_schema().parents
    while kind and kind not in owner:
        kind = parents.get(kind, "")
    return owner.get(kind, OTHER)


@cache
def load_words() -> dict[str, dict[str, str]]:
    """Return the words of the interface: {"fr": {"search": "Rechercher"}}."""
    rows = _rows("words.tsv")
    return {language: {row[0]: row[column] for row in rows} for column, language in enumerate(LANGUAGES, start=1)}


def counted(number: int, key: str, language: str) -> str:
    """Return "1,200 facts" or "1 fact"; in French none is told as one is."""
    words = load_words()[language]
    one = number == 1 or (number == 0 and language == "fr")
    written = f"{number:,}".replace(",", "\u202f" if language == "fr" else ",")
    return (words.get(f"{key}_1" if one else key) or words[key]).format(n=written)


def _rows(name: str) -> list[list[str]]:
    lines = files("kg.view").joinpath("data", name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]
