"""Our own annotations, for learning from: French corpus articles, and English articles written for this project.

    python tests/quality/annotations.py pack fr FOLDER       # gold files (docs/gold-format.md) → the stored form
    python tests/quality/annotations.py unpack fr FOLDER     # back to gold files and articles, for `kg evaluate`

`--written` packs or unpacks short texts that were written around words that the articles hardly ever have where they
tell something, or to tell each relation in other words. Networks and pronouns learn from them; what is measured,
calibrated or held out is the rest alone.

The texts of the corpus belong to others: what stands in a French article is kept as [start, end] of its text, in code
points (names, descriptions, evidence), and who learns from it needs the corpus beside the project. The other texts are
ours: a record holds its text. What they tell is invented.
"""

import argparse
import gzip
import json
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from kg.evaluate.gold import GoldArticle, read_gold
from kg.ingest import Defaults, read_inputs
from kg.model import Article
from tests.quality.measure import SHARED

STORED = {code: Path(__file__).with_name(f"annotations_{code}.jsonl.gz") for code in ("fr", "en")}
WRITTEN = {code: Path(__file__).with_name(f"annotations_written_{code}.jsonl.gz") for code in ("fr", "en")}
CORPUS = SHARED / "corpus" / "press_fr.jsonl.gz"
Record = dict[str, Any]


def annotated(language: str, source: Path | None = None) -> list[tuple[Article, GoldArticle]]:
    """Return the annotated articles of a language with what was found in them, in the order of their names.

    Args:
        source: other annotations than those that are learnt from.
    """
    with TemporaryDirectory() as folder:
        unpack(language, Path(folder), source)
        gold = {g.name: g for g in read_gold(Path(folder, "gold"))}
        given = [each.article for each in read_inputs([Path(folder, "articles")], defaults=Defaults(language=language))]
    return sorted(((a, gold[a.name]) for a in given), key=lambda pair: pair[0].name)


def written(language: str) -> list[tuple[Article, GoldArticle]]:
    """Return the texts written around rare words, in the order of their names; none for most languages."""
    return annotated(language, WRITTEN[language]) if language in WRITTEN else []


def stored(language: str, source: Path | None = None) -> Iterator[Record]:
    """Yield the records as they are kept: what stands in the article as offsets."""
    with gzip.open(source or STORED[language], "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def texts_of(language: str) -> Callable[[Record], str]:
    """Return what finds the text that a record speaks of: its own, or else the corpus's."""
    return lambda record: str(record["text"]) if "text" in record else _press(language)[record["article"]]


@cache
def _press(language: str) -> dict[str, str]:
    """Return the texts of the corpus by name."""
    return {given.article.name: given.article.text for given in read_inputs([CORPUS])} if language == "fr" else {}


def _translated(record: Record, change: Callable[[Any], Any]) -> Record:
    """Return a record with its names, descriptions and evidence changed."""
    entities = [
        {**e, "names": [change(n) for n in e["names"]], "mentions": [change(m) for m in e["mentions"]]}
        for e in record["entities"]
    ]
    facts = [{**f, "evidence": change(f["evidence"])} for f in record["facts"]]
    return {**record, "entities": entities, "facts": facts}


def pack(language: str, folder: Path, target: Path | None = None) -> None:
    """Write the gold files of a folder as offsets; beside them, in `articles`, stand texts that are ours."""
    lines, press, text_of = [], _press(language), texts_of(language)
    for path in sorted((folder / "gold").glob("*.json")):
        record = json.loads(path.read_text("utf-8"))
        if record["article"] not in press:
            record["text"] = (folder / "articles" / f"{path.stem}.txt").read_text("utf-8")
        text = text_of(record)

        def place(words: str, text: str = text) -> list[int]:
            start = text.index(words)
            return [start, start + len(words)]

        lines.append(json.dumps(_slim(_translated(record, place)), ensure_ascii=False, separators=(",", ":")) + "\n")
    with (target or STORED[language]).open("wb") as raw, gzip.GzipFile("", "wb", fileobj=raw, mtime=0) as out:
        out.write("".join(lines).encode())


def _slim(record: Record) -> Record:
    """Leave out what is empty and is not asked for."""
    asked = {"id", "tier", "subject", "predicate", "object", "polarity", "modality", "speaker", "evidence"}
    facts = [{k: v for k, v in f.items() if k in asked or v} for f in record["facts"]]
    return {
        **record,
        "facts": facts,
        "entities": [{k: v for k, v in e.items() if v is not None} for e in record["entities"]],
    }


def unpack(language: str, folder: Path, source: Path | None = None) -> None:
    """Write gold files and articles, as `kg build` and `kg evaluate` want them."""
    for name in ("gold", "articles"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    text_of = texts_of(language)
    for record in stored(language, source):
        name, text = record["article"], text_of(record)

        def cut(span: list[int], text: str = text) -> str:
            return text[span[0] : span[1]]

        gold = {key: value for key, value in _translated(record, cut).items() if key != "text"}
        (folder / "gold" / f"{name}.json").write_text(json.dumps(gold, ensure_ascii=False), "utf-8")
        (folder / "articles" / f"{name}.txt").write_text(text, "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description="Pack or unpack our annotations.")
    parser.add_argument("act", choices=["pack", "unpack"])
    parser.add_argument("language", choices=sorted(STORED))
    parser.add_argument("folder", type=Path)
    parser.add_argument("--written", action="store_true", help="the texts written around rare words")
    options = parser.parse_args()
    which = WRITTEN if options.written else STORED
    {"pack": pack, "unpack": unpack}[options.act](options.language, options.folder, which[options.language])


if __name__ == "__main__":
    main()
