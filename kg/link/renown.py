"""What only a description says of somebody whom many articles name: it is often somebody else's.

In its article "le fondateur de Valtec" is taken for whoever is named near it and may be one. That is right most of the
time; but what is true of somebody well known is said beside his name in some article, and is one fact there, while
every description that is wrongly taken for his makes a fact of its own. So they gather where most people look.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from kg.lang.schema import load_schema
from kg.model import Claim, Document, Entity, Evidence, Mention, MentionKind

MANY = 10  # articles that name somebody
AT_MOST = 0.45  # confidence in what a description tells by itself of somebody so well known: three articles must


class Renown:
    """Knows how many articles name each person."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        """Count the articles."""
        is_a = load_schema().is_a
        self._articles = Counter(
            entity.id
            for entity in entities
            if is_a(entity.type, "Person")
            for _ in {m.article for m in entity.mentions if m.kind is MentionKind.NAME}
        )

    def weighed(self, claim: Claim, mentions: dict[str, Mention], subject: str, object_: object) -> Evidence:
        """Return the evidence of a claim, less sure if a description tells it of somebody well known.

        Args:
            mentions: of the article, by id.
            subject: the entity that is meant.
            object_: likewise, or a literal.
        """
        ends = ((claim.subject, subject), (claim.object, object_))
        descriptions = [(mentions[m], str(e)) for m, e in ends if isinstance(m, str) and _is_joined(mentions[m])]
        at = claim.evidence.trigger.start
        described = any(mention.span.start <= at < mention.span.end for mention, _ in descriptions)
        if not (described and any(self._articles[entity] >= MANY for _, entity in descriptions)):
            return claim.evidence
        return replace(claim.evidence, confidence=min(claim.evidence.confidence, AT_MOST))


def mentions_of(document: Document) -> dict[str, Mention]:
    """Return the mentions of an article by id."""
    return {mention.id: mention for mention in document.mentions}


def _is_joined(mention: Mention) -> bool:
    """Whether a description stands for a name."""
    return mention.kind is MentionKind.NOMINAL and mention.refers_to is not None
