"""A graph → the results that a user finds in the output folder."""

from collections.abc import Callable
from pathlib import Path

from kg.build.output import JSONL, PAGE, STORE, TURTLE
from kg.export import export
from kg.graph.store import create_store
from kg.model import Graph
from kg.view.appearance import LANGUAGES
from kg.view.page import explorer_page

Progress = Callable[[str, int, int], None]  # stage, done, total
_STEPS = 4


def no_progress(stage: str, done: int, total: int) -> None:
    """Tell nobody."""


def write_results(folder: Path, graph: Graph, *, language: str | None, progress: Progress = no_progress) -> None:
    """Write store, Turtle, JSON Lines and page into the folder.

    Raises:
        OSError: the disk is full or refuses.
        KgError: a result cannot be made.
    """
    progress("write", 0, _STEPS)
    create_store(folder / STORE, graph)
    progress("write", 1, _STEPS)
    export(graph, "ttl", folder / TURTLE)
    progress("write", 2, _STEPS)
    export(graph, "jsonl", folder / JSONL)
    progress("write", 3, _STEPS)
    page = explorer_page(graph, title=page_title(graph), language=language or page_language(graph))
    (folder / PAGE).write_text(page, "utf-8", newline="\n")
    progress("write", _STEPS, _STEPS)


def page_title(graph: Graph) -> str:
    """Return what the page of this graph is called."""
    if len(graph.articles) == 1:
        return graph.articles[0].title or graph.articles[0].name
    return f"{len(graph.articles)} articles"


def page_language(graph: Graph) -> str:
    """Return the language that most of the articles are in, as far as the page speaks it; French if there is a tie."""
    counts = [(sum(a.language == language for a in graph.articles), language) for language in LANGUAGES]
    return max(counts, key=lambda pair: pair[0])[1]
