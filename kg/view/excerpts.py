"""A graph to publish: only the sentences that show facts, not the whole articles of others."""

from dataclasses import replace

from kg.model import Article, Graph, Span

GAP = "…"


def keep_sentences(graph: Graph) -> Graph:
    """Return the graph with all else in the articles blanked; every offset stays where it was."""
    shown: dict[str, list[Span]] = {}
    for fact in graph.facts:
        for evidence in fact.evidence:
            shown.setdefault(evidence.article, []).append(evidence.sentence)
    return replace(graph, articles=tuple(_blanked(each, shown.get(each.id, [])) for each in graph.articles))


def _blanked(article: Article, shown: list[Span]) -> Article:
    characters = [each if each == "\n" else " " for each in article.text]
    start = 0
    for span in [*sorted(shown), Span(len(article.text), len(article.text))]:
        if article.text[start : span.start].strip():
            first = next(place for place in range(start, span.start) if not article.text[place].isspace())
            characters[first] = GAP
        characters[span.start : span.end] = article.text[span.start : span.end]
        start = max(start, span.end)
    return replace(article, text="".join(characters))
