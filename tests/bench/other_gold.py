"""Measure the built-in extractor on what others annotated: python tests/bench/other_gold.py [FOLDER] [--limit N]

FOLDER holds popcorn_fr_dev.jsonl, knowledgenet_en_dev.jsonl, fenec_fr/ and democrat_fr_coref_dev.conll; what is not
there is passed over. docs/quality.md tells where they come from and what others reach.
"""

import argparse
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from kg.evaluate.bench import democrat, fenec, knowledgenet, popcorn
from kg.extract.registry import load_extractor
from kg.extract.rules import RuleExtractor

BENCH = Path(__file__).parents[2] / ".." / "shared" / "bench"


def main() -> None:
    """Run every corpus that is there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=BENCH)
    parser.add_argument("--limit", type=int, help="only the first N texts of each corpus")
    options = parser.parse_args()
    folder: Path = options.folder
    corpora: tuple[tuple[Path, Any, Any], ...] = (
        (folder / "popcorn_fr_dev.jsonl", popcorn.read_reports, popcorn),
        (folder / "knowledgenet_en_dev.jsonl", knowledgenet.read_passages, knowledgenet),
        (folder / "fenec_fr", fenec.read_texts, fenec),
        (folder / "democrat_fr_coref_dev.conll", partial(democrat.read_texts, only="estrepublicain"), democrat),
    )
    for path, read, corpus in corpora:
        if path.exists():
            show(path.name, read(path)[: options.limit], corpus)


def show(name: str, texts: Sequence[Any], corpus: Any) -> None:
    """Extract from the texts of one corpus and print its tallies."""
    # KnowledgeNet's passages are cut out of their documents and its gold holds their pronouns
    extractor = RuleExtractor(lone_pronouns=True) if corpus is knowledgenet else load_extractor()
    documents = list(extractor.extract(t.article for t in texts))
    sys.stdout.write(f"\n{name}: {len(texts)} texts\n")
    for what, tally in corpus.measure(texts, documents).items():
        sys.stdout.write(f"  {what:26}{tally}\n")


if __name__ == "__main__":
    main()
