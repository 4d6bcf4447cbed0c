// The page that asks SPARQL: ready questions, an editor, the answer as a table. It talks to its own server only.

import "./fonts.css";
import "./query.css";
import { h, icon, replace } from "./dom";
import { Editor } from "./editor";

interface Parameter {
  name: string;
  kind: "entity" | "property" | "words";
  required: boolean;
}

interface Question {
  name: string;
  title: Record<string, string>;
  parameters: Parameter[];
  text: string;
}

interface Payload {
  language: "fr" | "en";
  words: Record<string, Record<string, string>>;
  questions: Question[];
  entities: [string, string][]; // IRI and label
  more: boolean; // the server knows further entities
  properties: string[];
  base: string;
}

interface Term {
  type: string;
  value: string;
  "xml:lang"?: string;
}

const payload = JSON.parse(document.getElementById("data")!.textContent!) as Payload;
const say = (key: string) => payload.words[payload.language][key] ?? key;
const PREFIXES: [string, string][] = [
  [`${payload.base}/id/`, ""], [`${payload.base}/ns#`, "nkg:"], [`${payload.base}/stmt/`, "stmt:"], [`${payload.base}/article/`, "article:"],
  ["http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf:"], ["http://www.w3.org/2000/01/rdf-schema#", "rdfs:"], ["http://www.w3.org/2004/02/skos/core#", "skos:"],
];

const DRAWN = 300; // entities of an answer that the graph shows
const labels = new Map(payload.entities);
const iris = new Map(payload.entities.map(([iri, label]) => [label, iri]));
const editor = new Editor({ prefix: "nkg", namespace: `${payload.base}/ns#`, names: payload.properties }, () => void run());
const form = h("div", { class: "parameters" });
const answer = h("div", { class: "answer", "aria-live": "polite", tabindex: 0 });
let asked = 0;

function choose(question: Question): void {
  const values = new Map<string, string>();
  const write = () => {
    const lines = question.parameters.map(({ name, kind }) => ({ name, term: termOf(kind, values.get(name) ?? "") })).filter(({ term }) => term);
    const given = lines.map(({ name, term }) => `  VALUES ?${name} { ${term} }`).join("\n");
    editor.value = given ? question.text.replace(/(WHERE\s*\{)/i, `$1\n${given}`) : question.text;
  };
  replace(form, question.parameters.map(({ name, kind, required }) =>
    h("label", null, `${say(`parameter_${kind}`)}${required ? "" : ` (${say("optional")})`}`,
      h("input", { list: kind === "words" ? null : `list-${kind}`, name, oninput: (event) => { const { value } = event.target as HTMLInputElement; values.set(name, value); write(); if (kind === "entity") void lookUp(value).then(write); } }))));
  write();
  document.querySelectorAll(".questions button").forEach((each) => each.setAttribute("aria-current", String((each as HTMLElement).dataset.name === question.name)));
  if (!question.parameters.some((each) => each.required)) void run();
  else form.querySelector("input")?.focus();
}

function termOf(kind: Parameter["kind"], value: string): string {
  if (!value.trim()) return "";
  if (kind === "property") return /^[A-Za-z]+$/.test(value) ? `nkg:${value}` : "";
  if (kind === "entity") {
    const iri = iris.get(value);
    return iri ? `<${iri}>` : "";
  }
  return JSON.stringify(value);
}

/** Learn the entities that answer to these words, when the page does not name all. */
async function lookUp(words: string): Promise<void> {
  if (!payload.more || words.trim().length < 2 || iris.has(words)) return;
  const reply = await fetch(`/part?${new URLSearchParams({ words })}`).catch(() => null);
  if (!reply?.ok) return;
  const { nodes } = (await reply.json()) as { nodes: { id: string; label: string }[] };
  for (const { id, label } of nodes) {
    const iri = id.includes("://") ? id : `${payload.base}/id/${id.split("/").map(encodeURIComponent).join("/")}`;
    if (labels.has(iri)) continue;
    labels.set(iri, label);
    iris.set(label, iri);
    document.getElementById("list-entity")!.append(h("option", { value: label }));
  }
}

async function run(): Promise<void> {
  const turn = ++asked;
  const query = editor.value;
  replace(answer, h("p", { class: "hint" }, say("loading")));
  try {
    const reply = await fetch("/sparql", { method: "POST", headers: { "Content-Type": "application/sparql-query", Accept: "application/sparql-results+json, text/turtle;q=0.9" }, body: query });
    const text = await reply.text();
    if (turn !== asked) return;
    if (!reply.ok) replace(answer, h("p", { class: "error", role: "alert" }, text.trim()));
    else show(reply.headers.get("content-type") ?? "", text);
  } catch (error) {
    if (turn === asked) replace(answer, h("p", { class: "error", role: "alert" }, String(error)));
  }
  try {
    history.replaceState(null, "", `#q=${encodeURIComponent(query)}`);
  } catch {
    // too long for an address
  }
}

function show(type: string, text: string): void {
  if (!type.includes("json")) return replace(answer, inGraph(entitiesIn(irisIn(text))), h("pre", null, text));
  const result = JSON.parse(text) as { head: { vars?: string[] }; boolean?: boolean; results?: { bindings: Record<string, Term>[] } };
  if (result.boolean !== undefined) return replace(answer, h("p", { class: "verdict" }, say(result.boolean ? "yes" : "no")));
  const columns = result.head.vars ?? [];
  const rows = result.results?.bindings ?? [];
  if (!rows.length) return replace(answer, h("p", { class: "empty" }, say("no_rows")));
  replace(answer,
    h("p", { class: "hint" }, say("rows").replace("{n}", String(rows.length)), inGraph(entitiesIn(rows.flatMap((row) => Object.values(row).filter((term) => term.type === "uri").map((term) => term.value))))),
    h("table", null, h("thead", null, h("tr", null, columns.map((column) => h("th", { scope: "col" }, column)))),
      h("tbody", null, rows.slice(0, 1000).map((row) => h("tr", null, columns.map((column) => h("td", null, row[column] && cell(row[column]))))))));
}

/** The IRIs in a Turtle text, written out or by a prefix. */
function irisIn(turtle: string): string[] {
  const prefixes = new Map([...turtle.matchAll(/@prefix\s+([\w-]*):\s*<([^<>]*)>/g)].map(([, name, iri]) => [name, iri]));
  const short = [...turtle.matchAll(/(?<![\w<"])([\w-]*):((?:[\w%~-]|[.](?=[\w%])|\\.)+)/g)].map(([, name, local]) => (prefixes.get(name) ?? "") + local.replace(/\\/g, ""));
  return [...[...turtle.matchAll(/<([^<>\s]*)>/g)].map(([, iri]) => iri), ...short];
}

/** The addresses of the entities among these IRIs, each once. */
function entitiesIn(found: string[]): string[] {
  const start = `${payload.base}/id/`;
  return [...new Set(found.filter((iri) => iri.startsWith(start)).map((iri) => iri.slice(start.length)))];
}

/** An answer as a picture: its entities and the facts between them. */
function inGraph(entities: string[]): HTMLElement | null {
  if (entities.length < 2) return null;
  const named = entities.slice(0, DRAWN).map((id) => encodeURIComponent(decodeURIComponent(id)));
  return h("a", { class: "in-graph", href: `/#set=${named.join(",")}` }, say("show_in_graph"));
}

/** Entities, statements and articles lead back to the graph. */
function cell(term: Term): HTMLElement | string {
  if (term.type !== "uri") return term.value;
  for (const [kind, key] of [["id", "e"], ["stmt", "x"], ["article", "d"]]) {
    const start = `${payload.base}/${kind}/`;
    if (term.value.startsWith(start) && !term.value.includes("#char=")) {
      return h("a", { href: `/#${key}=${term.value.slice(start.length)}`, title: term.value }, labels.get(term.value) ?? short(term.value));
    }
  }
  return h("span", { title: term.value }, short(term.value));
}

function short(iri: string): string {
  const found = PREFIXES.find(([start]) => iri.startsWith(start));
  return found ? found[1] + iri.slice(found[0].length) : iri;
}

document.getElementById("app")!.append(
  h("header", null, h("a", { href: "/", class: "back" }, icon("back"), say("graph")), h("h1", null, say("ask_title"))),
  h("nav", { class: "questions", "aria-label": say("ready_questions") }, h("h2", null, say("ready_questions")),
    h("ul", null, payload.questions.map((question) => h("li", null, h("button", { "data-name": question.name, onclick: () => choose(question) }, question.title[payload.language] ?? question.name))))),
  h("main", null, form, editor.host, h("p", { class: "run" }, h("button", { class: "primary", onclick: () => void run() }, say("run")), h("span", { class: "hint" }, "Ctrl + Enter")), answer),
  h("datalist", { id: "list-entity" }, payload.entities.slice(0, 3000).map(([, label]) => h("option", { value: label }))),
  h("datalist", { id: "list-property" }, payload.properties.map((name) => h("option", { value: name }))));
const given = /^#q=(.+)$/.exec(location.hash);
if (given) editor.value = decodeURIComponent(given[1]);
else choose(payload.questions.find((each) => !each.parameters.some((parameter) => parameter.required)) ?? payload.questions[0]);
document.getElementById("app")!.dataset.ready = "1";
