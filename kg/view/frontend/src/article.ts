// A whole article with every fact that was read in it marked at its place.

import type { App } from "./app";
import { link, marked, statement, tags } from "./cards";
import { h, icon } from "./dom";
import { cut, pointsIn } from "./text";
import type { Evidence, Fact } from "./types";

interface Passage {
  fact: Fact;
  evidence: Evidence;
  rank: number;
}

export function articleView(app: App, doc: number, chosen: number | undefined, rank: number): HTMLElement {
  const { data, words } = app;
  const article = data.docs[doc];
  const passages = passagesIn(app, doc);
  const here = passages.find((each) => each.fact.i === chosen && each.rank === rank) ?? passages.find((each) => each.fact.i === chosen);
  const origin = [article.source, article.date && words.date(article.date), words.count(data.factsIn[doc].length)].filter(Boolean).join(" · ");
  return h("div", { class: "whole-article" },
    h("header", { class: "entity-head" },
      h("h1", { lang: article.lang }, article.title ?? article.name), h("p", { class: "about" }, origin),
      article.url && h("a", { href: article.url, target: "_blank", rel: "noopener noreferrer" }, words.say("open_source"))),
    h("div", { class: "steps" }, step(app, doc, passages, here, -1), here ? h("div", { class: "step-fact" }, statement(app, here.fact), h("p", { class: "tags" }, tags(app, here.fact))) : h("p", { class: "hint" }, words.say("article_passages", { n: passages.length })), step(app, doc, passages, here, 1)),
    h("div", { class: "text", lang: article.lang }, paragraphs(app, doc, passages, here)));
}

function passagesIn(app: App, doc: number): Passage[] {
  return app.data.factsIn[doc]
    .flatMap((fact) => fact.ev.map((evidence, rank) => ({ fact, evidence, rank })))
    .filter((each) => each.evidence.doc === doc)
    .sort((a, b) => a.evidence.clause[0] - b.evidence.clause[0] || a.evidence.clause[1] - b.evidence.clause[1] || a.fact.i - b.fact.i);
}

function step(app: App, doc: number, passages: Passage[], here: Passage | undefined, way: 1 | -1): HTMLElement {
  const at = here ? passages.indexOf(here) + way : way === 1 ? 0 : passages.length - 1;
  const goal = passages[at];
  const label = app.words.say(way === 1 ? "next" : "previous");
  return h("button", { class: "quiet round", "aria-label": label, title: label, disabled: !goal, onclick: () => goal && app.select({ kind: "article", doc, fact: goal.fact.i, passage: goal.rank }) }, icon(way === 1 ? "forward" : "back"));
}

function paragraphs(app: App, doc: number, passages: Passage[], here: Passage | undefined): HTMLElement[] {
  const { text, title } = app.data.docs[doc];
  const result: HTMLElement[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    const end = start + pointsIn(line);
    if (line.trim() && !(start === 0 && line.trim() === title)) result.push(h("p", null, pieces(app, text, start, end, passages, here)));
    start = end + 1;
  }
  return result;
}

/** One paragraph: the sentence in view in full, elsewhere the passages as links to their facts. */
function pieces(app: App, text: string, start: number, end: number, passages: Passage[], here: Passage | undefined): (Node | string)[] {
  const inside = passages.filter(({ evidence }) => evidence.clause[0] < end && evidence.clause[1] > start);
  const open = here && here.evidence.sent[0] < end && here.evidence.sent[1] > start ? here.evidence.sent : null;
  const cuts = new Set([start, end]);
  for (const at of [...inside.flatMap((each) => each.evidence.clause), ...(open ?? [])]) if (at > start && at < end) cuts.add(at);
  const ordered = [...cuts].sort((a, b) => a - b);
  const result: (Node | string)[] = [];
  let shownHere = false;
  for (let k = 1; k < ordered.length; k++) {
    const [from, to] = [ordered[k - 1], ordered[k]];
    if (open && from >= Math.max(open[0], start) && to <= open[1]) {
      if (!shownHere) result.push(h("span", { class: `here ${here!.fact.status}` }, marked(text, [Math.max(open[0], start), Math.min(open[1], end)], here!.evidence)));
      shownHere = true;
      continue;
    }
    const found = inside.filter(({ evidence }) => evidence.clause[0] <= from && to <= evidence.clause[1]);
    const words = cut(text, from, to);
    if (!found.length) result.push(words);
    else result.push(passageLink(app, words, found));
  }
  return result;
}

function passageLink(app: App, words: string, found: Passage[]): HTMLElement {
  const order = ["denied", "claimed", "unreal", "asserted", "past", "unsure"];
  const [first] = [...found].sort((a, b) => order.indexOf(a.fact.status) - order.indexOf(b.fact.status));
  return link(app, { kind: "article", doc: first.evidence.doc, fact: first.fact.i, passage: first.rank }, { class: `passage-link ${first.fact.status}` }, words);
}
