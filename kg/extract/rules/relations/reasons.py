"""What is told to have come of what an adposition names: "annulé à cause de la tempête", "progresse grâce à X"."""

from collections.abc import Iterator

from kg.extract.rules.parsing.frames import is_bare
from kg.extract.rules.parsing.tree import ROOT, Word
from kg.extract.rules.relations.arguments import is_one_of
from kg.extract.rules.relations.reading import Draft, Reading
from kg.extract.rules.relations.relative_objects import relative_object

CAUSE = ("Event", "Concept", "LegalAct", "Product", "Quantity", "NonActualEvent", "Agreement")
BEFALLEN = ("Group", "Organization", "Place", "Product", "LegalAct")
SUFFERING = (*BEFALLEN, "Concept", "Quantity", "Eventuality")  # what something befalls
TOLD_OF = ("Event", "Concept", "Product", "Quantity")  # what is no effect as the one who acts
DONE = ("Event", "Concept")  # what somebody brings about by his act; a thing that he acts on is there already
COMPLEMENTS = ("obj", "obl", "nmod")
SURE = 0.7


def find_reasons(reading: Reading) -> Iterator[Draft]:
    """ "Le match a été reporté à cause de la pluie": the rain, and what the clause or noun above it tells of.

    What somebody does thanks to a thing ("voyage grâce à une bourse") is rather done with it; what rises is due to it.
    """
    tree, cases, thanks = reading.tree, reading.pack.words["because"], reading.pack.words["thanks_to"]
    for word in tree.words:
        if (word.case not in cases and word.case not in thanks) or word.head == ROOT or word.rel not in ("obl", "nmod"):
            continue
        head = tree.words[word.head]
        effect = _effect(reading, head) if word.case in cases or _is_unwilled(reading, head) else None
        if effect is None:
            continue
        for part in tree.conjuncts(word.i):
            cause = reading.at(part)
            if cause is not None and is_one_of(reading, cause, CAUSE) and _differ(reading, cause, effect):
                yield Draft(
                    subject=cause, predicate="causes", object=effect, trigger=head.i, verb=head.i, phrase=word.case,
                    rule="reason/because", confidence=SURE,
                )  # fmt: skip


def _effect(reading: Reading, head: Word) -> int | None:
    """What comes of a reason: an event that is named, whatever it befalls, or the thing that it is told of.

    Who acts for a reason ("le maire a démissionné à cause de …") is no effect of it, nor is a person whom it
    befalls ("un homme est mort à cause de …"): the effect is what happens to him.
    """
    tree, syntax = reading.tree, reading.syntax
    while _is_noun(reading, head):
        whole = _whole(reading, head)
        event = None if is_bare(tree, whole) else _first(reading, [whole.i], ("Event",))
        if event is not None or whole.head == ROOT or whole.rel not in COMPLEMENTS:
            return event  # a bare noun tells of none: "sur offre d'achat à la suite de la visite"
        head = tree.words[whole.head]  # "va arrêter deux réacteurs en raison de X": of what is done, not of the thing
    if head.pos == "ADJ" and head.rel in ("acl", "amod"):
        return _first(reading, [head.head], SUFFERING)
    subjects = syntax.subjects(head.i)[0]
    if syntax.is_passive(head):
        return _first(reading, subjects, SUFFERING)
    objects = _objects(reading, head)
    unwilled = not objects and _is_unwilled(reading, head)  # "les écoles ont dû fermer à cause de X"
    if objects:
        return _first(reading, objects, DONE)
    return _first(reading, subjects, SUFFERING if unwilled else TOLD_OF)


def _objects(reading: Reading, verb: Word) -> list[int]:
    """What is done or undergone; "fermer ses portes" tells no more than "fermer"."""
    own = (c for c in reading.tree.children(verb.i, "obj") if c.lemma not in reading.pack.words["shutters"])
    return [*(c.i for c in own), *relative_object(reading.syntax, verb)]


def _is_unwilled(reading: Reading, verb: Word) -> bool:
    """Whether a verb tells what happens to its subject: "chuter", "fermer"."""
    return verb.lemma in reading.pack.words["unwilled"]


def _is_noun(reading: Reading, word: Word) -> bool:
    """Whether a word is a noun that no clause says of something."""
    return word.pos in ("NOUN", "PROPN") and reading.tree.child(word.i, "cop") is None


def _whole(reading: Reading, noun: Word) -> Word:
    """ "l'annulation du concert en raison de la grève": of the whole, where the parser hung it on the last part."""
    words, of = reading.tree.words, reading.pack.words["of"]
    while noun.rel == "nmod" and noun.case in of and words[noun.head].pos == "NOUN":
        noun = words[noun.head]
    return noun


def _first(reading: Reading, words: list[int], kinds: tuple[str, ...]) -> int | None:
    found = (index for i in words if (index := reading.at(i)) is not None)
    return next((index for index in found if is_one_of(reading, index, kinds)), None)


def _differ(reading: Reading, one: int, other: int) -> bool:
    return reading.table.root(one) != reading.table.root(other)
