"""The W3C tests that the engine passes, the endpoint passes too."""

import tarfile
from pathlib import Path

import pyoxigraph
import pytest
from starlette.testclient import TestClient

from kg.graph.store import create_store_of_words
from kg.server import make_app
from tests.server import w3c, w3c_updates

SUITE = Path(__file__).parents[2] / ".." / "shared" / "bench" / "w3c_sparql.tar.xz"
SAFELY = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}  # not in Python 3.11.0 to 3.11.3
ACCEPT = {"csv": "text/csv", "tsv": "text/tab-separated-values", "graph": "application/n-triples"}


@pytest.fixture(scope="module")
def suite(tmp_path_factory):
    if not SUITE.exists():
        pytest.skip("the W3C test suite is not in ../shared/bench")
    folder = tmp_path_factory.mktemp("w3c")
    with tarfile.open(SUITE) as archive:
        archive.extractall(folder, **SAFELY)
    return folder / "sparql" / "sparql11"


@pytest.fixture(scope="module")
def cases(suite):
    return w3c.read_cases(suite)


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


def test_what_the_engine_passes_the_endpoint_passes(cases, tmp_path):
    """Reading, negotiating and writing on the way lose nothing."""
    passed, lost, total, of_engine = 0, [], 0, 0
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
            passed, of_engine = passed + bool(ours), of_engine + bool(engine)
            if engine and not ours:
                lost.append(case.name)
    print(f"\nW3C SPARQL 1.1 query: {total} tests judged; plain pyoxigraph passes {of_engine}, the endpoint {passed}")  # noqa: T201 what this is run for

    assert lost == []
    assert passed >= 300


def after_update(update):
    """What plain pyoxigraph holds after an update; None if it refuses it."""
    store = pyoxigraph.Store()
    store.extend(w3c_updates.quads(update.before))
    try:
        store.update(update.text())
    except (SyntaxError, ValueError, RuntimeError, OSError):
        return None
    return list(store)


def read_back(client):
    """All that the endpoint holds, graph by graph."""
    accept = {"Accept": "application/n-triples"}
    named = client.get("/sparql", params={"query": "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"}).json()
    found = {}
    for graph in (None, *(row["g"]["value"] for row in named["results"]["bindings"])):
        where = "{ ?s ?p ?o }" if graph is None else f"{{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"
        query = {"query": f"CONSTRUCT {{ ?s ?p ?o }} WHERE {where}"}
        body = client.get("/sparql", params=query, headers=accept).content
        triples = w3c.comparable(body, "graph")[1]
        if triples:
            found[graph] = triples
    return found


def test_what_updates_leave_behind_the_endpoint_tells(suite, tmp_path):
    """The endpoint takes no update; what one made of a store, it reads as the test expects, graph by graph."""
    passed, lost, of_engine, total = 0, [], 0, 0
    with TestClient(make_app(tmp_path / "graph", workers=1), base_url="http://localhost") as client:
        create_store_of_words(tmp_path / "graph", ())
        for update in w3c_updates.read_updates(suite):
            total += 1
            wanted = w3c_updates.graphs(w3c_updates.quads(update.after))
            held = after_update(update)
            if held is None or w3c_updates.graphs(held) != wanted:
                continue
            of_engine += 1
            create_store_of_words(tmp_path / "graph", (), iter(held))
            same = read_back(client) == wanted
            passed += same
            lost += [] if same else [update.name]
    print(f"\nW3C SPARQL 1.1 update: {total} tests; plain pyoxigraph passes {of_engine}, the endpoint tells {passed}")  # noqa: T201 what this is run for

    assert lost == []
    assert passed >= 80


def test_no_update_of_the_suite_gets_in(suite, tmp_path):
    """The endpoint is read-only: an update is refused as a form, as a body and as a query, and nothing changes."""
    updates, refused = sorted(suite.rglob("*.ru")), 0
    with TestClient(make_app(tmp_path / "graph", workers=1), base_url="http://localhost") as client:
        create_store_of_words(tmp_path / "graph", ())
        for file in updates:
            text = file.read_bytes()
            answers = [
                client.post("/sparql", data={"update": text.decode()}).status_code,
                client.post("/sparql", content=text, headers={"Content-Type": "application/sparql-update"}).status_code,
                client.post("/sparql", content=text, headers={"Content-Type": "application/sparql-query"}).status_code,
            ]
            refused += answers == [400, 415, 400]
        count = client.get("/sparql", params={"query": "SELECT * { ?s ?p ?o }"}).json()["results"]["bindings"]
    print(f"\nW3C SPARQL 1.1 update: {refused} of {len(updates)} requests refused")  # noqa: T201 what this is run for

    assert refused == len(updates) > 100
    assert count == []
