"""One part of the extractor in the place of another, for as long as something is trained or measured."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def exchanged(owner: Any, name: str, other: Any) -> Iterator[None]:
    """Let an attribute of a module or class be another."""
    original = getattr(owner, name)
    setattr(owner, name, other)
    try:
        yield
    finally:
        setattr(owner, name, original)
