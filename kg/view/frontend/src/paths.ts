// Cheapest paths between two entities; hubs cost more, so that "United States" does not join everybody.

import type { Data } from "./data";
import type { Fact } from "./types";

export interface Step {
  to: number;
  fact: Fact;
}

/** Up to `most` different paths, cheapest first (Yen 1971, over Dijkstra). */
export function findPaths(data: Data, facts: Fact[], from: number, to: number, most: number): Step[][] {
  const links = linksOf(facts);
  const cost = (i: number) => 1 + Math.log1p(data.entities[i].deg);
  const first = cheapest(links, cost, from, to, new Set(), new Set());
  if (!first) return [];
  const found = [first];
  const waiting: { path: Step[]; cost: number }[] = [];
  const seen = new Set([name(from, first)]);
  while (found.length < most) {
    const last = found[found.length - 1];
    for (let k = 0; k < last.length; k++) {
      const root = last.slice(0, k);
      const spur = k === 0 ? from : last[k - 1].to;
      const used = new Set<number>([from, ...root.map((step) => step.to)]);
      used.delete(spur);
      const barred = new Set(found.filter((path) => name(from, path.slice(0, k)) === name(from, root)).map((path) => `${spur}|${path[k]?.to}`));
      const rest = cheapest(links, cost, spur, to, used, barred);
      if (!rest) continue;
      const path = [...root, ...rest];
      if (seen.has(name(from, path))) continue;
      seen.add(name(from, path));
      waiting.push({ path, cost: path.slice(0, -1).reduce((sum, step) => sum + cost(step.to), 1) });
    }
    if (!waiting.length) break;
    waiting.sort((a, b) => a.cost - b.cost || a.path.length - b.path.length);
    found.push(waiting.shift()!.path);
  }
  return found;
}

const name = (from: number, path: Step[]) => [from, ...path.map((step) => step.to)].join(">");

/** The best fact between each two entities: stated before claimed before unsure, then the most confident. */
function linksOf(facts: Fact[]): Map<number, Map<number, Fact>> {
  const order = { asserted: 0, past: 1, claimed: 2, unsure: 3, unreal: 4, denied: 5 };
  const links = new Map<number, Map<number, Fact>>();
  const add = (s: number, o: number, fact: Fact) => {
    if (!links.has(s)) links.set(s, new Map());
    const known = links.get(s)!.get(o);
    if (!known || order[fact.status] < order[known.status] || (fact.status === known.status && fact.conf > known.conf)) links.get(s)!.set(o, fact);
  };
  for (const fact of facts) {
    if (fact.o === undefined || fact.o === fact.s) continue;
    add(fact.s, fact.o, fact);
    add(fact.o, fact.s, fact);
  }
  return links;
}

function cheapest(links: Map<number, Map<number, Fact>>, cost: (i: number) => number, from: number, to: number, used: Set<number>, barred: Set<string>): Step[] | null {
  const best = new Map<number, number>([[from, 0]]);
  const before = new Map<number, { at: number; fact: Fact }>();
  const queue = new Heap();
  queue.push(0, from);
  const done = new Set<number>();
  while (queue.size) {
    const [soFar, at] = queue.pop();
    if (done.has(at)) continue;
    done.add(at);
    if (at === to) break;
    for (const [next, fact] of links.get(at) ?? []) {
      if (used.has(next) || done.has(next) || (at === from && barred.has(`${at}|${next}`))) continue;
      const total = soFar + 1 + (next === to ? 0 : cost(next));
      if (total >= (best.get(next) ?? Infinity)) continue;
      best.set(next, total);
      before.set(next, { at, fact });
      queue.push(total, next);
    }
  }
  if (!before.has(to)) return null;
  const path: Step[] = [];
  for (let at = to; at !== from; at = before.get(at)!.at) path.unshift({ to: at, fact: before.get(at)!.fact });
  return path;
}

/** A binary heap of (cost, entity). */
class Heap {
  private readonly items: [number, number][] = [];

  get size(): number {
    return this.items.length;
  }

  push(cost: number, value: number): void {
    const { items } = this;
    items.push([cost, value]);
    for (let at = items.length - 1; at > 0; ) {
      const up = (at - 1) >> 1;
      if (items[up][0] <= items[at][0]) break;
      [items[up], items[at]] = [items[at], items[up]];
      at = up;
    }
  }

  pop(): [number, number] {
    const { items } = this;
    const top = items[0];
    const last = items.pop()!;
    if (items.length) {
      items[0] = last;
      for (let at = 0; ; ) {
        const [left, right] = [2 * at + 1, 2 * at + 2];
        let least = at;
        if (left < items.length && items[left][0] < items[least][0]) least = left;
        if (right < items.length && items[right][0] < items[least][0]) least = right;
        if (least === at) break;
        [items[least], items[at]] = [items[at], items[least]];
        at = least;
      }
    }
    return top;
  }
}
