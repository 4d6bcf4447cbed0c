"""Words that somebody says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Region:
    """Words that somebody says. `speaker` is a reference index, None where the text does not tell."""

    words: frozenset[int]
    speaker: int | None
    direct: bool
    verb: int | None = None  # the word of speech, where a clause hangs on it
    things: frozenset[int] = frozenset()  # what is spoken about, where that is no clause ("évoque son respect")
