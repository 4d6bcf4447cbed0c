"""What a query answers, in the formats that people and programs read."""

import html
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryResultsFormat,
    RdfFormat,
    Triple,
    parse_query_results,
    serialize,
)

from kg.errors import QueryError
from kg.graph import vocabulary as v

if TYPE_CHECKING:
    import pandas

Term: TypeAlias = NamedNode | BlankNode | Literal | Triple

_RESULTS: Final = {
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
    "xml": QueryResultsFormat.XML,
}
_GRAPHS: Final = {
    "ttl": RdfFormat.TURTLE,
    "nt": RdfFormat.N_TRIPLES,
    "jsonld": RdfFormat.JSON_LD,
    "rdfxml": RdfFormat.RDF_XML,
}
ROW_FORMATS: Final = ("table", "json", *_RESULTS)
GRAPH_FORMATS: Final = tuple(_GRAPHS)
_PARTS: Final = ("subject", "predicate", "object")
_XSD: Final = "http://www.w3.org/2001/XMLSchema#"
_READ: Final[dict[str, Callable[[str], int | float | bool]]] = {
    "integer": int,
    "decimal": float,
    "double": float,
    "float": float,
    "boolean": lambda word: word in ("true", "1"),
}
_WIDTH: Final = 100  # characters of a cell in a table; longer words are cut with "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryResult:
    """Rows (SELECT), yes or no (ASK), or triples (CONSTRUCT, DESCRIBE)."""

    variables: tuple[str, ...] = ()
    rows: tuple[tuple[Term | None, ...], ...] = ()
    boolean: bool | None = None
    triples: tuple[Triple, ...] | None = None
    prefixes: dict[str, str] = field(default_factory=dict)

    def to(self, format_: str) -> str:
        """Return the answer as text.

        Args:
            format_: table, json, csv, tsv, xml (rows and booleans) or ttl, nt, jsonld, rdfxml (triples).

        Raises:
            QueryError: the format does not fit the answer.
        """
        if self.triples is not None:
            return self._graph("ttl" if format_ == "table" else format_)
        if format_ == "table":
            return self._table()
        if format_ == "json":
            return self._json()
        if format_ not in _RESULTS:
            raise QueryError(
                f"an answer of rows cannot be written as {format_!r}", remedy=f"Use one of {', '.join(ROW_FORMATS)}."
            )
        parsed = parse_query_results(self._json(), format=QueryResultsFormat.JSON)
        return (parsed.serialize(format=_RESULTS[format_]) or b"").decode()

    def without(self, variables: Sequence[str]) -> "QueryResult":
        """Return the rows without some columns."""
        kept = [n for n, name in enumerate(self.variables) if name not in variables]
        return QueryResult(
            variables=tuple(self.variables[n] for n in kept),
            rows=tuple(tuple(row[n] for n in kept) for row in self.rows),
            boolean=self.boolean,
            triples=self.triples,
            prefixes=self.prefixes,
        )

    @property
    def found(self) -> bool:
        """Whether there is a row or a triple, or the answer is yes."""
        return bool(self.boolean or self.rows or self.triples)

    def __iter__(self) -> Iterator[dict[str, str]]:
        """Yield the rows as words by variable, triples by subject, predicate and object; gaps are left out."""
        names, rows = self._lines()
        for row in rows:
            yield {
                name: str(getattr(term, "value", term))
                for name, term in zip(names, row, strict=True)
                if term is not None
            }

    def __len__(self) -> int:
        return len(self._lines()[1])

    def __bool__(self) -> bool:
        return self.found

    def to_pandas(self) -> "pandas.DataFrame":
        """Return the rows, or the triples, as a table with a column for each variable; numbers are numbers.

        Raises:
            QueryError: pandas is not installed, or the answer is yes or no.
        """
        if self.boolean is not None:
            raise QueryError("yes or no is no table", remedy="Take bool(answer).")
        try:
            import pandas
        except ImportError as error:
            raise QueryError("pandas is not installed", remedy="Install it with: pip install pandas") from error
        names, rows = self._lines()
        return pandas.DataFrame([[_plain(term) for term in row] for row in rows], columns=list(names))

    def _lines(self) -> tuple[tuple[str, ...], Sequence[tuple[Term | None, ...]]]:
        if self.triples is None:
            return self.variables, self.rows
        return _PARTS, [(each.subject, each.predicate, each.object) for each in self.triples]

    def __str__(self) -> str:
        return self.to("table")

    def _repr_html_(self) -> str:
        """Show the answer in a notebook."""
        if self.triples is not None or self.boolean is not None:
            return f"<pre>{html.escape(str(self))}</pre>"
        short = _shortener(self.prefixes)
        head = "".join(f"<th>{html.escape(name)}</th>" for name in self.variables)
        rows = (
            "".join(f"<td>{html.escape(short(term)) if term is not None else ''}</td>" for term in row)
            for row in self.rows
        )
        return f"<table><tr>{head}</tr>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"

    def _graph(self, format_: str) -> str:
        if format_ not in _GRAPHS:
            raise QueryError(
                f"an answer of triples cannot be written as {format_!r}",
                remedy=f"Use one of {', '.join(GRAPH_FORMATS)}.",
            )
        triples = sorted(self.triples or (), key=str)
        prefixes = self.prefixes if format_ == "ttl" else None
        return (serialize(triples, format=_GRAPHS[format_], prefixes=prefixes) or b"").decode()

    def _json(self) -> str:
        if self.boolean is not None:
            return json.dumps({"head": {}, "boolean": self.boolean})
        bindings = [
            {name: _term_json(term) for name, term in zip(self.variables, row, strict=True) if term is not None}
            for row in self.rows
        ]
        return json.dumps(
            {"head": {"vars": list(self.variables)}, "results": {"bindings": bindings}}, ensure_ascii=False
        )

    def _table(self) -> str:
        if self.boolean is not None:
            return "yes\n" if self.boolean else "no\n"
        short = _shortener(self.prefixes)
        cells = [["" if term is None else _cut(short(term)) for term in row] for row in self.rows]
        widths = [max(map(len, column)) for column in zip(self.variables, *cells, strict=True)]
        lines = [self.variables, ["─" * width for width in widths], *cells]
        return "".join(
            "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() + "\n"
            for line in lines
        )


def _plain(term: Term | None) -> str | int | float | bool | None:
    """Return what a table holds of a term."""
    if isinstance(term, Literal):
        read = _READ.get(term.datatype.value.removeprefix(_XSD))
        return read(term.value) if read else term.value
    return None if term is None else str(getattr(term, "value", term))


def _term_json(term: Term) -> dict[str, Any]:
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, Literal):
        out = {"type": "literal", "value": term.value}
        if term.language:
            out["xml:lang"] = term.language
        elif term.datatype != v.XSD_STRING:
            out["datatype"] = term.datatype.value
        return out
    parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
    return {"type": "triple", "value": {k: _term_json(part) for k, part in parts.items()}}


def _shortener(prefixes: dict[str, str]) -> Callable[[Term], str]:
    namespaces = sorted(prefixes.items(), key=lambda pair: -len(pair[1]))

    def short(term: Term) -> str:
        if isinstance(term, Literal):
            return " ".join(term.value.split())
        if isinstance(term, NamedNode):
            for prefix, namespace in namespaces:
                if term.value.startswith(namespace):
                    return f"{prefix}:{term.value[len(namespace) :]}"
        return str(term)

    return short


def _cut(cell: str) -> str:
    return cell if len(cell) <= _WIDTH else cell[: _WIDTH - 1] + "…"
