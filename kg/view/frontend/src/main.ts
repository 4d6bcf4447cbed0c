// Opens the page: reads the data, builds the frame, and keeps views, address and choices in step.

import "./fonts.css";
import "./style.css";
import type { App } from "./app";
import { Canvas } from "./canvas";
import { entitiesOf, focusOf, isFanned } from "./focus";
import { Data, mergeEdges } from "./data";
import { h } from "./dom";
import { Facets } from "./facets";
import { Filter } from "./filter";
import { Frame } from "./frame";
import { bindKeys } from "./keyboard";
import { MapView } from "./mapview";
import { Panel } from "./panel";
import { readPayload } from "./read";
import { Remote } from "./remote";
import { Index, Search } from "./search";
import { firstState, readHash, writeHash, type Selection, type State } from "./state";
import { Table } from "./table";
import { Timeline } from "./timeline";
import type { Edge } from "./types";
import { Words } from "./words";

const MOST_LINES = 3; // between two entities; more become a bundle
const PHONE = 48; // entities of the first screen where it is small
const EXPAND = 25; // neighbours opened at a time

class Explorer implements App {
  readonly words: Words;
  readonly index: Index;
  readonly canvas: Canvas;
  readonly map: MapView;
  readonly frame: Frame;
  state: State;
  shown;
  edges: Edge[] = [];
  private readonly first: State;
  private hash = location.hash; // that the state was read from or written to
  private restoring = true; // the picture of an address, rather than a new one
  readonly most: number; // entities of the first screen
  private readonly filter: Filter;
  private readonly facets: Facets;
  private readonly panel: Panel;
  private readonly search: Search;
  private readonly timeline: Timeline;
  private readonly table: Table;

  constructor(readonly data: Data, root: HTMLElement, readonly remote: Remote | null) {
    this.words = new Words(data.payload);
    this.index = new Index(this);
    this.first = firstState(data.payload.meta.language);
    this.state = readHash(location.hash, data, this.first);
    if (remote) remote.told = () => this.frame.render();
    this.filter = new Filter(data);
    this.most = window.matchMedia("(max-width: 700px)").matches ? Math.min(PHONE, data.payload.meta.first) : data.payload.meta.first;
    this.shown = this.filter.apply(this.state, this.most);
    this.reveal();
    this.frame = new Frame(root, this);
    const { frame } = this;
    this.facets = new Facets(frame.left, this);
    this.panel = new Panel(frame.right, this);
    this.search = new Search(frame.searchHost, this);
    this.timeline = new Timeline(frame.timeline, this);
    this.table = new Table(frame.table, this);
    this.canvas = new Canvas(frame.canvas, data, this.words, {
      entity: (i) => this.select({ kind: "entity", entity: i }),
      edge: (key) => this.openEdge(key),
      expand: (i) => this.expand(i),
      menu: (i, x, y) => frame.menu(i, x, y),
      clear: () => this.leave(),
      covered: () => frame.covered(),
      moved: () => this.looked(),
    });
    this.map = new MapView(frame.map, this, (i) => this.select({ kind: "entity", entity: i }), () => this.looked());
    bindKeys(this, this.search.input);
    window.addEventListener("hashchange", () => void this.readAddress());
    window.addEventListener("popstate", () => void this.readAddress());
    window.matchMedia("print").addEventListener("change", () => {
      this.canvas.cy.resize();
      this.fit();
    });
    new ResizeObserver(() => this.resized()).observe(frame.canvas);
    this.openSheet();
    this.render();
    this.follow();
  }

  private resized(): void {
    this.canvas.resized(this.state.camera);
    this.timeline.render();
  }

  set(change: Partial<State>, step = false): void {
    if (change.view && change.view !== this.state.view) change = { camera: null, ...change };
    this.state = { ...this.state, ...change };
    this.writeAddress(step);
    this.render();
    this.follow();
  }

  /** Bring from the server what is chosen and not here yet, then show it. */
  private follow(): void {
    void this.remote?.follow(this.state).then((came) => came && this.refresh());
  }

  /** Show what has come since. */
  private refresh(): void {
    this.shown = this.filter.apply(this.state, this.most);
    this.reveal();
    this.writeAddress(false);
    this.render();
  }

  again(): void {
    this.follow();
  }

  async lookUp(words: string): Promise<boolean> {
    return (await this.remote?.lookUp(words)) ?? false;
  }

  moreRows(): void {
    void this.remote?.moreRows().then((came) => came && this.refresh());
  }

  /** The reader has moved the view or an entity: the address tells where. */
  private looked(): void {
    const { state } = this;
    this.state = { ...state, camera: state.view === "map" ? this.map.camera : this.canvas.camera };
    this.writeAddress(false);
  }

  togglePin(entity: number): void {
    this.canvas.togglePin(entity);
    this.set({});
  }

  select(selection: Selection): void {
    const change: Partial<State> = { selection };
    const wanted = this.missing(selection);
    if (wanted.length) change.added = new Set([...this.state.added, ...wanted]);
    if (selection.kind === "entity" && this.state.hidden.has(selection.entity)) change.hidden = new Set([...this.state.hidden].filter((i) => i !== selection.entity));
    if (selection.kind !== "home") this.frame.showDetails();
    this.set(change, true);
    if (selection.kind === "entity") {
      const entity = this.data.entities[selection.entity];
      this.announce(`${this.words.entity(entity)}, ${this.words.term(entity.type)}, ${this.words.count(this.data.factsOf[entity.i].length)}`);
    }
  }

  address(selection: Selection): string {
    return writeHash({ ...this.state, selection }, this.data, this.first) || "#";
  }

  /** Entities that a selection speaks of and that are not drawn yet, when they are few. */
  private missing(selection: Selection): number[] {
    const wanted = entitiesOf(this, selection).filter((i) => !this.shown.drawn.has(i) && !this.state.isolated);
    return wanted.length <= 12 ? wanted : [];
  }

  /** A link may name an entity beyond the first screen. */
  private reveal(): void {
    const wanted = this.missing(this.state.selection);
    if (wanted.length) this.state = { ...this.state, added: new Set([...this.state.added, ...wanted]) };
  }

  /** Relations that lead to entities not drawn, with how many. */
  beyond(entity: number): [string, number][] {
    const found = new Map<string, Set<number>>();
    for (const fact of this.data.factsOf[entity]) {
      if (fact.o === undefined) continue;
      const other = fact.s === entity ? fact.o : fact.s;
      if (!this.shown.drawn.has(other)) found.set(fact.relation, (found.get(fact.relation) ?? new Set()).add(other));
    }
    return [...found].map(([relation, others]): [string, number] => [relation, others.size]).sort((a, b) => b[1] - a[1]);
  }

  undrawn(entity: number): number {
    const near = this.data.neighboursOf[entity];
    const drawn = near.filter((i) => this.shown.drawn.has(i)).length;
    return (this.remote ? Math.max(near.length, this.data.entities[entity].deg) : near.length) - drawn;
  }

  expand(entity: number, relation?: string): void {
    if (this.remote) void this.bringNeighbours(entity, this.remote).then(() => this.open(entity, relation));
    else this.open(entity, relation);
  }

  private async bringNeighbours(entity: number, remote: Remote): Promise<void> {
    const isNew = () => this.data.neighboursOf[entity].some((i) => !this.shown.drawn.has(i));
    if (await remote.about(entity)) this.refresh();
    if (!isNew() && (await remote.about(entity, true))) this.refresh();
  }

  private open(entity: number, relation?: string): void {
    const by = (i: number) => relation === undefined || this.data.factsOf[entity].some((fact) => fact.relation === relation && (fact.s === i || fact.o === i));
    const more = this.data.neighboursOf[entity].filter((i) => !this.shown.drawn.has(i) && by(i)).slice(0, EXPAND);
    const hidden = new Set([...this.state.hidden].filter((i) => !more.includes(i)));
    this.set({ added: new Set([...this.state.added, ...more]), hidden, selection: { kind: "entity", entity } }, true);
  }

  /** Neighbours that were opened and hang on this entity alone. */
  opened(entity: number): number[] {
    const { data, shown, state } = this;
    const alone = (i: number) => data.neighboursOf[i].every((other) => other === entity || !shown.drawn.has(other));
    return data.neighboursOf[entity].filter((i) => state.added.has(i) && alone(i));
  }

  collapse(entity: number): void {
    const gone = new Set(this.opened(entity));
    this.set({ added: new Set([...this.state.added].filter((i) => !gone.has(i))), selection: { kind: "entity", entity } }, true);
  }

  hide(entity: number): void {
    this.set({ hidden: new Set([...this.state.hidden, entity]), selection: { kind: "home" } }, true);
  }

  /** The reader has touched the ground of the picture. */
  private leave(): void {
    this.closeSheet();
    this.clear();
  }

  clear(): void {
    if (this.state.selection.kind !== "home") this.select({ kind: "home" });
    else if (this.state.isolated) this.set({ isolated: null }, true);
  }

  openEdge(key: string): void {
    const edge = this.edges.find((each) => each.key === key);
    if (edge) this.select({ kind: "facts", facts: edge.facts.map((fact) => fact.i) });
  }

  announce(text: string): void {
    this.frame.live.textContent = text;
  }

  private async readAddress(): Promise<void> {
    const { hash } = location;
    if (hash === this.hash) return; // written by this page, or told twice
    this.hash = hash;
    if (this.remote) await this.remote.names(hash);
    if (hash !== location.hash) return; // the reader is faster than the server
    this.state = readHash(hash, this.data, this.first);
    this.shown = this.filter.apply(this.state, this.most);
    this.reveal();
    this.restoring = true;
    this.openSheet();
    this.render();
    this.follow();
  }

  /** On a small screen: what an address names is shown at once, and gone with it. */
  private openSheet(): void {
    if (this.state.selection.kind === "home") this.closeSheet();
    else this.frame.showDetails();
  }

  closeSheet(): void {
    this.frame.closeSheet();
  }

  private writeAddress(step: boolean): void {
    const hash = writeHash(this.state, this.data, this.first);
    if (hash === location.hash || (hash === "" && location.hash === "")) return;
    this.hash = hash;
    try {
      history[step ? "pushState" : "replaceState"](null, "", hash || location.pathname + location.search);
    } catch {
      // A sandboxed frame has no address to write to.
    }
  }

  render(): void {
    const { state } = this;
    this.words.language = state.language;
    this.shown = this.filter.apply(state, this.most);
    this.frame.render();
    this.facets.render();
    this.search.render();
    this.panel.render();
    this.timeline.render();
    this.table.render();
    if (state.view === "graph") this.draw();
    else if (state.view === "map") this.drawMap();
    this.restoring = false;
    this.writeAddress(false); // opened entities have found their places, and the view has turned to what is chosen
  }

  private drawMap(): void {
    this.map.render();
    if (this.restoring && this.state.camera) this.map.look(this.state.camera);
  }

  zoomBy(factor: number): void {
    if (this.state.view === "map") return this.map.zoomBy(factor);
    this.canvas.zoomBy(factor);
    this.looked();
  }

  fit(): void {
    if (this.state.view === "map") this.map.fit();
    else {
      this.canvas.again();
      this.canvas.fit("fit", true);
    }
    this.state = { ...this.state, camera: null };
    this.writeAddress(false);
  }

  private draw(): void {
    const { state, shown, canvas } = this;
    const drawn = [...shown.drawn].sort((a, b) => a - b);
    const inPicture = shown.facts.filter((fact) => fact.o !== undefined && shown.drawn.has(fact.s) && shown.drawn.has(fact.o));
    this.edges = mergeEdges(inPicture, MOST_LINES, (s, o) => isFanned(this, s, o));
    const focus = focusOf(this, this.edges);
    canvas.restyle(state);
    canvas.render({ drawn, edges: this.edges, focus }, state);
    const key = JSON.stringify([state.selection.kind === "article" ? "article" : state.selection, state.isolated, focus ? "" : drawn.length, state.view]);
    if (this.restoring) canvas.again();
    const fitted = canvas.fit(key, !this.restoring && canvas.cy.nodes().length < 400);
    if (this.restoring && state.camera) canvas.look(state.camera);
    else if (fitted) this.state = { ...state, camera: null };
  }

}

async function open(): Promise<void> {
  const root = document.getElementById("app")!;
  const payload = await readPayload();
  await document.fonts?.load('500 12px "Inter Variable"').catch(() => []);
  const data = new Data(payload);
  const remote = data.live ? new Remote(data) : null;
  await remote?.names(location.hash);
  const explorer = new Explorer(data, root, remote);
  root.dataset.ready = "1";
  Object.defineProperty(window, "kgExplorer", { value: explorer });
}

open().catch((error: unknown) => {
  document.getElementById("app")!.append(h("p", { class: "empty" }, `${error instanceof Error ? error.message : String(error)}`));
});

export type { Explorer };
