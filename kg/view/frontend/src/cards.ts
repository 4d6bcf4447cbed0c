// A fact as a card: who, what, to whom, who says so, and the sentence that shows it.

import type { App } from "./app";
import { h } from "./dom";
import { shapeSymbol, lineSymbol } from "./symbols";
import { cut, pointsIn } from "./text";
import type { Selection } from "./state";
import type { Evidence, Fact, Pair } from "./types";

const CONTEXT = 170; // code points of the paragraph shown on each side of the sentence

/** A link within the page: it flows and wraps as text does, and can be opened in a new tab. */
export function link(app: App, selection: Selection, attributes: Record<string, string | null>, ...content: (Node | string)[]): HTMLElement {
  const follow = (event: Event) => {
    const { ctrlKey, metaKey, shiftKey } = event as MouseEvent;
    if (ctrlKey || metaKey || shiftKey) return;
    event.preventDefault();
    app.select(selection);
  };
  return h("a", { href: app.address(selection), ...attributes, onclick: follow }, content);
}

export function entityLink(app: App, i: number): HTMLElement {
  return link(app, { kind: "entity", entity: i }, { class: "entity-link" }, app.words.entity(app.data.entities[i]));
}

export function entitySymbol(app: App, i: number): SVGElement {
  const { family } = app.data.entities[i];
  return shapeSymbol(app.data.payload.families.find((each) => each.id === family)!, app.state.theme);
}

export function objectOf(app: App, fact: Fact): HTMLElement | string {
  if (fact.v) return h("span", { class: "value" }, app.words.value(fact.v));
  return fact.o === undefined ? "" : entityLink(app, fact.o);
}

/** How a fact is said: "stated", "denied", "planned"… and by whom. */
export function tags(app: App, fact: Fact): (HTMLElement | null)[] {
  const when = !fact.time ? null : h("span", { class: "when" }, app.words.date(fact.time[0] ?? fact.time[1] ?? "") || fact.time[3]);
  if (fact.status === "claimed") return [h("span", { class: "pill claimed" }, lineSymbol("claimed", app.state.theme), speaker(app, fact)), when];
  return [pill(app, fact), speaker(app, fact), when];
}

export function pill(app: App, fact: Fact): HTMLElement {
  const { words } = app;
  const text = fact.status === "unreal" ? words.say(fact.mod!) : words.say(`status_${fact.status}`);
  return h("span", { class: `pill ${fact.status}` }, lineSymbol(fact.status, app.state.theme), text[0].toUpperCase() + text.slice(1));
}

function speaker(app: App, fact: Fact): HTMLElement | null {
  if (fact.by === undefined) return null;
  const [before, after] = app.words.say(fact.status === "denied" ? "by_speaker" : "according_to", { a: "\u0000" }).split("\u0000");
  return h("span", { class: "speaker" }, before, entityLink(app, fact.by), after);
}

export function statement(app: App, fact: Fact): HTMLElement {
  return h("p", { class: "statement" },
    entityLink(app, fact.s), " ",
    link(app, { kind: "facts", facts: [fact.i] }, { class: `relation ${fact.status}` }, app.words.relation(fact)), " ",
    objectOf(app, fact));
}

export function card(app: App, fact: Fact, passages = 1): HTMLElement {
  const { words } = app;
  const shown = fact.ev.slice(0, passages);
  return h("article", { class: `card ${fact.status}`, "data-fact": fact.id },
    statement(app, fact),
    h("p", { class: "tags" }, tags(app, fact)),
    shown.map((evidence, rank) => passage(app, fact, evidence, rank)),
    fact.ev.length > shown.length && h("button", { class: "quiet", onclick: () => app.select({ kind: "facts", facts: [fact.i] }) }, words.say("evidence_n", { n: fact.ev.length })));
}

function passage(app: App, fact: Fact, evidence: Evidence, rank: number): HTMLElement {
  const { words } = app;
  const doc = app.data.docs[evidence.doc];
  const { before, after } = around(doc.text, evidence.sent);
  const origin = [doc.source ?? doc.title ?? doc.name, doc.date && words.date(doc.date), words.percent(evidence.conf)];
  return h("div", { class: "passage" },
    h("blockquote", { lang: doc.lang },
      before && h("span", { class: "context" }, before), marked(doc.text, evidence.sent, evidence), after && h("span", { class: "context" }, after)),
    h("p", { class: "origin" }, h("span", { title: words.say("confidence_value", { a: words.percent(evidence.conf) }) }, origin.filter(Boolean).join(" · ")),
      h("span", { class: "ways" },
        link(app, { kind: "article", doc: evidence.doc, fact: fact.i, passage: rank }, { class: "quiet" }, words.say("whole_article")),
        h("button", { class: "quiet", onclick: (event) => void copy(app, citation(app, evidence), event.currentTarget as HTMLElement) }, words.say("copy_citation")))));
}

/** The rest of the paragraph on both sides, cut at a word. */
function around(text: string, [start, end]: Pair): { before: string; after: string } {
  const before = cut(text, Math.max(0, start - CONTEXT), start);
  const after = cut(text, end, Math.min(pointsIn(text), end + CONTEXT));
  const lead = before.slice(before.lastIndexOf("\n") + 1);
  const rest = after.includes("\n") ? after.slice(0, after.indexOf("\n")) : after;
  const cutLead = lead.length === before.length && start > CONTEXT ? `… ${lead.replace(/^\S*\s/, "")}` : lead;
  const cutRest = rest.length === after.length && after.length >= CONTEXT ? `${rest.replace(/\s\S*$/, "")} …` : rest;
  return { before: cutLead.trim() ? cutLead : "", after: cutRest.trim() ? cutRest : "" };
}

/** A stretch of the article with subject, expression and object marked. */
export function marked(text: string, [start, end]: Pair, evidence: Evidence): HTMLElement {
  const parts: [string, Pair | undefined][] = [["subject", evidence.subj], ["trigger", evidence.trig], ["object", evidence.obj]];
  const cuts = new Set([start, end]);
  for (const [, span] of [...parts, ["clause", evidence.clause] as [string, Pair]]) {
    for (const at of span ?? []) if (at > start && at < end) cuts.add(at);
  }
  const ordered = [...cuts].sort((a, b) => a - b);
  const inside = (span: Pair | undefined, from: number, to: number) => span !== undefined && span[0] <= from && to <= span[1] && from < to;
  return h("span", { class: "sentence" }, ordered.slice(1).map((to, rank) => {
    const from = ordered[rank];
    const names = parts.filter(([, span]) => inside(span, from, to)).map(([name]) => name);
    const words = cut(text, from, to);
    if (names.length) return h("mark", { class: names.join(" ") }, words);
    return inside(evidence.clause, from, to) ? h("span", { class: "clause" }, words) : words;
  }));
}

function citation(app: App, evidence: Evidence): string {
  const doc = app.data.docs[evidence.doc];
  const origin = [doc.source, doc.title ?? doc.name, doc.date && app.words.date(doc.date), doc.url].filter(Boolean).join(", ");
  const sentence = cut(doc.text, ...evidence.sent).trim();
  return app.words.language === "fr" ? `« ${sentence} » — ${origin}` : `“${sentence}” — ${origin}`;
}

export async function copy(app: App, text: string, button: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = h("textarea", { class: "off-screen", value: text }) as HTMLTextAreaElement; // file:// pages have no clipboard
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  const before = button.textContent;
  button.textContent = app.words.say("copied");
  app.announce(app.words.say("copied"));
  window.setTimeout(() => (button.textContent = before), 1200);
}
