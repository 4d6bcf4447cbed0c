// The only place that makes elements. Text becomes text nodes: nothing that an article says is ever read as HTML.

type Child = Node | string | number | null | undefined | false;
type Attributes = Record<string, string | number | boolean | EventListener | null | undefined>;

export function h(tag: string, attributes: Attributes | null, ...children: (Child | Child[])[]): HTMLElement {
  const element = document.createElement(tag);
  setAttributes(element, attributes);
  append(element, children);
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

export function svg(tag: string, attributes: Attributes | null, ...children: (Child | Child[])[]): SVGElement {
  const element = document.createElementNS(SVG, tag);
  setAttributes(element, attributes);
  append(element, children);
  return element;
}

export function replace(parent: Element, ...children: (Child | Child[])[]): void {
  parent.replaceChildren();
  append(parent, children);
}

function setAttributes(element: Element, attributes: Attributes | null): void {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (name === "checked") (element as HTMLInputElement).checked = Boolean(value);
    else if (name === "value") (element as HTMLInputElement).value = String(value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
}

function append(parent: Element, children: (Child | Child[])[]): void {
  for (const child of children.flat()) {
    if (child === null || child === undefined || child === false) continue;
    parent.append(child instanceof Node ? child : String(child));
  }
}

const ICONS: Record<string, string> = {
  search: "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14M16.2 16.2 21 21",
  path: "M5 19a2 2 0 1 0 0-.01M19 5a2 2 0 1 0 0-.01M7 18c6-1 2-11 10-12.5",
  table: "M4 5h16v14H4zM4 10h16M4 14.6h16M10 10v9",
  graph: "M6 6a2 2 0 1 0 0-.01M18 9a2 2 0 1 0 0-.01M9 18a2 2 0 1 0 0-.01M7.8 6.6 16 8.6M6.6 7.9 8.6 16M10.6 16.7 16.6 10.4",
  export: "M12 4v11M7.5 10.8 12 15.2l4.500-4.400M5 19.500h14",
  theme: "M12 4a8 8 0 1 0 0 16zM12 4a8 8 0 0 1 0 16",
  help: "M9.200 9a2.900 2.900 0 1 1 4.300 2.600c-1 .600-1.500 1.200-1.500 2.400M12 17.600v.01",
  close: "M6 6l12 12M18 6 6 18",
  back: "M14.500 5.500 8 12l6.500 6.500",
  forward: "M9.500 5.500 16 12l-6.500 6.500",
  fit: "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  filter: "M4 6h16M7 12h10M10 18h4",
  details: "M5 5h14v14H5zM14 5v14",
  pin: "M9 4h6l-1 6 3 3H7l3-3zM12 13v7",
  hide: "M3 12c3-5 6-6.500 9-6.500s6 1.500 9 6.500c-3 5-6 6.500-9 6.500S6 17 3 12M4 4l16 16",
  expand: "M12 12m-2.500 0a2.500 2.500 0 1 0 5 0a2.500 2.500 0 1 0-5 0M12 9V3.500M12 20.500V15M9 12H3.500M20.500 12H15",
  focus: "M12 12m-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0M12 12m-8 0a8 8 0 1 0 16 0a8 8 0 1 0-16 0",
  more: "M6 12v.01M12 12v.01M18 12v.01",
};

export function icon(name: string): SVGElement {
  const path = svg("path", { d: ICONS[name] ?? "" });
  return svg("svg", { class: "icon", viewBox: "0 0 24 24", "aria-hidden": "true" }, path);
}
