"""What is told to have come of what an adposition names: "annulé à cause de la tempête", "la grève due à X"."""

from collections.abc import Iterator

from kg.extract.rules.parsing.frames import is_bare
from kg.extract.rules.parsing.tree import ROOT, Word
from kg.extract.rules.relations.arguments import is_one_of
from kg.extract.rules.relations.reading import Draft, Reading
from kg.extract.rules.relations.relative_objects import relative_object

CAUSE = ("Event", "Concept", "LegalAct", "Product", "Quantity", "NonActualEvent", "Agreement")
SURE = 0.7


def find_reasons(reading: Reading) -> Iterator[Draft]:
    """ "Le match a été reporté à cause de la pluie": the rain, and what the clause or noun above it tells of."""
    tree, cases = reading.tree, reading.pack.words["because"]
    for word in tree.words:
        if word.case not in cases or word.head == ROOT or word.rel not in ("obl", "nmod"):
            continue
        head = tree.words[word.head]
        effect = _effect(reading, head)
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
    """What comes of a reason: an event that is named, whoever suffers it, or the thing that it is told of.

    Who acts for a reason ("le maire a démissionné à cause de …") is no effect of it.
    """
    tree, syntax = reading.tree, reading.syntax
    if head.pos == "NOUN" and tree.child(head.i, "cop") is None:
        whole = _whole(reading, head)
        if is_bare(tree, whole):
            return None  # "sur offre d'achat à la suite de la visite"
        return _first(reading, [whole.i], ("Event",))
    subjects = syntax.subjects(head.i)[0]
    if syntax.is_passive(head):
        return _first(reading, subjects, ("Entity", "Eventuality"))
    objects = [*(c.i for c in tree.children(head.i, "obj")), *relative_object(syntax, head)]
    return _first(reading, objects or subjects, ("Event", "Concept", "Product", "Quantity"))


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
