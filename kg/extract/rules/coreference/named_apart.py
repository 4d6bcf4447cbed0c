"""Whom a pronoun cannot mean because he is named in what it governs: who speaks does not name himself.

Principle C of the theory of binding (Chomsky, "Lectures on Government and Binding", 1981): a name is nobody's who is
the subject of the clause above it. Nor is it the speaker's within his own quotation.
"""

from kg.extract.rules.coreference.last_voices import CLOSING, LONGEST, closes_quotation
from kg.extract.rules.coreference.stand_for import verb_of
from kg.extract.rules.mentions.references import Reference, References
from kg.extract.rules.parsing.clitics import is_enclitic
from kg.extract.rules.parsing.tree import QUOTE, ROOT, SUBJECTS, Tree, Word
from kg.lang import LanguagePack
from kg.model import MentionKind

AHEAD = 12  # words from "il dit" to the colon
BELOW = ("ccomp", "xcomp", "obj", "iobj", "obl")  # what a verb governs


def named_apart(tree: Tree, pack: LanguagePack, table: References, item: Reference, *, speaks: bool) -> set[int]:
    """The roots that are named where a third person, the subject of its clause, would name himself.

    Args:
        speaks: whether the pronoun is that of who speaks.
    """
    word = tree.words[item.i]
    subject = word.rel in SUBJECTS or is_enclitic(pack, word)
    if item.determiner != "third" or not subject or word.head == ROOT:
        return set()
    verb = verb_of(tree, word)
    below = {i for c in tree.children(verb.i, *BELOW) if c.i > word.i for i in tree.subtree(c.i)}
    own = _own_words(tree, pack, word) if speaks else range(0)
    if not below and not own:
        return set()
    told = [x for x in table.items if (x.i in below and _names(x)) or (x.i in own and (_names(x) or _describes(x)))]
    return {table.root(table.at[x.i]) for x in told}


def _names(item: Reference) -> bool:
    return item.kind is MentionKind.NAME and item.type == "Person"


def _describes(item: Reference) -> bool:
    return item.kind is MentionKind.NOMINAL


def _own_words(tree: Tree, pack: LanguagePack, word: Word) -> range:
    """The quotation that "dit-il" closes or breaks into, or that a colon behind "il dit" opens."""
    words = tree.words
    if not is_enclitic(pack, word):
        colon = next((w.i for w in words[word.i : word.i + AHEAD] if w.text == ":"), None)
        first = next((w.i for w in words[colon : colon + 3] if QUOTE in w.text), None) if colon is not None else None
        return range(0) if first is None else range(first, _next_mark(tree, first))
    last = _mark_before(tree, word.i)
    if last is None or not closes_quotation(tree, tree.words[last]):
        return range(0) if last is None else range(last, word.i)
    first = _mark_before(tree, last)
    return range(0) if first is None or word.i - last > CLOSING else range(first, last)


def _mark_before(tree: Tree, i: int) -> int | None:
    return next((w.i for w in reversed(tree.words[max(0, i - LONGEST) : i]) if QUOTE in w.text), None)


def _next_mark(tree: Tree, i: int) -> int:
    return next((w.i for w in tree.words[i + 1 : i + LONGEST] if QUOTE in w.text), i)
