"""How a graph shows itself in a notebook: the explorer in a sandboxed frame, a still picture and a line beside it."""

import html

from kg.model import Graph
from kg.view.appearance import counted, load_words
from kg.view.page import explorer_page
from kg.view.picture import svg_picture

FRAME_HEIGHT = 640  # pixels
MOST = 2_000_000  # bytes of a page that is put into a notebook; above it only the picture is


def mime_bundle(graph: Graph, *, title: str, language: str = "fr") -> dict[str, str]:
    """Return the forms of a graph by media type, for `_repr_mimebundle_`.

    The page stands in the `srcdoc` of a frame: a frame with a file's address stays empty in VS Code and Colab, and bare
    HTML would change the notebook's own style. The picture remains where scripts are cut out (GitHub, PDF).

    Raises:
        ViewError: the interface does not speak this language.
    """
    picture = svg_picture(graph, title=title, language=language)
    page = explorer_page(graph, title=title, language=language)
    shown = _frame(page, title) if len(page.encode("utf-8")) <= MOST else picture
    return {"text/html": shown, "image/svg+xml": picture, "text/plain": summary(graph, title=title, language=language)}


def summary(graph: Graph, *, title: str, language: str = "fr") -> str:
    """Return one line: the title, and how much there is."""
    numbers = (len(graph.articles), "sources_n"), (len(graph.entities), "entities_n"), (len(graph.facts), "facts_n")
    counts = ", ".join(counted(number, key, language) for number, key in numbers)
    return load_words()[language]["told_as"].format(a=title, b=counts)


def _frame(page: str, title: str) -> str:
    return (
        f'<iframe title="{html.escape(title)}" srcdoc="{html.escape(page)}" width="100%" height="{FRAME_HEIGHT}" '
        'sandbox="allow-scripts allow-downloads allow-popups" style="border:0;border-radius:8px"></iframe>'
    )
