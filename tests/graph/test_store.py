"""The store on disk survives whatever stops a writer."""

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.graph.decode import decode
from kg.graph.lock import exclusive_lock
from kg.graph.store import create_store, create_store_of_words, open_store
from kg.graph.triples import to_words
from tests.builders import a_fact, a_graph, an_article, an_entity, an_evidence

ARTICLE = an_article()
GRAPH = a_graph(
    [ARTICLE],
    [an_entity("Orvella", in_=ARTICLE), an_entity("Mina Duval", "Person", in_=ARTICLE)],
    [a_fact("mina-duval", "founded", "orvella", an_evidence(ARTICLE))],
)


def test_a_graph_is_read_back_from_disk(tmp_path):
    """What is written to disk is what is read."""
    create_store(tmp_path / "graph", GRAPH)

    assert decode(open_store(tmp_path / "graph")) == GRAPH


def test_a_missing_store_is_a_plain_sentence(tmp_path):
    """Who asks before building is told to build."""
    with pytest.raises(StoreError, match=r"holds no graph\. Build it with: kg build"):
        open_store(tmp_path)


@pytest.mark.parametrize("pointer", ["", "[]", "{}", '{"format": 1}', "é\x00"])
def test_a_damaged_pointer_is_a_plain_sentence(tmp_path, pointer):
    """A file that somebody spoiled is named, not a traceback."""
    (tmp_path / "store.json").write_text(pointer)

    with pytest.raises(StoreError, match=r"store\.json that cannot be read"):
        open_store(tmp_path)


def test_a_store_of_another_format_is_refused(tmp_path):
    """A newer kg's store is not read as if it were ours."""
    (tmp_path / "store.json").write_text('{"format": 99, "current": "graph-1"}')

    with pytest.raises(StoreError, match="is in format 99; this kg reads format 1"):
        open_store(tmp_path)


def test_a_lost_folder_is_a_plain_sentence(tmp_path):
    """The pointer may name a folder that somebody deleted."""
    (tmp_path / "store.json").write_text('{"format": 1, "current": "graph-7"}')

    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(tmp_path)


def test_a_second_writer_is_refused(tmp_path):
    """One writer at a time, and the other is told why."""
    lock = exclusive_lock(tmp_path / "writer.lock", where="elsewhere")
    with lock, pytest.raises(StoreError, match=f"{tmp_path}: is being written by another process"):
        create_store(tmp_path, GRAPH)


def test_a_reader_keeps_its_snapshot(tmp_path):
    """Writing again does not change the graph under a reader."""
    create_store(tmp_path, GRAPH)
    before = open_store(tmp_path)
    create_store(tmp_path, a_graph())

    assert decode(before) == GRAPH
    assert decode(open_store(tmp_path)) == a_graph()


def test_an_interrupted_writer_leaves_the_old_graph(tmp_path):
    """Ctrl-C in the middle of writing: the old graph is there, and nothing else."""
    create_store(tmp_path, GRAPH)

    def interrupted():
        yield from to_words(open_store(tmp_path))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        create_store_of_words(tmp_path, interrupted())

    assert decode(open_store(tmp_path)) == GRAPH
    assert sorted(p.name for p in tmp_path.iterdir()) == ["graph-1", "store.json", "writer.lock"]


def test_old_graphs_do_not_pile_up(tmp_path):
    """Only the current graph and the one before are kept."""
    for _ in range(4):
        create_store(tmp_path, GRAPH)

    assert sorted(p.name for p in tmp_path.glob("graph-*")) == ["graph-3", "graph-4"]


def test_a_full_disk_is_a_plain_sentence_and_leaves_the_old_graph(tmp_path, monkeypatch):
    """The system's refusal is told, and the old graph stays."""
    create_store(tmp_path, GRAPH)

    def refused():
        yield from to_words(open_store(tmp_path))
        raise OSError(28, "No space left on device")

    with pytest.raises(StoreError, match="No space left on device"):
        create_store_of_words(tmp_path, refused())

    assert decode(open_store(tmp_path)) == GRAPH


def test_kills_leave_a_whole_graph(tmp_path):
    """SIGKILL at any moment of a write: the next reader opens one whole graph, and the next writer goes on."""
    create_store(tmp_path, GRAPH)
    script = textwrap.dedent(
        f"""
        import sys, pathlib
        sys.path.insert(0, {str(Path(__file__).parents[2])!r})
        from kg.graph.store import create_store, open_store
        from kg.graph.decode import decode
        folder = pathlib.Path({str(tmp_path)!r})
        graph = decode(open_store(folder))
        print("ready", flush=True)
        while True:
            create_store(folder, graph)
        """
    )
    for attempt in range(int(os.environ.get("KG_KILLS", "4"))):
        process = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE)
        process.stdout.readline()
        try:
            process.wait(timeout=0.01 + 0.037 * (attempt % 9))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        assert decode(open_store(tmp_path)) == GRAPH
