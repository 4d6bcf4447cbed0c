// The drawn graph: cytoscape.js on a 2D canvas, positions from Python, nothing moves unless the reader asks.

import cytoscape from "cytoscape";
import { communityColour, dashes, familyColour, GROUND, LINES, lineWidth } from "./appearance";
import type { Data } from "./data";
import { fontSize, LABEL_LIMIT, LINE_FONT, Names, shorten, type Scene } from "./naming";
import { egoPositions, placeNear } from "./places";
import { stylesheet } from "./style";
import type { Camera, Place, State } from "./state";
import type { Edge } from "./types";
import type { Words } from "./words";

export interface Events {
  entity(i: number): void;
  edge(key: string): void;
  expand(i: number): void;
  menu(i: number, x: number, y: number): void;
  clear(): void;
  /** Pixels at the bottom that something else lies over. */
  covered(): number;
  /** The reader has moved an entity, or the view. */
  moved(): void;
}

const MOST_STRETCH = 1.7; // of the picture along one side, to fill the room that there is
const READABLE = 0.92; // zoom below which names grow, so that they stay readable on the screen
const SIDE = 50; // pixels between lines that join the same two entities
const NEAREST = 196; // pixels from an entity in focus to its neighbours
const FARTHEST = 270;
const FEW_AROUND = 34; // neighbours that can be set around an entity
const LEAST = 90; // pixels that a sheet must leave for what is in focus to be shown above it
const FRESH = { includeLabels: true, useCache: false }; // boxes from before would cut names that have grown

cytoscape.warnings(false); // it would report two entities that pass over each other


export class Canvas {
  readonly cy: cytoscape.Core;
  private readonly names: Names;
  pointed = -1; // the entity that the arrow keys are on
  private places = new Map<number, Place>(); // of the state: moved by hand or opened
  private scene: Scene = { drawn: [], edges: [], focus: null };
  private rest = new Map<string, { x: number; y: number }>();
  private fittedTo = "";
  private room = ""; // the size of the window that the view was made for
  private upright = false; // on a phone the picture is turned, to use its height
  private stretch = { x: 1, y: 1 };

  constructor(private readonly host: HTMLElement, private readonly data: Data, private readonly words: Words, private readonly events: Events) {
    this.cy = cytoscape({
      container: host,
      elements: [],
      minZoom: 0.02,
      maxZoom: 4,
      boxSelectionEnabled: false,
      selectionType: "single",
      wheelSensitivity: undefined,
      style: [],
    });
    this.names = new Names(this.cy, data, words);
    this.listen();
  }

  private listen(): void {
    const { cy, events } = this;
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
    const leave = () => {
      this.host.style.cursor = "";
      window.clearTimeout(waiting);
      cy.elements(".far, .hover").removeClass("far hover");
    };
    cy.on("mouseout", "node, edge", leave);
    this.host.addEventListener("mouseleave", leave); // a quick pointer is over a panel before it has left a line
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

  /** Turn and stretch the picture towards the shape of the window: at first, and when that has changed. */
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
    const data = { id: String(i), label: shorten(this.words.entity(entity)), colour, shape: family.shape, size: size * this.names.swell(), font: fontSize(entity.size) * this.names.scale, limit: LABEL_LIMIT * this.names.scale, z: Math.round(size) };
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
        ...this.sizesOfLine(edge),
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
    const boxes = placed.map((i) => this.names.box(i, this.home(i)));
    for (const i of scene.drawn) {
      const entity = this.data.entities[i];
      if (this.places.has(i) || entity.at) continue;
      const anchor = this.data.neighboursOf[i].find((other) => placed.includes(other));
      if (anchor === undefined && entity.map) continue;
      const start = anchor === undefined ? { x: 0, y: 0 } : this.home(anchor);
      const spot = placeNear(start, this.names.box(i, start), boxes);
      this.put(i, spot, false);
      placed.push(i);
      boxes.push(this.names.box(i, spot));
    }
  }

  private name(): void {
    this.names.place(this.scene);
  }

  /** Make names as large as the zoom asks; whether that changed anything. */
  private rescale(): boolean {
    const scale = Math.min(6, Math.max(1, READABLE / this.cy.zoom()));
    if (Math.abs(scale / this.names.scale - 1) < 0.04) return false;
    this.names.scale = scale;
    this.cy.batch(() => {
      this.cy.nodes().forEach((node) => {
        const { size } = this.data.entities[Number(node.id())];
        node.data({ size: size * this.names.swell(), font: fontSize(size) * scale, limit: LABEL_LIMIT * scale });
      });
      for (const edge of this.scene.edges) this.cy.getElementById(edge.key).data(this.sizesOfLine(edge));
    });
    this.name();
    return true;
  }

  /** What of a line changes with the zoom. */
  private sizesOfLine({ status, places }: Edge): { width: number; dash: number[]; font: number } {
    const { scale } = this.names;
    const thin = lineWidth(status, places);
    return { width: thin * scale ** 0.75, dash: dashes(status, thin, scale), font: LINE_FONT * this.names.lineScale() };
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
    const longest = Math.max(0, ...this.scene.edges.filter((edge) => this.scene.focus!.edges.has(edge.key)).map((edge) => this.names.lineWidth(edge)));
    const least = Math.max(NEAREST, Math.min(FARTHEST, longest + 92)); // so that lines have room for their names
    return egoPositions(centre, others, (i) => this.home(i), this.upright ? 0.8 : 1.22, least);
  }

  /** Bring the focus, or everything, into view; nothing moves twice for the same thing. */
  fit(key: string, animate: boolean): boolean {
    if (key === this.fittedTo) return false;
    this.fittedTo = key;
    const { cy, scene } = this;
    if (!cy.nodes().length) return true;
    this.measure();
    const { focus } = scene;
    const part = focus ? cy.nodes().filter((node) => focus.entities.has(Number(node.id()))) : cy.nodes();
    const eles = part.nonempty() ? part.union(part.edgesWith(part)) : cy.elements();
    const before = { zoom: cy.zoom(), pan: { ...cy.pan() } };
    for (let turn = 0; turn < 9; turn++) {
      this.bringIntoView(eles.boundingBox(FRESH), focus ? 1.35 : 1.25);
      if (!this.rescale()) break; // names grow when the view is far, and must be in view too
    }
    if (!animate || matchMedia("(prefers-reduced-motion: reduce)").matches) return true;
    const after = { zoom: cy.zoom(), pan: { ...cy.pan() } };
    cy.viewport(before);
    cy.stop();
    cy.animate({ zoom: after.zoom, pan: after.pan }, { duration: 320, easing: "ease-out-cubic" });
    return true;
  }

  private bringIntoView(box: cytoscape.BoundingBox12 & cytoscape.BoundingBoxWH, most: number): void {
    const { cy } = this;
    const free = cy.height() - this.events.covered();
    const height = free < LEAST ? cy.height() : free;
    const margin = Math.min(44, cy.width() * 0.05, height * 0.08);
    const zoom = Math.max(cy.minZoom(), Math.min(most, (cy.width() - 2 * margin) / box.w, (height - 2 * margin) / box.h));
    cy.viewport({ zoom, pan: { x: (cy.width() - zoom * (box.x1 + box.x2)) / 2, y: (height - zoom * (box.y1 + box.y2)) / 2 } });
  }

  /** Take note of the size of the window; whether it is another. */
  private measure(): boolean {
    const room = `${this.host.clientWidth} × ${this.host.clientHeight}`;
    this.cy.resize();
    const other = room !== this.room;
    this.room = room;
    return other;
  }

  /** The window may have another size: the same things are in view, or the part that the reader looks at. */
  resized(camera: Camera | null): void {
    if (!this.host.clientWidth || !this.measure()) return;
    if (camera) return this.look(camera);
    this.useRoom();
    this.applyFocus();
    this.name();
    const key = this.fittedTo;
    this.again();
    this.fit(key, false);
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

  standing(): ReturnType<Names["standing"]> {
    return this.names.standing();
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
