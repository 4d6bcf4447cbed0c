"""Where one name ends and the next begins in what the model took for one: "le RN Marine Le Pen"."""

from typing import TYPE_CHECKING

from kg.extract.rules.tree import Tree
from kg.lang.gazetteer import Known

if TYPE_CHECKING:
    from kg.extract.rules.names import Names


def find_glued(tree: Tree, span: tuple[int, int], names: "Names") -> tuple[int, Known] | None:
    """Return where a person begins behind a known organisation, and that organisation."""
    first, last = span
    words = tree.words
    initials = last - first > 2 and len(words[first].text) > 1 and words[first].text.isupper()
    for i in range(first + 1, last):
        if (initials and i == first + 1) or (words[i].is_title and names.gender(words[i].text)):
            known = names.entry(names.surface(tree, first, i))
            if known is not None and known.type not in ("City", "Country"):
                return i, known
    return None
