""" "Celui qui dirige Aton": whom such words call that tell nothing but what he does."""

from kg.extract.rules.mentions.references import Reference, References
from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Tree, Word
from kg.lang import LanguagePack
from kg.lang.schema import load_schema


def is_free_relative(pack: LanguagePack, item: Reference) -> bool:
    """Whether a mention is the "celui" of "celui qui"."""
    return item.head in pack.words["free_relatives"]


def find_called(tree: Tree, table: References, item: Reference) -> int | None:
    """ "Marc Petit, celui qui dirige Aton, …", "Marc Petit est celui qui …": whom the words stand beside."""
    word = tree.words[item.i]
    if word.rel == "appos" and word.head != ROOT:
        beside = [word.head]
    else:
        beside = [c.i for c in tree.children(word.i, *SUBJECTS)] if tree.child(word.i, "cop") is not None else []
    named = (table.at[i] for i in beside if i in table.at)
    return next((j for j in named if load_schema().is_a(table.items[table.root(j)].type, "Person")), None)


def may_be_called(tree: Tree, pack: LanguagePack, item: Reference) -> bool:
    """Whether "celui qui" takes up somebody whom the article tells of: who does something, in its own words.

    "C'est celui qui …" picks one out, and what is said of "celui qui travaille" in a quotation is often of anybody.
    """
    word = tree.words[item.i]
    told = word.rel in SUBJECTS or (
        word.rel == "obj" and word.head < word.i and tree.words[word.head].lemma in pack.reporting
    )  # "…, confie celui qui dirige Aton"
    own = not word.case and tree.child(word.i, "cop") is None and not tree.cuts_quotation(0, word.i)
    return told and own and not _is_open_to_all(tree, word)


def _is_open_to_all(tree: Tree, word: Word) -> bool:
    """ "Celui qui triche sera exclu": whoever it may be."""
    verb = tree.words[word.head]
    forms = [verb.morph, *(c.morph for c in tree.children(verb.i, "aux", "aux:pass", "cop"))]
    return word.rel in SUBJECTS and any("Tense=Fut" in form or "Mood=Cnd" in form for form in forms)
