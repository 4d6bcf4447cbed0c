"""When a reading is still good: the key of everything that a document depends on."""

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from kg.build.archive import Entry
from kg.build.settings import Settings
from kg.extract.registry import extractor_digest
from kg.lang import FOLDER, load_pack


def reading_key(entry: Entry, extractor: str) -> str:
    """Return a hash of text, details, extractor, language pack and model: equal keys, equal documents."""
    best = entry.best
    details = [entry.id, best.language, best.title, best.url, best.publisher, best.published]
    return _hash(json.dumps([*details, extractor, extractor_digest(extractor), language_digest(best.language)]))


def results_key(entries: Mapping[str, Entry], settings: Settings, imports: Sequence[str]) -> str:
    """Return a hash of all that the results depend on: equal keys, equal bytes.

    Args:
        imports: Names of imported graphs.
    """
    known = [[entry.key, entry.best.name] for _, entry in sorted(entries.items())]
    return _hash(json.dumps([known, asdict(settings), list(imports), _code_digest()]))


@cache
def language_digest(language: str) -> str:
    """Return a hash of a language's pack, of what all languages share, and of its model's version."""
    others = {file.parent.name for file in FOLDER.glob("*/language.toml")} - {language}
    return _digest(_version(load_pack(language).model), FOLDER, leave_out=others)


@cache
def _code_digest() -> str:
    # The sources of the page are not what runs: its compiled form is in kg/view/static.
    return _digest("", FOLDER.parent, leave_out={"frontend", "samples"})


def _digest(start: str, root: Path, *, leave_out: set[str]) -> str:
    digest = hashlib.sha256(start.encode())
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(set(folders) - leave_out - {"__pycache__"})
        for name in sorted(names):
            file = Path(folder, name)
            digest.update(file.relative_to(root).as_posix().encode() + b"\0" + _digest_of_file(file))
    return digest.hexdigest()


@cache
def _digest_of_file(file: Path) -> bytes:
    """Return a hash of what a file holds, read once: those of a language count for its pack and for the code."""
    return hashlib.sha256(file.read_bytes()).digest()


def _version(model: str) -> str:
    try:
        return f"{version('spacy')} {model} {version(model)}"
    except PackageNotFoundError:
        return model


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
