"""The graph as pandas tables: entities, facts, evidence."""

from typing import TYPE_CHECKING

from kg.errors import ExportError
from kg.export.jsonl import to_records
from kg.graph.iris import DEFAULT_BASE
from kg.model import Graph

if TYPE_CHECKING:
    import pandas


def to_pandas(graph: Graph, *, base: str = DEFAULT_BASE) -> "dict[str, pandas.DataFrame]":
    """Return the tables "articles", "entities", "facts" and "evidence"; `fact` joins evidence to `id` of facts.

    Raises:
        ExportError: pandas is not installed.
    """
    try:
        import pandas
    except ImportError as error:
        raise ExportError("pandas is not installed", remedy="Install it with: pip install pandas") from error
    tables: dict[str, list[dict[str, object]]] = {"articles": [], "entities": [], "facts": [], "evidence": []}
    for record in to_records(graph, base=base):
        kind = record.pop("kind")
        if kind == "article":
            tables["articles"].append(record)
        elif kind == "entity":
            tables["entities"].append({**record, "mentions": len(record["mentions"])})
        elif kind == "fact":
            evidence, object_ = record.pop("evidence"), record["object"]
            tables["evidence"] += [{"fact": record["id"], **place} for place in evidence]
            if isinstance(object_, dict):
                record.update(object=object_["value"], datatype=object_["datatype"])
            record.pop("period")
            tables["facts"].append(
                {"datatype": "entity", **record, "articles": len({e["article_id"] for e in evidence})}
            )
    return {name: pandas.DataFrame(rows) for name, rows in tables.items()}
