"""Relations that no property of the ontology tells: a verb that joins two things, kept under its lemma."""

from collections.abc import Iterator

from kg.extract.rules.parsing.frames import Frame
from kg.extract.rules.relations.reading import Draft, Reading
from kg.model import OPEN, MentionKind

CONFIDENCE = 0.5
NOT_OPEN = frozenset({
    "self", "head", "subject", "agent", "patient", "clause", "reflexive", "bare", "attr", "compound", "nation", "whole",
})  # fmt: skip
INNER = ("doer", "undergoer")  # who acts or suffers in the clause of a verb: "demande que X parte"


def find_open(reading: Reading, frame: Frame) -> Iterator[Draft]:
    """A verb that joins two things and has no property of its own: kept under its lemma."""
    pack = reading.pack
    effects = pack.governors.get(frame.lemma, ())
    if frame.lemma in pack.lists.get("copulas", ()) or "actual" in effects:
        return
    if effects and any(reading.tree.words[i].pos == "VERB" for i in frame.args.get("clause", ())):
        return  # "devait entrer dans le port": said by the infinitive
    subjects = _references(reading, frame.args.get("agent", ()) or frame.args.get("subject", ()))
    target, adposition = _open_object(reading, frame)
    if not subjects or not target:
        return
    words, oneself = pack.words, frame.reflexive
    before, behind = (words["reflexive_before"], words["reflexive_behind"]) if oneself else ((), ())
    phrase = " ".join(filter(None, (*before, frame.lemma, *behind, adposition)))
    for subject in subjects:
        for index in target:
            if reading.table.root(subject) != reading.table.root(index):
                yield Draft(
                    subject=subject, predicate=OPEN, object=index, trigger=frame.i, verb=frame.verb, phrase=phrase,
                    rule="open/verb", confidence=CONFIDENCE, modality=_of_governor(reading, frame),
                )  # fmt: skip


def _of_governor(reading: Reading, frame: Frame) -> str | None:
    """ "Un vote est attendu au Parlement": what such a verb is said of is no more real than its infinitive would be.

    Who wishes ("réclame une enquête", "voulu par X") does so; only "risque une amende" tells nothing else.
    """
    pack = reading.pack
    if frame.lemma not in pack.lists.get("unreal_objects", frozenset()):
        return None
    by_somebody = not frame.passive or bool(frame.args.get("agent"))
    if by_somebody and frame.lemma not in pack.words["prospective"]:
        return None
    effects = [e for e in pack.governors.get(frame.lemma, ()) if e not in ("negative", "actual")]
    return effects[0] if effects else None


def _open_object(reading: Reading, frame: Frame) -> tuple[list[int], str]:
    if not frame.passive or frame.args.get("agent"):
        direct = _references(reading, frame.args.get("patient", ()))
        if direct:
            return direct, ""
    for role, words in frame.args.items():
        if role in NOT_OPEN or role in reading.pack.words["according_to"]:
            continue
        if role in INNER and frame.lemma in reading.pack.reporting:
            continue  # "affirme que X part": of whom it is said is no end of the saying
        found = _references(reading, words)
        if found:
            return found, _adposition(reading, role)
    return [], ""


def _adposition(reading: Reading, role: str) -> str:
    """How a phrase shows a role: "donner à" for who receives; nothing for who acts in a clause of the verb."""
    if role in INNER:
        return ""
    return min(reading.pack.words["to"], default=role) if role == "recipient" else role


def _references(reading: Reading, words: list[int] | tuple[int, ...]) -> list[int]:
    found = []
    for word in words:
        for part in reading.tree.conjuncts(word):
            index = reading.at(part)
            if index is None:
                continue
            root = reading.root(index)
            if root.kind is not MentionKind.PRONOUN:
                found.append(index)
        if found:
            break
    return list(dict.fromkeys(found))
