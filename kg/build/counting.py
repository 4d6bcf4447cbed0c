"""A corpus → how often each rule of the extractor fires in it."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kg.build.reading import read_articles
from kg.build.results import Progress, no_progress
from kg.errors import ExtractorError, IngestError
from kg.evaluate.rules import Rule
from kg.evaluate.rules import count_rules as count
from kg.extract.registry import DEFAULT
from kg.ingest import read_inputs
from kg.model import Article, Document


def count_rules(
    corpus: Iterable[str | Path],
    *,
    language: str | None = None,
    samples: int = 0,
    workers: int = 1,
    extractor: str = DEFAULT,
    progress: Progress = no_progress,
) -> tuple[Rule, ...]:
    """Read articles, and count the claims of each rule; nothing is stored.

    Args:
        corpus: Files and folders, as for a build.
        language: Only articles in this language; None: all.
        samples: Sentences to show for each rule.
        workers: Processes that read.

    Raises:
        KgError: an input or the extractor is at fault.
    """
    given = (each.article for each in read_inputs(corpus))
    articles = [article for article in given if language in (None, article.language)]
    if not articles:
        raise IngestError(
            f"no article in {language!r}", where=", ".join(map(str, corpus)), remedy="Leave --language out."
        )
    return count(_read(articles, extractor, workers, progress), samples=samples)


def _read(articles: Sequence[Article], extractor: str, workers: int, progress: Progress) -> Iterator[Document]:
    progress("read", 0, len(articles))
    for done, (_, document) in enumerate(read_articles(articles, extractor, workers), 1):
        progress("read", done, len(articles))
        if isinstance(document, ExtractorError):
            raise document
        yield document
