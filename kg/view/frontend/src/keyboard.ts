// Everything without a mouse.

import type { Explorer } from "./main";

export function bindKeys(explorer: Explorer, search: HTMLInputElement): void {
  const { frame, canvas } = explorer;
  let rank = -1; // of the neighbour that the arrows have reached
  let centre = -1;

  window.addEventListener("keydown", (event) => {
    const target = event.target as HTMLElement;
    if (frame.helping) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (target.matches("input, textarea, select") && event.key !== "Escape") return;
    const act = actions[event.key] ?? actions[event.key.toLowerCase()];
    if (!act) return;
    if (event.key.startsWith("Arrow") && !frame.canvas.contains(target) && target !== document.body) return;
    if (event.key === "Enter" && !frame.canvas.contains(target)) return;
    event.preventDefault();
    act();
  });

  const chosen = () => (explorer.state.selection.kind === "entity" ? explorer.state.selection.entity : -1);

  const walk = (step: 1 | -1) => {
    const { data, words, shown } = explorer;
    const at = chosen();
    if (at < 0) {
      const first = data.ranked.find((i) => shown.drawn.has(i));
      if (first !== undefined) explorer.select({ kind: "entity", entity: first });
      return;
    }
    if (centre !== at) rank = step > 0 ? -1 : 0;
    centre = at;
    const middle = canvas.positionOf(at);
    const angle = (i: number) => Math.atan2(canvas.positionOf(i).y - middle.y, canvas.positionOf(i).x - middle.x);
    const near = data.neighboursOf[at].filter((i) => shown.drawn.has(i)).sort((a, b) => angle(a) - angle(b));
    if (!near.length) return;
    rank = (rank + step + near.length) % near.length;
    const entity = data.entities[near[rank]];
    canvas.point(entity.i);
    explorer.announce(words.say("neighbour_n", { a: words.entity(entity), b: words.term(entity.type), n: `${rank + 1}/${near.length}` }));
  };

  const actions: Record<string, () => void> = {
    "/": () => search.focus(),
    ArrowRight: () => walk(1),
    ArrowDown: () => walk(1),
    ArrowLeft: () => walk(-1),
    ArrowUp: () => walk(-1),
    Enter: () => canvas.pointed >= 0 && explorer.select({ kind: "entity", entity: canvas.pointed }),
    e: () => chosen() >= 0 && explorer.expand(chosen()),
    h: () => chosen() >= 0 && explorer.hide(chosen()),
    p: () => explorer.select({ kind: "path", from: chosen() < 0 ? undefined : chosen() }),
    t: () => explorer.set({ view: explorer.state.view === "table" ? "graph" : "table" }, true),
    f: () => frame.fit(),
    "+": () => explorer.zoomBy(1.3),
    "=": () => explorer.zoomBy(1.3),
    "-": () => explorer.zoomBy(1 / 1.3),
    "?": () => frame.help(),
    Escape: () => frame.escape(),
  };
}
