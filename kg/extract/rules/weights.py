"""Learnt weights as files of kg/lang: where those of a language are, and how numbers are written in one byte each."""

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.lang import FOLDER

STEPS = 127  # a number is stored as a whole one from -127 to 127
LEAST = 1e-6  # of the largest number in a column, so that a column of zeros has a step too


def weights_file(code: str, name: str) -> Path | None:
    """Return the file of this name of a language; None if it has none: then rules alone read it."""
    path = FOLDER / code / name
    return path if path.exists() else None


def to_whole(numbers: NDArray[Any]) -> tuple[NDArray[np.int8], NDArray[Any]]:
    """Return numbers, (R, C) or (R,), as whole ones and the steps that they count: one a column, (C,), or one, ()."""
    steps = np.maximum(np.abs(numbers).max(axis=0), LEAST) / STEPS
    return np.rint(numbers / steps).astype(np.int8), steps
