"""What somebody denies by a pronoun: "The union says that Aton lied. The firm denies it": what was told just before."""

from collections.abc import Iterator

from kg.extract.rules.parsing.tree import SUBJECTS, Word
from kg.extract.rules.relations.reading import Draft, Reading
from kg.lang.schema import load_schema
from kg.model import Datatype, Value

DENIERS = ("Agent", "Country")
REPROACHED = frozenset({"accusedOf", "chargedWith"})  # properties that tell what one may deny
RULE, SURE = "speech/denied", 0.7
LONG = 30  # words: more of them tell several things
Words = tuple[int, int]


def find_denials(reading: Reading, drafts: list[Draft]) -> Iterator[Draft]:
    """ "accuses Aton of lying, which it denies": what one denies is a reproach or a statement that ends before it."""
    denying = reading.pack.words["denying"]
    for verb in reading.tree.words if denying else ():
        if verb.lemma not in denying or verb.pos != "VERB":
            continue
        content = _content(reading, verb)
        for index in _deniers(reading, verb) if content is not None or _points_back(reading, verb) else ():
            told = content or _told_before(reading, drafts, verb, index)
            if told is not None:
                yield Draft(
                    subject=index, predicate="denies", object=Value(text=reading.text(*told), datatype=Datatype.STRING),
                    trigger=verb.i, verb=verb.i, phrase=verb.lemma, rule=RULE, confidence=SURE,
                    object_words=told, modality=_modality(reading, verb),
                )  # fmt: skip


def without_bare_denials(drafts: list[Draft]) -> list[Draft]:
    """ "denied reports that Aton lied": what was reported is told, so that of "reports" there is nothing to say."""
    told = {draft.trigger for draft in drafts if draft.rule == RULE}
    return [d for d in drafts if d.predicate != "denies" or d.trigger not in told or d.rule == RULE]


def _content(reading: Reading, verb: Word) -> Words | None:
    """ "denied reports that Aton lied", "rejected a claim by the union that …": the clause behind what is denied."""
    tree = reading.tree
    for noun in [c for c in tree.children(verb.i, "obj") if c.pos == "NOUN" and c.i > verb.i]:
        for clause in tree.children(noun.i, "acl"):
            marked = any(c.pos in ("SCONJ", "PRON") for c in tree.children(clause.i, "mark"))
            if not marked or tree.child(clause.i, *SUBJECTS) is None:
                continue
            inside = tree.subtree(clause.i, ("conj", "cc", "parataxis", "advcl"))
            return _stripped(reading, inside[0], inside[-1] + 1)
    return None


def _points_back(reading: Reading, verb: Word) -> bool:
    """Whether a verb has a pronoun for its object: "denies it", "rejected this", "which he denies"."""
    words = reading.pack.words
    pointing = words["demonstrative"] | words["clause_pronouns"] | words["relative_object"]
    return any(c.lower in pointing and c.pos != "DET" for c in reading.tree.children(verb.i, "obj"))


def _modality(reading: Reading, verb: Word) -> str | None:
    """ "accuses Aton of lying, which it denies": what hangs below a reproach is no part of it."""
    return reading.context.clauses.tense(verb).value if verb.rel == "relcl" else None


def _deniers(reading: Reading, verb: Word) -> Iterator[int]:
    parts = [part for i in reading.syntax.subjects(verb.i)[0] for part in reading.tree.conjuncts(i)]
    for index in [i for part in parts if (i := reading.at(part)) is not None]:
        if load_schema().fits(reading.root(index).type, DENIERS):
            yield index


def _told_before(reading: Reading, drafts: list[Draft], verb: Word, denier: int) -> Words | None:
    """The last reproach to who denies, or the last words of somebody else, in this sentence or the one before."""
    root, words = reading.table.root, reading.tree.words
    reproached = [
        d.object_words
        for d in drafts
        if d.predicate in REPROACHED and root(d.subject) == root(denier) and d.object_words is not None
    ]
    said = [
        (min(region.words), max(region.words) + 1)
        for region in reading.attribution.reported
        if region.speaker is not None
        and root(region.speaker) != root(denier)
        and any(words[i].pos in ("VERB", "AUX") for i in region.words)
    ]
    near = [
        told
        for told in (*reproached, *said)
        if told[1] <= verb.i and words[told[1] - 1].sent >= verb.sent - 1 and told[1] - told[0] <= LONG
    ]
    return _stripped(reading, *max(near, key=lambda told: told[1])) if near else None


def _stripped(reading: Reading, first: int, last: int) -> Words:
    words = reading.tree.words
    while first < last - 1 and words[first].rel in ("mark", "punct", "cc"):
        first += 1
    while last - 1 > first and words[last - 1].rel == "punct":
        last -= 1
    return first, last
