"""Kills `kg build` with SIGKILL at random moments, and checks what is left each time.

    python tests/bench/kill_builds.py [--kills 200] [--aimed 50] [--seed 0]

A folder holds a graph of some articles; a build adds, changes and keeps articles, and is killed somewhere between its
first and its last instruction ("aimed" ones: while it moves its results to their place). Then

* a reader must find one whole graph, that of before or that of after, store and files alike;
* the same build again must succeed, account for every article, and give the bytes of a build that nobody killed;
* nothing of the killed run may lie about.

Every step runs in a process of its own, forked from this one, which never opens a store: a fork has no other threads.
Exit code 1 if anything was lost.
"""

import argparse
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from kg.build import KnowledgeGraph, Options, build_output
from kg.export import export
from tests.build.quick_extractor import NAME

NAMES = ["Orvella", "Nordane", "Lumeo", "Kestrel", "Ardent", "Velmora"]
FIRST, SECOND, CHANGED = 12, 18, 6  # articles before and after, and how many of the first differ after


def write_articles(folder, count, changed):
    folder.mkdir(parents=True)
    for number in range(count):
        person, company = f"Mina{number}", NAMES[number % len(NAMES)]
        more = "Karim a fondé Nordane. " if number < changed else ""
        lines = " ".join(f"{person} a fondé {company}{nth}. {more}" for nth in range(8))
        (folder / f"{number:02}.txt").write_text(f"Titre {number}\n\n{lines}\n", "utf-8")


def build(articles, output):
    return build_output([articles], output, Options(extractor=NAME))


def in_a_fork(step):
    """Run a step in a child; return its exit code, 1 if it raised."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            code = step() or 0
        except BaseException as error:  # noqa: BLE001 whatever it is, the parent must know
            print(f"    {type(error).__name__}: {error}", file=sys.stderr)
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def kill_build(articles, output, seconds, aimed):
    """Start the build, kill it after so many seconds, or so long after its results began to move."""
    child = os.fork()
    if child == 0:
        build(articles, output)
        os._exit(0)
    if aimed:
        ended = os.WEXITED | os.WNOHANG | os.WNOWAIT
        while not (output / ".kg" / "ready").exists() and os.waitid(os.P_PID, child, ended) is None:
            pass
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


def where_it_was(output, killed):
    """Name what the build was doing, by what it left."""
    hidden = output / ".kg"
    if not killed:
        return "had ended"
    for name, doing in (("ready", "moving its results"), ("next", "writing its results"), ("work", "reading")):
        if name == "work" and not any((hidden / name).glob("*")):
            continue
        if (hidden / name).exists():
            return doing
    return "before or after the work"


def whole(output, known):
    """A reader finds one whole graph: files and store are all of before or all of after."""
    graph = KnowledgeGraph(output)
    place = output.parent / "exported.jsonl"
    export(graph.store, "jsonl", place)
    in_store = known.index(place.read_bytes())  # ValueError: neither
    in_file = known.index((output / "graph.jsonl").read_bytes())
    return 0 if in_store == in_file else 1


def mended(articles, output, wanted):
    """The same build again ends, knows every article, and leaves what a build leaves that nobody killed."""
    report = build(articles, output)
    accounted = report.read + report.kept + report.resumed == report.articles == SECOND
    same = wanted == {name: (output / name).read_bytes() for name in wanted}
    documents = {file.name for file in (output / "documents").iterdir()}
    left = {file.relative_to(output / ".kg").as_posix() for file in (output / ".kg").rglob("*")}
    hidden = left <= {"lock", "state", "settings.json", "work"}  # work: an empty folder
    return 0 if accounted and same and hidden and len(documents) == SECOND else 1


def main():
    parser = argparse.ArgumentParser(description="Kill builds.")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--aimed", type=int, default=50)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        write_articles(place / "first" / "in", FIRST, 0)
        write_articles(place / "second" / "in", SECOND, CHANGED)
        kept, output, articles = place / "kept", place / "output", place / "in"
        shutil.copytree(place / "first" / "in", articles)
        in_a_fork(lambda: build(articles, kept) and 0)
        before = (kept / "graph.jsonl").read_bytes()
        shutil.rmtree(articles)
        shutil.copytree(place / "second" / "in", articles)
        shutil.copytree(kept, output)
        started = time.monotonic()
        in_a_fork(lambda: build(articles, output) and 0)
        took = time.monotonic() - started
        wanted = {name: (output / name).read_bytes() for name in ("graph.ttl", "graph.jsonl", "graph.html")}
        known = [before, wanted["graph.jsonl"]]
        moments, lost = Counter(), 0
        for turn in range(options.kills + options.aimed):
            shutil.rmtree(output)
            shutil.copytree(kept, output)
            aimed = turn >= options.kills
            killed = kill_build(articles, output, rng.uniform(0, 0.003 if aimed else took), aimed)
            moments[where_it_was(output, killed)] += 1
            steps = [lambda: whole(output, known), lambda: mended(articles, output, wanted)]
            broken = [number for number, step in enumerate(steps, 1) if in_a_fork(step)]
            if broken:
                print(f"kill {turn}: steps {broken} failed")
                lost += 1
    print(f"a build takes {took:.2f} s; {options.kills} kills at random moments, {options.aimed} while results moved")
    print("; ".join(f"{doing}: {count}" for doing, count in moments.most_common()))
    print(f"{lost} of {options.kills + options.aimed} left something lost, half written or different")
    return int(lost > 0)


if __name__ == "__main__":
    sys.exit(main())
