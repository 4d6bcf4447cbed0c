// What a page of a large graph asks of the server that sent it, when the reader gets there.

import type { Data } from "./data";
import { namedIn, type State } from "./state";
import type { Part } from "./types";

const MOST = 400; // entities named in one question
const PAGE = 1000; // facts of the table brought at a time; as kg/server/pages.py

type Question = [string, string | number][];
interface Answer extends Part {
  totals: Record<string, number>; // facts about each entity that was asked for
}

export class Remote {
  waiting = 0;
  failed = false;
  private readonly asked = new Set<string>();
  private readonly had = new Map<number, { known: number; total: number }>(); // facts of an entity, brought and on the server
  private rows = 0; // of the table, brought so far

  /** Hears when a question begins or ends. */
  told: () => void = () => {};

  constructor(private readonly data: Data) {}

  /** Bring what an address names. */
  async names(hash: string): Promise<boolean> {
    const { entities, facts, articles } = namedIn(hash);
    const named = (key: string, ids: string[]): Question => ids.slice(0, MOST).map((id) => [key, id]);
    return this.ask([...named("among", entities), ...named("fact", facts), ...named("article", articles)]);
  }

  /** Bring what the choices of the reader speak of; whether anything was new. */
  async follow(state: State): Promise<boolean> {
    const { selection } = state;
    const id = (i: number) => this.data.entities[i].id;
    const news: Promise<boolean>[] = [];
    if (selection.kind === "entity") news.push(this.about(selection.entity));
    if (selection.kind === "article") news.push(this.ask([["article", this.data.docs[selection.doc].id]]));
    if (selection.kind === "path" && selection.from !== undefined && selection.to !== undefined) {
      news.push(this.ask([["path", id(selection.from)], ["path", id(selection.to)], ["denied", selection.denied ? 1 : 0]]));
    }
    if (state.isolated) news.push(this.ask([["around", id(state.isolated.entity)], ["depth", state.isolated.depth]]));
    const opened = [...new Set([...state.added, ...(state.chosen ?? [])])].slice(-MOST);
    news.push(this.ask(opened.map((i) => ["among", id(i)])));
    return (await Promise.all(news)).some(Boolean);
  }

  /** Bring the facts of an entity: the weightiest first, further ones each time that it is called with `more`. */
  async about(entity: number, more = false): Promise<boolean> {
    const had = this.had.get(entity);
    if (had && (!more || had.known >= had.total)) return false;
    const { id } = this.data.entities[entity];
    const answer = await this.get([["entity", id], ["start", had?.known ?? 0]]);
    if (!answer) return false;
    this.had.set(entity, { known: (had?.known ?? 0) + PER_ENTITY, total: answer.totals[id] ?? 0 });
    return this.data.add(answer);
  }

  async lookUp(words: string): Promise<boolean> {
    return words.trim().length > 1 && this.ask([["words", words.trim()]]);
  }

  async moreRows(): Promise<boolean> {
    const answer = await this.get([["row", this.rows]]);
    if (!answer) return false;
    this.rows += PAGE;
    return this.data.add(answer);
  }

  /** Ask once; what was answered is kept. */
  private async ask(question: Question): Promise<boolean> {
    const key = JSON.stringify(question);
    if (!question.length || this.asked.has(key)) return false;
    this.asked.add(key);
    const answer = await this.get(question);
    if (!answer) this.asked.delete(key);
    return answer !== null && this.data.add(answer);
  }

  private async get(question: Question): Promise<Answer | null> {
    this.waiting++;
    this.told();
    try {
      const reply = await fetch(`/part?${new URLSearchParams(question.map(([key, value]) => [key, String(value)]))}`);
      if (!reply.ok) throw new Error(await reply.text());
      this.failed = false;
      return (await reply.json()) as Answer;
    } catch {
      this.failed = true; // told in the page, with a way to try again
      return null;
    } finally {
      this.waiting--;
      this.told();
    }
  }
}

const PER_ENTITY = 300; // facts of one answer about an entity; as kg/server/parts.py
