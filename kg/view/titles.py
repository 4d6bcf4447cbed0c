"""What a page is called when nobody says."""

from kg.analyse import find_pagerank, project
from kg.model import Graph

NAMED = 4  # entities in the title of several articles


def title_of(graph: Graph) -> str:
    """Return the headline of one article, or the most central entities of several."""
    if len(graph.articles) == 1:
        return graph.articles[0].title or graph.articles[0].name
    ranks = find_pagerank(project(graph))
    labels = {entity.id: entity.label for entity in graph.entities}
    main = sorted(ranks, key=lambda each: (-ranks[each], each))[:NAMED]
    return " · ".join(labels[each] for each in main) or f"{len(graph.articles)} articles"
