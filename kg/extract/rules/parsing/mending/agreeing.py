"""What the parser hung on the nearest noun, whatever its gender and number say: participles, relative clauses."""

from collections.abc import Iterator

from kg.extract.rules.parsing.agreement import agrees, feature
from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Tree, Word
from kg.lang import LanguagePack

HUNG = ("nmod", "obl", "iobj")  # as which a noun stands behind what a participle may be said of


def agree_participles(tree: Tree, pack: LanguagePack) -> bool:
    """ "Le père d'Anne, tuée à neuf ans", "Marc, patron de la SNCF, basée à Metz": of the nearest that agrees."""
    mended = False
    for word in tree.words:
        if word.rel != "acl" or word.head == ROOT or "Tense=Past|VerbForm=Part" not in word.morph:
            continue
        noun = tree.words[word.head]
        if noun.pos not in ("NOUN", "PROPN") or noun.i > word.i or tree.child(word.i, "aux", "aux:pass"):
            continue
        told = agrees(tree, noun, word, pack)
        if told and _same_number(tree, noun, word, pack):
            continue
        for other in reversed(tree.words[noun.i + 1 : word.i]) if not told else ():
            hung = other.rel == "appos" or (other.rel == "nmod" and other.case != "")
            below = hung and other.pos in ("NOUN", "PROPN") and other.head >= noun.i
            if below and agrees(tree, other, word, pack):
                word.head, mended = other.i, True
                break
        else:
            above = _agreeing_above(tree, noun, word, pack)
            word.head, mended = (above.i, True) if above is not None else (word.head, mended)
    return mended


def agree_relatives(tree: Tree, pack: LanguagePack) -> bool:
    """ "les discussions avec le syndicat qui devaient reprendre": of the noun whose number the verb has."""
    mended = False
    for verb in tree.words:
        if verb.rel != "relcl" or verb.head == ROOT or tree.words[verb.head].pos != "NOUN":
            continue
        if all(c.lower not in pack.words["relative_subject"] for c in tree.children(verb.i, *SUBJECTS)):
            continue
        number, noun = _finite_number(tree, verb, pack), tree.words[verb.head]
        if not number or noun.i > verb.i or _may_be(tree, noun, number):
            continue
        above = next((w for w in _above(tree, noun) if w.pos == "NOUN" and _may_be(tree, w, number)), None)
        verb.head, mended = (above.i, True) if above is not None else (verb.head, mended)
    return mended


def _finite_number(tree: Tree, verb: Word, pack: LanguagePack) -> str:
    """The number of a clause's finite verb, where its ending tells what the parser does."""
    carriers = (verb, *tree.children(verb.i, "aux", "aux:pass", "cop"))
    finite = next((w for w in carriers if "VerbForm=Fin" in w.morph), None)
    number = "" if finite is None else feature(finite, "Number")
    plural = finite is not None and finite.lower.endswith(pack.agreement["plural_verb"])
    return number if plural == (number == "Plur") else ""


def _agreeing_above(tree: Tree, noun: Word, participle: Word, pack: LanguagePack) -> Word | None:
    """ "la réunion des ministres prévue à Lyon", "l'amende de deux milliards infligée à X": of the noun further up."""
    nouns = (w for w in _above(tree, noun) if w.pos == "NOUN")
    return next(
        (w for w in nouns if agrees(tree, w, participle, pack) and _same_number(tree, w, participle, pack)), None
    )


def _above(tree: Tree, noun: Word) -> Iterator[Word]:
    """Yield what a noun with its adposition completes, and what that does: nouns, or the object before it.

    "a promis une réunion aux maires prévue lundi".
    """
    while noun.pos in ("NOUN", "PROPN") and noun.case and noun.rel in HUNG and 0 <= noun.head < noun.i:
        above = tree.words[noun.head]
        objects = [c for c in tree.children(above.i, "obj") if above.i < c.i < noun.i]
        noun = above if noun.rel == "nmod" or not objects else objects[0]
        yield noun


def _same_number(tree: Tree, noun: Word, participle: Word, pack: LanguagePack) -> bool:
    """Whether number lets a participle be said of a noun; a plural may be written like the singular: "mis"."""
    plural = participle.lower.endswith(pack.agreement["plural"])
    return _may_be(tree, noun, feature(participle, "Number") if plural else "Sing")


def _may_be(tree: Tree, noun: Word, number: str) -> bool:
    """Whether a noun may have a number; of several that are joined, and of "1,5 million", nothing is known."""
    if noun.pos != "NOUN" or noun.rel == "conj" or tree.child(noun.i, "conj") is not None:
        return True
    told = [n for c in tree.children(noun.i, "det") if (n := feature(c, "Number"))]
    theirs = told[0] if told else feature(noun, "Number")
    if theirs == "Sing" and tree.child(noun.i, "nummod") is not None:
        return True
    return not theirs or not number or theirs == number
