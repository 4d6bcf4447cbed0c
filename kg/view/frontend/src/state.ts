// What the reader has chosen. It lives in the address after "#", so that a link restores the same picture.

import type { Data } from "./data";
import { COLUMNS, type Column, type Language } from "./types";

export type Facet = "status" | "type" | "relation" | "source";
export const FACETS: Facet[] = ["status", "type", "relation", "source"];

export type Selection =
  | { kind: "home" }
  | { kind: "entity"; entity: number }
  | { kind: "facts"; facts: number[] }
  | { kind: "article"; doc: number; fact?: number; passage?: number }
  | { kind: "path"; from?: number; to?: number; denied?: boolean }
  | { kind: "contradictions" };

/** Where an entity stands on a wide screen, when it is not where Python put it. */
export interface Place {
  x: number;
  y: number;
  pinned: boolean; // by the reader; otherwise it found this place when it was opened
}

/** What lies in the middle of the picture, in the same measure, and how near it is. */
export interface Camera {
  zoom: number;
  x: number;
  y: number;
}

export interface State {
  selection: Selection;
  off: Record<Facet, Set<string>>;
  confidence: number;
  time: [string, string] | null; // both ends inclusive, ISO prefixes
  undated: boolean;
  view: "graph" | "table" | "map";
  colours: "type" | "community";
  language: Language;
  theme: "light" | "dark";
  added: Set<number>; // entities opened beyond the first screen
  hidden: Set<number>;
  isolated: { entity: number; depth: number } | null;
  chosen: Set<number> | null; // the picture shows these alone: an answer of the page to ask
  places: Map<number, Place>;
  camera: Camera | null; // null: all that matters is in view
  sort: { by: Column; down: boolean };
  page: number; // of the table, from 0
}

export function firstState(language: Language): State {
  const dark = window.matchMedia?.("(prefers-color-scheme: dark)").matches ?? false;
  return {
    selection: { kind: "home" },
    off: { status: new Set(), type: new Set(), relation: new Set(), source: new Set() },
    confidence: 0,
    time: null,
    undated: true,
    view: "graph",
    colours: "type",
    language,
    theme: dark ? "dark" : "light",
    added: new Set(),
    hidden: new Set(),
    isolated: null,
    chosen: null,
    places: new Map(),
    camera: null,
    sort: { by: "subject", down: false },
    page: 0,
  };
}

export function filterCount(state: State): number {
  return FACETS.filter((facet) => state.off[facet].size).length + Number(state.confidence > 0) + Number(state.time !== null) + Number(!state.undated);
}

const part = encodeURIComponent;

export function writeHash(state: State, data: Data, first: State): string {
  const words: string[] = [...writeSelection(state.selection, data)];
  const off = FACETS.flatMap((facet) => [...state.off[facet]].sort().map((value) => `${facet}:${part(value)}`));
  if (off.length) words.push(`off=${off.join(",")}`);
  if (state.confidence > 0) words.push(`c=${state.confidence}`);
  if (state.time) words.push(`t=${state.time.join("..")}`);
  if (!state.undated) words.push("undated=0");
  if (state.view !== "graph") words.push(`v=${state.view}`);
  if (state.colours !== "type") words.push(`by=${state.colours}`);
  if (state.language !== first.language) words.push(`l=${state.language}`);
  if (state.theme !== first.theme) words.push(`th=${state.theme}`);
  const list = (set: Set<number>) => [...set].sort((a, b) => a - b).map((i) => part(data.entities[i].id)).join(",");
  if (state.added.size && state.added.size <= MOST_IN_ADDRESS) words.push(`add=${list(state.added)}`);
  if (state.hidden.size) words.push(`hide=${list(state.hidden)}`);
  if (state.isolated) words.push(`only=${part(data.entities[state.isolated.entity].id)}~${state.isolated.depth}`);
  if (state.chosen) words.push(`set=${list(state.chosen)}`);
  const places = [...state.places].filter(([i, place]) => place.pinned || state.added.has(i)).sort((a, b) => a[0] - b[0]);
  if (places.length && places.length <= MOST_IN_ADDRESS) words.push(`at=${places.map(([i, { x, y, pinned }]) => `${part(data.entities[i].id)}~${x}~${y}${pinned ? "~p" : ""}`).join(",")}`);
  if (state.camera) words.push(`z=${state.camera.zoom}~${state.camera.x}~${state.camera.y}`);
  if (state.view === "table" && (state.sort.by !== "subject" || state.sort.down)) words.push(`sort=${state.sort.down ? "-" : ""}${state.sort.by}`);
  if (state.view === "table" && state.page) words.push(`page=${state.page + 1}`);
  return words.length ? `#${words.join("&")}` : "";
}

const MOST_IN_ADDRESS = 600; // entities; a longer address is cut off by mail and chat

function writeSelection(selection: Selection, data: Data): string[] {
  const entity = (i: number | undefined) => (i === undefined ? "" : part(data.entities[i].id));
  switch (selection.kind) {
    case "home":
      return [];
    case "entity":
      return [`e=${entity(selection.entity)}`];
    case "facts":
      return [`x=${selection.facts.slice(0, 40).map((i) => part(data.facts[i].id)).join(",")}`];
    case "article":
      return [`d=${part(data.docs[selection.doc].id)}${selection.fact === undefined ? "" : `~${part(data.facts[selection.fact].id)}~${selection.passage ?? 0}`}`];
    case "path":
      return [`p=${entity(selection.from)},${entity(selection.to)}${selection.denied ? ",denied" : ""}`];
    case "contradictions":
      return ["k=1"];
  }
}

/** Read an address; what it names that this graph does not hold is passed over. */
export function readHash(hash: string, data: Data, first: State): State {
  const state: State = { ...first, off: { status: new Set(), type: new Set(), relation: new Set(), source: new Set() }, added: new Set(), hidden: new Set(), places: new Map() };
  const given = wordsOf(hash);
  state.selection = readSelection(given, data);
  for (const word of list(given.get("off"))) {
    const at = word.indexOf(":");
    const facet = word.slice(0, at) as Facet;
    if (FACETS.includes(facet)) state.off[facet].add(decode(word.slice(at + 1)));
  }
  const confidence = Number(given.get("c"));
  if (confidence > 0 && confidence <= 1) state.confidence = confidence;
  const time = /^(\d{4}[\d-]{0,6})\.\.(\d{4}[\d-]{0,6})$/.exec(given.get("t") ?? "");
  if (time) state.time = [time[1], time[2]];
  state.undated = given.get("undated") !== "0";
  const view = given.get("v");
  if (view === "table" || (view === "map" && !data.live)) state.view = view;
  if (given.get("by") === "community") state.colours = "community";
  const language = given.get("l");
  if (language === "fr" || language === "en") state.language = language;
  const theme = given.get("th");
  if (theme === "light" || theme === "dark") state.theme = theme;
  for (const id of list(given.get("add"))) addEntity(state.added, id, data);
  for (const id of list(given.get("hide"))) addEntity(state.hidden, id, data);
  const [id, depth] = (given.get("only") ?? "").split("~");
  const only = id ? data.entity(decode(id)) : undefined;
  if (only) state.isolated = { entity: only.i, depth: Math.min(3, Math.max(1, Number(depth) || 1)) };
  const chosen = new Set<number>();
  for (const id of list(given.get("set"))) addEntity(chosen, id, data);
  if (chosen.size) state.chosen = chosen;
  readPlaces(state.places, given.get("at"), data);
  const [zoom, x, y] = (given.get("z") ?? "").split("~").map(Number);
  if (zoom >= 0.005 && zoom <= 10 && Math.abs(x) < 1e7 && Math.abs(y) < 1e7) state.camera = { zoom, x, y };
  const sort = given.get("sort") ?? "";
  const by = COLUMNS.find((each) => each === sort.replace(/^-/, ""));
  if (by) state.sort = { by, down: sort.startsWith("-") };
  state.page = Math.max(0, Math.min(1e6, Math.floor(Number(given.get("page")) || 1)) - 1);
  return state;
}

function wordsOf(hash: string): Map<string, string> {
  const given = new Map<string, string>();
  for (const word of hash.replace(/^#/, "").split("&")) {
    const at = word.indexOf("=");
    if (at > 0) given.set(word.slice(0, at), word.slice(at + 1));
  }
  return given;
}

/** What an address names, by id: a page that has only a part of the graph must ask for it first. */
export function namedIn(hash: string): { entities: string[]; facts: string[]; articles: string[] } {
  const given = wordsOf(hash);
  const ids = (key: string, only?: number) => list(given.get(key)).map((each) => decode(each.split("~")[0])).slice(0, only);
  return { entities: [...new Set([...ids("e"), ...ids("p", 2), ...ids("add"), ...ids("hide"), ...ids("only"), ...ids("set"), ...ids("at")])], facts: ids("x"), articles: ids("d") };
}

function readPlaces(places: Map<number, Place>, text: string | undefined, data: Data): void {
  for (const word of list(text)) {
    const [id, x, y, pinned] = word.split("~");
    const found = data.entity(decode(id));
    if (found && Math.abs(Number(x)) < 1e7 && Math.abs(Number(y)) < 1e7) places.set(found.i, { x: Number(x), y: Number(y), pinned: pinned === "p" });
  }
}

function readSelection(given: Map<string, string>, data: Data): Selection {
  const entity = (id: string | undefined) => (id ? data.entity(decode(id))?.i : undefined);
  const chosen = entity(given.get("e"));
  if (chosen !== undefined) return { kind: "entity", entity: chosen };
  const facts = list(given.get("x")).map((id) => data.fact(decode(id))?.i).filter((i): i is number => i !== undefined);
  if (facts.length) return { kind: "facts", facts };
  const [docId, factId, passage] = (given.get("d") ?? "").split("~");
  const doc = docId ? data.doc(decode(docId)) : undefined;
  if (doc !== undefined) return { kind: "article", doc, fact: factId ? data.fact(decode(factId))?.i : undefined, passage: Number(passage) || 0 };
  if (given.has("p")) {
    const [from, to, denied] = given.get("p")!.split(",");
    return { kind: "path", from: entity(from), to: entity(to), denied: denied === "denied" };
  }
  return given.has("k") ? { kind: "contradictions" } : { kind: "home" };
}

function addEntity(set: Set<number>, id: string, data: Data): void {
  const found = data.entity(decode(id));
  if (found) set.add(found.i);
}

function list(text: string | undefined): string[] {
  return text ? text.split(",").filter(Boolean) : [];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a broken escape names nothing
  }
}
