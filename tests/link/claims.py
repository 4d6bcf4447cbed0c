"""Documents with claims, for tests of linking: "Orvella rachète Alpro", and what a test changes of it."""

from typing import Any

from kg.model import Document, Graph, Period
from tests.builders import a_claim, a_document, a_mention, an_article


def a_bought_b(
    text: str = "Orvella rachète Alpro.",
    first: str = "Orvella",
    second: str = "Alpro",
    language: str = "fr",
    **more: Any,
) -> Document:
    """A document of one claim: that the first bought the second."""
    article = an_article(text, language=language)
    mentions = [a_mention(article, first), a_mention(article, second)]
    return a_document(article, *mentions, claims=[a_claim(article, first, "acquired", second, **more)])


def year(value: str) -> Period:
    """The whole of a year."""
    return Period(value=value, earliest=f"{value}-01-01", latest=f"{value}-12-31", surface=f"en {value}")


def ids(graph: Graph) -> list[str]:
    """The ids of the graph's entities, in its order."""
    return [e.id for e in graph.entities]
