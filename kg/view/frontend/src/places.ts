// Places for entities that Python did not place: opened later, or set around one in focus.

import type { Box } from "./labels";

interface Point {
  x: number;
  y: number;
}

const GOLDEN = 2.399963229728653;

/** The nearest spot around a point where the box meets no other. */
export function placeNear(start: Point, box: Box, others: Box[]): Point {
  const offset = { x: box.x - start.x, y: box.y - start.y };
  for (let turn = 1; turn < 900; turn++) {
    const reach = 70 + 13 * Math.sqrt(turn) * 1.8;
    const spot = { x: start.x + 1.25 * reach * Math.cos(turn * GOLDEN), y: start.y + reach * Math.sin(turn * GOLDEN) };
    const free = others.every(
      (other) => Math.abs(other.x - spot.x - offset.x) * 2 > other.w + box.w + 16 || Math.abs(other.y - spot.y - offset.y) * 2 > other.h + box.h + 12,
    );
    if (free) return spot;
  }
  return { x: start.x + 400, y: start.y };
}

/** An entity in the middle, its neighbours around it on one ellipse or two, in the order of the angles they had; `least` pixels away. */
export function egoPositions(centre: number, others: number[], home: (i: number) => Point, shape: number, least: number): Map<number, Point> {
  const middle = home(centre);
  const angle = (i: number) => Math.atan2(home(i).y - middle.y, home(i).x - middle.x);
  const ordered = [...others].sort((a, b) => angle(a) - angle(b) || a - b);
  const count = ordered.length;
  const twoRings = count > 14;
  const reach = Math.max(least, (count * (twoRings ? 66 : 92)) / (2 * Math.PI));
  const places = new Map<number, Point>([[centre, middle]]);
  const turn = count > 2 ? bestTurn(ordered.map(angle)) : angle(ordered[0]);
  ordered.forEach((i, rank) => {
    const far = twoRings && rank % 2 ? 1.42 : 1;
    const at = turn + (2 * Math.PI * rank) / count;
    places.set(i, { x: middle.x + Math.max(0.9, shape) * reach * far * Math.cos(at), y: middle.y + Math.max(1, 1 / shape) * reach * far * Math.sin(at) });
  });
  return places;
}

/** The turn that moves the neighbours least, on the whole. */
function bestTurn(angles: number[]): number {
  let x = 0;
  let y = 0;
  angles.forEach((angle, rank) => {
    const off = angle - (2 * Math.PI * rank) / angles.length;
    x += Math.cos(off);
    y += Math.sin(off);
  });
  return Math.atan2(y, x);
}
