// Words of the interface, labels of the ontology, and how dates, numbers and values are written.

import type { Entity, Fact, Language, Payload } from "./types";

export class Words {
  language: Language;

  constructor(private readonly payload: Payload) {
    this.language = payload.meta.language;
  }

  /** A word of the interface; {n}, {a} and {b} are filled in, and one of a thing is told as one. */
  say(key: string, values: { n?: number | string; a?: string | number; b?: string } = {}): string {
    const words = this.payload.words[this.language];
    const found = (this.isOne(values.n) ? words[`${key}_1`] : undefined) ?? words[key] ?? key;
    return found.replace(/\{([nab])\}/g, (_, name: "n" | "a" | "b") => {
      const value = values[name] ?? "";
      return typeof value === "number" ? this.number(value) : value;
    });
  }

  /** Whether a number takes the singular: in French none does, too. */
  private isOne(n: number | string | undefined): boolean {
    return typeof n === "number" && new Intl.PluralRules(this.language).select(n) === "one";
  }

  term(name: string): string {
    return this.payload.labels[name]?.[this.language] ?? name;
  }

  relation(fact: Fact): string {
    return this.relationName(fact.relation);
  }

  relationName(relation: string): string {
    return relation.startsWith("~") ? relation.slice(1) : this.term(relation);
  }

  entity(entity: Entity): string {
    return entity.labels?.[this.language] ?? entity.label;
  }

  number(value: number): string {
    return new Intl.NumberFormat(this.language).format(value);
  }

  percent(value: number): string {
    return new Intl.NumberFormat(this.language, { style: "percent" }).format(value);
  }

  count(n: number): string {
    return this.say("facts_n", { n });
  }

  /** "2019-05" as "mai 2019"; what is not an ISO date is left as it is. */
  date(iso: string, month: "long" | "short" = "long"): string {
    const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(iso);
    if (!found) return iso;
    const [, years, months, days] = found;
    if (!months) return years;
    const when = new Date(Date.UTC(Number(years), Number(months) - 1, Number(days ?? 1)));
    if (Number.isNaN(when.getTime())) return iso;
    const form: Intl.DateTimeFormatOptions = { year: "numeric", month, timeZone: "UTC" };
    if (days) form.day = "numeric";
    const written = new Intl.DateTimeFormat(this.language === "en" ? "en-GB" : "fr", form).format(when);
    return this.language === "fr" ? written.replace(/^1 /, "1er ") : written;
  }

  value([text, datatype]: [string, string]): string {
    if (datatype === "date") return this.date(text);
    if (datatype === "money") {
      const [amount, currency] = text.split(" ");
      if (/^-?\d+(\.\d+)?$/.test(amount) && /^[A-Z]{3}$/.test(currency ?? "")) {
        const form: Intl.NumberFormatOptions = { style: "currency", currency, notation: "compact", compactDisplay: "long", maximumFractionDigits: 2 };
        return new Intl.NumberFormat(this.language, form).format(Number(amount));
      }
    }
    if (datatype === "number" && /^-?\d+(\.\d+)?$/.test(text)) return this.number(Number(text));
    return text;
  }
}
