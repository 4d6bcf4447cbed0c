// The fields of a ready question: what is typed becomes terms of the query, and what fits nothing is said beside the field.

import { h, replace } from "./dom";

export interface Parameter {
  name: string;
  kind: "entity" | "property" | "words";
  required: boolean;
}

export interface Entity {
  iri: string;
  label: string;
}

/** What the fields need of their page. */
export interface Surroundings {
  say(key: string): string;
  properties: string[];
  learn(entities: Entity[]): void; // names for the answer
  changed(): void;
  ask(): void;
}

const PAUSE = 200; // ms without a key after which a name is looked up

/** One parameter: a name, what is typed, and a note where that is not enough. */
export class Field {
  readonly host: HTMLElement;
  term = ""; // in SPARQL; empty while nothing fits
  private readonly label = h("span", null);
  private readonly note: HTMLElement;
  private readonly input: HTMLInputElement;
  private problem = "";
  private candidates: Entity[] = [];
  private timer = 0;
  private found: Promise<void> | null = null;

  constructor(readonly parameter: Parameter, private readonly page: Surroundings) {
    const { name, kind } = parameter;
    this.note = h("div", { class: "note", id: `note-${name}`, role: "status" });
    this.input = h("input", {
      list: kind === "words" ? null : `list-${kind}`, name, "aria-describedby": `note-${name}`,
      oninput: () => this.typed(),
      onkeydown: (event) => (event as KeyboardEvent).key === "Enter" && page.ask(),
    }) as HTMLInputElement;
    this.host = h("div", { class: "field" }, h("label", null, this.label, this.input), this.note);
    this.draw();
  }

  focus(): void {
    this.input.focus();
  }

  /** Write the words in the language of the page. */
  draw(): void {
    const { name, kind, required } = this.parameter;
    const { say } = this.page;
    const own = say(`parameter_${name}`);
    this.label.textContent = `${own === `parameter_${name}` ? say(`parameter_${kind}`) : own}${required ? "" : ` (${say("optional")})`}`;
    this.input.setAttribute("aria-invalid", String(this.problem !== ""));
    const [only] = this.candidates;
    if (this.term) replace(this.note, only && only.label !== this.input.value.trim() ? say("meant").replace("{a}", only.label) : null);
    else replace(this.note, this.problem && say(this.problem), this.candidates.map((each) => h("button", { title: each.iri, onclick: () => this.take(each) }, this.nameApart(each))));
  }

  /** Wait for what is looked up; say whether the question can be asked with it. */
  async ready(): Promise<boolean> {
    if (this.timer) this.look();
    await this.found;
    if (!this.input.value.trim() && this.parameter.required) this.settle("", "needed");
    return this.problem === "";
  }

  private typed(): void {
    window.clearTimeout(this.timer);
    this.timer = 0;
    this.found = null;
    const words = this.input.value.trim();
    const { kind } = this.parameter;
    if (!words) return this.settle("");
    if (kind === "words") return this.settle(JSON.stringify(words));
    if (kind === "property") return this.page.properties.includes(words) ? this.settle(`nkg:${words}`) : this.settle("", "no_property");
    this.settle("");
    this.timer = window.setTimeout(() => this.look(), PAUSE);
  }

  private look(): void {
    window.clearTimeout(this.timer);
    this.timer = 0;
    this.found = this.lookUp(this.input.value.trim());
  }

  /** Ask the server which entity is meant. */
  private async lookUp(words: string): Promise<void> {
    const reply = await fetch(`/entity?${new URLSearchParams({ name: words })}`).catch(() => null);
    const entities = reply?.ok ? ((await reply.json()) as Entity[]) : null;
    if (words !== this.input.value.trim()) return; // typed on
    this.page.learn(entities ?? []);
    if (!entities) this.settle("", "error_gone");
    else if (entities.length === 1) this.settle(`<${entities[0].iri}>`, "", entities);
    else this.settle("", entities.length ? "which_entity" : "no_entity", entities);
  }

  /** Two of one name are told apart by their ids. */
  private nameApart({ iri, label }: Entity): string {
    const twin = this.candidates.some((each) => each.label === label && each.iri !== iri);
    return twin ? `${label} (${decodeURIComponent(iri.slice(iri.lastIndexOf("/") + 1))})` : label;
  }

  private take(entity: Entity): void {
    this.input.value = entity.label;
    this.settle(`<${entity.iri}>`, "", [entity]);
    this.focus();
  }

  private settle(term: string, problem = "", candidates: Entity[] = []): void {
    Object.assign(this, { term, problem, candidates });
    this.draw();
    this.page.changed();
  }
}

/** Say whether all fields are filled as they must; the first that is not gets the focus. */
export async function allReady(fields: Field[]): Promise<boolean> {
  const states = await Promise.all(fields.map((each) => each.ready()));
  fields[states.indexOf(false)]?.focus();
  return !states.includes(false);
}
