"""What is so whatever becomes of the words around it: "ne regrette pas d'avoir vendu X", "n'a pas caché sa défaite"."""

from kg.extract.rules.parsing.tree import Word
from kg.extract.rules.reality.clauses import Clauses


def is_factive(clauses: Clauses, verb: Word) -> bool:
    """ "regrette que X soit parti", "se doutait que …", "n'avait pas prévu que …": what such a verb governs is so."""
    if is_unforeseen(clauses, verb):
        return True
    reflexive = verb.lemma in clauses.words["factive_reflexively"] and clauses.tree.child(verb.i, "refl") is not None
    return reflexive or verb.lemma in clauses.words["factive_verbs"]


def is_unforeseen(clauses: Clauses, verb: Word) -> bool:
    """ "n'avait pas prévu que X gagnerait": which he did."""
    return verb.lemma in clauses.words["foreseeing"] and clauses.is_negated(verb) and clauses.is_past(verb)


def is_looked_back_on(clauses: Clauses, word: Word, head: Word) -> bool:
    """ "ne regrette pas d'avoir vendu X": a done act, which is not undone by how somebody feels about it."""
    return head.lemma in clauses.words["factive_verbs"] and clauses.is_perfect_infinitive(word)


def is_singled_out(clauses: Clauses, word: Word, head: Word) -> bool:
    """ "n'est pas le premier à critiquer X": so have others, and so has he."""
    ranked = head.lemma in clauses.words["singled_out"] or any(
        c.lower in clauses.words["singled_out"] for c in clauses.tree.children(head.i, "amod")
    )
    marks = {c.lower for c in clauses.tree.children(word.i, "mark", "case")}
    told = clauses.is_infinitival(word) or clauses.is_perfect_infinitive(word)
    return ranked and told and not marks.isdisjoint(clauses.words["to"]) and clauses.is_negated(head)


def is_spoken_of(clauses: Clauses, noun: Word, verb: Word) -> bool:
    """ "n'a pas caché son soutien à X", "refuse de commenter l'arrestation de X": what one can hide or comment on."""
    if noun.rel != "obj" or noun.head != verb.i or verb.lemma not in clauses.words["presupposing"]:
        return False
    known = clauses.words["definite"] | clauses.words["demonstrative"]
    told = clauses.tree.children(noun.i, "det", "poss")
    return any(c.lower in known or "Poss=Yes" in c.morph or c.rel == "poss" for c in told)
