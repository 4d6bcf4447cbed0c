"""Name → extractor, through the entry point group `kg.extractors`."""

import hashlib
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from pathlib import Path

from kg.errors import ExtractorError
from kg.extract.contract import Extractor

GROUP = "kg.extractors"
DEFAULT = "rules"


def extractor_names() -> tuple[str, ...]:
    """Name the extractors that are installed, sorted."""
    return tuple(sorted({entry.name for entry in entry_points(group=GROUP)}))


def load_extractor(name: str = DEFAULT) -> Extractor:
    """Make the extractor of that name.

    Raises:
        ExtractorError: none has that name, or it cannot be loaded.
    """
    try:
        extractor: Extractor = _entry(name).load()()
    except ImportError as error:
        raise ExtractorError(
            f"cannot be loaded: {error}", where=f"extractor {name!r}", remedy="Install what it needs."
        ) from error
    return extractor


@cache
def extractor_digest(name: str = DEFAULT) -> str:
    """Return a hash of the extractor's own code: what it read before its code changed is read again."""
    spec = find_spec(_entry(name).module)
    digest = hashlib.sha256()
    if spec and spec.origin:
        for file in sorted(Path(spec.origin).parent.rglob("*.py")):
            digest.update(file.read_bytes())
    return digest.hexdigest()


def _entry(name: str) -> EntryPoint:
    if ":" in name:  # "module:factory", not installed: one that is being written
        return EntryPoint(name=name, value=name, group=GROUP)
    found = [entry for entry in entry_points(group=GROUP) if entry.name == name]
    if not found:
        known = ", ".join(extractor_names()) or "none"
        raise ExtractorError(
            "is not installed", where=f"extractor {name!r}", remedy=f"Installed: {known}. Reinstall kg, or name one."
        )
    return found[0]
