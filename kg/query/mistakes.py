"""A text that is no SPARQL: where it goes wrong and what to do, in one line."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from pyoxigraph import Store

from kg.errors import QueryError
from kg.query.guard import TOKEN

# The parser tells the farthest place that it looked at, and it looks as far as its longest keyword reaches:
# with so many spaces between words that is never the next word.
_PADDING: Final = " " * len("ENCODE_FOR_URI")
_TOLD: Final = re.compile(r"error at (\d+):(\d+): expected (?:one of )?(.*)", re.DOTALL)
_SENTENCE: Final = re.compile(r"(?:^|, )([A-Z][\w*?]* (?:[\w*?]+ )+[\w*?]+)(?=, |$)")  # among classes of characters
_SIGN: Final = re.compile(r'"([^"]+)"')
_DECLARED: Final = re.compile(r"\bPREFIX\s+([\w.-]*):", re.IGNORECASE)
_SHOWN: Final = 40  # characters of a word
_PLAIN: Final = {  # what the parser says, and what to do
    "IRI parsing failed": ("it is no whole IRI", "Write it like <http://example.org/x>."),
    "The SELECT contains a variable that is unbound": (
        "SELECT names a variable that is neither grouped by nor counted",
        "Add it to GROUP BY, or leave it out.",
    ),
    "SELECT * is not authorized with GROUP BY": ("SELECT * does not go with GROUP BY", "Name the variables."),
}
_LOOK: Final = "Look at it, and at what stands before it."


def syntax_error(text: str, prefixes: Mapping[str, str]) -> QueryError:
    """Return what is wrong with a text that the parser refuses.

    Args:
        prefixes: What need not be declared.
    """
    known = {*prefixes, *_DECLARED.findall(text), "_"}
    for place, prefix in _used_prefixes(text):
        if prefix not in known and text[:place].endswith("<"):
            return _at(text, place - 1, "the IRI that begins here has no end", "Close it with >")
        if prefix not in known:
            remedy = f"Write PREFIX {prefix}: <IRI> before the query, or use one of {', '.join(sorted(prefixes))}."
            return _at(text, place, f"the prefix {prefix}: is not declared", remedy)
    for token in TOKEN.finditer(text):
        if token[0] in ("'", '"'):
            return _at(text, token.start(), "the string that begins here has no end", f"Close it with {token[0]}")
    return _what_the_parser_says(text, prefixes)


def _used_prefixes(text: str) -> Iterator[tuple[int, str]]:
    for token in TOKEN.finditer(text):
        if token["prefixed"]:
            name = token[0].lstrip("-.")  # a minus may stand before it
            yield token.end() - len(name), name.partition(":")[0]


def _what_the_parser_says(text: str, prefixes: Mapping[str, str]) -> QueryError:
    told = _TOLD.match(_refusal(_padded(text), prefixes))
    if not told:
        return QueryError("is not SPARQL", remedy="Look at its brackets and stops.")
    place = _place(text, int(told[1]), int(told[2]))
    word = text[place:].split(maxsplit=1)[:1]
    if sentence := _SENTENCE.search(told[3]):
        return _at(text, place, *_PLAIN.get(sentence[1], (sentence[1], _LOOK)))
    if not word:
        return _at(text, place, "it ends too early", "Look for a bracket that is not closed.")
    shown = word[0] if len(word[0]) <= _SHOWN else word[0][: _SHOWN - 1] + "…"
    wanted = f" before {sign[1]}" if (sign := _SIGN.fullmatch(told[3])) else ""
    return _at(text, place, f"{shown} cannot stand here{wanted}", _LOOK)


def _refusal(text: str, prefixes: Mapping[str, str]) -> str:
    try:
        Store().query(text, prefixes=dict(prefixes))
    except SyntaxError as error:
        return str(error)
    return ""


def _padded(text: str) -> str:
    pieces = (token[0] + _PADDING if token[0].isspace() else token[0] for token in TOKEN.finditer(text))
    return "".join([*pieces, _PADDING])


def _place(text: str, line: int, column: int) -> int:
    """Return where the word begins that a line and a column of the padded text are in."""
    padded = _padded(text)
    told = sum(len(each) for each in padded.split("\n")[: line - 1]) + line - 1 + column - 1
    if told >= len(padded):
        return len(text.rstrip())
    passed, place, between = 0, 0, True
    for token in TOKEN.finditer(text):
        if between and not token[0].isspace():
            if passed > told:
                break
            place = token.start()
        between = token[0].isspace()
        passed += len(token[0]) + len(_PADDING) * between
    return place


def _at(text: str, place: int, problem: str, remedy: str) -> QueryError:
    line, column = text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place)
    return QueryError(f"is not SPARQL: {problem}", where=f"line {line}, column {column}", remedy=remedy)
