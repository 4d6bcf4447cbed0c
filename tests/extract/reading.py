"""Reads one text of a test and tells its claims in plain words."""

from functools import cache

from kg.extract.rules import document as steps
from kg.extract.rules import make_extractor
from kg.extract.rules.parsing.parse import parse
from kg.extract.rules.parsing.shading import shade_for
from kg.extract.rules.relations.reading import Reading
from kg.lang import load_pack
from kg.model import Claim, Document, MentionKind, Value
from tests.builders import an_article

Said = tuple[str, str, str, str, str, str | None]  # subject, predicate, object, polarity, modality, speaker


@cache
def document(language: str, text: str) -> Document:
    """Read one text."""
    (found,) = make_extractor().extract([an_article(text, language=language)])
    return found


def read(language: str, text: str) -> list[Said]:
    """Return the claims of a text; what has a name is called by it."""
    found = document(language, text)
    return [_said(found, claim) for claim in found.claims]


def _said(found: Document, claim: Claim) -> Said:
    speaker = None if claim.speaker is None else _label(found, claim.speaker)
    target = claim.object.text if isinstance(claim.object, Value) else _label(found, claim.object)
    return (
        _label(found, claim.subject), claim.predicate, target, claim.polarity.value, claim.modality.value, speaker,
    )  # fmt: skip


def _label(found: Document, mention: str) -> str:
    root = next(m.refers_to or m.id for m in found.mentions if m.id == mention)
    chain = [m for m in found.mentions if root in (m.id, m.refers_to)]
    named = [m for m in chain if m.kind is MentionKind.NAME]
    return max((m.surface for m in named or chain if m.surface or not named), key=len, default="")


def reading_of(language: str, text: str) -> Reading:
    """Find mentions, coreference and speakers of one text, and no relations yet."""
    article, pack = an_article(text, language=language), load_pack(language)
    shadow = shade_for(text, pack)
    (doc,) = parse([shadow.text], pack)
    return steps.read(article, doc, pack, shadow)


def named_by(reading: Reading, index: int) -> str:
    """The name that a mention stands for, or nothing."""
    top = reading.root(index)
    return reading.text(*top.core) if top.kind is MentionKind.NAME else ""
