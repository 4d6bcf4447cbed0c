"""What an extractor is, and the check that every answer passes."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from kg.errors import ExtractorError
from kg.model import Article, Document, Span


class Extractor(Protocol):
    """Reads articles. Registered under the entry point group `kg.extractors` as NAME = "module:factory"."""

    name: str
    version: str

    def extract(self, articles: Iterable[Article]) -> Iterator[Document]:
        """Yield one document an article, in the order given."""
        ...


def check_document(document: Document, extractor: str) -> Document:
    """Return the document if it keeps its promises.

    Raises:
        ExtractorError: a surface is not the text at its span, an argument is no mention, or a name refers to nothing.
    """
    problem = _wrong_mention(document) or _wrong_claim(document)
    if problem:
        raise ExtractorError(
            f"{extractor} {problem}", where=document.article.name, remedy="Report it to the extractor's author."
        )
    return document


def _wrong_mention(document: Document) -> str | None:
    text, mentions = document.article.text, {m.id for m in document.mentions}
    if len(mentions) != len(document.mentions):
        return "uses one mention id twice"
    for mention in document.mentions:
        read = mention.span.cut(text)
        if read != mention.surface:
            return f"says {mention.surface!r} where the text reads {read!r}"
        if mention.refers_to is not None and mention.refers_to not in mentions:
            return f"lets {mention.surface!r} refer to no mention"
    return None


def _wrong_claim(document: Document) -> str | None:
    text, mentions = document.article.text, {m.id for m in document.mentions}
    for claim in document.claims:
        for argument in (claim.subject, claim.object, claim.speaker):
            if isinstance(argument, str) and argument not in mentions:
                return f"has an argument of {claim.predicate!r} that is no mention"
        if claim.evidence.clause.cut(text) != claim.evidence.text:
            return f"quotes {claim.evidence.text[:40]!r} where the text reads otherwise"
        if not _within(claim.evidence.clause, claim.evidence.sentence):
            return "has a clause outside its sentence"
    return None


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
