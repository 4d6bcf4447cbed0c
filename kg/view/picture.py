"""The main entities and facts as a still SVG picture: for print, for notebooks on the web, for a README."""

import html
import math

from kg.model import Entity, Fact, Graph
from kg.view.appearance import Family, family_of, load_families, status_of
from kg.view.payload import find_places

MOST = 60  # entities; a still picture cannot be opened further
MARGIN = 80  # pixels
STROKES = {  # colour, dashes and width of each status, as in the explorer
    "asserted": ("#7d8894", "", 1.5),
    "claimed": ("#6a5ae0", "7 5", 1.5),
    "unsure": ("#98a1ac", "3 3", 1.1),
    "denied": ("#c8384e", "1.5 4", 1.5),
    "unreal": ("#9a6700", "9 4 1.5 4", 1.5),
    "past": ("#a9b1ba", "14 4", 1.5),
}
FONT = "system-ui, sans-serif"

Point = tuple[float, float]


def svg_picture(graph: Graph, *, title: str, language: str = "fr") -> str:
    """Return an SVG document without script, links or fonts of its own."""
    places = find_places(graph)
    main = sorted(places.near, key=lambda each: (-places.ranks[each], each))[:MOST]
    points = {each: (float(places.near[each][0]), float(places.near[each][1])) for each in main}
    if not points:
        return _frame((0, 0, 400, 80), title, [_text((200, 40), title, 14)])
    entities = {entity.id: entity for entity in graph.entities if entity.id in points}
    sizes = {each: places.size(each) for each in main}
    lines = [_line(fact, points, sizes) for fact in graph.facts if _is_drawn(fact, points)]
    dots = [_entity(entities[each], points[each], sizes[each], language) for each in reversed(main)]
    left, top = min(x for x, _ in points.values()) - MARGIN, min(y for _, y in points.values()) - MARGIN
    right, bottom = max(x for x, _ in points.values()) + MARGIN, max(y for _, y in points.values()) + MARGIN
    return _frame((left, top, right - left, bottom - top), title, lines + dots)


def _is_drawn(fact: Fact, points: dict[str, Point]) -> bool:
    return (
        isinstance(fact.object, str)
        and fact.subject != fact.object
        and fact.subject in points
        and fact.object in points
    )


def _frame(box: tuple[float, float, float, float], title: str, content: list[str]) -> str:
    left, top, width, height = box
    ground = f'<rect x="{left:g}" y="{top:g}" width="{width:g}" height="{height:g}" fill="#fbfaf7"/>'
    view = f'viewBox="{left:g} {top:g} {width:g} {height:g}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {view} font-family="{FONT}" role="img">'
    return "\n".join([head, f"<title>{html.escape(title)}</title>", ground, *content, "</svg>"])


def _line(fact: Fact, points: dict[str, Point], sizes: dict[str, float]) -> str:
    colour, dashes, width = STROKES[status_of(fact)]
    (x1, y1), (x2, y2) = points[fact.subject], points[str(fact.object)]
    length = math.hypot(x2 - x1, y2 - y1) or 1.0
    ux, uy = (x2 - x1) / length, (y2 - y1) / length
    reach = length - sizes[str(fact.object)] / 2 - 4
    x, y = x1 + ux * reach, y1 + uy * reach
    if status_of(fact) == "denied":
        head = f"M{x - uy * 5:.1f} {y + ux * 5:.1f}L{x + uy * 5:.1f} {y - ux * 5:.1f}"
    else:
        left, right = (x - ux * 8 - uy * 3.5, y - uy * 8 + ux * 3.5), (x - ux * 8 + uy * 3.5, y - uy * 8 - ux * 3.5)
        head = f"M{left[0]:.1f} {left[1]:.1f}L{x:.1f} {y:.1f}L{right[0]:.1f} {right[1]:.1f}"
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return (
        f'<g stroke="{colour}" stroke-width="{width:g}" fill="none">'
        f'<path d="M{x1:.1f} {y1:.1f}L{x:.1f} {y:.1f}"{dashed}/><path d="{head}"/></g>'
    )


def _entity(entity: Entity, point: Point, size: float, language: str) -> str:
    family = next(each for each in load_families() if each.id == family_of(entity.type))
    label = dict(entity.labels).get(language, entity.label)
    short = label if len(label) <= 32 else label[:31] + "…"
    return _shape(family, point, size / 2) + _text((point[0], point[1] + size / 2 + 13), short, 12)


def _text(point: Point, words: str, size: int) -> str:
    place = f'x="{point[0]:.1f}" y="{point[1]:.1f}" text-anchor="middle" font-size="{size}"'
    halo = 'stroke="#fbfaf7" stroke-width="3" paint-order="stroke"'
    return f'<text {place} {halo} fill="#17202b">{html.escape(words)}</text>'


def _shape(family: Family, point: Point, radius: float) -> str:
    x, y = point
    if family.shape == "ellipse":
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{family.light}"/>'
    if family.shape == "round-rectangle":
        side, corner = f"{2 * radius:.1f}", f"{radius / 2.5:.1f}"
        place = f'x="{x - radius:.1f}" y="{y - radius:.1f}"'
        return f'<rect {place} width="{side}" height="{side}" rx="{corner}" fill="{family.light}"/>'
    corners = " ".join(f"{x + radius * cx:.1f},{y + radius * cy:.1f}" for cx, cy in _corners(family.shape))
    return f'<polygon points="{corners}" fill="{family.light}"/>'


def _corners(shape: str) -> list[Point]:
    if shape == "triangle":
        return [(0, -1), (1, 1), (-1, 1)]
    count, turn = {
        "diamond": (4, -0.25),
        "pentagon": (5, -0.25),
        "hexagon": (6, 0.0),
        "octagon": (8, 1 / 16),
        "star": (10, -0.25),
    }[shape]
    reach = [0.42 if shape == "star" and rank % 2 else 1.0 for rank in range(count)]
    turns = [2 * math.pi * (turn + rank / count) for rank in range(count)]
    return [(r * math.cos(angle), r * math.sin(angle)) for r, angle in zip(reach, turns, strict=True)]
