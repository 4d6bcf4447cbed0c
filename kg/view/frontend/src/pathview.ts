// The path from one entity to another, told sentence by sentence.

import type { App } from "./app";
import { card, entityLink, entitySymbol } from "./cards";
import { h } from "./dom";
import { findPaths, type Step } from "./paths";
import { entityInput } from "./search";
import type { Selection } from "./state";

type PathChoice = Extract<Selection, { kind: "path" }>;

export function pathView(app: App, choice: PathChoice): HTMLElement {
  const { words } = app;
  const change = (part: Partial<PathChoice>) => app.select({ ...choice, ...part });
  return h("div", { class: "path-view" },
    h("header", { class: "entity-head" }, h("h1", null, words.say("path_title"))),
    h("div", { class: "path-form" },
      entityInput(app, words.say("path_from"), choice.from, (from) => change({ from })),
      entityInput(app, words.say("path_to"), choice.to, (to) => change({ to })),
      h("label", { class: "check" }, h("input", { type: "checkbox", checked: choice.denied ?? false, onchange: (event) => change({ denied: (event.target as HTMLInputElement).checked }) }), words.say("path_denied"))),
    result(app, choice));
}

function result(app: App, choice: PathChoice): HTMLElement {
  const { data, words } = app;
  if (choice.from === undefined || choice.to === undefined) return h("p", { class: "hint" }, words.say("path_choose"));
  const paths = pathsOf(app, choice);
  const [a, b] = [choice.from, choice.to].map((i) => words.entity(data.entities[i]));
  if (!paths.length) return h("p", { class: "empty" }, words.say("path_none", { a, b }));
  return h("div", { class: "paths" }, paths.map((path, rank) => h("section", { class: "block" }, h("h3", null, words.say("path_number", { n: rank + 1 })), tell(app, choice.from!, path))));
}

export function pathsOf(app: App, choice: PathChoice): Step[][] {
  if (choice.from === undefined || choice.to === undefined || choice.from === choice.to) return [];
  const facts = choice.denied ? app.shown.facts : app.shown.facts.filter((fact) => fact.status !== "denied");
  return findPaths(app.data, facts, choice.from, choice.to, 3);
}

function tell(app: App, from: number, path: Step[]): HTMLElement {
  const stop = (i: number) => h("p", { class: "stop" }, entitySymbol(app, i), entityLink(app, i));
  return h("div", { class: "path" }, stop(from), path.flatMap((step) => [h("div", { class: "leg" }, card(app, step.fact)), stop(step.to)]));
}
