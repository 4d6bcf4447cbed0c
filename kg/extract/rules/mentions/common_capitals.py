"""Capitals of words that name nothing where they stand: "au Sud de Lyon", "l'Insoumis Luc Roux"."""

import re

from kg.extract.rules.mentions.glued import is_two_word_people
from kg.extract.rules.mentions.names import Names
from kg.extract.rules.parsing.adpositions import is_of
from kg.extract.rules.parsing.dictionary import dictionary_of
from kg.extract.rules.parsing.tree import QUOTE, ROOT, Tree

CENTURY = re.compile(r"[IVX]+[a-zè]*$")


def names_nothing(tree: Tree, first: int, last: int, names: Names) -> bool:
    """Whether what looks like a name is an adjective, a direction, a unit, or somebody's party before his name."""
    if is_two_word_people(tree, first, last, names):
        return True
    if last - first > 1:
        return False
    if tree.words[first].text in names.pack.words["unnaming_capitals"]:
        return True
    told = (_is_direction, _is_member, _is_language, _qualifies, _is_unit, _is_of_century, _is_grammatical)
    return any(is_so(tree, first, names) for is_so in told)


def _is_unit(tree: Tree, i: int, names: Names) -> bool:
    """ "30°C", "700 Nm"."""
    word, before = tree.words[i], tree.words[i - 1] if i else None
    if before is None:
        return False
    degrees = len(word.text) == 1 and before.text.endswith("°")
    return degrees or (word.text in names.pack.words["units_after_figures"] and before.text[-1:].isdigit())


def _is_of_century(tree: Tree, i: int, names: Names) -> bool:
    """ "au XVIIe siècle"."""
    behind = tree.words[i + 1 : i + 2]
    return (
        any(w.lower in names.pack.words["centuries"] for w in behind) and CENTURY.match(tree.words[i].text) is not None
    )


def _is_grammatical(tree: Tree, i: int, names: Names) -> bool:
    """ "500 licenciements Si l'avionneur …", "T'as vu ?": a word that opens sentences, a line break or mark lost."""
    word = tree.words[i]
    around = (*tree.words[max(0, i - 1) : i], *tree.words[i + 1 : i + 2])
    if len(around) > 1 and all(w.text == QUOTE for w in around):
        return False  # 'avec "On", leur dernier titre'
    opener = word.text.title() in names.pack.words["openers"] and word.pos != "PROPN"
    return (opener or word.lower in names.pack.words["elided"]) and names.entry(word.text) is None


def _is_language(tree: Tree, i: int, names: Names) -> bool:
    """ "spoke English and Spanish", "written in French": no people and no country."""
    uttering, word = names.pack.words.get("uttering", frozenset()), tree.words[i]
    tongue = bool(uttering) and (word.lower in names.pack.words["tongues"] or names.country_of_adjective(word.text))
    if not tongue:
        return False
    while word.rel == "conj" and word.head != ROOT:
        word = tree.words[word.head]
    verb = tree.words[word.head] if word.head != ROOT and word.rel in ("obj", "obl") else None
    return verb is not None and verb.lemma in uttering and word.is_title and tree.child(i, "det", "poss") is None


def _qualifies(tree: Tree, i: int, names: Names) -> bool:
    """ "le Nouvel an", "le Premier secrétaire": an adjective of the common noun right behind it."""
    word, behind = tree.words[i], tree.words[i + 1 : i + 2]
    if word.pos != "ADJ" or word.rel != "amod" or names.entry(word.text) is not None:
        return False
    if not word.text[1:].islower() or word.lower not in dictionary_of(names.pack.model):
        return False  # "le IXe arrondissement"
    return any(noun.i == word.head and noun.text.islower() and noun.pos == "NOUN" for noun in behind)


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
