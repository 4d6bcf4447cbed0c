"""The SPARQL 1.1 Protocol, status by status and format by format, over a real socket."""

import concurrent.futures
import json
import socket
import time
import urllib.parse

import httpx
import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, TURTLE, XML, SPARQLWrapper

from kg.graph.store import create_store
from tests.builders import a_graph
from tests.query.press import the_press
from tests.server.running import a_server

WHO = "SELECT ?who WHERE { ?who nkg:founded ?what }"
IRI = "https://w3id.org/newskg/id/mina-duval"
SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a (!<x:x>|^(!<x:x>))* ?b . ?b (!<x:x>|^(!<x:x>))* ?c . ?d ?e ?f }"
HUNGRY = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a"


@pytest.fixture(scope="module")
def url(tmp_path_factory):
    folder = tmp_path_factory.mktemp("served") / "graph"
    create_store(folder, the_press())
    with a_server(folder, seconds=1.5, rows=1000, memory_bytes=3 << 30) as address:
        yield address


def get(url, query, accept=None, **more):
    return httpx.get(url, params={"query": query, **more}, headers={"Accept": accept} if accept else {}, timeout=30)


@pytest.mark.parametrize(
    ("accept", "media", "words"),
    [
        (None, "application/sparql-results+json", f'"value": "{IRI}"'),
        ("*/*", "application/sparql-results+json", IRI),
        ("application/sparql-results+json", "application/sparql-results+json", IRI),
        ("application/json", "application/json", IRI),
        ("application/sparql-results+xml", "application/sparql-results+xml", f"<uri>{IRI}</uri>"),
        ("text/csv", "text/csv; charset=utf-8", f"who\r\n{IRI}\r\n"),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8", f"?who\n<{IRI}>\n"),
        ("text/html, application/xml;q=0.9, */*;q=0.8", "application/xml", IRI),
        ("text/csv;q=0.5, application/sparql-results+xml;q=0.6", "application/sparql-results+xml", IRI),
        ("text/*", "text/csv; charset=utf-8", IRI),
        ("application/sparql-results+json;q=0, */*;q=0.1", "application/json", IRI),
    ],
)
def test_rows_are_given_as_the_client_likes_them(url, accept, media, words):
    """GET, and the Accept header decides."""
    answer = get(url, WHO, accept)

    assert (answer.status_code, answer.headers["content-type"]) == (200, media)
    assert words in answer.text


@pytest.mark.parametrize(
    ("accept", "media", "format_"),
    [
        (None, "text/turtle; charset=utf-8", "turtle"),
        ("text/turtle", "text/turtle; charset=utf-8", "turtle"),
        ("application/n-triples", "application/n-triples", "nt"),
        ("application/ld+json", "application/ld+json", "json-ld"),
        ("application/rdf+xml", "application/rdf+xml", "xml"),
    ],
)
def test_triples_are_given_as_the_client_likes_them(url, accept, media, format_):
    """CONSTRUCT answers in the formats of graphs."""
    answer = get(url, "CONSTRUCT { ?who nkg:founded ?what } WHERE { ?who nkg:founded ?what }", accept)

    assert (answer.status_code, answer.headers["content-type"]) == (200, media)
    assert len(rdflib.Graph().parse(data=answer.text, format=format_)) == 1


def test_a_form_may_be_posted(url):
    """POST with URL-encoded parameters."""
    answer = httpx.post(url, data={"query": WHO})

    assert answer.json()["results"]["bindings"][0]["who"]["value"] == IRI


def test_a_query_may_be_posted_directly(url):
    """POST with the query as body; accents in it are UTF-8."""
    query = 'SELECT ?x { VALUES ?x { "é" } }'
    answer = httpx.post(url, content=query.encode(), headers={"Content-Type": "application/sparql-query"})

    assert answer.json()["results"]["bindings"][0]["x"]["value"] == "é"


def test_ask_answers_yes_or_no(url):
    """ASK has a body of its own."""
    assert get(url, "ASK { ?who nkg:founded ?what }").json() == {"head": {}, "boolean": True}


def test_the_service_says_what_it_is(url):
    """Without a query, the service description comes, in the format that is liked."""
    for accept, format_ in ((None, "turtle"), ("application/ld+json", "json-ld"), ("text/html", "turtle")):
        answer = httpx.get(url, headers={"Accept": accept} if accept else {})
        graph = rdflib.Graph().parse(data=answer.text, format=format_)
        language = rdflib.URIRef("http://www.w3.org/ns/sparql-service-description#supportedLanguage")
        assert graph.value(rdflib.URIRef(url), language)


@pytest.mark.parametrize(
    ("status", "words", "ask"),
    [
        (400, "is not SPARQL", lambda url: get(url, "SELECT WHERE")),
        (400, "The query is empty", lambda url: get(url, " ")),
        (400, "more than one query", lambda url: httpx.get(url + "?query=ASK{}&query=ASK{}")),
        (400, "no query", lambda url: httpx.post(url, data={"nothing": "x"})),
        (400, "INSERT would change", lambda url: get(url, "INSERT DATA { <a:a> <a:b> <a:c> }")),
        (400, "no update here", lambda url: httpx.post(url, data={"update": "CLEAR ALL"})),
        (400, "SERVICE would ask", lambda url: get(url, "SELECT * { SERVICE <http://a/> { ?s ?p ?o } }")),
        (400, "not URL-encoded UTF-8", lambda url: httpx.get(url + "?query=%FF%FE")),
        (400, "not UTF-8", lambda url: httpx.post(
            url, content=b"ASK { <a:\xff> ?p ?o }", headers={"Content-Type": "application/sparql-query"})),
        (400, "is not SPARQL", lambda url: get(url, WHO, **{"default-graph-uri": "not an iri"})),
        (405, "", lambda url: httpx.put(url, content=b"x")),
        (405, "", lambda url: httpx.delete(url)),
        (406, "None of image/png can be given", lambda url: get(url, WHO, "image/png")),
        (406, "None of text/turtle", lambda url: get(url, WHO, "text/turtle")),
        (406, "None of text/csv", lambda url: get(url, "DESCRIBE e:orvella", "text/csv")),
        (413, "A query may have", lambda url: httpx.post(
            url, content=b"#" * 1_100_000, headers={"Content-Type": "application/sparql-query"})),
        (415, "is not understood", lambda url: httpx.post(
            url, content=b"x", headers={"Content-Type": "application/sparql-update"})),
        (415, "is not understood", lambda url: httpx.post(url, content=b"x", headers={"Content-Type": "text/plain"})),
        (421, "only to its own names", lambda url: httpx.get(url, headers={"Host": "evil.example"})),
        (421, "only to its own names", lambda url: httpx.get(url, headers={"Host": "localhost.evil.example:80"})),
        (404, "", lambda url: httpx.get(url + "/../etc/passwd")),
        (422, "gives more than 1000 rows", lambda url: get(url, "SELECT * { ?a ?b ?c . ?d ?e ?f }")),
        (504, "takes longer than 1.5 s", lambda url: get(url, SLOW)),
    ],
)  # fmt: skip
def test_what_is_wrong_has_its_status_and_one_line(url, status, words, ask):
    """Never a cut body, never 200, never a traceback."""
    answer = ask(url)

    assert answer.status_code == status
    assert words in answer.text
    assert "Traceback" not in answer.text
    assert "kg query --help" not in answer.text
    if status == 405:
        assert {"GET", "POST"} <= set(answer.headers["allow"].split(", "))


def test_the_dataset_may_be_chosen(url):
    """default-graph-uri takes what was read, or nothing, or what was derived."""
    read = "https://w3id.org/newskg/graph/read"

    assert get(url, WHO, **{"default-graph-uri": read}).json()["results"]["bindings"]
    assert not get(url, WHO, **{"default-graph-uri": "https://w3id.org/newskg/graph/derived"}).json()["results"][
        "bindings"
    ]


def test_one_slow_query_does_not_block_the_others(url):
    """A quick query is answered while a slow one runs, and after it was stopped."""
    with concurrent.futures.ThreadPoolExecutor() as pool:
        slow = pool.submit(get, url, SLOW)
        time.sleep(0.3)
        started = time.monotonic()
        assert get(url, WHO).status_code == 200
        took = time.monotonic() - started
        assert slow.result().status_code == 504

    assert took < 1.0
    assert get(url, WHO).status_code == 200


def test_many_slow_queries_do_not_block_a_quick_one(url):
    """Three times as many as workers: the quick one is answered soon, the others run their time or make way."""
    with concurrent.futures.ThreadPoolExecutor(6) as pool:
        slow = [pool.submit(get, url, SLOW) for _ in range(6)]
        time.sleep(0.2)
        started = time.monotonic()
        assert get(url, WHO).status_code == 200
        took = time.monotonic() - started
    answers = [future.result() for future in slow]

    assert took < 3.0  # one after the other, they would take 4.5 s
    assert {a.status_code for a in answers} == {503, 504}
    assert all(int(a.headers["Retry-After"]) > 0 for a in answers if a.status_code == 503)


@pytest.mark.parametrize("query", [ENDLESS, HUNGRY])
def test_greedy_queries_are_stopped_and_told(url, query):
    """Endless paths and answers that do not fit the memory end with a status that says so."""
    assert get(url, query).status_code in (422, 504)
    assert get(url, WHO).status_code == 200


def test_fifty_clients_are_all_answered(url):
    """Nobody is dropped when many ask at once, and a bad query among them hurts only itself."""
    with concurrent.futures.ThreadPoolExecutor(50) as pool:
        answers = list(pool.map(lambda n: get(url, WHO if n % 10 else "SELEC"), range(100)))

    assert [a.status_code for a in answers] == [200 if n % 10 else 400 for n in range(100)]


def test_slow_clients_do_not_hold_up_the_others(url):
    """Connections that send half a request and wait cost the others nothing."""
    host, port = urllib.parse.urlsplit(url).netloc.split(":")
    held = [socket.create_connection((host, int(port))) for _ in range(50)]
    for connection in held:
        connection.sendall(b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n")
    try:
        assert get(url, WHO).status_code == 200
    finally:
        for connection in held:
            connection.close()


@pytest.mark.parametrize(("format_", "kind"), [(JSON, dict), (CSV, bytes), (XML, object)])
def test_sparqlwrapper_works(url, format_, kind):
    """A client that many use, in its formats, by GET and by POST."""
    for method in ("GET", "POST"):
        client = SPARQLWrapper(url)
        client.setMethod(method)
        client.setQuery("PREFIX nkg: <https://w3id.org/newskg/ns#> " + WHO)
        client.setReturnFormat(format_)
        answer = client.query().convert()
        assert isinstance(answer, kind)


def test_sparqlwrapper_gets_turtle(url):
    """CONSTRUCT through the same client."""
    client = SPARQLWrapper(url)
    client.setQuery("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o . ?s <https://w3id.org/newskg/ns#founded> ?o }")
    client.setReturnFormat(TURTLE)

    assert b"founded" in client.query().convert()


def test_rdflib_reads_the_endpoint_as_a_graph(url):
    """rdflib's SPARQLStore sees the same triples as the store itself."""
    graph = rdflib.Graph(SPARQLStore(url, returnFormat="json"))
    founded = rdflib.URIRef("https://w3id.org/newskg/ns#founded")

    assert [str(s) for s in graph.subjects(founded, None)] == [IRI]


def test_a_graph_that_is_built_anew_is_served_from_then_on(tmp_path):
    """The server need not be started again, and never shows half of a graph."""
    create_store(tmp_path / "graph", the_press())
    with a_server(tmp_path / "graph") as address:
        before = get(address, WHO).json()["results"]["bindings"]
        create_store(tmp_path / "graph", a_graph())
        after = get(address, WHO).json()["results"]["bindings"]

    assert (len(before), after) == (1, [])


def test_curl_style_requests_need_no_headers(url):
    """A bare GET with a query is enough, and the answer parses."""
    host, port = urllib.parse.urlsplit(url).netloc.split(":")
    with socket.create_connection((host, int(port))) as connection:
        target = "/sparql?query=" + urllib.parse.quote(WHO)
        connection.sendall(f"GET {target} HTTP/1.0\r\nHost: {host}:{port}\r\n\r\n".encode())
        received = b"".join(iter(lambda: connection.recv(65536), b""))

    assert json.loads(received.partition(b"\r\n\r\n")[2])["results"]
