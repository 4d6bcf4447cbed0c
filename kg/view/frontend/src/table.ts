// The facts as a real table: for reading in order, for screen readers, for copying into a sheet.

import type { App } from "./app";
import { entityLink, link, objectOf, pill } from "./cards";
import { h, replace } from "./dom";
import { dateOf, source } from "./filter";
import { cut } from "./text";
import type { Fact } from "./types";

type Column = "subject" | "relation" | "object" | "status" | "speaker" | "time" | "confidence" | "source";
const COLUMNS: Column[] = ["subject", "relation", "object", "status", "speaker", "time", "confidence", "source"];
const ROWS = 400; // drawn at once

export class Table {
  private by: Column = "subject";
  private down = false;

  constructor(private readonly host: HTMLElement, private readonly app: App) {}

  render(): void {
    const { app } = this;
    const { words } = app;
    if (app.state.view !== "table") return;
    const rows = this.sorted();
    const sortedBy = words.say(`col_${this.by}`).toLowerCase();
    replace(this.host,
      h("p", { class: "hint", role: "status" }, words.say("table_rows", { n: rows.length, a: sortedBy }), rows.length > ROWS && ` ${words.say("table_cut", { n: ROWS })}`),
      rows.length === 0 ? h("p", { class: "empty" }, words.say("nothing")) : h("table", null,
        h("caption", { class: "off-screen" }, words.say("table_rows", { n: rows.length, a: sortedBy })),
        h("thead", null, h("tr", null, COLUMNS.map((column) => this.head(column)), h("th", { scope: "col" }, words.say("col_sentence")))),
        h("tbody", null, rows.slice(0, ROWS).map((fact) => this.row(fact)))));
  }

  private head(column: Column): HTMLElement {
    const sorted = this.by === column ? (this.down ? "descending" : "ascending") : "none";
    return h("th", { scope: "col", "aria-sort": sorted }, h("button", { onclick: () => this.sort(column) }, this.app.words.say(`col_${column}`), h("span", { class: "sort", "aria-hidden": "true" }, sorted === "none" ? "" : this.down ? "↓" : "↑")));
  }

  private sort(column: Column): void {
    this.down = this.by === column ? !this.down : false;
    this.by = column;
    this.render();
  }

  private sorted(): Fact[] {
    const collator = new Intl.Collator(this.app.words.language, { numeric: true });
    const key = (fact: Fact) => cell(this.app, fact, this.by);
    const keyed = this.app.shown.facts.map((fact) => ({ fact, key: key(fact) }));
    keyed.sort((a, b) => (this.down ? -1 : 1) * collator.compare(a.key, b.key) || a.fact.i - b.fact.i);
    return keyed.map((each) => each.fact);
  }

  private row(fact: Fact): HTMLElement {
    const { app } = this;
    const { data, words } = app;
    const evidence = fact.ev[0];
    return h("tr", null,
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

/** The plain text of a cell: what sorting and the CSV export go by. */
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
