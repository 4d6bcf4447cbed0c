"""A fact, told: what it says, how real it is, and every sentence that shows it."""

import html
from dataclasses import dataclass
from typing import Any

from kg.errors import QueryError
from kg.lang.labels import load_labels
from kg.model import OPEN, Article, Evidence, Fact, Graph, Span, Value
from kg.view.appearance import status_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One sentence that shows a fact, with its parts; spans count from the beginning of the sentence."""

    article: str  # name
    title: str
    url: str | None
    published: str | None
    sentence: str
    parts: tuple[tuple[str, Span], ...]  # ("subject" | "trigger" | "object", where), in the order of the text
    start: int  # of the sentence in the article
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """All that is known of one fact."""

    id: str
    subject: str
    relation: str
    object: str
    status: str
    polarity: str
    modality: str
    speaker: str | None
    time: str | None
    confidence: float
    shown: tuple[Shown, ...]

    @property
    def line(self) -> str:
        """The fact in one line."""
        return f"{self.subject} — {self.relation} → {self.object}"

    def __str__(self) -> str:
        lines = [f"{self.status}: {self.line}" + (f" (says {self.speaker})" if self.speaker else "")]
        return "\n".join([*lines, *(f"  {each.article}: {' '.join(each.sentence.split())}" for each in self.shown)])

    def _repr_html_(self) -> str:
        """Show the fact in a notebook, the parts of its sentences marked."""
        said = f" (says {html.escape(self.speaker)})" if self.speaker else ""
        head = f"<p><b>{html.escape(self.status)}</b>: {html.escape(self.line)}{said}</p>"
        return head + "".join(
            f"<blockquote>{_marked(each)}<br><small>{html.escape(each.title or each.article)}</small></blockquote>"
            for each in self.shown
        )

    def to_json(self) -> dict[str, Any]:
        """Return it as plain values."""
        plain = {name: getattr(self, name) for name in self.__slots__ if name != "shown"}
        return {**plain, "evidence": [_shown_to_json(each) for each in self.shown]}


def _marked(shown: Shown) -> str:
    """Return the sentence as HTML with its parts marked; a part inside another part is not marked again."""
    text, place = [], 0
    for _, span in shown.parts:
        if span.start >= place:
            text += [
                html.escape(shown.sentence[place : span.start]),
                f"<mark>{html.escape(span.cut(shown.sentence))}</mark>",
            ]
            place = span.end
    return "".join([*text, html.escape(shown.sentence[place:])])


def explain_fact(graph: Graph, wanted: str, *, language: str = "en") -> Explanation:
    """Explain the fact with this id, IRI, or beginning of an id.

    Raises:
        QueryError: none or several begin so.
    """
    name = wanted.strip().strip("<>").rsplit("/", 1)[-1]
    found = [fact for fact in graph.facts if fact.id == name] or [
        f for f in graph.facts if name and f.id.startswith(name)
    ]
    if len(found) > 1:
        raise QueryError(
            "several facts begin so", where=wanted, remedy=f"Say more: {', '.join(f.id for f in found[:5])}."
        )
    if not found:
        raise QueryError("no such fact", where=wanted, remedy="List facts with: kg export -f csv")
    return tell(graph, found[0], language=language)


def tell(graph: Graph, fact: Fact, *, language: str = "en") -> Explanation:
    """Explain a fact of the graph, its relation worded in the language."""
    labels = {entity.id: entity.label for entity in graph.entities}
    articles = {article.id: article for article in graph.articles}
    return Explanation(
        id=fact.id,
        subject=labels[fact.subject],
        relation=relation_label(fact, language),
        object=fact.object.text if isinstance(fact.object, Value) else labels[fact.object],
        status=status_of(fact),
        polarity=fact.polarity.value,
        modality=fact.modality.value,
        speaker=labels[fact.speaker] if fact.speaker else None,
        time=fact.period.value if fact.period else None,
        confidence=fact.confidence,
        shown=tuple(_show(evidence, articles[evidence.article]) for evidence in fact.evidence),
    )


def relation_label(fact: Fact, language: str) -> str:
    """Return the words for a fact's relation: the ontology's label, or an open fact's own phrase."""
    if fact.predicate == OPEN:
        return fact.phrase
    return load_labels().get(fact.predicate, {}).get(language, fact.predicate)


def _show(evidence: Evidence, article: Article) -> Shown:
    sentence = evidence.sentence
    places = (("subject", evidence.subject), ("trigger", evidence.trigger), ("object", evidence.object))
    parts = [
        (part, Span(span.start - sentence.start, span.end - sentence.start))
        for part, span in places
        if span and sentence.start <= span.start and span.end <= sentence.end
    ]
    return Shown(
        article=article.name,
        title=article.title,
        url=article.url,
        published=article.published,
        sentence=sentence.cut(article.text),
        parts=tuple(sorted(parts, key=lambda pair: pair[1])),
        start=sentence.start,
        rule=evidence.rule,
        confidence=evidence.confidence,
    )


def _shown_to_json(shown: Shown) -> dict[str, Any]:
    plain = {name: getattr(shown, name) for name in shown.__slots__ if name != "parts"}
    return {**plain, "parts": [{"part": part, "start": span.start, "end": span.end} for part, span in shown.parts]}
