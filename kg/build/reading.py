"""Articles → documents, in one process or several, with the same result."""

import signal
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from kg.errors import ExtractorError
from kg.extract.contract import Extractor, check_document
from kg.extract.registry import load_extractor
from kg.model import Article, Document

_SHARE = 16  # articles handed to a worker at a time

_loaded: dict[str, Extractor] = {}  # of this process: a model is loaded once


def read_articles(articles: Sequence[Article], extractor: str, workers: int = 1) -> Iterator[Document]:
    """Yield one checked document for each article, in their order.

    Raises:
        ExtractorError: the extractor is not installed, gives an answer that does not hold, or its process died.
    """
    if workers <= 1 or len(articles) <= _SHARE:
        yield from _read(extractor, articles)
        return
    shares = [articles[start : start + _SHARE] for start in range(0, len(articles), _SHARE)]
    # Fresh processes: a copy of this one would share its locks and its threads.
    with ProcessPoolExecutor(min(workers, len(shares)), get_context("spawn"), _leave_interrupts) as pool:
        try:
            for documents in pool.map(_read_share, [extractor] * len(shares), shares):
                yield from documents
        except BrokenProcessPool as error:
            raise ExtractorError(
                "a worker process died, perhaps for want of memory", where="--workers", remedy="Use fewer workers."
            ) from error
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _read(extractor: str, articles: Iterable[Article]) -> Iterator[Document]:
    if extractor not in _loaded:
        _loaded[extractor] = load_extractor(extractor)
    for document in _loaded[extractor].extract(articles):
        yield check_document(document, extractor)


def _read_share(extractor: str, articles: Sequence[Article]) -> list[Document]:
    return list(_read(extractor, articles))


def _leave_interrupts() -> None:
    """Let the parent alone answer Ctrl-C, which reaches every process of the terminal."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
