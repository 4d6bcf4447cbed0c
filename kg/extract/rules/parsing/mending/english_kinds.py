"""English nouns right before a name that say what kind it is, where the parser makes two phrases of them."""

from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Tree, Word
from kg.lang import LanguagePack

SINGULAR = "NN"
OBJECTS = ("obj", "iobj")


def join_kinds_to_names(tree: Tree, _: LanguagePack) -> bool:
    """ "The lending app Zumo was shut down": no verb has two subjects side by side; the noun tells what Zumo is.

    "told broadcaster Zumo that …": nor is a bare noun before a name another one whom something is told.
    """
    mended = False
    for name in tree.words[1:]:
        verb = tree.words[name.head] if name.rel in (*SUBJECTS, *OBJECTS) and name.head != ROOT else None
        noun = _kind_before(tree, name) if verb is not None else None
        if verb is None or noun is None or noun.head != verb.i:
            continue
        bare = noun.rel in OBJECTS and tree.child(noun.i, "det", "poss", "nummod") is None
        if noun.rel in SUBJECTS or (bare and name.rel in OBJECTS):
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


def share_trades(tree: Tree, pack: LanguagePack) -> bool:
    """ "the novelist and playwright Ann Lee": two trades without an article between them are of one person."""
    mended = False
    trades = pack.lists["occupations"]
    for name in tree.words[3:]:
        if name.rel != "conj" or name.pos != "PROPN" or name.head == ROOT:
            continue
        second = next((c for c in tree.children(name.i, "name") if c.pos == "NOUN" and c.lemma in pack.trades), None)
        first = tree.words[name.head]
        if second is None or _kind_before(tree, name, second) is not second or first.lemma not in trades:
            continue
        joint = tree.words[second.i - 1]
        if joint.rel != "cc" or joint.head not in (first.i, name.i) or tree.child(second.i, "det", "poss") is not None:
            continue
        second.head, second.rel, joint.head = first.i, "conj", first.i
        while first.rel == "conj" and tree.words[first.head].lemma in trades and not tree.child(first.i, "det"):
            first = tree.words[first.head]
        name.head, name.rel, mended = first.i, "appos", True
    return mended


def lower_opening_trades(tree: Tree, pack: LanguagePack) -> bool:
    """ "Farmer Tom Otieno sued": the capital of a trade before a given name is that of the sentence."""
    mended = False
    for first, last in tree.sents:
        word = tree.words[first]
        named = first + 2 < last and all(w.pos == "PROPN" and w.is_title for w in tree.words[first + 1 : first + 3])
        if not named or word.pos not in ("PROPN", "ADJ") or word.lower not in pack.lists["occupations"]:
            continue
        if word.rel == "name" and word.head > first and tree.words[first + 1].lower in pack.given_names:
            word.pos, word.tag, word.lemma, mended = "NOUN", SINGULAR, word.lower, True
    return mended


def part_owned_names(tree: Tree, _: LanguagePack) -> bool:
    """ "Italy's Zumo and Sweden's Aton": two names with an owner each, not one name of which the first owns all."""
    mended = False
    for joint in tree.words:
        first = tree.words[joint.head] if joint.rel == "cc" and joint.head != ROOT else joint
        last = tree.words[first.head] if first.rel == "name" and first.i < joint.i else first
        if last.i < joint.i or not (first.is_title and last.is_title):
            continue
        owners = [
            w for w in tree.words[: last.i] if w.head in (first.i, last.i) and tree.child(w.i, "case") is not None
        ]
        if len(owners) != 2 or not (owners[0].i < first.i and joint.i < owners[1].i):
            continue
        for child in tree.children(last.i):
            child.head = first.i if child.i < joint.i else child.head
        first.head, first.rel, first.case, last.case = last.head, last.rel, last.case, ""
        last.head, last.rel, owners[1].head, owners[1].rel, mended = first.i, "conj", last.i, "poss", True
    return mended


def turn_compounds(tree: Tree, pack: LanguagePack) -> bool:
    """ "The Leeds think tank Zumo published a report": the first half of a listed noun is no verb."""
    mended = False
    for verb in tree.words[:-1]:
        noun = tree.words[verb.i + 1]
        if verb.pos != "VERB" or f"{verb.lower} {noun.lemma}" not in pack.lists["industries"] or noun.head == verb.i:
            continue
        main = tree.words[noun.head]
        main = main if main.rel not in SUBJECTS or main.head == ROOT else tree.words[main.head]
        if main.head != verb.i or main.i < noun.i:
            continue
        main.head, main.rel = verb.head, verb.rel
        for child in tree.children(verb.i):
            if child is not main:
                child.head = noun.i if child.i < verb.i else main.i
                child.rel = "name" if child.i < verb.i and child.pos == "PROPN" else child.rel
        verb.head, verb.rel, verb.pos, verb.tag, mended = noun.i, "name", "NOUN", SINGULAR, True
    return mended


def read_kinds_as_nouns(tree: Tree, pack: LanguagePack) -> bool:
    """ "a director at robotics firm Zumo", "the payments outfit Zumo": behind an adposition a kind is no verb."""
    mended = False
    for noun in tree.words[:-1]:
        kind = noun.pos == "VERB" and noun.lower in pack.words["generic_firms"] and tree.words[noun.i + 1].is_title
        if kind and noun.case and noun.rel in ("nmod", "obl"):
            noun.pos, noun.tag, noun.lemma, mended = "NOUN", SINGULAR, noun.lower, True
    return mended


def _kind_before(tree: Tree, name: Word, below: Word | None = None) -> Word | None:
    """The singular noun that ends right before the words of a name, or is hung on it as one of them."""
    inside = tree.subtree(name.i, ("appos", "relcl", "acl", "punct", "conj", "cc"))
    inside = [i for i in inside if i > below.i] if below is not None else inside
    noun = tree.words[max(inside[0] - 1, 0)]
    named = name.pos == "PROPN" and name.is_title and not name.case and name.tag != "NNPS"  # "the opposition Greens"
    return noun if named and noun.i < name.i and noun.pos == "NOUN" and noun.tag == SINGULAR else None
