"""Files, folders and standard input → articles, in the order given."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from typing import cast

from kg.errors import IngestError
from kg.ingest.article import Defaults, make_article
from kg.ingest.decode import MAX_CHARACTERS, decode_text, refuse_too_long
from kg.ingest.jsonl import RecordFile, open_lines, read_record
from kg.model import Article

STANDARD_INPUT = "-"
ENDINGS = (".txt", ".jsonl", ".jsonl.gz")
WITH_MARKS = (".html", ".htm", ".xml", ".md", ".pdf", ".doc", ".docx", ".odt", ".rtf")
MARK = ".kg"  # the folder that marks an output of ours: its graph.jsonl is no article

OnBad = Callable[[IngestError], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One article as it was given."""

    article: Article
    # Absolute path, "#" and record id if any: the same source read again replaces what it gave. None: nobody knows.
    source: str | None


def read_inputs(
    paths: Iterable[str | Path], *, defaults: Defaults | None = None, on_bad: OnBad | None = None
) -> Iterator[Input]:
    """Read every article of the files and folders; "-" is standard input.

    Args:
        on_bad: Told of every input that cannot be read, which is then left out; None: the first one is raised.

    Raises:
        IngestError: an input is missing, is no article, or there is no article at all.
    """
    defaults = defaults or Defaults()
    paths, count = list(paths), 0
    for path in paths:
        for file in _files(path, on_bad):
            for found in _read(file, defaults, on_bad):
                count += 1
                yield found
    if not count:
        given = ", ".join(map(str, paths)) or "no path"
        raise IngestError("no article found", where=given, remedy=f"Give files or folders of {' or '.join(ENDINGS)}.")


def find_others(paths: Iterable[str | Path]) -> list[Path]:
    """Return the files of these folders that are passed over because their endings are not those of articles."""
    folders = [Path(path) for path in paths if str(path) != STANDARD_INPUT and Path(path).is_dir()]
    return [file for folder in folders for file in _files_in(folder) if not file.name.lower().endswith(ENDINGS)]


def _files(path: str | Path, on_bad: OnBad | None) -> Iterator[Path | None]:
    """Yield the files to read for one path; None stands for standard input."""
    if str(path) == STANDARD_INPUT:
        yield None
        return
    path = Path(path)
    try:
        if path.is_dir():
            yield from _walk(path)
        elif not path.exists():
            raise IngestError("no such file or folder", where=str(path), remedy="Check the path.")
        elif not path.name.lower().endswith(ENDINGS):
            raise IngestError(f"is not one of {', '.join(ENDINGS)}", where=str(path), remedy=_conversion(path))
        else:
            yield path
    except IngestError as error:
        _tell(error, on_bad)
    except OSError as error:
        _tell(_unreadable(error, path), on_bad)


def _unreadable(error: OSError, path: Path) -> IngestError:
    where = str(error.filename or path)
    return IngestError(f"cannot be read: {error.strerror}", where=where, remedy="Check that you may read it.")


def _refuse(error: OSError) -> None:
    raise error


def _conversion(path: Path) -> str:
    """What makes an article of a file that is none."""
    if path.suffix.lower() == ".json":
        return 'Write it as .jsonl: {"title": …, "text": …} on each line.'
    if path.suffix.lower() in WITH_MARKS:
        return "Save its text alone as .txt."
    return "Convert it, or rename it if it is one."


def _walk(folder: Path) -> Iterator[Path]:
    if (folder / MARK).is_dir():
        remedy = "Name the files to read; a build needs a folder of its own for its results (-o)."
        raise IngestError(
            "is what a build wrote: its files are not taken for articles", where=str(folder), remedy=remedy
        )
    found = False
    for file in _files_in(folder):
        if file.name.lower().endswith(ENDINGS):
            found = True
            yield file
    if not found:
        raise IngestError("has no article", where=str(folder), remedy=f"Put {' or '.join(ENDINGS)} files in it.")


def _files_in(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder, onerror=_refuse):  # a closed folder is named, not passed over
        if MARK in folders:
            folders.clear()
            continue
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        yield from (Path(root, name) for name in sorted(names) if not name.startswith("."))


def _read(file: Path | None, defaults: Defaults, on_bad: OnBad | None) -> Iterator[Input]:
    try:
        if file is None:
            yield from _read_standard_input(defaults, on_bad)
        elif file.name.lower().endswith(".txt"):
            yield _read_text(file, defaults)
        else:
            with open_lines(file) as lines:
                source = str(file.resolve())
                yield from _read_records(
                    RecordFile(lines, str(file), file.name.split(".")[0]), source, defaults, on_bad
                )
    except IngestError as error:
        _tell(error, on_bad)
    except OSError as error:
        _tell(_unreadable(error, file or Path("-")), on_bad)


def _read_text(file: Path, defaults: Defaults) -> Input:
    # Looked at before it is read: a mistaken path may be a disk image.
    refuse_too_long(file.stat().st_size // 4, where=str(file))
    text = decode_text(file.read_bytes(), where=str(file))
    article = make_article(text, name=file.name[: -len(".txt")], where=str(file), defaults=defaults)
    return Input(article=article, source=str(file.resolve()))


def _read_standard_input(defaults: Defaults, on_bad: OnBad | None) -> Iterator[Input]:
    """Read JSON Lines if the first character is a brace, else one article of plain text."""
    stream, where, name = cast("BufferedReader", sys.stdin.buffer), "standard input", "stdin"
    if stream.peek(1).lstrip().startswith(b"{"):
        yield from _read_records(RecordFile(stream, where, name), None, defaults, on_bad)
    else:
        text = decode_text(stream.read(4 * MAX_CHARACTERS + 4), where=where)
        yield Input(article=make_article(text, name=name, where=where, defaults=defaults), source=None)


def _read_records(file: RecordFile, source: str | None, defaults: Defaults, on_bad: OnBad | None) -> Iterator[Input]:
    for line in file:
        try:
            article, given_id = read_record(line, file, defaults)
        except IngestError as error:
            if on_bad is None:
                raise _skippable(error) from None
            on_bad(error)
        else:
            yield Input(article=article, source=f"{source}#{article.name}" if source and given_id else None)


def _skippable(error: IngestError) -> IngestError:
    """Return what is wrong with one record of many, and how to read the others."""
    return IngestError(error.problem, where=error.where, remedy=f"{error.remedy} --skip-bad leaves it out.")


def _tell(error: IngestError, on_bad: OnBad | None) -> None:
    if on_bad is None:
        raise error
    on_bad(error)
