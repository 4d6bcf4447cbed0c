// Where the names of lines stand: along the line, at a spot where they meet neither names nor entities.

export interface Box {
  x: number; // middle
  y: number;
  w: number;
  h: number;
  of?: number; // whose it is: a thing does not meet itself
}

export interface LineToName {
  key: string;
  from: [number, number];
  to: [number, number];
  skip: [number, number]; // pixels covered by the entities at the two ends
  width: number; // of the name
}

const SPOTS = [0.5, ...Array.from({ length: 10 }, (_, k) => [0.5 + 0.04 * (k + 1), 0.5 - 0.04 * (k + 1)]).flat()];
const STEP = 6; // pixels between the points of a name that are tested
const HALF = 5.5; // half the height of a name

/** Distances along each visible line at which its name fits, by key; a line that is missing has no room for its name. */
export function placeNames(lines: LineToName[], boxes: Box[], scale: number, always: boolean): Map<string, number> {
  const taken = new Grid();
  for (const box of boxes) taken.add(box);
  const found = new Map<string, number>();
  for (const line of lines) {
    const dx = line.to[0] - line.from[0];
    const dy = line.to[1] - line.from[1];
    const length = Math.hypot(dx, dy);
    const room = length - line.skip[0] - line.skip[1];
    if (room < line.width + 8) {
      if (always) found.set(line.key, room / 2);
      continue;
    }
    for (const spot of SPOTS) {
      const middle = line.skip[0] + room * spot;
      if (middle - line.width / 2 < line.skip[0] + 2 || middle + line.width / 2 > length - line.skip[1] - 2) continue;
      const points: Box[] = [];
      for (let at = -line.width / 2; at <= line.width / 2; at += STEP * scale) {
        const share = (middle + at) / length;
        points.push({ x: line.from[0] + dx * share, y: line.from[1] + dy * share, w: HALF * 2 * scale, h: HALF * 2 * scale });
      }
      if (points.some((point) => taken.meets(point))) continue;
      points.forEach((point) => taken.add(point));
      found.set(line.key, middle - line.skip[0]); // counted from where the line leaves the entity
      break;
    }
    if (always && !found.has(line.key)) found.set(line.key, room / 2);
  }
  return found;
}

export class Grid {
  private readonly cells = new Map<string, Box[]>();

  constructor(private readonly side = 80) {}

  add(box: Box): void {
    for (const cell of this.around(box)) {
      const found = this.cells.get(cell);
      if (found) found.push(box);
      else this.cells.set(cell, [box]);
    }
  }

  meets(box: Box): boolean {
    for (const cell of this.around(box)) {
      for (const other of this.cells.get(cell) ?? []) {
        if ((box.of === undefined || other.of !== box.of) && Math.abs(other.x - box.x) * 2 < other.w + box.w && Math.abs(other.y - box.y) * 2 < other.h + box.h) return true;
      }
    }
    return false;
  }

  private *around(box: Box): Generator<string> {
    for (let x = Math.floor((box.x - box.w / 2) / this.side); x <= Math.floor((box.x + box.w / 2) / this.side); x++) {
      for (let y = Math.floor((box.y - box.h / 2) / this.side); y <= Math.floor((box.y + box.h / 2) / this.side); y++) yield `${x},${y}`;
    }
  }
}
