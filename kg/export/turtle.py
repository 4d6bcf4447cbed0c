"""Turtle and TriG for people: every entity with what is said of it and where, always in the same order."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final, TextIO, TypeAlias

from pyoxigraph import NamedNode

from kg.export.source import Source
from kg.graph import vocabulary as v
from kg.graph.reify import REIFIES, to_reifiers
from kg.graph.triples import Words, split, text_of, to_words

# In a local name these need no escape; anything else is written as a full IRI.
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
# Control characters that N-Triples writes as they are.
_CONTROL = re.compile(r"[\x80-\x9f\u2028\u2029]")

# What a reader wants first; every other predicate follows in the order of its IRI.
_FIRST: Final = (
    v.TYPE, v.LABEL, v.PREF_LABEL, v.ALT_LABEL, v.SUBJECT, v.PREDICATE, v.OBJECT, v.ASSERTED, v.POLARITY, v.MODALITY,
    v.ATTRIBUTED_TO, v.ATTRIBUTION_TYPE, v.IDENTIFIER, v.HEADLINE, v.IN_SENTENCE, v.CONTEXT, v.BEGIN, v.END, v.ANCHOR,
)  # fmt: skip
_LAST: Final = (v.HAS_EVIDENCE, v.IS_STRING)
_RANK: Final = {str(p): n for n, p in enumerate(_FIRST)} | {str(p): 10_000 + n for n, p in enumerate(_LAST)}

_SECTIONS: Final = (
    (v.ARTICLE, "Articles"),
    (v.SENTENCE, "Sentences that show a fact"),
    (v.MENTION, "Mentions"),
    (v.RUN, "What read the articles"),
)
_TYPE, _PREF_LABEL, _SUBJECT = str(v.TYPE), str(v.PREF_LABEL), str(v.SUBJECT)

Node: TypeAlias = dict[str, list[str]]  # objects by predicate, all as N-Triples writes them

_NUMBERS: Final = {
    str(v.XSD_INTEGER): re.compile(r"[+-]?\d+"),
    str(v.XSD_DECIMAL): re.compile(r"[+-]?\d*\.\d+"),
    str(v.XSD_BOOLEAN): re.compile("true|false"),
}


def write_turtle(source: Source, stream: TextIO) -> None:
    """Write the default graph."""
    _Writer(source, stream).document(source.words)


def write_trig(source: Source, stream: TextIO) -> None:
    """Write the default graph and every named graph."""
    writer = _Writer(source, stream)
    writer.document(source.words)
    writer.named([(name, to_words(quads)) for name, quads in source.named()])


def write_turtle12(source: Source, stream: TextIO) -> None:
    """Write the default graph with the reifiers of RDF 1.2 instead of statement nodes."""
    _Writer(source, stream).document(to_words(to_reifiers(source.read)))


def write_graphs(
    source: Source, stream: TextIO, graphs: list[tuple[NamedNode, list[Words]]], prefixes: dict[str, str]
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
        self._namespaces: dict[str, str] = {}
        for prefix, namespace in self._prefixes.items():
            self._namespaces.setdefault(namespace, prefix)
        self._short: dict[str, str] = {}  # as Turtle, by how N-Triples writes it
        self._orders: dict[tuple[str, ...], list[tuple[str, str]]] = {}  # nodes of one kind have the same predicates

    def document(self, triples: Iterable[Words]) -> None:
        self._stream.write(f"@base <{self._base}> .\n")
        for prefix, namespace in self._prefixes.items():
            self._stream.write(f"@prefix {prefix}: <{namespace}> .\n")
        self.body(triples)

    def named(self, graphs: list[tuple[NamedNode, list[Words]]]) -> None:
        for name, triples in graphs:
            self._stream.write(f"\n{self.term(str(name))} {{\n")
            self.body(triples)
            self._stream.write("}\n")

    def body(self, triples: Iterable[Words]) -> None:
        nodes = _by_subject(triples)
        for subjects, title in _in_sections(nodes):
            if subjects:
                self._stream.write(f"\n# ---------- {title}\n")
            self._stream.write("".join([self._node(subject, nodes[subject]) for subject in subjects]))

    def term(self, term: str) -> str:
        short = self._short.get(term)
        if short is None:
            short = self._short[term] = self._shortened(term)
        return short

    def _node(self, subject: str, node: Node) -> str:
        known = tuple(node)
        order = self._orders.get(known)
        if order is None:
            ranked = sorted(node, key=_rank)
            order = self._orders[known] = [(p, "  a " if p == _TYPE else f"  {self.term(p)} ") for p in ranked]
        term, lines = self.term, []
        for predicate, name in order:
            objects = node[predicate]
            lines.append(name + (term(objects[0]) if len(objects) == 1 else " , ".join(sorted(map(term, objects)))))
        return f"\n{term(subject)}\n" + " ;\n".join(lines) + " .\n"

    def _shortened(self, term: str) -> str:
        if term[0] == '"':
            return self._literal(term)
        if term.startswith("<<("):
            return f"<<( {' '.join(map(self.term, _inside(term)))} )>>"
        return self._iri(term[1:-1]) if term[0] == "<" else term

    def _iri(self, iri: str) -> str:
        end = max(iri.rfind("/"), iri.rfind("#")) + 1  # a local name holds neither
        prefix = self._namespaces.get(iri[:end])
        if prefix is not None and _LOCAL.fullmatch(iri, end):
            return f"{prefix}:{iri[end:]}"
        relative = iri[len(self._base) :] if iri.startswith(self._base) else ""
        # "a:b" or "//x" would not be read as relative.
        return f"<{relative}>" if relative and ":" not in relative and not relative.startswith("/") else f"<{iri}>"

    def _literal(self, term: str) -> str:
        if term[-1] != ">":
            return _CONTROL.sub(_escaped, term)
        quoted, _, datatype = term.rpartition("^^")
        number = _NUMBERS.get(datatype)
        if number is not None and number.fullmatch(quoted, 1, len(quoted) - 1):
            return quoted[1:-1]
        return f"{_CONTROL.sub(_escaped, quoted)}^^{self.term(datatype)}"


@cache
def _rank(predicate: str) -> tuple[int, str]:
    return _RANK.get(predicate, 1000), predicate


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04X}"


def _inside(triple_term: str) -> Words:
    return split(triple_term.removeprefix("<<( ").removesuffix(" )>>"))


def _by_subject(triples: Iterable[Words]) -> dict[str, Node]:
    nodes: dict[str, Node] = {}
    for subject, predicate, term in triples:
        node = nodes.get(subject)
        if node is None:
            nodes[subject] = {predicate: [term]}
        elif predicate in node:
            node[predicate].append(term)
        else:
            node[predicate] = [term]
    return dict(sorted(nodes.items()))


def _in_sections(nodes: dict[str, Node]) -> Iterator[tuple[list[str], str]]:
    """Yield the subjects in the order of reading, each once, with the heading of their part."""
    by_type: dict[str, list[str]] = {}
    for subject, node in nodes.items():
        for type_ in node.get(_TYPE, ()):
            by_type.setdefault(type_, []).append(subject)
    placed: set[str] = set()
    yield _take(by_type.get(str(v.DATASET), ()), placed), "This graph"
    said = _statements_by_subject(nodes, by_type.get(str(v.STATEMENT), ()))
    for subject in [s for s, node in nodes.items() if _PREF_LABEL in node]:
        with_statements = [subject]
        for statement in said.get(subject, ()):
            with_statements += [statement, *nodes[statement].get(str(v.HAS_EVIDENCE), ())]
        yield _take([s for s in with_statements if s in nodes], placed), _title(nodes[subject])
    for section, title in _SECTIONS:
        yield _take(by_type.get(str(section), ()), placed), title
    yield _take(nodes, placed), "Others"


def _statements_by_subject(nodes: dict[str, Node], statements: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[tuple[str, str]]] = {}
    reifies = str(REIFIES)
    for name in statements:
        node = nodes[name]
        if reifies in node and node[reifies][0].startswith("<<("):
            subject, predicate, term = _inside(node[reifies][0])
            found.setdefault(subject, []).append((f"{predicate} {term}", name))
        elif _SUBJECT in node:
            what = " ".join(term for p in (v.PREDICATE, v.OBJECT) for term in node.get(str(p), ()))
            found.setdefault(node[_SUBJECT][0], []).append((what, name))
    return {subject: [name for _, name in sorted(pairs)] for subject, pairs in found.items()}


def _take(subjects: Iterable[str], placed: set[str]) -> list[str]:
    fresh = [s for s in dict.fromkeys(subjects) if s not in placed]
    placed.update(fresh)
    return fresh


def _title(node: Node) -> str:
    terms = node.get(str(v.LABEL)) or node[_PREF_LABEL]
    return re.sub(r"\s+", " ", min(text_of(term) for term in terms if term[0] == '"'))
