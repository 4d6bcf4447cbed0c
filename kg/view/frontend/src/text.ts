// Offsets of the records count code points; JavaScript strings count UTF-16 units.

const outsiders = new Map<string, number[]>(); // by text: where its characters of two units stand, in code points

function wide(text: string): number[] {
  let found = outsiders.get(text);
  if (!found) {
    found = [];
    let point = 0;
    for (let unit = 0; unit < text.length; point++) {
      const size = text.codePointAt(unit)! > 0xffff ? 2 : 1;
      if (size === 2) found.push(point);
      unit += size;
    }
    outsiders.set(text, found);
  }
  return found;
}

/** The code points from start to end (end exclusive). */
export function cut(text: string, start: number, end: number): string {
  return text.slice(unitOf(text, start), unitOf(text, end));
}

function unitOf(text: string, point: number): number {
  let before = 0;
  for (const each of wide(text)) {
    if (each >= point) break;
    before++;
  }
  return point + before;
}

export function pointsIn(text: string): number {
  return text.length - wide(text).length;
}

/** Lower case without accents: "Étienne" becomes "etienne". */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[\u2018\u2019]/g, "'")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae");
}
