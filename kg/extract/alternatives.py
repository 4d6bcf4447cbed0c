"""Makes a pattern of hundreds of alternatives that end alike compile in a fraction of the time."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_BETWEEN = ")|(?:"
_LETTER = r"[^\\()\[\]|]"
_CLASS = r"\[(?:[^\\\]^]|\\.)+\]"
_LARGE_CLASS = r"\[(?:[^\\\]^]|\\.){100,}\]"
_GROUP = rf"\((?:{_LETTER}|{_CLASS}|\|)*\)"
_ALTERNATIVES = re.compile(r"(\(\?[a-z]+\))?\(\?:(.*)\)", re.DOTALL)
_ALTERNATIVE = re.compile(rf"(\^(?:{_LETTER}|{_CLASS}|{_GROUP})*?)((?:{_LARGE_CLASS}[+*]?)+\$)")


@contextmanager
def endings_shared() -> Iterator[None]:
    """Compile what alternatives of a pattern have in common once while the block runs.

    spaCy's French tokenizer compiles a pattern that holds the class of all letters some five hundred times, in only
    four endings: nine tenths of the time that the pattern takes.
    """
    plain = re.compile

    def compile_(pattern: Any, flags: Any = 0) -> re.Pattern[Any]:
        return plain(share_endings(pattern) if isinstance(pattern, str) else pattern, flags)

    setattr(re, "compile", compile_)  # noqa: B010 a function that type checkers would not let us replace
    try:
        yield
    finally:
        setattr(re, "compile", plain)  # noqa: B010


def share_endings(pattern: str) -> str:
    """Return a pattern that matches the same words: "(?:^a[…]+$)|(?:^b[…]+$)" is "(?:(?:^a|^b)[…]+$)".

    Each alternative stands for a whole word, so that their order tells nothing. What is not made of such alternatives,
    or not plainly so, is returned as it is.
    """
    whole = _ALTERNATIVES.fullmatch(pattern)
    if whole is None or _BETWEEN not in pattern:
        return pattern
    starts: dict[str, list[str]] = {}  # by ending
    for each in whole[2].split(_BETWEEN):
        found = _ALTERNATIVE.fullmatch(each)
        if found is None:
            return pattern
        starts.setdefault(found[2], []).append(found[1])
    return (whole[1] or "") + "|".join(f"(?:(?:{'|'.join(row)}){ending})" for ending, row in starts.items())
