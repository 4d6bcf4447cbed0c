// Reads the data that the page carries; large data is compressed.

import type { Payload } from "./types";

export async function readPayload(): Promise<Payload> {
  const element = document.getElementById("data")!;
  const text = element.textContent ?? "";
  return JSON.parse(element.dataset.packing === "gzip" ? await unpack(text) : text) as Payload;
}

async function unpack(text: string): Promise<string> {
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
}
