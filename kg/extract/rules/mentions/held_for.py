"""Nouns of acts and suits: who is held or convicted for the act, and who has to answer the suit."""

from kg.extract.rules.parsing.frames import Frame
from kg.extract.rules.parsing.syntax import Syntax
from kg.extract.rules.parsing.tree import ROOT, Word

STEPS = 3  # nouns between the act and the verb, at most: "condamné à vingt ans de prison pour le meurtre"


def fill_held(syntax: Syntax, frame: Frame, word: Word) -> None:
    """ "condamné pour le meurtre de X", "accused of the murder of X": who is held for an act did it, if anybody did."""
    tree, words = syntax.tree, syntax.pack.words
    act = tree.words[tree.first_conjunct(word.i)]
    if frame.args.get("agent") or act.rel not in ("obl", "nmod") or act.case not in words["held_marks"]:
        return
    head = act
    for _ in range(STEPS):
        if head.head == ROOT or head.pos in ("VERB", "ADJ"):
            break
        head = tree.words[head.head]
    beside = [head.lemma, *(f"{head.lemma} {c.lemma}" for c in tree.children(head.i, "obl", "obj"))]
    if head.pos in ("VERB", "ADJ") and head.i < act.i and not words["held_for"].isdisjoint(beside):
        frame.put("agent", *_held(syntax, head))


def _held(syntax: Syntax, head: Word) -> list[int]:
    """The object of an active verb, else its subject; of "found him guilty", whom the verb above is done to."""
    tree = syntax.tree
    above = tree.words[head.head] if head.head != ROOT else None
    if head.pos == "ADJ" and above is not None and above.pos == "VERB" and tree.child(head.i, "cop", "subj") is None:
        return _held(syntax, above)
    objects = [] if syntax.is_passive(head) else [c.i for c in tree.children(head.i, "obj") if c.i < head.i + STEPS]
    return objects or syntax.subjects(head.i)[0]


def fill_defendant(syntax: Syntax, frame: Frame, word: Word) -> None:
    """ "lost a lawsuit brought by X": the suit was against the subject, unless it tells against whom it was."""
    tree, words = syntax.tree, syntax.pack.words
    head = tree.words[word.head] if word.rel == "obj" and word.head != ROOT else None
    if head is None or head.lemma not in words["defending"] or not words["against"].isdisjoint(frame.args):
        return
    frame.put("defendant", *syntax.subjects(head.i)[0])
