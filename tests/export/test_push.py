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
from kg.export.push import Remote, push
from kg.graph.derive import derive
from kg.graph.encode import encode
from tests.query.press import the_press

QUADS = set(encode(the_press()))


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
