"""The W3C SPARQL 1.1 query tests: read from their manifests, run on an engine, compared with what they expect."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat

MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"
BASE = "http://w3c.example/"
# Calls to other servers, and answers that need an OWL reasoner: not what this endpoint offers.
SKIPPED = {"service", "syntax-fed", "entailment", "graph-store-protocol", "http-rdf-update", "protocol",
           "service-description"}  # fmt: skip
NUMBERS = {XSD + t for t in ("integer", "decimal", "double", "float")}


@dataclass(frozen=True)
class Case:
    """One test."""

    name: str
    kind: str  # QueryEvaluationTest, PositiveSyntaxTest11, NegativeSyntaxTest11
    query: Path
    data: tuple[Path, ...]
    named: tuple[Path, ...]
    result: Path | None

    def text(self):
        return f"BASE <{iri(self.query)}>\n" + self.query.read_text(encoding="utf-8")

    def quads(self):
        for path in self.data:
            yield from parse(path)
        for path in self.named:
            for quad in parse(path):
                yield Quad(quad.subject, quad.predicate, quad.object, NamedNode(iri(path)))


def iri(path):
    return BASE + "/".join(path.parts[-2:])


def parse(path):
    return pyoxigraph.parse(path=str(path), format=RdfFormat.from_extension(path.suffix[1:]), base_iri=iri(path))


def read_cases(folder):
    """Return the query and syntax tests below a folder of manifests, sorted by name."""
    cases = []
    for manifest in sorted(folder.glob("*/manifest.ttl")):
        if manifest.parent.name not in SKIPPED:
            cases += _cases(manifest)
    return sorted(cases, key=lambda c: c.name)


def _cases(manifest):
    graph = {}
    for quad in pyoxigraph.parse(path=str(manifest), format=RdfFormat.TURTLE, base_iri=iri(manifest)):
        graph.setdefault(quad.subject, {}).setdefault(quad.predicate.value, []).append(quad.object)

    def path(term):
        return manifest.parent / term.value.rsplit("/", 1)[-1]

    for subject, node in graph.items():
        kind = next((t.value.removeprefix(MF) for t in node.get(RDF + "type", ()) if isinstance(t, NamedNode)), "")
        action = (node.get(MF + "action") or [None])[0]
        if kind == "QueryEvaluationTest":
            parts = graph[action]
            yield Case(
                f"{manifest.parent.name}/{subject.value.rsplit('#', 1)[-1]}", kind, path(parts[QT + "query"][0]),
                tuple(path(t) for t in parts.get(QT + "data", ())),
                tuple(path(t) for t in parts.get(QT + "graphData", ()) if isinstance(t, NamedNode)),
                path(node[MF + "result"][0]),
            )  # fmt: skip
        elif kind in ("PositiveSyntaxTest11", "NegativeSyntaxTest11"):
            yield Case(f"{manifest.parent.name}/{subject.value.rsplit('#', 1)[-1]}", kind, path(action), (), (), None)


def expected(case):
    """What the test expects, in comparable form; None if it is in a format that this harness cannot read."""
    ending = case.result.suffix[1:]
    if ending in ("srx", "srj", "csv", "tsv"):
        return comparable(case.result.read_bytes(), {"srx": "xml", "srj": "json"}.get(ending, ending))
    quads = list(parse(case.result))
    if any("result-set#" in q.predicate.value for q in quads):
        return None
    return "graph", Counter(triple(q) for q in quads)


def comparable(body, format_):
    """An answer in comparable form: rows as a multiset, blank nodes all alike, numbers by value."""
    if format_ == "graph":
        return "graph", Counter(triple(q) for q in pyoxigraph.parse(body, format=RdfFormat.N_TRIPLES))
    if format_ == "csv":  # terms have no types there
        lines = body.decode().replace("\r\n", "\n").strip("\n").split("\n")
        return "csv", Counter(",".join(_cell(c) for c in line.split(",")) for line in lines)
    formats = {"xml": pyoxigraph.QueryResultsFormat.XML, "json": pyoxigraph.QueryResultsFormat.JSON,
               "tsv": pyoxigraph.QueryResultsFormat.TSV}  # fmt: skip
    parsed = pyoxigraph.parse_query_results(body, format=formats[format_])
    if isinstance(parsed, pyoxigraph.QueryBoolean):
        return "boolean", bool(parsed)
    names = sorted(v.value for v in parsed.variables)
    return tuple(names), Counter(tuple(_term(solution[name]) for name in names) for solution in parsed)


def _cell(cell):
    try:
        return str(float(cell))
    except ValueError:
        return "_" if cell.startswith("_:") else cell


def triple(quad):
    return _term(quad.subject), quad.predicate.value, _term(quad.object)


def _term(term):
    if isinstance(term, BlankNode):
        return "_"
    if isinstance(term, Literal) and term.datatype.value in NUMBERS:
        try:
            return "number", float(term.value)
        except ValueError:
            return str(term)
    if isinstance(term, Literal) and term.datatype.value == XSD + "boolean":
        return "boolean", term.value in ("true", "1")
    return str(term)
