"""Print what it costs to serve a large store: until the first page, for each question, in the browser.

Run: python -m tests.view.measure_server [--entities 50000] [--store FOLDER].

CPU seconds are of the server's processes and of the browser's; memory is what the server holds when all was asked.
"""

import argparse
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

sys.path.insert(0, str(Path(__file__).parents[2]))

from measure_pages import cpu_seconds, open_page

from kg.graph.store import create_store
from tests.server.running import a_server
from tests.view.graphs import crowd

TIMES = 5  # each question is asked, about other entities


@contextmanager
def a_store(given: Path | None, entities: int) -> Iterator[Path]:
    """Yield the folder of a store: the given one, or an invented one."""
    if given:
        yield given
        return
    with tempfile.TemporaryDirectory() as folder:
        create_store(Path(folder) / "graph", crowd(entities))
        yield Path(folder) / "graph"


def questions(page: str) -> dict[str, list[str]]:
    """Return questions about entities that the first page names."""
    ids = re.findall(r'\{"id":"(n\d+)"', page)[: TIMES * 2]
    return {
        "facts of an entity": [f"entity={each}" for each in ids[:TIMES]],
        "two steps around": [f"around={each}&depth=2" for each in ids[:TIMES]],
        "search": [f"words={words}" for words in ("ran", "telba", "quesa", "gor din", "min")],
        "path": [f"path={a}&path={b}" for a, b in zip(ids[:TIMES], ids[TIMES:], strict=True)],
        "1,000 rows": [f"row={row}" for row in range(0, TIMES * 1000, 1000)],
    }


def memory(marker: str) -> float:
    """Return the megabytes that the processes with this in their command hold."""
    total = 0
    for command in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if marker in command.read_bytes().decode(errors="replace"):
                total += int((command.parent / "statm").read_text().split()[1]) * 4096
        except OSError:
            continue
    return total / 1e6


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> None:
    """Print one line a question."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entities", type=int, default=50_000)
    parser.add_argument("--store", type=Path)
    options = parser.parse_args()
    with a_store(options.store, options.entities) as folder, a_server(folder) as address:
        root, marker = address.removesuffix("/sparql"), str(folder.parent / "serve.py")
        page = httpx.get(root + "/", timeout=600).text
        _say(f"server until the first page     {cpu_seconds(marker):6.2f} CPU s   page {len(page) // 1024} KB")
        browser, wall = open_page(root + "/", "", "#app[data-ready]")
        _say(f"browser until it is drawn       {browser:6.2f} CPU s   {wall:.2f} s")
        for name, asked in questions(page).items():
            before = cpu_seconds(marker)
            sizes = [len(httpx.get(f"{root}/part?{each}", timeout=60).content) for each in asked]
            spent = (cpu_seconds(marker) - before) / len(asked)
            _say(f"{name:30}  {spent:6.3f} CPU s   {sum(sizes) // len(sizes) // 1024} KB on average")
        _say(f"memory of the server            {memory(marker):6.0f} MB")


if __name__ == "__main__":
    main()
