"""Who is told to be one of some: "counts X among its customers", "Parmi ses clients figurent X et Y"."""

from kg.extract.rules.parsing.frames import Frame
from kg.extract.rules.parsing.syntax import Syntax
from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Tree, Word


def put_counted_among(syntax: Syntax, frame: Frame, word: Word) -> None:
    """ "counts X among its customers", "Among its backers are X and Y": one of those, as far as the verb says so."""
    tree = syntax.tree
    if word.head == ROOT or word.case not in syntax.pack.words.get("among", ()):
        return
    hung = tree.words[word.head].rel == "obj" and tree.words[word.head].head != ROOT  # on who is counted
    verb = tree.words[tree.words[word.head].head if hung else word.head]
    if members := _counted_among(syntax, word, verb):
        frame.put("self", *members)
        frame.verb = verb.i


def _counted_among(syntax: Syntax, word: Word, verb: Word) -> list[int]:
    tree, words = syntax.tree, syntax.pack.words
    counting, standing = words.get("counting_among", ()), words.get("standing_among", ())
    objects = [c.i for c in tree.children(verb.i, "obj")] or _named_behind(tree, word)
    if verb.lemma in counting and (objects or verb.lemma not in standing):
        return objects
    if verb.lemma in standing:  # "Parmi ses clients figurent X et Y", "X compte parmi ses clients"
        return objects or [c.i for c in tree.children(verb.i, *SUBJECTS) if c is not word]
    told = verb.lemma in syntax.pack.lists["copulas"] and verb.i > word.i
    return [c.i for c in tree.children(verb.i, "attr", *SUBJECTS) if c.i > verb.i] if told else []


def _named_behind(tree: Tree, word: Word) -> list[int]:
    """ "compte parmi ses clients Renault et Volvo": the name right behind, which the parser hung on the noun."""
    behind = (c for c in tree.children(word.i, "nmod", "appos", "name") if not c.case)
    return [c.i for c in behind if c.pos in ("PROPN", "X") and tree.subtree(c.i)[0] == word.i + 1]
