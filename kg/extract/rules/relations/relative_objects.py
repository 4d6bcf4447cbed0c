"""What a relative clause acts on or is about: "le décret que X a signé", "le médiateur que X refuse de recevoir"."""

from kg.extract.rules.parsing.syntax import Syntax
from kg.extract.rules.parsing.tree import PLACE_LABELS, ROOT, Tree, Word


def relative_object(syntax: Syntax, word: Word) -> list[int]:
    """ "le décret que Trump a signé": the noun before "que" is the object; of an infinitive, if the verb takes one."""
    tree, words = syntax.tree, syntax.pack.words
    if _infinitive_of(syntax, word) is not None:
        return []
    above = tree.words[word.head] if word.rel == "xcomp" and word.head != ROOT else word
    word = above if above is not word and _infinitive_of(syntax, above) is word else word
    top = tree.words[tree.first_conjunct(word.i)]
    relative = [c for c in tree.children(word.i, "obj", "mark", "dep") if c.lower in words["relative_object"]]
    if (
        relative
        and relative[0].pos == "PRON"
        and "PronType=Rel" in relative[0].morph
        and top.rel in ("ccomp", "parataxis", "advcl")
    ):
        return _noun_before(tree, relative[0].i)
    if top.rel in ("relcl", "acl") and top.head != ROOT:
        if relative and relative[0].pos == "PRON":
            return [top.head]
        own = tree.child(word.i, "subj")
        bare = syntax.pack.adposition == "head" and top.rel == "relcl" and tree.child(word.i, "obj") is None
        if own is not None and any(c.lower in words["relative_of"] for c in tree.children(own.i, "poss")):
            return []  # "Zumo, whose factory burned down"
        if bare and own is not None and own.lower not in words["relative_subject"]:
            return [top.head]
    return []


def _infinitive_of(syntax: Syntax, verb: Word) -> Word | None:
    """ "refuse de recevoir": the infinitive without object of what somebody wants, may or has to do."""
    tree = syntax.tree
    clause = tree.child(verb.i, "xcomp") if verb.lemma in syntax.pack.words["meaning_to"] else None
    whole = clause is None or clause.pos != "VERB" or tree.child(clause.i, "obj", "ccomp", "xcomp") is not None
    return None if whole else clause


def _noun_before(tree: Tree, i: int) -> list[int]:
    """The noun that a misplaced "que" takes up: the nearest before it that is no place."""
    for j in range(i - 1, max(i - 12, tree.sents[tree.words[i].sent][0] - 1), -1):
        word = tree.words[j]
        noun = word.pos in ("NOUN", "PROPN") and word.ent not in PLACE_LABELS and word.rel != "name"
        if noun and not (word.rel == "nmod" and tree.words[word.head].rel == "nmod" and not word.case):
            return [j]
    return []


def told_of_what_is_before(syntax: Syntax, verb: Word) -> list[int]:
    """ "Zumo, dont Vernal a pris le contrôle": nobody has a firm by its name; "dont" is what the verb's object is of.

    "Zumo, dont la filiale Orneval a fermé" tells whose the subsidiary is.
    """
    tree, words = syntax.tree, syntax.pack.words
    subject = next((tree.words[i] for i in syntax.subjects(verb.i)[0] if i < verb.i), None)
    if syntax.pack.adposition != "child" or subject is None:
        return []
    kind = subject.lemma in words["own_organisations"] | words["funds"] and tree.child(
        subject.i, "name", "appos", "nmod"
    )
    first = next((w for w in tree.words[subject.i - 3 : subject.i] if w.lower in words["relative_of"]), None)
    if first is None or not (kind or subject.pos == "PROPN") or tree.child(verb.i, "obj") is None:
        return []
    return _noun_before(tree, first.i) if tree.words[first.i - 1].text == "," else []
