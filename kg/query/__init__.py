"""Questions to the graph: SPARQL, named questions, search."""

from kg.query.catalogue import ask, catalogue, find_entity, no_such_question
from kg.query.result import GRAPH_FORMATS, ROW_FORMATS, QueryResult
from kg.query.run import run_query

__all__ = [
    "GRAPH_FORMATS", "ROW_FORMATS", "QueryResult", "ask", "catalogue", "find_entity", "no_such_question", "run_query",
]  # fmt: skip
