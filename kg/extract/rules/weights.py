"""Learnt weights: where their files are in kg/lang, how numbers are written in one byte each, what sums of them say."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from kg.lang import FOLDER

T = TypeVar("T")
STEPS = 127  # a number is stored as a whole one from -127 to 127
LEAST = 1e-6  # of the largest number in a column, so that a column of zeros has a step too


def read_weights(code: str, name: str, read: Callable[[Path], T]) -> T | None:
    """Read the file of this name of a language; None if it has none: then rules alone read the language."""
    path = FOLDER / code / name
    return read(path) if path.exists() else None


def shares(sums: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the exponentials of some sums, scaled to add up to 1 (a softmax)."""
    found = np.exp(sums - sums.max())
    return np.asarray(found / found.sum())


def to_whole(numbers: NDArray[Any]) -> tuple[NDArray[np.int8], NDArray[Any]]:
    """Return numbers, (R, C) or (R,), as whole ones and the steps that they count: one a column, (C,), or one, ()."""
    steps = np.maximum(np.abs(numbers).max(axis=0), LEAST) / STEPS
    return np.rint(numbers / steps).astype(np.int8), steps
