"""The W3C tests that the engine passes, the endpoint passes too."""

import tarfile
from pathlib import Path

import pyoxigraph
import pytest
from starlette.testclient import TestClient

from kg.graph.store import create_store_of_words
from kg.server import make_app
from tests.server import w3c

SUITE = Path(__file__).parents[2] / ".." / "shared" / "bench" / "w3c_sparql.tar.xz"
ACCEPT = {"csv": "text/csv", "tsv": "text/tab-separated-values", "graph": "application/n-triples"}


@pytest.fixture(scope="module")
def cases(tmp_path_factory):
    if not SUITE.exists():
        pytest.skip("the W3C test suite is not in ../shared/bench")
    folder = tmp_path_factory.mktemp("w3c")
    with tarfile.open(SUITE) as archive:
        archive.extractall(folder, filter="data")
    return w3c.read_cases(folder / "sparql" / "sparql11")


def by_engine(case, format_):
    """The answer of plain pyoxigraph; None if it refuses the query."""
    store = pyoxigraph.Store()
    store.extend(case.quads())
    try:
        answer = store.query(case.text())
        if isinstance(answer, pyoxigraph.QueryTriples):
            return pyoxigraph.serialize(answer, format=pyoxigraph.RdfFormat.N_TRIPLES)
        formats = {"csv": pyoxigraph.QueryResultsFormat.CSV, "tsv": pyoxigraph.QueryResultsFormat.TSV}
        return answer.serialize(format=formats.get(format_, pyoxigraph.QueryResultsFormat.JSON))
    except (SyntaxError, ValueError, RuntimeError):
        return None


def passes(case, body):
    """Whether an answer (None: refused) is what the test expects; None if the harness cannot tell."""
    if case.kind == "PositiveSyntaxTest11":
        return body is not None
    if case.kind == "NegativeSyntaxTest11":
        return body is None
    wanted = w3c.expected(case)
    return None if wanted is None else body is not None and w3c.comparable(body, format_of(case, wanted)) == wanted


def format_of(case, wanted):
    if wanted[0] == "graph":
        return "graph"
    return case.result.suffix[1:] if case.result.suffix in (".csv", ".tsv") else "json"


def test_what_the_engine_passes_the_endpoint_passes(cases, tmp_path, record_property):
    """Reading, negotiating and writing on the way lose nothing."""
    passed, lost, total = 0, [], 0
    with TestClient(make_app(tmp_path / "graph", workers=1), base_url="http://localhost") as client:
        create_store_of_words(tmp_path / "graph", ())
        for case in cases:
            wanted = None if case.result is None else w3c.expected(case)
            format_ = "json" if wanted is None else format_of(case, wanted)
            engine = passes(case, by_engine(case, format_))
            if engine is None:
                continue
            total += 1
            if case.result is not None:
                create_store_of_words(tmp_path / "graph", (), case.quads())
            headers = {"Accept": ACCEPT.get(format_, "*/*"), "Content-Type": "application/sparql-query"}
            if case.result is None:
                headers["Accept"] = "*/*"
            answer = client.post("/sparql", content=case.text().encode(), headers=headers)
            ours = passes(case, answer.content if answer.status_code == 200 else None)
            passed += bool(ours)
            if engine and not ours:
                lost.append(case.name)
    record_property("w3c", f"{passed} of {total}")

    assert lost == []
    assert passed >= 300
