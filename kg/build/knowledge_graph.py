"""A finished output, open for reading: what `kg.open` and `kg.build` return."""

from __future__ import annotations

import string
from collections.abc import Mapping
from copy import copy
from functools import cached_property
from pathlib import Path
from typing import IO, TYPE_CHECKING

from pyoxigraph import Store

from kg.build.explain import Explanation, explain_fact, tell
from kg.build.output import STORE, Output
from kg.build.results import page_language, page_title
from kg.build.statistics import Statistics, count, counted
from kg.errors import QueryError, StoreError, ViewError
from kg.export import export
from kg.graph.decode import decode
from kg.graph.derive import derive
from kg.graph.encode import encode
from kg.graph.search import INDEX_NAME, Hit, find_text
from kg.graph.store import current_folder, open_store
from kg.graph.sure import at_least
from kg.graph.validate import INSTANT, VIOLATION, load_checks, offsets_hold, quick_findings
from kg.query import QueryResult, ask, catalogue, no_such_question, run_query
from kg.query.run import base_of
from kg.view import explorer_page, pyvis_page
from kg.view.excerpts import keep_sentences
from kg.view.notebook import mime_bundle

if TYPE_CHECKING:
    from kg.build.pipeline import Report
    from kg.model import Fact, Graph

ENGINES = ("explorer", "pyvis")


class KnowledgeGraph:
    """The graph of an output folder: ask it, export it, look at it.

    In a notebook it shows itself.
    """

    def __init__(self, folder: Path, *, report: Report | None = None) -> None:
        self.folder = folder
        self.report = report
        output = Output(folder)
        if not output.hidden.is_dir():
            raise StoreError("holds no graph", where=str(folder), remedy="Build one first: kg build ARTICLE")
        output.settle()
        self._place = current_folder(folder / STORE)
        self.store: Store = open_store(folder / STORE)

    @cached_property
    def graph(self) -> Graph:
        """The records: articles, entities, facts."""
        if self.report and self.report.graph:
            return self.report.graph
        return decode(self.store)

    def at_least(self, confidence: float) -> KnowledgeGraph:
        """Return the part whose facts have this confidence or more, in memory; `search` still sees the whole."""
        part, base = copy(self), base_of(self.store)
        part.graph = at_least(self.graph, confidence)
        quads = list(encode(part.graph, base=base))
        if any(self.store.named_graphs()):
            quads += derive(quads, base=base)
        part.store = Store()
        part.store.bulk_extend(quads)
        return part

    def query(
        self, question: str | Path, arguments: Mapping[str, str] | None = None, *, max_rows: int | None = None
    ) -> QueryResult:
        """Run SPARQL given as text, a file that ends in .rq, or a named question with its arguments.

        Raises:
            QueryError: it cannot be run.
        """
        name = str(question)
        if name in catalogue():
            return ask(self.store, name, arguments, max_rows=max_rows)
        if _is_name(name):
            raise no_such_question(name)
        if arguments:
            raise QueryError("only named questions have parameters", where=name, remedy="See: kg query --list")
        return run_query(self.store, _read_query(name), max_rows=max_rows)

    def export(self, format_: str, target: str | Path | IO[str]) -> None:
        """Write the graph in a format: ttl, trig, nt, nq, jsonld, jsonl, csv, graphml….

        Raises:
            ExportError: there is no such format, or the target cannot be written.
        """
        export(self.graph, format_, Path(target) if isinstance(target, str) else target)

    def page(
        self,
        *,
        engine: str = "explorer",
        language: str | None = None,
        sentences_only: bool = False,
        title: str | None = None,
    ) -> str:
        """Return one self-contained HTML page.

        Args:
            title: None: the headline of one article, or the most central names of several.
            sentences_only: Leave out of the articles all but the sentences that show facts.

        Raises:
            ViewError: there is no such engine.
        """
        title, language = title or page_title(self.graph), language or page_language(self.graph)
        if engine == "explorer":
            graph = keep_sentences(self.graph) if sentences_only else self.graph
            return explorer_page(graph, title=title, language=language)
        if engine == "pyvis":
            return pyvis_page(self.graph, title=title, language=language)
        raise ViewError("no such engine", where=engine, remedy=f"Use one of: {', '.join(ENGINES)}.")

    def view(
        self,
        target: Path,
        *,
        engine: str = "explorer",
        language: str | None = None,
        sentences_only: bool = False,
        title: str | None = None,
    ) -> Path:
        """Write the page to a file and return its path.

        Raises:
            ViewError: there is no such engine, or the file cannot be written.
        """
        page = self.page(engine=engine, language=language, sentences_only=sentences_only, title=title)
        try:
            target.write_text(page, "utf-8", newline="\n")
        except OSError as error:
            raise ViewError(
                f"cannot be written: {error.strerror}", where=str(target), remedy="Choose another file."
            ) from error
        return target

    def statistics(self) -> Statistics:
        """Count entities by type and facts by status."""
        return count(self.graph)

    def explain(self, fact: str, *, language: str = "en") -> Explanation:
        """Return a fact, by id or IRI, with every sentence that shows it.

        Raises:
            QueryError: there is no such fact.
        """
        return explain_fact(self.graph, fact, language=language)

    def tell(self, fact: Fact, *, language: str = "en") -> Explanation:
        """Return a fact of `graph.facts` with every sentence that shows it, its relation worded in the language."""
        return tell(self.graph, fact, language=language)

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        """Show the graph in a notebook: the page in a frame, a still picture, a line."""
        return mime_bundle(self.graph, title=page_title(self.graph), language=page_language(self.graph))

    def broken_rules(self) -> list[str]:
        """Return the rules that the graph breaks, as far as it shows at once: leaks, wrong offsets, missing triples."""
        found = quick_findings(self.store, only=INSTANT)
        broken = {finding.message for finding in found if finding.severity == VIOLATION}
        if not offsets_hold(self.graph):
            broken |= {check.message for check in load_checks() if check.name == "offsets"}
        return sorted(broken)

    def search(self, words: str, *, kind: str | None = None, limit: int = 20) -> list[Hit]:
        """Return entities and sentences in which the words stand, accents and capitals aside.

        Args:
            kind: "entity" or "sentence"; None: both.

        Raises:
            QueryError: there is no word to look for.
        """
        return find_text(self._place / INDEX_NAME, words, kind=kind, limit=limit)

    def __repr__(self) -> str:
        found = self.statistics()
        counts = [counted(found.articles, "article"), counted(found.entities, "entity", "entities")]
        return f"<kg graph {str(self.folder)!r}: {', '.join(counts)}, {counted(found.facts, 'fact')}>"


def _is_name(question: str) -> bool:
    return not question.strip().strip(string.ascii_letters + string.digits + "_-")


def _read_query(question: str) -> str:
    if not question.endswith(".rq"):
        return question
    try:
        return Path(question).read_text("utf-8")
    except FileNotFoundError as error:
        raise QueryError("no such file", where=question, remedy="Check the path.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"cannot be read: {error}", where=question, remedy="Check the path.") from error
