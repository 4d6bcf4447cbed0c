"""Clauses and particles that the parser hung on the wrong word, or read as another construction."""

from kg.extract.rules.parsing.tree import ROOT, Tree, Word, fill_children
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
        if word.head == ROOT or tree.words[word.head].pos not in ("VERB", "NOUN", "PROPN"):
            continue
        if word.rel == "xcomp":
            moved = _mend_medium(tree, pack, word) or moved
        if word.rel not in ("ccomp", "relcl") or tree.child(word.i, "mark") is None:
            continue
        noun = tree.words[word.head]
        if noun.pos not in ("NOUN", "PROPN") or noun.head == ROOT or noun.lemma in pack.reporting_nouns:
            continue
        verb = tree.words[noun.head]
        says = verb.pos == "VERB" and verb.lemma in pack.reporting and verb.i < noun.i < word.i
        if says and (word.rel == "ccomp" or _reports(tree, pack, verb, noun, word)):
            word.head, word.rel, moved = verb.i, "ccomp", True
    if moved:
        fill_children(tree)


def _mend_medium(tree: Tree, pack: LanguagePack, name: Word) -> bool:
    """ "a précisé sur Twitter que …": a name behind an adposition is no predicate of what says."""
    verb = tree.words[name.head]
    if name.pos != "PROPN" or verb.lemma not in pack.reporting or tree.child(name.i, "case") is None:
        return False
    name.rel = "obl"
    return True


def _reports(tree: Tree, pack: LanguagePack, verb: Word, name: Word, clause: Word) -> bool:
    """ "a assuré sur Twitter qu'elle partait": what "que" opens right behind a name is said, if nothing else is."""
    mark = tree.child(clause.i, "mark")
    opens = mark is not None and mark.i == name.i + 1 and mark.lower in pack.words["that"]
    return opens and name.pos == "PROPN" and tree.child(verb.i, "ccomp", "obj") is None


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
