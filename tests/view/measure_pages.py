"""Print how long pages of growing graphs take to a picture that stands still.

Run: python tests/view/measure_pages.py [--pyvis] [--sizes 60 1000].

CPU seconds are of all Chromium processes, from before the page is opened until it is drawn; Python's own seconds apart.
With --pyvis the same graphs are given to pyvis as it comes (its physics, everything at once), stopped after a minute.
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from playwright.sync_api import Error, sync_playwright
from pyvis.network import Network

from kg.model import Graph
from kg.view import explorer_page
from tests.view.conftest import CHROMIUM, FLAGS
from tests.view.graphs import crowd

SIZES = (60, 1_000, 5_000, 20_000)
PATIENCE = 60_000  # milliseconds


def cpu_seconds(marker: str) -> float:
    """Return the CPU time of all processes of the browser whose profile is in this folder, and their children."""
    parents, times, chosen = {}, {}, set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rsplit(")", 1)[1].split()
            command = (stat.parent / "cmdline").read_bytes().decode(errors="replace")
        except OSError:
            continue
        process = int(stat.parent.name)
        parents[process] = int(fields[1])
        times[process] = (int(fields[11]) + int(fields[12])) / 100
        if marker in command:
            chosen.add(process)
    grown = True
    while grown:
        more = {process for process, parent in parents.items() if parent in chosen} - chosen
        chosen |= more
        grown = bool(more)
    return sum(times[process] for process in chosen)


def open_page(url: str, address: str, ready: str) -> tuple[float, float]:
    """Return CPU and wall seconds until the page says that it is ready; infinite when it does not within a minute."""
    with sync_playwright() as driver, tempfile.TemporaryDirectory() as profile:
        context = driver.chromium.launch_persistent_context(
            profile, executable_path=CHROMIUM, args=FLAGS, viewport={"width": 1400, "height": 900}
        )
        page = context.pages[0]
        page.wait_for_timeout(1500)  # the browser itself has started
        before, begun = cpu_seconds(profile), time.monotonic()
        page.goto(url + address, wait_until="commit")
        try:
            if ready.startswith("#"):
                page.wait_for_selector(ready, timeout=PATIENCE)
            else:
                page.wait_for_function(ready, timeout=PATIENCE)
            page.wait_for_timeout(300)
            found = cpu_seconds(profile) - before, time.monotonic() - begun - 0.3
        except Error:
            found = float("inf"), float("inf")
        context.close()
    return found


def pyvis_as_it_comes(graph: Graph, file: Path) -> None:
    network = Network(cdn_resources="in_line", height="880px")
    for entity in graph.entities:
        network.add_node(entity.id, label=entity.label)
    for fact in graph.facts:
        network.add_edge(fact.subject, fact.object, label=fact.predicate)
    file.write_text(network.generate_html().replace("drawGraph();", "window.network = drawGraph();"), encoding="utf-8")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> None:
    """Print one line a size and page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pyvis", action="store_true")
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES)
    options = parser.parse_args()
    ready = "#app[data-ready]"
    still = (
        "window.network && (network.once('stabilizationIterationsDone', () => window.still = 1), window.still === 1)"
    )
    _say("entities  facts   KB     page                 Python s   CPU s   wall s")
    with tempfile.TemporaryDirectory() as folder:
        for size in options.sizes:
            graph, file = crowd(size), Path(folder) / "page.html"
            begun = time.process_time()
            file.write_text(explorer_page(graph, title=f"{size}"), encoding="utf-8")
            rows = [("first screen", "", ready), ("map of the whole", "#v=map", ready)]
            made = time.process_time() - begun
            kilobytes = file.stat().st_size // 1024
            for name, address, sign in rows:
                cpu, wall = open_page(f"file://{file}", address, sign)
                _say(f"{size:8} {len(graph.facts):6} {kilobytes:6}  {name:20} {made:8.2f} {cpu:8.2f} {wall:8.2f}")
            if options.pyvis:
                begun = time.process_time()
                pyvis_as_it_comes(graph, file)
                made = time.process_time() - begun
                cpu, wall = open_page(f"file://{file}", "", still)
                size_of_page = file.stat().st_size // 1024
                name = "pyvis as it comes"
                _say(f"{size:8} {len(graph.facts):6} {size_of_page:6}  {name:20} {made:8.2f} {cpu:8.2f} {wall:8.2f}")


if __name__ == "__main__":
    main()
