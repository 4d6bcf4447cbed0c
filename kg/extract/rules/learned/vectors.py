"""The vectors of words that the parser's model carries, of length 1."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray


def vectors_of(doc: Any) -> Callable[[str], NDArray[np.float32]]:
    """Return what looks a word's vector up in the vocabulary of a parse; 0 for a word that has none."""
    return _lookup(doc.vocab)


@lru_cache(maxsize=4)
def _lookup(vocab: Any) -> Callable[[str], NDArray[np.float32]]:
    @lru_cache(maxsize=1 << 14)
    def vector(word: str) -> NDArray[np.float32]:
        found = np.asarray(vocab.get_vector(word), dtype=np.float32)
        length = float(np.linalg.norm(found))
        return found / np.float32(length) if length else found

    return vector
