"""Where one name ends and the next begins in what the model took for one: "le RN Marine Le Pen"."""

from typing import TYPE_CHECKING

from kg.extract.rules.tree import Tree, Word
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


def goes_on(pair: tuple[Word, Word], kind: str, names: "Names") -> bool:
    """ "Galaxy Note 8": a model, edition or rank belongs to a name that the parser cut short."""
    word, following = pair
    if kind == "Person":  # "Jean-Yves" of "Jean-Yves Le Goff"
        particle = following.lower in names.pack.words["particles"] and following.is_title
        return particle and following.start == word.end + 1 and names.gender(word.text) != ""
    if kind == "Place" or following.sent != word.sent or following.start > word.end + 1:
        return False
    if following.text.isdigit():
        return word.is_title and len(following.text) < 4 and kind in ("Entity", "Product", "Event")
    return following.is_title and following.pos in ("PROPN", "X") and not following.ent
