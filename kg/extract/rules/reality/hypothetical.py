"""Clauses about nobody in particular, or about what is still to be shown: "seeks a partner who owns X"."""

from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Word
from kg.extract.rules.reality.clauses import Clauses
from kg.model import Modality


def is_anyone(clauses: Clauses, relative: Word, noun: Word) -> bool:
    """ "a company that bought X would own ten plants", "seeks a partner who owns X": nobody whom the text knows."""
    if relative.rel != "relcl" or noun.head == ROOT or not is_indefinite(clauses, noun):
        return False
    head = clauses.tree.words[noun.head]
    if noun.rel in SUBJECTS:
        return clauses.tense(head) in (Modality.CONDITIONAL, Modality.POSSIBLE)
    sought = noun.rel in ("obj", "obl") and head.lemma in clauses.words["seeking"]
    return sought and not clauses.is_past(relative) and relative.tag not in ("VBD", "VBN")


def is_indefinite(clauses: Clauses, noun: Word) -> bool:
    """Whether a noun has an indefinite article or the like."""
    return any(c.lower in clauses.words["indefinite"] for c in clauses.tree.children(noun.i, "det"))


def is_to_be_proved(clauses: Clauses, head: Word) -> bool:
    """ "must prove that …", "tente de démontrer que …": it is not proved yet."""
    open_yet = clauses.is_infinitival(head) or clauses.tense(head) is not Modality.ACTUAL
    return head.lemma in clauses.words["proving"] and open_yet


def was_wronged(clauses: Clauses, convicting: Word) -> bool:
    """ "wrongly convicted of killing X", "condamné à tort pour avoir tué X"."""
    beside = clauses.tree.children(convicting.i, "advmod", "obl")
    return any(c.lower in clauses.words["wrongly"] for c in beside)


def is_far_complement(clauses: Clauses, infinitive: Word, head: Word) -> bool:
    """ "a refusé l'invitation de X à rejoindre Y": of the object, wherever the parser hung it."""
    marked = any(c.lower in clauses.words["to"] for c in clauses.tree.children(infinitive.i, "mark"))
    offers = (c for c in clauses.tree.children(head.i, "obj") if c.lemma in clauses.pack.governors)
    governed = head.lemma in clauses.pack.governors and any(c.i < infinitive.i for c in offers)
    return marked and governed and clauses.is_infinitival(infinitive)


def is_talk(clauses: Clauses, verb: Word) -> bool:
    """ "Speculation mounted that …": whether a clause is the content of its verb's subject."""
    if verb.lemma not in clauses.words["spreading"]:
        return False
    spoken = clauses.pack.reporting_nouns.keys() | clauses.pack.governors.keys()
    return any(c.pos == "NOUN" and c.lemma in spoken for c in clauses.tree.children(verb.i, *SUBJECTS))


def is_according_to(clauses: Clauses, word: Word) -> bool:
    """ "la thèse selon laquelle X a tué Y": a clause that tells whose word it is."""
    return any(c.case in clauses.words["according_to"] for c in clauses.tree.children(word.i, "obl"))


def is_made_up(clauses: Clauses, verb: Word) -> bool:
    """ "Un canular annonçait que …", "a fake statement said that …": what tells it is known for a fake."""
    words = clauses.words
    tellers = list(clauses.tree.children(verb.i, *SUBJECTS, "agent"))
    if any(c.lemma in words["hoaxes"] for c in tellers):
        return True
    beside = (a.lower for c in tellers if c.pos == "NOUN" for a in clauses.tree.children(c.i, "amod", "name", "acl"))
    return not words["fake"].isdisjoint(beside)


def is_only_heard(clauses: Clauses, verb: Word) -> bool:
    """ "Investors heard that X bought Y": somebody told them; what a court hears, witnesses vouch for."""
    bodies = clauses.words["hearing_bodies"]
    court = any(c.lemma in bodies or c.lower in bodies for c in clauses.tree.children(verb.i, "subj"))
    return verb.lemma in clauses.words["hearing"] and not court


def light_verb(clauses: Clauses, noun: Word) -> Word | None:
    """ "n'a pas pris la peine de répondre": the verb that carries the infinitive below its object."""
    verb = clauses.tree.words[noun.head] if noun.rel == "obj" and noun.head != ROOT else None
    return verb if verb is not None and verb.lemma in clauses.pack.lists["light_verbs"] else None
