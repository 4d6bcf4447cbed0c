// What stands below a picture that is taken away: its title, and what its shapes and lines mean.

import { corners, familyColour, GROUND, LINES } from "./appearance";
import { svg } from "./dom";
import type { Explorer } from "./main";
import { FONT } from "./style";
import { STATUSES, type Family, type Status } from "./types";

const [TITLE, SIZE, ROW, GAP] = [15, 12, 20, 18]; // pixels: of letters, of a row, between two entries
const MARGIN = 24;
const [SHAPE, LINE] = [11, 30]; // widths of the drawings before the words
const SPARE = 1.06; // who opens the file may have another font

interface Entry {
  words: string;
  width: number; // of the drawing
  draw(x: number, y: number): SVGElement[];
}

export interface Legend {
  drawing: SVGElement;
  height: number;
}

/** Lay out a legend from 0, 0 to the right and down. */
export function legendOf(explorer: Explorer, width: number): Legend {
  const { text, muted } = GROUND[explorer.state.theme];
  const measure = measuring();
  let [across, down] = [0, MARGIN + TITLE];
  const title = svg("text", { x: MARGIN, y: down, "font-size": TITLE, "font-weight": 650, fill: text }, explorer.data.payload.meta.title);
  down += ROW * 1.3;
  const entries = [...families(explorer), ...statuses(explorer)].flatMap((entry) => {
    const long = entry.width + 6 + measure(entry.words);
    if (across > 0 && across + long > width - 2 * MARGIN) [across, down] = [0, down + ROW];
    const left = MARGIN + across;
    across += long + GAP;
    const words = svg("text", { x: (left + entry.width + 6).toFixed(1), y: down, "font-size": SIZE, fill: muted }, entry.words);
    return [...entry.draw(left, down - SIZE / 3), words];
  });
  return { drawing: svg("g", { class: "legend" }, title, entries), height: down + MARGIN };
}

function measuring(): (words: string) => number {
  const pen = document.createElement("canvas").getContext("2d")!;
  pen.font = `${SIZE}px ${FONT}`;
  return (words) => pen.measureText(words).width * SPARE;
}

/** The kinds of entities that are drawn; where colours tell groups, the shape alone tells the kind. */
function families({ data, shown, state, words }: Explorer): Entry[] {
  const drawn = new Set([...shown.drawn].map((i) => data.entities[i].family));
  return data.payload.families
    .filter(({ id }) => drawn.has(id))
    .map((family) => ({
      words: words.say(`family_${family.id}`),
      width: SHAPE,
      draw: (x, y) => [shape(family, x + SHAPE / 2, y, SHAPE / 2, state.colours === "community" ? GROUND[state.theme].muted : familyColour(family, state.theme))],
    }));
}

function statuses({ edges, state, words }: Explorer): Entry[] {
  const drawn = new Set(edges.filter((edge) => !edge.bundled).map((edge) => edge.status));
  return STATUSES.filter((status) => drawn.has(status)).map((status) => ({
    words: words.say(`status_${status}`),
    width: LINE,
    draw: (x, y) => line(status, x, y, LINES[status][state.theme]),
  }));
}

/** A shape as the picture has it. */
export function shape(family: Family, x: number, y: number, half: number, fill: string): SVGElement {
  const points = corners(family.shape);
  return points.length
    ? svg("polygon", { points: points.map(([px, py]) => `${(x + px * half).toFixed(1)},${(y + py * half).toFixed(1)}`).join(" "), fill })
    : family.shape === "ellipse"
      ? svg("circle", { cx: x, cy: y, r: half, fill })
      : svg("rect", { x: x - half, y: y - half, width: 2 * half, height: 2 * half, rx: half / 2.5, fill });
}

function line(status: Status, x: number, y: number, colour: string): SVGElement[] {
  const { dash, width, arrow } = LINES[status];
  const end = x + LINE;
  const head = arrow === "tee" ? svg("path", { d: `M${end - 2} ${y - 5}v10`, stroke: colour, "stroke-width": 2 }) : svg("path", { d: `M${end - 6} ${y - 3.5}L${end} ${y}L${end - 6} ${y + 3.5}z`, fill: colour });
  const body = svg("path", {
    d: `M${x} ${y}h${LINE - 4}`,
    stroke: colour,
    "stroke-width": width + 0.4,
    "stroke-dasharray": dash.join(" ") || null,
    "stroke-linecap": status === "denied" ? "round" : null,
  });
  return [body, head];
}
