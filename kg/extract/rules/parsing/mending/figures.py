"""Figures: they count the plural right behind, "compte 3 340 salariés", and own nothing, "détenu à 51 % par Zumo"."""

from kg.extract.rules.parsing.tree import ROOT, Tree, Word
from kg.lang import LanguagePack

LOST = ("dep", "punct", "amod", "advmod", "nmod", "appos", "obl", "det")  # as what a figure hangs that counts nothing
ADRIFT = ("dep", "amod")  # as what the noun behind it does


def hang_figures(tree: Tree, pack: LanguagePack) -> bool:
    """Hang each figure on the plural behind it, and that plural on its verb."""
    changed = False
    for noun in tree.words[1:]:
        figure = tree.words[noun.i - 1]
        if noun.pos != "NOUN" or not figure.text.isdigit() or not _is_counted(figure, noun, pack):
            continue
        beside = figure.case and not noun.case and noun.head == figure.head  # "forte de 8 200 agents"
        if noun.head == figure.i or beside:
            _swap(tree, figure, noun)
        elif figure.head != noun.i and figure.rel in LOST and not figure.case and not figure.children:
            figure.head, figure.rel, figure.pos = noun.i, "nummod", "NUM"
        else:
            continue
        changed = True
        _give_to_verb(tree, noun)
    return changed


def _is_counted(figure: Word, noun: Word, pack: LanguagePack) -> bool:
    """Not "en 2019 députés et sénateurs", "le 15 militants et élus": a date may stand before any noun."""
    plural = "Number=Plur" in noun.morph and noun.sent == figure.sent and not noun.opens_line
    return plural and figure.case not in pack.words["in_year"]


def _swap(tree: Tree, figure: Word, noun: Word) -> None:
    """ "culmine à 4 465 mètres": what is counted stands where its figure was hung, with all that hung on that."""
    for child in tree.children(figure.i):
        if child.i != noun.i:
            child.head = noun.i
    noun.head, noun.rel, noun.case = figure.head, figure.rel, figure.case or noun.case
    figure.head, figure.rel, figure.case, figure.pos = noun.i, "nummod", "", "NUM"


def _give_to_verb(tree: Tree, noun: Word) -> None:
    verb = tree.words[noun.head] if noun.head != ROOT else noun
    if noun.rel in ADRIFT and verb.pos == "VERB" and verb.i < noun.i and tree.child(verb.i, "obj") is None:
        noun.rel = "obj"


def raise_behind_shares(tree: Tree, pack: LanguagePack) -> bool:
    """ "Valtec, détenu à 51 % par Zumo, …": who stands behind the share of what is owned acts, not behind the share."""
    changed = False
    for owner in tree.words[3:]:
        share = tree.words[owner.head] if owner.rel == "nmod" and owner.head != ROOT else owner
        if owner.case not in pack.words["by"] or share.lemma not in pack.words["shares"] or share.head == ROOT:
            continue
        owned = tree.words[share.head]
        if share.rel != "obl" or owned.pos != "VERB" or "VerbForm=Part" not in owned.morph or owned.i > share.i:
            continue
        owner.head, owner.rel, changed = owned.i, "agent", True
        if owned.rel == "fixed" and tree.words[owned.i - 1].text == ",":
            owned.rel = "acl"
    return changed
