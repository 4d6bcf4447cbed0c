// The facts in view as RDF, in the same terms as `kg export` writes them (kg/graph/encode.py; a test compares the two).

import type { Data } from "./data";
import type { Explorer } from "./main";
import { factsInView } from "./selectionpage";
import { cut } from "./text";
import type { Doc, Entity, Evidence, Fact, Pair } from "./types";

const SPACES: Record<string, string> = {
  nkg: "https://w3id.org/newskg/ns#",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  skos: "http://www.w3.org/2004/02/skos/core#",
  schema: "https://schema.org/",
  nif: "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
  dcterms: "http://purl.org/dc/terms/",
  xsd: "http://www.w3.org/2001/XMLSchema#",
};

export function toTurtle(explorer: Explorer): string {
  return new Turtle(explorer.data).write(factsInView(explorer).filter((fact) => fact.v || fact.o !== undefined));
}

class Turtle {
  private readonly base: string;

  constructor(private readonly data: Data) {
    this.base = data.payload.meta.base;
  }

  write(facts: Fact[]): string {
    const { data } = this;
    const places = (found: (number | undefined)[]) => [...new Set(found.filter((i): i is number => i !== undefined))].sort((a, b) => a - b);
    const docs = places(facts.flatMap((fact) => fact.ev.map((each) => each.doc)));
    const entities = places(facts.flatMap((fact) => [fact.s, fact.o, fact.by]));
    return [
      ...Object.entries(SPACES).map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .`),
      "",
      ...docs.map((i) => this.article(data.docs[i])),
      ...entities.map((i) => this.described(data.entities[i])),
      "",
      ...facts.flatMap((fact) => this.fact(fact)),
      "",
    ].join("\n");
  }

  private iri(kind: string, id: string): string {
    return `<${this.base}/${kind}/${quoted(id)}>`;
  }

  private entity(i: number): string {
    const { id } = this.data.entities[i];
    return id.includes("://") ? `<${id}>` : this.iri("id", id);
  }

  private span(doc: number, [start, end]: Pair): string {
    return `<${this.base}/article/${quoted(this.data.docs[doc].id)}#char=${start},${end}>`;
  }

  private article(doc: Doc): string {
    return node(this.iri("article", doc.id), [
      "a nkg:Article",
      `dcterms:identifier ${string(doc.name)}`,
      `schema:inLanguage ${string(doc.lang)}`,
      doc.title && `schema:headline ${string(doc.title)}`,
      doc.url && `schema:url ${string(doc.url)}^^xsd:anyURI`,
      doc.source && `schema:publisher ${string(doc.source)}`,
      doc.date && `schema:datePublished ${date(doc.date)}`,
    ]);
  }

  private described(entity: Entity): string {
    const named = Object.entries(entity.labels ?? {});
    return node(this.entity(entity.i), [
      `a nkg:${entity.type}`,
      `rdfs:label ${string(entity.label)}`,
      ...named.map(([language, label]) => `skos:prefLabel ${string(label)}@${language}`),
      !named.length && `skos:prefLabel ${string(entity.label)}`,
      ...entity.aliases.map((alias) => `skos:altLabel ${string(alias)}`),
    ]);
  }

  private fact(fact: Fact): string[] {
    const statement = this.iri("stmt", fact.id);
    const predicate = fact.p === "open" ? "nkg:relatedTo" : `nkg:${fact.p}`;
    const object = fact.v ? literal(fact.v) : this.entity(fact.o!);
    const promised = fact.mod === "promised";
    const [value, earliest, latest, surface] = fact.time ?? [null, null, null, ""];
    const nodes = fact.ev.map((each, rank) => this.evidenceIri(fact, each, rank));
    const asserted = fact.status === "asserted" && fact.p !== "open";
    return [
      ...(asserted ? [`${this.entity(fact.s)} ${predicate} ${object} .`] : []), // the gate: nothing else is a plain triple
      ...(fact.by === undefined ? [] : [`${this.entity(fact.by)} nkg:${promised ? "promised" : "claims"} ${statement} .`]),
      node(statement, [
        "a nkg:Statement",
        `rdf:subject ${this.entity(fact.s)}`,
        `rdf:predicate ${predicate}`,
        `rdf:object ${object}`,
        `nkg:asserted ${asserted}`,
        `nkg:polarity nkg:${fact.neg ? "Negative" : "Positive"}`,
        `nkg:modality nkg:${capital(fact.mod ?? "actual")}`,
        fact.phrase && `nkg:relationText ${string(fact.phrase)}`,
        fact.past && "nkg:past true",
        fact.by !== undefined && `a nkg:Claim ; nkg:attributedTo ${this.entity(fact.by)} ; nkg:attributionType nkg:${promised ? "Promise" : "Assertion"}`,
        fact.time && `nkg:timeText ${string(surface)}`,
        value && `nkg:atTime ${date(value)}`,
        earliest && `nkg:earliest ${date(earliest)}`,
        latest && `nkg:latest ${date(latest)}`,
        ...nodes.map((each) => `nkg:hasEvidence ${each}`),
      ]),
      ...fact.ev.map((each, rank) => this.evidence(nodes[rank], each)),
    ];
  }

  private evidenceIri(fact: Fact, evidence: Evidence, rank: number): string {
    const same = fact.ev.slice(0, rank).filter((each) => each.doc === evidence.doc && each.clause[0] === evidence.clause[0] && each.clause[1] === evidence.clause[1]).length;
    const doc = this.data.docs[evidence.doc].id;
    return `<${this.base}/ev/${quoted(fact.id)}-${quoted(doc)}-${evidence.clause.join("-")}${same ? `-${same}` : ""}>`;
  }

  private evidence(iri: string, { doc, sent, clause, trig, subj, obj, rule }: Evidence): string {
    const { text, id } = this.data.docs[doc];
    return node(iri, [
      "a nkg:Evidence",
      `nkg:inSentence ${this.span(doc, sent)}`,
      `nif:referenceContext ${this.iri("article", id)}`,
      `nif:beginIndex "${clause[0]}"^^xsd:integer`,
      `nif:endIndex "${clause[1]}"^^xsd:integer`,
      `nif:anchorOf ${string(cut(text, ...clause))}`,
      `nkg:triggerSpan ${this.span(doc, trig)}`,
      `nkg:relationText ${string(cut(text, ...trig))}`,
      subj && `nkg:subjectSpan ${this.span(doc, subj)}`,
      obj && `nkg:objectSpan ${this.span(doc, obj)}`,
      `nkg:rule ${string(rule)}`,
    ]);
  }
}

function node(subject: string, parts: (string | false | undefined | null)[]): string {
  return `${subject} ${parts.filter(Boolean).join(" ;\n  ")} .`;
}

const capital = (text: string): string => text[0].toUpperCase() + text.slice(1);

/** Percent-encoding as Python's quote does it: these five characters too. */
function quoted(part: string): string {
  return encodeURIComponent(part).replace(/[!'()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);
}

function string(text: string): string {
  const safe = text.replace(/\\/g, "\\\\").replace(/"/g, '\\"').replace(/\n/g, "\\n").replace(/\r/g, "\\r").replace(/\t/g, "\\t");
  return `"${safe}"`;
}

function date(text: string): string {
  const day = /^[1-9]\d{3}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`);
  if (day && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)) return `"${text}"^^xsd:date`;
  if (/^[1-9]\d{3}-(0[1-9]|1[0-2])$/.test(text)) return `"${text}"^^xsd:gYearMonth`;
  return /^[1-9]\d{3}$/.test(text) ? `"${text}"^^xsd:gYear` : `${string(text)}^^nkg:date`;
}

function literal([text, datatype]: [string, string]): string {
  if (datatype === "date") return date(text);
  if (datatype === "money") return `${string(text)}^^nkg:money`;
  if (datatype !== "number") return string(text);
  if (/^(0|-?[1-9]\d{0,17})$/.test(text)) return `"${text}"^^xsd:integer`;
  return /^-?(0|[1-9]\d{0,14})\.\d{0,14}[1-9]$/.test(text) ? `"${text}"^^xsd:decimal` : `${string(text)}^^nkg:number`;
}
