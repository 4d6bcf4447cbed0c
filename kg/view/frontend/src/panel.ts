// The right side: what the graph is about, then whatever the reader chose.

import type { App } from "./app";
import { articleView } from "./article";
import { card, copy, entityLink, entitySymbol, link, pill, statement, tags } from "./cards";
import { byInterest, bySureness } from "./data";
import { h, icon, replace } from "./dom";
import { dateOf } from "./filter";
import { pathView } from "./pathview";
import { sheetCloser } from "./sheet";
import type { Fact } from "./types";

const MANY = 40; // cards at first; the rest on request
const FEW = 10; // literals shown at first

export class Panel {
  private last = "";

  constructor(private readonly host: HTMLElement, private readonly app: App) {}

  render(): void {
    const { selection } = this.app.state;
    this.host.classList.toggle("reading", selection.kind === "article");
    replace(this.host, sheetCloser(this.app), this.content());
    const key = JSON.stringify(selection);
    if (key !== this.last) this.host.scrollTop = 0;
    this.last = key;
    if (selection.kind === "article") this.host.querySelector(".here")?.scrollIntoView({ block: "center" });
  }

  private content(): (HTMLElement | null)[] {
    const { app } = this;
    const { data } = app;
    const { selection } = app.state;
    switch (selection.kind) {
      case "entity":
        return [this.back(), ...this.entity(selection.entity)];
      case "facts":
        return [this.back(), ...this.facts(selection.facts.map((i) => app.data.facts[i]))];
      case "article":
        return [this.back(), articleView(app, selection.doc, selection.fact, selection.passage ?? 0)];
      case "path":
        return [this.back(), pathView(app, selection)];
      case "contradictions":
        return [this.back(), ...(data.contradictions.length ? this.contradictions(Infinity) : [h("p", { class: "empty" }, app.words.say("no_contradictions"))])];
      default:
        return this.home();
    }
  }

  private back(): HTMLElement {
    return h("div", { class: "panel-head" },
      h("button", { class: "quiet back", onclick: () => this.app.select({ kind: "home" }) }, icon("back"), this.app.words.say("at_a_glance")));
  }

  private home(): (HTMLElement | null)[] {
    const { data, words, shown } = this.app;
    const order = byInterest(data.opposed);
    const shownFacts = new Set(shown.facts);
    const opposed = new Set(data.contradictions.flat().map((i) => data.facts[i]));
    const disputed = shown.facts.filter((fact) => fact.status === "denied" || fact.status === "claimed").filter((fact) => !opposed.has(fact)).sort((a, b) => this.dispute(b) - this.dispute(a) || order(a, b)).slice(0, 6);
    const firm = shown.facts.filter((fact) => fact.status === "asserted").sort((a, b) => this.weight(b) - this.weight(a) || order(a, b)).slice(0, 5);
    return [
      h("div", { class: "panel-head" }, h("h2", null, words.say("at_a_glance"))),
      data.facts.length === 0 ? h("p", { class: "empty" }, words.say("empty", { n: data.totals.articles })) : shownFacts.size === 0 ? h("p", { class: "empty" }, words.say("nothing")) : null,
      this.sources(),
      ...(shownFacts.size ? this.contradictions(3) : []),
      this.keyEntities(),
      firm.length ? section(words.say("key_facts"), h("div", { class: "brief-list" }, firm.map((fact) => this.brief(fact)))) : null,
      disputed.length ? section(words.say("disputed"), h("div", { class: "brief-list" }, disputed.map((fact) => this.brief(fact)))) : null,
    ];
  }

  private weight(fact: Fact): number {
    const { entities } = this.app.data;
    const dated = dateOf(fact) ? 1.25 : 1;
    const rare = 1 / (1 + Math.log(this.app.data.countOf.get(fact.relation) ?? 1)); // what is said of everybody says little
    return (entities[fact.s].rank + (fact.o === undefined ? 0 : entities[fact.o].rank)) * fact.conf * dated * rare * Math.sqrt(Math.max(1, fact.ev.length));
  }

  /** What somebody with a name denies comes first. */
  private dispute(fact: Fact): number {
    return this.weight(fact) * (fact.status === "denied" ? 2 : 1) * (fact.by === undefined ? 1 : 2);
  }

  private sources(): HTMLElement {
    const { data, words } = this.app;
    const many = data.docs.length > 6;
    const newest = data.docs.map((_, i) => i).sort((a, b) => (data.docs[b].date ?? "").localeCompare(data.docs[a].date ?? "") || a - b);
    const items = newest.slice(0, many ? 5 : 6).map((i) => {
      const doc = data.docs[i];
      const origin = [doc.source, doc.date && words.date(doc.date)].filter(Boolean).join(" · ");
      return h("li", null,
        link(this.app, { kind: "article", doc: i }, { class: "headline", lang: doc.lang }, doc.title ?? doc.name),
        h("span", { class: "origin" }, [origin, data.live ? "" : words.count(data.factsIn[i].length)].filter(Boolean).join(" · "))); // of a part nobody knows how many
    });
    return section(words.say("articles"), h("ul", { class: "articles" }, items),
      many ? h("details", { class: "rest" }, h("summary", null, words.say("more", { n: data.docs.length - 5 })),
        h("ul", { class: "articles" }, newest.slice(5, 305).map((k) => ({ k, doc: data.docs[k] })).map(({ k, doc }) => h("li", null,
          link(this.app, { kind: "article", doc: k }, { class: "headline small", lang: doc.lang }, doc.title ?? doc.name))))) : null);
  }

  private keyEntities(): HTMLElement | null {
    const { data, words } = this.app;
    const top = data.ranked.filter((i) => data.factsOf[i].length > 1).slice(0, 8);
    if (!top.length) return null;
    return section(words.say("key_entities"), h("ol", { class: "key-entities" }, top.map((i) =>
      h("li", null, link(this.app, { kind: "entity", entity: i }, {}, entitySymbol(this.app, i), h("span", { class: "name" }, words.entity(data.entities[i])), ...(data.live ? [] : [h("span", { class: "count" }, words.number(data.factsOf[i].length))]))))));
  }

  private contradictions(most: number): HTMLElement[] {
    const { data, words } = this.app;
    const passing = new Set(this.app.shown.facts.map((fact) => fact.i));
    const groups = data.contradictions.filter((group) => group.some((i) => passing.has(i)));
    if (!groups.length) return [];
    const boxes = groups.slice(0, most).map((group) => {
      const facts = group.map((i) => data.facts[i]);
      return h("div", { class: "versus" }, statement(this.app, facts[0]),
        h("ul", null, facts.map((fact) => h("li", null, pill(this.app, fact), this.voice(fact)))),
        h("button", { class: "quiet", onclick: () => this.app.select({ kind: "facts", facts: group }) }, words.say("evidence_n", { n: facts.reduce((sum, fact) => sum + fact.ev.length, 0) })));
    });
    const all = groups.length > most ? h("button", { class: "quiet", onclick: () => this.app.select({ kind: "contradictions" }) }, words.say("more", { n: groups.length - most })) : null;
    return [section(words.say("contradictions"), h("p", { class: "hint" }, words.say("contradictions_note")), ...boxes, all)];
  }

  private voice(fact: Fact): HTMLElement {
    const doc = fact.ev.length ? this.app.data.docs[fact.ev[0].doc] : undefined;
    return fact.by === undefined ? h("span", null, doc?.source ?? doc?.title ?? "") : entityLink(this.app, fact.by);
  }

  private brief(fact: Fact): HTMLElement {
    return h("div", { class: `brief ${fact.status}` }, statement(this.app, fact),
      fact.status === "asserted" && !fact.time ? null : h("p", { class: "tags" }, tags(this.app, fact).slice(fact.status === "asserted" ? 1 : 0)));
  }

  private entity(i: number): (HTMLElement | null)[] {
    const { data, words, shown } = this.app;
    const entity = data.entities[i];
    const passing = new Set(shown.facts);
    const facts = [...new Set([...data.factsOf[i], ...data.saidBy[i]])].filter((fact) => passing.has(fact)).sort(byInterest(data.opposed));
    const literals = facts.filter((fact) => fact.v && fact.s === i).sort(bySureness);
    const others = facts.filter((fact) => !literals.includes(fact));
    const about = [words.term(entity.type), words.count(facts.length), entity.place ? words.say("importance", { n: entity.place, a: words.number(data.totals.entities) }) : ""];
    return [
      h("header", { class: "entity-head" }, h("h1", null, entitySymbol(this.app, i), words.entity(entity)), h("p", { class: "about" }, about.filter(Boolean).join(" · ")),
        entity.aliases.length ? h("p", { class: "aliases" }, words.say("aliases", { a: entity.aliases.slice(0, 8).join(", ") })) : null),
      this.actions(i),
      literals.length ? section(words.say("attributes"), ...this.literals(literals)) : null,
      others.length ? section(words.say("entity_facts"), this.cards(others)) : null,
      this.inArticles(i),
    ];
  }

  private literals(facts: Fact[]): HTMLElement[] {
    const list = h("dl", { class: "literals" }, facts.slice(0, FEW).flatMap((fact) => this.literal(fact)));
    if (facts.length <= FEW) return [list];
    const more = h("button", { class: "quiet", onclick: () => { more.remove(); list.append(...facts.slice(FEW).flatMap((fact) => this.literal(fact))); } }, this.app.words.say("more", { n: facts.length - FEW }));
    return [list, more];
  }

  private literal(fact: Fact): HTMLElement[] {
    const { words } = this.app;
    return [
      h("dt", null, words.relation(fact)),
      h("dd", null, h("button", { onclick: () => this.app.select({ kind: "facts", facts: [fact.i] }) }, words.value(fact.v!)), fact.status !== "asserted" && pill(this.app, fact)),
    ];
  }

  private inArticles(i: number): HTMLElement | null {
    const { data, words } = this.app;
    const docs = [...new Set(data.entities[i].mentions.map(([doc]) => doc))];
    if (!docs.length) return null;
    return section(words.say("articles"), h("ul", { class: "articles" }, docs.slice(0, 12).map((doc) =>
      h("li", null, link(this.app, { kind: "article", doc }, { class: "headline small", lang: data.docs[doc].lang }, data.docs[doc].title ?? data.docs[doc].name)))));
  }

  private actions(i: number): HTMLElement {
    const { app } = this;
    const { words, state } = app;
    const hiddenNeighbours = app.undrawn(i);
    const isolated = state.isolated?.entity === i ? state.isolated.depth : 0;
    const button = (name: string, label: string, run: (target: HTMLElement) => void, pressed?: boolean) =>
      h("button", { class: "action", "aria-pressed": pressed === undefined ? null : String(pressed), onclick: (event) => run(event.currentTarget as HTMLElement) }, icon(name), label);
    return h("div", { class: "actions" },
      hiddenNeighbours > 0 && button("expand", words.say("expand_more", { n: hiddenNeighbours }), () => app.expand(i)),
      app.opened(i).length > 0 && button("minus", words.say("collapse", { n: app.opened(i).length }), () => app.collapse(i)),
      button("focus", isolated ? `${words.say("depth")} ${isolated}` : words.say("focus"), () => app.set({ isolated: isolated >= 3 ? null : { entity: i, depth: isolated + 1 } }, true), isolated > 0),
      button("path", words.say("path"), () => app.select({ kind: "path", from: i })),
      button("hide", words.say("hide"), () => app.hide(i)),
      h("details", { class: "action-more" }, h("summary", { "aria-label": words.say("actions_more"), title: words.say("actions_more") }, icon("more")), h("div", { class: "menu" },
        h("button", { onclick: (event) => void copy(app, this.iri(i), event.currentTarget as HTMLElement) }, words.say("copy_iri")),
        h("button", { onclick: (event) => void copy(app, this.sparql(i), event.currentTarget as HTMLElement) }, words.say("copy_sparql")))));
  }

  private iri(i: number): string {
    return `${this.app.data.payload.meta.base}/id/${encodeURIComponent(this.app.data.entities[i].id)}`;
  }

  private sparql(i: number): string {
    return `SELECT ?s ?p ?o WHERE {\n  VALUES ?e { <${this.iri(i)}> }\n  { ?e ?p ?o . BIND(?e AS ?s) } UNION { ?s ?p ?e . BIND(?e AS ?o) }\n}`;
  }

  private facts(facts: Fact[]): (HTMLElement | null)[] {
    const { data, words } = this.app;
    const [first] = facts;
    const pair = first.o !== undefined && facts.every((fact) => (fact.s === first.s && fact.o === first.o) || (fact.s === first.o && fact.o === first.s));
    const title = facts.length === 1 || !pair ? null : h("header", { class: "entity-head" },
      h("h1", { class: "pair" }, words.say("between", { a: words.entity(data.entities[first.s]), b: words.entity(data.entities[first.o!]) })), h("p", { class: "about" }, words.count(facts.length)));
    return [title, this.cards([...facts].sort(byInterest(data.opposed)), facts.length === 1 ? 12 : 3), this.keyToMarks()];
  }

  private keyToMarks(): HTMLElement {
    const { words } = this.app;
    return h("p", { class: "marks" }, ["subject", "trigger", "object"].map((name) => h("mark", { class: name }, words.say(name))));
  }

  private cards(facts: Fact[], passages = 1): HTMLElement {
    const list = h("div", { class: "cards" }, facts.slice(0, MANY).map((fact) => card(this.app, fact, passages)));
    if (facts.length > MANY) {
      const more = h("button", { class: "quiet", onclick: () => { more.remove(); list.append(...facts.slice(MANY).map((fact) => card(this.app, fact, passages))); } }, this.app.words.say("more", { n: facts.length - MANY }));
      list.append(more);
    }
    return list;
  }
}

export function section(title: string, ...content: (HTMLElement | null)[]): HTMLElement {
  return h("section", { class: "block" }, h("h3", null, title), content);
}
