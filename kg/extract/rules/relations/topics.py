"""Whom a noun is about: "tabled an offer for its rival", "Boeing and rival Airbus", "dénonce le silence du maire"."""

from kg.extract.rules.parsing.frames import Frame, is_bare
from kg.extract.rules.parsing.syntax import Syntax
from kg.extract.rules.parsing.tree import ROOT, Tree, Word
from kg.lang import LanguagePack


def topic_words(syntax: Syntax, frame: Frame) -> list[int]:
    """Return the other member of the noun's own series, else the subject of the clause that it stands in."""
    tree = syntax.tree
    i = frame.args["self"][0] if frame.args.get("self") else frame.i
    first = tree.first_conjunct(i)
    return [first] if first != i else clause_subjects(syntax, i)


def conduct_words(tree: Tree, pack: LanguagePack, frame: Frame) -> list[int]:
    """ "dénonce le silence du maire", "salue le travail de l'équipe": whose conduct it is that something is said of."""
    return [owner for i in frame.args.get("patient", ()) for owner in owners_of_conduct(tree, pack, i)]


def owners_of_conduct(tree: Tree, pack: LanguagePack, i: int) -> list[int]:
    """Whose conduct a noun tells of; what stands one lower is of a lack of it: "le manque de réaction du maire"."""
    words, noun, found = pack.words, tree.words[i], list[int]()
    lacking = noun.lemma in words["lacking"]
    if noun.lemma not in words["conduct"] and not lacking:
        return found
    of = [c for c in tree.children(i, "nmod") if c.case in words["of"]]
    found += [c.i for c in of if not lacking and not _says_what_of(tree, pack, c)]
    found += [c.i for c in tree.children(i, "det") if not lacking and c.lower in words["possessive_singular_owner"]]
    for inner in [c for c in tree.children(i, "nmod") if _says_what_of(tree, pack, c)]:
        if not lacking or inner.lemma in words["conduct"]:
            lower = [c for c in tree.children(inner.i, "nmod") if c.case in words["of"]]
            found += [c.i for c in lower if not _says_what_of(tree, pack, c)]
    return found


def _says_what_of(tree: Tree, pack: LanguagePack, word: Word) -> bool:
    """ "de moyens", but not "du maire" or "de Lyon": a bare noun tells what kind."""
    melted = any(c.lower in pack.words["definite"] for c in tree.children(word.i, "case"))
    return word.pos == "NOUN" and is_bare(tree, word) and not melted


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
    for office in post_words(tree, pack, frame):
        found += [c.i for c in tree.children(office, "nmod", "poss") if c.case in links]
        found += [c.i for c in tree.children(office, "name") if c.i < office]
    return found


def post_words(tree: Tree, pack: LanguagePack, frame: Frame) -> list[int]:
    """Return the office itself that somebody leaves: "resigned as minister", "quitte son poste de ministre"."""
    left = {"", *pack.words["left_behind"]}  # but not "quitte X pour le poste de chef de Y"
    posts = [c for c in tree.children(frame.i, "obj", "obl") if c.lemma in pack.words["posts"] and c.case in left]
    named = [c.i for post in posts for c in tree.children(post.i, "nmod") if c.case in pack.words["of"]]
    told = (i for case in sorted(pack.words["as_office"]) for i in frame.args.get(case, ()))
    return [office for i in (*told, *named) for office in tree.conjuncts(i)]


def board_words(tree: Tree, pack: LanguagePack, frame: Frame) -> list[int]:
    """Return whose board it is that somebody sits on: "siège au conseil de X", "rejoint son conseil d'administration".

    A council with an adjective is no firm's: "le conseil municipal de Lyon".
    """
    words, found, of = pack.words, list[int](), pack.words["of"]
    below = tree.children(frame.i, "obj", "obl", "iobj", "nmod")
    boards = [b for c in below for b in (c, *tree.children(c.i, "nmod", "obl")) if b.lemma in words["firm_boards"]]
    for board in boards:
        kinds = [c for c in tree.children(board.i, "nmod") if c.lemma in words["board_kinds"] and is_bare(tree, c)]
        if tree.child(board.i, "amod") is not None and not kinds:
            continue
        found += [c.i for c in tree.children(board.i, "det") if c.lower in words["possessive_singular_owner"]]
        for noun in (board, *kinds):
            found += [c.i for c in tree.children(noun.i, "nmod") if c.case in of and c not in kinds]
    return found
