"""Answers as short tables for people."""

import unicodedata

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kg.build.explain import Explanation, Shown
from kg.build.statistics import Statistics, counted

_STYLES = {
    "asserted": "green",
    "claimed": "magenta",
    "unsure": "dim",
    "denied": "red",
    "unreal": "yellow",
    "past": "cyan",
}
_MEANING = {
    "asserted": "the article says so itself",
    "claimed": "somebody says so",
    "unsure": "read, but not surely enough",
    "denied": "it is said not to be so",
    "unreal": "planned, possible, wished…",
    "past": "no longer so",
}
_PARTS = {"subject": "bold blue", "trigger": "bold", "object": "bold cyan"}
_INDENT = 10  # of what is told of a fact, behind its status
_TYPES = 12  # rows of a table that shall stay short


def summary(found: Statistics, examples: list[Explanation]) -> RenderableType:
    """Show entities by type and facts by status side by side, then some facts with their sentences."""
    both = Table.grid(padding=(0, 6))
    both.add_row(_counts("Entities", found.entities, found.entities_by_type), _statuses(found))
    lines: list[RenderableType] = [both, *_linked(found), Text()]
    for each in examples:
        lines += [_headline(each), *(Padding(_sentence(shown), (0, 0, 0, _INDENT)) for shown in each.shown[:1])]
    return Group(*lines)


def statistics(found: Statistics) -> RenderableType:
    """Show every count."""
    both = Table.grid(padding=(0, 6))
    both.add_row(_counts("Entities", found.entities, found.entities_by_type, limit=100), _statuses(found))
    articles, mentions = counted(found.articles, "article"), counted(found.mentions, "mention")
    totals = f"{articles}, {mentions}, {counted(found.evidence, 'piece of evidence', 'pieces of evidence')}"
    relations = _counts("Relations", found.facts, found.facts_by_predicate, limit=30)
    return Group(both, *_linked(found), Text(), relations, Text(), Text(totals))


def explanation(fact: Explanation) -> RenderableType:
    """Show a fact and all its sentences with their parts marked."""
    details = [f"status      {fact.status}: {_MEANING[fact.status]}", f"polarity    {fact.polarity}"]
    details += [f"modality    {fact.modality}", f"speaker     {fact.speaker or 'the article itself'}"]
    details += [f"time        {fact.time}"] if fact.time else []
    details += [f"confidence  {fact.confidence:.2f}", f"id          {fact.id}"]
    lines: list[RenderableType] = [_headline(fact), *(Text("  " + line) for line in details)]
    for shown in fact.shown:
        lines += [Text(), _source(shown), Padding(_sentence(shown), (0, 0, 0, 2))]
    return Group(*lines)


def rows(columns: list[str], values: list[list[str]], *, title: str | None = None) -> Table:
    """Show rows under their columns."""
    table = Table(box=None, padding=(0, 2, 0, 0), title=title, title_justify="left", header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in values:
        table.add_row(*(Text(value) for value in row))
    return table


def _counts(title: str, total: int, counts: dict[str, int], limit: int = _TYPES) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    table.add_column(title)
    table.add_column(str(total), justify="right")
    shown = list(counts.items())
    cut = shown[: limit if len(shown) <= limit else limit - 1]
    for name, number in cut:
        table.add_row(Text(name), str(number))
    if len(cut) < len(shown):
        table.add_row(Text(f"{len(shown) - len(cut)} others", style="dim"), str(sum(n for _, n in shown[len(cut) :])))
    return table


def _linked(found: Statistics) -> list[RenderableType]:
    """Why the page counts fewer."""
    if found.entities_linked == found.entities:
        return []
    words = f"{found.entities_linked} of the {found.entities} entities are linked to another by a fact"
    return [Text(), Text(f"{words}: the page counts those.")]


def _statuses(found: Statistics) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    table.add_column("Facts")
    table.add_column(str(found.facts), justify="right")
    table.add_column("")
    for status, number in found.facts_by_status.items():
        table.add_row(Text(status, style=_STYLES[status]), str(number), Text(_MEANING[status], style="dim"))
    return table


def _headline(fact: Explanation) -> Table:
    line = Text.assemble(
        (plain(fact.subject), "bold"),
        f" — {plain(fact.relation)} → ",
        (plain(fact.object), "bold"),
    )
    if fact.speaker:
        line.append(f"   (says {plain(fact.speaker)})", "dim")
    headline = Table.grid()  # what goes on in another line stays under the fact, not under its status
    headline.add_column(width=_INDENT)
    headline.add_row(Text(fact.status, style=_STYLES[fact.status]), line)
    return headline


def _source(shown: Shown) -> Text:
    known = (shown.article, shown.title, shown.published, shown.url)
    return Text(plain(" · ".join(each for each in known if each)), style="dim")


def _sentence(shown: Shown) -> Text:
    text = Text(plain(shown.sentence))
    for part, span in shown.parts:
        text.stylize(_PARTS[part], span.start, span.end)
    return text


def plain(words: str) -> str:
    """Replace line breaks, and what a terminal would take for an order, by spaces; no character moves."""
    return "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in words)
