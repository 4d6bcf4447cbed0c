"""What somebody denies or has not said: "conteste avoir vu X", "rejected claims that …", "refuse de dire que …"."""

from kg.extract.rules.parsing.tree import ROOT, Word
from kg.extract.rules.reality.clauses import Clauses
from kg.extract.rules.reality.settled import is_unrestrained
from kg.model import Modality

DENIES = "denies"  # kind of speech
REQUESTED = "requested"  # and this one, whose object is yet to be done
WANTED = frozenset({"desired", "obligated"})  # what some verbs make of what they govern
STATED = frozenset({"claims", "announced", "reported", "promised"})  # and these, which said nothing where denied


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
    """Whether nobody has said what a verb of speech tells, or not yet.

    "declined to confirm that …", "n'a pas dit que …", "devrait annoncer que …", "il faut que X comprenne que …".
    """
    if saying.head != ROOT and _is_wished(clauses, saying):
        return True
    stated = clauses.pack.reporting.get(saying.lemma) in STATED
    if clauses.is_infinitival(saying):
        if _is_rash(clauses, saying):
            return True
        if saying.head == ROOT or saying.rel not in ("xcomp", "advcl"):
            return False
        marks = clauses.tree.children(saying.i, "mark", "case")
        if stated and any(c.lower in clauses.words["without"] for c in marks):
            return not clauses.is_not_without(saying)  # "sans préciser que …"
        return _keeps_unsaid(clauses, clauses.tree.words[saying.head], saying, stated=stated)
    return stated and saying.lemma not in clauses.words["factive_verbs"] and _is_negated(clauses, saying)


def _is_negated(clauses: Clauses, saying: Word) -> bool:
    """ "n'a pas dit que …"; no "a affirmé ne plus le voir", whatever verb the parser hung the negation on."""
    particles = clauses.words["negation_particle"]
    before = (c.lower in particles for c in clauses.tree.children(saying.i) if c.i < saying.i)
    return clauses.is_negated(saying) and (not particles or any(before))


def _is_wished(clauses: Clauses, saying: Word) -> bool:
    """ "Il faut que X dise que …", "souhaite que X reconnaisse que …": what somebody wants another to say."""
    head = clauses.tree.words[saying.head]
    stated = clauses.pack.reporting.get(head.lemma) in STATED
    return saying.rel == "ccomp" and not stated and not WANTED.isdisjoint(clauses.pack.governors.get(head.lemma, ()))


def _keeps_unsaid(clauses: Clauses, head: Word, saying: Word, *, stated: bool) -> bool:
    """Whether what an infinitive of speech hangs on tells that it is not said, or not yet."""
    words, free = clauses.words, clauses.is_unmarked_infinitive(saying)
    if is_unrestrained(clauses, head, saying):
        return False  # "n'hésite pas à dire que …"
    if head.lemma in words["refusing_to_say"]:
        return True
    if saying.rel == "xcomp" and clauses.pack.reporting.get(head.lemma) == REQUESTED:
        return True  # "demande à X de reconnaître que …"
    if not stated or saying.rel != "xcomp":
        return False
    if head.lemma in words["ready_to_say"] and clauses.is_negated(head):
        return True  # "n'a pas voulu confirmer que …"
    ahead = head.lemma in words["to_say_next"] and "Tense=Pres" in head.morph
    open_yet = head.lemma in words["able_to_say"] and clauses.tense(head) is not Modality.ACTUAL
    return free and (ahead or open_yet)  # "va annoncer que …", "devrait dire que …"; no "va jusqu'à dire que …"


def _is_rash(clauses: Clauses, saying: Word) -> bool:
    """ "Il est exagéré d'affirmer que …", "it is premature to say that …": nobody should say so."""
    above = clauses.tree.words[saying.head] if saying.head != ROOT else saying
    said_of = (above, *clauses.tree.children(above.i, "attr", "advmod"))
    return any({w.lemma, w.lower} & clauses.words["rash_to_say"] for w in said_of)
