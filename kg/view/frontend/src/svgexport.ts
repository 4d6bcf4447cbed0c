// The picture as SVG: what is drawn, with its positions, colours and dashes.

import { communityColour, dashes, familyColour, GROUND, LINES, lineWidth } from "./appearance";
import { svg } from "./dom";
import { legendOf, shape } from "./legend";
import type { Explorer } from "./main";
import { LINE_FONT, type Along, type Standing } from "./naming";
import { FONT } from "./style";
import type { Edge } from "./types";

const MARGIN = 24;
const NARROWEST = 480; // pixels, of a picture with its legend
const WIDE = 1200; // from here on the legend grows with the picture

export function toSvg(explorer: Explorer): string {
  const { data, shown, canvas } = explorer;
  const ids = [...shown.drawn];
  const at = new Map(ids.map((i) => [i, canvas.positionOf(i)]));
  const [names, told] = canvas.standing();
  const boxes = [...ids.map((i) => ({ ...at.get(i)!, w: data.entities[i].size, h: data.entities[i].size })), ...[...names.values()].map(({ box }) => box)];
  const least = (ends: number[]) => ends.reduce((a, b) => Math.min(a, b), Infinity);
  const [left, top] = [least(boxes.map(({ x, w }) => x - w / 2)) - MARGIN, least(boxes.map(({ y, h }) => y - h / 2)) - MARGIN];
  const [across, height] = [MARGIN - least(boxes.map(({ x, w }) => -x - w / 2)) - left, MARGIN - least(boxes.map(({ y, h }) => -y - h / 2)) - top];
  const width = Math.max(across, NARROWEST);
  const scale = Math.max(1, width / WIDE);
  const legend = legendOf(explorer, width / scale);
  return written({ left, top, width, height: height + legend.height * scale }, explorer,
    ...explorer.edges.map((edge) => line(explorer, edge, at, told.get(edge.key))),
    ...ids.map((i) => node(explorer, i, at.get(i)!, names.get(i))),
    svg("g", { transform: `translate(${left} ${top + height}) scale(${scale})` }, legend.drawing));
}

/** The legend alone, as wide as a picture that is made of dots. */
export function legendSvg(explorer: Explorer, width: number): { text: string; height: number } {
  const { drawing, height } = legendOf(explorer, width);
  return { text: written({ left: 0, top: 0, width, height }, explorer, drawing), height };
}

function written({ left, top, width, height }: { left: number; top: number; width: number; height: number }, explorer: Explorer, ...content: SVGElement[]): string {
  const root = svg("svg", { viewBox: `${left} ${top} ${width} ${height}`, width, height, "font-family": FONT },
    svg("title", null, explorer.data.payload.meta.title),
    svg("rect", { x: left, y: top, width, height, fill: GROUND[explorer.state.theme].page }),
    ...content);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(root)}\n`;
}

function line(explorer: Explorer, edge: Edge, at: Map<number, { x: number; y: number }>, name: Along | undefined): SVGElement {
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
    name && svg("text", { transform: `translate(${r(name.x)} ${r(name.y)}) rotate(${r(name.degrees)})`, y: 3.5, "text-anchor": "middle", "font-size": LINE_FONT, stroke: GROUND[state.theme].page, "stroke-width": 3, "paint-order": "stroke", fill: colour }, canvas.nameOf(edge)));
}

function node(explorer: Explorer, i: number, { x, y }: { x: number; y: number }, name: Standing | undefined): SVGElement {
  const { data, state, words } = explorer;
  const entity = data.entities[i];
  const family = data.payload.families.find((each) => each.id === entity.family)!;
  const fill = state.colours === "community" ? communityColour(entity.community) : familyColour(family, state.theme);
  return svg("g", null, svg("title", null, words.entity(entity)), shape(family, x, y, entity.size / 2, fill), name && label(name, GROUND[state.theme]));
}

/** A name beside its entity, as the picture has it. */
function label({ lines, font, side, box }: Standing, { page, text }: { page: string; text: string }): SVGElement {
  const [anchor, x] = side === "right" ? ["start", box.x - box.w / 2] : side === "left" ? ["end", box.x + box.w / 2] : ["middle", box.x];
  const first = box.y - (font * 1.2 * lines.length) / 2 + font * 0.95;
  return svg("text", { "text-anchor": anchor, "font-size": font.toFixed(1), "font-weight": 500, stroke: page, "stroke-width": 3, "paint-order": "stroke", fill: text },
    ...lines.map((line, rank) => svg("tspan", { x: x.toFixed(1), y: (first + rank * font * 1.2).toFixed(1) }, line)));
}
