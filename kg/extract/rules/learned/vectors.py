"""What the parser's model knows of words: vectors, of length 1, and what it made of each word where it stands."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import IS_SPACE, ORTH

STATES = 96  # numbers that the parser keeps of a word in its context
SCALE = np.float32(1 / 32)  # makes them about as large as those of vectors


def vectors_of(doc: Any) -> Callable[[str], NDArray[np.float32]]:
    """Return what looks a word's vector up in the vocabulary of a parse; 0 for a word that has none."""
    return _lookup(doc.vocab)


@lru_cache(maxsize=4)
def _lookup(vocab: Any) -> Callable[[str], NDArray[np.float32]]:
    table = vocab.vectors
    by_form = table.mode == "default" and table.attr == ORTH  # then no entry of the vocabulary need be made for a word

    @lru_cache(maxsize=1 << 14)
    def vector(word: str) -> NDArray[np.float32]:
        row = table.find(key=word) if by_form else -1
        found = np.asarray(table.data[row] if row >= 0 else vocab.get_vector(word), dtype=np.float32)
        length = float(np.linalg.norm(found))
        return found / np.float32(length) if length else found

    return vector


def states_of(doc: Any) -> NDArray[np.float32]:
    """Return what the parser made of each word of a parse, white space left out, (W, STATES)."""
    states: NDArray[np.float32] = doc.tensor[doc.to_array((IS_SPACE,)).ravel() == 0] * SCALE
    return states
