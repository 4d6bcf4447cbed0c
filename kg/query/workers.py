"""Queries in processes of their own: what takes too long is killed, and the others do not wait for it."""

import multiprocessing
import queue
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pyoxigraph import Store

from kg.errors import KgError, QueryError
from kg.graph.store import current_folder, open_store
from kg.query.run import TooManyRowsError, run_query

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext, SpawnContext

try:
    import resource
except ImportError:  # Windows has no such limits
    resource = None  # type: ignore[assignment]

GIBIBYTE: Final = 1 << 30
_REMEMBERED: Final = 60.0  # seconds that a query which was stopped is known
_GLANCE: Final = 0.05  # seconds between two looks at a query that is not answered yet


class TooSlowError(QueryError):
    """A query that was stopped at the time limit."""


class TooLargeError(QueryError):
    """A query whose process ran out of memory."""


class BusyError(QueryError):
    """No process was free in time, or the query had to make way for others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one query may take."""

    seconds: float = 30.0
    rows: int = 100_000
    memory_bytes: int = 4 * GIBIBYTE
    waiting_seconds: float = 10.0  # for a free process
    quick_seconds: float = 0.25  # after which a query counts as long, if others wait
    patience_seconds: float = 1.0  # after which it makes way for those who wait, if as many long ones run as may


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
    long: bool = False  # does it work on a long query, with another process in its place?


class QueryPool:
    """Processes that answer queries over the store of a folder: each time over the graph that is current then.

    `size` processes are there for queries that come. While others wait, a query that takes long goes on aside, with a
    new process in its place; where `size` of them do so already, it has to make way. A query that was stopped is known
    for a while: asked again, it runs aside or not at all. So slow queries keep a quick one waiting for
    `patience_seconds` each, once.
    """

    def __init__(self, folder: Path, *, size: int = 2, limits: Limits | None = None) -> None:
        self._folder, self._limits = folder, limits or Limits()
        self._context = _clean_processes()
        self._idle: queue.Queue[_Worker] = queue.Queue()
        self._aside = threading.BoundedSemaphore(size)
        self._waiting, self._stopped = _Count(), _Recent()
        for _ in range(size):
            self._idle.put(self._start())

    def answer(self, request: Request) -> bytes:
        """Return the answer; may be called from many threads.

        Raises:
            QueryError: the query is refused; TooManyRowsError, TooSlowError, TooLargeError, BusyError say why.
        """
        worker = self._take_aside() if request.text in self._stopped else self._take()
        try:
            answer = self._ask(worker, request)
        except BaseException as error:
            if isinstance(error, TooSlowError | BusyError):
                self._stopped.add(request.text)
            self._give_back(worker, good=False)
            raise
        self._give_back(worker, good=True)
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

    def _take(self) -> _Worker:
        try:
            with self._waiting:
                return self._idle.get(timeout=self._limits.waiting_seconds)
        except queue.Empty as error:
            raise BusyError("is waiting behind others", remedy="Try again later.") from error

    def _take_aside(self) -> _Worker:
        if not self._aside.acquire(blocking=False):
            raise BusyError("takes long, as others that run already", remedy="Try again later, or simplify it.")
        worker = self._start()
        worker.long = True
        return worker

    def _give_back(self, worker: _Worker, *, good: bool) -> None:
        if good and not worker.long:
            self._idle.put(worker)
            return
        self._stop(worker)
        if worker.long:
            self._aside.release()
        else:
            self._idle.put(self._start())

    def _ask(self, worker: _Worker, request: Request) -> bytes | KgError:
        try:
            if not worker.ready:
                worker.ready = bool(worker.connection.recv())
            worker.connection.send(request)
            started = time.monotonic()
            while not worker.connection.poll(_GLANCE):
                self._judge(worker, time.monotonic() - started)
            received: bytes | KgError = worker.connection.recv()
        except (EOFError, OSError) as error:
            raise TooLargeError(
                "took too much memory and was stopped", remedy="Simplify it, or ask for less."
            ) from error
        return received

    def _judge(self, worker: _Worker, took: float) -> None:
        """Let a query that is not answered yet go on, or not."""
        limits = self._limits
        if took >= limits.seconds:
            raise TooSlowError(f"takes longer than {limits.seconds:g} s", remedy="Simplify it, or ask for less.")
        if worker.long or not self._waiting or took < limits.quick_seconds:
            return
        if self._aside.acquire(blocking=False):
            worker.long = True
            self._idle.put(self._start())
        elif took >= limits.patience_seconds:
            raise BusyError("takes long, as others that run already", remedy="Try again later, or simplify it.")

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


class _Count:
    """How many are inside the block."""

    def __init__(self) -> None:
        self._lock, self._number = threading.Lock(), 0

    def __enter__(self) -> None:
        with self._lock:
            self._number += 1

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._number -= 1

    def __bool__(self) -> bool:
        return self._number > 0


class _Recent:
    """Texts that were added a moment ago."""

    def __init__(self) -> None:
        self._lock, self._until = threading.Lock(), dict[str, float]()

    def add(self, text: str) -> None:
        with self._lock:
            now = time.monotonic()
            self._until = {known: until for known, until in self._until.items() if until > now}
            self._until[text] = now + _REMEMBERED

    def __contains__(self, text: str) -> bool:
        return self._until.get(text, 0.0) > time.monotonic()


def _clean_processes() -> "SpawnContext | ForkServerContext":
    """Return what starts processes that share no threads with this one, if possible in a few milliseconds."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    return context


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
