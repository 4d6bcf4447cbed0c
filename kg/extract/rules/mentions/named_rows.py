"""Rows of names as they stand in the text, however the parser hung them: "Valtec, Zumo et le groupe Orvane"."""

from collections.abc import Callable

from kg.extract.rules.mentions.references import Reference, References
from kg.extract.rules.parsing.tree import Tree
from kg.lang import LanguagePack
from kg.model import MentionKind


def row_behind(
    tree: Tree, pack: LanguagePack, table: References, start: int, fits: Callable[[int], bool]
) -> tuple[list[int], int]:
    """Return the names from a word on that commas and a last "et" join, and the word behind them; none: no such row."""
    starts = {x.core[0]: i for i, x in enumerate(table.items) if x.kind is MentionKind.NAME}
    words, row, i, last = tree.words, list[int](), start, False
    while (index := _at(tree, pack, starts, i)) is not None and fits(index):
        row.append(index)
        i = table.items[index].core[1]
        if last or i >= len(words) or (words[i].text != "," and words[i].lower not in pack.words["adding"]):
            return (row, i) if last and len(row) > 1 else ([], start)
        last = words[i].text != ","
        i += 1
    return [], start


def row_before(tree: Tree, pack: LanguagePack, table: References, end: int, fits: Callable[[int], bool]) -> list[int]:
    """Return the names up to a word that commas and a last "et" join; none: no such row."""
    ends = {x.core[1]: i for i, x in enumerate(table.items) if x.kind is MentionKind.NAME}
    words, row = tree.words, list[int]()
    while (index := ends.get(end)) is not None and fits(index):
        row.insert(0, index)
        joint = _opening(tree, pack, table.items[index]) - 1
        joins = joint > 0 and (words[joint].text == "," if len(row) > 1 else words[joint].lower in pack.words["adding"])
        if not joins:
            break
        end = joint
    return row if len(row) > 1 else []


def _at(tree: Tree, pack: LanguagePack, starts: dict[int, int], i: int) -> int | None:
    """The name that begins at a word, or behind the article there."""
    article = i < len(tree.words) and tree.words[i].lower in pack.words["definite"]
    return starts.get(i, starts.get(i + 1) if article else None)


def _opening(tree: Tree, pack: LanguagePack, item: Reference) -> int:
    """Where the phrase of a name begins: at its article, if it has one."""
    first = item.core[0]
    return first - 1 if first > 0 and tree.words[first - 1].lower in pack.words["definite"] else first
