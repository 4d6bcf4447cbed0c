// How entities and lines look on the canvas.

import type { EdgeSingular } from "cytoscape";
import { GROUND, LINES } from "./appearance";
import type { Status } from "./types";

export const FONT = '"Inter Variable", system-ui, sans-serif';

const READ = 12; // pixels of the name of the line under the pointer, on the screen

type Rule = { selector: string; style: Record<string, unknown> };

export function stylesheet(theme: "light" | "dark"): Rule[] {
  const { page, text, muted } = GROUND[theme];
  const accent = theme === "dark" ? "#ffd166" : "#e3a008";
  return [
    {
      selector: "node",
      style: {
        shape: "data(shape)",
        width: "data(size)",
        height: "data(size)",
        "background-color": "data(colour)",
        "border-width": 1.5,
        "border-color": page,
        label: "data(label)",
        "font-family": FONT,
        "font-size": "data(font)",
        "font-weight": 500,
        color: text,
        "text-valign": "bottom",
        "text-halign": "center",
        "text-margin-y": 4,
        "text-wrap": "wrap",
        "text-max-width": "data(limit)",
        "text-outline-color": page,
        "text-outline-width": 2.4,
        "text-outline-opacity": 0.92,
        "min-zoomed-font-size": 5,
        "z-index": "data(z)",
        "overlay-opacity": 0,
        "transition-property": "opacity",
        "transition-duration": 160,
      },
    },
    { selector: "node.name-top", style: { "text-valign": "top", "text-margin-y": -4 } },
    { selector: "node.name-right", style: { "text-valign": "center", "text-halign": "right", "text-margin-x": 4, "text-margin-y": 0 } },
    { selector: "node.name-left", style: { "text-valign": "center", "text-halign": "left", "text-margin-x": -4, "text-margin-y": 0 } },
    { selector: "node.unnamed", style: { "text-opacity": 0 } },
    {
      selector: "edge",
      style: {
        width: "data(width)",
        "line-color": "data(colour)",
        "line-opacity": "data(opacity)",
        "target-arrow-color": "data(colour)",
        "target-arrow-shape": "data(arrow)",
        "arrow-scale": 0.95,
        "curve-style": "straight",
        "target-distance-from-node": 3,
        "source-distance-from-node": 2,
        "overlay-opacity": 0,
        "transition-property": "opacity",
        "transition-duration": 160,
      },
    },
    {
      selector: "edge.bent",
      style: { "curve-style": "unbundled-bezier", "control-point-distances": "data(side)", "control-point-weights": 0.5, "edge-distances": "node-position" },
    },
    ...(Object.keys(LINES) as Status[]).filter((status) => LINES[status].dash.length).map((status) => ({
      selector: `edge[status = "${status}"]`,
      style: { "line-style": "dashed", "line-dash-pattern": "data(dash)", "line-cap": status === "denied" ? "round" : "butt" },
    })),
    { selector: 'edge[status = "bundle"]', style: { "line-opacity": 0.75 } },
    {
      selector: "edge.told",
      style: {
        "source-label": "data(name)",
        "source-text-offset": "data(spot)",
        "source-text-rotation": "autorotate",
        "font-family": FONT,
        "font-size": "data(font)",
        "min-zoomed-font-size": 8,
        color: muted,
        "text-background-color": page,
        "text-background-opacity": 0.94,
        "text-background-padding": 1.5,
      },
    },
    ...(["claimed", "denied", "unreal"] as Status[]).map((status) => ({ selector: `edge.told[status = "${status}"]`, style: { color: LINES[status][theme] } })),
    {
      selector: "edge.hover",
      style: {
        "line-opacity": 1,
        "z-index": 20,
        label: "data(name)",
        "text-rotation": "autorotate",
        "font-family": FONT,
        "font-size": (edge: EdgeSingular) => READ / Math.min(1, edge.cy().zoom()),
        "min-zoomed-font-size": 0,
        color: text,
        "text-outline-color": page,
        "text-outline-width": (edge: EdgeSingular) => 2.6 / Math.min(1, edge.cy().zoom()),
        "text-outline-opacity": 1,
      },
    },
    { selector: "edge.hover.told", style: { label: "" } },
    { selector: "node.far", style: { opacity: 0.16 } },
    { selector: "edge.far", style: { opacity: 0.1 } },
    { selector: "node.dim", style: { opacity: theme === "dark" ? 0.12 : 0.1, "text-opacity": 0, events: "yes" } },
    { selector: "edge.dim", style: { opacity: 0.06 } },
    { selector: "node.chosen", style: { "border-width": 4, "border-color": accent, "font-weight": 700, "z-index": 999 } },
    { selector: "node.pointed", style: { "border-width": 3, "border-color": accent, "border-style": "double", "z-index": 998 } },
    { selector: "edge.chosen", style: { "underlay-color": accent, "underlay-opacity": 0.28, "underlay-padding": 5, "line-opacity": 1, "z-index": 900 } },
  ];
}
