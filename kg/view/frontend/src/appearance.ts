// Colours and lines, the same for the canvas, the legend and the SVG export.

import type { Family, Status } from "./types";

export interface Line {
  light: string;
  dark: string;
  dash: number[]; // empty: solid
  width: number;
  arrow: "triangle" | "tee";
}

/** The dash carries the meaning without the colour. */
export const LINES: Record<Status, Line> = {
  asserted: { light: "#7d8894", dark: "#8b98a7", dash: [], width: 1.5, arrow: "triangle" },
  claimed: { light: "#6a5ae0", dark: "#a294ff", dash: [7, 5], width: 1.7, arrow: "triangle" },
  unsure: { light: "#98a1ac", dark: "#737f8c", dash: [3, 3], width: 1.2, arrow: "triangle" },
  denied: { light: "#c8384e", dark: "#ff6b7f", dash: [1.5, 4], width: 2, arrow: "tee" },
  unreal: { light: "#9a6700", dark: "#dca63f", dash: [9, 4, 1.5, 4], width: 1.6, arrow: "triangle" },
  past: { light: "#a9b1ba", dark: "#66727f", dash: [14, 4], width: 1.4, arrow: "triangle" },
};

export const GROUND = { light: { page: "#fbfaf7", text: "#17202b", muted: "#5b6673" }, dark: { page: "#11151b", text: "#e9edf2", muted: "#9aa7b5" } };

/** Colours of communities: Okabe and Ito's, then lighter and darker kin. */
const COMMUNITIES = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#8c6d00", "#7b5ea7", "#4f8a3c", "#b5495b"];
export const communityColour = (community: number | undefined): string => (community === undefined ? "#8b95a1" : COMMUNITIES[community % COMMUNITIES.length]);

export function lineWidth(status: Status, places: number): number {
  return LINES[status].width * Math.min(3, 0.72 + 0.42 * Math.sqrt(places));
}

/** Dashes as long as the view asks, and longer for a thick line: its round ends would close the gaps. */
export function dashes(status: Status, thickness: number, scale = 1): number[] {
  const { dash, width } = LINES[status];
  return dash.map((length) => length * scale * Math.max(1, thickness / width));
}

export function familyColour(family: Family, theme: "light" | "dark"): string {
  return theme === "dark" ? family.dark : family.light;
}

/** Corners of a shape in a square of side 2 around 0; nothing for circles and round rectangles. */
export function corners(shape: string): [number, number][] {
  const ring = (count: number, turn: number): [number, number][] =>
    Array.from({ length: count }, (_, k) => [Math.cos(turn + (2 * Math.PI * k) / count), Math.sin(turn + (2 * Math.PI * k) / count)]);
  const up = -Math.PI / 2;
  switch (shape) {
    case "triangle":
      return [[0, -1], [1, 1], [-1, 1]];
    case "diamond":
      return [[0, -1], [1, 0], [0, 1], [-1, 0]];
    case "pentagon":
      return ring(5, up);
    case "hexagon":
      return ring(6, 0);
    case "octagon":
      return ring(8, Math.PI / 8);
    case "star":
      return ring(10, up).map(([x, y], k) => (k % 2 ? [x * 0.42, y * 0.42] : [x, y]));
    default:
      return [];
  }
}
