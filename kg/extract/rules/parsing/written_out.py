"""Amounts as newspapers shorten them ("£230m", "$4.2bn") are shown to the parser in full: it takes "m" for a noun."""

import re
from functools import cache

from kg.extract.rules.parsing.text import Shadow, splice
from kg.lang import LanguagePack, load_pack


def write_out(shadow: Shadow, pack: LanguagePack) -> Shadow:
    """Return the shadow with "million" for the "m" behind an amount; offsets still lead to the article."""
    units = pack.patterns["numbers"].get("written_out", {})
    found = list(_shortened(pack.code).finditer(shadow.text)) if units else []
    if not found:
        return shadow
    return splice(shadow, (_in_full(*match.span("unit"), units[match["unit"]]) for match in found))


def _in_full(start: int, end: int, full: str) -> tuple[int, int, str, tuple[int, ...]]:
    """Return the edit that writes a unit out behind a space: all but its first letter is new."""
    last = end - 1 if end - start > 1 else start + 1
    return start, end, f" {full}", (start, start, *([start + 1] * (len(full) - 2)), last)


def as_written(text: str, origin: tuple[int, ...] | None, start: int, end: int) -> str:
    """Return the characters of a shadow from `start` to `end` that the article has as well.

    Where the shadow joins two groups of a figure ("3340"), they are parted as in the article ("3 340").
    """
    if origin is None or origin[start : end + 1] == tuple(range(origin[start], origin[start] + end - start + 1)):
        return text[start:end]
    return "".join(
        text[i] + " " * (i + 1 < end and _is_gap(text, origin, i))
        for i in range(start, end)
        if origin[i] < origin[i + 1]
    )


def _is_gap(text: str, origin: tuple[int, ...], i: int) -> bool:
    """Whether something that the shadow left out stands between two digits."""
    return origin[i + 1] - origin[i] > 1 and text[i : i + 2].isdigit()


@cache
def _shortened(code: str) -> re.Pattern[str]:
    """ "£230m", "$4.2bn", "18m Swiss francs", "sales of 14m"; without a currency "5m" may be metres."""
    numbers = load_pack(code).patterns["numbers"]
    signs = "".join(sorted({re.escape(symbol[-1]) for symbol in numbers["symbols"]}))
    counted = "|".join(sorted(map(re.escape, {*numbers["currencies"], *numbers["counted"]}), key=len, reverse=True))
    units = sorted(numbers["written_out"], key=len, reverse=True)
    short = "|".join(u for u in units if len(u) == 1)
    long = "|".join(u for u in units if len(u) > 1)
    figure = r"\d+(?:[.,]\d+)*"
    signed, bare = rf"(?<=[{signs}])", r"(?<![\w.,])"
    counting = rf"(?=(?:{long})\b|(?:{short})\s(?:\w+\s)?(?:{counted})\b)"
    sums = "|".join(map(re.escape, numbers.get("before_sums", ["="])))
    told = rf"\b(?:{sums})\s(?:\w+\s)?{figure}"  # "on sales of 14m", behind another sum
    return re.compile(rf"(?:{signed}{figure}|{bare}{figure}{counting}|{told})(?P<unit>{short}|{long})\b")
