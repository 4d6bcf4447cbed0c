// CSV and GraphML of the facts in view.

import type { Explorer } from "./main";
import { factsInView } from "./selectionpage";
import { cell } from "./table";

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
