// This page again, with only what the filters show: same script, same policy, other data.

import type { Explorer } from "./main";
import type { Fact, Payload } from "./types";

export function toPage(explorer: Explorer): string {
  const script = document.getElementById("explorer-script")!.textContent!;
  const style = document.getElementById("explorer-style")!.textContent!;
  const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')!.getAttribute("content")!.replace(/connect-src [^;]*/, "connect-src 'none'");
  const payload = chosen(explorer);
  const data = JSON.stringify(payload).replace(/[<>&\u2028\u2029]/g, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return [
    "<!doctype html>",
    `<html lang="${explorer.state.language}">`,
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escape(policy)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escape(payload.meta.title)}</title>`,
    `<link rel="icon" href="${escape(document.querySelector('link[rel="icon"]')?.getAttribute("href") ?? "data:,")}">`,
    `<style id="explorer-style">${style}</style>`,
    '<style id="__________cytoscape_stylesheet"></style>',
    "</head>",
    "<body>",
    '<div id="app"></div>',
    `<script type="application/json" id="data">${data}</script>`,
    `<script id="explorer-script">${script}</script>`,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

/** The data cut down to the facts in view, renumbered. */
function chosen(explorer: Explorer): Payload {
  const { data, state, shown } = explorer;
  const facts = factsInView(explorer);
  const entities = renumber(facts.flatMap((fact) => [fact.s, fact.o, fact.by]));
  const docs = renumber(facts.flatMap((fact) => fact.ev.map((each) => each.doc)));
  const factPlaces = new Map(facts.map((fact, place) => [fact.i, place]));
  const source = data.payload;
  return {
    ...source,
    meta: { ...source.meta, language: state.language, first: entities.size, live: undefined },
    docs: [...docs.keys()].map((i) => data.docs[i]),
    nodes: [...entities.keys()].map((i) => {
      const { i: _, place: __, ...rest } = data.entities[i];
      const at = shown.drawn.has(i) ? explorer.canvas.placeOf(i) : null;
      return { ...rest, at: at ? [Math.round(at.x), Math.round(at.y)] : undefined, map: undefined, mentions: rest.mentions.filter(([doc]) => docs.has(doc)).map(([doc, start, end]) => [docs.get(doc)!, start, end]) } as unknown as Payload["nodes"][number];
    }),
    facts: facts.map((fact) => {
      const { i: _, status: __, relation: ___, ...rest } = fact;
      return { ...rest, s: entities.get(fact.s)!, o: fact.o === undefined ? undefined : entities.get(fact.o)!, by: fact.by === undefined ? undefined : entities.get(fact.by)!, ev: fact.ev.map((each) => ({ ...each, doc: docs.get(each.doc)! })) } as unknown as Fact;
    }),
    contradictions: data.contradictions.map((group) => group.filter((i) => factPlaces.has(i)).map((i) => factPlaces.get(i)!)).filter((group) => group.length > 1),
  };
}

export function factsInView({ shown, state }: Explorer): Fact[] {
  if (state.view === "table") return shown.facts;
  return shown.facts.filter((fact) => shown.drawn.has(fact.s) && (fact.o === undefined || shown.drawn.has(fact.o)));
}

function renumber(found: (number | undefined)[]): Map<number, number> {
  const kept = [...new Set(found.filter((i): i is number => i !== undefined))].sort((a, b) => a - b);
  return new Map(kept.map((i, place) => [i, place]));
}

function escape(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
