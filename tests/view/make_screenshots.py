"""Take the pictures of the documentation from a built graph of our own samples, and from invented large ones.

Run: kg build --samples -o output && python tests/view/make_screenshots.py output
Needs Playwright and a Chromium; with Pillow the pictures are reduced to 256 colours (a third of the bytes).
"""

import argparse
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from playwright.sync_api import sync_playwright

import kg
from kg.view import explorer_page
from tests.view.conftest import CHROMIUM, FLAGS
from tests.view.graphs import crowd

IMAGES = Path(__file__).parents[2] / "docs/images"
DESKTOP, TABLET, PHONE = (1400, 900), (1024, 768), (390, 844)
# name of the file: what follows "#" in the address, window, what is clicked afterwards
SHOTS: dict[str, tuple[str, tuple[int, int], str | None]] = {
    "overview-fr": ("", DESKTOP, None),
    "entity-en-dark": ("#e={first}&l=en&th=dark", DESKTOP, None),
    "evidence-fr": ("#d={article}~{denial}~0", DESKTOP, None),
    "path-fr": ("#p={second},{third}", DESKTOP, None),
    "table-en": ("#v=table&l=en", DESKTOP, None),
    "map-fr": ("#v=map&by=community", DESKTOP, None),
    "phone-fr": ("#e={second}", PHONE, "#details .sheet-closer"),
    "phone-evidence-fr": ("#e={second}", PHONE, None),
}


# The same of graphs made by rule: how many entities, and the rest as above.
CROWDS: dict[str, tuple[int, str, tuple[int, int], str | None]] = {
    "crowd-1000-en-dark": (1_000, "#l=en&th=dark", TABLET, None),
    "crowd-5000-fr": (5_000, "", TABLET, None),
    "crowd-20000-map-en": (20_000, "#v=map&l=en&by=community", TABLET, None),
}


def main() -> None:
    """Write docs/images/*.png."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    graph = kg.open(parser.parse_args().folder)
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        file = Path(folder) / "graph.html"
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        file.write_text(graph.page(language="fr"), encoding="utf-8")
        for name, (address, size, click) in SHOTS.items():
            _shoot(browser, file, name, address, size, click)
        for name, (count, address, size, click) in CROWDS.items():
            file.write_text(explorer_page(crowd(count), title=f"{count}"), encoding="utf-8")
            _shoot(browser, file, name, address, size, click)
        browser.close()


def _shoot(browser: Any, file: Path, name: str, address: str, size: tuple[int, int], click: str | None) -> None:
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"file://{file}")
    page.wait_for_selector("#app[data-ready]")
    page.goto(f"file://{file}{address.format(**_names(page))}")
    page.reload()
    page.wait_for_selector("#app[data-ready]")
    if click:
        page.click(click)
    page.wait_for_timeout(900)
    page.screenshot(path=IMAGES / f"{name}.png")
    _reduce(IMAGES / f"{name}.png")
    context.close()


def _names(page: Any) -> dict[str, str]:
    """Return what the pictures show: the most central entities, and the surest denial in French."""
    found: dict[str, str] = page.evaluate(
        """() => { const { data } = kgExplorer; const id = i => data.entities[i].id;
            const people = data.ranked.filter(i => data.entities[i].family === 'person');
            const denials = data.facts.filter(f => f.neg && f.o !== undefined && f.p !== 'open'
                && data.entities[f.s].at && data.entities[f.o].at && data.docs[f.ev[0].doc].lang === 'fr');
            const denial = denials.sort((a, b) => b.conf - a.conf)[0] ?? data.facts.find(f => f.neg);
            return { first: id(data.ranked[0]), second: id(people[0]), third: id(people[2]),
                denial: denial.id, article: data.docs[denial.ev[0].doc].id }; }"""
    )
    return found


def _reduce(file: Path) -> None:
    try:
        from PIL import Image
    except ImportError:
        return
    with Image.open(file) as picture:
        few = picture.convert("RGB").quantize(256, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        few.save(file, optimize=True)


if __name__ == "__main__":
    main()
