"""Words that the parser hung on the clause beside theirs: on a name, on a verb that they do not complete."""

from kg.extract.rules.parsing.mending.grammar import is_bare_participle, is_infinitive
from kg.extract.rules.parsing.tree import PERSON_LABELS, ROOT, Tree
from kg.lang import LanguagePack


def free_infinitives(tree: Tree, _: LanguagePack) -> bool:
    """ "reproche à Jean Petit d'avoir menti": a name takes no infinitive, its verb does."""
    mended = False
    for verb in tree.words:
        if verb.rel != "acl" or verb.pos != "VERB" or verb.head == ROOT or not is_infinitive(tree, verb):
            continue
        if tree.words[verb.head].ent in PERSON_LABELS and tree.child(verb.i, "mark") is not None:
            above = tree.words[verb.head].head
            verb.rel, mended = "advcl", True
            if above != ROOT and tree.words[above].pos == "VERB":
                verb.head, verb.rel = above, "xcomp"
    return mended


def read_clauses_of_verbs(tree: Tree, pack: LanguagePack) -> bool:
    """ "Jean Petit rêve que Valtec a fermé": right behind a verb, "que" opens its clause, and no relative one."""
    mended = False
    for clause in tree.words:
        verb = tree.words[clause.head] if clause.rel == "relcl" and clause.head != ROOT else clause
        if verb is clause or verb.pos != "VERB" or clause.i < verb.i + 2:
            continue
        opener = tree.words[verb.i + 1]
        if opener.lower in pack.words["that"] and opener.head == clause.i:
            clause.rel, opener.rel, mended = "ccomp", "mark", True
    return mended


def raise_closing_sources(tree: Tree, pack: LanguagePack) -> bool:
    """ "Valtec a fermé alors que Jean Petit partait, selon La Montagne": it closes, and tells of, the whole."""
    mended = False
    for word in tree.words:
        if word.case not in pack.words["according_to"] or word.head == ROOT or word.rel not in ("obl", "nmod"):
            continue
        clause = tree.words[word.head]
        below = tree.subtree(word.i)
        first, last = min(below), tree.sents[word.sent][1]
        closes = all(w.pos == "PUNCT" for w in tree.words[max(below) + 1 : last])
        marked = clause.rel == "advcl" and tree.child(clause.i, "subj", "subj:pass") is not None
        if closes and marked and first > clause.i and "," in (tree.words[first - 1].text, tree.words[first].text):
            word.head, word.rel, mended = clause.head, "obl", True
    return mended


def lower_to_opening_participles(tree: Tree, pack: LanguagePack) -> bool:
    """ "Mis en examen pour avoir tué Luc Roux, Jean Petit se tait": what stands before the comma is the opener's."""
    mended = False
    for first, last in tree.sents:
        opener = tree.words[first]
        comma = next((i for i in range(first, last) if tree.words[i].text == ","), last)
        if comma == last or not is_bare_participle(tree, opener):
            continue
        for word in tree.words[first + 1 : comma]:
            if word.rel in ("advcl", "xcomp") and word.head > comma and is_infinitive(tree, word):
                word.head, mended = first, True
    return mended


def free_marked_objects(tree: Tree, pack: LanguagePack) -> bool:
    """ "travaille comme médecin": what stands behind such a word is what somebody is, and no object."""
    mended = False
    for word in tree.words:
        if word.rel == "obj" and word.case in pack.words["as_office"] and tree.words[word.head].pos == "VERB":
            word.rel, mended = "obl", True
    return mended
