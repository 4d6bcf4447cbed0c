"""Triples as three words of N-Triples: what is written by the hundred thousand needs no object a term."""

import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import islice
from typing import IO, Final, TypeAlias, cast

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse, serialize

Words: TypeAlias = tuple[str, str, str]  # subject, predicate, object: ("<http://…>", "<http://…>", '"…"@fr')

_ESCAPED = re.compile(r'[\x00-\x1f"\\\x7f\ufffe\uffff]')
_LINES: Final = 2000  # given to the store at a time


def literal(text: str) -> str:
    """Return a plain literal, exactly as the engine writes it."""
    return str(Literal(text)) if _ESCAPED.search(text) else f'"{text}"'


def typed(text: str, datatype: NamedNode) -> str:
    """Return a literal of a datatype."""
    return f"{literal(text)}^^{datatype}"


def text_of(term: str) -> str:
    """Return the text of a literal."""
    if "\\" not in term:
        return term[1 : term.rindex('"')]
    (quad,) = parse(input=f"<x:> <x:> {term} .", format=RdfFormat.N_TRIPLES)
    return str(getattr(quad.object, "value", ""))


def to_words(quads: Iterable[Quad]) -> list[Words]:
    """Return the triples of quads, whichever graph they lie in."""
    lines = (serialize((quad.triple for quad in quads), format=RdfFormat.N_TRIPLES) or b"").decode().split("\n")
    return [split(line[:-2]) for line in lines if line]


def split(triple: str) -> Words:
    """Return the words of a triple that the engine wrote, without its full stop."""
    # Only an object may hold spaces.
    subject, predicate, term = triple.split(" ", 2)
    return subject, predicate, term


def to_quads(triples: Iterable[Words]) -> Iterator[Quad]:
    """Yield the triples as quads of the default graph."""
    yield from parse(input=as_file(triples), format=RdfFormat.N_TRIPLES)


def as_file(triples: Iterable[Words]) -> IO[bytes]:
    """Return the triples as a file of N-Triples to read, so that the text of a large graph is never there at once."""
    return cast("IO[bytes]", _Reader(triples))  # the engine asks for nothing but `read`


class _Reader:
    def __init__(self, triples: Iterable[Words]) -> None:
        self._triples, self._rest = iter(triples), BytesIO()

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes, `size` of them at most; none at the end."""
        found = self._rest.read(size)
        if not found:
            lines = [f"{s} {p} {o} .\n" for s, p, o in islice(self._triples, _LINES)]
            self._rest = BytesIO("".join(lines).encode())
            found = self._rest.read(size)
        return found
