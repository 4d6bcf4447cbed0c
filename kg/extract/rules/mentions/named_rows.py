"""Rows of names as they stand in the text, however the parser hung them: "Valtec, Zumo et le groupe Orvane"."""

from collections.abc import Callable

from kg.extract.rules.mentions.references import References
from kg.extract.rules.parsing.mending.grammar import opening_of
from kg.extract.rules.parsing.tree import Tree
from kg.lang import LanguagePack
from kg.model import MentionKind

PLACES = ("City", "Country", "AdministrativeArea", "Place")
GENITIVE = "POS"  # tag of the mark of a genitive
BRACKET = 4  # words in a bracket behind a name of a row: "Marc Petit (Les Verts)"


def row_behind(
    tree: Tree, pack: LanguagePack, table: References, start: int, fits: Callable[[int], bool],
    *, of_examples: bool = False,
) -> tuple[list[int], int]:  # fmt: skip
    """Return the names from a word on that commas and a last "et" join, and the word behind them; none: no such row.

    An article or a title may stand before each of them, and a bracket behind; of examples, "ou" joins too, with an
    adverb or an adposition of place before a name: "notamment à Lyon, Metz ou encore à Nancy".
    """
    starts = {opening_of(tree, pack, x.core[0]): i for i, x in enumerate(table.items) if x.kind is MentionKind.NAME}
    starts |= {x.core[0]: i for i, x in enumerate(table.items) if x.kind is MentionKind.NAME}
    starts |= starts_with_place(tree, table) | starts_with_title(tree, pack, table)
    words, row, last = tree.words, list[int](), False
    joins = pack.words["coordinators" if of_examples else "adding"]
    i = _first_of_example(tree, pack, start) if of_examples else start
    while (index := starts.get(i)) is not None and fits(index):
        row.append(index)
        i = behind_bracket(tree, table.items[index].core[1])
        if last or i >= len(words) or (words[i].text != "," and words[i].lower not in joins):
            return (row, i) if last and len(row) > 1 else ([], start)
        last = words[i].text != ","
        i = _first_of_example(tree, pack, i + 1) if of_examples else i + 1
    return [], start


def _first_of_example(tree: Tree, pack: LanguagePack, i: int) -> int:
    """ "ou encore à Nancy": where the name begins."""
    passed = pack.words["going_on_adverbs"] | pack.words["beside_tonic"]
    passed |= pack.words["where_cases"] | pack.words["standing_in"]
    while i < len(tree.words) and tree.words[i].lower in passed:
        i += 1
    return i


def starts_with_title(tree: Tree, pack: LanguagePack, table: References) -> dict[int, int]:
    """ "Me Marc Petit": the title before a person's name, with the reference of the name."""
    titles = pack.lists["titles"]
    people = ((x.core[0] - 1, i) for i, x in enumerate(table.items) if x.kind is MentionKind.NAME and x.core[0])
    return {at: i for at, i in people if tree.words[at].is_title and tree.words[at].lower in titles}


def starts_with_place(tree: Tree, table: References) -> dict[int, int]:
    """ "Norway's Valtec": the first word of the place that a name is of, with the reference of the name."""
    places = {x.core[1]: x.core[0] for x in table.items if x.kind is MentionKind.NAME and x.type in PLACES}
    behind = ((x.core[0] - 1, i) for i, x in enumerate(table.items) if x.kind is MentionKind.NAME)
    return {places[mark]: i for mark, i in behind if mark in places and tree.words[mark].tag == GENITIVE}


def row_before(tree: Tree, pack: LanguagePack, table: References, end: int, fits: Callable[[int], bool]) -> list[int]:
    """Return the names up to a word that commas and a last "et" join; none: no such row."""
    ends = {x.core[1]: i for i, x in enumerate(table.items) if x.kind is MentionKind.NAME}
    words, row = tree.words, list[int]()
    while (index := ends.get(end)) is not None and fits(index):
        row.insert(0, index)
        joint = opening_of(tree, pack, table.items[index].core[0]) - 1
        joins = joint > 0 and (words[joint].text == "," if len(row) > 1 else words[joint].lower in pack.words["adding"])
        if not joins:
            break
        end = joint
    return row if len(row) > 1 else []


def behind_bracket(tree: Tree, i: int) -> int:
    """ "Marc Petit (LR) et Anne Roy": where a row goes on behind a bracket."""
    words = tree.words
    if i >= len(words) or words[i].text != "(":
        return i
    return next((w.i + 1 for w in words[i + 1 : i + 2 + BRACKET] if w.text == ")"), i)
