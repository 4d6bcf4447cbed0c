// The picture as SVG: what is drawn, with its positions, colours and dashes.

import { communityColour, corners, dashes, familyColour, GROUND, LINES, lineWidth } from "./appearance";
import { svg } from "./dom";
import type { Explorer } from "./main";
import { FONT } from "./style";
import type { Edge } from "./types";

const MARGIN = 60;

export function toSvg(explorer: Explorer): string {
  const { shown, canvas, state } = explorer;
  const ground = GROUND[state.theme];
  const ids = [...shown.drawn];
  const at = new Map(ids.map((i) => [i, canvas.positionOf(i)]));
  const xs = ids.map((i) => at.get(i)!.x);
  const ys = ids.map((i) => at.get(i)!.y);
  const [left, top] = [xs.reduce((a, b) => Math.min(a, b), 0) - MARGIN, ys.reduce((a, b) => Math.min(a, b), 0) - MARGIN];
  const [width, height] = [xs.reduce((a, b) => Math.max(a, b), 0) + MARGIN - left, ys.reduce((a, b) => Math.max(a, b), 0) + MARGIN - top];
  const root = svg("svg", { viewBox: `${left} ${top} ${width} ${height}`, width, height, "font-family": FONT },
    svg("title", null, explorer.data.payload.meta.title),
    svg("rect", { x: left, y: top, width, height, fill: ground.page }),
    ...explorer.edges.map((edge) => line(explorer, edge, at)),
    ...ids.map((i) => node(explorer, i, at.get(i)!)));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(root)}\n`;
}

function line(explorer: Explorer, edge: Edge, at: Map<number, { x: number; y: number }>): SVGElement {
  const { data, state, canvas } = explorer;
  const style = LINES[edge.status];
  const colour = edge.bundled ? GROUND[state.theme].muted : style[state.theme];
  const [from, to] = [at.get(edge.s)!, at.get(edge.o)!];
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const side = canvas.sideOf(edge.key);
  const [cx, cy] = [(from.x + to.x) / 2 - uy * side, (from.y + to.y) / 2 + ux * side];
  const gap = data.entities[edge.o].size / 2 + 4;
  const toward = Math.hypot(to.x - cx, to.y - cy) || 1;
  const [vx, vy] = [(to.x - cx) / toward, (to.y - cy) / toward];
  const end = { x: to.x - vx * gap, y: to.y - vy * gap };
  const width = lineWidth(edge.status, edge.places);
  const r = (value: number) => value.toFixed(1);
  const head = edge.bundled ? "" : style.arrow === "tee"
    ? `M${r(end.x - vy * 5)} ${r(end.y + vx * 5)}L${r(end.x + vy * 5)} ${r(end.y - vx * 5)}`
    : `M${r(end.x)} ${r(end.y)}L${r(end.x - vx * 8 - vy * 3.5)} ${r(end.y - vy * 8 + vx * 3.5)}L${r(end.x - vx * 8 + vy * 3.5)} ${r(end.y - vy * 8 - vx * 3.5)}z`;
  return svg("g", { stroke: colour, fill: "none" },
    svg("title", null, canvas.nameOf(edge)),
    svg("path", { d: `M${r(from.x)} ${r(from.y)}Q${r(cx)} ${r(cy)} ${r(end.x)} ${r(end.y)}`, "stroke-width": width.toFixed(2), "stroke-dasharray": edge.bundled ? null : dashes(edge.status, width).map(r).join(" ") || null, "stroke-linecap": edge.status === "denied" ? "round" : null, opacity: 0.85 }),
    head && svg("path", { d: head, fill: style.arrow === "tee" ? "none" : colour, "stroke-width": style.arrow === "tee" ? 2 : 0.5 }),
    canvas.isTold(edge.key) && svg("text", { x: r((from.x + 2 * cx + to.x) / 4), y: r((from.y + 2 * cy + to.y) / 4 + 3.5), "text-anchor": "middle", "font-size": 10.5, stroke: GROUND[state.theme].page, "stroke-width": 3, "paint-order": "stroke", fill: colour }, canvas.nameOf(edge)));
}

function node(explorer: Explorer, i: number, { x, y }: { x: number; y: number }): SVGElement {
  const { data, state, words } = explorer;
  const entity = data.entities[i];
  const family = data.payload.families.find((each) => each.id === entity.family)!;
  const fill = state.colours === "community" ? communityColour(entity.community) : familyColour(family, state.theme);
  const half = entity.size / 2;
  const points = corners(family.shape);
  const { page, text } = GROUND[state.theme];
  const shape = points.length
    ? svg("polygon", { points: points.map(([px, py]) => `${(x + px * half).toFixed(1)},${(y + py * half).toFixed(1)}`).join(" "), fill })
    : family.shape === "ellipse"
      ? svg("circle", { cx: x, cy: y, r: half, fill })
      : svg("rect", { x: x - half, y: y - half, width: 2 * half, height: 2 * half, rx: half / 2.5, fill });
  const size = 11.5 + Math.min(6, (2 * half) / 9);
  return svg("g", null, shape, svg("text", { x, y: y + half + size + 2, "text-anchor": "middle", "font-size": size, "font-weight": 500, stroke: page, "stroke-width": 3, "paint-order": "stroke", fill: text }, words.entity(entity)));
}
