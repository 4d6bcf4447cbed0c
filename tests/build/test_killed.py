"""A build that is killed loses nothing, and the next one says what became of its work."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kg.build import KnowledgeGraph
from kg.build.output import Output
from tests.build.quickly import A, B, build, results, write

ROOT = Path(__file__).parents[2]


def test_builds_killed_at_random_moments_lose_nothing():
    """The small edition of tests/bench/kill_builds.py, which kills hundreds."""
    command = [sys.executable, str(ROOT / "tests/bench/kill_builds.py"), "--kills", "4", "--aimed", "2"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=300, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 of 6 left something lost" in done.stdout


@pytest.mark.parametrize(
    ("leave", "said"),
    [
        (lambda output: output.work, "what it had read is kept, but for the article that it was reading"),
        (lambda output: output.next / "documents", "were thrown away, what it had read is kept"),
    ],
)
def test_the_next_build_says_what_was_lost(tmp_path, leave, said):
    """And goes on: what had been read is not read again, what was half written is gone."""
    one, other = write(tmp_path / "in", "a.txt", A), write(tmp_path / "in", "b.txt", B)
    build(other, tmp_path / "killed")
    document = next((tmp_path / "killed" / "documents").iterdir())
    build(one, tmp_path / "out")
    folder = leave(Output(tmp_path / "out"))
    folder.mkdir(parents=True, exist_ok=True)
    document.rename(folder / document.name)
    (folder / "half.part").write_text("{")
    report = build([one, other], tmp_path / "out")
    build([one, other], tmp_path / "unbroken")

    assert said in report.unfinished
    assert (report.read, report.resumed, report.kept) == (0, 1, 1)
    assert results(tmp_path / "out") == results(tmp_path / "unbroken")
    assert build([one, other], tmp_path / "out").unfinished == ""


@pytest.mark.parametrize("left", ["gone.json", "store.json"])
def test_a_run_killed_while_it_deletes_leaves_nothing_that_seems_complete(tmp_path, monkeypatch, left):
    """Its results are in place; what it was still deleting is no graph that anybody would try to open."""
    one = write(tmp_path / "in", "a.txt", A)

    def dying(folder, **how):
        if not any(Path(folder).rglob("gone.json")):
            delete(folder, **how)
            return
        for file in Path(folder).rglob("*"):
            if file.is_file() and file.name != left:
                file.unlink()
        raise KeyboardInterrupt

    delete = shutil.rmtree
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "rmtree", dying)
        with pytest.raises(KeyboardInterrupt):
            build(one, tmp_path / "out")
    build(one, tmp_path / "unbroken")

    assert len(KnowledgeGraph(tmp_path / "out").graph.facts) == 1
    assert results(tmp_path / "out") == results(tmp_path / "unbroken")
    assert build(one, tmp_path / "out").kept == 1
    assert not (tmp_path / "out" / ".kg" / "old").exists()
