"""English participles that look like another form of their verb: "a firm set up in 1921", "X, sold in 2022, makes"."""

from kg.extract.rules.parsing.tree import SUBJECTS, Tree, Word
from kg.lang import LanguagePack

PAST = ("VBD", "VBN")
FINITE = ("VBD", "VBZ", "VBP", "MD")
CARRIERS = ("aux", "aux:pass", "cop", "mark")


def turn_past_participles(tree: Tree, _: LanguagePack) -> bool:
    """ "a firm set up in 1921", "Set up in 2001 by an heir, Aton …": what qualifies a noun is no past tense."""
    mended = False
    for word in tree.words:
        if word.pos != "VERB" or tree.child(word.i, *SUBJECTS, *CARRIERS, "obj") is not None:
            continue
        by = tree.child(word.i, "agent") is not None
        behind_noun = word.rel == "acl" and word.tag == "VBD" and (by or word.head == word.i - 1)
        opens = word.rel == "advcl" and word.tag in ("VB", "VBD") and word.i == tree.sents[word.sent][0]
        if behind_noun or (opens and by):
            word.tag, word.morph, mended = "VBN", "Tense=Past|VerbForm=Part", True
    return mended


def lower_set_off_participles(tree: Tree, _: LanguagePack) -> bool:
    """ "Aton, spun off from Zumo in 2022, sells drugs": Aton sells, and was spun off."""
    mended = False
    for word in tree.words:
        set_off = word.pos == "VERB" and word.tag in PAST and word.i > 1 and tree.words[word.i - 1].text == ","
        if not set_off or tree.child(word.i, *CARRIERS, "obj") is not None:
            continue
        subject, main = tree.child(word.i, *SUBJECTS), _joined(tree, word)
        if subject is None or main is None or not _ends_at(tree, subject, word.i - 1):
            continue
        if main.head == word.i:
            for child in tree.children(word.i):
                if child.i > main.i:
                    child.head = main.i
            main.head, main.rel = word.head, word.rel
        subject.head, subject.rel = main.i, "subj:pass" if tree.child(main.i, "aux:pass") is not None else "subj"
        word.head, word.rel, word.tag, word.morph = subject.i, "acl", "VBN", "Tense=Past|VerbForm=Part"
        mended = True
    return mended


def _ends_at(tree: Tree, subject: Word, comma: int) -> bool:
    """Whether a subject, with nothing set off within it, stands right before a comma."""
    below = tree.subtree(subject.i)
    below = below[:-1] if below[-1] == comma else below
    return below[-1] == comma - 1 and all(tree.words[i].text != "," for i in below)


def _joined(tree: Tree, verb: Word) -> Word | None:
    """The finite verb behind a comma that is tied to another without a conjunction or a subject of its own."""
    above = [tree.words[verb.head]] if verb.rel == "ccomp" and verb.head > verb.i else []
    for main in (*above, *tree.children(verb.i, "conj", "parataxis", "ccomp")):
        parts = [main, *tree.children(main.i, "aux", "aux:pass", "cop", "adv")]
        first = min(parts, key=lambda w: w.i)
        comma = first.i > verb.i + 1 and tree.words[first.i - 1].text == ","
        finite = any(w.tag in FINITE for w in parts)
        joint = tree.child(verb.i, "cc")
        if comma and finite and tree.child(main.i, *SUBJECTS) is None and (joint is None or _joins_two(tree, joint)):
            return main
    return None


def _joins_two(tree: Tree, joint: Word) -> bool:
    """ "Aton, set up in 1924 and listed in Oslo, makes …": whether "and" joins a second participle to the first."""
    second = next((c for c in tree.children(joint.head, "conj") if c.i > joint.i), None)
    bare = second is not None and tree.child(second.i, *SUBJECTS, *CARRIERS) is None
    return second is not None and bare and second.tag in PAST and "," not in _texts(tree, joint.head, second.i)


def _texts(tree: Tree, first: int, last: int) -> list[str]:
    return [w.text for w in tree.words[first:last]]
