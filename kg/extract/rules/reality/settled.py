"""What became of an infinitive: "a permis d'arrêter X", "n'hésite pas à vendre X" tell that it was done."""

from kg.extract.rules.parsing.tree import Word
from kg.extract.rules.reality.clauses import Clauses


def has_settled(clauses: Clauses, head: Word, word: Word) -> bool:
    """Whether the past of a verb tells what became of its infinitive.

    "a permis d'arrêter X", "a pu arrêter X": it was done; "n'a pas souhaité répondre": it was not.
    """
    words = clauses.words
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
