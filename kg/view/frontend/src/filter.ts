// Which facts and entities pass the filters, and how many would remain for each choice.

import type { Data } from "./data";
import { FACETS, type Facet, type State } from "./state";
import type { Fact } from "./types";

export interface Shown {
  facts: Fact[]; // that pass all filters, over all entities
  drawn: Set<number>; // entities in the picture
  counts: Record<Facet, Map<string, number>>; // what each choice would leave
}

export function source(data: Data, doc: number): string {
  return data.docs[doc].source ?? data.docs[doc].title ?? data.docs[doc].name;
}

export class Filter {
  private readonly values: Record<Facet, string[][]> = { status: [], type: [], relation: [], source: [] }; // by fact

  constructor(private readonly data: Data) {}

  /** Note the values of facts that have come since. */
  private grow(): void {
    const { data, values } = this;
    const type = (i: number) => data.entities[i].family;
    for (const fact of data.facts.slice(values.status.length)) {
      values.status.push([fact.status]);
      values.type.push(fact.o === undefined ? [type(fact.s)] : [...new Set([type(fact.s), type(fact.o)])]);
      values.relation.push([fact.relation]);
      values.source.push([...new Set(fact.ev.map((each) => source(data, each.doc)))]);
    }
  }

  apply(state: State, first: number): Shown {
    this.grow();
    const counts: Record<Facet, Map<string, number>> = { status: new Map(), type: new Map(), relation: new Map(), source: new Map() };
    const members: Map<string, Set<number>> = new Map();
    const facts: Fact[] = [];
    for (const fact of this.data.facts) {
      if (fact.conf < state.confidence || !this.inTime(fact, state)) continue;
      const failed = FACETS.filter((facet) => !this.passes(fact, facet, state));
      for (const facet of failed.length === 0 ? FACETS : failed.length === 1 ? failed : []) {
        if (facet === "type") for (const end of [fact.s, fact.o]) this.countMember(members, end);
        else for (const value of this.values[facet][fact.i]) counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
      }
      if (!failed.length) facts.push(fact);
    }
    for (const [family, found] of members) counts.type.set(family, found.size);
    return { facts, drawn: this.choose(state, facts, first), counts };
  }

  private countMember(members: Map<string, Set<number>>, end: number | undefined): void {
    if (end === undefined) return;
    const { family } = this.data.entities[end];
    if (!members.has(family)) members.set(family, new Set());
    members.get(family)!.add(end);
  }

  private passes(fact: Fact, facet: Facet, state: State): boolean {
    const off = state.off[facet];
    if (!off.size) return true;
    const values = this.values[facet][fact.i];
    return facet === "source" ? !values.length || values.some((value) => !off.has(value)) : values.every((value) => !off.has(value));
  }

  private inTime(fact: Fact, state: State): boolean {
    const when = dateOf(fact);
    if (!when) return state.undated;
    return !state.time || (when[1].slice(0, state.time[0].length) >= state.time[0] && when[0].slice(0, state.time[1].length) <= state.time[1]);
  }

  /** The entities to draw: the first screen and what was opened, without what was hidden or lost its last line. */
  private choose(state: State, facts: Fact[], first: number): Set<number> {
    const { data } = this;
    const wanted = state.chosen
      ? new Set(state.chosen)
      : state.isolated
      ? around(data, state.isolated.entity, state.isolated.depth)
      : new Set(state.view === "map" ? data.ranked : [...data.ranked.filter((i) => data.entities[i].at).slice(0, first), ...state.added]);
    for (const i of state.hidden) wanted.delete(i);
    const linked = new Set<number>();
    for (const fact of facts) {
      if (fact.o === undefined || fact.o === fact.s || !wanted.has(fact.s) || !wanted.has(fact.o)) continue;
      linked.add(fact.s).add(fact.o);
    }
    for (const i of [...state.added, ...(state.chosen ?? [])]) if (wanted.has(i) && !state.off.type.has(data.entities[i].family)) linked.add(i);
    return linked;
  }
}

/** The first and last day a fact speaks of, or nothing. */
export function dateOf(fact: Fact): [string, string] | null {
  if (!fact.time) return null;
  const [value, earliest, latest] = fact.time;
  const from = earliest ?? value ?? latest;
  const to = latest ?? value ?? earliest;
  return from && to ? [from, to] : null;
}

export function around(data: Data, entity: number, depth: number): Set<number> {
  const found = new Set([entity]);
  let edge = [entity];
  for (let step = 0; step < depth; step++) {
    const next: number[] = [];
    for (const i of edge) {
      for (const other of data.neighboursOf[i]) {
        if (found.has(other) || found.size > 600) continue;
        found.add(other);
        next.push(other);
      }
    }
    edge = next;
  }
  return found;
}
