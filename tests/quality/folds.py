"""Annotated articles in parts: what is trained for one part has not seen its articles."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Protocol, TypeVar
from zlib import crc32

FOLDS = 3
KEPT = Path(__file__).parents[2] / "output" / "pairs"


def fold_of(article: str) -> int:
    """Return the fold of an annotated article: what is trained for that fold has not seen it."""
    return crc32(article.encode()) % FOLDS


def kept_at(name: str) -> Path:
    """Return where what was trained for a fold is kept, in a folder that exists."""
    KEPT.mkdir(parents=True, exist_ok=True)
    return KEPT / name


class OfArticle(Protocol):
    """An example that an article gave."""

    @property
    def article(self) -> str:
        """Name of the article."""


E = TypeVar("E", bound=OfArticle)
M = TypeVar("M")


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
