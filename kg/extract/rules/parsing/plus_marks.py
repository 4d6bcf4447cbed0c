"""Quotation marks of news agencies within quotations: "Il m'a dit +je suis prêt+, raconte-t-elle"."""

import re

from kg.extract.rules.parsing.text import Shadow, splice

QUOTED = re.compile(r"""(?<![\w+])\+(?=[^\W\d]|")([^+\n]{1,150})(?<=\S)\+(?![\w+])""")


def even_plus_marks(shadow: Shadow) -> Shadow:
    """Turn them into quotation marks where none is open, and leave them out within a quotation.

    The parsers take "prêt+" for a word that they do not know.
    """
    edits: list[tuple[int, int, str, tuple[int, ...]]] = []
    for found in QUOTED.finditer(shadow.text):
        line = shadow.text.rfind("\n", 0, found.start()) + 1
        within = shadow.text.count('"', line, found.start()) % 2
        first, last = found.start(), found.end() - 1
        if not within:
            edits += ((at, at + 1, '"', (at,)) for at in (first, last))
            continue
        behind = shadow.text[last + 1 : last + 2]  # stands where the mark stood: what ends before it has no mark
        edits += ((first, first + 1, "", ()), (last, last + 1 + len(behind), behind, (last,) * len(behind)))
    return splice(shadow, edits)
