"""The composition root: the only place where the stages meet."""

from kg.build.explain import Explanation
from kg.build.knowledge_graph import ENGINES, KnowledgeGraph
from kg.build.pipeline import Options, Report, build_output, remove_article
from kg.build.results import Progress
from kg.build.statistics import Statistics, pick_examples

__all__ = [
    "ENGINES",
    "Explanation",
    "KnowledgeGraph",
    "Options",
    "Progress",
    "Report",
    "Statistics",
    "build_output",
    "pick_examples",
    "remove_article",
]
