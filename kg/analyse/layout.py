"""Positions for a picture: stress majorisation for what is read, communities side by side for the whole.

Lengths are pixels at zoom 1, y downwards. Nothing is random: the same network gives the same picture.
"""

import math
from collections import defaultdict
from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import rustworkx as rx

from kg.analyse.overlap import part_boxes, part_from_links
from kg.analyse.packing import pack
from kg.analyse.projection import Network
from kg.threads import one_thread

Points = npt.NDArray[np.float64]  # (N, 2), one row an entity
Box = tuple[float, float]  # width and height that an entity and its label take
Position = tuple[float, float]

LINK_LENGTH = 118.0  # between two entities with one link each
ENDS = 74.0  # of a link, taken by the entities at its ends and its arrow
SHAPE = 1.1  # width over height of the picture between its panels
READABLE = 420  # above this many entities the exact method is too slow, and nobody reads every label
STEPS = 90  # of majorisation; the stress changes by less than 1 % after about 60
GOLDEN_ANGLE = 2.399963229728653  # radians; spreads points that the distances cannot tell apart
DOT = 26.0  # room of an entity on the map of the whole
TURNS = 32  # of the spiral of discs, looked at together
SPREAD = 0.62 * DOT  # between the turns of a community's spiral there
UNKNOWN_BOX = (60.0, 40.0)  # of an entity whose box is not told
WIDER, HIGHER = 1.5, 1.7  # how much a cloud is stretched at most towards the shape of the screen
ROUNDS, LAST_ROUNDS = 60, 300  # of pushing apart: before links are looked at, and until nothing meets


def lay_out_few(
    network: Network, boxes: Mapping[str, Box], names: Mapping[tuple[str, str], float] | None = None
) -> dict[str, tuple[int, int]]:
    """Return positions at which no two boxes meet, connected parts side by side.

    Args:
        names: How long the name of a link is, by its two ends in order; its link is made long enough to carry it.

    Source:
        Gansner, Koren, North (2004), "Graph drawing by stress majorization".
    """
    if not network.ids:
        return {}
    sizes = np.array([boxes.get(each, UNKNOWN_BOX) for each in network.ids])
    parts = []
    with one_thread():
        for members in _connected_parts(network):
            part = network.restrict(network.ids[each] for each in members)
            parts.append((np.array(members), _lay_out_part(part, sizes[members], names or {})))
    points = pack(parts, sizes)
    return {each: (round(float(x)), round(float(y))) for each, (x, y) in zip(network.ids, points, strict=True)}


def lay_out_all(network: Network, communities: Mapping[str, int], ranks: Mapping[str, float]) -> dict[str, Position]:
    """Return positions of a map of the whole: each community a disc, its most central entities in the middle."""
    members: dict[int, list[str]] = defaultdict(list)
    for each in sorted(network.ids, key=lambda each: (-ranks[each], each)):
        members[communities[each]].append(each)
    groups = [members[rank] for rank in sorted(members)]
    radii = np.array([SPREAD * len(group) ** 0.5 + DOT for group in groups])
    centres = _place_discs(radii)
    positions: dict[str, Position] = {}
    for group, centre in zip(groups, centres, strict=True):
        for rank, each in enumerate(group):
            reach, angle = SPREAD * rank**0.5, rank * GOLDEN_ANGLE
            x, y = centre[0] + reach * np.cos(angle), centre[1] + reach * np.sin(angle)
            positions[each] = (round(float(x), 1), round(float(y), 1))
    return positions


def _connected_parts(network: Network) -> list[list[int]]:
    graph = _to_rustworkx(network, {})
    return sorted((sorted(part) for part in rx.connected_components(graph)), key=lambda part: (-len(part), part))


def _to_rustworkx(network: Network, names: Mapping[tuple[str, str], float]) -> "rx.PyGraph[int, float]":
    """Return the links with the length that each should have."""
    degrees = [len(each) for each in network.neighbours]
    graph: rx.PyGraph[int, float] = rx.PyGraph()
    graph.add_nodes_from(list(range(len(network.ids))))
    graph.add_edges_from(
        [
            (
                first,
                second,
                max(
                    _link_length(degrees[first], degrees[second]),
                    ENDS + names.get((network.ids[first], network.ids[second]), 0.0),
                ),
            )
            for first, second, _ in network.links
        ]
    )
    return graph


def _link_length(first: int, second: int) -> float:
    """Give hubs room: their links are longer, and those between two hubs longer still."""
    low, high = sorted((first, second))
    return LINK_LENGTH * (1 + 0.30 * math.log2(low) + 0.10 * math.sqrt(max(0.0, high - 6)))


def _lay_out_part(part: Network, sizes: Points, names: Mapping[tuple[str, str], float]) -> Points:
    count = len(part.ids)
    if count == 1:
        return np.zeros((1, 2))
    graph = _to_rustworkx(part, names)
    if count > READABLE:
        found = rx.spring_layout(graph, seed=1, num_iter=60, scale=LINK_LENGTH * count**0.5)
        points = np.array([found[each] for each in range(count)])
    else:
        distances = np.asarray(rx.graph_floyd_warshall_numpy(graph, weight_fn=float))
        points = _majorise(distances, _scale_classically(distances))
    points = _level(points)
    points = _widen(points)
    links = np.array([link[:2] for link in part.links])
    points = part_boxes(points, sizes, rounds=ROUNDS)
    points = part_from_links(points, sizes, links, rounds=ROUNDS if count <= READABLE else 0)
    return part_boxes(points, sizes, rounds=LAST_ROUNDS)


def _scale_classically(distances: Points) -> Points:
    """Return the two main coordinates of classical scaling, signs fixed, equal points spread."""
    count = len(distances)
    centring = np.eye(count) - 1.0 / count
    values, vectors = np.linalg.eigh(-0.5 * centring @ (distances**2) @ centring)
    points = vectors[:, [-1, -2]] * np.sqrt(np.maximum(values[[-1, -2]], 1.0))
    for axis in range(2):
        if points[np.argmax(np.round(np.abs(points[:, axis]), 6)), axis] < 0:
            points[:, axis] *= -1
    turns = np.arange(count) * GOLDEN_ANGLE
    return np.asarray(points + LINK_LENGTH * 0.2 * np.column_stack((np.cos(turns), np.sin(turns))))


def _majorise(distances: Points, points: Points) -> Points:
    """Move the points until their gaps are as near to the distances, (N, N), as they get; short ones count more."""
    count = len(distances)
    weights = 1.0 / (np.maximum(distances, 1.0) ** 2)
    np.fill_diagonal(weights, 0.0)
    laplacian = np.diag(weights.sum(axis=1)) - weights
    inverse = np.linalg.inv(laplacian + 1.0 / count) - 1.0 / count
    for _ in range(STEPS):
        x, y = points[:, 0], points[:, 1]
        gaps = np.hypot(x[:, None] - x, y[:, None] - y)
        pull = -weights * distances / np.maximum(gaps, 1e-6)
        np.fill_diagonal(pull, 0.0)
        np.fill_diagonal(pull, -pull.sum(axis=1))
        points = inverse @ (pull @ points)
    return points


def _level(points: Points) -> Points:
    """Turn the longest direction of the cloud level."""
    points = points - points.mean(axis=0)
    _, vectors = np.linalg.eigh(points.T @ points)
    main = vectors[:, -1] if vectors[0, -1] >= 0 else -vectors[:, -1]
    turn = np.array([[main[0], main[1]], [-main[1], main[0]]])
    return np.asarray(points @ turn.T)


def _widen(points: Points) -> Points:
    """Stretch the shorter side towards the shape of the screen; lines get longer, never shorter."""
    width, height = np.maximum(points.max(axis=0) - points.min(axis=0), LINK_LENGTH)
    ratio = float(width / height) / SHAPE
    sideways, upwards = (min(WIDER, 1 / ratio), 1.0) if ratio < 1 else (1.0, min(HIGHER, ratio))
    return np.asarray(points * [sideways, upwards])


def _place_discs(radii: Points) -> Points:
    """Put discs, largest first, as near the centre as they fit: at the first turn of a spiral that has room."""
    centres = np.zeros((len(radii), 2))
    tried: dict[float, int] = {}  # turns at which a disc of this radius does not fit, now or ever
    for rank in range(1, len(radii)):
        radius = float(radii[rank])
        step, room, turn = max(DOT, radius * 0.5), (radii[:rank] + radius + DOT) ** 2, tried.get(radius, 0)
        while True:
            x, y = _next_turns(turn, step)
            squares = (x[:, None] - centres[:rank, 0]) ** 2 + (y[:, None] - centres[:rank, 1]) ** 2
            fits = (squares >= room).all(axis=1)
            if fits.any():
                break
            turn += TURNS
        found = int(fits.argmax())
        tried[radius] = turn + found + 1
        centres[rank] = x[found], y[found]
    return centres


def _next_turns(turn: int, step: float) -> tuple[Points, Points]:
    """Return where a spiral goes in the next TURNS turns, as x and y."""
    turns = range(turn + 1, turn + TURNS + 1)
    reach = step * np.sqrt(turns)
    angles = [each * GOLDEN_ANGLE for each in turns]
    return reach * SHAPE * [math.cos(each) for each in angles], reach * [math.sin(each) for each in angles]
