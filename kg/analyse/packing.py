"""Connected parts of a picture, put side by side without wasting room."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]  # (N, 2), one row an entity
Members = npt.NDArray[np.int64]  # (M,), positions of entities

GAP = 34.0  # pixels between two parts
WIDE = 1.15  # the shape of the whole: width over height
TURN = 0.35  # radians between two spots that are tried
STRIDE = 9.0  # pixels that a radian leads away from the middle
TRIES = 6000


def pack(parts: Sequence[tuple[Members, Points]], sizes: Points) -> Points:
    """Return all points: the first part in the middle, each further one at the nearest spot that is free."""
    placed = np.zeros((len(sizes), 2))
    taken: list[int] = []
    for members, points in parts:
        points = points - (points.min(axis=0) + points.max(axis=0)) / 2
        spot = np.zeros(2) if not taken else _find_spot(points, sizes[members], placed[taken], sizes[taken])
        placed[members] = points + spot
        taken.extend(int(each) for each in members)
    return placed


def _find_spot(points: Points, sizes: Points, others: Points, other_sizes: Points) -> Points:
    room = (sizes[:, None] + other_sizes[None]) / 2 + GAP
    spot = np.zeros(2)
    for attempt in range(TRIES):
        reach, angle = STRIDE * TURN * attempt, TURN * attempt
        spot = np.array([WIDE * reach * np.cos(angle), reach * np.sin(angle)])
        gaps = np.abs((points + spot)[:, None] - others[None])
        if not (gaps < room).all(axis=2).any():
            break
    return spot
