"""Runs the command line as a user does: another process, its two outputs apart, its exit code."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.build.quick_extractor import NAME

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


def kg(*arguments: object, stdin: str | None = None, folder: Path = ROOT, **environment: str) -> Ran:
    done = subprocess.run(
        command(*arguments),
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=folder,
        env=variables(**environment),
        timeout=300,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def command(*arguments: object) -> list[str]:
    given = [str(argument) for argument in arguments]
    if given[0] == "build":
        given += ["--extractor", NAME]
    return [sys.executable, "-m", "kg", *given]


def variables(**environment: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "100", **environment}
