// The graph in memory, with the indexes that the views need.

import type { Doc, Edge, Entity, Fact, Payload, Status } from "./types";

export class Data {
  readonly entities: Entity[];
  readonly facts: Fact[];
  readonly docs: Doc[];
  readonly factsOf: Fact[][]; // by entity, as subject or object
  readonly neighboursOf: number[][]; // by entity
  readonly saidBy: Fact[][]; // by entity, as speaker
  readonly factsIn: Fact[][]; // by article
  readonly ranked: number[]; // entities with a link, most important first
  readonly opposed: Set<number>; // facts that another denies
  readonly countOf = new Map<string, number>(); // facts by relation
  private readonly places = new Map<string, number>();
  private readonly factPlaces = new Map<string, number>();

  constructor(readonly payload: Payload) {
    this.entities = payload.nodes.map(completeEntity);
    this.facts = payload.facts.map(completeFact);
    this.docs = payload.docs;
    this.factsOf = this.entities.map(() => []);
    this.saidBy = this.entities.map(() => []);
    this.factsIn = this.docs.map(() => []);
    const near = this.entities.map(() => new Set<number>());
    for (const fact of this.facts) {
      this.factPlaces.set(fact.id, fact.i);
      this.countOf.set(fact.relation, (this.countOf.get(fact.relation) ?? 0) + 1);
      this.factsOf[fact.s].push(fact);
      if (fact.o !== undefined && fact.o !== fact.s) {
        this.factsOf[fact.o].push(fact);
        near[fact.s].add(fact.o);
        near[fact.o].add(fact.s);
      }
      if (fact.by !== undefined) this.saidBy[fact.by].push(fact);
      for (const doc of new Set(fact.ev.map((each) => each.doc))) this.factsIn[doc].push(fact);
    }
    this.ranked = this.entities.filter((each) => each.deg > 0).sort(byImportance).map((each) => each.i);
    this.ranked.forEach((i, place) => (this.entities[i].place = place + 1));
    this.neighboursOf = near.map((each) => [...each].sort((a, b) => byImportance(this.entities[a], this.entities[b])));
    this.entities.forEach((each) => this.places.set(each.id, each.i));
    this.opposed = new Set(payload.contradictions.flat());
  }

  entity(id: string): Entity | undefined {
    const place = this.places.get(id);
    return place === undefined ? undefined : this.entities[place];
  }

  fact(id: string): Fact | undefined {
    const place = this.factPlaces.get(id);
    return place === undefined ? undefined : this.facts[place];
  }
}

function byImportance(a: Entity, b: Entity): number {
  return b.rank - a.rank || (a.id < b.id ? -1 : 1);
}

function completeEntity(entity: Entity, i: number): Entity {
  return { ...entity, aliases: entity.aliases ?? [], mentions: entity.mentions ?? [], deg: entity.deg ?? 0, rank: entity.rank ?? 0, i, place: 0 };
}

function completeFact(fact: Fact, i: number): Fact {
  return { ...fact, ev: fact.ev ?? [], i, status: statusOf(fact), relation: fact.p === "open" ? `~${fact.phrase ?? ""}` : fact.p };
}

/** The same order as kg.view.appearance.status_of. */
function statusOf(fact: Fact): Status {
  if (fact.neg) return "denied";
  if (fact.mod) return "unreal";
  if (fact.by !== undefined) return "claimed";
  return fact.past ? "past" : "asserted";
}

export function passages(facts: Fact[]): number {
  return facts.reduce((sum, fact) => sum + Math.max(1, fact.ev.length), 0);
}

/** Denied and disputed first, then by number of passages, then by confidence. */
const URGENCY: Record<Status, number> = { denied: 0, claimed: 1, unreal: 2, asserted: 3, past: 4 };
export function byInterest(opposed: Set<number>): (a: Fact, b: Fact) => number {
  return (a, b) =>
    Number(opposed.has(b.i)) - Number(opposed.has(a.i)) ||
    URGENCY[a.status] - URGENCY[b.status] ||
    b.ev.length - a.ev.length ||
    b.conf - a.conf ||
    a.i - b.i;
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
