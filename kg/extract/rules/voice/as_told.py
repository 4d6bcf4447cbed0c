"""What is told as somebody puts it: "As Rosa Diaz noted, …", "…, as she put it"."""

from collections.abc import Iterator

from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Word
from kg.extract.rules.voice.regions import Region
from kg.extract.rules.voice.speech import Speech

NOT_SO = ("requested", "denies")  # acts whose content is none of what is told


def told_as(speech: Speech) -> Iterator[Region]:
    """Yield the clauses that a verb of speech without an object of its own hangs below, with who speaks."""
    tree, marks = speech.tree, speech.pack.words["as_told"]
    for verb in tree.words if marks else ():
        if verb.rel != "advcl" or verb.head == ROOT or verb.i in speech.in_quote or not _puts_it(speech, verb):
            continue
        found = (speech.reference(c.i) for c in tree.children(verb.i, *SUBJECTS))
        index = next((i for i in found if i is not None and speech.can_speak(i)), None)
        if index is not None:
            told = set(tree.subtree(verb.head)) - set(tree.subtree(verb.i))
            yield Region(frozenset(told), index, direct=False)


def _puts_it(speech: Speech, verb: Word) -> bool:
    """Whether it is "as X noted"; "as X announced a plan" tells when, "did not pay, as X asked" nothing."""
    above = speech.tree.words[verb.head]
    if speech.tree.child(above.i, "neg") is not None or speech.tells(above) or speech.act_of(verb) in NOT_SO:
        return False
    words, mark = speech.pack.words, speech.tree.child(verb.i, "mark")
    below = speech.tree.children(verb.i, "obj", "ccomp", "xcomp", "neg")
    tells = verb.pos == "VERB" and (verb.lemma in speech.pack.reporting or verb.lemma in words["putting_it"])
    alone = all(c.lower in words["dummies"] for c in below)
    return tells and alone and mark is not None and mark.lower in words["as_told"]
