"""Clauses and particles that the parser hung on the wrong word, or read as another construction."""

from kg.extract.rules.parsing.tree import ROOT, Tree, fill_children
from kg.lang import LanguagePack


def mend_complements(tree: Tree, pack: LanguagePack) -> None:
    """ "soupçonne X d'avoir tué Y": the infinitive completes the verb, not the name."""
    moved = False
    for word in tree.words if pack.adposition == "child" else ():
        if word.rel != "acl" or word.head == ROOT or tree.child(word.i, "mark") is None:
            continue
        noun = tree.words[word.head]
        infinitive = "VerbForm=Inf" in word.morph or any(
            "VerbForm=Inf" in c.morph for c in tree.children(word.i, "aux")
        )
        if noun.rel != "obj" or noun.head == ROOT or not infinitive or noun.pos != "PROPN":
            continue
        verb = tree.words[noun.head]
        if verb.lemma in pack.governors or verb.lemma in pack.reporting:
            word.head, word.rel, moved = verb.i, "xcomp", True
    if moved:
        fill_children(tree)


def mend_accusations(tree: Tree, pack: LanguagePack) -> None:
    """ "accused the firm Danel of polluting X": the gerund completes the verb, not the name."""
    moved = False
    for word in tree.words:
        if word.rel != "xcomp" or not word.case or word.head == ROOT:
            continue
        noun = tree.words[word.head]
        verb = tree.words[noun.head] if noun.rel in ("obj", "subj:pass") and noun.head != ROOT else noun
        if verb is not noun and verb.pos == "VERB" and pack.reporting.get(verb.lemma) == "accused":
            word.head, moved = verb.i, True
    if moved:
        fill_children(tree)


def mend_reported_clauses(tree: Tree, pack: LanguagePack) -> None:
    """ "a déclaré sur CNBC que …": the clause hangs on the verb of speech, not on the noun between."""
    moved = False
    for word in tree.words:
        if word.rel != "ccomp" or word.head == ROOT or tree.child(word.i, "mark") is None:
            continue
        noun = tree.words[word.head]
        if noun.pos not in ("NOUN", "PROPN") or noun.head == ROOT or noun.lemma in pack.reporting_nouns:
            continue
        verb = tree.words[noun.head]
        if verb.pos == "VERB" and verb.lemma in pack.reporting and verb.i < noun.i < word.i:
            word.head, moved = verb.i, True
    if moved:
        fill_children(tree)


def mend_infinitives(tree: Tree) -> None:
    """ "a deal to buy Y", "plans for X to buy Y" are no relative clauses."""
    for word in tree.words:
        if word.rel != "relcl" or not any(c.tag == "TO" for c in tree.children(word.i, "aux")):
            continue
        if tree.child(word.i, "mark") is not None or tree.child(word.i, "subj", "subj:pass") is None:
            word.rel = "acl"


def join_particles(tree: Tree) -> None:
    """ "take over" becomes one lemma."""
    for word in tree.words:
        particle = tree.child(word.i, "prt")
        if particle is not None:
            word.lemma = f"{word.lemma} {particle.lower}"
