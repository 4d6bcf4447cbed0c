// The names in the picture: of entities beside them, of lines along them, each where it meets no other.

import type cytoscape from "cytoscape";
import type { Data } from "./data";
import { Grid, placeNames, type Box, type LineToName } from "./labels";
import { FONT } from "./style";
import type { Edge } from "./types";
import type { Words } from "./words";

export interface Scene {
  drawn: number[];
  edges: Edge[];
  focus: Focus | null;
}

export interface Focus {
  entities: Set<number>; // that stay clear
  edges: Set<string>;
  centre?: number; // its neighbours are set around it
}

const CENTRAL = 30; // entities whose names may cover lesser ones
const FIRST = 8; // entities that are always named
const ALL_LINES_NAMED = 64; // up to this many lines, every line says what it is at once
export const LINE_FONT = 10.5; // pixels of the name of a line
export const LABEL_LIMIT = 150; // pixels at zoom 1, then a second line

export type Side = "bottom" | "top" | "right" | "left";

/** A name where it stands when the view is near: in a picture that is taken away. */
export interface Standing {
  lines: string[];
  font: number;
  side: Side;
  box: Box;
}

/** The name of a line: its middle, and how far it is turned. */
export interface Along {
  x: number;
  y: number;
  degrees: number;
}

const SIDES: Side[] = ["bottom", "right", "left", "top"];

const LONGEST = 38; // letters of a name in the picture; the panel has it whole
export const shorten = (name: string): string => (name.length > LONGEST ? `${name.slice(0, LONGEST - 1).trimEnd()}…` : name);
export const fontSize = (size: number): number => 11.5 + Math.min(6, size / 9);

type Sides = Map<number, Side | undefined>; // in the order of importance; undefined: there is no room for the name

export class Names {
  scale = 1; // above 1 when the view is far
  private scene: Scene = { drawn: [], edges: [], focus: null };
  private readonly measuring = document.createElement("canvas").getContext("2d");

  constructor(private readonly cy: cytoscape.Core, private readonly data: Data, private readonly words: Words) {}

  /** Give names to entities and lines, as large as the zoom asks, where there is room for them. */
  place(scene: Scene): void {
    this.scene = scene;
    const sides = this.sides();
    this.nameEntities(sides);
    this.nameLines(sides);
  }

  /** The room of an entity with its name below it. */
  box(i: number, at: { x: number; y: number }): Box {
    const size = this.data.entities[i].size * this.swell();
    const name = this.nameBox(i, at);
    return { x: at.x, y: at.y + name.h / 2, w: Math.max(size, name.w), h: size + name.h };
  }

  private nameBox(i: number, at: { x: number; y: number }, side: Side = "bottom"): Box {
    const size = this.data.entities[i].size * this.swell();
    const font = this.font(i);
    const lines = this.linesOf(i);
    const height = 3 + font * 1.2 * lines.length;
    const w = Math.max(...lines.map((line) => this.width(line, font)));
    if (side === "right" || side === "left") return { x: at.x + (side === "right" ? 1 : -1) * (size / 2 + 5 + w / 2), y: at.y, w, h: height };
    return { x: at.x, y: at.y + (side === "bottom" ? 1 : -1) * (size / 2 + height / 2 + 1), w, h: height };
  }

  private font(i: number): number {
    return fontSize(this.data.entities[i].size) * this.scale;
  }

  /** The lines of a name, broken between words where the drawing breaks them: long words may need a third. */
  private linesOf(i: number): string[] {
    const name = shorten(this.words.entity(this.data.entities[i]));
    const fits = (text: string) => this.width(text, this.font(i)) <= LABEL_LIMIT * this.scale;
    if (fits(name)) return [name];
    const lines: string[] = [];
    for (const word of name.split(/\s+/)) {
      const longer = lines.length ? `${lines[lines.length - 1]} ${word}` : word;
      if (lines.length && fits(longer)) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    return lines;
  }

  swell(): number {
    return this.scale ** 0.35; // entities grow less than their names, so that they stay apart
  }

  lineScale(): number {
    return Math.min(2.1, this.scale);
  }

  /** What the names of lines must not cover: entities, and their names. */
  private boxesOfNames(sides: Sides): Box[] {
    const seen = this.scene.drawn.filter((i) => !this.scene.focus || this.scene.focus.entities.has(i));
    return seen.flatMap((i) => {
      const at = this.cy.getElementById(String(i)).position();
      const size = this.data.entities[i].size * this.swell();
      const entity = { ...at, w: size, h: size };
      const side = sides.get(i);
      return side ? [entity, this.nameBox(i, at, side)] : [entity];
    });
  }

  /** Lines that are told by name: the names of entities keep off them where they can. */
  private pointsOfLines(): Box[] {
    return this.toldEdges().flatMap((edge) => {
      const { from, to } = this.lineToName(edge);
      const count = Math.max(2, Math.round(Math.hypot(to[0] - from[0], to[1] - from[1]) / 14));
      return Array.from({ length: count - 1 }, (_, k) => {
        const share = (k + 1) / count;
        return { x: from[0] + (to[0] - from[0]) * share, y: from[1] + (to[1] - from[1]) * share, w: 6, h: 6, of: undefined };
      });
    });
  }

  private toldEdges(): Edge[] {
    const { focus, edges } = this.scene;
    if (focus) return edges.filter((edge) => focus.edges.has(edge.key));
    return edges.length <= ALL_LINES_NAMED ? edges : [];
  }

  private isCentral(i: number): boolean {
    const { place } = this.data.entities[i];
    return place > 0 && place <= CENTRAL;
  }

  private isFirst(i: number): boolean {
    const { place } = this.data.entities[i];
    return place > 0 && place <= FIRST && (!this.scene.focus || this.scene.focus.entities.has(i));
  }

  private nameEntities(sides: Sides): void {
    this.cy.batch(() => {
      for (const [i, side] of sides) {
        const node = this.cy.getElementById(String(i));
        node.removeClass(SIDES.map((each) => `name-${each}`).join(" ")).addClass(`name-${side ?? "bottom"}`);
        node.toggleClass("unnamed", side === undefined);
      }
    });
  }

  /** The most important first; a name that would meet another, or a larger entity, waits for a closer view. */
  private sides(): Sides {
    const { cy, scene, data } = this;
    const place = (i: number) => data.entities[i].place || Infinity;
    const order = [...scene.drawn].sort((a, b) => Number(scene.focus?.entities.has(b) ?? false) - Number(scene.focus?.entities.has(a) ?? false) || place(a) - place(b));
    const at = new Map(order.map((i) => [i, cy.getElementById(String(i)).position()]));
    const taken = new Grid(80 * this.scale);
    const central = new Grid(80 * this.scale); // names, and only the entities that matter most
    for (const i of order) {
      if (scene.focus && !scene.focus.entities.has(i)) continue;
      const size = data.entities[i].size * this.swell();
      const box = { ...at.get(i)!, w: size * 0.8, h: size * 0.8, of: i };
      taken.add(box);
      if (this.isCentral(i)) central.add(box);
    }
    for (const point of this.pointsOfLines()) taken.add(point);
    const sides: Sides = new Map();
    for (const i of order) {
      const free = (grid: Grid) => SIDES.find((each) => !grid.meets({ ...this.nameBox(i, at.get(i)!, each), of: i }));
      const matters = this.isCentral(i) || (scene.focus?.entities.has(i) ?? false);
      const side = free(taken) ?? (matters ? free(central) : undefined) ?? (i === scene.focus?.centre || this.isFirst(i) ? "bottom" : undefined);
      if (side) for (const grid of [taken, central]) grid.add({ ...this.nameBox(i, at.get(i)!, side), of: i });
      sides.set(i, side);
    }
    return sides;
  }

  /** Pixels of the name of a line, at zoom 1. */
  lineWidth(edge: Edge): number {
    return this.width(this.cy.getElementById(edge.key).data("name"), LINE_FONT);
  }

  private width(text: string, size: number): number {
    if (!this.measuring) return text.length * size * 0.55;
    this.measuring.font = `500 ${size}px ${FONT}`;
    return this.measuring.measureText(text).width;
  }

  /** Show the names that fit: of the lines in focus, or of all lines when they are few. */
  private nameLines(sides: Sides): void {
    const { cy } = this;
    const found = this.spots(sides);
    cy.batch(() => {
      cy.edges().forEach((edge) => {
        const spot = found.get(edge.id());
        edge.toggleClass("told", spot !== undefined);
        if (spot !== undefined) edge.data("spot", spot);
      });
    });
  }

  private spots(sides: Sides): Map<string, number> {
    const { scene } = this;
    const wanted = this.toldEdges();
    const weight = ({ s, o, status, places }: Edge) => (this.data.entities[s].rank + this.data.entities[o].rank) * Math.sqrt(places) * (status === "denied" ? 1.5 : 1);
    const lines = [...wanted].sort((a, b) => weight(b) - weight(a)).map((edge) => this.lineToName(edge));
    return placeNames(lines, this.boxesOfNames(sides), this.lineScale(), scene.focus !== null && lines.length <= 4);
  }

  /** The names that have room when the view is near, whatever it is now: of entities, and of lines. */
  standing(): [Map<number, Standing>, Map<string, Along>] {
    const before = this.scale;
    this.scale = 1;
    const sides = this.sides();
    const entities = new Map<number, Standing>();
    for (const [i, side] of sides) {
      const at = this.cy.getElementById(String(i)).position();
      if (side) entities.set(i, { lines: this.linesOf(i), font: this.font(i), side, box: this.nameBox(i, at, side) });
    }
    const spots = this.spots(sides);
    const lines = this.scene.edges.filter((edge) => spots.has(edge.key)).map((edge): [string, Along] => [edge.key, along(this.lineToName(edge), spots.get(edge.key)!)]);
    this.scale = before;
    return [entities, new Map(lines)];
  }

  private lineToName(edge: Edge): LineToName {
    const drawn = this.cy.getElementById(edge.key);
    const from = this.cy.getElementById(String(edge.s)).position();
    const to = this.cy.getElementById(String(edge.o)).position();
    const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    const half = (drawn.data("side") as number) / 2; // a curve's middle lies half way to its control point
    const nx = (-(to.y - from.y) / length) * half;
    const ny = ((to.x - from.x) / length) * half;
    return {
      key: edge.key,
      from: [from.x + nx, from.y + ny],
      to: [to.x + nx, to.y + ny],
      skip: [this.data.entities[edge.s].size / 2 + 2, this.data.entities[edge.o].size / 2 + 9],
      width: this.width(drawn.data("name"), LINE_FONT * this.lineScale()),
    };
  }
}

function along({ from, to, skip }: LineToName, spot: number): Along {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const share = (skip[0] + spot) / (Math.hypot(dx, dy) || 1);
  const degrees = (Math.atan2(dy, dx) * 180) / Math.PI;
  return { x: from[0] + dx * share, y: from[1] + dy * share, degrees: degrees > 90 ? degrees - 180 : degrees < -90 ? degrees + 180 : degrees };
}
