"""Measure the built-in extractor on what others annotated: python tests/bench/other_gold.py [FOLDER] [--limit N]

FOLDER holds popcorn_fr_dev.jsonl, knowledgenet_en_dev.jsonl, fenec_fr/ and democrat_fr_coref_dev.conll; what is not
there is passed over. docs/quality.md tells where they come from and what others reach.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import fields
from functools import cache, partial
from pathlib import Path
from typing import Any

import spacy

from kg.evaluate.bench import democrat, fenec, knowledgenet, popcorn
from kg.evaluate.bench.tally import Tally
from kg.extract.registry import load_extractor
from kg.extract.rules import RuleExtractor
from kg.lang import load_pack
from kg.model import Article, Document, Mention, MentionKind, Span

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
    """Extract from the texts of one corpus and print its figures."""
    articles = [t.article for t in texts]
    # KnowledgeNet's passages are cut out of their documents and its gold holds their pronouns
    extractor = RuleExtractor(lone_pronouns=True) if corpus is knowledgenet else load_extractor()
    found = corpus.measure(texts, list(extractor.extract(articles)))
    sys.stdout.write(f"\n{name}: {len(texts)} texts\n")
    for what, figure in (found if isinstance(found, dict) else asdict_shallow(found)).items():
        sys.stdout.write(f"  {what:26}{figure if isinstance(figure, Tally) else format(figure, '.3f')}\n")
    if corpus is fenec:
        bare = fenec.measure(texts, [bare_spacy(a) for a in articles])
        sys.stdout.writelines(f"  {'bare spaCy: ' + what:26}{figure}\n" for what, figure in bare.items())


def asdict_shallow(record: Any) -> dict[str, Any]:
    """Return the fields of a record."""
    return {f.name: getattr(record, f.name) for f in fields(record)}


def bare_spacy(article: Article) -> Document:
    """Return the names that the French pipeline finds by itself."""
    kinds = {"PER": "Person", "LOC": "Place", "ORG": "Organization"}
    mentions = tuple(
        Mention(
            id=str(number),
            span=Span(ent.start_char, ent.end_char),
            surface=ent.text,
            kind=MentionKind.NAME,
            type=kinds.get(ent.label_, "Entity"),
        )
        for number, ent in enumerate(french()(article.text).ents)
    )
    return Document(article=article, sentences=(), mentions=mentions, claims=())


@cache
def french() -> Any:
    """Load the pipeline that the French language pack names."""
    return spacy.load(load_pack("fr").model)


if __name__ == "__main__":
    main()
