"""A real extractor in a few lines, without a model: "X a fondé Y." or "X founded Y." is a fact, others are none."""

import re
import time
from collections.abc import Iterable, Iterator

from kg.model import Article, Claim, Document, Evidence, Mention, MentionKind, Modality, Polarity, Span

NAME = "tests.build.quick_extractor:make_extractor"
_FOUNDED = re.compile(r"(?P<subject>[A-Z]\w+) (?P<trigger>a fondé|founded) (?P<object>[A-Z]\w+)")


class QuickExtractor:
    name = "quick"
    version = "1"

    def extract(self, articles: Iterable[Article]) -> Iterator[Document]:
        for article in articles:
            if "SLOW" in article.text:
                time.sleep(30)
            if "BROKEN" in article.text:
                raise RuntimeError("no way to read this")
            yield _read(article)


def make_extractor() -> QuickExtractor:
    return QuickExtractor()


def _read(article: Article) -> Document:
    found = list(_FOUNDED.finditer(article.text))
    mentions = {}
    for match in found:
        for role, kind in (("subject", "Person"), ("object", "Company")):
            span = Span(*match.span(role))
            surface = "lie" if "LIE" in article.text else match[role]
            mention = Mention(id=f"m{span.start}", span=span, surface=surface, kind=MentionKind.NAME, type=kind)
            mentions[mention.id] = mention
    return Document(
        article=article,
        sentences=tuple(Span(*match.span()) for match in found),
        mentions=tuple(mentions.values()),
        claims=tuple(_claim(article, match) for match in found),
    )


def _claim(article: Article, match: re.Match[str]) -> Claim:
    sentence = Span(*match.span())
    subject, trigger, object_ = (Span(*match.span(role)) for role in ("subject", "trigger", "object"))
    return Claim(
        subject=f"m{subject.start}",
        predicate="founded",
        object=f"m{object_.start}",
        phrase="fonder",
        polarity=Polarity.POSITIVE,
        modality=Modality.ACTUAL,
        speaker=None,
        period=None,
        past=False,
        evidence=Evidence(
            article=article.id,
            sentence=sentence,
            clause=sentence,
            trigger=trigger,
            subject=subject,
            object=object_,
            text=match[0],
            extractor="quick/1",
            rule="founded",
            confidence=0.9,
        ),
    )
