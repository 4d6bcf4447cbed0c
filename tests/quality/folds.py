"""Annotated articles in parts: what is trained for one part has not seen its articles."""

from pathlib import Path
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
