// The frame of the page: header, drawers, buttons over the canvas, menus and help.

import { h, icon, replace } from "./dom";
import { exporters, isOffered } from "./exports";
import type { Explorer } from "./main";
import { factsInView } from "./selectionpage";
import { isSmall } from "./sheet";
import { lineSymbol } from "./symbols";
import { STATUSES } from "./types";

export class Frame {
  readonly left = h("aside", { id: "filters", class: "side left" });
  readonly right = h("aside", { id: "details", class: "side right", tabindex: -1 });
  readonly canvas = h("div", { id: "canvas", tabindex: 0, role: "application" });
  readonly map = h("div", { id: "map", role: "img" });
  readonly table = h("div", { id: "table", class: "table-view", tabindex: 0 });
  readonly timeline = h("section", { id: "timeline", class: "timeline" });
  readonly searchHost = h("div", { class: "search" });
  readonly live = h("div", { class: "off-screen", "aria-live": "polite" });
  private readonly header = h("div", { class: "title" });
  private readonly tools = h("div", { class: "tools" });
  private readonly over = h("div", { class: "over" });
  private readonly zoom = h("div", { class: "zoom" });
  private readonly dialog = h("dialog", { class: "help" }) as HTMLDialogElement;
  private readonly contextMenu = h("div", { class: "menu context", hidden: true });
  private readonly drawers = h("div", { class: "drawer-buttons" });

  constructor(private readonly root: HTMLElement, private readonly app: Explorer) {
    root.append(
      h("header", { class: "top" }, this.header, this.searchHost, this.tools),
      this.left,
      h("main", { class: "centre" }, this.canvas, this.map, this.table, this.over, this.zoom, this.contextMenu),
      this.timeline, this.right, this.drawers, this.dialog, this.live);
    this.canvas.addEventListener("contextmenu", (event) => event.preventDefault());
    window.addEventListener("pointerdown", (event) => {
      if (!this.contextMenu.contains(event.target as Node)) this.contextMenu.hidden = true;
      root.querySelectorAll("details.dropdown[open], details.action-more[open]").forEach((each) => !each.contains(event.target as Node) && each.removeAttribute("open"));
    });
  }

  render(): void {
    const { app } = this;
    const { words, state, data, shown } = app;
    document.documentElement.lang = state.language;
    document.documentElement.dataset.theme = state.theme;
    this.root.dataset.view = state.view;
    this.root.dataset.panel = state.selection.kind;
    this.canvas.setAttribute("aria-label", words.say("graph_label"));
    this.map.setAttribute("aria-label", words.say("map_label", { n: shown.drawn.size }));
    this.left.setAttribute("aria-label", words.say("filters"));
    this.right.setAttribute("aria-label", words.say("details"));
    this.table.setAttribute("aria-label", words.say("table"));
    this.timeline.setAttribute("aria-label", words.say("timeline"));
    const { entities, facts, articles } = data.totals;
    const counts = [words.say("entities_n", { n: entities }), words.count(facts), articles > 1 && words.say("sources_n", { n: articles })];
    replace(this.header, h("h1", { title: data.payload.meta.title }, data.payload.meta.title), h("p", null, counts.filter(Boolean).join(" · ")));
    replace(this.tools, this.toolButtons());
    replace(this.over, this.notices());
    replace(this.zoom,
      this.round("plus", words.say("zoom_in"), () => app.zoomBy(1.3)), this.round("minus", words.say("zoom_out"), () => app.zoomBy(1 / 1.3)), this.round("fit", words.say("fit"), () => this.fit()));
    replace(this.drawers,
      h("button", { onclick: () => this.toggleDrawer("filters") }, icon("filter"), words.say("filters")),
      h("button", { onclick: () => this.toggleDrawer("details") }, icon("details"), words.say("details")));
  }

  private toolButtons(): HTMLElement[] {
    const { app } = this;
    const { words, state } = app;
    const table = state.view === "table";
    return [
      this.tool("path", words.say("path"), () => app.select({ kind: "path", from: state.selection.kind === "entity" ? state.selection.entity : undefined })),
      this.tool(table ? "graph" : "table", words.say(table ? "graph" : "table"), () => app.set({ view: table ? "graph" : "table" }, true)),
      this.exportMenu(),
      this.tool("theme", words.say("theme"), () => app.set({ theme: state.theme === "dark" ? "light" : "dark" }), true),
      h("button", { class: "tool language", lang: state.language === "fr" ? "en" : "fr", "aria-label": words.say("language"), title: words.say("language"), onclick: () => app.set({ language: state.language === "fr" ? "en" : "fr" }) }, state.language === "fr" ? "EN" : "FR"),
      this.tool("help", words.say("help"), () => this.help(), true),
    ];
  }

  private exportMenu(): HTMLElement {
    const { app } = this;
    const { words, state, data } = app;
    const facts = factsInView(app).length;
    const choice = (name: string) => {
      const run = (event: Event) => {
        (event.currentTarget as Element).closest("details")?.removeAttribute("open");
        void exporters[name](app);
      };
      return h("button", { "data-export": name, disabled: facts === 0 || !isOffered(name, state.view), onclick: run }, words.say(`export_${name}`));
    };
    const names = Object.keys(exporters);
    return h("details", { class: "dropdown" }, h("summary", { class: "tool" }, icon("export"), h("span", null, words.say("export"))),
      h("div", { class: "menu" }, h("p", { class: "hint" }, words.say("export_note", { n: facts, a: data.totals.facts })), names.map(choice),
        names.some((name) => !isOffered(name, state.view)) && h("p", { class: "hint" }, words.say("export_pictures"))));
  }

  private tool(name: string, label: string, run: () => void, bare = false): HTMLElement {
    return h("button", { class: bare ? "tool bare" : "tool", "data-tool": name, "aria-label": bare ? label : null, title: bare ? label : null, onclick: run }, icon(name), !bare && h("span", null, label));
  }

  private round(name: string, label: string, run: () => void): HTMLElement {
    return h("button", { class: "round", "aria-label": label, title: label, onclick: run }, icon(name));
  }

  /** What is not shown, and how to show it. */
  private notices(): (HTMLElement | null)[] {
    const { app } = this;
    const { words, state, data, shown } = app;
    const { entities: all, articles } = data.totals;
    const chips: (HTMLElement | null)[] = [];
    if (state.view === "map" || (shown.drawn.size < all && state.view !== "table")) {
      chips.push(h("span", { class: "chip" }, words.say("shown_of", { n: shown.drawn.size, a: words.number(all) }),
        !data.live && data.ranked.length > app.most && h("button", { class: "quiet", onclick: () => app.set({ view: state.view === "map" ? "graph" : "map" }, true) }, words.say(state.view === "map" ? "back_to_main" : "map"))));
    }
    if (app.remote?.waiting) chips.push(h("span", { class: "chip loading", role: "status" }, words.say("loading")));
    if (app.remote?.failed) chips.push(h("span", { class: "chip failed", role: "alert" }, words.say("unreachable"), h("button", { class: "quiet", onclick: () => app.again() }, words.say("try_again"))));
    if (state.chosen) chips.push(h("span", { class: "chip" }, words.say("answer_n", { n: state.chosen.size }), h("button", { class: "quiet", "aria-label": words.say("close"), onclick: () => app.set({ chosen: null }, true) }, icon("close"))));
    if (state.hidden.size) chips.push(h("span", { class: "chip" }, words.say("hidden_n", { n: state.hidden.size }), h("button", { class: "quiet", onclick: () => app.set({ hidden: new Set() }, true) }, words.say("reset"))));
    if (state.isolated) chips.push(h("span", { class: "chip" }, words.say("told_as", { a: words.say("focus"), b: `${words.entity(data.entities[state.isolated.entity])} (${state.isolated.depth})` }), h("button", { class: "quiet", "aria-label": words.say("close"), onclick: () => app.set({ isolated: null }, true) }, icon("close"))));
    const nothing = shown.drawn.size === 0 && state.view !== "table" ? h("div", { class: "nothing" }, h("p", null, data.facts.length ? words.say("nothing") : words.say("empty", { n: articles })), !data.facts.length && h("p", { class: "hint" }, words.say(isSmall() ? "empty_hint_small" : "empty_hint", { n: articles }))) : null;
    return [chips.length ? h("div", { class: "chips" }, chips) : null, nothing];
  }

  menu(i: number, x: number, y: number): void {
    const { app } = this;
    const { words } = app;
    const close = (run: () => void) => () => { this.contextMenu.hidden = true; run(); };
    replace(this.contextMenu,
      h("button", { onclick: close(() => app.expand(i)) }, words.say("expand")),
      app.beyond(i).slice(0, 4).map(([relation, n]) => h("button", { class: "by-relation", onclick: close(() => app.expand(i, relation)) }, `${words.relationName(relation)} (${words.number(n)})`)),
      app.opened(i).length > 0 && h("button", { class: "collapse", onclick: close(() => app.collapse(i)) }, words.say("collapse", { n: app.opened(i).length })),
      h("button", { onclick: close(() => app.set({ isolated: { entity: i, depth: 1 } }, true)) }, words.say("focus")),
      h("button", { onclick: close(() => app.select({ kind: "path", from: i })) }, words.say("path_here")),
      h("button", { onclick: close(() => app.togglePin(i)) }, words.say(app.canvas.isPinned(i) ? "unpin" : "pin")),
      h("button", { onclick: close(() => app.hide(i)) }, words.say("hide")));
    this.contextMenu.hidden = false;
    this.contextMenu.style.left = `${Math.min(x, this.canvas.clientWidth - 190)}px`;
    this.contextMenu.style.top = `${Math.min(y, this.canvas.clientHeight - this.contextMenu.offsetHeight - 10)}px`;
    this.contextMenu.querySelector("button")?.focus();
  }

  fit(): void {
    this.app.fit();
  }

  help(): void {
    const { words, state } = this.app;
    const keys: [string, string][] = [["/", "search"], ["← →", "arrows"], ["↵", "enter"], ["E", "expand"], ["H", "hide"], ["P", "path"], ["T", "table"], ["F", "fit"], ["+ −", "zoom"], ["Esc", "escape"], ["?", "help"]];
    replace(this.dialog,
      h("div", { class: "panel-head" }, h("h2", null, words.say("how_to_read")), h("button", { class: "round", "aria-label": words.say("close"), onclick: () => this.dialog.close() }, icon("close"))),
      h("p", null, words.say("made_with")),
      h("ul", { class: "help-lines" }, STATUSES.map((status) => h("li", null, lineSymbol(status, state.theme), words.say(`status_${status}`)))),
      h("p", null, words.say("mouse_note")),
      h("h2", null, words.say("keys")),
      h("dl", { class: "keys" }, keys.flatMap(([key, name]) => [h("dt", null, h("kbd", null, key)), h("dd", null, words.say(`key_${name}`))])));
    this.dialog.showModal();
  }

  escape(): void {
    if (!this.contextMenu.hidden) this.contextMenu.hidden = true;
    else if (this.root.dataset.drawer) this.closeSheet();
    else this.app.clear();
  }

  /** Whether the help is open: its keys are its own. */
  get helping(): boolean {
    return this.dialog.open;
  }

  toggleDrawer(name: "filters" | "details"): void {
    if (this.root.dataset.drawer === name) this.closeSheet();
    else this.root.dataset.drawer = name;
  }

  showDetails(): void {
    if (isSmall()) this.root.dataset.drawer = "details";
  }

  closeSheet(): void {
    delete this.root.dataset.drawer;
  }

  /** Pixels at the bottom of the picture that the sheet of details lies over. */
  covered(): number {
    if (this.root.dataset.drawer !== "details" || !isSmall()) return 0;
    return Math.max(0, this.canvas.getBoundingClientRect().bottom - this.right.offsetTop);
  }
}

