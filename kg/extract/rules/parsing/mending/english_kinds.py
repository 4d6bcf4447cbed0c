"""English nouns right before a name that say what kind it is, where the parser makes two phrases of them."""

from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Tree, Word
from kg.lang import LanguagePack

SINGULAR = "NN"


def join_kinds_to_names(tree: Tree, _: LanguagePack) -> bool:
    """ "The lending app Zumo was shut down": no verb has two subjects side by side; the noun tells what Zumo is."""
    mended = False
    for name in tree.words[1:]:
        verb = tree.words[name.head] if name.rel in SUBJECTS and name.head != ROOT else None
        noun = _kind_before(tree, name) if verb is not None else None
        if verb is None or noun is None or noun.head != verb.i:
            continue
        if noun.rel in SUBJECTS:
            name.head, name.rel, mended = noun.i, "appos", True
    return mended


def raise_verbs_of_names(tree: Tree, _: LanguagePack) -> bool:
    """ "Ride-hailing company Zumo was fined": no clause on the company that lacks nothing is what tells of it."""
    mended = False
    for verb in tree.words:
        noun = tree.words[verb.head] if verb.rel == "relcl" and verb.head != ROOT else None
        name = tree.child(verb.i, *SUBJECTS)
        if noun is None or name is None or noun.head != ROOT or _kind_before(tree, name) is not noun:
            continue
        if name.rel == "subj" and tree.child(verb.i, "obj", "ccomp") is None:
            continue  # "The firm Zumo bought"
        for child in tree.children(noun.i):
            if child.i > verb.i:
                child.head = verb.i
        verb.head, verb.rel, noun.head, noun.rel = ROOT, "ROOT", verb.i, name.rel
        name.head, name.rel, mended = noun.i, "appos", True
    return mended


def _kind_before(tree: Tree, name: Word) -> Word | None:
    """The singular noun that ends right before the words of a name."""
    noun = tree.words[max(tree.subtree(name.i, ("appos", "relcl", "acl", "punct", "conj", "cc"))[0] - 1, 0)]
    named = name.pos == "PROPN" and name.is_title and not name.case
    return noun if named and noun.i < name.i and noun.pos == "NOUN" and noun.tag == SINGULAR else None
