"""The graph in the formats of other programs. One module a format; `export` writes any of them."""

import io
import os
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final, TextIO

from pyoxigraph import Quad, Store

from kg.errors import ExportError
from kg.export.cypher import write_cypher
from kg.export.frames import to_pandas
from kg.export.jsonl import write_jsonl
from kg.export.jsonld import write_jsonld
from kg.export.lines import write_nquads, write_ntriples
from kg.export.nanopub import write_nanopubs
from kg.export.networks import to_networkx, write_gexf, write_graphml
from kg.export.source import Source
from kg.export.table import write_csv, write_edges_csv, write_nodes_csv
from kg.export.turtle import write_trig, write_turtle, write_turtle12
from kg.model import Graph

__all__ = ["FORMATS", "Format", "Source", "export", "to_networkx", "to_pandas"]


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: its usual ending, what it is for, and what writes it."""

    ending: str
    description: str
    write: Callable[[Source, TextIO], None]


def _jsonl(source: Source, stream: TextIO) -> None:
    write_jsonl(source.graph, stream, base=source.base)


FORMATS: Final[dict[str, Format]] = {
    "ttl": Format("ttl", "Turtle to be read by people, grouped by entity", write_turtle),
    "trig": Format("trig", "Turtle with named graphs (derived facts)", write_trig),
    "nt": Format("nt", "N-Triples, sorted: for diff", write_ntriples),
    "nq": Format("nq", "N-Quads, sorted: for diff, named graphs included", write_nquads),
    "jsonld": Format("jsonld", "JSON-LD, compact, context inside", write_jsonld),
    "jsonl": Format("jsonl", "JSON Lines: articles, entities and facts as records", _jsonl),
    "csv": Format("csv", "one table of facts with their evidence, for spreadsheets", write_csv),
    "csv-nodes": Format("csv", "entities, for the importers of Neo4j and Gephi", write_nodes_csv),
    "csv-edges": Format("csv", "facts, for the importers of Neo4j and Gephi", write_edges_csv),
    "graphml": Format("graphml", "GraphML, for yEd, Cytoscape, Gephi, igraph", write_graphml),
    "ttl12": Format("ttl", "Turtle of RDF 1.2: reifiers instead of statement nodes", write_turtle12),
    "nanopub": Format("trig", "nanopublications: one a fact, in four graphs each", write_nanopubs),
    "cypher": Format("cypher", "a Cypher script, for Neo4j and Memgraph", write_cypher),
    "gexf": Format("gexf", "GEXF, for Gephi", write_gexf),
}


def export(
    origin: Graph | Store | Iterable[Quad] | Source,
    format_: str,
    target: Path | IO[str] | IO[bytes],
    *,
    base: str | None = None,
) -> None:
    """Write a graph or an open store in a format, to a path or a stream.

    A file appears only when it is whole: it is written beside and renamed.

    Args:
        origin: A `Source`, for more than one format, is encoded once.

    Raises:
        ExportError: there is no such format, or the file cannot be written.
    """
    if format_ not in FORMATS:
        raise ExportError(f"there is no format {format_!r}", remedy=f"Use one of {', '.join(FORMATS)}.")
    source = origin if isinstance(origin, Source) else Source(origin, base=base)
    if isinstance(target, Path):
        _write_file(source, format_, target)
    elif isinstance(target, io.TextIOBase):
        FORMATS[format_].write(source, target)  # type: ignore[arg-type]
    else:
        text = io.TextIOWrapper(target, encoding="utf-8", newline="\n")  # type: ignore[type-var]
        FORMATS[format_].write(source, text)
        text.flush()
        text.detach()


def _write_file(source: Source, format_: str, path: Path) -> None:
    try:
        handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    except OSError as error:
        raise _refused(path, error) from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            FORMATS[format_].write(source, file)
        Path(draft).chmod(0o644)
        Path(draft).replace(path)
    except OSError as error:
        Path(draft).unlink(missing_ok=True)
        raise _refused(path, error) from error
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise


def _refused(path: Path, error: OSError) -> ExportError:
    return ExportError(
        f"cannot be written: {error.strerror or error}", where=str(path), remedy="Choose a folder that exists."
    )
