// Small drawings for the legend: the same shapes, colours and dashes as the canvas.

import { corners, familyColour, LINES } from "./appearance";
import { svg } from "./dom";
import type { Family, Status } from "./types";

export function shapeSymbol(family: Family, theme: "light" | "dark", size = 13): SVGElement {
  const fill = familyColour(family, theme);
  const points = corners(family.shape);
  const drawing = points.length
    ? svg("polygon", { points: points.map(([x, y]) => `${(x * 6.5).toFixed(2)},${(y * 6.5).toFixed(2)}`).join(" "), fill })
    : family.shape === "ellipse"
      ? svg("circle", { r: 6, fill })
      : svg("rect", { x: -6, y: -6, width: 12, height: 12, rx: 3, fill });
  return svg("svg", { class: "symbol", viewBox: "-7 -7 14 14", width: size, height: size, "aria-hidden": "true" }, drawing);
}

export function lineSymbol(status: Status, theme: "light" | "dark"): SVGElement {
  const line = LINES[status];
  const colour = line[theme];
  const end = line.arrow === "tee" ? svg("path", { d: "M27 1v10", stroke: colour, "stroke-width": 2 }) : svg("path", { d: "M23 2.500 29 6l-6 3.500z", fill: colour });
  const body = svg("path", {
    d: "M1 6h24",
    stroke: colour,
    "stroke-width": line.width + 0.4,
    "stroke-dasharray": line.dash.join(" ") || null,
    "stroke-linecap": status === "denied" ? "round" : null,
  });
  return svg("svg", { class: "line-symbol", viewBox: "0 0 30 12", width: 30, height: 12, fill: "none", "aria-hidden": "true" }, body, end);
}
