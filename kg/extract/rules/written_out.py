"""Amounts as newspapers shorten them ("£230m", "$4.2bn") are shown to the parser in full: it takes "m" for a noun."""

import re
from functools import cache

from kg.extract.rules.text import Shadow
from kg.lang import LanguagePack, load_pack


def write_out(shadow: Shadow, pack: LanguagePack) -> Shadow:
    """Return the shadow with "million" for the "m" behind an amount; offsets still lead to the article."""
    units = pack.patterns["numbers"].get("written_out", {})
    found = list(_shortened(pack.code).finditer(shadow.text)) if units else []
    if not found:
        return shadow
    text = shadow.text
    places = range(len(text) + 1) if shadow.origin is None else shadow.origin
    pieces: list[str] = []
    origin: list[int] = []
    start = 0
    for match in found:
        at, end = match.span("unit")
        full = units[match["unit"]]
        pieces += (text[start:at], " ", full)
        origin += places[start:at]
        origin += (places[at], places[at], *([places[at + 1]] * (len(full) - 1)))  # all but the first letter are new
        if end - at > 1:
            origin[-1] = places[end - 1]
        start = end
    return Shadow("".join([*pieces, text[start:]]), (*origin, *places[start:]))


def as_written(text: str, origin: tuple[int, ...] | None, start: int, end: int) -> str:
    """Return the characters of a shadow from `start` to `end` that the article has as well."""
    if origin is None:
        return text[start:end]
    return "".join(text[i] for i in range(start, end) if origin[i] < origin[i + 1])


@cache
def _shortened(code: str) -> re.Pattern[str]:
    """ "£230m", "$4.2bn", "18m Swiss francs"; without a currency "5m" may be metres."""
    numbers = load_pack(code).patterns["numbers"]
    signs = "".join(sorted({re.escape(symbol[-1]) for symbol in numbers["symbols"]}))
    counted = "|".join(sorted(map(re.escape, {*numbers["currencies"], *numbers["counted"]}), key=len, reverse=True))
    units = sorted(numbers["written_out"], key=len, reverse=True)
    short = "|".join(u for u in units if len(u) == 1)
    long = "|".join(u for u in units if len(u) > 1)
    figure = r"\d+(?:[.,]\d+)*"
    signed, bare = rf"(?<=[{signs}])", r"(?<![\w.,])"
    counting = rf"(?=(?:{long})\b|(?:{short})\s(?:\w+\s)?(?:{counted})\b)"
    return re.compile(rf"(?:{signed}{figure}|{bare}{figure}{counting})(?P<unit>{short}|{long})\b")
