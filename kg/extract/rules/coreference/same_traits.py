""" "L'Américain", "la Lyonnaise", "l'octogénaire": the one named before who is told to be of that people or age."""

from kg.extract.rules.mentions.compared import fits_in_age
from kg.extract.rules.mentions.names import Names
from kg.extract.rules.mentions.references import Reference, References
from kg.extract.rules.parsing.tree import Tree, Word
from kg.lang.gazetteer import Known
from kg.model import MentionKind


def find_of_same_trait(tree: Tree, names: Names, table: References, index: int) -> int | None:
    """Return the last mention before of the only person who is told to be what a description says."""
    item = table.items[index]
    word = tree.words[item.i]
    if item.type != "Person" or item.number == "Plur" or item.determiner not in ("definite", "demonstrative"):
        return None
    place = _told_by(tree, names, word) if word.is_title else None
    if place is None and not fits_in_age(tree, names.pack, item, item):
        return None
    if tree.child(word.i, "relcl", "appos") is not None or (place is not None and tree.child(word.i, "nmod")):
        return None
    found = set()
    for j in range(index):
        other = table.items[j]
        alike = fits_in_age(tree, names.pack, item, other) if place is None else _is_of(tree, names, other, place)
        if alike and _may_be(item, table.items[table.root(j)]):
            found.add(table.root(j))
    root = found.pop() if len(found) == 1 else None
    return None if root is None else next(j for j in range(index - 1, -1, -1) if table.root(j) == root)


def _told_by(tree: Tree, names: Names, word: Word) -> Known | None:
    return names.country_told_by(tree, word) or names.place_of_adjective(word.lower)


def _is_of(tree: Tree, names: Names, item: Reference, place: Known) -> bool:
    """Whether a mention says by an adjective, or is itself, one of a people."""
    if item.type != "Person" or item.kind is MentionKind.PRONOUN:
        return False
    word = tree.words[item.i]
    words = [*tree.children(word.i, "amod", "appos"), *([word] if item.kind is MentionKind.NOMINAL else [])]
    return any((known := _told_by(tree, names, w)) is not None and known.id == place.id for w in words)


def _may_be(item: Reference, person: Reference) -> bool:
    named = person.kind is MentionKind.NAME and person.type == "Person"
    return named and (not item.sexed or len({item.gender, person.gender} - {""}) < 2)
