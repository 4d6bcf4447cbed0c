"""The store on disk: written beside, then swapped, so that a reader always finds one whole graph.

FOLDER/store.json      {"format": 1, "current": "graph-3"}   replaced in one step: the moment of the swap
FOLDER/graph-3/        rdf/, the store that readers open, and search.sqlite, the full-text index of the same graph
FOLDER/graph-2/        the one before, kept for readers that still have it open
FOLDER/writer.lock     held while somebody writes
"""

import json
import os
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from pyoxigraph import Quad, RdfFormat, Store

from kg.errors import StoreError
from kg.graph.derive import derive
from kg.graph.encode import FORMAT_VERSION, encode, encode_words
from kg.graph.iris import DEFAULT_BASE
from kg.graph.lock import exclusive_lock
from kg.graph.search import INDEX_NAME, Index
from kg.graph.triples import Words, as_file
from kg.model import Graph

_POINTER: Final = "store.json"
_PREFIX: Final = "graph-"
_BUILD_AGAIN: Final = "Build it with: kg build ARTICLES -o OUTPUT"


def create_store(folder: Path, graph: Graph, *, base: str = DEFAULT_BASE, derived: bool = False) -> None:
    """Make the store of the folder hold this graph and nothing else.

    Whatever stops it (Ctrl-C, kill, full disk), the store that was there stays whole and readable.

    Args:
        derived: Write also what follows by rules, in a named graph of its own.

    Raises:
        StoreError: somebody else is writing there, or the disk refuses.
    """
    follows = derive(encode(graph, base=base), base=base) if derived else ()
    create_store_of_words(folder, encode_words(graph, base=base), follows)


def create_store_of_words(folder: Path, read: Iterable[Words], follows: Iterable[Quad] = ()) -> None:
    """Do what `create_store` does with triples that are encoded already.

    Args:
        read: The triples of the default graph.
        follows: Quads of named graphs.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with exclusive_lock(folder / "writer.lock", where=str(folder)):
            _write_beside_and_swap(folder, read, follows)
    except OSError as error:
        raise StoreError(
            f"cannot be written: {_reason(error)}",
            where=str(folder),
            remedy="The graph that was there is untouched. Make room or check the permissions, then try again.",
        ) from error


def adopt_store(folder: Path, drafted: Path) -> None:
    """Make a store that was written in another folder of the same disk the current one of this folder.

    A process that is killed in between may be followed by another that does the same.

    Raises:
        OSError: a file cannot be moved.
    """
    folder.mkdir(parents=True, exist_ok=True)
    before, current = _generations(folder), _current_or_none(folder)
    source = drafted / _read_pointer(drafted)
    if source.is_dir():
        fresh = f"{_PREFIX}{_number(before[-1]) + 1 if before else 1}"
        source.rename(folder / fresh)
    else:
        fresh = before[-1]  # moved already
    _point_to(folder, fresh)
    for old in before:
        if old not in (current, fresh):
            shutil.rmtree(folder / old, ignore_errors=True)


def open_store(folder: Path) -> Store:
    """Open the store read-only: a snapshot that later writes do not change.

    Raises:
        StoreError: there is none, it is damaged, or another version of kg wrote it.
    """
    current = current_folder(folder)
    try:
        return Store.read_only(str(current / "rdf"))
    except OSError as error:
        if current_folder(folder) != current:  # a writer has swapped in between
            return open_store(folder)
        raise StoreError(f"cannot be opened: {_reason(error)}", where=str(folder), remedy=f"{_BUILD_AGAIN}.") from error


def current_folder(folder: Path) -> Path:
    """Return where the current graph of a store lies; another path tells that it was written anew.

    Raises:
        StoreError: there is none, or another version of kg wrote it.
    """
    return folder / _read_pointer(folder)


def _write_beside_and_swap(folder: Path, read: Iterable[Words], follows: Iterable[Quad]) -> None:
    before, current = _generations(folder), _current_or_none(folder)
    fresh = folder / f"{_PREFIX}{_number(before[-1]) + 1 if before else 1}"
    try:
        fresh.mkdir()
        store, index = Store(str(fresh / "rdf")), Index()
        # Lenient, since every word was made by `encode_words`: none needs to be judged again.
        store.bulk_load(input=as_file(index.watch(read)), format=RdfFormat.N_TRIPLES, lenient=True)
        store.bulk_extend(follows)
        store.flush()
        index.write(fresh / INDEX_NAME)
        del store  # closes it: the last files are written
        _point_to(folder, fresh.name)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    for old in before:
        if old != current:
            shutil.rmtree(folder / old, ignore_errors=True)


def _point_to(folder: Path, name: str) -> None:
    draft = folder / (_POINTER + ".new")
    with draft.open("w", encoding="utf-8") as file:
        json.dump({"format": FORMAT_VERSION, "current": name}, file)
        file.write("\n")
        file.flush()
        os.fsync(file.fileno())
    draft.replace(folder / _POINTER)


def _read_pointer(folder: Path) -> str:
    try:
        pointer = json.loads((folder / _POINTER).read_text(encoding="utf-8"))
        version, current = pointer["format"], pointer["current"]
    except FileNotFoundError as error:
        raise StoreError("holds no graph", where=str(folder), remedy=f"{_BUILD_AGAIN}.") from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(
            f"has a {_POINTER} that cannot be read", where=str(folder), remedy=f"{_BUILD_AGAIN}."
        ) from error
    if version != FORMAT_VERSION:
        raise StoreError(
            f"is in format {version!r}; this kg reads format {FORMAT_VERSION}",
            where=str(folder),
            remedy="Use the version of kg that wrote it, or build it again from the articles.",
        )
    return str(current)


def _current_or_none(folder: Path) -> str | None:
    try:
        return _read_pointer(folder)
    except StoreError:  # nothing worth keeping: it is being built anew
        return None


def _generations(folder: Path) -> list[str]:
    found = (p.name for p in folder.glob(f"{_PREFIX}*") if p.name.removeprefix(_PREFIX).isdigit())
    return sorted(found, key=_number)


def _number(name: str) -> int:
    return int(name.removeprefix(_PREFIX))


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).rstrip(".")
