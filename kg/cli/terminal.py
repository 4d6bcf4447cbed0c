"""What the user sees: data on standard output, everything else on standard error."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from rich.console import Console, RenderableType
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

_LABELS = {"read": "reading", "write": "writing"}


@dataclass(frozen=True)
class Terminal:
    """Where to write, and how much. Colours follow the terminal, NO_COLOR and FORCE_COLOR."""

    as_json: bool = False
    quiet: bool = False
    out: Console = field(default_factory=lambda: Console(file=sys.stdout, highlight=False, emoji=False))
    err: Console = field(default_factory=lambda: Console(file=sys.stderr, highlight=False, emoji=False))

    def show(self, answer: RenderableType) -> None:
        """Write an answer laid out for people."""
        if self.out.is_terminal:
            self.out.print(answer)
            return
        with self.out.capture() as captured:
            self.out.print(answer)
        # In a file or a pipe nobody wants the spaces that fill up a line.
        self.data("\n".join(line.rstrip() for line in captured.get().splitlines()))

    def data(self, text: str) -> None:
        """Write an answer as it is."""
        sys.stdout.write(text if text.endswith("\n") else text + "\n")

    def json(self, value: Any) -> None:
        """Write an answer as JSON."""
        self.data(json.dumps(value, ensure_ascii=False, indent=2))

    def say(self, message: str, *, style: str | None = None) -> None:
        """Tell what happened, unless the user wants quiet."""
        if not self.quiet:
            self.err.print(message, style=style, markup=False, soft_wrap=True)

    def say_nothing_found(self) -> None:
        """Tell that an answer is empty: the heading of a table alone looks like a mistake."""
        self.say("Nothing found.")

    def warn(self, message: str) -> None:
        """Tell what went wrong, in one line, even to those who want quiet."""
        self.err.print(message, style="bold red", markup=False, soft_wrap=True)

    @contextmanager
    def progress(self) -> Iterator["Bar"]:
        """Show one bar while the block runs, on a terminal only."""
        hidden = self.quiet or self.as_json or not self.err.is_terminal
        columns = (
            TextColumn("{task.description:<8}"),
            BarColumn(bar_width=40),
            TextColumn("{task.fields[count]}"),
            TimeRemainingColumn(),
        )
        with Progress(*columns, console=self.err, transient=True, disable=hidden, refresh_per_second=5) as progress:
            yield Bar(progress, progress.add_task("loading", total=None, count=""))


@dataclass(frozen=True)
class Bar:
    """The one progress bar: nine tenths of it for reading, the rest for writing."""

    progress: Progress
    task: TaskID

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Move the bar."""
        share = done / total if total else 1.0
        complete = 0.9 * share if stage == "read" else 0.9 + 0.1 * share
        # The first article comes when the model is loaded; until then nobody knows how long it takes.
        known = 1.0 if stage != "read" or done else None
        count = f"{done}/{total} articles" if stage == "read" else ""
        self.progress.update(
            self.task, description=_LABELS[stage] if known else "loading", completed=complete, total=known, count=count
        )
