// The drawn graph: cytoscape.js on a 2D canvas, positions from Python, nothing moves unless the reader asks.

import cytoscape from "cytoscape";
import { communityColour, familyColour, GROUND, LINES, lineWidth } from "./appearance";
import type { Data } from "./data";
import { Grid, placeNames, type Box, type LineToName } from "./labels";
import { egoPositions, placeNear } from "./places";
import { stylesheet, FONT } from "./style";
import type { Camera, Place, State } from "./state";
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

export interface Events {
  entity(i: number): void;
  edge(key: string): void;
  expand(i: number): void;
  menu(i: number, x: number, y: number): void;
  clear(): void;
  /** The reader has moved an entity, or the view. */
  moved(): void;
}

const LINE_FONT = 10.5; // pixels of the name of a line
const CENTRAL = 30; // entities whose names may cover lesser ones
const FIRST = 8; // entities that are always named
const MOST_STRETCH = 1.7; // of the picture along one side, to fill the room that there is
const READABLE = 0.92; // zoom below which names grow, so that they stay readable on the screen
const ALL_LINES_NAMED = 64; // up to this many lines, every line says what it is at once
const SIDE = 50; // pixels between lines that join the same two entities
const FEW_AROUND = 34; // neighbours that can be set around an entity
const LABEL_LIMIT = 150; // pixels at zoom 1, then a second line

cytoscape.warnings(false); // it would report two entities that pass over each other

type Side = "bottom" | "top" | "right" | "left";
const SIDES: Side[] = ["bottom", "right", "left", "top"];

const LONGEST = 38; // letters of a name in the picture; the panel has it whole
const shorten = (name: string): string => (name.length > LONGEST ? `${name.slice(0, LONGEST - 1).trimEnd()}…` : name);
const fontSize = (size: number): number => 11.5 + Math.min(6, size / 9);

export class Canvas {
  readonly cy: cytoscape.Core;
  pointed = -1; // the entity that the arrow keys are on
  private places = new Map<number, Place>(); // of the state: moved by hand or opened
  private scene: Scene = { drawn: [], edges: [], focus: null };
  private readonly measuring = document.createElement("canvas").getContext("2d");
  private rest = new Map<string, { x: number; y: number }>();
  private fittedTo = "";
  private upright = false; // on a phone the picture is turned, to use its height
  private stretch = { x: 1, y: 1 };
  private scale = 1; // of names, above 1 when the view is far

  constructor(private readonly host: HTMLElement, private readonly data: Data, private readonly words: Words, events: Events) {
    this.cy = cytoscape({
      container: host,
      elements: [],
      minZoom: 0.06,
      maxZoom: 4,
      boxSelectionEnabled: false,
      selectionType: "single",
      wheelSensitivity: undefined,
      style: [],
    });
    this.listen(events);
  }

  private listen(events: Events): void {
    const { cy } = this;
    let last = { id: "", at: 0 };
    cy.on("tap", "node", (event) => {
      const id = event.target.id();
      const twice = last.id === id && event.timeStamp - last.at < 350;
      last = { id, at: event.timeStamp };
      if (twice) events.expand(Number(id));
      else events.entity(Number(id));
    });
    cy.on("tap", "edge", (event) => events.edge(event.target.id()));
    cy.on("tap", (event) => event.target === cy && events.clear());
    cy.on("cxttap", "node", (event) => events.menu(Number(event.target.id()), event.renderedPosition.x, event.renderedPosition.y));
    cy.on("dragfree", "node", (event) => {
      this.put(Number(event.target.id()), event.target.position(), true);
      this.name();
      events.moved();
    });
    let looking = 0;
    cy.on("dragpan scrollzoom pinchzoom", () => {
      window.clearTimeout(looking);
      looking = window.setTimeout(() => events.moved(), 200);
    });
    let zooming = 0;
    cy.on("zoom", () => {
      window.clearTimeout(zooming);
      zooming = window.setTimeout(() => this.rescale(), 60);
    });
    let waiting = 0;
    cy.on("mouseover", "node, edge", (event) => {
      this.host.style.cursor = "pointer";
      window.clearTimeout(waiting);
      waiting = window.setTimeout(() => this.hover(event.target), 80);
    });
    cy.on("mouseout", "node, edge", () => {
      this.host.style.cursor = "";
      window.clearTimeout(waiting);
      cy.elements(".far, .hover").removeClass("far hover");
    });
  }

  private hover(target: cytoscape.SingularElementReturnValue): void {
    if (this.scene.focus || target.removed()) return;
    const near: cytoscape.CollectionReturnValue = target.isNode() ? target.closedNeighborhood() : (target as cytoscape.EdgeSingular).connectedNodes().union(target);
    this.cy.batch(() => {
      this.cy.elements().not(near).addClass("far");
      if (target.isEdge()) target.addClass("hover");
    });
  }

  restyle(state: State): void {
    this.cy.style(stylesheet(state.theme) as unknown as cytoscape.StylesheetJson);
  }

  render(scene: Scene, state: State): void {
    this.scene = scene;
    this.places = state.places;
    if (!this.cy.nodes().length) this.useRoom();
    const { cy } = this;
    const nodes = new Set(scene.drawn.map(String));
    const edges = new Set(scene.edges.map((edge) => edge.key));
    this.settle(scene);
    cy.batch(() => {
      cy.edges().filter((edge) => !edges.has(edge.id())).remove();
      cy.nodes().filter((node) => !nodes.has(node.id())).remove();
      for (const i of scene.drawn) this.drawNode(i, state);
      this.drawEdges(scene.edges, state);
    });
    this.applyFocus();
    this.name();
  }

  /** Turn and stretch the picture towards the shape of the window, once: later nothing jumps. */
  private useRoom(): void {
    const { clientWidth, clientHeight } = this.host;
    const placed = this.data.entities.filter((entity) => entity.at).map((entity) => entity.at!);
    if (!placed.length || !clientWidth) return;
    this.upright = clientHeight > clientWidth * 1.4;
    const extent = (axis: 0 | 1) => Math.max(200, Math.max(...placed.map((at) => at[axis])) - Math.min(...placed.map((at) => at[axis])));
    const [width, height] = this.upright ? [extent(1), extent(0)] : [extent(0), extent(1)];
    // Names stand beside the outermost entities: they take of the width more than of the height.
    const ratio = (clientWidth * 0.76) / (clientHeight * 0.88) / (width / height);
    this.stretch = { x: Math.min(MOST_STRETCH, Math.max(1, ratio)), y: Math.min(MOST_STRETCH, Math.max(1, 1 / ratio)) };
  }

  private drawNode(i: number, state: State): void {
    const entity = this.data.entities[i];
    const family = this.data.payload.families.find((each) => each.id === entity.family)!;
    const colour = state.colours === "community" ? communityColour(entity.community) : familyColour(family, state.theme);
    const size = entity.size;
    const data = { id: String(i), label: shorten(this.words.entity(entity)), colour, shape: family.shape, size: size * this.swell(), font: fontSize(entity.size) * this.scale, limit: LABEL_LIMIT * this.scale, z: Math.round(size) };
    const found = this.cy.getElementById(String(i));
    if (found.nonempty()) found.data(data);
    else this.cy.add({ group: "nodes", data, position: this.home(i) });
  }

  /** Where an entity stands when nothing is in focus. */
  private home(i: number): { x: number; y: number } {
    const entity = this.data.entities[i];
    const put = this.places.get(i);
    return this.onScreen(put ?? { x: (entity.at ?? entity.map)?.[0] ?? 0, y: (entity.at ?? entity.map)?.[1] ?? 0 });
  }

  /** From the measure of Python, which is that of a wide screen, to the picture's own, and back. */
  private onScreen({ x, y }: { x: number; y: number }): { x: number; y: number } {
    return this.upright ? { x: y * this.stretch.x, y: x * this.stretch.y } : { x: x * this.stretch.x, y: y * this.stretch.y };
  }

  private fromScreen({ x, y }: { x: number; y: number }): { x: number; y: number } {
    const place = { x: x / this.stretch.x, y: y / this.stretch.y };
    return this.upright ? { x: place.y, y: place.x } : place;
  }

  private put(i: number, at: { x: number; y: number }, pinned: boolean): void {
    const { x, y } = this.fromScreen(at);
    this.places.set(i, { x: Math.round(x), y: Math.round(y), pinned });
  }

  private drawEdges(edges: Edge[], state: State): void {
    const pairs = new Map<string, Edge[]>();
    for (const edge of edges) {
      const pair = edge.s < edge.o ? `${edge.s}|${edge.o}` : `${edge.o}|${edge.s}`;
      pairs.set(pair, [...(pairs.get(pair) ?? []), edge]);
    }
    for (const edge of edges) {
      const pair = pairs.get(edge.s < edge.o ? `${edge.s}|${edge.o}` : `${edge.o}|${edge.s}`)!;
      const line = LINES[edge.status];
      const side = (pair.indexOf(edge) - (pair.length - 1) / 2) * SIDE * (edge.s < edge.o ? 1 : -1);
      const data = {
        id: edge.key,
        source: String(edge.s),
        target: String(edge.o),
        colour: edge.bundled ? GROUND[state.theme].muted : line[state.theme],
        thin: lineWidth(edge.status, edge.places),
        width: lineWidth(edge.status, edge.places) * this.scale ** 0.75,
        font: LINE_FONT * this.lineScale(),
        opacity: 0.45 + 0.5 * Math.max(...edge.facts.map((fact) => fact.conf)),
        arrow: edge.bundled ? "none" : line.arrow,
        side,
        name: this.nameOf(edge),
        status: edge.bundled ? "bundle" : edge.status,
      };
      const found = this.cy.getElementById(edge.key);
      if (found.nonempty()) found.data(data);
      else this.cy.add({ group: "edges", data, classes: pair.length > 1 ? "bent" : "" });
      this.cy.getElementById(edge.key).toggleClass("bent", pair.length > 1);
    }
  }

  nameOf(edge: Edge): string {
    if (edge.bundled) return this.words.say("relation_bundle", { n: edge.bundled });
    const [fact] = edge.facts;
    const relation = this.words.relation(fact);
    const how = edge.status === "denied" ? this.words.say("negative") : edge.status === "unreal" ? this.words.say(fact.mod!) : "";
    const name = how ? this.words.say("told_as", { a: how, b: relation }) : relation;
    return edge.places > 1 ? `${name} ×${edge.places}` : name;
  }

  /** Give opened entities a free place beside a neighbour that is drawn. */
  private settle(scene: Scene): void {
    const placed = scene.drawn.filter((i) => this.places.has(i) || this.data.entities[i].at);
    const boxes = placed.map((i) => this.box(i, this.home(i)));
    for (const i of scene.drawn) {
      const entity = this.data.entities[i];
      if (this.places.has(i) || entity.at) continue;
      const anchor = this.data.neighboursOf[i].find((other) => placed.includes(other));
      if (anchor === undefined && entity.map) continue;
      const start = anchor === undefined ? { x: 0, y: 0 } : this.home(anchor);
      const spot = placeNear(start, this.box(i, start), boxes);
      this.put(i, spot, false);
      placed.push(i);
      boxes.push(this.box(i, spot));
    }
  }

  /** The room of an entity with its name below it. */
  private box(i: number, at: { x: number; y: number }): Box {
    const size = this.data.entities[i].size * this.swell();
    const name = this.nameBox(i, at);
    return { x: at.x, y: at.y + name.h / 2, w: Math.max(size, name.w), h: size + name.h };
  }

  private nameBox(i: number, at: { x: number; y: number }, side: Side = "bottom"): Box {
    const entity = this.data.entities[i];
    const size = entity.size * this.swell();
    const font = fontSize(entity.size) * this.scale;
    const width = this.width(shorten(this.words.entity(entity)), font);
    const limit = LABEL_LIMIT * this.scale;
    const height = 3 + font * 1.2 * Math.ceil(width / limit);
    const w = Math.min(limit, width);
    if (side === "right" || side === "left") return { x: at.x + (side === "right" ? 1 : -1) * (size / 2 + 5 + w / 2), y: at.y, w, h: height };
    return { x: at.x, y: at.y + (side === "bottom" ? 1 : -1) * (size / 2 + height / 2 + 1), w, h: height };
  }

  private swell(): number {
    return this.scale ** 0.35; // entities grow less than their names, so that they stay apart
  }

  /** Names of entities and lines, as large as the zoom asks, where there is room for them. */
  private name(): void {
    this.nameEntities();
    this.nameLines();
  }

  private rescale(): void {
    const scale = Math.min(4.5, Math.max(1, READABLE / this.cy.zoom()));
    if (Math.abs(scale / this.scale - 1) < 0.04) return;
    this.scale = scale;
    this.cy.batch(() => {
      this.cy.nodes().forEach((node) => {
        const { size } = this.data.entities[Number(node.id())];
        node.data({ size: size * this.swell(), font: fontSize(size) * scale, limit: LABEL_LIMIT * scale });
      });
      this.cy.edges().forEach((edge) => void edge.data({ width: (edge.data("thin") as number) * this.scale ** 0.75, font: LINE_FONT * this.lineScale() }));
    });
    this.name();
  }

  private lineScale(): number {
    return Math.min(2.1, this.scale);
  }

  /** What the names of lines must not cover: entities, and their names. */
  private boxesOfNames(): Box[] {
    const seen = this.scene.drawn.filter((i) => !this.scene.focus || this.scene.focus.entities.has(i));
    return seen.flatMap((i) => {
      const node = this.cy.getElementById(String(i));
      const at = node.position();
      const size = node.data("size") as number;
      const entity = { ...at, w: size, h: size };
      const side = SIDES.find((each) => node.hasClass(`name-${each}`));
      return node.hasClass("unnamed") ? [entity] : [entity, this.nameBox(i, at, side)];
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

  /** The most important first; a name that would meet another, or a larger entity, waits for a closer view. */
  private nameEntities(): void {
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
    cy.batch(() => {
      for (const i of order) {
        const node = cy.getElementById(String(i));
        const free = (grid: Grid) => SIDES.find((each) => !grid.meets({ ...this.nameBox(i, at.get(i)!, each), of: i }));
        const matters = this.isCentral(i) || (scene.focus?.entities.has(i) ?? false);
        const side = free(taken) ?? (matters ? free(central) : undefined) ?? (i === scene.focus?.centre || this.isFirst(i) ? "bottom" : undefined);
        if (side) for (const grid of [taken, central]) grid.add({ ...this.nameBox(i, at.get(i)!, side), of: i });
        node.removeClass(SIDES.map((each) => `name-${each}`).join(" ")).addClass(`name-${side ?? "bottom"}`);
        node.toggleClass("unnamed", side === undefined);
      }
    });
  }

  private width(text: string, size: number): number {
    if (!this.measuring) return text.length * size * 0.55;
    this.measuring.font = `500 ${size}px ${FONT}`;
    return this.measuring.measureText(text).width;
  }

  private applyFocus(): void {
    const { cy } = this;
    const { focus } = this.scene;
    const wanted = focus?.centre === undefined ? null : this.around(focus.centre, [...focus.entities]);
    const goal = new Map<string, { x: number; y: number }>();
    cy.nodes().forEach((node) => void goal.set(node.id(), wanted?.get(Number(node.id())) ?? this.home(Number(node.id()))));
    cy.batch(() => {
      cy.elements().removeClass("far hover dim chosen");
      if (focus) {
        cy.nodes().forEach((node) => void node.toggleClass("dim", !focus.entities.has(Number(node.id()))));
        cy.edges().forEach((edge) => void edge.toggleClass("dim", !focus.edges.has(edge.id())));
        if (focus.centre !== undefined) cy.getElementById(String(focus.centre)).addClass("chosen");
        else focus.edges.forEach((key) => cy.getElementById(key).addClass("chosen"));
      }
      cy.nodes().forEach((node) => void node.position(goal.get(node.id())!));
    });
    this.rest = goal;
  }

  private around(centre: number, entities: number[]): Map<number, { x: number; y: number }> | null {
    const others = entities.filter((i) => i !== centre && this.cy.getElementById(String(i)).nonempty());
    if (!others.length || others.length > FEW_AROUND) return null;
    return egoPositions(centre, others, (i) => this.home(i), this.upright ? 0.8 : 1.22);
  }

  /** Show the names that fit: of the lines in focus, or of all lines when they are few. */
  private nameLines(): void {
    const { cy, scene } = this;
    const wanted = this.toldEdges();
    const weight = ({ s, o, status, places }: Edge) => (this.data.entities[s].rank + this.data.entities[o].rank) * Math.sqrt(places) * (status === "denied" ? 1.5 : 1);
    const lines = [...wanted].sort((a, b) => weight(b) - weight(a)).map((edge) => this.lineToName(edge));
    const boxes = this.boxesOfNames();
    const found = placeNames(lines, boxes, this.lineScale(), scene.focus !== null && lines.length <= 4);
    cy.batch(() => {
      cy.edges().forEach((edge) => {
        const spot = found.get(edge.id());
        edge.toggleClass("told", spot !== undefined);
        if (spot !== undefined) edge.data("spot", spot);
      });
    });
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

  /** Bring the focus, or everything, into view; nothing moves twice for the same thing. */
  fit(key: string, animate: boolean): boolean {
    if (key === this.fittedTo) return false;
    this.fittedTo = key;
    const { cy, scene } = this;
    if (!cy.nodes().length) return true;
    cy.resize();
    const { focus } = scene;
    const part = focus ? cy.nodes().filter((node) => focus.entities.has(Number(node.id()))) : cy.nodes();
    const eles = part.nonempty() ? part.union(part.edgesWith(part)) : cy.elements();
    const before = { zoom: cy.zoom(), pan: { ...cy.pan() } };
    for (let turn = 0; turn < 4; turn++) {
      cy.fit(eles, Math.min(44, cy.width() * 0.05)); // names grow when the view is far: later turns make room for them
      const most = focus ? 1.35 : 1.25;
      if (cy.zoom() > most) {
        cy.zoom(most);
        cy.center(eles);
      }
      if (turn < 3) this.rescale(); // after the last one every name is in view
    }
    if (!animate || matchMedia("(prefers-reduced-motion: reduce)").matches) return true;
    const after = { zoom: cy.zoom(), pan: { ...cy.pan() } };
    cy.viewport(before);
    cy.stop();
    cy.animate({ zoom: after.zoom, pan: after.pan }, { duration: 320, easing: "ease-out-cubic" });
    return true;
  }

  get camera(): Camera {
    const { cy } = this;
    const { x, y } = this.fromScreen({ x: (cy.width() / 2 - cy.pan().x) / cy.zoom(), y: (cy.height() / 2 - cy.pan().y) / cy.zoom() });
    return { zoom: Number(cy.zoom().toPrecision(4)), x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 };
  }

  look(camera: Camera): void {
    const { cy } = this;
    const { x, y } = this.onScreen(camera);
    cy.stop();
    cy.viewport({ zoom: camera.zoom, pan: { x: cy.width() / 2 - x * camera.zoom, y: cy.height() / 2 - y * camera.zoom } });
    this.rescale();
  }

  again(): void {
    this.fittedTo = "";
  }

  zoomBy(factor: number): void {
    const { cy } = this;
    cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
  }

  sideOf(key: string): number {
    const edge = this.cy.getElementById(key);
    return edge.nonempty() && edge.hasClass("bent") ? (edge.data("side") as number) : 0;
  }

  isTold(key: string): boolean {
    return this.cy.getElementById(key).hasClass("told");
  }

  /** Show where the arrow keys are. */
  point(i: number): void {
    this.pointed = i;
    this.cy.nodes(".pointed").removeClass("pointed");
    this.cy.getElementById(String(i)).addClass("pointed");
  }

  togglePin(i: number): void {
    if (this.isPinned(i)) this.places.delete(i);
    else this.put(i, this.cy.getElementById(String(i)).position(), true);
  }

  isPinned(i: number): boolean {
    return this.places.get(i)?.pinned ?? false;
  }

  /** Where an entity stands on a wide screen. */
  placeOf(i: number): { x: number; y: number } {
    return this.fromScreen(this.positionOf(i));
  }

  positionOf(i: number): { x: number; y: number } {
    return this.rest.get(String(i)) ?? this.home(i);
  }
}
