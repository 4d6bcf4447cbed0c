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
