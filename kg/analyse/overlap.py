"""Boxes that meet are pushed apart; links are kept off the boxes they do not belong to."""

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]  # (N, 2), one row an entity
Links = npt.NDArray[np.int64]  # (L, 2), positions of the ends

MARGIN = 10.0  # pixels kept free around every box
CLEARANCE = 16.0  # pixels between a link and the middle of an entity that it passes
STEP, SIDESTEP = 0.28, 0.22  # of the way to go, done in one round: less than half, since both sides move
LONGEST_STEP = 60.0  # pixels


def part_boxes(points: Points, sizes: Points, *, rounds: int) -> Points:
    """Move overlapping boxes apart along the axis that needs the smaller step; order along it is kept."""
    points = points.copy()
    half_width = (sizes[:, 0] + MARGIN) / 2
    half_height = (sizes[:, 1] + MARGIN) / 2
    room_x = half_width[:, None] + half_width[None]
    room_y = half_height[:, None] + half_height[None]
    ahead = np.sign(np.arange(len(points))[:, None] - np.arange(len(points))[None])  # parts equal points
    for _ in range(rounds):
        gap_x = points[:, None, 0] - points[None, :, 0]
        gap_y = points[:, None, 1] - points[None, :, 1]
        over_x = room_x - np.abs(gap_x)
        over_y = room_y - np.abs(gap_y)
        meets = (over_x > 0.01) & (over_y > 0.01)
        np.fill_diagonal(meets, val=False)
        if not meets.any():
            break
        sideways = over_x < over_y
        way_x = np.where(gap_x == 0, ahead, np.sign(gap_x))
        way_y = np.where(gap_y == 0, ahead, np.sign(gap_y))
        points[:, 0] += STEP * np.where(meets & sideways, way_x * over_x, 0.0).sum(axis=1)
        points[:, 1] += STEP * np.where(meets & ~sideways, way_y * over_y, 0.0).sum(axis=1)
    return points


def part_from_links(points: Points, sizes: Points, links: Links, *, rounds: int) -> Points:
    """Push entities off the links that pass over them."""
    points = points.copy()
    if not len(links):
        return points
    strangers = np.ones((len(points), len(links)), dtype=bool)
    strangers[links[:, 0], np.arange(len(links))] = False
    strangers[links[:, 1], np.arange(len(links))] = False
    clearance = CLEARANCE + np.minimum(sizes, 60.0).mean(axis=1)[:, None] / 3
    for _ in range(rounds):
        start, along = points[links[:, 0]], points[links[:, 1]] - points[links[:, 0]]
        length = np.maximum((along**2).sum(axis=1), 1.0)
        from_x, from_y = points[:, None, 0] - start[:, 0], points[:, None, 1] - start[:, 1]
        share = np.clip((from_x * along[:, 0] + from_y * along[:, 1]) / length, 0.0, 1.0)
        away_x, away_y = from_x - share * along[:, 0], from_y - share * along[:, 1]
        distance = np.maximum(np.hypot(away_x, away_y), 1e-3)
        crossed = strangers & (distance < clearance) & (share > 0.02) & (share < 0.98)
        if not crossed.any():
            break
        push = np.where(crossed, clearance / distance - 1.0, 0.0)
        moves = np.column_stack(((away_x * push).sum(axis=1), (away_y * push).sum(axis=1)))
        points += SIDESTEP * moves.clip(-LONGEST_STEP, LONGEST_STEP)
    return points
