// On a small screen the two sides are sheets that come over the picture from below.

import type { App } from "./app";
import { h, icon } from "./dom";

export function isSmall(): boolean {
  return window.matchMedia("(max-width: 900px)").matches;
}

/** Stands at the top of a sheet, however far it is scrolled; a wide screen does not show it. */
export function sheetCloser(app: App): HTMLElement {
  return h("button", { class: "round sheet-closer", "aria-label": app.words.say("close"), onclick: () => app.closeSheet() }, icon("close"));
}
