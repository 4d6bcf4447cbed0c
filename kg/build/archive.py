"""What each article gave, kept between builds: its inputs, the key of its reading, and its document.

A file `documents/ID.jsonl` has two lines: `{"key": …, "given": [{"name": …, "source": …}]}`, then the document.
"""

import contextlib
import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from kg.errors import StoreError
from kg.extract.documents import read_document, write_document
from kg.ingest import Input
from kg.model import Article, Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What one input says of an article beside its text."""

    name: str
    language: str
    title: str
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    source: str | None = None  # hash of where it came from; None: standard input, or a record without an id


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One article of the archive, without its text."""

    id: str  # Article.id
    given: tuple[Given, ...]  # sorted; more than one if several inputs have the same text
    key: str = ""  # of the reading that is kept: see kg.build.freshness

    @property
    def best(self) -> Given:
        """The input that knows most, whichever came first."""
        return self.given[0]

    def article(self, text: str, name: str | None = None) -> Article:
        """Return the article as an extractor reads it."""
        best = self.best
        return Article(
            id=self.id,
            name=name or best.name,
            text=text,
            language=best.language,
            title=best.title,
            url=best.url,
            publisher=best.publisher,
            published=best.published,
        )


def add_inputs(entries: Mapping[str, Entry], inputs: Iterable[Input], folder: Path) -> dict[str, Entry]:
    """Return the entries with the inputs added: a source that is read again replaces what it gave before."""
    given = {id_: set(entry.given) for id_, entry in entries.items()}
    owners = {each.source: id_ for id_, gifts in given.items() for each in gifts if each.source}
    for each in inputs:
        gift = _given(each, folder)
        if gift.source in owners:
            before = given[owners[gift.source]]
            before -= {old for old in before if old.source == gift.source}
        given.setdefault(each.article.id, set()).add(gift)
        if gift.source:
            owners[gift.source] = each.article.id
    return {
        id_: Entry(id=id_, given=tuple(sorted(gifts, key=_rank)), key=entries[id_].key if id_ in entries else "")
        for id_, gifts in sorted(given.items())
        if gifts
    }


def display_names(entries: Iterable[Entry]) -> dict[str, str]:
    """Return the name of each article by id; where several have the same, each gets a part of its id."""
    names: dict[str, list[str]] = {}
    for entry in entries:
        names.setdefault(entry.best.name, []).append(entry.id)
    return {id_: name if len(ids) == 1 else f"{name}~{id_[:8]}" for name, ids in names.items() for id_ in ids}


def read_entries(folder: Path) -> dict[str, Entry]:
    """Read every entry of a folder, without the documents.

    Raises:
        StoreError: a file is damaged.
    """
    return {file.stem: _read_entry(file) for file in sorted(folder.glob("*.jsonl"))}


def read_text(folder: Path, article_id: str) -> str:
    """Return the text of an article that is kept; holds for documents of older formats too."""
    with _file(folder, article_id).open(encoding="utf-8") as lines:
        lines.readline()
        text: str = json.loads(lines.readline())["article"]["text"]
    return text


def read_kept(folder: Path, article_id: str) -> Document:
    """Return the document of an article."""
    with _file(folder, article_id).open(encoding="utf-8", newline="\n") as lines:
        lines.readline()
        return read_document(lines.readline())


def write_entry(folder: Path, entry: Entry, document: Document) -> None:
    """Write entry and document; a run killed in the middle leaves nothing half written."""
    head = json.dumps(
        {"key": entry.key, "given": [{k: v for k, v in asdict(g).items() if v is not None} for g in entry.given]},
        ensure_ascii=False,
    )
    part = folder / f"{entry.id}.part"
    part.write_text(f"{head}\n{write_document(document)}\n", "utf-8", newline="\n")
    part.replace(_file(folder, entry.id))


def move_entry(place: Path, folder: Path, article_id: str) -> None:
    """Move entry and document to another folder of the same disk."""
    _file(place, article_id).replace(_file(folder, article_id))


def _file(folder: Path, article_id: str) -> Path:
    return folder / f"{article_id}.jsonl"


def _read_entry(file: Path) -> Entry:
    try:
        with file.open(encoding="utf-8") as lines:
            head = json.loads(lines.readline())
        return Entry(id=file.stem, key=head["key"], given=tuple(Given(**given) for given in head["given"]))
    except (ValueError, KeyError, TypeError) as error:
        raise StoreError(
            "is damaged", where=str(file), remedy="Delete it and build its article again, or build with --fresh."
        ) from error


def _given(each: Input, folder: Path) -> Given:
    article = each.article
    return Given(
        name=article.name,
        language=article.language,
        title=article.title,
        url=article.url,
        publisher=article.publisher,
        published=article.published,
        source=_source_key(each.source, folder) if each.source else None,
    )


def _source_key(source: str, folder: Path) -> str:
    """Return a hash of the way from the output to the source: the two may move together, and no path is given away."""
    with contextlib.suppress(ValueError):  # on another drive
        source = os.path.relpath(source, folder.resolve())
    return hashlib.sha256(Path(source).as_posix().encode("utf-8", "surrogateescape")).hexdigest()[:16]


def _rank(given: Given) -> tuple[object, ...]:
    known = sum(value is not None for value in (given.url, given.publisher, given.published))
    return (-known, *(str(value or "") for value in asdict(given).values()))
