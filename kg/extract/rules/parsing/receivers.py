"""Who gets or undergoes what a noun names: "a reçu le soutien de X", "fait l'objet d'une enquête"."""

from kg.extract.rules.parsing.syntax import Syntax
from kg.extract.rules.parsing.tree import ROOT, Word

BELOW = ("obj", "obl", "nmod", "xcomp", "attr")


def received(syntax: Syntax, word: Word) -> tuple[list[int], int] | None:
    """Return who gets what a noun names, and the word that carries tense and negation; None: nobody is said to."""
    if word.head == ROOT or word.rel not in BELOW:
        return None
    tree, pack = syntax.tree, syntax.pack
    head = tree.words[word.head]
    if is_receiving(syntax, head):
        return syntax.subjects(head.i)[0], head.i
    if word.case not in pack.words["of"]:
        return None
    bearer = next((c for c in tree.children(head.i, "obj", "attr") if c.lemma in pack.words["bearers"]), head)
    return _borne_by(syntax, bearer) if bearer.lemma in pack.words["bearers"] else None


def is_receiving(syntax: Syntax, word: Word) -> bool:
    """Whether the subject of a verb is at the receiving end of the noun below it ("subir", "obtenir")."""
    verbs = syntax.pack.lists.get("receiving_verbs", frozenset())
    return word.pos == "VERB" and word.lemma in verbs and not syntax.is_passive(word)


def _borne_by(syntax: Syntax, bearer: Word) -> tuple[list[int], int] | None:
    """ "fait l'objet", "est la cible", "le maire, victime": whom the noun that stands for the object is said of."""
    tree = syntax.tree
    if tree.child(bearer.i, "cop") is not None:
        return syntax.subjects(bearer.i)[0], bearer.i
    if bearer.head == ROOT:
        return None
    head = tree.words[bearer.head]
    if head.pos == "VERB" and bearer.rel in ("obj", "attr", "xcomp") and not syntax.is_passive(head):
        return syntax.subjects(head.i)[0], head.i
    if bearer.rel in ("appos", "amod", "acl") and head.pos in ("NOUN", "PROPN"):
        return [head.i], bearer.i
    return None
