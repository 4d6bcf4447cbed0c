"""Whom a noun without an owner is about: "tabled an offer for its rival", "Boeing and rival Airbus"."""

from kg.extract.rules.parsing.frames import Frame
from kg.extract.rules.parsing.syntax import Syntax
from kg.extract.rules.parsing.tree import ROOT, Tree
from kg.lang import LanguagePack


def topic_words(syntax: Syntax, frame: Frame) -> list[int]:
    """Return the other member of the noun's own series, else the subject of the clause that it stands in."""
    tree = syntax.tree
    i = frame.args["self"][0] if frame.args.get("self") else frame.i
    first = tree.first_conjunct(i)
    return [first] if first != i else clause_subjects(syntax, i)


def clause_subjects(syntax: Syntax, i: int) -> list[int]:
    """Return the subject of the nearest clause around a word that has another one than the word."""
    tree = syntax.tree
    for above in tree.ancestors(i):
        if above.pos in ("VERB", "AUX") and above.sent == tree.words[i].sent:
            subjects, _ = syntax.subjects(above.i)
            if subjects and i not in subjects:
                return subjects
        if above.head == ROOT:
            break
    return []


def office_words(tree: Tree, pack: LanguagePack, frame: Frame) -> list[int]:
    """Return what the office is of that somebody leaves: "resigned as head of X", "quitte son poste de chef de X"."""
    found: list[int] = []
    links = {"", *pack.words["of_bodies"]}
    left = {"", *pack.words["left_behind"]}  # but not "quitte X pour le poste de chef de Y"
    posts = [c for c in tree.children(frame.i, "obj", "obl") if c.lemma in pack.words["posts"] and c.case in left]
    named = [c.i for post in posts for c in tree.children(post.i, "nmod") if c.case in pack.words["of"]]
    for i in (*(i for case in sorted(pack.words["as_office"]) for i in frame.args.get(case, ())), *named):
        for office in tree.conjuncts(i):
            found += [c.i for c in tree.children(office, "nmod", "poss") if c.case in links]
            found += [c.i for c in tree.children(office, "name") if c.i < office]
    return found
