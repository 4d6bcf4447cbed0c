"""Values ↔ RDF literals, such that every engine can compare them and the words of the record come back unchanged."""

import calendar
import re
from decimal import Decimal
from functools import lru_cache
from typing import Final

from pyoxigraph import Literal

from kg.graph import vocabulary as v
from kg.graph.triples import literal, typed
from kg.model import Datatype, Value

_INTEGER = re.compile(r"0|-?[1-9]\d{0,17}")
# Engines keep the value of a decimal, not how it was written; so only the one canonical writing is typed.
_DECIMAL = re.compile(r"-?(0|[1-9]\d{0,14})\.\d{0,14}[1-9]")
_YEAR = re.compile(r"[1-9]\d{3}")
_YEAR_MONTH = re.compile(r"[1-9]\d{3}-(0[1-9]|1[0-2])")
_DAY = re.compile(r"([1-9]\d{3})-(0[1-9]|1[0-2])-(\d\d)")

_DATATYPE_BY_IRI: Final = {
    v.XSD_INTEGER.value: Datatype.NUMBER,
    v.XSD_DECIMAL.value: Datatype.NUMBER,
    v.NUMBER_AS_WRITTEN.value: Datatype.NUMBER,
    v.XSD_YEAR.value: Datatype.DATE,
    v.XSD_YEAR_MONTH.value: Datatype.DATE,
    v.XSD_DATE.value: Datatype.DATE,
    v.DATE_AS_WRITTEN.value: Datatype.DATE,
    v.MONEY.value: Datatype.MONEY,
}


def to_literal(value: Value) -> str:
    """Return the literal of a value, as N-Triples writes it."""
    match value.datatype:
        case Datatype.DATE:
            return date_literal(value.text)
        case Datatype.NUMBER:
            return _number_literal(value.text)
        case Datatype.MONEY:
            return typed(value.text, v.MONEY)
        case Datatype.STRING:
            return literal(value.text)


def to_value(term: Literal) -> Value:
    """Return the value of a literal; one of a datatype that we do not write counts as words."""
    return Value(text=term.value, datatype=_DATATYPE_BY_IRI.get(term.datatype.value, Datatype.STRING))


def date_literal(text: str) -> str:
    """Return the date typed by its precision; what is no date of the calendar is kept as written."""
    if _YEAR.fullmatch(text):
        return typed(text, v.XSD_YEAR)
    if _YEAR_MONTH.fullmatch(text):
        return typed(text, v.XSD_YEAR_MONTH)
    day = _DAY.fullmatch(text)
    if day and 1 <= int(day[3]) <= calendar.monthrange(int(day[1]), int(day[2]))[1]:
        return typed(text, v.XSD_DATE)
    return typed(text, v.DATE_AS_WRITTEN)


@lru_cache(maxsize=4096)
def decimal_literal(number: float) -> str:
    """Return the number without exponent, as xsd:decimal wants it; `float` reads the same number back."""
    text = format(Decimal(repr(number)), "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return typed(text, v.XSD_DECIMAL)


def _number_literal(text: str) -> str:
    if _INTEGER.fullmatch(text):
        return typed(text, v.XSD_INTEGER)
    if _DECIMAL.fullmatch(text):
        return typed(text, v.XSD_DECIMAL)
    return typed(text, v.NUMBER_AS_WRITTEN)
