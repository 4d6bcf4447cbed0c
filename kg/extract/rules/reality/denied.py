"""What somebody denies or will not say: "conteste avoir vu X", "rejected claims that …", "refuse de dire que …"."""

from kg.extract.rules.parsing.tree import ROOT, Word
from kg.extract.rules.reality.clauses import Clauses

DENIES = "denies"  # kind of speech


def is_denied(clauses: Clauses, clause: Word, verb: Word, relation: str) -> bool:
    """Whether a verb denies the clause that completes it."""
    if relation not in ("xcomp", "ccomp") or clause.pos not in ("VERB", "AUX"):
        return False
    if verb.lemma in clauses.words["denying_of_oneself"] and clauses.tree.child(verb.i, "refl") is not None:
        return clauses.is_infinitival(clause) or clauses.is_perfect_infinitive(clause)
    return denies(clauses, verb)


def denier_of(clauses: Clauses, clause: Word, noun: Word) -> Word | None:
    """Return the verb that denies what a noun and the clause below it tell: "rejected claims that …"."""
    if noun.pos != "NOUN" or noun.rel not in ("obj", "subj:pass") or noun.head == ROOT:
        return None
    verb = clauses.tree.words[noun.head]
    return verb if denies(clauses, verb) and clauses.is_content_of_noun(clause, noun) else None


def denies(clauses: Clauses, verb: Word) -> bool:
    """Whether a verb says that something is not so."""
    words, said = clauses.words, clauses.pack.reporting.get(verb.lemma)
    return said == DENIES or verb.lemma in words["denying"] or verb.lemma in words["dismissing"]


def is_withheld(clauses: Clauses, saying: Word) -> bool:
    """ "declined to confirm that …", "s'est gardé de dire que …": who refuses to say something has not said it."""
    if saying.rel not in ("xcomp", "advcl") or not clauses.is_infinitival(saying):
        return False
    return clauses.tree.words[saying.head].lemma in clauses.words["refusing_to_say"]
