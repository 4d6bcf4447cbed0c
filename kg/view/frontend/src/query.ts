// The page that asks SPARQL: ready questions, an editor, the answer as a table. It talks to its own server only.

import "./fonts.css";
import "./query.css";
import { h, icon, replace } from "./dom";
import { Editor } from "./editor";
import { mistake } from "./mistake";
import { allReady, Field, type Parameter, type Surroundings } from "./questionform";
import type { Language } from "./types";

interface Question {
  name: string;
  title: Record<string, string>;
  parameters: Parameter[];
  text: string;
}

interface Payload {
  language: Language;
  words: Record<string, Record<string, string>>;
  questions: Question[];
  entities: [string, string][]; // IRI and label
  properties: string[];
  base: string;
}

interface Term {
  type: string;
  value: string;
  "xml:lang"?: string;
}

const payload = JSON.parse(document.getElementById("data")!.textContent!) as Payload;
const given = new URLSearchParams(location.hash.slice(1));
let language: Language = (["fr", "en"] as const).find((each) => each === given.get("l")) ?? payload.language;
const say = (key: string) => payload.words[language][key] ?? key;
const PREFIXES: [string, string][] = [
  [`${payload.base}/id/`, ""], [`${payload.base}/ns#`, "nkg:"], [`${payload.base}/stmt/`, "stmt:"], [`${payload.base}/article/`, "article:"],
  ["http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf:"], ["http://www.w3.org/2000/01/rdf-schema#", "rdfs:"], ["http://www.w3.org/2004/02/skos/core#", "skos:"],
];

const DRAWN = 300; // entities of an answer that the graph shows
const labels = new Map(payload.entities);
const editor = new Editor({ prefix: "nkg", namespace: `${payload.base}/ns#`, names: payload.properties }, () => void ask());
const header = h("header", null);
const questions = h("nav", { class: "questions" });
const form = h("div", { class: "parameters" });
const button = h("p", { class: "run" });
const answer = h("div", { class: "answer", "aria-live": "polite", tabindex: 0 });
const main = h("main", null, form, editor.host, button, answer);
const surroundings: Surroundings = {
  say,
  properties: payload.properties,
  learn: (entities) => entities.forEach(({ iri, label }) => labels.set(iri, label)),
  changed: () => write(),
  ask: () => void ask(),
};
let chosen: Question | null = null;
let fields: Field[] = [];
let written = ""; // the query as the fields make it
let drawAnswer = () => {};
let asked = 0;

function choose(question: Question): void {
  asked++; // what still runs is of another question
  chosen = question;
  fields = question.parameters.map((parameter) => new Field(parameter, surroundings));
  replace(form, fields.map((each) => each.host));
  write();
  markChosen();
  fields.find((each) => each.parameter.required)?.focus();
  if (question.parameters.some((each) => each.required)) answerWith(() => replace(answer));
  else void ask();
}

/** Choose a question in the list; its fields and its answer come into view. */
function take(question: Question): void {
  choose(question);
  const { top } = main.getBoundingClientRect();
  if (top < 0 || top > innerHeight / 3) main.scrollIntoView();
}

function markChosen(): void {
  questions.querySelectorAll("button").forEach((each) => each.setAttribute("aria-current", String(each.dataset.name === chosen?.name)));
}

/** Put the question into the editor, with what the fields stand for. */
function write(): void {
  if (!chosen) return;
  const given = fields.filter(({ term }) => term).map(({ parameter, term }) => `  VALUES ?${parameter.name} { ${term} }`).join("\n");
  written = given ? chosen.text.replace(/(WHERE\s*\{)/i, (start) => `${start}\n${given}`) : chosen.text;
  editor.value = written;
}

/** Run what stands in the editor; a question whose fields lack something is not asked. */
async function ask(): Promise<void> {
  const turn = ++asked;
  const ready = editor.value !== written || (await allReady(fields));
  if (turn !== asked) return;
  if (ready) await run(turn);
  else answerWith(() => replace(answer));
}

async function run(turn: number): Promise<void> {
  const query = editor.value;
  answerWith(() => replace(answer, h("p", { class: "hint" }, say("asking"))));
  try {
    const reply = await fetch("/sparql", { method: "POST", headers: { "Content-Type": "application/sparql-query", Accept: "application/sparql-results+json, text/turtle;q=0.9" }, body: query });
    const text = await reply.text();
    if (turn !== asked) return;
    answerWith(() => reply.ok ? show(reply.headers.get("content-type") ?? "", text) : replace(answer, mistake(reply.status, text, query, say)));
  } catch {
    if (turn === asked) answerWith(() => replace(answer, h("p", { class: "error", role: "alert" }, say("error_gone"))));
  }
  keepInAddress();
}

/** Show an answer, and again when the language changes. */
function answerWith(draw: () => void): void {
  drawAnswer = draw;
  draw();
}

function keepInAddress(): void {
  const kept = [`q=${encodeURIComponent(editor.value)}`, ...(language === payload.language ? [] : [`l=${language}`])];
  try {
    history.replaceState(null, "", `#${kept.join("&")}`);
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

/** Write everything that has words, in the language of the page. */
function draw(): void {
  document.documentElement.lang = language;
  document.title = say("ask_title");
  const other = language === "fr" ? "en" : "fr";
  replace(header,
    h("a", { href: "/", class: "back" }, icon("back"), say("graph")), h("h1", null, say("ask_title")),
    h("button", { class: "language", lang: other, title: say("language"), "aria-label": say("language"), onclick: () => speak(other) }, other.toUpperCase()));
  questions.setAttribute("aria-label", say("ready_questions"));
  replace(questions, h("h2", null, say("ready_questions")),
    h("ul", null, payload.questions.map((question) => h("li", null, h("button", { "data-name": question.name, onclick: () => take(question) }, question.title[language] ?? question.name)))));
  replace(button, h("button", { class: "primary", onclick: () => void ask() }, say("run")), h("span", { class: "hint" }, say("run_key")));
  fields.forEach((each) => each.draw());
  markChosen();
  drawAnswer();
}

function speak(wanted: Language): void {
  language = wanted;
  draw();
  keepInAddress();
  header.querySelector<HTMLElement>(".language")?.focus();
}

document.getElementById("app")!.append(header, questions, main,
  h("datalist", { id: "list-entity" }, payload.entities.slice(0, 3000).map(([, label]) => h("option", { value: label }))),
  h("datalist", { id: "list-property" }, payload.properties.map((name) => h("option", { value: name }))));
draw();
const query = given.get("q");
if (query) editor.value = query;
else choose(payload.questions.find((each) => !each.parameters.some((parameter) => parameter.required)) ?? payload.questions[0]);
document.getElementById("app")!.dataset.ready = "1";
