// The facts as a real table: for reading in order, for screen readers, for copying into a sheet.

import type { App } from "./app";
import { entityLink, link, objectOf, pill } from "./cards";
import { h, icon, replace } from "./dom";
import { dateOf, source } from "./filter";
import { cut } from "./text";
import { COLUMNS, STATUSES, type Column, type Fact } from "./types";

const ROWS = 200; // of a page

export class Table {
  constructor(private readonly host: HTMLElement, private readonly app: App) {}

  render(): void {
    const { app } = this;
    const { words, state } = app;
    if (state.view !== "table") return;
    const rows = this.sorted();
    const last = Math.max(0, Math.ceil(rows.length / ROWS) - 1);
    const page = Math.min(state.page, last);
    const focused = (document.activeElement as HTMLElement | null)?.dataset?.key;
    const caption = words.say("table_rows", { n: rows.length, a: words.say(`col_${state.sort.by}`).toLowerCase() });
    const shown = rows.slice(page * ROWS, (page + 1) * ROWS);
    replace(this.host,
      h("p", { class: "hint", role: "status" }, caption),
      this.pages(rows.length, page, last, "top"),
      rows.length === 0 ? h("p", { class: "empty" }, app.data.facts.length ? words.say("nothing") : words.say("empty", { n: app.data.totals.articles })) : h("table", { "aria-rowcount": rows.length + 1 },
        h("caption", { class: "off-screen" }, caption),
        h("thead", null, h("tr", { "aria-rowindex": 1 }, COLUMNS.map((column) => this.head(column)), h("th", { scope: "col" }, words.say("col_sentence")))),
        h("tbody", null, shown.map((fact, k) => this.row(fact, page * ROWS + k + 2)))),
      this.pages(rows.length, page, last, "bottom"));
    if (focused) this.host.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]:not(:disabled)`)?.focus({ preventScroll: true });
  }

  /** Which rows these are, and the way to the others. */
  private pages(count: number, page: number, last: number, where: string): HTMLElement | null {
    const { app } = this;
    const { words, data } = app;
    const more = data.live !== undefined && data.facts.length < data.live.facts;
    if (!last && !more) return null;
    const go = (to: number, name: string, label: string) =>
      h("button", { class: "quiet round", "data-key": `${name}-${where}`, "aria-label": label, title: label, disabled: to < 0 || to > last || to === page, onclick: () => this.turn(to) }, icon(name));
    const range = words.say("rows_from", { n: page * ROWS + 1, a: words.number(Math.min(count, (page + 1) * ROWS)), b: words.number(count) });
    const choice = h("select", { "data-key": `page-${where}`, "aria-label": words.say("page"), onchange: (event) => this.turn(Number((event.target as HTMLSelectElement).value)) },
      Array.from({ length: last + 1 }, (_, k) => h("option", { value: k, selected: k === page }, `${words.say("page")} ${words.number(k + 1)} / ${words.number(last + 1)}`)));
    return h("nav", { class: `pages at-${where}`, "aria-label": `${words.say("page")} (${words.say(`pages_${where}`)})` },
      go(page - 1, "back", words.say("previous")), choice, go(page + 1, "forward", words.say("next")), h("span", { class: "hint" }, range),
      more && h("button", { class: "quiet", "data-key": `more-${where}`, onclick: () => app.moreRows() }, words.say("more_rows", { n: data.facts.length, a: words.number(data.live!.facts) })));
  }

  private turn(page: number): void {
    this.app.set({ page }, true);
    this.host.scrollTop = 0;
  }

  private head(column: Column): HTMLElement {
    const { by, down } = this.app.state.sort;
    const sorted = by === column ? (down ? "descending" : "ascending") : "none";
    return h("th", { scope: "col", "aria-sort": sorted }, h("button", { "data-key": `sort-${column}`, onclick: () => this.app.set({ sort: { by: column, down: by === column && !down }, page: 0 }) }, this.app.words.say(`col_${column}`), h("span", { class: "sort", "aria-hidden": "true" }, sorted === "none" ? "" : down ? "↓" : "↑")));
  }

  private sorted(): Fact[] {
    const { by, down } = this.app.state.sort;
    const collator = new Intl.Collator(this.app.words.language, { numeric: true, ignorePunctuation: true });
    const keyed = this.app.shown.facts.map((fact) => ({ fact, key: by === "status" ? String(STATUSES.indexOf(fact.status)) : cell(this.app, fact, by) }));
    keyed.sort((a, b) => (down ? -1 : 1) * collator.compare(a.key, b.key) || a.fact.i - b.fact.i);
    return keyed.map((each) => each.fact);
  }

  private row(fact: Fact, place: number): HTMLElement {
    const { app } = this;
    const { data, words } = app;
    const evidence = fact.ev[0];
    return h("tr", { "aria-rowindex": place },
      h("th", { scope: "row" }, entityLink(app, fact.s)),
      h("td", null, link(app, { kind: "facts", facts: [fact.i] }, { class: "relation" }, words.relation(fact))),
      h("td", null, objectOf(app, fact)),
      h("td", null, pill(app, fact)),
      h("td", null, fact.by === undefined ? "" : entityLink(app, fact.by)),
      h("td", { class: "number" }, cell(app, fact, "time") && words.date(cell(app, fact, "time"))),
      h("td", { class: "number" }, words.percent(fact.conf)),
      h("td", null, evidence ? source(data, evidence.doc) : ""),
      h("td", { class: "sentence-cell", lang: evidence ? data.docs[evidence.doc].lang : null }, evidence ? cut(data.docs[evidence.doc].text, ...evidence.sent).trim() : ""));
  }
}

/** The plain text of a cell: what the CSV export writes, and what sorting goes by but for the status. */
export function cell(app: App, fact: Fact, column: Column | "sentence"): string {
  const { data, words } = app;
  switch (column) {
    case "subject":
      return words.entity(data.entities[fact.s]);
    case "relation":
      return words.relation(fact);
    case "object":
      return fact.v ? fact.v[0] : fact.o === undefined ? "" : words.entity(data.entities[fact.o]);
    case "status":
      return fact.status;
    case "speaker":
      return fact.by === undefined ? "" : words.entity(data.entities[fact.by]);
    case "time":
      return fact.time ? fact.time[0] ?? dateOf(fact)?.[0] ?? "" : "";
    case "confidence":
      return fact.conf.toFixed(2);
    case "source":
      return fact.ev.length ? source(data, fact.ev[0].doc) : "";
    case "sentence":
      return fact.ev.length ? cut(data.docs[fact.ev[0].doc].text, ...fact.ev[0].sent).trim() : "";
  }
}
