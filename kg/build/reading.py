"""Articles → documents, in one process or several, with the same result."""

import gc
import os
import signal
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess

from kg.errors import ExtractorError, KgError
from kg.extract.contract import Extractor, check_document
from kg.extract.registry import load_extractor
from kg.model import Article, Document

_SHARE = 16  # articles handed to a worker at a time

_loaded: dict[str, Extractor] = {}  # of this process: a model is loaded once


Read = tuple[Article, Document | ExtractorError]


def read_articles(articles: Sequence[Article], extractor: str, workers: int = 1) -> Iterator[Read]:
    """Yield each article, in the order they are done, with its document or why the extractor's answer does not hold.

    Raises:
        ExtractorError: the extractor is not installed, or its process died.
    """
    if workers <= 1 or len(articles) <= _SHARE:
        yield from _read(extractor, articles)
        return
    shares = [articles[start : start + _SHARE] for start in range(0, len(articles), _SHARE)]
    # Fresh processes: a copy of this one would share its locks and its threads.
    with ProcessPoolExecutor(min(workers, len(shares)), get_context("spawn"), _end_with_parent) as pool:
        try:
            for future in as_completed([pool.submit(_read_share, extractor, share) for share in shares]):
                yield from future.result()
        except BrokenProcessPool as error:
            raise ExtractorError(
                "a worker process died, perhaps for want of memory", where="--workers", remedy="Use fewer workers."
            ) from error
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _read(extractor: str, articles: Sequence[Article]) -> Iterator[Read]:
    if extractor not in _loaded:
        _loaded[extractor] = load_extractor(extractor)
    documents, done = _loaded[extractor].extract(articles), 0
    collector = _Collector()
    try:
        for article, document in zip(articles, documents, strict=True):
            collector.spare()
            yield article, _checked(document, extractor)
            done += 1
    except KgError:
        raise
    except Exception as error:  # noqa: BLE001 an extractor may raise anything; the other articles shall not suffer
        if len(articles) == 1:
            problem = f"cannot be read by {extractor} ({type(error).__name__}: {error})"
            remedy = "Report it to the extractor's author."
            yield articles[0], ExtractorError(problem, where=articles[0].name, remedy=remedy)
            return
        for article in articles[done:]:
            yield from _read(extractor, [article])
    finally:
        collector.restore()


class _Collector:
    """Python's garbage collector, told not to go through the model's million objects again and again."""

    def __init__(self) -> None:
        self._frozen = self._spared = gc.get_freeze_count() > 0  # counting walks over every object: once

    def spare(self) -> None:
        """Once the first document is there, so is the model: leave out all that there is."""
        if not self._spared:
            gc.freeze()
            self._spared = True

    def restore(self) -> None:
        """Leave out nothing, unless it was so before."""
        if not self._frozen:
            gc.unfreeze()


def _checked(document: Document, extractor: str) -> Document | ExtractorError:
    try:
        return check_document(document, extractor)
    except ExtractorError as error:
        return error


def _read_share(extractor: str, articles: Sequence[Article]) -> list[Read]:
    return list(_read(extractor, articles))


def _end_with_parent() -> None:
    """Let a worker end at once at Ctrl-C, which the parent answers, and when the parent is killed."""
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:  # it is ignored in the background
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_wait_and_end, args=(parent,), daemon=True).start()


def _wait_and_end(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)
