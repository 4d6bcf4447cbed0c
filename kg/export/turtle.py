"""Turtle and TriG for people: every entity with what is said of it and where, always in the same order."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final, TextIO, TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from kg.export.source import Source
from kg.graph import vocabulary as v
from kg.graph.reify import REIFIES, to_reifiers

# In a local name these need no escape; anything else is written as a full IRI.
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
_ESCAPES: Final = str.maketrans(
    {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")

# What a reader wants first; every other predicate follows in the order of its IRI.
_FIRST: Final = (
    v.TYPE, v.LABEL, v.PREF_LABEL, v.ALT_LABEL, v.SUBJECT, v.PREDICATE, v.OBJECT, v.ASSERTED, v.POLARITY, v.MODALITY,
    v.ATTRIBUTED_TO, v.ATTRIBUTION_TYPE, v.IDENTIFIER, v.HEADLINE, v.IN_SENTENCE, v.CONTEXT, v.BEGIN, v.END, v.ANCHOR,
)  # fmt: skip
_LAST: Final = (v.HAS_EVIDENCE, v.IS_STRING)
_RANK: Final = {p.value: n for n, p in enumerate(_FIRST)} | {p.value: 10_000 + n for n, p in enumerate(_LAST)}

_SECTIONS: Final = (
    (v.ARTICLE.value, "Articles"),
    (v.SENTENCE.value, "Sentences that show a fact"),
    (v.MENTION.value, "Mentions"),
    (v.RUN.value, "What read the articles"),
)

Term: TypeAlias = NamedNode | BlankNode | Literal | Triple
Node: TypeAlias = dict[str, list[Term]]  # objects by IRI of the predicate

_NUMBERS: Final = {
    v.XSD_INTEGER.value: re.compile(r"[+-]?\d+"),
    v.XSD_DECIMAL.value: re.compile(r"[+-]?\d*\.\d+"),
    v.XSD_BOOLEAN.value: re.compile("true|false"),
}


def write_turtle(source: Source, stream: TextIO) -> None:
    """Write the default graph."""
    _Writer(source, stream).document(source.read)


def write_trig(source: Source, stream: TextIO) -> None:
    """Write the default graph and every named graph."""
    writer = _Writer(source, stream)
    writer.document(source.read)
    writer.named(source.named())


def write_turtle12(source: Source, stream: TextIO) -> None:
    """Write the default graph with the reifiers of RDF 1.2 instead of statement nodes."""
    _Writer(source, stream).document(list(to_reifiers(source.read)))


def write_graphs(
    source: Source, stream: TextIO, graphs: list[tuple[NamedNode, list[Quad]]], prefixes: dict[str, str]
) -> None:
    """Write named graphs in the order given, with more prefixes than the source has."""
    writer = _Writer(source, stream, prefixes)
    writer.document([])
    writer.named(graphs)


class _Writer:
    """Writes terms with the prefixes of one graph."""

    def __init__(self, source: Source, stream: TextIO, prefixes: dict[str, str] | None = None) -> None:
        self._stream, self._base = stream, source.base + "/"
        self._prefixes = {**source.prefixes, **(prefixes or {})}
        # Longest first, so that a namespace inside another is found.
        self._namespaces = sorted(((n, p) for p, n in self._prefixes.items()), key=lambda pair: -len(pair[0]))
        self._short: dict[str, str] = {}

    def document(self, quads: list[Quad]) -> None:
        self._stream.write(f"@base <{self._base}> .\n")
        for prefix, namespace in self._prefixes.items():
            self._stream.write(f"@prefix {prefix}: <{namespace}> .\n")
        self.body(quads)

    def named(self, graphs: list[tuple[NamedNode, list[Quad]]]) -> None:
        for name, quads in graphs:
            self._stream.write(f"\n{self.term(name)} {{\n")
            self.body(quads)
            self._stream.write("}\n")

    def body(self, quads: list[Quad]) -> None:
        nodes = _by_subject(quads)
        for subjects, title in _in_sections(nodes):
            if subjects:
                self._stream.write(f"\n# ---------- {title}\n")
            for subject in subjects:
                self._node(subject, nodes[subject])

    def term(self, term: object) -> str:
        if isinstance(term, Literal):
            return self._literal(term)
        if isinstance(term, Triple):
            return f"<<( {self.term(term.subject)} {self.term(term.predicate)} {self.term(term.object)} )>>"
        return self._name(term.value) if isinstance(term, NamedNode) else str(term)

    def _name(self, iri: str) -> str:
        short = self._short.get(iri)
        if short is None:
            short = self._short[iri] = self._iri(iri)
        return short

    def _node(self, subject: str, node: Node) -> None:
        lines = []
        for predicate in sorted(node, key=_rank):
            name = "a" if predicate == v.TYPE.value else self._name(predicate)
            objects = node[predicate]
            if len(objects) == 1:
                lines.append(f"  {name} {self.term(objects[0])}")
            else:
                lines.append(f"  {name} {' , '.join(sorted(map(self.term, objects)))}")
        written = self._name(subject[1:-1]) if subject[0] == "<" else subject
        self._stream.write(f"\n{written}\n" + " ;\n".join(lines) + " .\n")

    def _iri(self, iri: str) -> str:
        for namespace, prefix in self._namespaces:
            if iri.startswith(namespace) and _LOCAL.fullmatch(iri, len(namespace)):
                return f"{prefix}:{iri[len(namespace) :]}"
        relative = iri[len(self._base) :] if iri.startswith(self._base) else ""
        # "a:b" or "//x" would not be read as relative.
        return f"<{relative}>" if relative and ":" not in relative and not relative.startswith("/") else f"<{iri}>"

    def _literal(self, literal: Literal) -> str:
        value, datatype = literal.value, literal.datatype.value
        if datatype in _NUMBERS and _NUMBERS[datatype].fullmatch(value):
            return value
        quoted = '"' + _CONTROL.sub(_escaped, value.translate(_ESCAPES)) + '"'
        if literal.language:
            return f"{quoted}@{literal.language}"
        return quoted if datatype == v.XSD_STRING.value else f"{quoted}^^{self._name(datatype)}"


@cache
def _rank(predicate: str) -> tuple[int, str]:
    return _RANK.get(predicate, 1000), predicate


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04X}"


def _by_subject(quads: Iterable[Quad]) -> dict[str, Node]:
    nodes: dict[str, Node] = {}
    for subject, predicate, term, _ in quads:
        nodes.setdefault(str(subject), {}).setdefault(predicate.value, []).append(term)
    return dict(sorted(nodes.items()))


def _in_sections(nodes: dict[str, Node]) -> Iterator[tuple[list[str], str]]:
    """Yield the subjects in the order of reading, each once, with the heading of their part."""
    by_type: dict[str, list[str]] = {}
    for subject, node in nodes.items():
        for type_ in node.get(v.TYPE.value, ()):
            if isinstance(type_, NamedNode):
                by_type.setdefault(type_.value, []).append(subject)
    placed: set[str] = set()
    yield _take(by_type.get(v.DATASET.value, ()), placed), "This graph"
    said = _statements_by_subject(nodes, by_type.get(v.STATEMENT.value, ()))
    for subject in [s for s, node in nodes.items() if v.PREF_LABEL.value in node]:
        with_statements = [subject]
        for statement in said.get(subject, ()):
            with_statements += [statement, *map(str, nodes[statement].get(v.HAS_EVIDENCE.value, ()))]
        yield _take([s for s in with_statements if s in nodes], placed), _title(nodes[subject])
    for section, title in _SECTIONS:
        yield _take(by_type.get(section, ()), placed), title
    yield _take(nodes, placed), "Others"


def _statements_by_subject(nodes: dict[str, Node], statements: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for name in statements:
        node = nodes[name]
        if REIFIES.value in node and isinstance(said := node[REIFIES.value][0], Triple):
            found.setdefault(str(said.subject), []).append((f"{said.predicate} {said.object}", name))
        elif v.SUBJECT.value in node:
            what = " ".join(str(term) for p in (v.PREDICATE, v.OBJECT) for term in node.get(p.value, ()))
            found.setdefault(str(node[v.SUBJECT.value][0]), []).append((what, name))
    return {subject: [name for _, name in sorted(pairs)] for subject, pairs in found.items()}


def _take(subjects: Iterable[str], placed: set[str]) -> list[str]:
    fresh = [s for s in dict.fromkeys(subjects) if s not in placed]
    placed.update(fresh)
    return fresh


def _title(node: Node) -> str:
    terms = node.get(v.LABEL.value) or node[v.PREF_LABEL.value]
    return re.sub(r"\s+", " ", min(term.value for term in terms if isinstance(term, Literal)))
