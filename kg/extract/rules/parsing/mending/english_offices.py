"""Whom an English verb gives an office: "named Rosa Diaz secretary of state", "was re-elected mayor"."""

from kg.extract.rules.parsing.tree import PERSON_LABELS, Tree, Word
from kg.lang import LanguagePack


def part_from_offices(tree: Tree, pack: LanguagePack) -> bool:
    """ "named Rosa Diaz secretary of state": she is named, and no part of the name of an office."""
    mended = False
    for office in tree.words:
        verb = tree.words[office.head] if office.rel in ("obj", "xcomp", "attr") else office
        if verb.pos != "VERB" or not verb.i < office.i or verb.lemma not in pack.lists["appointing"]:
            continue
        named = [c for c in tree.children(office.i, "name") if c.ent in PERSON_LABELS and c.is_title]
        if not named or not _is_office(pack, office) or tree.child(verb.i, "aux:pass") is not None:
            continue
        last = named[-1]
        if any(w.ent not in PERSON_LABELS for w in tree.words[named[0].i : last.i + 1]):
            continue
        for word in named[:-1]:
            word.head = last.i
        last.head, last.rel, office.rel, mended = verb.i, "obj", "xcomp", True
        office.ent = ""
        tree.entities = [
            (first, min(end, last.i + 1) if first <= last.i < end else end, label)
            for first, end, label in tree.entities
        ]
    return mended


def turn_elected(tree: Tree, pack: LanguagePack) -> bool:
    """ "was re-elected mayor": who stands before the verb is elected, and the office behind it elects nobody."""
    mended = False
    for verb in tree.words:
        if verb.lemma not in pack.lists["appointing"] or tree.child(verb.i, "aux:pass") is None:
            continue
        office = next((c for c in tree.children(verb.i, "subj") if c.i > verb.i), None)
        if office is None or not _is_office(pack, office):
            continue
        for above in (verb, *tree.children(verb.i, "aux:pass")):
            for child in tree.children(above.i, "subj"):
                child.head, child.rel = verb.i, "subj:pass" if child.i < verb.i else "xcomp"
        mended = True
    return mended


def _is_office(pack: LanguagePack, word: Word) -> bool:
    return word.lemma in pack.lists["positions"] and word.pos in ("NOUN", "PROPN")
