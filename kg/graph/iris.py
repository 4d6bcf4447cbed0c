"""Content → IRI and back: the same content always has the same IRI, so a write that is tried again is harmless."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from urllib.parse import quote, unquote

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.vocabulary import URI_SPACE
from kg.model import Span

DEFAULT_BASE: Final = "https://w3id.org/newskg"

_SLUG: Final = "/-._~"  # characters that an entity id shows as they are
_FRAGMENT = re.compile(r"(.*)/article/([^/#]*)#char=(\d+),(\d+)")


@dataclass(frozen=True)
class Iris:
    """The IRIs of one graph, all below one base."""

    base: str = DEFAULT_BASE

    def __post_init__(self) -> None:
        object.__setattr__(self, "base", NamedNode(self.base.rstrip("/")).value)

    def entity(self, entity: str) -> str:
        """Return the IRI of an entity; an id that is an IRI already (an imported entity) stays as it is."""
        if "://" in entity:
            return NamedNode(entity).value
        return f"{self.base}/id/{_slug(entity)}"

    def entity_id(self, iri: str) -> str:
        """Return the id whose IRI this is: the inverse of `entity`.

        Raises:
            ValueError: it is no IRI.
        """
        start = f"{self.base}/id/"
        return unquote(iri[len(start) :]) if iri.startswith(start) else NamedNode(iri).value

    def article(self, article: str) -> str:
        """Return the IRI of an article."""
        return f"{self.base}/article/{_quoted(article)}"

    def article_id(self, iri: str) -> str:
        """Return the id whose IRI this is: the inverse of `article`."""
        return unquote(iri.rsplit("/", 1)[-1])

    def span(self, article: str, span: Span) -> str:
        """Return the IRI of a range of characters of an article (RFC 5147 counts code points, as we do)."""
        return f"{self.base}/article/{_quoted(article)}#char={span.start},{span.end}"

    def statement(self, fact: str) -> str:
        """Return the IRI of the statement of a fact."""
        return f"{self.base}/stmt/{_quoted(fact)}"

    def statement_id(self, iri: str) -> str:
        """Return the fact whose statement this is: the inverse of `statement`."""
        return unquote(iri.rsplit("/", 1)[-1])

    def evidence(self, fact: str, article: str, clause: Span, nth: int) -> str:
        """Return the IRI of the nth evidence (from 0) of a fact in one clause."""
        more = f"-{nth}" if nth else ""
        name = f"{_quoted(fact)}-{_quoted(article)}-{clause.start}-{clause.end}{more}"
        return f"{self.base}/ev/{name}"

    def mention(self, article: str, span: Span, entity: str) -> str:
        """Return the IRI of a mention: two entities may be meant by the same words (a country, its government)."""
        place = f"{_quoted(article)}-{span.start}-{span.end}"
        return f"{self.base}/mention/{place}/{_name(entity)}"

    def run(self, extractor: str) -> str:
        """Return the IRI of what read the text: "rules/0.1"."""
        return f"{self.base}/run/{quote(extractor, safe='/')}"

    def derived(self) -> str:
        """Return the name of the graph that rules fill."""
        return f"{self.base}/graph/derived"

    def prefixes(self) -> dict[str, str]:
        """Return namespace by prefix, of what people ask for."""
        below = {"e": "id", "st": "stmt", "ev": "ev", "art": "article"}
        return {prefix: f"{self.base}/{folder}/" for prefix, folder in below.items()}


def base_in(quads: Iterable[Quad]) -> str:
    """Return what the IRIs of a graph start with, as the graph itself says."""
    spaces = (quad.object for quad in quads if quad.predicate == URI_SPACE)
    return next((space.value for space in spaces if isinstance(space, Literal)), DEFAULT_BASE)


def read_span(iri: str) -> tuple[str, Span] | None:
    """Return article id and range of a span's IRI; None if it is no such IRI."""
    found = _FRAGMENT.fullmatch(iri)
    if found is None:
        return None
    return unquote(found[2]), Span(int(found[3]), int(found[4]))


@lru_cache(maxsize=65_536)
def _quoted(part: str) -> str:
    return quote(part, safe="-._~")


@lru_cache(maxsize=65_536)
def _slug(entity: str) -> str:
    return quote(entity, safe=_SLUG)


@lru_cache(maxsize=65_536)
def _name(entity: str) -> str:
    return quote(entity, safe="")
