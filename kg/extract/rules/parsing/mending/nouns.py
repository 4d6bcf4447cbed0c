"""Nouns that the parser took for participles or adjectives, and participles that it took for nouns."""

from kg.extract.rules.parsing.agreement import singular_of
from kg.extract.rules.parsing.lemmas import of_participle as infinitive_of_participle
from kg.extract.rules.parsing.tree import HYPHEN, PERSON_LABELS, SUBJECTS, Tree, Word
from kg.lang import LanguagePack

PLACES = ("nmod", "obl", "obj", *SUBJECTS)  # of a noun that was taken for a participle


def turn_noun_participles(tree: Tree, pack: LanguagePack) -> bool:
    """ "l'assassinat de l'opposant Ivan Petrov": a present participle with an article and a noun's place is a noun."""
    mended = _turn_finite_nouns(tree, pack)
    for word in tree.words:
        if word.pos != "VERB" or "Tense=Pres|VerbForm=Part" not in word.morph or word.rel not in PLACES:
            continue
        article = tree.child(word.i, "det")
        if article is not None and article.i == word.i - 1 and tree.child(word.i, "obj", "aux", *SUBJECTS) is None:
            word.pos, word.lemma, mended = "NOUN", singular_of(pack, word.lower), True
    return mended


def _turn_finite_nouns(tree: Tree, pack: LanguagePack) -> bool:
    """ "lance une montre connectée": what an article stands right before, in the place of a noun, is no finite verb."""
    mended = False
    for word in tree.words[1:]:
        article = tree.words[word.i - 1]
        if word.pos != "VERB" or article.pos != "DET" or article.head != word.i or "VerbForm=Fin" not in word.morph:
            continue
        if word.rel not in (*PLACES, "xcomp") or tree.child(word.i, "aux", "cop", *SUBJECTS) is not None:
            continue
        word.pos, word.lemma, mended = "NOUN", singular_of(pack, word.lower), True
        word.rel = "obj" if word.rel == "xcomp" else word.rel
        for child in tree.children(word.i):
            past = child.pos == "VERB" and "VerbForm=Part" in child.morph
            told = child.i == word.i + 1 and child.rel in ("xcomp", "obj", "advcl") and past
            child.rel = "acl" if told else "nmod" if child.rel in ("obl", "obj") else child.rel
    return mended


def turn_participle_nouns(tree: Tree, pack: LanguagePack) -> bool:
    """ "la Croatie, entrée dans l'Union en 2013": a bare noun with the place of a participle and its form is one.

    So is "Jeanne Morel, mise en examen": no person is a putting.
    """
    mended = False
    for word in tree.words[1:-1]:
        placed = word.rel == "acl" or (word.rel in ("appos", "nmod") and _is_said_of_person(tree, pack, word))
        bare = word.pos == "NOUN" and placed and not word.case and tree.words[word.i - 1].text == ","
        if not bare or tree.words[word.i + 1].pos != "ADP" or tree.child(word.i, "det", "amod", "cop") is not None:
            continue
        lemma = infinitive_of_participle(word.lower, pack)
        if lemma is not None:
            word.pos, word.lemma, word.morph, mended = "VERB", lemma, "Tense=Past|VerbForm=Part", True
            word.rel = "acl"
            for child in tree.children(word.i, "nmod"):
                child.rel = "obl"
    return mended


def _is_said_of_person(tree: Tree, pack: LanguagePack, word: Word) -> bool:
    """Whether it is apposed to somebody, and no complement tells whose or of what it is."""
    behind = tree.words[word.i + 1]
    return tree.words[word.head].ent in PERSON_LABELS and behind.lower not in pack.words["of"] | pack.words["elided"]


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


def read_partitive_cases(tree: Tree, pack: LanguagePack) -> bool:
    """ "accusé de nombreux vols": what completes a verb, and is no object, stands behind an adposition, no article."""
    mended = False
    for word in tree.words[2:]:
        if word.rel != "obl" or word.pos != "NOUN" or word.case:
            continue
        article = tree.child(word.i, "det")
        of = None if article is None or article.i + 1 >= word.i else pack.adpositions.get(article.lower, article.lower)
        if article is not None and of in pack.words["of"] and tree.words[article.i + 1].pos == "ADJ":
            article.pos, article.rel, article.lemma, word.case, mended = "ADP", "case", of, of, True
    return mended
