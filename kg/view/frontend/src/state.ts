// What the reader has chosen. It lives in the address after "#", so that a link restores the same picture.

import type { Data } from "./data";
import type { Language } from "./types";

export type Facet = "status" | "type" | "relation" | "source";
export const FACETS: Facet[] = ["status", "type", "relation", "source"];

export type Selection =
  | { kind: "home" }
  | { kind: "entity"; entity: number }
  | { kind: "facts"; facts: number[] }
  | { kind: "article"; doc: number; fact?: number; passage?: number }
  | { kind: "path"; from?: number; to?: number; denied?: boolean }
  | { kind: "contradictions" };

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
  if (state.added.size && state.added.size <= 200) words.push(`add=${list(state.added)}`);
  if (state.hidden.size) words.push(`hide=${list(state.hidden)}`);
  if (state.isolated) words.push(`only=${part(data.entities[state.isolated.entity].id)}~${state.isolated.depth}`);
  return words.length ? `#${words.join("&")}` : "";
}

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
  const state: State = { ...first, off: { status: new Set(), type: new Set(), relation: new Set(), source: new Set() }, added: new Set(), hidden: new Set() };
  const given = new Map<string, string>();
  for (const word of hash.replace(/^#/, "").split("&")) {
    const at = word.indexOf("=");
    if (at > 0) given.set(word.slice(0, at), word.slice(at + 1));
  }
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
  if (view === "table" || view === "map") state.view = view;
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
  return state;
}

function readSelection(given: Map<string, string>, data: Data): Selection {
  const entity = (id: string | undefined) => (id ? data.entity(decode(id))?.i : undefined);
  const chosen = entity(given.get("e"));
  if (chosen !== undefined) return { kind: "entity", entity: chosen };
  const facts = list(given.get("x")).map((id) => data.fact(decode(id))?.i).filter((i): i is number => i !== undefined);
  if (facts.length) return { kind: "facts", facts };
  const [docId, factId, passage] = (given.get("d") ?? "").split("~");
  const doc = docId ? data.docs.findIndex((each) => each.id === decode(docId)) : -1;
  if (doc >= 0) return { kind: "article", doc, fact: factId ? data.fact(decode(factId))?.i : undefined, passage: Number(passage) || 0 };
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
