"""Full-text search over names and sentences: an SQLite index written with the store, so that they never disagree."""

import re
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kg.errors import QueryError, StoreError
from kg.graph import vocabulary as v
from kg.graph.triples import Words, text_of

INDEX_NAME: Final = "search.sqlite"
ENTITY: Final = "entity"
SENTENCE: Final = "sentence"

_KINDS: Final = (ENTITY, SENTENCE)
_TYPE, _SENTENCE, _ANCHOR, _PREF_LABEL = map(str, (v.TYPE, v.SENTENCE, v.ANCHOR, v.PREF_LABEL))
_NAMES: Final = {str(v.LABEL), str(v.PREF_LABEL), str(v.ALT_LABEL)}
_SCHEMA: Final = "".join(
    f"CREATE VIRTUAL TABLE {kind} USING fts5("
    "text, iri UNINDEXED, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');"
    for kind in _KINDS
)
# Words that stand in thousands of sentences tell nothing: only the first matches are ranked, by bm25.
_RANKED: Final = 5000
_SEARCH: Final = """
SELECT iri, text FROM (SELECT iri, text, rank AS r FROM {kind} WHERE {kind} MATCH ? LIMIT ?)
ORDER BY r, length(text), text, iri LIMIT ?
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Something whose words match."""

    kind: str  # ENTITY or SENTENCE
    iri: str
    text: str  # the name that matched, or the sentence


class Index:
    """What is to be found, gathered while the triples go by on their way into the store."""

    def __init__(self) -> None:
        self._names: set[tuple[str, str]] = set()  # (literal, subject)
        self._preferred: set[str] = set()  # subjects that have a preferred name
        self._anchors: list[tuple[str, str]] = []
        self._sentences: set[str] = set()

    def watch(self, triples: Iterable[Words]) -> Iterator[Words]:
        """Yield the triples as they are."""
        for words in triples:
            subject, predicate, term = words
            if predicate == _ANCHOR:
                self._anchors.append((term, subject))
            elif predicate in _NAMES:
                self._names.add((term, subject))
                if predicate == _PREF_LABEL:
                    self._preferred.add(subject)
            elif predicate == _TYPE and term == _SENTENCE:
                self._sentences.add(subject)
            yield words

    def write(self, path: Path) -> None:
        """Write names of everything that has a preferred one, and sentences, to a new file.

        Raises:
            StoreError: the disk refuses.
        """
        names = (pair for pair in self._names if pair[1] in self._preferred)
        sentences = (pair for pair in self._anchors if pair[1] in self._sentences)
        connection = sqlite3.connect(path)
        try:
            connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _SCHEMA)
            for kind, pairs in ((ENTITY, names), (SENTENCE, sentences)):
                rows = sorted({(text_of(term), subject[1:-1]) for term, subject in pairs})
                connection.executemany(f"INSERT INTO {kind} (text, iri) VALUES (?, ?)", rows)
                connection.execute(f"INSERT INTO {kind} ({kind}) VALUES ('optimize')")
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
    hits: list[Hit] = []
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
        try:
            for wanted in [kind] if kind in _KINDS else _KINDS:
                hits += _find(connection, wanted, match, limit - len(hits))
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise StoreError(
            f"the search index cannot be read: {error}", where=str(path), remedy="Build again: kg build ARTICLES"
        ) from error
    return hits


def _find(connection: sqlite3.Connection, kind: str, match: str, limit: int) -> list[Hit]:
    rows = connection.execute(_SEARCH.format(kind=kind), (match, _RANKED, limit * 4)).fetchall()
    best: dict[str, str] = {}  # one entity may match by several of its names
    for iri, text in rows:
        best.setdefault(iri, text)
    return [Hit(kind=kind, iri=iri, text=text) for iri, text in best.items()][:limit]
