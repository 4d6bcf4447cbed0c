// Search over names, aliases, relations and sentences, accents folded, with a list of suggestions.

import type { App } from "./app";
import { entitySymbol } from "./cards";
import { h, icon, replace } from "./dom";
import { cut, fold } from "./text";
import type { Fact } from "./types";

const MOST = 8; // entities suggested
const SENTENCES = 6;

interface Suggestion {
  element: HTMLElement;
  run: () => void;
}

export class Index {
  private readonly names: string[][] = [];
  private readonly sentences: string[] = [];

  constructor(private readonly app: Pick<App, "data" | "words">) {}

  /** Entities whose names hold all words of the query; names that begin with it first, then by importance. */
  entities(query: string, most: number): number[] {
    const asked = fold(query).trim();
    if (!asked) return [];
    const words = asked.split(/\s+/);
    const found: [number, number][] = [];
    for (const entity of this.app.data.entities.slice(this.names.length)) this.names.push([entity.label, ...Object.values(entity.labels ?? {}), ...entity.aliases].map(fold));
    this.names.forEach((names, i) => {
      const score = Math.min(...names.map((name) => (name === asked ? 0 : name.startsWith(asked) ? 1 : words.every((word) => ` ${name}`.includes(` ${word}`)) ? 2 : words.every((word) => name.includes(word)) ? 3 : 9)));
      if (score < 9) found.push([score, i]);
    });
    if (!found.length && asked.length >= 4) this.names.forEach((names, i) => names.some((name) => isNearly(name, words)) && found.push([5, i]));
    const { entities } = this.app.data;
    return found.sort((a, b) => a[0] - b[0] || entities[b[1]].rank - entities[a[1]].rank || a[1] - b[1]).slice(0, most).map(([, i]) => i);
  }

  relations(query: string): string[] {
    const asked = fold(query).trim();
    if (asked.length < 2) return [];
    const { data, words } = this.app;
    return [...new Set(data.facts.map((fact) => fact.relation))].filter((relation) => fold(words.relationName(relation)).includes(asked)).slice(0, 4);
  }

  facts(query: string, most: number): Fact[] {
    const words = fold(query).trim().split(/\s+/).filter((word) => word.length > 2);
    if (!words.length) return [];
    const { data } = this.app;
    for (const fact of data.facts.slice(this.sentences.length)) this.sentences.push(fold(fact.ev.map((each) => cut(data.docs[each.doc].text, ...each.sent)).join(" ")));
    const found: Fact[] = [];
    const seen = new Set<string>();
    for (const [i, sentence] of this.sentences.entries()) {
      if (!words.every((word) => sentence.includes(word)) || seen.has(sentence)) continue;
      seen.add(sentence);
      found.push(data.facts[i]);
      if (found.length >= most) break;
    }
    return found;
  }
}

/** Whether each word begins like a word of the name, but for a slip of the fingers or two. */
function isNearly(name: string, words: string[]): boolean {
  const parts = name.split(/[\s-]+/);
  return words.every((word) => parts.some((part) => Math.abs(part.length - word.length) <= 2 && distance(part, word) <= (word.length < 4 ? 0 : word.length < 8 ? 1 : 2)));
}

/** Letters to add, drop, change or swap with the next (optimal string alignment). */
function distance(a: string, b: string): number {
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, k) => k)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[b.length];
}

/** The search box of the page. */
export class Search {
  readonly input: HTMLInputElement;
  private readonly box: Combobox;

  constructor(host: HTMLElement, private readonly app: App) {
    this.box = new Combobox("search", (query) => this.suggest(query), (query) => app.lookUp(query));
    this.input = this.box.input;
    host.append(icon("search"), this.input, this.box.list);
  }

  render(): void {
    this.input.placeholder = `${this.app.words.say("search_hint")}  ( / )`;
    this.input.setAttribute("aria-label", this.app.words.say("search"));
  }

  private suggest(query: string): (Suggestion | string)[] {
    const { app } = this;
    const { index } = app;
    const { data, words } = app;
    const entities = index.entities(query, MOST);
    const relations = index.relations(query);
    const facts = index.facts(query, SENTENCES);
    if (!entities.length && !relations.length && !facts.length) return query.trim() ? [words.say("search_none", { a: query.trim() })] : [];
    return [
      ...(entities.length ? [words.say("search_entities")] : []),
      ...entities.map((i) => ({
        element: h("span", null, entitySymbol(app, i), h("b", null, words.entity(data.entities[i])), h("small", null, [words.term(data.entities[i].type), data.live ? "" : words.count(data.factsOf[i].length)].filter(Boolean).join(" · "))),
        run: () => app.select({ kind: "entity", entity: i }),
      })),
      ...(relations.length ? [words.say("search_relations")] : []),
      ...relations.map((relation) => {
        const found = data.facts.filter((fact) => fact.relation === relation);
        return { element: h("span", null, h("b", null, words.relationName(relation)), h("small", null, words.count(found.length))), run: () => app.select({ kind: "facts", facts: found.slice(0, 200).map((fact) => fact.i) }) };
      }),
      ...(facts.length ? [words.say("search_sentences")] : []),
      ...facts.map((fact) => ({
        element: h("span", { class: "found-sentence" }, snippet(cut(data.docs[fact.ev[0].doc].text, ...fact.ev[0].sent), query)),
        run: () => app.select({ kind: "facts", facts: [fact.i] }),
      })),
    ];
  }
}

function snippet(sentence: string, query: string): string {
  const at = Math.max(0, fold(sentence).indexOf(fold(query).trim().split(/\s+/)[0]) - 50);
  const part = at ? sentence.slice(at, at + 150).replace(/^\S*\s/, "") : sentence.slice(0, 150);
  return `${at ? "… " : ""}${part}${at + 150 < sentence.length ? " …" : ""}`;
}

/** A field that chooses one entity, for the two ends of a path. */
export function entityInput(app: App, label: string, chosen: number | undefined, choose: (i: number) => void): HTMLElement {
  const box = new Combobox(`pick-${fold(label)}`, (query) =>
    app.index.entities(query, MOST).map((i) => ({ element: h("span", null, entitySymbol(app, i), h("b", null, app.words.entity(app.data.entities[i]))), run: () => choose(i) })), (query) => app.lookUp(query));
  box.input.value = chosen === undefined ? "" : app.words.entity(app.data.entities[chosen]);
  box.input.setAttribute("aria-label", label);
  return h("div", { class: "pick" }, h("span", { class: "pick-label" }, label), box.input, box.list);
}

/** A text field with suggestions below it (WAI-ARIA combobox). */
class Combobox {
  readonly input: HTMLInputElement;
  readonly list: HTMLElement;
  private options: Suggestion[] = [];
  private active = -1;

  private waiting = 0;

  /** `more` looks further than this page, and tells whether it found anything. */
  constructor(private readonly id: string, private readonly suggest: (query: string) => (Suggestion | string)[], private readonly more: (query: string) => Promise<boolean>) {
    this.list = h("div", { class: "suggestions", id: `${id}-list`, role: "listbox", hidden: true });
    this.input = h("input", {
      type: "search", role: "combobox", autocomplete: "off", spellcheck: "false", "aria-expanded": "false", "aria-controls": `${id}-list`, "aria-autocomplete": "list",
      oninput: () => this.open(),
      onfocus: () => this.input.value && this.open(),
      onblur: () => window.setTimeout(() => this.close(), 150),
      onkeydown: (event) => this.key(event as KeyboardEvent),
    }) as HTMLInputElement;
  }

  private open(): void {
    this.show();
    window.clearTimeout(this.waiting);
    this.waiting = window.setTimeout(() => void this.lookFurther(this.input.value), 120);
  }

  private async lookFurther(query: string): Promise<void> {
    if ((await this.more(query)) && this.input.value === query && document.activeElement === this.input) this.show();
  }

  private show(): void {
    const found = this.suggest(this.input.value);
    this.options = found.filter((each): each is Suggestion => typeof each !== "string");
    this.active = this.options.length ? 0 : -1;
    let rank = 0;
    replace(this.list, found.map((each) => (typeof each === "string" ? h("div", { class: "group", role: "presentation" }, each) : this.option(each, rank++))));
    this.list.setAttribute("aria-label", this.input.getAttribute("aria-label") ?? "");
    this.list.hidden = !found.length;
    this.input.setAttribute("aria-expanded", String(found.length > 0));
    this.mark();
  }

  private option(suggestion: Suggestion, rank: number): HTMLElement {
    return h("div", { class: "option", role: "option", id: `${this.id}-${rank}`, onmousedown: (event) => { event.preventDefault(); this.choose(rank); } }, suggestion.element);
  }

  private choose(rank: number): void {
    const option = this.options[rank];
    if (!option) return;
    this.close();
    this.input.value = "";
    this.input.blur();
    option.run();
  }

  private key(event: KeyboardEvent): void {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      this.active = (this.active + step + this.options.length) % Math.max(1, this.options.length);
      this.mark();
    } else if (event.key === "Enter") {
      event.preventDefault();
      this.choose(this.active);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      this.input.value = "";
      this.close();
      this.input.blur();
    }
  }

  private mark(): void {
    this.list.querySelectorAll(".option").forEach((each, rank) => {
      each.setAttribute("aria-selected", String(rank === this.active));
      if (rank === this.active) each.scrollIntoView({ block: "nearest" });
    });
    if (this.active >= 0) this.input.setAttribute("aria-activedescendant", `${this.id}-${this.active}`);
    else this.input.removeAttribute("aria-activedescendant");
  }

  private close(): void {
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
  }
}
