"""What stands between a verb and its object, set off by commas: "a racheté, en 2019, la société Valtec"."""

from kg.extract.rules.parsing.mending.grammar import is_finite, is_infinitive
from kg.extract.rules.parsing.tree import SUBJECTS, Tree, Word
from kg.lang import LanguagePack

FAR = 14  # words from a verb to the comma behind what is said in between
TAKEN = ("obj", "ccomp", "xcomp", "aux:pass", "refl", "attr")
OPENING = ("DET", "NUM")  # of the phrase of an object


def give_back_interpolated_objects(tree: Tree, pack: LanguagePack) -> bool:
    """ "d'avoir ordonné, le 21 avril 1994, le massacre": the bare phrase behind the second comma is the object."""
    mended = False
    for verb in tree.words[:-3]:
        end = _end_of_aside(tree, verb)
        noun = _noun_behind(tree, end) if end is not None else None
        if noun is None or (noun.head == verb.i and noun.rel == "obj"):
            continue
        told = tree.child(verb.i, *SUBJECTS)
        acts = is_infinitive(tree, verb) or (told is not None and told.i < verb.i)
        if acts and tree.child(verb.i, *TAKEN) is None and noun.lemma not in pack.lists["temporal"]:
            noun.head, noun.rel, mended = verb.i, "obj", True
    return mended


def _end_of_aside(tree: Tree, verb: Word) -> int | None:
    """Where the second of two commas stands, of which the first is right behind a participle with its auxiliary."""
    active = verb.pos == "VERB" and tree.child(verb.i, "aux") is not None
    if not active or tree.words[verb.i + 1].text != ",":
        return None
    last = min(verb.i + FAR, tree.sents[verb.sent][1] - 1)
    for word in tree.words[verb.i + 2 : last]:
        if word.text == ",":
            first = tree.words[verb.i + 2]
            led = first.pos in ("ADP", "ADV") or tree.words[first.head].rel in ("obl", "advmod") or first.rel == "obl"
            return word.i if led and word.i > verb.i + 2 else None
        if word.pos in ("PUNCT", "SCONJ", "PRON") or is_finite(tree, word):
            return None
    return None


def _noun_behind(tree: Tree, comma: int) -> Word | None:
    """The noun whose phrase opens right behind a comma with an article or number, and that acts in no other clause."""
    opening = tree.words[comma + 1]
    noun = next((w for w in tree.words[comma + 1 : comma + 5] if w.pos in ("NOUN", "PROPN")), None)
    led = (
        opening.pos in OPENING
        and noun is not None
        and all(w.pos in (*OPENING, "ADJ") for w in tree.words[comma + 1 : noun.i])
    )
    if noun is None or not led or noun.case or noun.rel in SUBJECTS or tree.child(noun.i, "cop") is not None:
        return None
    return noun if noun.head < noun.i else None
