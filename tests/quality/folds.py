"""Annotated articles in parts: what is trained for one part has not seen its articles."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Protocol, TypeVar
from zlib import crc32

from kg.evaluate.gold import GoldArticle
from kg.model import Article
from tests.quality.annotations import annotated

FOLDS = 3
PROCESSES = 2
KEPT = Path(__file__).parents[2] / "output" / "pairs"


def fold_of(article: str) -> int:
    """Return the fold of an annotated article: what is trained for that fold has not seen it."""
    return crc32(article.encode()) % FOLDS


def kept_at(name: str) -> Path:
    """Return where what was trained for a fold is kept, in a folder that exists."""
    KEPT.mkdir(parents=True, exist_ok=True)
    return KEPT / name


_ANNOTATED: dict[str, list[tuple[Article, GoldArticle]]] = {}  # by language, for the processes that are forked


def articles_of(language: str, fold: int) -> list[tuple[Article, GoldArticle]]:
    """Return the annotated articles of a fold, for a function that `from_folds` calls."""
    return [(article, gold) for article, gold in _ANNOTATED[language] if fold_of(article.name) == fold]


class OfArticle(Protocol):
    """An example that an article gave."""

    @property
    def article(self) -> str:
        """Name of the article."""


E = TypeVar("E", bound=OfArticle)
M = TypeVar("M")


def from_folds(language: str, collect_fold: Callable[[str, int], list[E]]) -> list[E]:
    """Return what a function makes of the annotated articles of every fold, a process a fold."""
    _ANNOTATED[language] = annotated(language)
    with get_context("fork").Pool(PROCESSES) as pool:  # who is forked has the articles
        parts = list(pool.imap(partial(collect_fold, language), range(FOLDS)))
    return [example for part in parts for example in part]


def held_out(
    examples: Sequence[E], train: Callable[[Sequence[E]], M], keep: Callable[[M, int], None]
) -> Iterator[tuple[E, M]]:
    """Yield each example with a model that has not seen its article.

    Args:
        keep: what is done with the model of a fold.
    """
    for turn in range(FOLDS):
        model = train([e for e in examples if fold_of(e.article) != turn])
        keep(model, turn)
        yield from ((e, model) for e in examples if fold_of(e.article) == turn)
