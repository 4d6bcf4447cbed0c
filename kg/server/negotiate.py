"""Content negotiation: which of our formats and languages a client accepts."""

from collections.abc import Mapping, Sequence
from typing import Final

# Media type → (format of QueryResult.to, what the answer is sent as). The first is what "*/*" gets.
ROWS: Final = {
    "application/sparql-results+json": "json",
    "application/json": "json",
    "application/sparql-results+xml": "xml",
    "application/xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
}
TRIPLES: Final = {
    "text/turtle": "ttl",
    "application/n-triples": "nt",
    "application/ld+json": "jsonld",
    "application/rdf+xml": "rdfxml",
    "application/json": "jsonld",
    "application/xml": "rdfxml",
    "text/plain": "nt",
}


def choose(accept: str | None, offered: Mapping[str, str]) -> tuple[str, str] | None:
    """Return the media type and format that the Accept header likes best; None if it takes none of ours.

    Source:
        RFC 9110, §12.5.1: the most specific range gives a type its quality; equal ones are taken in our order.
    """
    if not accept or not accept.strip():
        return next(iter(offered.items()))
    ranges = [_parse(part) for part in accept.split(",") if part.strip()]
    best: tuple[float, int] | None = None
    chosen: tuple[str, str] | None = None
    for position, (media, format_) in enumerate(offered.items()):
        quality = _quality(media, ranges)
        if quality > 0 and (best is None or (quality, -position) > best):
            best, chosen = (quality, -position), (media, format_)
    return chosen


def choose_language(accept: str | None, offered: Sequence[str]) -> str | None:
    """Return the language that the Accept-Language header likes best; None if it names none of ours."""
    ranges = [_parse(part) for part in (accept or "").split(",") if part.strip()]
    best = {
        language: max((q for tag, q in ranges if tag.split("-")[0] == language), default=0.0) for language in offered
    }
    liked = max(offered, key=lambda language: best[language])
    return liked if best[liked] > 0 else None


def _parse(part: str) -> tuple[str, float]:
    media, *parameters = (piece.strip() for piece in part.split(";"))
    quality = 1.0
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "q":
            try:
                quality = float(value)
            except ValueError:
                quality = 0.0
    return media.lower(), quality


def _quality(media: str, ranges: list[tuple[str, float]]) -> float:
    kind = media.partition("/")[0]
    for wanted in (media, f"{kind}/*", "*/*"):
        found = [quality for name, quality in ranges if name == wanted]
        if found:
            return max(found)
    return 0.0
