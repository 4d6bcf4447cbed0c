"""Whatever goes wrong: one clear line, exit code 2, and the output of before as it was."""

import json
import os
import resource
import shutil
import signal
import subprocess
import time

import pytest

from tests.build.quickly import A, B, build, results, write
from tests.cli.running import command, kg, variables

GERMAN = "Der Bundestag hat am Freitag das Gesetz mit den Stimmen der Koalition beschlossen, teilte er mit."
GOOD = json.dumps({"text": A, "language": "fr"})
BAD_FILES = {
    "empty": ("a.txt", b"", "has no text"),
    "binary": ("a.txt", bytes(range(256)) * 20, "is a binary file"),
    "latin-1": ("a.txt", "L'été à Évian".encode("latin-1"), "seems to be Latin-1"),
    "20 MB": ("a.txt", b"Une phrase de plus. " * 1_000_000, "is too long for one article"),
    "other language": ("a.txt", GERMAN.encode(), "'de', a language that is not read"),
    "line 7": ("a.jsonl", "\n".join([GOOD] * 6 + ['{"text"']).encode(), "a.jsonl:7: is not JSON"),
}


@pytest.fixture
def output(tmp_path):
    """An output that holds one article, and must hold it afterwards."""
    build(write(tmp_path / "before", "before.txt", B), tmp_path / "out")
    return tmp_path / "out"


def everything(output):
    return {
        str(file.relative_to(output)): file.read_bytes()
        for file in sorted(output.rglob("*"))
        if file.is_file() and file.name not in ("lock", "writer.lock") and ".kg/work" not in file.as_posix()
    }


def assert_refused(ran, output, before, problem):
    assert ran.code == 2
    assert ran.out == ""
    assert problem in ran.err
    assert ran.err.startswith("kg: ")
    assert ran.err.count("\n") == 1, ran.err
    assert everything(output) == before
    kept = kg("stats", "-g", output, "--json")
    assert json.loads(kept.out)["articles"] == 1


@pytest.mark.parametrize(("name", "data", "problem"), BAD_FILES.values(), ids=BAD_FILES.keys())
def test_a_bad_file_is_refused(tmp_path, output, name, data, problem):
    """A good article beside it is not taken either: all or nothing, unless --skip-bad is given."""
    before = everything(output)
    (tmp_path / name).write_bytes(data)
    ran = kg("build", write(tmp_path, "good.txt", A), tmp_path / name, "-o", output)

    assert_refused(ran, output, before, problem)


@pytest.mark.parametrize(("path", "problem"), [("none.txt", "no such file or folder"), ("empty", "has no article")])
def test_a_path_without_articles_is_refused(tmp_path, output, path, problem):
    """A mistyped path and an empty folder."""
    before = everything(output)
    (tmp_path / "empty").mkdir()

    assert_refused(kg("build", tmp_path / path, "-o", output), output, before, problem)


def test_a_mistyped_path_leaves_no_folder_behind(tmp_path):
    """Nothing is made before the input is known to be good."""
    assert kg("build", tmp_path / "none.txt", "-o", tmp_path / "new").code == 2
    assert not (tmp_path / "new").exists()


def test_an_output_that_cannot_be_written_is_refused(tmp_path):
    """Below a file no folder can be made, whoever runs it."""
    file = write(tmp_path, "a.txt", A)
    ran = kg("build", file, "-o", file / "out")

    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "cannot be written: Not a directory. Choose another folder with -o." in ran.err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission_is_refused(tmp_path, output):
    """The permissions of the file system."""
    before = everything(output)
    (output / ".kg").chmod(0o500)
    ran = kg("build", write(tmp_path, "a.txt", A), "-o", output)
    (output / ".kg").chmod(0o700)

    assert_refused(ran, output, before, "cannot be written")


def let_in(folder):
    """Let everybody into a folder of pytest, which lets only the owner in."""
    for closed in (folder, *folder.parents):
        if "pytest-of-" in str(closed):
            closed.chmod(closed.stat().st_mode | 0o055)


@pytest.mark.skipif(os.geteuid() != 0 or not shutil.which("setpriv"), reason="needs root, to become somebody else")
@pytest.mark.parametrize("named", ["closed/a.txt", "."])
def test_an_article_in_a_closed_folder_is_refused(tmp_path, named):
    """It is named, whether it is asked for by name or met on the way; it is not passed over."""
    (tmp_path / "closed").mkdir()
    write(tmp_path, "b.txt", A)
    write(tmp_path / "closed", "a.txt", A)
    let_in(tmp_path)
    (tmp_path / "closed").chmod(0o700)
    nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    if subprocess.run([*nobody, *command("--version")], capture_output=True, env=variables()).returncode:
        pytest.skip("nobody may not run this Python")
    done = subprocess.run(
        [*nobody, *command("build", tmp_path / named, "-o", tmp_path / "out")],
        capture_output=True, text=True, env=variables(),
    )  # fmt: skip

    assert done.returncode == 2
    assert done.stderr.startswith(f"kg: {tmp_path / 'closed'}")
    assert done.stderr.endswith("cannot be read: Permission denied. Check that you may read it.\n")
    assert not (tmp_path / "out").exists()


@pytest.mark.skipif(os.geteuid() != 0 or not shutil.which("setpriv"), reason="needs root, to become somebody else")
def test_somebody_without_permission_is_refused(tmp_path, output):
    """The same for root, who becomes nobody first."""
    before = everything(output)
    file = write(tmp_path, "a.txt", A)
    let_in(tmp_path)
    nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    if subprocess.run([*nobody, *command("--version")], capture_output=True, env=variables()).returncode:
        pytest.skip("nobody may not run this Python")
    done = subprocess.run(
        [*nobody, *command("build", file, "-o", output)], capture_output=True, text=True, env=variables()
    )

    assert done.returncode == 2
    assert done.stderr == f"kg: {output}: cannot be written: Permission denied. Check its permissions.\n"
    assert everything(output) == before


def test_a_folder_of_somebody_else_is_not_overwritten(tmp_path):
    """A file of the name of a result, in a folder that kg did not make, is not ours to replace."""
    theirs = write(tmp_path / "out", "graph.ttl", "theirs")
    ran = kg("build", write(tmp_path, "a.txt", A), "-o", tmp_path / "out")

    assert ran.code == 2
    assert "holds 'graph.ttl', which kg did not write" in ran.err
    assert theirs.read_text("utf-8") == "theirs"


def test_a_full_disk_is_told(tmp_path, output):
    """A limit on the size of files stands for the disk: writing fails in the middle."""
    before = everything(output)
    long = "\n\n".join(f"Mina{i} a fondé Orvella{i}." for i in range(1500))
    done = subprocess.run(
        command("build", write(tmp_path, "a.txt", long), "-o", output, "--language", "fr"),
        capture_output=True,
        text=True,
        env=variables(),
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000)),
    )

    assert done.returncode == 2, done.stderr
    assert done.stderr.count("\n") == 1
    assert everything(output) == before


@pytest.mark.parametrize("workers", [1, 2])
def test_ctrl_c_leaves_the_output_as_it_was(tmp_path, output, workers):
    """Stopped in the middle of reading: one line, exit code 2, and the next run goes on from there."""
    before = everything(output)
    for number in range(40):
        write(tmp_path / "articles", f"n{number:02}.txt", f"Mina{number} a fondé Orvella{number}.")
    slow = write(tmp_path / "articles", "slow.txt", "SLOW. Karim a fondé Lumeo.")
    process = subprocess.Popen(
        command("build", tmp_path / "articles", "-o", output, "--language", "fr", "--workers", workers),
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
        env=variables(),
        start_new_session=True,
        # Where the tests run in the background, Ctrl-C is ignored and children inherit that.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    wait_for(lambda: (output / ".kg" / "work").is_dir() and list((output / ".kg" / "work").iterdir()))
    time.sleep(0.5)
    os.killpg(process.pid, signal.SIGINT)  # what the terminal does
    _, err = process.communicate(timeout=20)  # far less than the slow article takes

    assert process.returncode == 2, err
    assert err.startswith("kg: stopped.")
    assert err.count("\n") == 1, err
    assert everything(output) == before

    slow.unlink()
    again = kg("build", tmp_path / "articles", "-o", output, "--language", "fr", "--json")
    assert json.loads(again.out)["resumed"] > 0


def test_a_second_writer_is_refused(tmp_path, output):
    """One writer at a time, with a message that says who has the folder."""
    slow = write(tmp_path, "slow.txt", "SLOW. Karim a fondé Lumeo.")
    process = subprocess.Popen(
        command("build", slow, "-o", output, "--language", "fr"), stderr=subprocess.DEVNULL, env=variables()
    )
    lock = output / ".kg" / "lock"
    wait_for(lambda: lock.read_text("utf-8") == str(process.pid))
    ran = kg("build", write(tmp_path, "a.txt", A), "-o", output)
    process.kill()
    process.wait()

    assert ran.code == 2
    assert f"is being written by another process (number {process.pid})" in ran.err
    assert kg("build", write(tmp_path, "a.txt", A), "-o", output).code == 0


@pytest.mark.parametrize("moment", range(8))
def test_a_killed_build_loses_nothing(tmp_path, output, moment):
    """Killed at any point, the output opens and is that of before or that of after, and the next build goes on."""
    before = results(output)
    for number in range(20):
        write(tmp_path / "articles", f"n{number:02}.txt", f"Mina{number} a fondé Orvella{number}.")
    arguments = ("build", tmp_path / "articles", "-o", output, "--language", "fr")
    process = subprocess.Popen(
        command(*arguments), stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL, env=variables()
    )
    wait_for(lambda: (output / ".kg" / "work").is_dir() or process.poll() is not None)
    time.sleep(moment * 0.12)
    process.kill()
    process.wait()
    found = json.loads(kg("stats", "-g", output, "--json").out)["articles"]

    assert found in (1, 21)
    assert (results(output) == before) == (found == 1)
    assert kg(*arguments).code == 0
    build([tmp_path / "articles", tmp_path / "before"], tmp_path / "whole", workers=1)
    assert results(output) == results(tmp_path / "whole")


def test_an_article_that_the_extractor_cannot_read_is_left_out_and_named(tmp_path):
    """One article does not take the others with it."""
    write(tmp_path / "articles", "a.txt", A)
    write(tmp_path / "articles", "b.txt", "BROKEN. Karim a fondé Nordane.")
    write(tmp_path / "articles", "c.txt", "LIE. Karim a fondé Nordane.")
    ran = kg("build", tmp_path / "articles", "-o", tmp_path / "out", "--language", "fr", "--json")

    assert ran.code == 0
    assert json.loads(ran.out)["articles"] == 1
    assert sorted(line.split(":")[1].strip() for line in ran.err.splitlines()) == ["b", "c"]


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("query", "SELECT"), "holds no graph"),
        (("build",), "no article given"),
        (("build", "x", "--workers", "0"), "'0' is no number from 1 up"),
        (("frobnicate",), "there is no command 'frobnicate'. See them with: kg --help"),
        (("exprt",), "there is no command 'exprt'. Did you mean kg export?"),
        (("contradictions",), "contradictions is a question, no command. Ask it with: kg query contradictions"),
        (("frobnicate",), "COMMAND ..."),
        (("build", "--foo"), "[--skip-bad]"),
        (("build", "--foo"), "kg build: error: unrecognized arguments: --foo"),
        (("export", "ttl"), "[-f FORMAT]"),
        (("serve", "--seconds", "soon"), "'soon' is no time above 0 seconds"),
        (("serve", "--seconds", "-1"), "'-1' is no time above 0 seconds"),
        (("serve", "--seconds", "nan"), "'nan' is no time above 0 seconds"),
        (("import", "none"), "none: no such file. Check the path."),
        (("validate", "none.ttl"), "none.ttl: no such file. Check the path."),
        (("import", "."), "has no ending. Use .ttl"),
    ],
)
def test_a_wrong_command_is_refused(tmp_path, arguments, problem):
    """The same for what cannot be done at all."""
    ran = kg(*arguments, folder=tmp_path)

    assert ran.code == 2
    assert ran.out == ""
    assert problem in ran.err


def test_a_question_in_a_file_that_is_not_there(output):
    """In the words of every other missing file, without those of the system."""
    assert kg("query", "none.rq", "-g", output).err == "kg: none.rq: no such file. Check the path.\n"


def test_a_question_with_a_mistyped_property_is_told_why_nothing_is_found(output):
    """It is no mistake in SPARQL: the answer is an empty table, or no."""
    asked = kg("query", "SELECT ?x WHERE { ?x nkg:foundd ?y }", "-g", output)
    assert (asked.code, asked.err) == (0, "Nothing found.\nThe ontology has no nkg:foundd. Did you mean nkg:founded?\n")

    asked = kg("query", "ASK { ?x nkg:foundd ?y }", "-g", output)
    assert (asked.out, asked.err) == ("no\n", "The ontology has no nkg:foundd. Did you mean nkg:founded?\n")


def wait_for(condition, seconds=60):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "nothing happened"
        time.sleep(0.02)


@pytest.mark.parametrize("port", ["99999999", "65536", "-1", "http"])
def test_a_port_that_none_can_be_is_refused(port):
    """As any other bad option: what is wrong, and which ports there are."""
    ran = kg("serve", "--port", port)

    assert ran.code == 2
    assert "--port" in ran.err.splitlines()[-1]
    assert "Traceback" not in ran.err
