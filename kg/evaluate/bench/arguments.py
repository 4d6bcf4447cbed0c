"""A document's claims over chains of mentions: what every relation corpus is compared with."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.lang.gazetteer import load_gazetteer
from kg.link.chains import find_chains
from kg.model import Article, Document, Mention, Modality, Polarity, Span, Value, article_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """One end of a relation: all places of the document that mean it, and the value of a literal."""

    spans: tuple[Span, ...]
    surfaces: tuple[str, ...]
    value: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A claim that the document affirms, whoever says so."""

    subject: Argument
    predicate: str
    object: Argument


def an_article(text: str, *, name: str, language: str) -> Article:
    """Return a text of a corpus as an article."""
    return Article(id=article_id(text), name=name, text=text, language=language)


def relations(document: Document) -> Iterator[Relation]:
    """Yield what a document affirms as actual, each relation once."""
    chain_of = {m.id: c.mentions for c in find_chains(document, load_gazetteer()) for m in c.mentions}
    seen: set[Relation] = set()
    for claim in document.claims:
        if claim.polarity is not Polarity.POSITIVE or claim.modality is not Modality.ACTUAL:
            continue
        text, evidence = document.article.text, claim.evidence
        subject = _argument(chain_of[claim.subject], evidence.subject, text)
        if isinstance(claim.object, Value):
            at = (evidence.object,) if evidence.object else ()
            object_ = Argument(spans=at, surfaces=tuple(s.cut(text) for s in at), value=claim.object.text)
        else:
            object_ = _argument(chain_of[claim.object], evidence.object, text)
        relation = Relation(subject=subject, predicate=claim.predicate, object=object_)
        if relation not in seen:
            seen.add(relation)
            yield relation


def _argument(mentions: tuple[Mention, ...], at: Span | None, text: str) -> Argument:
    spans = {m.span for m in mentions} | ({at} if at else set())
    return Argument(spans=tuple(sorted(spans)), surfaces=tuple(sorted({s.cut(text) for s in spans})))


def overlaps(one: Span, other: Span) -> bool:
    """Whether two spans share a character."""
    return one.start < other.end and other.start < one.end
