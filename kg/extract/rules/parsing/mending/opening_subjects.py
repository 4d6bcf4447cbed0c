"""Noun phrases that open a sentence and act in it, which the parser hung on its verb as something else."""

from kg.extract.rules.parsing.agreement import feature
from kg.extract.rules.parsing.mending.grammar import lacks_subject
from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Tree, Word
from kg.lang import LanguagePack

LOOSE = ("advcl", "obl", "dislocated")  # what the parser makes of a bare phrase for which it has no place
BESIDE = ("aux", "aux:pass", "refl", "punct", "advmod")  # what may stand between a phrase and its verb
NAMES = ("PROPN", "X", "NOUN")


def seat_opening_phrases(tree: Tree, pack: LanguagePack) -> bool:
    """ "L'Alorim, saisie par Zumo, a condamné …": a bare phrase that opens a sentence acts if nothing else does.

    Of "Valtec, le fondeur danois, se fournit …" the first acts, and the second tells what it is.
    """
    mended = False
    for first, last in tree.sents:
        opener = _opener(tree, pack, first, last)
        if opener is None:
            continue
        main = tree.words[opener.head]
        second = next((c for c in tree.children(main.i, *SUBJECTS) if c.i < main.i), None)
        acts = _acts_alone(tree, opener, main) if second is None else _is_told(tree, opener, second, main)
        if not acts:
            continue
        passive = tree.child(main.i, "aux:pass") is not None
        opener.rel, mended = "subj:pass" if passive else "subj", True
        if second is not None:
            second.head, second.rel = opener.i, "appos"
    return mended


def _opener(tree: Tree, pack: LanguagePack, first: int, last: int) -> Word | None:
    """The bare phrase at the start of a sentence that hangs loosely on a verb behind it; no time, and no quotation."""
    word = next((w for w in tree.words[first:last] if w.pos in NAMES), tree.words[first])
    while word.rel in ("name", "nmod") and word.head != ROOT and word.head > word.i:
        word = tree.words[word.head]
    if word.rel not in LOOSE or word.pos not in NAMES or word.case or word.head < word.i or word.is_year:
        return None
    if tree.words[word.head].pos != "VERB" or tree.child(word.i, "cop", "mark", "aux", "cc", *SUBJECTS) is not None:
        return None
    told = {word.lemma, *(c.lemma for c in tree.children(word.i))}
    opens = tree.subtree(word.i, ("punct",))[0] == first
    return word if opens and not told & pack.lists["temporal"] and not tree.cuts_quotation(first, word.head) else None


def _acts_alone(tree: Tree, opener: Word, main: Word) -> bool:
    """Whether a verb has no subject, agrees with the phrase before it, and has nothing but small words between."""
    carrier = next(iter(tree.children(main.i, "aux", "aux:pass")), main)
    numbers = {feature(opener, "Number"), feature(carrier, "Number")} - {""}
    if not lacks_subject(tree, main) or tree.child(main.i, "expl", "mark") is not None or len(numbers) > 1:
        return False
    below = set(tree.subtree(opener.i))
    between = (w for w in tree.words[opener.i : main.i] if w.i not in below)
    return all(w.head == main.i and w.rel in BESIDE for w in between)


def _is_told(tree: Tree, opener: Word, second: Word, main: Word) -> bool:
    """Whether two commas set off a noun with its article right behind a name, before the verb."""
    words = tree.words
    start, end = min(tree.subtree(second.i, ("punct",))), max(tree.subtree(second.i, ("punct",))) + 1
    behind = max(i for i in tree.subtree(opener.i, ("punct",)) if i < start) + 1
    closed = words[behind].text == "," and start == behind + 1 and end < main.i and words[end].text == ","
    return closed and second.pos == "NOUN" and words[start].pos == "DET"
