"""Where one name ends and the next begins in what the model took for one: "le RN Marine Le Pen"."""

from typing import TYPE_CHECKING

from kg.extract.rules.tree import Tree, Word
from kg.lang import LanguagePack
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
        if names.pack.adposition == "head" and _is_surname(word, following):
            return True
        particle = following.lower in names.pack.words["particles"] and following.is_title
        return particle and following.start == word.end + 1 and names.gender(word.text) != ""
    if kind == "Place" or following.sent != word.sent or following.start > word.end + 1:
        return False
    if following.text.isdigit():
        return word.is_title and len(following.text) < 4 and kind in ("Entity", "Product", "Event")
    return following.is_title and following.pos in ("PROPN", "X") and not following.ent


def is_model_number(tree: Tree, first: int, last: int) -> bool:
    """ "Galaxy Note 8": a short number that hangs on the name before it."""
    number = tree.words[last] if last < len(tree.words) else None
    if number is None or not number.text.isdigit() or len(number.text) > 3:
        return False
    return first <= number.head < last and number.start <= tree.words[last - 1].end + 1


def is_tied(tree: Tree, i: int) -> bool:
    """Whether a word is a hyphen without a space on either side."""
    hyphen = tree.words[i]
    tied = hyphen.text == "-" and 0 < i < len(tree.words) - 1
    return tied and hyphen.start == tree.words[i - 1].end and hyphen.end == tree.words[i + 1].start


def bears_particle(tree: Tree, first: int, last: int, names: "Names") -> bool:
    """ "Marc Ladreit de Lacharrière": "de" and a name of no known place or body go on with somebody's full name."""
    words = tree.words
    if last + 1 >= len(words) or last - first > 2 or words[last].lower not in names.pack.words["name_particles"]:
        return False
    after = words[last + 1]
    close = words[last].start <= words[last - 1].end + 1 and after.start <= words[last].end + 1
    given = names.gender(words[first].text) != "" and after.is_title and after.sent == words[first].sent
    return close and given and after.pos == "PROPN" and names.entry(after.text) is None


def _is_surname(word: Word, following: Word) -> bool:
    """ "Kipchumba" of "Kipchumba Murkomen", "Said" of "Said al-Maawali": it hangs on what the model left out."""
    below = word.rel == "name" and word.head == following.i and following.pos == "PROPN" and not following.ent
    return below and following.sent == word.sent and (following.is_title or "-" in following.text)


def opens_amount(tree: Tree, i: int, pack: LanguagePack) -> bool:
    """ "fined Nokia 90 million shillings": a figure before "million" is no part of the name before it."""
    after = tree.words[i + 1].lower if i + 1 < len(tree.words) else ""
    return tree.words[i].text.isdigit() and after in pack.patterns["numbers"].get("written_out", {}).values()
