"""JSON Lines, gzipped or not: one article a line."""

import gzip
import json
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO, cast

from kg.errors import IngestError
from kg.ingest.article import Defaults, Details, make_article
from kg.ingest.decode import MAX_CHARACTERS, decode_bytes
from kg.model import Article

# One character takes at most 12 bytes of JSON (two \\u escapes); the other fields are short.
_MAX_LINE = 12 * MAX_CHARACTERS + 100_000
_TEXT_FIELDS = ("title", "language", "published", "publisher", "url")


@dataclass(frozen=True, slots=True)
class RecordFile:
    """An open file of records."""

    stream: BinaryIO
    where: str  # its name in messages
    stem: str  # its name without ending: articles without an id are called after it

    def __iter__(self) -> Iterator[tuple[int, bytes]]:
        """Yield number and bytes of every line that is not blank.

        Raises:
            IngestError: the file is no readable gzip file, or a line has no end.
        """
        number = 0
        try:
            while line := self.stream.readline(_MAX_LINE + 1):
                number += 1
                if len(line) > _MAX_LINE:
                    raise IngestError(
                        "is too long for one article", where=f"{self.where}:{number}", remedy="Put one article a line."
                    )
                if line.strip():
                    yield number, line
        except (gzip.BadGzipFile, EOFError, zlib.error) as error:
            raise IngestError(
                f"is a damaged gzip file: {error}", where=self.where, remedy="Fetch it again, or unpack it."
            ) from None
        if not number:
            raise IngestError("is empty", where=self.where, remedy="Give an article with at least one sentence.")


@contextmanager
def open_lines(file: Path) -> Iterator[BinaryIO]:
    """Open a file of lines, unpacking it if its name ends in .gz."""
    if file.name.lower().endswith(".gz"):
        with gzip.open(file) as packed:
            yield cast("BinaryIO", packed)
    else:
        with file.open("rb") as plain:
            yield plain


def read_record(line: tuple[int, bytes], file: RecordFile, defaults: Defaults) -> tuple[Article, bool]:
    """Return the article of one line, and whether the record has an id.

    A record reads like the .txt file whose first line is its title: the text of the article is the title, an empty line
    and the record's text; without a title, or where the text begins with it, the text alone.

    Raises:
        IngestError: the line is no such record.
    """
    number, data = line
    where = f"{file.where}:{number}"
    record = _parse(decode_bytes(data, where=where), where)
    fields = {name: _field(record, name, where) for name in _TEXT_FIELDS}
    body, given_id = _field(record, "text", where), _field(record, "id", where)
    if body is None or not body.strip():
        raise IngestError('has no "text"', where=where, remedy="Give every record its article's text.")
    title = (fields["title"] or "").strip()
    text = body if not title or body.lstrip().startswith(title) else f"{title}\n\n{body}"
    article = make_article(text, name=given_id or "", where=where, defaults=defaults, details=Details(**fields))
    return (article, True) if given_id else (_named(article, file.stem), False)


def _named(article: Article, stem: str) -> Article:
    # After its content, never its place: the lines of a file may be shuffled.
    return replace(article, name=f"{stem}-{article.id[:8]}")


def _parse(line: str, where: str) -> dict[str, Any]:
    try:
        record = json.loads(line.rstrip("\r\n"))
    except (ValueError, RecursionError) as error:
        problem = (
            f"is not JSON ({error.msg} at column {error.colno})"
            if isinstance(error, json.JSONDecodeError)
            else "is not JSON"
        )
        raise IngestError(problem, where=where, remedy="Mend the line.") from None
    if not isinstance(record, dict):
        raise IngestError("is not a JSON object", where=where, remedy='Write {"title": …, "text": …} on each line.')
    return record


def _field(record: dict[str, Any], name: str, where: str) -> str | None:
    value = record.get(name)
    if value is None or value == "":
        return None
    if isinstance(value, int) and not isinstance(value, bool) and name in ("id", "published"):
        return str(value)
    if not isinstance(value, str):
        raise IngestError(f'has a "{name}" that is no text', where=where, remedy="Write it between quotation marks.")
    return value
