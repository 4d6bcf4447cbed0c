// What is shown, written as files.

import type { Explorer } from "./main";
import { toCsv, toGraphMl } from "./formats";
import { toPage } from "./selectionpage";
import type { State } from "./state";
import { legendSvg, toSvg } from "./svgexport";
import { toTurtle } from "./turtle";

const SCALE = 2; // dots of a picture for one of the screen

type View = State["view"];
type Run = (explorer: Explorer) => void | Promise<void>;

export const exporters: Record<string, Run> = {
  png: async (explorer) => save(await toPng(explorer), "graph.png"),
  svg: (explorer) => saveText(toSvg(explorer), "graph.svg", "image/svg+xml"),
  csv: (explorer) => saveText(toCsv(explorer), "facts.csv", "text/csv"),
  ttl: (explorer) => saveText(toTurtle(explorer), "facts.ttl", "text/turtle"),
  graphml: (explorer) => saveText(toGraphMl(explorer), "graph.graphml", "application/xml"),
  html: (explorer) => saveText(toPage(explorer), "selection.html", "text/html"),
};

/** Views that have a picture; all other files hold facts, which every view has. */
const PICTURES: Record<string, View[]> = { png: ["graph", "map"], svg: ["graph"] };

export function isOffered(name: string, view: View): boolean {
  return PICTURES[name]?.includes(view) ?? true;
}

async function toPng(explorer: Explorer): Promise<Blob> {
  if (explorer.state.view === "map") return explorer.map.toBlob();
  const ground = getComputedStyle(document.documentElement).getPropertyValue("--page").trim();
  const picture = await createImageBitmap(await explorer.canvas.cy.png({ output: "blob-promise", bg: ground, scale: SCALE, full: false }));
  return withLegend(picture, explorer);
}

/** What is on the screen, and below it what its shapes and lines mean. */
async function withLegend(picture: ImageBitmap, explorer: Explorer): Promise<Blob> {
  const { text, height } = legendSvg(explorer, picture.width / SCALE);
  const legend = new Image();
  legend.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await legend.decode();
  const sheet = document.createElement("canvas");
  [sheet.width, sheet.height] = [picture.width, picture.height + Math.ceil(height * SCALE)];
  const pen = sheet.getContext("2d")!;
  pen.drawImage(picture, 0, 0);
  pen.drawImage(legend, 0, picture.height, picture.width, height * SCALE);
  return new Promise((resolve) => sheet.toBlob((blob) => resolve(blob!), "image/png"));
}

function saveText(text: string, name: string, type: string): void {
  save(new Blob([text], { type: `${type};charset=utf-8` }), name);
}

function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
