"""The output folder: one writer at a time, and everything new appears at once or not at all.

Its own files lie in `.kg`:

    settings.json  how it was built
    lock           held while somebody writes
    work/          documents read by a run that has not finished; the next run uses them
    next/          what is being written
    ready/         complete, being moved to its place: renaming next to ready is the moment of truth
    old/           what was replaced, being deleted

A run may be killed at any point: whoever opens the folder next finishes the move, or throws away what was incomplete.
"""

import contextlib
import json
import os
import shutil
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.errors import StoreError
from kg.graph.lock import exclusive_lock
from kg.graph.store import adopt_store

STORE, TURTLE, JSONL, PAGE = "store", "graph.ttl", "graph.jsonl", "graph.html"
DOCUMENTS, IMPORTS = "documents", "imports"
RESULTS = (STORE, TURTLE, JSONL, PAGE)
STATE, SETTINGS = "state", "settings.json"
_GONE = "gone.json"
_PATIENCE = 10.0  # seconds that a reader waits for a writer that is moving its results


@dataclass(frozen=True, slots=True)
class Output:
    """An output folder and the places in it."""

    folder: Path

    @property
    def hidden(self) -> Path:
        """The folder of what is none of the user's business."""
        return self.folder / ".kg"

    @property
    def work(self) -> Path:
        """Documents that the present run has read."""
        return self.hidden / "work"

    @property
    def next(self) -> Path:
        """What will replace the present results."""
        return self.hidden / "next"

    @property
    def ready(self) -> Path:
        """What is replacing the present results."""
        return self.hidden / "ready"

    @property
    def documents(self) -> Path:
        """One file for each article."""
        return self.folder / DOCUMENTS

    @property
    def imports(self) -> Path:
        """Graphs that came from elsewhere, one file each."""
        return self.folder / IMPORTS

    @contextlib.contextmanager
    def writing(self) -> Iterator[str]:
        """Hold the folder as its only writer, with the leavings of a killed run put in order.

        Yield what became of them, in words; nothing if there were none.

        Raises:
            StoreError: another process writes it, or it cannot be written.
        """
        self._make()
        with exclusive_lock(self.hidden / "lock", where=str(self.folder)):
            became = self._what_becomes_of_leavings()
            self._finish_move()
            _throw_away(self.next, keep=self.work)
            shutil.rmtree(self.hidden / "old", ignore_errors=True)
            self.work.mkdir(exist_ok=True)
            yield became

    def commit(self, gone: Iterable[str]) -> None:
        """Put everything in `next` in its place and delete the files of the folder that are gone."""
        (self.next / _GONE).write_text(json.dumps(sorted(gone)), "utf-8")
        _flush(self.next)
        self.next.rename(self.ready)
        self._finish_move()
        shutil.rmtree(self.work, ignore_errors=True)

    def settle(self) -> None:
        """Wait until no results are on the move; finish the move if its process was killed.

        Raises:
            StoreError: another process has been moving them for too long.
        """
        waited = 0.0
        while self.ready.exists():
            try:
                with self.writing():
                    return
            except StoreError:
                if waited > _PATIENCE:
                    raise
                time.sleep(0.05)
                waited += 0.05

    def is_complete(self, state: str) -> bool:
        """Whether every result is there, made from this state."""
        file = self.hidden / STATE
        return file.exists() and file.read_text("utf-8") == state and all((self.folder / n).exists() for n in RESULTS)

    def _make(self) -> None:
        fresh = not self.hidden.is_dir()
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            foreign = [name for name in (*RESULTS, DOCUMENTS) if fresh and (self.folder / name).exists()]
            if foreign:
                raise StoreError(
                    f"holds {foreign[0]!r}, which kg did not write",
                    where=str(self.folder),
                    remedy="Choose another folder with -o.",
                )
            self.hidden.mkdir(exist_ok=True)
        except OSError as error:
            raise unwritable(self.folder, error) from error

    def _what_becomes_of_leavings(self) -> str:
        if self.ready.is_dir():
            return "its results were complete and are in place now"
        if self.next.is_dir():
            return "the results that it was writing were thrown away, what it had read is kept"
        if any(_files(self.work)):
            return "what it had read is kept, but for the article that it was reading"
        return ""

    def _finish_move(self) -> None:
        if not self.ready.is_dir():
            return
        old = self.hidden / "old"
        shutil.rmtree(old, ignore_errors=True)
        old.mkdir()
        if (self.ready / STORE).exists():
            adopt_store(self.folder / STORE, self.ready / STORE)
        for name in (TURTLE, JSONL, PAGE, SETTINGS, STATE):
            new, place = self.ready / name, (self.hidden if name in (SETTINGS, STATE) else self.folder) / name
            if new.exists():
                if place.exists():
                    place.rename(old / name)
                new.rename(place)
        self._move_documents()
        # In one step, or a run killed while it deletes would leave half of what seems complete.
        self.ready.rename(old / "done")
        shutil.rmtree(old)

    def _move_documents(self) -> None:
        self.documents.mkdir(exist_ok=True)
        for file in _files(self.ready / DOCUMENTS):
            file.replace(self.documents / file.name)
        gone = self.ready / _GONE
        if gone.exists():
            for name in json.loads(gone.read_text("utf-8")):
                (self.folder / name).unlink(missing_ok=True)


def unwritable(folder: Path, error: OSError) -> StoreError:
    """Say why a folder cannot be written."""
    return StoreError(
        f"cannot be written: {error.strerror or error}", where=str(folder), remedy="Choose another folder with -o."
    )


def _throw_away(unfinished: Path, *, keep: Path) -> None:
    """Delete what a killed run had begun to write, but keep the documents it had read."""
    keep.mkdir(exist_ok=True)
    for file in _files(unfinished / DOCUMENTS):
        file.replace(keep / file.name)
    shutil.rmtree(unfinished, ignore_errors=True)


def _files(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.is_dir() else []


def _flush(folder: Path) -> None:
    """Ask the disk to keep the large files before they replace others."""
    for file in folder.iterdir():
        if file.is_file():
            with file.open("rb") as opened:
                os.fsync(opened.fileno())
