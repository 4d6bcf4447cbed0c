"""`kg rules`: what the extractor reads, and how often it fires in a corpus."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from kg.cli.tables import plain
from kg.cli.terminal import Terminal
from kg.errors import EvaluationError

if TYPE_CHECKING:  # other commands start without what counts and measures
    from kg.evaluate.rules import Rule

_WORDS = 8  # triggers that a line shows


def rules(options: Namespace, terminal: Terminal) -> None:
    """`kg rules`."""
    from kg.build.counting import count_rules
    from kg.evaluate.rules import list_rules

    if not options.count:
        if options.dead:
            raise EvaluationError("--dead needs a corpus", remedy="Try: kg rules --count CORPUS --dead")
        _show(list_rules(options.language), terminal)
        return
    with terminal.progress() as bar:
        counted = count_rules(
            options.count,
            language=options.language,
            samples=0 if options.dead else options.samples,
            workers=options.workers,
            extractor=options.extractor,
            progress=bar,
        )
    dead = [rule for rule in counted if not rule.count]
    _show(dead if options.dead else [rule for rule in counted if rule.count], terminal)
    where = "" if options.dead else "; --dead lists them"
    terminal.say(f"{len(counted) - len(dead)} of {len(counted)} rules fired, {len(dead)} never did{where}.")


def _show(found: Sequence["Rule"], terminal: Terminal) -> None:
    if terminal.as_json:
        terminal.json([{**asdict(rule), "triggers": dict(rule.triggers)} for rule in found])
    elif found:
        width = max(len(rule.id) for rule in found)
        terminal.data("\n".join(plain(line) for rule in found for line in _lines(rule, width)))


def _lines(rule: "Rule", width: int) -> Iterator[str]:
    """A line for the rule, and one for each sample; for its first example where it has none."""
    count = f"{rule.count:>6}  " if rule.count else ""
    fired = [f"{word} {number}" if number else word for word, number in rule.triggers if number or not rule.count]
    words = ", ".join(fired[:_WORDS] + ([f"{len(fired) - _WORDS} more"] if len(fired) > _WORDS else []))
    yield f"{count}{rule.language}  {rule.id:<{width}}  {': '.join(part for part in (rule.meaning, words) if part)}"
    indent = " " * len(count)
    yield from (f"{indent}    {sample.article}: {sample.marked}" for sample in rule.samples)
    if not rule.count:
        yield from (f"{indent}    {example}" for example in rule.examples[:1])
