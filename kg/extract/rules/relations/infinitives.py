"""Who is acted on, or given something, by an infinitive that hangs below a word."""

from kg.extract.rules.parsing.frames import Frame
from kg.extract.rules.parsing.tree import SUBJECTS, Tree, Word
from kg.extract.rules.relations.reading import Reading


def acted_on_words(reading: Reading, frame: Frame) -> list[int]:
    """Return whom the infinitive below a word is done to: "threatens to sue Aton", "menace d'imposer des taxes à X"."""
    tree, borne_on = reading.tree, reading.pack.words["borne_on"]
    found = []
    clauses = [c for c in tree.children(frame.i, "xcomp") if c.pos == "VERB"]
    clauses += [c for c in tree.children(frame.i, "acl") if _is_to_be_done(tree, c)]  # "in talks to buy Aton"
    clauses = clauses or [c for c in tree.children(frame.i, "advcl") if _is_to_be_done(tree, c)]  # "in court to stop X"
    for clause in clauses:
        objects = tree.children(clause.i, "obj")
        below = [*tree.children(clause.i, "obl"), *(c for o in objects for c in tree.children(o.i, "nmod"))]
        found += [*(o.i for o in objects), *(c.i for c in tree.children(clause.i, "agent"))]
        found += [c.i for c in below if c.case in borne_on]
    return found


def _is_to_be_done(tree: Tree, clause: Word) -> bool:
    return clause.tag == "VB" or any(c.tag == "TO" for c in tree.children(clause.i, "aux"))


def given_to_words(reading: Reading, frame: Frame) -> list[int]:
    """Return to whom the infinitive below a word gives: "refused to give Aton a licence", "to let Aton build"."""
    tree, to, found = reading.tree, reading.pack.words["to"], []
    for clause in [c for c in tree.children(frame.i, "xcomp") if c.pos == "VERB"]:
        found += [c.i for c in tree.children(clause.i, "iobj")]
        let = [c for c in tree.children(clause.i, "ccomp") if tree.child(c.i, "mark") is None]  # not "to say whether X"
        found += [w.i for c in let for w in tree.children(c.i, *SUBJECTS)]
        objects = list(tree.children(clause.i, "obj"))
        found += [objects[0].i] if len(objects) > 1 else []  # "agreed to pay the bank Aton $9m", misread
        below = [*tree.children(clause.i, "obl"), *(c for o in objects for c in tree.children(o.i, "nmod"))]
        found += [c.i for c in below if c.case in to]
    return found
