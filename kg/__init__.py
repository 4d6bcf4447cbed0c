"""Reads French and English news articles into a knowledge graph that tells who says what.

    import kg

    graph = kg.build("article.txt")                 # reads, links, writes output/
    graph = kg.open("output")                       # or opens what was built before
    graph                                           # in a notebook: the explorer
    kg.query(graph, "about", entity="Huawei")       # SPARQL, a file, or a named question
    kg.explain(graph, "0357558a92ee")               # a fact with every sentence that states it
    kg.export(graph, "ttl", "graph.ttl")
    kg.view(graph, "graph.html")
    kg.stats(graph)

Everything runs on this machine; nothing is asked of the network.
"""

from collections.abc import Iterable as _Iterable
from pathlib import Path as _Path
from typing import IO as _IO

# The packages first: a function below takes the name of each.
import kg.build
import kg.export
import kg.query
import kg.view  # noqa: F401
from kg.build import Explanation, KnowledgeGraph, Options, Progress, Statistics, build_output, remove_article
from kg.errors import KgError
from kg.export import to_networkx, to_pandas
from kg.ingest import Defaults
from kg.query import QueryResult

__version__ = "0.1.0"
SAMPLES = _Path(__file__).parent / "samples"  # eight articles that come with kg

__all__ = [
    "SAMPLES",
    "Explanation",
    "KgError",
    "KnowledgeGraph",
    "QueryResult",
    "Statistics",
    "build",
    "explain",
    "export",
    "open",
    "query",
    "remove",
    "stats",
    "to_networkx",
    "to_pandas",
    "view",
]

_Articles = str | _Path | _Iterable[str | _Path]


def build(
    articles: _Articles,
    output: str | _Path = "output",
    *,
    fresh: bool = False,
    skip_bad: bool = False,
    workers: int = 1,
    language: str | None = None,
    published: str | None = None,
    extractor: str | None = None,
    min_confidence: float | None = None,
    derived: bool | None = None,
    progress: Progress | None = None,
) -> KnowledgeGraph:
    """Read articles into the graph of an output folder, reading only what is new or changed.

    Args:
        articles: Files or folders: .txt (first line = title), .jsonl, .jsonl.gz.
        fresh: Forget what the folder holds; otherwise the articles are added to it.
        skip_bad: Leave out inputs that cannot be read; `graph.report.skipped` tells which.
        workers: Processes that read; more than one needs `if __name__ == "__main__":` in a script.
        language: Of articles that do not say, "fr" or "en"; None: found out.
        published: ISO date of articles that do not say; "mardi" counts from there.
        extractor: Name of an installed extractor, or "module:factory"; at first "rules". The output keeps this and the
            next two for later builds: None is as before.
        min_confidence: Leave out facts less sure than this; `graph.at_least(0.8)` does so later, for a look.
        derived: Store also what follows by rules, in a graph of its own.
        progress: Told stage ("read", "write"), how much is done, and of how much.

    Raises:
        KgError: something is at fault; what the folder held is untouched.
    """
    paths = [articles] if isinstance(articles, str | _Path) else list(articles)
    options = Options(
        extractor=extractor,
        workers=workers,
        skip_bad=skip_bad,
        fresh=fresh,
        min_confidence=min_confidence,
        derived=derived,
        defaults=Defaults(language=language, published=published),
    )
    told = (progress,) if progress else ()
    report = build_output(paths, _Path(output), options, *told)
    return KnowledgeGraph(_Path(output), report=report)


def open(output: str | _Path = "output") -> KnowledgeGraph:
    """Open the graph that `build` wrote: a snapshot that later builds do not change.

    Raises:
        StoreError: there is none.
    """
    return KnowledgeGraph(_Path(output))


def remove(article: str, output: str | _Path = "output") -> KnowledgeGraph:
    """Take an article, given by name or id, out of the graph.

    Raises:
        StoreError: there is no such article.
    """
    return KnowledgeGraph(_Path(output), report=remove_article(article, _Path(output), Options()))


def query(graph: KnowledgeGraph, question: str | _Path, **arguments: str) -> QueryResult:
    """Ask SPARQL, a file that ends in .rq, or a named question with its arguments.

    Raises:
        QueryError: it cannot be answered.
    """
    return graph.query(question, arguments)


def export(graph: KnowledgeGraph, format_: str, target: str | _Path | _IO[str]) -> None:
    """Write the graph in a format: "ttl", "trig", "nt", "nq", "jsonld", "jsonl", "csv", "graphml"….

    Raises:
        ExportError: there is no such format, or the target cannot be written.
    """
    graph.export(format_, target)


def view(
    graph: KnowledgeGraph,
    target: str | _Path = "graph.html",
    *,
    engine: str = "explorer",
    language: str | None = None,
    title: str | None = None,
) -> _Path:
    """Write the graph as one page for the browser, and return where.

    Args:
        engine: "explorer" or "pyvis".
        language: Of the page, "fr" or "en"; None: that of most articles.
        title: Of the page; None: the headline of one article, or the most central names of several.

    Raises:
        ViewError: there is no such engine, or the file cannot be written.
    """
    return graph.view(_Path(target), engine=engine, language=language, title=title)


def stats(graph: KnowledgeGraph) -> Statistics:
    """Count entities by type, facts by status and by relation."""
    return graph.statistics()


def explain(graph: KnowledgeGraph, fact: str) -> Explanation:
    """Return a fact, given by id or IRI, with every sentence that states it.

    Raises:
        QueryError: there is no such fact.
    """
    return graph.explain(fact)
