"""When a predicted name, number or date means the gold one."""

import re
import unicodedata
from collections import Counter
from functools import lru_cache

from kg.evaluate.gold import GoldEntity, GoldValue
from kg.evaluate.predictions import PredictedEntity

# What may stand before a name without changing it, French and English. These belong to the measure, not to a language
# pack: a change here would change every published figure.
_BEFORE_A_NAME = frozenset(
    re.findall(
        r"\w+",
        "le la les l un une des du de d ce cet cette ces son sa ses leur leurs "
        "the a an its his her their this that these those m mme mr mrs ms dr",
    )
)
_NUMBER = re.compile(r"-?\d[\d\s.,]*")
_THOUSANDS = re.compile(r"-?\d{1,3}([.,]\d{3})+")
_SAME_WORDS = 0.5  # F1 of the words of two strings from which they count as the same
_SAME_NUMBER = 1e-6  # relative difference up to which two numbers are the same


@lru_cache(maxsize=65536)
def fold_for_scoring(text: str) -> str:
    """Lower case, without accents and punctuation, and without leading determiners and courtesy titles."""
    text = unicodedata.normalize("NFKD", text.casefold())
    words = re.findall(r"\w+", "".join(c for c in text if not unicodedata.combining(c)))
    first = 0
    while first < len(words) - 1 and words[first] in _BEFORE_A_NAME:
        first += 1
    return " ".join(words[first:])


def same_entity(gold: GoldEntity, predicted: PredictedEntity, article: str) -> bool:
    """Whether a node of the graph stands for a gold entity of an article.

    A named entity must share a name; of a person, the words of one name may be part of the other's. A named entity that
    was found by description only counts if the node claims no other name. An entity without name is met by description.
    """
    label = fold_for_scoring(predicted.label)
    said = {label, *map(fold_for_scoring, predicted.aliases)} - {""}
    described = {fold_for_scoring(m) for m in gold.mentions}
    if gold.names:
        names = {fold_for_scoring(n) for n in gold.names}
        if names & said:
            return True
        if gold.type == "Person" == predicted.type:
            return any(_part_of(n, s) for n in names for s in said)
        return label in described
    surfaces = {fold_for_scoring(m.surface) for m in predicted.mentions if m.article == article}
    return bool(described & (said | surfaces))


def _part_of(one: str, other: str) -> bool:
    a, b = set(one.split()), set(other.split())
    return a <= b or b <= a


def first_number(text: str) -> float | None:
    """Return the first number of a text, in French or English notation ("1 200,5", "1,200.5")."""
    found = _NUMBER.search(text)
    if not found:
        return None
    digits = re.sub(r"\s", "", found.group()).rstrip(".,")
    if _THOUSANDS.fullmatch(digits):
        digits = re.sub(r"[.,]", "", digits)
    try:
        return float(digits.replace(",", "."))
    except ValueError:
        return None


def same_literal(gold: GoldValue, said: str, *, as_type: str | None = None) -> bool:
    """Whether a predicted value means the gold one: a date may be more or less precise, words may differ by half."""
    kind = as_type or gold.type
    if kind == "date":
        return bool(said) and (
            said.startswith(gold.value) or (gold.value.startswith(said) and len(said) >= len("2019"))
        )
    if kind in ("number", "money"):
        a, b = first_number(gold.value), first_number(said)
        return a is not None and b is not None and abs(a - b) <= _SAME_NUMBER * max(1.0, abs(a))
    wanted, found = fold_for_scoring(gold.value).split(), fold_for_scoring(said).split()
    common = sum((Counter(wanted) & Counter(found)).values())
    return bool(common) and 2 * common / (len(wanted) + len(found)) >= _SAME_WORDS
