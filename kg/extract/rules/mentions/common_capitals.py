"""Capitals of words that name nothing where they stand: "au Sud de Lyon", "l'Insoumis Luc Roux"."""

from kg.extract.rules.mentions.glued import is_two_word_people
from kg.extract.rules.mentions.names import Names
from kg.extract.rules.parsing.adpositions import is_of
from kg.extract.rules.parsing.tree import Tree


def names_nothing(tree: Tree, first: int, last: int, names: Names) -> bool:
    """Whether what looks like a name is an adjective, a direction, or the party of somebody who is named behind it."""
    if is_two_word_people(tree, first, last, names):
        return True
    return last - first == 1 and (_is_direction(tree, first, names) or _is_member(tree, first, names))


def _is_direction(tree: Tree, i: int, names: Names) -> bool:
    behind = tree.words[i + 1 : i + 3]
    told = tree.words[i].lower in names.pack.words["directions"] and len(behind) == 2
    return told and is_of(names.pack, behind[0]) and behind[1].pos != "NUM"  # "préfet du Nord de 2010 à 2015"


def _is_member(tree: Tree, i: int, names: Names) -> bool:
    word, behind = tree.words[i], tree.words[i + 1 : i + 2]
    if word.lower not in names.pack.words["parties"] or not behind or "Number=Plur" in word.morph:
        return False
    person = behind[0].is_title and names.gender(behind[0].text) != ""
    return person and any(w.lower in names.pack.words["definite"] for w in tree.words[max(0, i - 1) : i])
