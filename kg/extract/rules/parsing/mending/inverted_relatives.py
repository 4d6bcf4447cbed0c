""" "Valtec, que pilote Anne Roy, a fermé": relative clauses of which the subject stands behind the verb."""

from kg.extract.rules.parsing.lemmas import infinitive_of
from kg.extract.rules.parsing.mending.relatives import LOOSE, noun_before
from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Tree, Word
from kg.lang import LanguagePack


def wake_object_relatives(tree: Tree, pack: LanguagePack) -> bool:
    """ "Valtec, que pilote Anne Roy, a fermé": right behind "que" a small word before a subject is its verb."""
    mended = False
    for pronoun in tree.words[1:-2]:
        verb, noun = tree.words[pronoun.i + 1], noun_before(tree, pronoun)
        if pronoun.lower not in pack.words["relative_object"] or tree.words[pronoun.i - 1].text != "," or noun is None:
            continue
        subject = _set_off_subject(tree, verb) if _may_be_verb(tree, pack, verb) else None
        if subject is None or (verb.rel == "relcl" and subject.rel in SUBJECTS and pronoun.rel == "obj"):
            continue
        whole = tree.words[noun]  # of "le groupe Valtec"
        while whole.rel in ("name", "appos", "nmod") and not whole.case and ROOT < whole.head < whole.i:
            whole = tree.words[whole.head]
        if not _seat(tree, verb, whole):
            continue
        if verb.pos != "VERB":
            verb.pos, verb.morph = "VERB", "Mood=Ind|Tense=Pres|VerbForm=Fin"
            verb.lemma = infinitive_of(verb.lower, verb.lower, pack.verb_lemmas)
        for word in tree.words[verb.i + 1 : tree.subtree(subject.i)[-1] + 1]:
            if word.head == verb.i and word.i != subject.i and word.rel in ("det", "amod", "name"):
                word.head = subject.i
        verb.head, verb.rel, subject.head, subject.rel = noun, "relcl", verb.i, "subj"
        pronoun.head, pronoun.rel, pronoun.pos, mended = verb.i, "obj", "PRON", True
    return mended


def _may_be_verb(tree: Tree, pack: LanguagePack, word: Word) -> bool:
    """Whether a word is a verb of its own, or a bare noun that looks like one in the singular: "pilote", "commande"."""
    if word.pos == "VERB":
        return "VerbForm=Fin" in word.morph and tree.child(word.i, "aux", "aux:pass", "cop") is None
    bare = word.pos in ("NOUN", "ADJ") and tree.child(word.i, "det", "cop") is None
    return bare and word.lower.endswith(tuple(pack.tense.get("singular_present", ()))) and word.text.islower()


def _set_off_subject(tree: Tree, verb: Word) -> Word | None:
    """The name, or the noun with an article, that alone stands between a verb and the mark that closes its clause."""
    inside = []
    for word in tree.words[verb.i + 1 :]:
        if word.pos == "PUNCT" or word.sent != verb.sent:
            break
        inside.append(word)
    if not inside or any(w.pos in ("VERB", "AUX", "ADP", "PRON", "ADV", "CCONJ", "SCONJ") for w in inside):
        return None
    heads = [w for w in inside if w.pos in ("NOUN", "PROPN") and w.rel != "name" and not w.case]
    named = inside[0].pos in ("DET", "PROPN")
    return heads[0] if heads and named else None


def _seat(tree: Tree, verb: Word, noun: Word) -> bool:
    """Give what a relative clause tells of the place that the clause had been given; false: there is none."""
    if verb.head == ROOT:
        behind = (c for c in tree.children(verb.i, *LOOSE) if c.pos == "VERB" and c.i > verb.i)
        main = next(behind, None)
        if main is None:
            return False
        main.head, main.rel = ROOT, "ROOT"
        for child in tree.children(verb.i):
            if child.i > main.i:
                child.head = main.i
    elif noun.head == verb.i:
        main = tree.words[verb.head]
    else:
        return True
    if noun.head == verb.i and noun.i < verb.i:
        noun.head, noun.rel = main.i, "subj" if main.i > verb.i else "obj"
    return True
