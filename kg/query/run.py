"""One query over one store."""

from collections.abc import Mapping, Sequence
from itertools import islice

from pyoxigraph import DefaultGraph, NamedNode, QueryBoolean, QueryTriples, Store, Variable

from kg.errors import QueryError
from kg.graph import vocabulary as v
from kg.graph.iris import Iris, base_in
from kg.query.guard import check_read_only
from kg.query.mistakes import syntax_error
from kg.query.result import QueryResult, Term


class TooManyRowsError(QueryError):
    """An answer that is larger than allowed."""


def run_query(
    store: Store,
    text: str,
    *,
    bindings: Mapping[str, Term] | None = None,
    max_rows: int | None = None,
    default_graph: Sequence[str] = (),
    named_graphs: Sequence[str] = (),
) -> QueryResult:
    """Run a SPARQL query.

    Our prefixes need not be declared. The default graph holds what was read; what rules derived lies in a named graph.

    Args:
        bindings: Terms for variables; each must be in the SELECT list.
        max_rows: More rows or triples than that are refused, never cut.
        default_graph: IRIs of graphs to see as the default graph (the protocol's default-graph-uri); BASE/graph/read
            stands for what was read, BASE/graph/derived for what was derived.
        named_graphs: IRIs of the graphs that GRAPH may see.

    Raises:
        QueryError: the text is no query, or wants to change something.
        TooManyRowsError: it gives more than `max_rows`.
    """
    check_read_only(text)
    prefixes = all_prefixes(store)
    try:
        options = _dataset(store, default_graph, named_graphs)
        if bindings:
            options["substitutions"] = {Variable(name): term for name, term in bindings.items()}
        answer = store.query(text, prefixes=prefixes, **options)  # type: ignore[arg-type]
        if isinstance(answer, QueryBoolean):
            return QueryResult(boolean=bool(answer), prefixes=prefixes)
        found = list(islice(answer, None if max_rows is None else max_rows + 1))
    except SyntaxError as error:
        raise syntax_error(text, prefixes) from error
    except ValueError as error:
        raise QueryError(f"is not SPARQL: {_one_line(error)}", remedy="Look at its IRIs.") from error
    except (RuntimeError, OSError) as error:
        raise QueryError(f"cannot be answered: {_one_line(error)}", remedy="Simplify the query.") from error
    if max_rows is not None and len(found) > max_rows:
        raise TooManyRowsError(f"gives more than {max_rows} rows", remedy="Add a LIMIT, or ask for less.")
    if isinstance(answer, QueryTriples):
        return QueryResult(triples=tuple(dict.fromkeys(found)), prefixes=prefixes)
    variables = tuple(variable.value for variable in answer.variables)
    rows = tuple(tuple(solution[n] for n in range(len(variables))) for solution in found)
    return QueryResult(variables=variables, rows=rows, prefixes=prefixes)


def _dataset(store: Store, default_graph: Sequence[str], named_graphs: Sequence[str]) -> dict[str, object]:
    if not default_graph and not named_graphs:
        return {}
    read = f"{base_of(store)}/graph/read"  # the default graph has no IRI of its own
    return {
        "default_graph": [DefaultGraph() if iri == read else NamedNode(iri) for iri in default_graph],
        "named_graphs": [NamedNode(iri) for iri in named_graphs],
    }


def base_of(store: Store) -> str:
    """Return what the IRIs of a graph start with, as the graph itself says."""
    return base_in(store.quads_for_pattern(None, v.URI_SPACE, None, DefaultGraph()))


def all_prefixes(store: Store) -> dict[str, str]:
    """Return the prefixes that a query need not declare."""
    return {**v.PREFIXES, **Iris(base_of(store)).prefixes()}


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())
