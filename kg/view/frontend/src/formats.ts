// CSV, Turtle and GraphML of the facts in view.

import type { Explorer } from "./main";
import { factsInView } from "./selectionpage";
import { cell } from "./table";
import { cut } from "./text";
import type { Fact } from "./types";

const COLUMNS = ["subject", "relation", "object", "status", "speaker", "time", "confidence", "source", "sentence"] as const;

export function toCsv(explorer: Explorer): string {
  const rows = factsInView(explorer).map((fact) => COLUMNS.map((column) => quoted(cell(explorer, fact, column))));
  return [COLUMNS.map((column) => quoted(explorer.words.say(`col_${column}`))), ...rows].map((row) => row.join(",")).join("\r\n") + "\r\n";
}

/** A cell that a spreadsheet would run as a formula gets an apostrophe. */
function quoted(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d/.test(text) ? `'${text}` : text;
  return `"${safe.replace(/"/g, '""')}"`;
}

export function toGraphMl(explorer: Explorer): string {
  const { data, words } = explorer;
  const facts = factsInView(explorer).filter((fact) => fact.o !== undefined);
  const ids = [...new Set(facts.flatMap((fact) => [fact.s, fact.o!]))].sort((a, b) => a - b);
  const key = (target: string, name: string, type: string) => `  <key id="${name}" for="${target}" attr.name="${name}" attr.type="${type}"/>`;
  const value = (name: string, text: string | number) => `<data key="${name}">${escaped(String(text))}</data>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    key("node", "label", "string"), key("node", "type", "string"), key("node", "x", "double"), key("node", "y", "double"), key("node", "pagerank", "double"), key("node", "community", "int"),
    key("edge", "relation", "string"), key("edge", "name", "string"), key("edge", "status", "string"), key("edge", "speaker", "string"), key("edge", "time", "string"), key("edge", "confidence", "double"), key("edge", "weight", "int"),
    '  <graph edgedefault="directed">',
    ...ids.map((i) => {
      const entity = data.entities[i];
      const { x, y } = explorer.canvas.positionOf(i);
      return `    <node id="${escaped(entity.id)}">${value("label", words.entity(entity))}${value("type", entity.type)}${value("x", x)}${value("y", y)}${value("pagerank", entity.rank)}${value("community", entity.community ?? -1)}</node>`;
    }),
    ...facts.map((fact) => `    <edge id="${escaped(fact.id)}" source="${escaped(data.entities[fact.s].id)}" target="${escaped(data.entities[fact.o!].id)}">${value("relation", fact.p)}${value("name", words.relation(fact))}${value("status", fact.status)}${value("speaker", cell(explorer, fact, "speaker"))}${value("time", cell(explorer, fact, "time"))}${value("confidence", fact.conf)}${value("weight", Math.max(1, fact.ev.length))}</edge>`),
    "  </graph>",
    "</graphml>",
    "",
  ].join("\n");
}

function escaped(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/** The facts as RDF: a plain triple only for what the article itself states, a statement with its evidence for all. */
export function toTurtle(explorer: Explorer): string {
  const { data } = explorer;
  const base = data.payload.meta.base;
  const iri = (kind: string, id: string) => `<${base}/${kind}/${encodeURIComponent(id)}>`;
  const entity = (i: number) => iri("id", data.entities[i].id);
  const object = (fact: Fact) => (fact.v ? literal(fact.v) : entity(fact.o!));
  const facts = factsInView(explorer).filter((fact) => fact.v || fact.o !== undefined);
  const ids = [...new Set(facts.flatMap((fact) => [fact.s, fact.o, fact.by]).filter((i): i is number => i !== undefined))].sort((a, b) => a - b);
  const docs = [...new Set(facts.flatMap((fact) => fact.ev.map((each) => each.doc)))].sort((a, b) => a - b);
  return [
    `@prefix nkg: <${base}/ns#> .`,
    "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .",
    "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .",
    "@prefix schema: <https://schema.org/> .",
    "@prefix prov: <http://www.w3.org/ns/prov#> .",
    "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .",
    "",
    ...docs.map((i) => {
      const doc = data.docs[i];
      const more = [doc.source && `schema:publisher ${quote(doc.source)}`, doc.date && `schema:datePublished ${quote(doc.date)}`, doc.url && `schema:url ${quote(doc.url)}`].filter(Boolean).map((each) => ` ; ${each}`).join("");
      return `${iri("article", doc.id)} a nkg:Article ; schema:headline ${quote(doc.title ?? doc.name)}@${doc.lang}${more} .`;
    }),
    ...ids.map((i) => `${entity(i)} a nkg:${data.entities[i].type} ; skos:prefLabel ${quote(data.entities[i].label)} .`),
    "",
    ...facts.filter((fact) => fact.status === "asserted" && !fact.phrase).map((fact) => `${entity(fact.s)} nkg:${fact.p} ${object(fact)} .`),
    "",
    ...facts.map((fact) => {
      const parts = [
        `${iri("stmt", fact.id)} a nkg:Statement`,
        `rdf:subject ${entity(fact.s)}`,
        `rdf:predicate nkg:${fact.phrase ? "relatedTo" : fact.p}`,
        `rdf:object ${object(fact)}`,
        `nkg:polarity nkg:${fact.neg ? "Negative" : "Positive"}`,
        `nkg:modality nkg:${capital(fact.mod ?? "actual")}`,
        fact.by !== undefined && `nkg:attributedTo ${entity(fact.by)}`,
        fact.phrase && `nkg:relationPhrase ${quote(fact.phrase)}`,
        fact.time?.[1] && `nkg:validFrom ${quote(fact.time[1])}`,
        fact.time?.[2] && `nkg:validUntil ${quote(fact.time[2])}`,
        `nkg:confidence "${fact.conf.toFixed(2)}"^^xsd:decimal`,
        ...fact.ev.map((each) => `prov:wasDerivedFrom <${base}/article/${encodeURIComponent(data.docs[each.doc].id)}#char=${each.clause[0]},${each.clause[1]}>`),
        ...fact.ev.slice(0, 1).map((each) => `prov:value ${quote(cut(data.docs[each.doc].text, ...each.clause))}`),
      ];
      return `${parts.filter(Boolean).join(" ;\n  ")} .`;
    }),
    "",
  ].join("\n");
}

const capital = (text: string) => text[0].toUpperCase() + text.slice(1);

function quote(text: string): string {
  const safe = text.replace(/\\/g, "\\\\").replace(/"/g, '\\"').replace(/\n/g, "\\n").replace(/\r/g, "\\r").replace(/\t/g, "\\t");
  return `"${safe}"`;
}

function literal([text, datatype]: [string, string]): string {
  if (datatype === "date") {
    const type = /^\d{4}-\d{2}-\d{2}$/.test(text) ? "date" : /^\d{4}-\d{2}$/.test(text) ? "gYearMonth" : /^\d{4}$/.test(text) ? "gYear" : "string";
    return `${quote(text)}^^xsd:${type}`;
  }
  return datatype === "number" && /^-?\d+(\.\d+)?$/.test(text) ? `"${text}"^^xsd:decimal` : quote(text);
}
