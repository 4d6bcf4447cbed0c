"""A graph arrives whole in other people's stores."""

import http.server
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from pathlib import Path
from typing import ClassVar

import pytest

from kg.errors import ExportError
from kg.export.push import mirror, push
from kg.export.remote import Remote, query_address
from kg.graph.derive import derive
from kg.graph.encode import encode
from kg.graph.iris import Iris
from kg.graph.store import open_store
from tests.cli.running import kg
from tests.query.press import the_press

QUADS = set(encode(the_press()))
ABOUT = {quad for quad in QUADS if quad.subject.value == Iris().base}  # what tells that kg wrote a graph


def a_free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@pytest.fixture(scope="module")
def oxigraph(tmp_path_factory):
    binary = shutil.which("oxigraph") or Path(sys.executable).with_name("oxigraph")
    if not Path(binary).exists():
        pytest.skip("the oxigraph server is not installed: pip install oxigraph")
    port = a_free_port()
    folder = tmp_path_factory.mktemp("oxigraph")
    command = [str(binary), "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _wait_for(port)
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait()


@pytest.fixture(scope="module")
def virtuoso(tmp_path_factory):
    binary = shutil.which("virtuoso-t")
    if binary is None:
        pytest.skip("Virtuoso is not installed: apt-get install virtuoso-opensource-7")
    folder, port, inner = tmp_path_factory.mktemp("virtuoso"), a_free_port(), a_free_port()
    (folder / "virtuoso.ini").write_text(
        f"[Database]\nDatabaseFile = v.db\nErrorLogFile = v.log\nLockFile = v.lck\nTransactionFile = v.trx\n"
        f"xa_persistent_file = v.pxa\nFileExtend = 200\n[TempDatabase]\nDatabaseFile = t.db\nTransactionFile = t.trx\n"
        f"[Parameters]\nServerPort = {inner}\nNumberOfBuffers = 10000\n[HTTPServer]\nServerPort = {port}\n"
        f"ServerRoot = {folder}\n[SPARQL]\nResultSetMaxRows = 100000\n"
    )
    process = subprocess.Popen([binary, "+foreground", "+wait"], cwd=folder, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)  # fmt: skip
    _wait_for(port, seconds=60)
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait()


def _wait_for(port, seconds=20):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=2).close()
            return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.2)
    pytest.skip("the server does not start here")


@pytest.mark.parametrize("method", ["update", "graph-store"])
@pytest.mark.parametrize("graph", [None, "https://example.org/graph/news"])
def test_a_graph_arrives_in_oxigraph(oxigraph, method, graph):
    """By updates or by the Graph Store Protocol, in small batches, into the default or a named graph."""
    url = f"{oxigraph}/{'update' if method == 'update' else 'store'}"
    remote = Remote(url=url, query_url=f"{oxigraph}/query", method=method)
    first = push(the_press(), remote, graph=graph, replace=True, batch=50)
    again = push(the_press(), remote, graph=graph, batch=70)

    assert first.sent == first.counted == again.counted == len(QUADS)


def test_what_was_derived_keeps_its_own_graph(oxigraph):
    """Two graphs there, as here."""
    quads = [*QUADS, *derive(QUADS)]
    remote = Remote(url=f"{oxigraph}/update", query_url=f"{oxigraph}/query")
    pushed = push(quads, remote, replace=True)

    assert pushed.counted == len(quads) > len(QUADS)


def test_a_graph_arrives_in_virtuoso(virtuoso):
    """With a login that the server asks for by Digest."""
    remote = Remote(url=f"{virtuoso}/sparql-graph-crud-auth", query_url=f"{virtuoso}/sparql", method="graph-store",
                    user="dba", password="dba")  # fmt: skip
    pushed = push(the_press(), remote, graph="https://example.org/graph/news", replace=True, batch=200)

    assert pushed.counted == len(QUADS)


@pytest.mark.parametrize("method", ["update", "graph-store"])
def test_a_mirror_holds_what_is_here_and_no_more(oxigraph, method):
    """What an article brought goes with it, derived facts too; the same graph twice is the same graph."""
    url = f"{oxigraph}/{'update' if method == 'update' else 'store'}"
    remote = Remote(url=url, query_url=query_address(url), method=method)
    graph = f"https://example.org/mirror/{method}"
    mirror([*QUADS, *derive(QUADS)], remote, graph=graph)
    few = sorted(QUADS, key=str)[: len(QUADS) // 2]

    for _ in range(2):
        assert mirror([*few, *ABOUT], remote, graph=graph).counted == len({*few, *ABOUT})
        assert not remote.ask(Iris().derived(), "?s ?p ?o")


@pytest.mark.parametrize("method", ["update", "graph-store"])
def test_a_mirror_leaves_alone_what_others_wrote(oxigraph, method):
    """A graph that holds triples, none of them ours, is never emptied."""
    url, graph = f"{oxigraph}/{'update' if method == 'update' else 'store'}", f"https://example.org/others/{method}"
    remote = Remote(url=url, query_url=f"{oxigraph}/query", method=method)
    remote.insert(graph, ["<https://example.org/a> <https://example.org/b> <https://example.org/c> ."])

    with pytest.raises(ExportError, match="holds triples that kg did not write"):
        mirror(the_press(), remote, graph=graph)

    assert remote.count(graph) == 1


@pytest.mark.parametrize("after", [1, 2, 3])
def test_a_mirror_that_was_stopped_goes_on(oxigraph, after):
    """However many batches had arrived."""
    remote = Remote(url=f"{oxigraph}/update", query_url=f"{oxigraph}/query")
    graph = f"https://example.org/stopped/{after}"
    left = iter(range(after))

    def stop(*_):
        if next(left, None) is None:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        mirror(the_press(), remote, graph=graph, batch=50, progress=stop)

    assert 0 < remote.count(graph) < len(QUADS)
    assert mirror(the_press(), remote, graph=graph).counted == len(QUADS)


def test_a_mirror_in_virtuoso(virtuoso):
    """The address of queries is found from that of graphs."""
    url = f"{virtuoso}/sparql-graph-crud-auth"
    remote = Remote(url=url, query_url=query_address(url), method="graph-store", user="dba", password="dba")
    mirror(QUADS, remote, graph="https://example.org/graph/mirror", batch=200)
    few = sorted(QUADS, key=str)[: len(QUADS) // 2]

    pushed = mirror([*few, *ABOUT], remote, graph="https://example.org/graph/mirror", batch=200)

    assert pushed.counted == len({*few, *ABOUT})


@pytest.mark.parametrize(
    ("url", "queries"),
    [
        ("http://h/update", "http://h/query"),
        ("http://h/ds/data", "http://h/ds/query"),
        ("http://h/sparql-graph-crud-auth", "http://h/sparql"),
        ("http://h/repositories/news", "http://h/repositories/news"),
    ],
)
def test_the_address_of_queries_is_found_from_that_of_updates(url, queries):
    """As the usual stores lay them out."""
    assert query_address(url) == queries


def test_a_build_writes_the_store_elsewhere_too(oxigraph, tmp_path):
    """Each build leaves there what it leaves here; one that changes nothing sends it again."""
    into = ("--store", f"{oxigraph}/update", "--into", "https://example.org/built")
    remote = Remote(url=f"{oxigraph}/update", query_url=f"{oxigraph}/query")
    for number, text in enumerate(["Alba founded Orvella.", "Boris founded Nordane."]):
        (tmp_path / f"{number}.txt").write_text(f"Title {number}\n\n{text}\n")
        for _ in range(2):
            done = kg("build", tmp_path / f"{number}.txt", "-o", tmp_path / "output", *into)
            here = len(open_store(tmp_path / "output" / "store"))

            assert done.code == 0, done.err
            assert remote.count("https://example.org/built") == here
            assert f"there are {here} there" in done.err


def test_a_build_whose_store_elsewhere_fails_keeps_the_output(tmp_path):
    """One line, exit code 2, and the graph is here; an address that is none is refused before any article is read."""
    (tmp_path / "a.txt").write_text("Title\n\nAlba founded Orvella.\n")
    closed = f"http://127.0.0.1:{a_free_port()}/update"
    done = kg("build", tmp_path / "a.txt", "-o", tmp_path / "output", "-q", "--store", closed)
    mistyped = kg("build", tmp_path / "a.txt", "-o", tmp_path / "other", "--store", "localhost:7878")

    assert (done.code, mistyped.code) == (2, 2)
    assert done.err.count("\n") == mistyped.err.count("\n") == 1
    assert "cannot be reached" in done.err
    assert "the same command sends it again" in done.err
    assert len(open_store(tmp_path / "output" / "store")) > 0
    assert "is no http address" in mistyped.err
    assert not (tmp_path / "other").exists()


class Moody(http.server.BaseHTTPRequestHandler):
    """A server that is busy at first, wants a login, and counts."""

    requests: ClassVar[list] = []

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        Moody.requests.append(self.headers.get("Authorization"))
        status = {"/busy": 503, "/locked": 401, "/wrong": 400}.get(self.path, 204)
        if self.path == "/busy" and len(Moody.requests) > 1:
            status = 204
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_GET(self):
        body = b'{"results": {"bindings": [{"n": {"value": "3"}}]}}'
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture
def moody():
    Moody.requests.clear()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Moody)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def test_a_busy_store_is_asked_again(moody):
    """One 503 is no failure."""
    assert push(the_press(), Remote(url=f"{moody}/busy")).counted is None
    assert len(Moody.requests) == 2


def test_a_token_is_sent(moody):
    """As Bearer."""
    push(the_press(), Remote(url=f"{moody}/fine", token="secret"))

    assert Moody.requests == ["Bearer secret"]


@pytest.mark.parametrize(
    ("path", "more", "message"),
    [
        ("/locked", {}, "answers 401"),
        ("/wrong", {}, "answers 400"),
        ("/fine", {"query_url": True}, f"counts 3 triples where {len(QUADS)} were sent"),
        ("/fine", {"method": "ftp"}, "there is no method 'ftp'"),
    ],
)
def test_what_goes_wrong_is_said_in_one_line(moody, path, more, message):
    """A refusal, a wrong login, or triples that did not arrive."""
    if more.get("query_url"):
        more = {"query_url": f"{moody}/query"}

    with pytest.raises(ExportError, match=message):
        push(the_press(), Remote(url=moody + path, **more))


@pytest.mark.parametrize(
    ("url", "message"),
    [("http://127.0.0.1:9/update", "cannot be reached"), ("file:///etc/passwd", "is no http address")],
)
def test_an_address_that_is_none_is_said_in_one_line(url, message):
    """No traceback, and no other kind of address."""
    with pytest.raises(ExportError, match=message):
        push(the_press(), Remote(url=url))


def test_a_graph_name_cannot_change_the_update(moody):
    """The name of a graph is an IRI or nothing."""
    with pytest.raises(ExportError, match="is no IRI"):
        push(the_press(), Remote(url=f"{moody}/fine"), graph="http://a> {} } ; DROP ALL #")
