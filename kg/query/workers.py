"""Queries in processes of their own: one that takes too long is killed, and the others do not wait for it."""

import multiprocessing
import queue
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Final

from pyoxigraph import Store

from kg.errors import KgError, QueryError
from kg.graph.store import current_folder, open_store
from kg.query.run import TooManyRowsError, run_query

try:
    import resource
except ImportError:  # Windows has no such limits
    resource = None  # type: ignore[assignment]

GIBIBYTE: Final = 1 << 30


class TooSlowError(QueryError):
    """A query that was stopped at the time limit."""


class TooLargeError(QueryError):
    """A query whose process ran out of memory."""


class BusyError(QueryError):
    """No process was free in time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one query may take."""

    seconds: float = 30.0
    rows: int = 100_000
    memory_bytes: int = 4 * GIBIBYTE
    waiting_seconds: float = 60.0  # for a free process


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A query and the format of its answer."""

    text: str
    format: str
    default_graph: Sequence[str] = ()
    named_graphs: Sequence[str] = ()


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    connection: Connection
    ready: bool = False  # has it said so? Its imports do not count as time of the query


class QueryPool:
    """Processes that answer queries over the store of a folder: each time over the graph that is current then."""

    def __init__(self, folder: Path, *, size: int = 2, limits: Limits | None = None) -> None:
        self._folder, self._limits = folder, limits or Limits()
        self._context = multiprocessing.get_context("spawn")  # a fork would share the threads of the engine
        self._idle: queue.Queue[_Worker] = queue.Queue()
        for _ in range(size):
            self._idle.put(self._start())

    def answer(self, request: Request) -> bytes:
        """Return the answer; may be called from many threads.

        Raises:
            QueryError: the query is refused; TooManyRowsError, TooSlowError, TooLargeError, BusyError say why.
        """
        try:
            worker = self._idle.get(timeout=self._limits.waiting_seconds)
        except queue.Empty as error:
            raise BusyError("is waiting behind others", remedy="Try again later.") from error
        try:
            answer = self._ask(worker, request)
        except BaseException:
            self._stop(worker)
            self._idle.put(self._start())
            raise
        self._idle.put(worker)
        if isinstance(answer, KgError):
            raise answer
        return answer

    def close(self) -> None:
        """Stop all processes that are idle."""
        while True:
            try:
                self._stop(self._idle.get_nowait())
            except queue.Empty:
                return

    def _ask(self, worker: _Worker, request: Request) -> bytes | KgError:
        limit = self._limits.seconds
        try:
            if not worker.ready:
                worker.ready = bool(worker.connection.recv())
            worker.connection.send(request)
            if not worker.connection.poll(limit):
                raise TooSlowError(f"takes longer than {limit:g} s", remedy="Simplify it, or ask for less.")
            received: bytes | KgError = worker.connection.recv()
        except (EOFError, OSError) as error:
            raise TooLargeError(
                "took too much memory and was stopped", remedy="Simplify it, or ask for less."
            ) from error
        return received

    def _start(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_work, args=(theirs, self._folder, self._limits), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours)

    def _stop(self, worker: _Worker) -> None:
        worker.connection.close()
        worker.process.kill()
        worker.process.join()


def _work(connection: Connection, folder: Path, limits: Limits) -> None:
    """Answer one request after another, until the other side closes."""
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))
    connection.send(True)
    opened: tuple[Path, Store] | None = None
    while True:
        try:
            request: Request = connection.recv()
        except (EOFError, KeyboardInterrupt):
            return
        try:
            current = current_folder(folder)
            if opened is None or opened[0] != current:
                opened = current, open_store(folder)
            connection.send(_answer(opened[1], request, limits))
        except KgError as error:
            connection.send(error)
        except MemoryError:
            connection.send(TooLargeError("took too much memory and was stopped", remedy="Ask for less."))


def _answer(store: Store, request: Request, limits: Limits) -> bytes:
    result = run_query(
        store,
        request.text,
        max_rows=limits.rows,
        default_graph=request.default_graph,
        named_graphs=request.named_graphs,
    )
    return result.to(request.format).encode()


__all__ = [
    "BusyError", "Limits", "QueryPool", "Request", "TooLargeError", "TooManyRowsError", "TooSlowError",
]  # fmt: skip
