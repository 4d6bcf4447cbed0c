// The map of the whole: every entity a dot, every link a thread, drawn on a plain 2D canvas.
// It works without WebGL, and moving it only moves a picture: lines are drawn again when the hand rests.

import { communityColour, familyColour, GROUND } from "./appearance";
import type { App } from "./app";
import { Grid } from "./labels";
import type { Camera } from "./state";
import { FONT } from "./style";

const REST = 110; // milliseconds without movement after which the map is drawn anew
const NAMES = 140; // at most, on the screen
const MANY = 1000; // entities, from which fragments are many
const CORE = 8; // entities of a community that is in view at first
const REACH = 12; // pixels from a dot that still count as on it

export class MapView {
  private readonly canvas = document.createElement("canvas");
  private readonly kept = document.createElement("canvas"); // the last full drawing
  private keptAt: Camera = { x: 0, y: 0, zoom: 1 };
  camera: Camera = { x: 0, y: 0, zoom: 1 };
  private ids: number[] = [];
  private links: Uint32Array = new Uint32Array();
  private threads = new Map<string, Uint32Array>(); // links by colour
  private readonly near = new Map<string, number[]>(); // entities by square, for the pointer
  private waiting = 0;
  private hovered = -1;
  private fitted = false;
  private room = ""; // the size of the window that the last drawing was made for

  constructor(private readonly host: HTMLElement, private readonly app: App, private readonly open: (i: number) => void, private readonly moved: () => void) {
    host.append(this.canvas);
    new ResizeObserver(() => host.clientWidth && this.resized()).observe(host);
    host.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    host.addEventListener("pointerdown", (event) => this.press(event));
    host.addEventListener("pointermove", (event) => this.hover(event));
  }

  render(): void {
    const { app } = this;
    const { data, shown } = app;
    this.ids = [...shown.drawn].filter((i) => data.entities[i].map ?? data.entities[i].at).sort((a, b) => data.entities[b].place - data.entities[a].place);
    const pairs = new Set<number>();
    const count = data.entities.length;
    for (const fact of shown.facts) {
      if (fact.o === undefined || fact.o === fact.s || !shown.drawn.has(fact.s) || !shown.drawn.has(fact.o)) continue;
      pairs.add(Math.min(fact.s, fact.o) * count + Math.max(fact.s, fact.o));
    }
    this.links = Uint32Array.from([...pairs].flatMap((pair) => [Math.floor(pair / count), pair % count]));
    this.sortThreads();
    this.near.clear();
    for (const i of this.ids) {
      const [x, y] = this.at(i);
      const key = `${Math.floor(x / 60)},${Math.floor(y / 60)}`;
      const found = this.near.get(key);
      if (found) found.push(i);
      else this.near.set(key, [i]);
    }
    if (!this.fitted && this.host.clientWidth) this.fitToCore();
    else this.draw();
  }

  /** The window may have another size: the same is in view, or the part that the reader looks at. */
  private resized(): void {
    if (this.fitted && !this.app.state.camera && this.room !== this.roomOf()) this.fitToCore();
    else this.draw();
  }

  private roomOf(): string {
    return `${this.host.clientWidth} × ${this.host.clientHeight}`;
  }

  look(camera: Camera): void {
    this.camera = { ...camera };
    this.fitted = true;
    this.draw();
  }

  /** Links within a community take its colour when communities are shown; all others are grey. */
  private sortThreads(): void {
    const { data, state } = this.app;
    const groups = new Map<string, number[]>();
    for (let k = 0; k < this.links.length; k += 2) {
      const [a, b] = [data.entities[this.links[k]], data.entities[this.links[k + 1]]];
      const colour = state.colours === "community" && a.community === b.community ? communityColour(a.community) : GROUND[state.theme].muted;
      const found = groups.get(colour);
      if (found) found.push(a.i, b.i);
      else groups.set(colour, [a.i, b.i]);
    }
    this.threads = new Map([...groups].map(([colour, ends]) => [colour, Uint32Array.from(ends)]));
  }

  private at(i: number): [number, number] {
    const entity = this.app.data.entities[i];
    return entity.map ?? entity.at ?? [0, 0];
  }

  fit(): void {
    this.fitTo(this.ids);
  }

  /** At first: the communities of some size, when the fragments around them would make them small. */
  private fitToCore(): void {
    const { entities } = this.app.data;
    const sizes = new Map<number | undefined, number>();
    for (const i of this.ids) sizes.set(entities[i].community, (sizes.get(entities[i].community) ?? 0) + 1);
    const core = this.ids.filter((i) => sizes.get(entities[i].community)! >= CORE);
    const width = (ids: number[]) => this.extent(ids)[2] - this.extent(ids)[0];
    this.fitTo(this.ids.length > MANY && width(core) < 0.75 * width(this.ids) ? core : this.ids);
  }

  private extent(ids: number[]): [number, number, number, number] {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const i of ids) {
      const [x, y] = this.at(i);
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
    return [left, top, right, bottom];
  }

  private fitTo(wanted: number[]): void {
    const ids = wanted.length ? wanted : this.ids;
    if (!ids.length) return this.draw();
    const [left, top, right, bottom] = this.extent(ids);
    const room = 0.92;
    this.camera = { x: (left + right) / 2, y: (top + bottom) / 2, zoom: Math.min(2, (this.host.clientWidth * room) / (right - left + 60), (this.host.clientHeight * room) / (bottom - top + 60)) };
    this.fitted = true;
    this.draw();
  }

  zoomBy(factor: number, x = this.host.clientWidth / 2, y = this.host.clientHeight / 2): void {
    const { camera } = this;
    const zoom = Math.min(6, Math.max(0.01, camera.zoom * factor));
    const [dx, dy] = [x - this.host.clientWidth / 2, y - this.host.clientHeight / 2];
    this.camera = { x: camera.x + dx / camera.zoom - dx / zoom, y: camera.y + dy / camera.zoom - dy / zoom, zoom };
    this.moveKept();
  }

  private wheel(event: WheelEvent): void {
    event.preventDefault();
    const box = this.host.getBoundingClientRect();
    this.zoomBy(Math.exp(-event.deltaY * 0.0016), event.clientX - box.left, event.clientY - box.top);
  }

  private press(event: PointerEvent): void {
    const start = { x: event.clientX, y: event.clientY, camera: { ...this.camera } };
    let moved = false;
    const move = (to: PointerEvent) => {
      if (Math.hypot(to.clientX - start.x, to.clientY - start.y) > 4) moved = true;
      if (!moved) return;
      this.camera = { ...start.camera, x: start.camera.x - (to.clientX - start.x) / start.camera.zoom, y: start.camera.y - (to.clientY - start.y) / start.camera.zoom };
      this.moveKept();
    };
    const stop = (to: PointerEvent) => {
      window.removeEventListener("pointermove", move);
      if (moved) return;
      const i = this.under(to);
      if (i >= 0) this.open(i);
      else this.app.select({ kind: "home" });
    };
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", stop, { once: true });
  }

  private hover(event: PointerEvent): void {
    if (event.buttons) return;
    const i = this.under(event);
    if (i === this.hovered) return;
    this.hovered = i;
    this.host.style.cursor = i >= 0 ? "pointer" : "grab";
    this.show();
  }

  private under(event: PointerEvent): number {
    const box = this.host.getBoundingClientRect();
    const { camera } = this;
    const x = (event.clientX - box.left - box.width / 2) / camera.zoom + camera.x;
    const y = (event.clientY - box.top - box.height / 2) / camera.zoom + camera.y;
    const reach = Math.ceil(REACH / camera.zoom / 60);
    let best = -1;
    let least = REACH / camera.zoom;
    for (let cx = -reach; cx <= reach && reach < 40; cx++) {
      for (let cy = -reach; cy <= reach; cy++) {
        for (const i of this.near.get(`${Math.floor(x / 60) + cx},${Math.floor(y / 60) + cy}`) ?? []) {
          const [ex, ey] = this.at(i);
          const distance = Math.hypot(ex - x, ey - y) - this.radius(i) / camera.zoom;
          if (distance < least) [best, least] = [i, distance];
        }
      }
    }
    return best;
  }

  private radius(i: number): number {
    return Math.max(1.4, (this.app.data.entities[i].size / 2.2) * Math.min(1, this.camera.zoom ** 0.75));
  }

  /** While the hand moves: the last drawing, shifted and scaled. */
  private moveKept(): void {
    this.show();
    window.clearTimeout(this.waiting);
    this.waiting = window.setTimeout(() => {
      this.draw();
      this.moved();
    }, REST);
  }

  private draw(): void {
    const { canvas, kept, host } = this;
    const ratio = Math.min(2, window.devicePixelRatio || 1);
    for (const each of [canvas, kept]) {
      each.width = Math.max(1, host.clientWidth * ratio);
      each.height = Math.max(1, host.clientHeight * ratio);
    }
    const pen = kept.getContext("2d", { alpha: false })!;
    this.drawAll(pen, ratio);
    this.keptAt = { ...this.camera };
    this.room = this.roomOf();
    this.show();
  }

  private drawAll(pen: CanvasRenderingContext2D, ratio: number): void {
    const { theme } = this.app.state;
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.fillStyle = GROUND[theme].page;
    pen.fillRect(0, 0, this.kept.width, this.kept.height);
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.drawLinks(pen);
    this.drawDots(pen);
    this.drawNames(pen);
  }

  private screen(i: number): [number, number] {
    const [x, y] = this.at(i);
    const { camera, host } = this;
    return [(x - camera.x) * camera.zoom + host.clientWidth / 2, (y - camera.y) * camera.zoom + host.clientHeight / 2];
  }

  private chosen(): number {
    const { selection } = this.app.state;
    return selection.kind === "entity" ? selection.entity : -1;
  }

  private drawLinks(pen: CanvasRenderingContext2D): void {
    const chosen = this.chosen();
    const total = this.links.length / 2;
    pen.lineWidth = 0.7;
    for (const [colour, ends] of this.threads) {
      pen.strokeStyle = colour;
      pen.globalAlpha = (chosen >= 0 ? 0.35 : 1) * Math.min(0.42, Math.max(0.05, 420 / total + 0.04));
      pen.beginPath();
      for (let k = 0; k < ends.length; k += 2) {
        const [ax, ay] = this.screen(ends[k]);
        const [bx, by] = this.screen(ends[k + 1]);
        if (Math.max(ax, bx) < 0 || Math.max(ay, by) < 0 || Math.min(ax, bx) > this.host.clientWidth || Math.min(ay, by) > this.host.clientHeight) continue;
        pen.moveTo(ax, ay);
        pen.lineTo(bx, by);
      }
      pen.stroke();
    }
    pen.globalAlpha = 1;
    if (chosen < 0) return;
    pen.strokeStyle = GROUND[this.app.state.theme].text;
    pen.lineWidth = 1.2;
    pen.beginPath();
    for (let k = 0; k < this.links.length; k += 2) {
      if (this.links[k] !== chosen && this.links[k + 1] !== chosen) continue;
      pen.moveTo(...this.screen(this.links[k]));
      pen.lineTo(...this.screen(this.links[k + 1]));
    }
    pen.stroke();
  }

  private drawDots(pen: CanvasRenderingContext2D): void {
    const { data, state } = this.app;
    const chosen = this.chosen();
    const clear = chosen < 0 ? null : new Set([chosen, ...data.neighboursOf[chosen]]);
    const colours = new Map(data.payload.families.map((family) => [family.id, familyColour(family, state.theme)]));
    for (const i of this.ids) {
      const [x, y] = this.screen(i);
      if (x < -20 || y < -20 || x > this.host.clientWidth + 20 || y > this.host.clientHeight + 20) continue;
      const entity = data.entities[i];
      pen.globalAlpha = clear && !clear.has(i) ? 0.18 : 1;
      pen.fillStyle = state.colours === "community" ? communityColour(entity.community) : colours.get(entity.family)!;
      pen.beginPath();
      pen.arc(x, y, this.radius(i), 0, 2 * Math.PI);
      pen.fill();
    }
    pen.globalAlpha = 1;
  }

  private drawNames(pen: CanvasRenderingContext2D): void {
    const { data } = this.app;
    const chosen = this.chosen();
    const first = chosen < 0 ? [] : [chosen, ...data.neighboursOf[chosen]];
    const taken = new Grid();
    let count = 0;
    const most = Math.max(1, Math.floor(this.camera.zoom * 9)); // names of one community
    const named = new Map<number | undefined, number>();
    for (const i of new Set([...first, ...[...this.ids].reverse()])) {
      if (count >= NAMES || (chosen >= 0 && count >= first.length)) break;
      const [x, y] = this.screen(i);
      if (x < 0 || y < 0 || x > this.host.clientWidth || y > this.host.clientHeight || !this.app.shown.drawn.has(i)) continue;
      const { community, deg, place } = data.entities[i];
      if (chosen < 0 && place > 40 && deg * this.camera.zoom < 1.6) continue; // a name for each pair would cover the rest
      if (chosen < 0 && (named.get(community) ?? 0) >= most) continue;
      if (!this.drawName(pen, i, x, y, taken, i === chosen)) continue;
      named.set(community, (named.get(community) ?? 0) + 1);
      count++;
    }
  }

  private drawName(pen: CanvasRenderingContext2D, i: number, x: number, y: number, taken: Grid, force: boolean): boolean {
    const { data, words, state } = this.app;
    const size = 11 + Math.min(4, this.radius(i) / 3);
    pen.font = `${force ? 700 : 500} ${size}px ${FONT}`;
    const name = words.entity(data.entities[i]);
    const text = name.length > 34 ? `${name.slice(0, 33)}…` : name;
    const top = y + this.radius(i) + size * 0.75;
    const box = { x, y: top, w: pen.measureText(text).width + 6, h: size + 3 };
    if (!force && taken.meets(box)) return false;
    taken.add(box);
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    pen.lineJoin = "round";
    pen.lineWidth = 3;
    pen.strokeStyle = GROUND[state.theme].page;
    pen.strokeText(text, x, top);
    pen.fillStyle = GROUND[state.theme].text;
    pen.fillText(text, x, top);
    return true;
  }

  /** The kept drawing at the place of the camera, and the name under the pointer. */
  private show(): void {
    const { canvas, kept, keptAt, camera, host } = this;
    const pen = canvas.getContext("2d", { alpha: false })!;
    const ratio = canvas.width / Math.max(1, host.clientWidth);
    const scale = camera.zoom / keptAt.zoom;
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.fillStyle = GROUND[this.app.state.theme].page;
    pen.fillRect(0, 0, canvas.width, canvas.height);
    const x = canvas.width / 2 + (keptAt.x - camera.x) * camera.zoom * ratio - (kept.width / 2) * scale;
    const y = canvas.height / 2 + (keptAt.y - camera.y) * camera.zoom * ratio - (kept.height / 2) * scale;
    pen.drawImage(kept, x, y, kept.width * scale, kept.height * scale);
    if (this.hovered < 0) return;
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    const [hx, hy] = this.screen(this.hovered);
    pen.strokeStyle = GROUND[this.app.state.theme].text;
    pen.lineWidth = 1.6;
    pen.beginPath();
    pen.arc(hx, hy, this.radius(this.hovered) + 2.5, 0, 2 * Math.PI);
    pen.stroke();
    this.drawName(pen, this.hovered, hx, hy, new Grid(), true);
  }

  toBlob(): Promise<Blob> {
    return new Promise((resolve) => this.kept.toBlob((blob) => resolve(blob!), "image/png"));
  }
}
