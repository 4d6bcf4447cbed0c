"""What the graph is like as a network: centrality, communities, contradictions, positions."""

from kg.analyse.contradictions import find_contradictions
from kg.analyse.layout import lay_out_all, lay_out_few
from kg.analyse.measures import count_degrees, find_communities, find_pagerank
from kg.analyse.projection import Network, project

__all__ = [
    "Network",
    "count_degrees",
    "find_communities",
    "find_contradictions",
    "find_pagerank",
    "lay_out_all",
    "lay_out_few",
    "project",
]
