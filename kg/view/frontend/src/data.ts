// The graph in memory, with the indexes that the views need.

import type { Doc, Edge, Entity, Fact, Live, Part, Payload, Status } from "./types";

export class Data {
  readonly entities: Entity[] = [];
  readonly facts: Fact[] = [];
  readonly docs: Doc[] = [];
  readonly factsOf: Fact[][] = []; // by entity, as subject or object
  readonly neighboursOf: number[][] = []; // by entity, most important first
  readonly saidBy: Fact[][] = []; // by entity, as speaker
  readonly factsIn: Fact[][] = []; // by article
  ranked: number[] = []; // entities with a link, most important first
  readonly opposed = new Set<number>(); // facts that another denies
  readonly contradictions: number[][] = [];
  readonly countOf = new Map<string, number>(); // facts by relation
  readonly live: Live | undefined; // what the server holds, when this is a part of it
  private readonly places = new Map<string, number>();
  private readonly factPlaces = new Map<string, number>();
  private readonly docPlaces = new Map<string, number>();

  constructor(readonly payload: Payload) {
    this.live = payload.meta.live;
    this.add(payload);
  }

  /** Take in a part of the graph; what is known already stays as it is. Returns whether anything was new. */
  add(part: Part): boolean {
    const before = this.entities.length + this.facts.length;
    if (part !== this.payload) Object.assign(this.payload.labels, part.labels);
    const docs = part.docs.map((doc) => place(this.docPlaces, this.docs, doc.id, () => doc));
    while (this.factsIn.length < this.docs.length) this.factsIn.push([]);
    const entities = part.nodes.map((entity) => place(this.places, this.entities, entity.id, (i) => completeEntity(entity, docs, i)));
    while (this.factsOf.length < this.entities.length) {
      this.factsOf.push([]);
      this.saidBy.push([]);
      this.neighboursOf.push([]);
    }
    const facts = part.facts.map((fact) => place(this.factPlaces, this.facts, fact.id, (i) => this.enter(completeFact(fact, entities, docs, i))));
    for (const group of part.contradictions) this.oppose(group.map((k) => facts[k]));
    if (this.entities.length + this.facts.length === before) return false;
    this.order();
    return true;
  }

  private enter(fact: Fact): Fact {
    this.countOf.set(fact.relation, (this.countOf.get(fact.relation) ?? 0) + 1);
    this.factsOf[fact.s].push(fact);
    if (fact.o !== undefined && fact.o !== fact.s) this.factsOf[fact.o].push(fact);
    if (fact.by !== undefined) this.saidBy[fact.by].push(fact);
    for (const doc of new Set(fact.ev.map((each) => each.doc))) this.factsIn[doc].push(fact);
    return fact;
  }

  private oppose(group: number[]): void {
    if (group.every((i) => this.opposed.has(i))) return;
    this.contradictions.push(group);
    group.forEach((i) => this.opposed.add(i));
  }

  private order(): void {
    const { entities } = this;
    this.ranked = entities.filter((each) => each.deg > 0).sort(byImportance).map((each) => each.i);
    if (!this.live) this.ranked.forEach((i, rank) => (entities[i].place = rank + 1));
    const near = entities.map(() => new Set<number>());
    for (const fact of this.facts) {
      if (fact.o === undefined || fact.o === fact.s) continue;
      near[fact.s].add(fact.o);
      near[fact.o].add(fact.s);
    }
    near.forEach((found, i) => (this.neighboursOf[i] = [...found].sort((a, b) => byImportance(entities[a], entities[b]))));
  }

  entity(id: string): Entity | undefined {
    const found = this.places.get(id);
    return found === undefined ? undefined : this.entities[found];
  }

  fact(id: string): Fact | undefined {
    const found = this.factPlaces.get(id);
    return found === undefined ? undefined : this.facts[found];
  }

  doc(id: string): number | undefined {
    return this.docPlaces.get(id);
  }

  /** How many entities, facts and articles there are, here or on the server. */
  get totals(): Live {
    return this.live ?? { entities: this.ranked.length, facts: this.facts.length, articles: this.docs.length };
  }
}

/** The place of a record in its list, where it is put when it is new. */
function place<T>(known: Map<string, number>, list: T[], id: string, make: (i: number) => T): number {
  const found = known.get(id);
  if (found !== undefined) return found;
  known.set(id, list.length);
  list.push(make(list.length));
  return list.length - 1;
}

function byImportance(a: Entity, b: Entity): number {
  return b.rank - a.rank || (a.id < b.id ? -1 : 1);
}

function completeEntity(entity: Entity, docs: number[], i: number): Entity {
  const mentions = (entity.mentions ?? []).map(([doc, start, end]): [number, number, number] => [docs[doc], start, end]);
  return { ...entity, aliases: entity.aliases ?? [], mentions, deg: entity.deg ?? 0, size: entity.size ?? 16, rank: entity.rank ?? 0, i, place: entity.place ?? 0 };
}

function completeFact(fact: Fact, entities: number[], docs: number[], i: number): Fact {
  const at = (k: number | undefined) => (k === undefined ? undefined : entities[k]);
  const ev = (fact.ev ?? []).map((each) => ({ ...each, doc: docs[each.doc] }));
  return { ...fact, s: entities[fact.s], o: at(fact.o), by: at(fact.by), ev, i, status: statusOf(fact), relation: fact.p === "open" ? `~${fact.phrase ?? ""}` : fact.p };
}

/** The same order as kg.view.appearance.status_of. */
function statusOf(fact: Fact): Status {
  if (fact.neg) return "denied";
  if (fact.mod) return "unreal";
  if (fact.by !== undefined) return "claimed";
  if (fact.past) return "past";
  return fact.unsure ? "unsure" : "asserted";
}

export function passages(facts: Fact[]): number {
  return facts.reduce((sum, fact) => sum + Math.max(1, fact.ev.length), 0);
}

/** Denied and disputed first, uncertain readings last, of whatever kind, then by number of passages, then by confidence. */
const LIKELY = 0.5; // confidence
const URGENCY: Record<Status, number> = { denied: 0, claimed: 1, unreal: 2, asserted: 3, past: 4, unsure: 5 };
export function byInterest(opposed: Set<number>): (a: Fact, b: Fact) => number {
  return (a, b) =>
    Number(opposed.has(b.i)) - Number(opposed.has(a.i)) ||
    Number(b.conf >= LIKELY) - Number(a.conf >= LIKELY) ||
    URGENCY[a.status] - URGENCY[b.status] ||
    b.ev.length - a.ev.length ||
    b.conf - a.conf ||
    a.i - b.i;
}

/** What the articles say themselves first, then by number of passages: for looking somebody up. */
const SURENESS: Record<Status, number> = { asserted: 0, past: 1, claimed: 2, unsure: 3, unreal: 4, denied: 5 };
export function bySureness(a: Fact, b: Fact): number {
  return SURENESS[a.status] - SURENESS[b.status] || b.ev.length - a.ev.length || b.conf - a.conf || a.i - b.i;
}

/** Merge facts into lines; a pair with more than `most` lines becomes one bundle, unless it is to be fanned out. */
export function mergeEdges(facts: Fact[], most: number, fanned: (s: number, o: number) => boolean): Edge[] {
  const lines = new Map<string, Edge>();
  for (const fact of facts) {
    if (fact.o === undefined || fact.o === fact.s) continue;
    const key = `${fact.s}|${fact.relation}|${fact.o}|${fact.status}`;
    const line = lines.get(key);
    if (line) line.facts.push(fact);
    else lines.set(key, { key, s: fact.s, o: fact.o, facts: [fact], status: fact.status, places: 0 });
  }
  const pairs = new Map<string, Edge[]>();
  for (const line of lines.values()) {
    line.places = passages(line.facts);
    const pair = `${Math.min(line.s, line.o)}|${Math.max(line.s, line.o)}`;
    const found = pairs.get(pair);
    if (found) found.push(line);
    else pairs.set(pair, [line]);
  }
  return [...pairs].flatMap(([pair, found]) => (found.length > most && !fanned(found[0].s, found[0].o) ? [bundle(pair, found)] : found));
}

function bundle(pair: string, lines: Edge[]): Edge {
  const facts = lines.flatMap((line) => line.facts);
  const strongest = [...lines].sort((a, b) => b.places - a.places)[0];
  return { key: `bundle|${pair}`, s: strongest.s, o: strongest.o, facts, status: "asserted", places: passages(facts), bundled: lines.length };
}
