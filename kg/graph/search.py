"""Full-text search over names and sentences: an SQLite index written with the store, so that they never disagree."""

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pyoxigraph import DefaultGraph, Literal, NamedNode, Store

from kg.errors import QueryError, StoreError
from kg.graph import vocabulary as v

INDEX_NAME: Final = "search.sqlite"
ENTITY: Final = "entity"
SENTENCE: Final = "sentence"

_SCHEMA: Final = """
CREATE VIRTUAL TABLE words USING fts5(
  text, kind UNINDEXED, iri UNINDEXED, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
)
"""
# A word at its beginning counts more than nothing; an entity before a sentence, then by bm25, then by name.
_SEARCH: Final = """
SELECT kind, iri, text FROM words WHERE words MATCH ? AND (? IS NULL OR kind = ?)
ORDER BY kind = 'sentence', rank, length(text), text, iri LIMIT ?
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Something whose words match."""

    kind: str  # ENTITY or SENTENCE
    iri: str
    text: str  # the name that matched, or the sentence


def write_index(path: Path, store: Store) -> None:
    """Write the index of a store to a new file."""
    connection = sqlite3.connect(path)
    try:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _SCHEMA)
        connection.executemany("INSERT INTO words (text, kind, iri) VALUES (?, ?, ?)", _rows(store))
        connection.execute("INSERT INTO words (words) VALUES ('optimize')")
        connection.commit()
    except sqlite3.Error as error:
        raise StoreError(
            f"the search index cannot be written: {error}", where=str(path), remedy="Make room, then try again."
        ) from error
    finally:
        connection.close()


def find_text(path: Path, words: str, *, kind: str | None = None, limit: int = 20) -> list[Hit]:
    """Return what matches all the words, the last one also as a beginning; accents and capitals do not count.

    Args:
        path: The index: `current_folder(folder) / INDEX_NAME`.
        kind: ENTITY or SENTENCE; None: both, entities first.

    Raises:
        QueryError: there is no word to look for.
        StoreError: the index cannot be read.
    """
    tokens = re.findall(r"\w+", words)
    if not tokens:
        raise QueryError(f"{words!r} holds no word", remedy="Give a name, or words of a sentence.")
    match = " ".join(f'"{token}"' for token in tokens) + "*"
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
        try:
            rows = connection.execute(_SEARCH, (match, kind, kind, limit * 4)).fetchall()
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise StoreError(
            f"the search index cannot be read: {error}", where=str(path), remedy="Build again: kg build"
        ) from error
    # One entity may match by several of its names.
    hits = {(kind_, iri): Hit(kind=kind_, iri=iri, text=text) for kind_, iri, text in reversed(rows)}
    return list(reversed(hits.values()))[:limit]


def _rows(store: Store) -> Iterator[tuple[str, str, str]]:
    """Yield text, kind and IRI, sorted, so that the same graph is the same index."""
    rows: set[tuple[str, str, str]] = set()
    for predicate in (v.LABEL, v.PREF_LABEL, v.ALT_LABEL):
        for quad in store.quads_for_pattern(None, predicate, None, DefaultGraph()):
            if isinstance(quad.object, Literal) and isinstance(quad.subject, NamedNode):
                rows.add((quad.object.value, ENTITY, quad.subject.value))
    for quad in store.quads_for_pattern(None, v.TYPE, v.SENTENCE, DefaultGraph()):
        for anchor in store.quads_for_pattern(quad.subject, v.ANCHOR, None, DefaultGraph()):
            if isinstance(anchor.object, Literal) and isinstance(quad.subject, NamedNode):
                rows.add((anchor.object.value, SENTENCE, quad.subject.value))
    runs = {
        q.subject.value for q in store.quads_for_pattern(None, v.TYPE, v.RUN, None) if isinstance(q.subject, NamedNode)
    }
    yield from sorted(row for row in rows if row[2] not in runs)
