"""Words that the parser took for the rest of a name, and names that it took for a second subject."""

from itertools import pairwise

from kg.extract.rules.parsing.mending.grammar import is_calendar_day
from kg.extract.rules.parsing.tree import PERSON_LABELS, PLACE_LABELS, ROOT, SUBJECTS, Tree, Word
from kg.lang import LanguagePack

CLOSE = 4  # words from a verb to the head of its object
GOVERNING = ("obj", "subj", "subj:pass", "iobj", "obl", "appos")


def part_from_names(tree: Tree, pack: LanguagePack) -> bool:
    """ "a vu Jean Petit mardi", "nomme Anne Roux ministre": a small word behind a whole name is no part of it."""
    mended = False
    for word in tree.words:
        woken = word.lower in pack.verb_lemmas.get("forms", ()) and word.text.islower()
        if word.rel != "name" or word.head == ROOT or not (woken or word.pos in ("NOUN", "ADJ", "NUM")):
            continue
        name = tree.words[word.head]
        verb = _participle_between(tree, name, word)
        if verb is not None:
            word.head, word.rel, mended = verb.i, "obj", True  # "a vu Anne Roux et promis dix millions"
            verb.head = name.head
            continue
        behind = name.is_title and name.i < word.i - 1 and tree.words[word.i - 1].rel == "name"
        trade = word.lower in pack.trades
        if not behind or not (word.text.islower() or trade):
            continue
        if woken:
            word.rel = "advmod"  # "Jean Petit dément avoir …": other rules make it the verb
        elif is_calendar_day(tree, word, pack):
            word.head, word.rel = name.head if name.rel in GOVERNING and name.head != ROOT else name.i, "obl"
        elif trade or word.pos == "ADJ":
            word.rel = "appos"
            for child in tree.children(name.i, "nmod"):
                child.head = word.i if child.i > word.i else name.i  # "Anne Roux ministre de la Santé"
        else:
            continue
        mended = True
    return mended


def _participle_between(tree: Tree, name: Word, word: Word) -> Word | None:
    """The participle that an "et" joins to a name, though it is the second of the verb that the name completes."""
    for verb in tree.children(name.i, "conj"):
        if verb.pos == "VERB" and verb.i < word.i and name.rel == "obj" and tree.child(verb.i, "obj") is None:
            return verb
    return None


def free_places(tree: Tree, pack: LanguagePack) -> bool:
    """ "a interpellé Jean Petit à Lyon": where is told of what is done; nobody is called by it, as by "de Lyon"."""
    mended = False
    for word in tree.words:
        if word.rel != "nmod" or word.head == ROOT or word.case in pack.words["of"] or word.ent not in PLACE_LABELS:
            continue
        name = tree.words[word.head]
        if name.ent in PERSON_LABELS and name.rel == "obj" and name.head != ROOT and word.case:
            word.head, word.rel, mended = name.head, "obl", True
    return mended


def hang_so_called(tree: Tree, pack: LanguagePack) -> bool:
    """ "Jean Petit, soi-disant PDG de Valtec": the word is of the noun behind it, and nobody's name or trade."""
    mended = False
    for word, noun in pairwise(tree.words):
        if word.lower not in pack.words["so_called"] or word.head == noun.i or noun.pos != "NOUN":
            continue
        if word.rel in ("appos", "name", "nmod", "amod") and word.sent == noun.sent and noun.head != word.i:
            word.head, word.rel, word.pos, mended = noun.i, "amod", "ADJ", True
    return mended


def turn_second_subjects(tree: Tree, pack: LanguagePack) -> bool:
    """ "Jean Petit a rencontré Anne Roux": whoever stands behind a verb that has its subject before is its object."""
    mended = False
    for verb in tree.words:
        if verb.pos != "VERB" or verb.lemma in pack.reporting or verb.lemma in pack.lists["copulas"]:
            continue
        first, *later = tree.children(verb.i, "subj") or [verb]
        if first.i >= verb.i:
            continue
        second = next((w for w in later if verb.i < w.i <= verb.i + CLOSE), None)
        if second is None or second.pos not in ("PROPN", "NOUN") or second.case:
            continue
        if _has_complement(tree, verb) or _is_parted(tree, verb, second):
            continue
        second.rel, mended = "obj", True
    return mended


def _has_complement(tree: Tree, verb: Word) -> bool:
    """Whether a verb has an object, a predicate, a reflexive, or a subject behind it that stands for another."""
    other = tree.child(verb.i, "obj", "iobj", "expl", "aux:pass", "cop", "xcomp", "ccomp", *SUBJECTS[1:])
    return other is not None or any(c.pos == "PRON" and c.i > verb.i for c in tree.children(verb.i, "subj"))


def _is_parted(tree: Tree, verb: Word, second: Word) -> bool:
    """Whether a comma or quotation mark stands between a verb and a noun."""
    return any(w.pos == "PUNCT" for w in tree.words[verb.i + 1 : second.i])
