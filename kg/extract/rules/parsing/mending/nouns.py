"""Nouns that the parser took for participles or adjectives, and participles that it took for nouns."""

from kg.extract.rules.parsing.agreement import singular_of
from kg.extract.rules.parsing.lemmas import of_participle as infinitive_of_participle
from kg.extract.rules.parsing.tree import HYPHEN, SUBJECTS, Tree
from kg.lang import LanguagePack

PLACES = ("nmod", "obl", "obj", *SUBJECTS)  # of a noun that was taken for a participle


def turn_noun_participles(tree: Tree, pack: LanguagePack) -> bool:
    """ "l'assassinat de l'opposant Ivan Petrov": a present participle with an article and a noun's place is a noun."""
    mended = False
    for word in tree.words:
        if word.pos != "VERB" or "Tense=Pres|VerbForm=Part" not in word.morph or word.rel not in PLACES:
            continue
        article = tree.child(word.i, "det")
        if article is not None and article.i == word.i - 1 and tree.child(word.i, "obj", "aux", *SUBJECTS) is None:
            word.pos, word.lemma, mended = "NOUN", singular_of(pack, word.lower), True
    return mended


def turn_participle_nouns(tree: Tree, pack: LanguagePack) -> bool:
    """ "la Croatie, entrée dans l'Union en 2013": a bare noun with the place of a participle and its form is one."""
    mended = False
    for word in tree.words[1:-1]:
        bare = word.pos == "NOUN" and word.rel == "acl" and not word.case and tree.words[word.i - 1].text == ","
        if not bare or tree.words[word.i + 1].pos != "ADP" or tree.child(word.i, "det", "amod", "cop") is not None:
            continue
        lemma = infinitive_of_participle(word.lower, pack)
        if lemma is not None:
            word.pos, word.lemma, word.morph, mended = "VERB", lemma, "Tense=Past|VerbForm=Part", True
            for child in tree.children(word.i, "nmod"):
                child.rel = "obl"
    return mended


def name_elections(tree: Tree, pack: LanguagePack) -> bool:
    """ "candidate aux municipales", "les européennes": an election called by its adjective alone is a noun."""
    mended = False
    for word in tree.words:
        if word.lower not in pack.words["elections"] or (word.pos == "NOUN" and word.lemma == word.lower):
            continue
        start = tree.words[word.i - 1] if word.i else word
        if start.pos in ("DET", "ADP", "NUM") and word.rel != "amod":
            word.pos, word.lemma, mended = "NOUN", word.lower, True
    return mended


def name_those_concerned(tree: Tree, pack: LanguagePack) -> bool:
    """ "le principal intéressé a démenti": a participle with an article, by which somebody is called, is a noun."""
    mended, forms = False, sorted(pack.words["those_concerned"])
    for word in tree.words:
        if word.lower not in forms or word.rel in ("acl", "amod") or tree.child(word.i, "det") is None:
            continue
        if word.pos != "NOUN" or word.lemma not in forms:
            word.pos, mended = "NOUN", True
            word.lemma = next(form for form in forms if word.lower.startswith(form))
    return mended


def turn_hyphened_offices(tree: Tree, pack: LanguagePack) -> bool:
    """ "l'un des huit porte-parole du parti": an office with a hyphen is a noun, no pronoun."""
    mended = False
    for word in tree.words:
        if word.pos == "PRON" and HYPHEN in word.text and word.lower in pack.roles:
            word.pos, word.lemma, mended = "NOUN", word.lower, True
    return mended
