"""What became of an infinitive: "a permis d'arrêter X", "n'hésite pas à vendre X" tell that it was done."""

from kg.extract.rules.parsing.tree import ROOT, Word
from kg.extract.rules.reality.clauses import Clauses
from kg.model import Modality


def has_settled(clauses: Clauses, head: Word, word: Word) -> bool:
    """Whether the past of a verb tells what became of its infinitive.

    "a permis d'arrêter X", "a pu arrêter X", "had to sell X": it was done; "n'a pas souhaité répondre": it was not.
    """
    words = clauses.words
    if head.lemma in words["compelling"] and not clauses.is_negated(head) and _has_compelled(clauses, head):
        return True
    if clauses.is_negated(head):
        refused = head.lemma in words["left_undone"] and clauses.is_infinitival(word)
        return refused and clauses.is_completed(head)
    if head.lemma in words["enabling"] and clauses.is_past(head):
        return True
    guessed = word.lemma in clauses.pack.governors  # "a pu conduire X à tuer"
    return head.lemma in words["carrying_out"] and clauses.is_completed(head) and not guessed


def is_unrestrained(clauses: Clauses, head: Word, word: Word) -> bool:
    """ "n'hésite pas à vendre X", "ne cesse de vendre X": what is not held back is done."""
    if head.lemma not in clauses.words["holding_back"] or not clauses.is_infinitival(word):
        return False
    return any(c.lower in clauses.words["negation_particle"] for c in clauses.tree.children(head.i))


def _has_compelled(clauses: Clauses, head: Word) -> bool:
    """ "a été contraint de vendre X", "had to sell X": done; "est contraint de", "has to" tell no end."""
    if not clauses.syntax.is_passive(head):
        return clauses.tree.child(head.i, "obj") is None and clauses.is_completed(head)  # no "forced X to sell Y"
    helpers = [c for c in clauses.tree.children(head.i, "aux", "aux:pass") if "VerbForm=Fin" in c.morph]
    told = any(c.rel == "aux" or "Tense=Past" in c.morph for c in helpers)
    return told and clauses.tense(head) is Modality.ACTUAL


def purpose_of(clauses: Clauses, word: Word) -> Word | None:
    """ "ont défilé pour soutenir X", "des mesures pour lutter contre X": the verb of what is done for it, if any is."""
    marks = [c.lower for c in clauses.tree.children(word.i, "mark", "advmod", "case")]
    if word.rel not in ("advcl", "acl", "xcomp") or not clauses.is_purpose(word, marks):
        return None
    head = clauses.tree.words[word.head]
    if head.pos == "NOUN" and head.rel == "obj" and head.head != ROOT:
        head = clauses.tree.words[head.head]
    return head if head.pos == "VERB" and head.lemma not in clauses.pack.governors else None
