"""FENEC: French texts with fine Quaero entity types, brat files."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.evaluate.bench.arguments import an_article, overlaps
from kg.evaluate.bench.tally import Tally
from kg.lang.schema import load_schema
from kg.model import Article, Document, MentionKind, Span

KINDS = {"pers.ind": "person", "loc.adm": "place", "loc.phys": "place", "loc.oro": "place", "loc.fac": "place"}
ORGANISATION = ("org.ent", "org.adm", "prod.media")


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedText:
    """A text and its names with their kind: person, place, organisation."""

    article: Article
    names: tuple[tuple[str, Span], ...]


def read_texts(folder: Path) -> list[AnnotatedText]:
    """Read every .txt with its .ann."""
    return [_text(path) for path in sorted(folder.glob("*.txt"))]


def _text(path: Path) -> AnnotatedText:
    text = path.read_text("utf-8")
    names = tuple(_names(path.with_suffix(".ann").read_text("utf-8").splitlines()))
    return AnnotatedText(article=an_article(text, name=path.stem, language="fr"), names=names)


def _names(lines: Iterable[str]) -> Iterator[tuple[str, Span]]:
    for line in lines:
        cells = line.split("\t")
        if len(cells) == len(("id", "type and offsets", "text")) and ";" not in cells[1]:
            label, start, end = cells[1].split(" ")
            if kind := _kind(label):
                yield kind, Span(int(start), int(end))


def _kind(label: str) -> str | None:
    if label.startswith(ORGANISATION):
        return "organisation"
    return next((kind for prefix, kind in KINDS.items() if label.startswith(prefix)), None)


def measure(texts: Iterable[AnnotatedText], documents: Iterable[Document]) -> dict[str, Tally]:
    """Count names by kind: overlap of spans with the right kind; "exact" wants the same span; "any kind" no kind.

    Their spans hold titles and articles that ours leave out, so "exact" is a lower bound.
    """
    tallies = {k: Tally() for k in ("person", "place", "organisation", "exact", "any kind")}
    for text, document in zip(texts, documents, strict=True):
        ours = [(kind, m.span) for m in document.mentions if m.kind is MentionKind.NAME and (kind := _kind_of(m.type))]
        for kind in ("person", "place", "organisation"):
            wanted = [s for k, s in text.names if k == kind]
            tallies[kind] += _tally(wanted, [s for k, s in ours if k == kind], exact=False)
        wanted_all, given_all = [s for _, s in text.names], [s for _, s in ours]
        tallies["any kind"] += _tally(wanted_all, given_all, exact=False)
        tallies["exact"] += _tally(wanted_all, given_all, exact=True)
    return tallies


def _kind_of(type_: str) -> str | None:
    is_a = load_schema().is_a
    pairs = (("Person", "person"), ("Place", "place"), ("Organization", "organisation"))
    return next((kind for wanted, kind in pairs if is_a(type_, wanted)), None)


def _tally(wanted: list[Span], given: list[Span], *, exact: bool) -> Tally:
    def meets(one: Span, other: Span) -> bool:
        return one == other if exact else overlaps(one, other)

    found = sum(any(meets(w, g) for g in given) for w in wanted)
    return Tally(len(wanted), found, len(given), sum(any(meets(w, g) for w in wanted) for g in given))
