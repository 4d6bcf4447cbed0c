// What the page is told (see kg/view/payload.py) and what the modules pass to one another.

export type Pair = [number, number];
export type Language = "fr" | "en";
export type Status = "asserted" | "claimed" | "unsure" | "denied" | "unreal" | "past";
export const STATUSES: Status[] = ["asserted", "claimed", "unsure", "denied", "unreal", "past"];

export type Column = "subject" | "relation" | "object" | "status" | "speaker" | "time" | "confidence" | "source";
export const COLUMNS: Column[] = ["subject", "relation", "object", "status", "speaker", "time", "confidence", "source"];

export interface Evidence {
  doc: number;
  sent: Pair;
  clause: Pair;
  trig: Pair;
  subj?: Pair;
  obj?: Pair;
  rule: string;
  conf: number;
}

export interface Fact {
  id: string;
  s: number;
  p: string;
  o?: number;
  v?: [string, string];
  phrase?: string;
  neg?: boolean;
  mod?: string;
  by?: number;
  past?: boolean;
  unsure?: boolean; // the article's own words, but not read surely enough
  time?: [string | null, string | null, string | null, string];
  conf: number;
  ev: Evidence[];
  // added when read
  i: number;
  status: Status;
  relation: string; // "founded", or "~phrase" of an open relation
}

export interface Entity {
  id: string;
  type: string;
  family: string;
  label: string;
  labels?: Record<string, string>;
  aliases: string[];
  known?: string;
  mentions: [number, number, number][];
  at?: Pair;
  map?: Pair;
  deg: number;
  size: number; // pixels across
  rank: number;
  community?: number;
  // added when read
  i: number;
  place: number; // in the order of importance, from 1
}

export interface Doc {
  id: string;
  name: string;
  title?: string;
  source?: string;
  date?: string;
  url?: string;
  lang: string;
  text: string;
}

export interface Family {
  id: string;
  light: string;
  dark: string;
  shape: string;
}

/** Records that refer to one another by place; a large graph comes in several such parts. */
export interface Part {
  labels: Record<string, Record<Language, string>>;
  docs: Doc[];
  nodes: Entity[];
  facts: Fact[];
  contradictions: number[][];
}

/** How much the server holds, when the page has only a part of it. */
export interface Live {
  entities: number;
  facts: number;
  articles: number;
}

export interface Payload extends Part {
  meta: { title: string; language: Language; base: string; first: number; live?: Live };
  families: Family[];
  words: Record<Language, Record<string, string>>;
}

/** Facts of equal subject, relation, object and status: one line of the picture. */
export interface Edge {
  key: string;
  s: number;
  o: number;
  facts: Fact[];
  status: Status;
  places: number; // passages that show it
  bundled?: number; // how many lines it stands for, when it stands for several
}
