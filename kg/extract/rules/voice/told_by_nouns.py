"""What a noun of speech with its owner says: "Aton's claim that …", "a report by the union that …"."""

from collections.abc import Iterator

from kg.extract.rules.parsing.tree import SUBJECTS, Word
from kg.extract.rules.reality.prospects import owners
from kg.extract.rules.voice.regions import Region
from kg.extract.rules.voice.speech import Speech

UNSAID = ("denies", "requested")  # "Aton's denial that …", "its demand that …": not what its owner holds for true


def told_by_nouns(speech: Speech) -> Iterator[Region]:
    """Yield the clauses that a conjunction opens below such nouns, each with the noun's owner as its speaker."""
    tree, pack = speech.tree, speech.pack
    for noun in tree.words if pack.adposition == "head" else ():
        if noun.pos != "NOUN" or pack.reporting_nouns.get(noun.lemma, UNSAID[0]) in UNSAID:
            continue
        found = (speech.reference(c.i) for c in owners(tree, pack, noun))
        owner = next((i for i in found if i is not None and speech.can_speak(i)), None)
        for clause in tree.children(noun.i, "acl", "ccomp") if owner is not None else ():
            if _is_content(speech, clause):
                yield Region(frozenset(tree.subtree(clause.i)), owner, direct=False)


def _is_content(speech: Speech, clause: Word) -> bool:
    """Whether a clause tells what the noun says, and is no relative clause: "the claim that the bank had lied"."""
    tree = speech.tree
    marked = any(c.lower in speech.pack.words["that"] for c in tree.children(clause.i, "mark"))
    return marked and tree.child(clause.i, *SUBJECTS) is not None
