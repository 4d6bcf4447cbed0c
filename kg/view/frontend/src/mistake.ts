// What went wrong with a query, in the words of the page: the server speaks English, for programs.

import { h } from "./dom";

const PLACE = /(?:error at |line )(\d+)(?::|, column )(\d+):?\s*/i;
const LONGEST = 60; // characters of what the parser expected

/** Say what a refusal means; what the server says of a query stands below. */
export function mistake(status: number, text: string, query: string, say: (key: string) => string): HTMLElement {
  const key = `error_${status}`;
  const known = say(key);
  if (known === key) return told(text.trim());
  if (status !== 400) return told(known);
  const place = PLACE.exec(text);
  if (!place) return told(known, text.trim());
  const [, line, column] = place;
  const prefix = /prefix/i.test(text) ? prefixAt(query, Number(line), Number(column)) : null;
  const words = say(prefix === null ? "error_place" : "error_prefix").replace("{n}", line).replace("{a}", column).replace("{b}", prefix ?? "");
  return told(words, prefix === null ? plain(text.slice(place.index + place[0].length)) : "");
}

/** The prefix of the name at a place: the parser stops behind or before it. */
function prefixAt(query: string, line: number, column: number): string | null {
  const words = query.split("\n")[line - 1] ?? "";
  const names = [...words.matchAll(/(?<![\w<:-])([\w-]*:)[\w.%-]*/g)].filter((found) => found.index < column);
  return names.at(-1)?.[1] ?? null;
}

/** The first thing that the server says of it: not that it is no SPARQL, which stands before. */
function plain(text: string): string {
  const words = text.replace(/^is not SPARQL: /, "").split(/,? ?\['|(?<=\.) /)[0].trim();
  return words.length <= LONGEST ? words : `${words.slice(0, LONGEST).replace(/,? [^ ]*$/, "")}…`;
}

function told(words: string, more = ""): HTMLElement {
  return h("div", { class: "error", role: "alert" }, h("p", null, words), more && h("p", { class: "hint", lang: "en" }, more));
}
