"""Graphs that came from elsewhere: kept in `imports/`, merged into the results of every build.

A file is named by the hash of its content, so importing the same graph twice changes nothing.
"""

import hashlib
import io
from collections.abc import Iterable
from pathlib import Path

from kg.build.output import Output
from kg.errors import StoreError
from kg.export.jsonl import read_jsonl, write_jsonl
from kg.graph.merge import import_rdf
from kg.model import Graph


def read_graphs(paths: Iterable[str | Path]) -> list[Graph]:
    """Read graphs: RDF, or the JSON Lines that we write.

    Raises:
        KgError: a file cannot be read.
    """
    return [_read_graph(Path(path)) for path in paths]


def keep_imports(graphs: Iterable[Graph], output: Output) -> None:
    """Keep graphs in the output."""
    texts = {}
    for graph in graphs:
        stream = io.StringIO()
        write_jsonl(graph, stream)
        text = stream.getvalue()
        texts[hashlib.sha256(text.encode()).hexdigest()[:16] + ".jsonl"] = text
    output.imports.mkdir(exist_ok=True)
    for name, text in sorted(texts.items()):
        draft = output.imports / (name + ".part")
        draft.write_text(text, "utf-8", newline="\n")
        draft.replace(output.imports / name)


def import_names(output: Output) -> list[str]:
    """Return the names of the files that are kept."""
    return sorted(file.name for file in output.imports.glob("*.jsonl"))


def read_imports(output: Output) -> list[Graph]:
    """Return the graphs that are kept, in the order of their names."""
    graphs = []
    for name in import_names(output):
        with (output.imports / name).open(encoding="utf-8") as lines:
            graphs.append(read_jsonl(lines, where=str(output.imports / name)))
    return graphs


def _read_graph(path: Path) -> Graph:
    if path.suffix != ".jsonl":
        return import_rdf(path)
    try:
        with path.open(encoding="utf-8") as lines:
            return read_jsonl(lines, where=str(path))
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise StoreError(f"cannot be read: {reason}", where=str(path), remedy="Check the path.") from error
