"""Small records for tests: a test names only what it is about, the rest is filled in."""

import hashlib
from collections.abc import Iterable
from typing import Any

from kg.model import (
    OPEN,
    Article,
    Claim,
    Document,
    Entity,
    EntityMention,
    Evidence,
    Fact,
    Graph,
    Mention,
    MentionKind,
    Modality,
    Polarity,
    Span,
    Value,
    article_id,
)


def an_article(text: str = "Mina Duval a fondé Orvella en 2012.", **more: Any) -> Article:
    """An article whose id is the hash of its text, as in the real pipeline."""
    id_ = article_id(text)
    return Article(**{"id": id_, "name": f"article-{id_[:4]}", "text": text, "language": "fr", **more})


def a_span(text: str, words: str, *, nth: int = 0) -> Span:
    """Where the words stand (their nth occurrence, from 0)."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def a_mention(article: Article, words: str, **more: Any) -> Mention:
    """A mention of a name in an article."""
    return Mention(
        **{
            "id": words,
            "span": a_span(article.text, words),
            "surface": words,
            "kind": MentionKind.NAME,
            "type": "Company",
            **more,
        }
    )


def an_entity(label: str = "Orvella", type_: str = "Company", *, in_: Article | None = None, **more: Any) -> Entity:
    """An entity; with `in_`, mentioned wherever the label stands in that article."""
    mentions: list[EntityMention] = []
    if in_ is not None:
        for nth in range(in_.text.count(label)):
            span = a_span(in_.text, label, nth=nth)
            mentions.append(EntityMention(article=in_.id, span=span, surface=label, kind=MentionKind.NAME))
    id_ = "".join(c if c.isalnum() else "-" for c in label.casefold())
    return Entity(**{"id": id_, "type": type_, "label": label, "mentions": tuple(mentions), **more})


def an_evidence(article: Article, clause: str | None = None, trigger: str = "", **more: Any) -> Evidence:
    """Evidence in an article: its whole text is the sentence unless told otherwise."""
    span = Span(0, len(article.text)) if clause is None else a_span(article.text, clause)
    at = a_span(article.text, trigger) if trigger else Span(span.start, span.start)
    return Evidence(
        **{
            "article": article.id,
            "sentence": Span(0, len(article.text)),
            "clause": span,
            "trigger": at,
            "subject": None,
            "object": None,
            "text": span.cut(article.text),
            "extractor": "rules/0.1",
            "rule": "test",
            "confidence": 0.9,
            **more,
        }
    )


def a_claim(article: Article, subject: str, predicate: str, object_: Any, **more: Any) -> Claim:
    """A claim that the article states, unless told otherwise."""
    said = {
        "subject": subject,
        "predicate": predicate,
        "object": object_,
        "phrase": predicate,
        "polarity": Polarity.POSITIVE,
        "modality": Modality.ACTUAL,
        "speaker": None,
        "period": None,
        "past": False,
        "evidence": an_evidence(article),
    }
    return Claim(**{**said, **more})


def a_fact(
    subject: Entity | str, predicate: str, object_: Entity | Value | str, *evidence: Evidence, **more: Any
) -> Fact:
    """A fact, asserted unless told otherwise; its id is a hash of what it says."""
    said = {
        "subject": _id(subject),
        "predicate": predicate,
        "object": object_ if isinstance(object_, Value) else _id(object_),
        "phrase": predicate if predicate == OPEN else "",
        "polarity": Polarity.POSITIVE,
        "modality": Modality.ACTUAL,
        "speaker": None,
        "period": None,
        "past": False,
        "confidence": 0.9,
        "evidence": evidence,
        **more,
    }
    if isinstance(said["speaker"], Entity):
        said["speaker"] = said["speaker"].id
    meaning = {k: str(value) for k, value in said.items() if k not in ("evidence", "confidence")}
    id_ = hashlib.sha256(repr(sorted(meaning.items())).encode()).hexdigest()[:12]
    return Fact(**{"id": id_, **said})


def a_graph(
    articles: Iterable[Article] = (), entities: Iterable[Entity] = (), facts: Iterable[Fact] = (), **more: Any
) -> Graph:
    """A graph in canonical order; its sentences are those of the evidence."""
    facts = tuple(sorted(facts, key=lambda f: f.id))
    sentences = sorted({(e.article, e.sentence) for f in facts for e in f.evidence})
    return Graph(
        **{
            "articles": tuple(sorted(articles, key=lambda a: a.id)),
            "sentences": tuple(sentences),
            "entities": tuple(sorted(entities, key=lambda e: e.id)),
            "facts": facts,
            **more,
        }
    )


def a_document(article: Article, *mentions: Mention, claims: Iterable[Claim] = ()) -> Document:
    """A document of one sentence."""
    return Document(article=article, sentences=(Span(0, len(article.text)),), mentions=mentions, claims=tuple(claims))


def _id(entity: Entity | str) -> str:
    return entity if isinstance(entity, str) else entity.id
