"""JSON-LD, compact, with the ontology's context inside: readable offline and as plain JSON."""

import json
import re
from functools import cache
from typing import Any, TextIO

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from kg.errors import ExportError
from kg.export.source import Source
from kg.graph import vocabulary as v
from kg.graph.ontology import ontology_file

_SUFFIX = re.compile(r"[A-Za-z0-9_.-]+")
_CANONICAL_INTEGER = re.compile(r"0|-?[1-9]\d{0,15}")  # JSON numbers hold no more digits everywhere

Json = dict[str, Any]


@cache
def load_context() -> Json:
    """Return the context of ontology/context.jsonld, without the prefixes of one graph."""
    context = json.loads(ontology_file("context.jsonld").read_text(encoding="utf-8"))["@context"]
    return dict(context)


def write_jsonld(source: Source, stream: TextIO) -> None:
    """Write the default graph, one node a line; named graphs follow as nodes with a @graph."""
    compact = _Compact(source)
    stream.write('{"@context": ' + json.dumps(compact.context, ensure_ascii=False) + ',\n"@graph": [\n')
    lines = [json.dumps(node, ensure_ascii=False) for node in compact.nodes(source.read)]
    for name, quads in source.named():
        inner = {"@id": compact.iri(name.value), "@graph": compact.nodes(quads)}
        lines.append(json.dumps(inner, ensure_ascii=False))
    stream.write(",\n".join(lines) + "\n]}\n")


class _Compact:
    """Shortens IRIs and values by the context."""

    def __init__(self, source: Source) -> None:
        # Prefixes of this graph come last: those of the vocabularies are in the context file.
        self.context: Json = {**load_context(), **{p: n for p, n in source.prefixes.items() if p not in v.PREFIXES}}
        self._namespaces = sorted(((n, p) for p, n in source.prefixes.items()), key=lambda pair: -len(pair[0]))
        self._terms = {self._expand(d["@id"]): t for t, d in self.context.items() if isinstance(d, dict) and "@id" in d}

    def nodes(self, quads: list[Quad]) -> list[Json]:
        """Return the node objects, sorted by subject."""
        by_subject: dict[str, dict[str, list[Quad]]] = {}
        for quad in quads:
            name = quad.subject.value if isinstance(quad.subject, NamedNode) else str(quad.subject)
            by_subject.setdefault(name, {}).setdefault(quad.predicate.value, []).append(quad)
        return [self._node(subject, node) for subject, node in sorted(by_subject.items())]

    def iri(self, iri: str) -> str:
        """Return a compact IRI if one can be told from a full IRI, else the full one."""
        for namespace, prefix in self._namespaces:
            if iri.startswith(namespace) and _SUFFIX.fullmatch(iri, len(namespace)):
                return f"{prefix}:{iri[len(namespace) :]}"
        return iri

    def _node(self, subject: str, node: dict[str, list[Quad]]) -> Json:
        out: Json = {"@id": subject if subject.startswith("_:") else self.iri(subject)}
        types = sorted(
            self._vocab(q.object.value) for q in node.get(v.TYPE.value, ()) if isinstance(q.object, NamedNode)
        )
        if types:
            out["@type"] = types
        for predicate in sorted(p for p in node if p != v.TYPE.value):
            key = self._terms.get(predicate) or self._vocab(predicate)
            values = sorted((self._value(key, q.object) for q in node[predicate]), key=_text)
            out[key] = values[0] if len(values) == 1 else values
        return out

    def _value(self, key: str, term: object) -> object:
        definition = self.context.get(key)
        coercion = definition.get("@type") if isinstance(definition, dict) else None
        if isinstance(term, NamedNode):
            if coercion == "@vocab":
                return self._vocab(term.value)
            return self.iri(term.value) if coercion == "@id" else {"@id": self.iri(term.value)}
        if isinstance(term, BlankNode):
            return {"@id": str(term)}
        if isinstance(term, Literal):
            return self._literal(term)
        raise ExportError("holds triple terms, which JSON-LD cannot carry", remedy="Export as ttl12 or nq.")

    def _literal(self, literal: Literal) -> object:
        if literal.language:
            return {"@value": literal.value, "@language": literal.language}
        datatype = literal.datatype.value
        if datatype == v.XSD_STRING.value:
            return literal.value
        if datatype == v.XSD_BOOLEAN.value and literal.value in ("true", "false"):
            return literal.value == "true"
        if datatype == v.XSD_INTEGER.value and _CANONICAL_INTEGER.fullmatch(literal.value):
            return int(literal.value)
        return {"@value": literal.value, "@type": self._vocab(datatype)}

    def _vocab(self, iri: str) -> str:
        local = iri.removeprefix(v.NKG)
        return local if local != iri and _SUFFIX.fullmatch(local) and local not in self.context else self.iri(iri)

    def _expand(self, compact: str) -> str:
        prefix, _, local = compact.partition(":")
        return str(v.PREFIXES[prefix]) + local if prefix in v.PREFIXES else compact


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
