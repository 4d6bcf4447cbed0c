// What a choice of the reader is about: its entities, and what of the picture stays clear.

import type { App } from "./app";
import type { Focus } from "./naming";
import { pathsOf } from "./pathview";
import type { Selection } from "./state";
import type { Edge } from "./types";

/** The entities that a selection speaks of. */
export function entitiesOf(app: App, selection: Selection): number[] {
  const ends = (facts: number[]) => facts.slice(0, 6).flatMap((i) => [app.data.facts[i].s, app.data.facts[i].o ?? app.data.facts[i].s]);
  if (selection.kind === "entity") return [selection.entity];
  if (selection.kind === "facts") return [...new Set(ends(selection.facts))];
  if (selection.kind === "article" && selection.fact !== undefined) return [...new Set(ends([selection.fact]))];
  if (selection.kind === "path") return [...new Set(pathsOf(app, selection).flat().flatMap((step) => [step.fact.s, step.to]))];
  return [];
}

/** Whether the lines between two entities are shown one by one, however many they are. */
export function isFanned(app: App, s: number, o: number): boolean {
  const { selection } = app.state;
  if (selection.kind === "entity") return selection.entity === s || selection.entity === o;
  if (selection.kind !== "facts") return false;
  return selection.facts.some((i) => [app.data.facts[i].s, app.data.facts[i].o].includes(s) && [app.data.facts[i].s, app.data.facts[i].o].includes(o));
}

/** What the picture makes clear, everything else being pale. */
export function focusOf(app: App, edges: Edge[]): Focus | null {
  const { selection } = app.state;
  if (selection.kind === "entity" && app.shown.drawn.has(selection.entity)) {
    const near = edges.filter((edge) => edge.s === selection.entity || edge.o === selection.entity);
    return { entities: new Set([selection.entity, ...near.flatMap((edge) => [edge.s, edge.o])]), edges: new Set(near.map((edge) => edge.key)), centre: selection.entity };
  }
  const facts = factsInFocus(app, selection);
  if (!facts.size) return null;
  const lines = edges.filter((edge) => edge.facts.some((fact) => facts.has(fact.i)));
  if (!lines.length) return null;
  return { entities: new Set(lines.flatMap((edge) => [edge.s, edge.o])), edges: new Set(lines.map((edge) => edge.key)) };
}

function factsInFocus(app: App, selection: Selection): Set<number> {
  if (selection.kind === "facts") return new Set(selection.facts);
  if (selection.kind === "article" && selection.fact !== undefined) return new Set([selection.fact]);
  if (selection.kind === "article" && app.data.docs.length > 1) return new Set(app.data.factsIn[selection.doc].map((fact) => fact.i));
  if (selection.kind === "path") return new Set(pathsOf(app, selection).slice(0, 1).flat().map((step) => step.fact.i));
  if (selection.kind === "contradictions") return new Set(app.data.contradictions.flat());
  return new Set();
}
