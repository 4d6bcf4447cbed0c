"""Text and what is known of it → Article."""

import re
from dataclasses import dataclass

from kg.errors import IngestError
from kg.ingest.decode import check_text
from kg.ingest.language import check_language, identify_language
from kg.model import Article, article_id

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ].*)?)?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Defaults:
    """What holds for every article that does not say otherwise itself."""

    language: str | None = None
    published: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What a record says of its article beside the text."""

    title: str | None = None
    language: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None


def make_article(text: str, *, name: str, where: str, defaults: Defaults, details: Details | None = None) -> Article:
    """Return the article with this text; its id is a hash of the text, so that equal texts are one article.

    Raises:
        IngestError: the text is none, its language is not read, or its date is no ISO date.
    """
    details = details or Details()
    check_text(text, where=where)
    code = details.language or defaults.language
    published = details.published or defaults.published
    return Article(
        id=article_id(text),
        name=name,
        text=text,
        language=check_language(code, where=where) if code else identify_language(text, where=where),
        title=details.title or _first_line(text),
        url=details.url,
        publisher=details.publisher or defaults.publisher,
        published=check_date(published, where=where) if published else None,
    )


def check_date(value: str, *, where: str) -> str:
    """Return an ISO date ("2019", "2019-05", "2019-05-16") without its time of day.

    Raises:
        IngestError: it is none.
    """
    match = _DATE.fullmatch(value.strip())
    if match:
        year, month, day = (int(part or 1) for part in match.groups())
        if 1 <= month <= 12 and 1 <= day <= 31 and year > 0:
            return "-".join(part for part in match.groups() if part)
    raise IngestError(
        f"has a publication date that is no ISO date: {value!r}", where=where, remedy="Write it like 2019-05-16."
    )


def _first_line(text: str) -> str:
    return text.strip().splitlines()[0].strip()
