"""Makes a pattern with thousands of equal character classes compile in a fraction of the time."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def charsets_remembered() -> Iterator[None]:
    """Optimise each character class once while the block runs.

    spaCy's French tokenizer compiles a pattern that holds the class of all letters some two thousand times, and Python
    works out the same class each time: half of the time that the French model takes to load. The step is a pure
    function, so its answers can be kept. It is private to Python's compiler: where it is not found, nothing changes.
    """
    compiler = getattr(re, "_compiler", None)
    optimise = getattr(compiler, "_optimize_charset", None)
    if optimise is None:
        yield
        return
    known: dict[tuple[str, Any, Any, int], tuple[list[Any], Any]] = {}

    def remembered(charset: Any, iscased: Any = None, fixup: Any = None, fixes: Any = None) -> tuple[list[Any], Any]:
        key = (repr(charset), iscased, fixup, id(fixes))
        if key not in known:
            known[key] = optimise(charset, iscased, fixup, fixes)
        found, has_case = known[key]
        return list(found), has_case

    setattr(compiler, "_optimize_charset", remembered)  # noqa: B010 a name that type checkers do not know
    try:
        yield
    finally:
        setattr(compiler, "_optimize_charset", optimise)  # noqa: B010
