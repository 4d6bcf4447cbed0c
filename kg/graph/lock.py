"""One writer at a time: a lock that the system releases when its process ends, however it ends."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from kg.errors import StoreError

if sys.platform == "win32":
    import msvcrt

    def _acquire(file: IO[str]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _acquire(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def exclusive_lock(path: Path, *, where: str) -> Iterator[None]:
    """Hold the lock.

    Raises:
        StoreError: another process holds it, or the file cannot be written.
    """
    try:
        file = path.open("a+", encoding="utf-8")
    except OSError as error:
        raise StoreError(
            f"cannot be written: {error.strerror}", where=where, remedy="Check its permissions."
        ) from error
    with file:
        try:
            _acquire(file)
        except OSError:
            raise StoreError(
                f"is being written by another process{_holder(file)}",
                where=where,
                remedy="Wait for it to end, or choose another folder with -o.",
            ) from None
        file.seek(0)
        file.truncate()
        file.write(str(os.getpid()))
        file.flush()
        yield


def _holder(file: IO[str]) -> str:
    file.seek(0)
    number = file.read(20).strip()
    return f" (number {number})" if number.isdigit() else ""
