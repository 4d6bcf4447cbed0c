"""A graph → the results that a user finds in the output folder."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.build.output import JSONL, PAGE, STORE, TURTLE
from kg.export import Source, export
from kg.graph.derive import derive
from kg.graph.iris import DEFAULT_BASE
from kg.graph.store import create_store_of_words
from kg.model import Graph
from kg.view.appearance import LANGUAGES
from kg.view.page import explorer_page
from kg.view.titles import title_of

Progress = Callable[[str, int, int], None]  # stage, done, total
_STEPS = 4


def no_progress(stage: str, done: int, total: int) -> None:
    """Tell nobody."""


def write_results(
    folder: Path, graph: Graph, *, language: str | None, derived: bool = False, progress: Progress = no_progress
) -> None:
    """Write store, Turtle, JSON Lines and page into the folder; what follows by rules (`derived`) is in the store only.

    Raises:
        OSError: the disk is full or refuses.
        KgError: a result cannot be made.
    """
    progress("write", 0, _STEPS)
    source = Source(graph, base=DEFAULT_BASE)
    create_store_of_words(folder / STORE, source.words, derive(source.quads) if derived else ())
    progress("write", 1, _STEPS)
    export(source, "ttl", folder / TURTLE)
    progress("write", 2, _STEPS)
    export(source, "jsonl", folder / JSONL)
    del source
    progress("write", 3, _STEPS)
    page = explorer_page(graph, title=page_title(graph), language=language or page_language(graph))
    (folder / PAGE).write_text(page, "utf-8", newline="\n")
    progress("write", _STEPS, _STEPS)


@contextmanager
def collector_paused() -> Iterator[None]:
    """Let the garbage collector rest: half a million small records without cycles cost it a fifth of the time."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def page_title(graph: Graph) -> str:
    """Return what the page of this graph is called."""
    return title_of(graph)


def page_language(graph: Graph) -> str:
    """Return the language that most of the articles are in, as far as the page speaks it; French if there is a tie."""
    counts = [(sum(a.language == language for a in graph.articles), language) for language in LANGUAGES]
    return max(counts, key=lambda pair: pair[0])[1]
