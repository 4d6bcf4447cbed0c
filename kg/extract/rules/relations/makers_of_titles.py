"""Whose a titled work is, told right behind its quotation mark: '"Space Oddity" de David Bowie', '"Soif" (Albin)'."""

from collections.abc import Iterator

from kg.extract.rules.parsing.titled_works import is_quoted
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.lang.schema import load_schema
from kg.model import MentionKind

MAKERS = ("Person", "Company", "MediaOutlet")


def find_makers_of_titles(reading: Reading) -> Iterator[Draft]:
    """Yield who made each work in quotation marks that is told by a name behind it."""
    items, schema, tree = reading.table.items, load_schema(), reading.tree
    starts = {item.core[0]: index for index, item in enumerate(items) if item.kind is MentionKind.NAME}
    for work, item in enumerate(items):
        mark = item.core[1] + 1
        quoted = item.kind is MentionKind.NAME and is_quoted(tree, item.core) and mark < len(tree.words)
        if not quoted or not schema.is_a(reading.root(work).type, "Product"):
            continue
        maker = starts.get(mark + 1)
        if maker is not None and schema.fits(reading.root(maker).type, MAKERS) and _is_behind(reading, mark, maker):
            yield said_by_form(maker, "produces", work, items[maker].i, "maker/title", 0.85)


def _is_behind(reading: Reading, mark: int, maker: int) -> bool:
    """Whether a name stands behind "de", or, of a firm, alone in brackets: somebody in brackets may play in it."""
    words, end = reading.tree.words, reading.table.items[maker].core[1]
    if words[mark].lower in reading.pack.words["standing_of"]:
        return True
    closed = words[mark].text == "(" and end < len(words) and words[end].text in (")", ",")
    return closed and reading.root(maker).type == "Company" and bool(reading.pack.words["standing_of"])
