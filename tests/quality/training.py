"""What every training of a model of a language has in common: its options, parses and folds, and where weights go."""

import argparse
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from kg.evaluate.gold import GoldArticle
from kg.extract.rules.parsing.parse import parse
from kg.extract.rules.parsing.shading import shade_for
from kg.lang import FOLDER, load_pack
from kg.model import Article
from tests.quality.folds import E, M, held_out, kept_at


def options_of(description: str) -> argparse.Namespace:
    """Read which language is trained, and whether weights are written."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--language", default="fr")
    parser.add_argument("--dry-run", action="store_true")
    return parser.parse_args()


def with_parses(
    found: Sequence[tuple[Article, GoldArticle]], language: str
) -> Iterator[tuple[Article, GoldArticle, Any]]:
    """Yield annotated articles with their parses."""
    pack = load_pack(language)
    docs = parse((shade_for(article.text, pack).text for article, _ in found), pack)
    return ((article, gold, doc) for (article, gold), doc in zip(found, docs, strict=True))


def fold_file(language: str, fold: int, file: str) -> Path:
    """Return where the weights are kept that have not seen a fold, for whoever learns from what they lead to.

    Args:
        file: of the weights that have seen all.
    """
    path = Path(file)
    return kept_at(f"{language}-{path.stem}-{fold}{path.suffix}")


def run(
    description: str,
    file: str,
    collect: Callable[[str], list[E]],
    train: Callable[[Sequence[E]], M],
    write: Callable[[M, Path], None],
    report: Callable[[Iterable[tuple[E, M]]], None],
) -> None:
    """Judge every example by a model that has not seen its article, then train on all of them and write the weights.

    Args:
        file: of the weights, in kg/lang/<language>.
        report: prints how the models of the folds judge their examples.
    """
    options = options_of(description)
    examples = collect(options.language)

    def keep(model: M, fold: int) -> None:
        if not options.dry_run:
            write(model, fold_file(options.language, fold, file))

    report(held_out(examples, train, keep))
    if not options.dry_run:
        write(train(examples), FOLDER / options.language / file)
