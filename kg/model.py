"""The records that travel between the stages: read this first.

    Article ──extract──▶ Document(mentions, claims) ──link──▶ Graph(entities, facts) ──encode──▶ quads

Every record is frozen and compares by value. Offsets count Unicode code points of `Article.text`, end exclusive.
"""

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum

ASSERTION_CONFIDENCE = 0.75  # a plain triple needs this much; why this much: docs/decisions/0009
LEARNED = "learned/"  # how the rule of an evidence begins that no rule of the language but the learned reader gave
OPEN = "open"  # the predicate of a relation that no property of the ontology expresses


class MentionKind(StrEnum):
    """How a mention refers."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


class Polarity(StrEnum):
    """Whether the text affirms or denies."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Modality(StrEnum):
    """How real the text says it is."""

    ACTUAL = "actual"
    PLANNED = "planned"
    PROMISED = "promised"
    POSSIBLE = "possible"
    CONDITIONAL = "conditional"
    OBLIGATED = "obligated"
    DESIRED = "desired"
    GENERIC = "generic"


class Datatype(StrEnum):
    """What a literal is."""

    DATE = "date"
    NUMBER = "number"
    MONEY = "money"
    STRING = "string"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points of `Article.text`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def cut(self, text: str) -> str:
        """Return the characters that the span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One news article, its text exactly as it was in the file."""

    id: str  # see `article_id`
    name: str  # the file's name without its ending, or the JSON record's id
    text: str
    language: str  # "fr", "en"
    title: str = ""
    url: str | None = None
    publisher: str | None = None
    published: str | None = None  # ISO date, as precise as known


def article_id(text: str) -> str:
    """Return the first 16 hex digits of the SHA-256 of the text in UTF-8: equal texts are one article."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A literal: ISO date ("2019-05"), plain decimal ("3.5"), amount ("15000000 EUR") or words."""

    text: str
    datatype: Datatype


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words of an article that refer to something."""

    id: str  # unique in its document
    span: Span
    surface: str  # equals span.cut(article.text)
    kind: MentionKind
    type: str  # class of the ontology: "Company"
    refers_to: str | None = None  # id of the mention that this one stands for; None: it stands for itself
    known: str | None = None  # id in the shipped gazetteer: "country/us", "government/us"
    local: bool = False  # True: a description that means something in this article only


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The time of a fact: both bounds inclusive ISO dates, and the value as precise as the text."""

    value: str | None  # "2019", "2019-05", "2019-05-16"
    earliest: str | None
    latest: str | None
    surface: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One place in one article that shows a fact."""

    article: str  # Article.id
    sentence: Span
    clause: Span  # the shortest part that shows the fact
    trigger: Span
    subject: Span | None  # where the arguments stand in the sentence; None: they are understood
    object: Span | None
    text: str  # equals clause.cut(article.text)
    extractor: str  # "rules/0.1"
    rule: str  # which rule: "acquired/verb/racheter"
    confidence: float  # 0 to 1: how sure the reading is


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one sentence says of mentions."""

    subject: str  # Mention.id
    predicate: str  # property of the ontology, or OPEN
    object: str | Value  # Mention.id or literal
    phrase: str  # lemma phrase of the words that express it
    polarity: Polarity
    modality: Modality
    speaker: str | None  # Mention.id of the one who is said to say it; None: the article
    period: Period | None
    past: bool  # a state that no longer holds ("ancien président de")
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """All that one extractor read in one article."""

    article: Article
    sentences: tuple[Span, ...]
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityMention:
    """A place where an entity is mentioned."""

    article: str  # Article.id
    span: Span
    surface: str
    kind: MentionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One thing that articles speak of."""

    id: str  # slug, unique in the graph: "huawei"; the IRI is <base>/id/<id>
    type: str
    label: str
    labels: tuple[tuple[str, str], ...] = ()  # (language, label) pairs, sorted
    aliases: tuple[str, ...] = ()  # names only, never descriptions
    mentions: tuple[EntityMention, ...] = ()
    known: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Claims of equal meaning, over entities, with all their evidence."""

    id: str  # 12 hex digits of a hash of everything but evidence and confidence
    subject: str  # Entity.id
    predicate: str
    object: str | Value
    phrase: str  # only the lemma phrase of open facts is part of the identity
    polarity: Polarity
    modality: Modality
    speaker: str | None
    period: Period | None
    past: bool
    confidence: float  # 0 to 1: that of all evidence together
    evidence: tuple[Evidence, ...] = field(default=())

    @property
    def entities(self) -> tuple[str, ...]:
        """The entities that it speaks of: its subject, its object if that is no literal, and its speaker."""
        return tuple(end for end in (self.subject, self.object, self.speaker) if isinstance(end, str))

    @property
    def asserted(self) -> bool:
        """Whether the article itself states it as true: the only facts written as plain triples.

        A relation without a property is never one: "related to" alone would say less than the text, or something else.
        Nor is a reading of which the extractor is not sure enough, nor one that no rule of the language stands behind.
        """
        return (
            self.predicate != OPEN
            and not (self.evidence and all(e.rule.startswith(LEARNED) for e in self.evidence))
            and self.confidence >= ASSERTION_CONFIDENCE
            and self.polarity is Polarity.POSITIVE
            and self.modality is Modality.ACTUAL
            and self.speaker is None
            and not self.past
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """All that was read, linked: what is stored, exported and shown. Every tuple is sorted by id."""

    articles: tuple[Article, ...]
    sentences: tuple[tuple[str, Span], ...]  # (Article.id, sentence) of every sentence that shows a fact
    entities: tuple[Entity, ...]
    facts: tuple[Fact, ...]
