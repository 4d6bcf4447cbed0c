"""The built-in extractor: a parser, and rules that are data."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from kg.extract.rules.document import make_document
from kg.extract.rules.parsing.parse import parse
from kg.extract.rules.parsing.shading import shade_for
from kg.extract.rules.parsing.text import Shadow
from kg.lang import load_pack
from kg.model import Article, Document

VERSION = "0.1"
BATCH = 64  # articles of one language parsed together


class RuleExtractor:
    """Reads articles with spaCy and the language packs of kg/lang."""

    name = "rules"
    version = VERSION

    def __init__(self, *, lone_pronouns: bool = False) -> None:
        """Set up the extractor.

        Args:
            lone_pronouns: also write claims about a "he" that stands for nothing in the text; for measuring on
                passages cut out of their documents.
        """
        self.lone_pronouns = lone_pronouns

    def extract(self, articles: Iterable[Article]) -> Iterator[Document]:
        """Yield one document an article, in the order given."""
        for language, group in groupby(articles, key=lambda article: article.language):
            yield from self._extract(language, group)

    def _extract(self, language: str, articles: Iterable[Article]) -> Iterator[Document]:
        pack = load_pack(language)
        waiting: list[tuple[Article, Shadow]] = []

        def texts() -> Iterator[str]:
            for article in articles:
                shadow = shade_for(article.text, pack)
                waiting.append((article, shadow))
                yield shadow.text

        name = f"{self.name}/{self.version}"
        for doc in parse(texts(), pack):
            article, shadow = waiting.pop(0)
            yield make_document(article, doc, pack, name, lone_pronouns=self.lone_pronouns, shadow=shadow)


def make_extractor() -> RuleExtractor:
    """Return the extractor registered as "rules"."""
    return RuleExtractor()
