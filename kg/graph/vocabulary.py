"""Names of the vocabularies that the graph is written in."""

from typing import Final

from pyoxigraph import NamedNode

NKG: Final = "https://w3id.org/newskg/ns#"
RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
SCHEMA: Final = "https://schema.org/"
NIF: Final = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
DCTERMS: Final = "http://purl.org/dc/terms/"
VOID: Final = "http://rdfs.org/ns/void#"
PROV: Final = "http://www.w3.org/ns/prov#"
OWL: Final = "http://www.w3.org/2002/07/owl#"

# Namespace by prefix, of everything that `encode` writes; those of one graph are `Iris.prefixes`.
PREFIXES: Final = {
    "nkg": NKG,
    "rdf": RDF,
    "rdfs": RDFS,
    "xsd": XSD,
    "skos": SKOS,
    "schema": SCHEMA,
    "nif": NIF,
    "dcterms": DCTERMS,
    "void": VOID,
    "prov": PROV,
}


def nkg(name: str) -> NamedNode:
    """Return the term of our ontology."""
    return NamedNode(NKG + name)


TYPE: Final = NamedNode(RDF + "type")
SUBJECT: Final = NamedNode(RDF + "subject")
PREDICATE: Final = NamedNode(RDF + "predicate")
OBJECT: Final = NamedNode(RDF + "object")
LABEL: Final = NamedNode(RDFS + "label")
PREF_LABEL: Final = NamedNode(SKOS + "prefLabel")
ALT_LABEL: Final = NamedNode(SKOS + "altLabel")
BEGIN: Final = NamedNode(NIF + "beginIndex")
END: Final = NamedNode(NIF + "endIndex")
ANCHOR: Final = NamedNode(NIF + "anchorOf")
CONTEXT: Final = NamedNode(NIF + "referenceContext")
IS_STRING: Final = NamedNode(NIF + "isString")
HEADLINE: Final = NamedNode(SCHEMA + "headline")
LANGUAGE: Final = NamedNode(SCHEMA + "inLanguage")
PUBLISHER: Final = NamedNode(SCHEMA + "publisher")
URL: Final = NamedNode(SCHEMA + "url")
PUBLISHED: Final = NamedNode(SCHEMA + "datePublished")
IDENTIFIER: Final = NamedNode(DCTERMS + "identifier")
CONFORMS_TO: Final = NamedNode(DCTERMS + "conformsTo")
DATASET: Final = NamedNode(VOID + "Dataset")
URI_SPACE: Final = NamedNode(VOID + "uriSpace")

STATEMENT: Final = nkg("Statement")
CLAIM: Final = nkg("Claim")
EVIDENCE: Final = nkg("Evidence")
SENTENCE: Final = nkg("Sentence")
MENTION: Final = nkg("Mention")
ARTICLE: Final = nkg("Article")
RUN: Final = nkg("ExtractionRun")

ASSERTED: Final = nkg("asserted")
POLARITY: Final = nkg("polarity")
MODALITY: Final = nkg("modality")
ATTRIBUTED_TO: Final = nkg("attributedTo")
ATTRIBUTION_TYPE: Final = nkg("attributionType")
CONFIDENCE: Final = nkg("confidence")
AT_TIME: Final = nkg("atTime")
EARLIEST: Final = nkg("earliest")
LATEST: Final = nkg("latest")
TIME_TEXT: Final = nkg("timeText")
PAST: Final = nkg("past")
RELATION_TEXT: Final = nkg("relationText")
HAS_EVIDENCE: Final = nkg("hasEvidence")
IN_SENTENCE: Final = nkg("inSentence")
TRIGGER_SPAN: Final = nkg("triggerSpan")
SUBJECT_SPAN: Final = nkg("subjectSpan")
OBJECT_SPAN: Final = nkg("objectSpan")
RULE: Final = nkg("rule")
EXTRACTED_BY: Final = nkg("extractedBy")
MENTIONS: Final = nkg("mentions")
MENTION_KIND: Final = nkg("mentionKind")
KNOWN: Final = nkg("gazetteerId")
RELATED_TO: Final = nkg("relatedTo")
CLAIMS: Final = nkg("claims")
PROMISED: Final = nkg("promised")

MONEY: Final = nkg("money")
NUMBER_AS_WRITTEN: Final = nkg("number")
DATE_AS_WRITTEN: Final = nkg("date")
XSD_STRING: Final = NamedNode(XSD + "string")
XSD_INTEGER: Final = NamedNode(XSD + "integer")
XSD_DECIMAL: Final = NamedNode(XSD + "decimal")
XSD_BOOLEAN: Final = NamedNode(XSD + "boolean")
XSD_ANY_URI: Final = NamedNode(XSD + "anyURI")
XSD_DATE: Final = NamedNode(XSD + "date")
XSD_YEAR: Final = NamedNode(XSD + "gYear")
XSD_YEAR_MONTH: Final = NamedNode(XSD + "gYearMonth")
