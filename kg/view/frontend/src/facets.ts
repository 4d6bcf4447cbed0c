// The legend, which is the filter: every choice tells how much it would leave.

import type { App } from "./app";
import { h, replace } from "./dom";
import { source } from "./filter";
import { sheetCloser } from "./sheet";
import { filterCount, type Facet } from "./state";
import { lineSymbol, shapeSymbol } from "./symbols";
import { fold } from "./text";
import { STATUSES, type Status } from "./types";

const SHORT = 8; // choices of a long facet shown at first
const MOST = 200; // and at most: the others are searched for

interface Choice {
  value: string;
  label: string;
  symbol?: Element;
}

export class Facets {
  private readonly open = new Set<Facet>();
  private query = "";

  constructor(private readonly host: HTMLElement, private readonly app: App) {}

  render(): void {
    const { app } = this;
    const { words, state } = app;
    const active = filterCount(state);
    const focused = (document.activeElement as HTMLElement | null)?.dataset?.key;
    replace(
      this.host,
      sheetCloser(app),
      h("div", { class: "panel-head" }, h("h2", null, words.say("filters")),
        active > 0 && h("button", { class: "quiet reset", onclick: () => this.reset() }, words.say("reset_n", { n: active }))),
      app.data.live ? h("p", { class: "hint loaded" }, words.say("loaded_n", { n: app.data.facts.length, a: words.number(app.data.live.facts) })) : null,
      this.section("status", words.say("status"), this.statuses()),
      this.section("type", words.say("types"), this.types()),
      this.colours(),
      this.section("relation", words.say("relations"), this.relations()),
      this.sources().length > 1 && this.section("source", words.say("articles"), this.sources()),
      this.confidence(),
      h("section", { class: "note" }, h("p", null, words.say("mouse_note"))),
    );
    if (focused) this.host.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }

  private reset(): void {
    this.app.set({ off: { status: new Set(), type: new Set(), relation: new Set(), source: new Set() }, confidence: 0, time: null, undated: true }, true);
  }

  private statuses(): Choice[] {
    const used = new Set(this.app.data.facts.map((fact) => fact.status));
    const shown = STATUSES.filter((status) => used.has(status) || ["asserted", "claimed", "denied"].includes(status));
    return shown.map((value) => ({ value, label: this.app.words.say(`status_${value}`), symbol: lineSymbol(value as Status, this.app.state.theme) }));
  }

  private types(): Choice[] {
    const { data, words, state } = this.app;
    const used = new Set(data.entities.map((entity) => entity.family));
    return data.payload.families
      .filter((family) => used.has(family.id))
      .map((family) => ({ value: family.id, label: words.say(`family_${family.id}`), symbol: shapeSymbol(family, state.theme) }));
  }

  private relations(): Choice[] {
    const { data, words } = this.app;
    const counts = new Map<string, number>();
    for (const fact of data.facts) counts.set(fact.relation, (counts.get(fact.relation) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([value]) => ({ value, label: words.relationName(value) }));
  }

  private sources(): Choice[] {
    const { data } = this.app;
    return [...new Set(data.docs.map((_, i) => source(data, i)))].map((value) => ({ value, label: value }));
  }

  private section(facet: Facet, title: string, choices: Choice[]): HTMLElement | null {
    const { words } = this.app;
    const long = choices.length > SHORT + 2;
    const asked = facet === "relation" && this.query ? choices.filter((each) => fold(each.label).includes(fold(this.query))) : choices;
    if (!choices.length) return null;
    const whole = !long || this.open.has(facet) || (facet === "relation" && this.query !== "");
    const shown = asked.slice(0, whole ? MOST : SHORT);
    const left = whole ? asked.length - shown.length : 0;
    const rows = shown.map((choice) => this.row(facet, choice, choices));
    return h("section", { class: `facet facet-${facet}` },
      h("h3", null, title),
      facet === "relation" && choices.length > 14 && this.relationSearch(),
      rows.length ? h("ul", null, rows) : h("p", { class: "hint", role: "status" }, words.say("search_none", { a: this.query })),
      left > 0 && facet === "relation" && h("p", { class: "hint" }, words.say("relations_left", { n: left })),
      long && !this.query && h("button", { class: "quiet more", "data-key": `more-${facet}`, onclick: () => this.toggle(facet) },
        this.open.has(facet) ? words.say("less") : words.say("more", { n: choices.length - SHORT })));
  }

  private relationSearch(): HTMLElement {
    const label = this.app.words.say("find_relation");
    return h("input", { type: "search", class: "small", "data-key": "relation-search", placeholder: label, "aria-label": label, value: this.query,
      oninput: (event) => { this.query = (event.target as HTMLInputElement).value; this.render(); } });
  }

  private toggle(facet: Facet): void {
    if (!this.open.delete(facet)) this.open.add(facet);
    this.render();
  }

  private row(facet: Facet, choice: Choice, all: Choice[]): HTMLElement {
    const { state, shown, words } = this.app;
    const off = state.off[facet];
    const key = `${facet}:${choice.value}`;
    const count = shown.counts[facet].get(choice.value) ?? 0;
    const box = h("input", { type: "checkbox", checked: !off.has(choice.value), "data-key": key, onchange: () => this.flip(facet, choice.value) });
    return h("li", { class: off.has(choice.value) ? "off" : count === 0 ? "none" : null },
      h("label", null, box, choice.symbol ?? null, h("span", { class: "name", title: choice.label }, choice.label), h("span", { class: "count" }, words.number(count))),
      h("button", { class: "only", "aria-label": words.say("told_as", { a: choice.label, b: words.say("only") }), onclick: () => this.only(facet, choice.value, all) }, words.say("only")));
  }

  private flip(facet: Facet, value: string): void {
    const off = new Set(this.app.state.off[facet]);
    if (!off.delete(value)) off.add(value);
    this.app.set({ off: { ...this.app.state.off, [facet]: off } }, true);
  }

  private only(facet: Facet, value: string, all: Choice[]): void {
    const others = all.map((each) => each.value).filter((each) => each !== value);
    const alone = this.app.state.off[facet].size === others.length && !this.app.state.off[facet].has(value);
    this.app.set({ off: { ...this.app.state.off, [facet]: new Set(alone ? [] : others) } }, true);
  }

  private colours(): HTMLElement | null {
    const { words, state, data } = this.app;
    if (new Set(data.entities.map((entity) => entity.community)).size < 3) return null;
    const choice = (value: "type" | "community") =>
      h("label", null, h("input", { type: "radio", name: "colours", value, checked: state.colours === value, "data-key": `colours:${value}`, onchange: () => this.app.set({ colours: value }) }), words.say(`colour_${value}`));
    return h("fieldset", { class: "colours" }, h("legend", null, words.say("colour_by")), choice("type"), choice("community"));
  }

  private confidence(): HTMLElement {
    const { words, state } = this.app;
    const label = words.say("confidence");
    const shown = h("output", null, words.percent(state.confidence));
    return h("section", { class: "facet" },
      h("h3", { class: "with-value" }, label, shown),
      h("input", { type: "range", min: 0, max: 1, step: 0.05, value: state.confidence, "aria-label": label, "data-key": "confidence",
        oninput: (event) => { shown.textContent = words.percent(Number((event.target as HTMLInputElement).value)); },
        onchange: (event) => this.app.set({ confidence: Number((event.target as HTMLInputElement).value) }, true) }));
  }
}
