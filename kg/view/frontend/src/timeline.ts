// When: a histogram of the facts, a brush over it, and a bucket for facts without a date.

import type { App } from "./app";
import { h, replace, svg } from "./dom";
import { dateOf } from "./filter";
import { STATUSES, type Fact, type Status } from "./types";
import { LINES } from "./appearance";

type Unit = "year" | "month" | "day";
const LENGTH: Record<Unit, number> = { year: 4, month: 7, day: 10 };
const TICK: Record<Unit, number> = { year: 52, month: 72, day: 88 }; // pixels that the date below a column takes
const MOST = 58; // columns, without the two for what lies before and after

/** A stretch of time, both ends inclusive ISO prefixes. */
interface Column {
  from: string;
  to: string;
  open?: "before" | "after"; // what lies outside the window: a date of long ago does not flatten the rest
}

export class Timeline {
  private readonly columns: Column[]; // without a gap
  private readonly unit: Unit;
  private drag: { from: number; to: number } | null = null;

  constructor(private readonly host: HTMLElement, private readonly app: App) {
    const dates = app.data.facts.map(dateOf).filter((each): each is [string, string] => each !== null).map(([from]) => from.slice(0, 10)).sort();
    [this.unit, this.columns] = chooseColumns(dates);
    host.hidden = this.columns.length < 2;
  }

  render(): void {
    if (this.host.hidden) return;
    const { app, columns } = this;
    const { words, state } = app;
    const counts = columns.map(() => new Map<Status, number>());
    let undated = 0;
    for (const fact of this.candidates()) {
      const when = dateOf(fact)?.[0];
      const rank = when === undefined ? -1 : columns.findIndex((column) => when.slice(0, column.to.length) <= column.to);
      if (rank < 0) undated++;
      else counts[rank].set(fact.status, (counts[rank].get(fact.status) ?? 0) + 1);
    }
    const most = Math.max(1, ...counts.map((each) => sum(each)));
    const range = this.range();
    const bars = h("div", { class: "bars", role: "slider", tabindex: 0, "aria-label": words.say("timeline_hint"), "aria-valuemin": 0, "aria-valuemax": columns.length - 1, "aria-valuenow": range ? range[0] : 0,
      "aria-valuetext": state.time ? this.periodText() : words.say("timeline_clear"),
      onkeydown: (event) => this.key(event as KeyboardEvent), onpointerdown: (event) => this.start(event as PointerEvent) },
      counts.map((each, rank) => this.bar(each, rank, most, range)));
    replace(this.host,
      h("div", { class: "timeline-head" }, h("h3", null, words.say("timeline")), h("span", { class: "hint" }, state.time ? this.periodText() : words.say("timeline_hint")),
        state.time && h("button", { class: "quiet", onclick: () => app.set({ time: null }, true) }, words.say("timeline_clear")),
        h("label", { class: "check undated" }, h("input", { type: "checkbox", checked: state.undated, onchange: () => app.set({ undated: !state.undated }, true) }), words.say("undated_n", { n: undated }))),
      bars, h("div", { class: "ticks", "aria-hidden": "true" }, this.ticks()));
  }

  /** Facts that pass every filter but time. */
  private candidates(): Fact[] {
    const { app } = this;
    return app.state.time || !app.state.undated ? this.withoutTime() : app.shown.facts;
  }

  private withoutTime(): Fact[] {
    const { app } = this;
    return app.data.facts.filter((fact) => fact.conf >= app.state.confidence && !app.state.off.status.has(fact.status) && !app.state.off.relation.has(fact.relation));
  }

  private bar(counts: Map<Status, number>, rank: number, most: number, range: [number, number] | null): HTMLElement {
    const total = sum(counts);
    const inside = !range || (rank >= range[0] && rank <= range[1]);
    const label = this.app.words.say("told_as", { a: this.name(this.columns[rank]), b: this.app.words.count(total) });
    const drawing = svg("svg", { viewBox: "0 0 10 100", preserveAspectRatio: "none", "aria-hidden": "true" });
    let top = 100;
    for (const status of STATUSES) {
      const height = ((counts.get(status) ?? 0) / most) * 94;
      top -= height;
      if (height) drawing.append(svg("rect", { x: 0, y: top, width: 10, height, fill: LINES[status][this.app.state.theme] }));
    }
    return h("div", { class: inside ? "bar" : "bar outside", title: label, "data-rank": rank }, drawing);
  }

  private ticks(): HTMLElement[] {
    const { columns } = this;
    const width = (this.host.clientWidth - 36) / Math.max(1, columns.length); // pixels of a column
    const each = Math.max(1, Math.ceil(Math.max(columns.length / 8, TICK[this.unit] / width)));
    const end = columns.length - (columns[columns.length - 1].open ? 2 : 1); // the last date is always told
    return columns.map((column, rank) => {
      if (rank === end) return h("span", { class: "last" }, h("span", null, this.tick(column)));
      return h("span", null, rank % each === 0 && (rank === 0 || (end - rank) * width >= 2 * TICK[this.unit]) ? this.tick(column) : "");
    });
  }

  private tick(column: Column): string {
    if (column.open) return "…";
    return this.app.words.date(column.from, "short");
  }

  private name(column: Column): string {
    const { words } = this.app;
    if (column.open === "before") return words.say("before", { a: words.date(column.to) });
    return column.open === "after" ? words.say("after", { a: words.date(column.from) }) : words.date(column.from);
  }

  private periodText(): string {
    const { words, state } = this.app;
    const [from, to] = state.time!;
    if (from === to) return words.date(from);
    if (from === EVER) return words.say("before", { a: words.date(to) });
    return to === FOREVER ? words.say("after", { a: words.date(from) }) : `${words.date(from)} – ${words.date(to)}`;
  }

  private range(): [number, number] | null {
    if (this.drag) return [Math.min(this.drag.from, this.drag.to), Math.max(this.drag.from, this.drag.to)];
    const { time } = this.app.state;
    if (!time) return null;
    const inside = this.columns.map((column, rank) => ({ column, rank })).filter(({ column }) => column.to >= time[0].slice(0, column.to.length) && column.from <= time[1].slice(0, column.from.length));
    return inside.length ? [inside[0].rank, inside[inside.length - 1].rank] : null;
  }

  private choose(from: number, to: number): void {
    const last = this.columns.length - 1;
    const [a, b] = [Math.max(0, Math.min(from, to)), Math.min(last, Math.max(from, to))];
    this.app.set({ time: [this.columns[a].from, this.columns[b].to] }, true);
    this.host.querySelector<HTMLElement>(".bars")?.focus();
  }

  private start(event: PointerEvent): void {
    const bars = event.currentTarget as HTMLElement;
    const rankAt = (x: number) => {
      const box = bars.getBoundingClientRect();
      return Math.min(this.columns.length - 1, Math.max(0, Math.floor(((x - box.left) / box.width) * this.columns.length)));
    };
    this.drag = { from: rankAt(event.clientX), to: rankAt(event.clientX) };
    const move = (moved: PointerEvent) => {
      this.drag!.to = rankAt(moved.clientX);
      const [a, b] = this.range()!;
      bars.querySelectorAll<HTMLElement>(".bar").forEach((bar, rank) => bar.classList.toggle("outside", rank < a || rank > b));
    };
    const stop = () => {
      window.removeEventListener("pointermove", move);
      const { from, to } = this.drag!;
      this.drag = null;
      this.choose(from, to);
    };
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", stop, { once: true });
  }

  private key(event: KeyboardEvent): void {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (event.key === "Escape" && this.app.state.time) this.app.set({ time: null }, true);
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    const [from, to] = this.range() ?? (step > 0 ? [-1, -1] : [this.columns.length, this.columns.length]);
    const last = this.columns.length - 1;
    if (event.shiftKey) this.choose(from, Math.min(last, Math.max(from, to + step)));
    else if (from + step >= 0 && to + step <= last) this.choose(from + step, to + step);
  }
}

function sum(counts: Map<Status, number>): number {
  let total = 0;
  counts.forEach((each) => (total += each));
  return total;
}

const EVER = "0001";
const FOREVER = "9999";

/** The finest unit in which the bulk of the dates fits; what lies far outside has one column on each side. */
function chooseColumns(dates: string[]): [Unit, Column[]] {
  if (!dates.length) return ["year", []];
  const at = (share: number) => dates[Math.min(dates.length - 1, Math.floor(share * dates.length))];
  const windows: [string, string][] = [[at(0), at(1)], [at(0.05), at(0.97)], [at(0.12), at(0.95)]];
  for (const [first, last] of windows) {
    for (const unit of ["day", "month", "year"] as Unit[]) {
      if (dates.filter((each) => each.length >= LENGTH[unit]).length <= dates.length * 0.6) continue;
      const inside = columnsBetween(first, last, unit);
      if (inside.length > 1 && inside.length <= MOST) return [unit, withOutside(inside, dates)];
    }
  }
  if (at(0).slice(0, LENGTH.year) === at(1).slice(0, LENGTH.year)) return ["year", []]; // one date: nothing to choose from
  const years = columnsBetween(String(Math.max(1, Number(at(1).slice(0, 4)) - MOST + 1)).padStart(4, "0"), at(1), "year");
  return ["year", withOutside(years, dates)];
}

function withOutside(inside: string[], dates: string[]): Column[] {
  const columns: Column[] = inside.map((each) => ({ from: each, to: each }));
  const [first, last] = [inside[0], inside[inside.length - 1]];
  if (dates[0].slice(0, first.length) < first) columns.unshift({ from: EVER, to: dayBefore(first), open: "before" });
  if (dates[dates.length - 1].slice(0, last.length) > last) columns.push({ from: dayAfter(last), to: FOREVER, open: "after" });
  return columns;
}

/** The prefix of the same length that comes before. */
function dayBefore(prefix: string): string {
  const when = new Date(`${prefix.padEnd(10, "-01").slice(0, 10)}T00:00:00Z`);
  when.setUTCDate(when.getUTCDate() - 1);
  return when.toISOString().slice(0, prefix.length);
}

function dayAfter(prefix: string): string {
  const [year, month, day] = prefix.split("-").map(Number);
  const when = new Date(Date.UTC(prefix.length === 4 ? year + 1 : year, prefix.length === 7 ? month : (month ?? 1) - 1, prefix.length === 10 ? day + 1 : 1));
  return when.toISOString().slice(0, prefix.length);
}

function columnsBetween(first: string, last: string, unit: Unit): string[] {
  const when = new Date(Date.UTC(Number(first.slice(0, 4)), unit === "year" ? 0 : Number(first.slice(5, 7) || 1) - 1, unit === "day" ? Number(first.slice(8, 10) || 1) : 1));
  const columns: string[] = [];
  while (columns.length < 4000) {
    const column = when.toISOString().slice(0, LENGTH[unit]);
    if (column > last.slice(0, LENGTH[unit])) break;
    columns.push(column);
    if (unit === "year") when.setUTCFullYear(when.getUTCFullYear() + 1);
    else if (unit === "month") when.setUTCMonth(when.getUTCMonth() + 1);
    else when.setUTCDate(when.getUTCDate() + 1);
  }
  return columns;
}

