"""What an inquiry is for, where another clause or sentence tells whom it is against.

"X a été interpellé. Une enquête a été ouverte pour viol": the charge is told of the one who was held before. Of a
complaint it is told only where it names whom it is against: who brings one may be held for something else.
"""

from collections.abc import Iterator

from kg.extract.rules.parsing.tree import ROOT, Word
from kg.extract.rules.relations.literals import WRONGS, read_value
from kg.extract.rules.relations.offences import ENDS, offences_in_row
from kg.extract.rules.relations.reading import Draft, Reading
from kg.lang.schema import load_schema
from kg.model import Datatype, MentionKind, Value

SURE = 0.6
FAR = 16  # words from the noun to the adposition before the charge
BACK = 3  # sentences from whom a matter is against to the charge
HELD = {"chargedWith": "subject", "investigates": "object", "arrested": "object"}  # which end has to answer


def find_charges(reading: Reading, drafts: list[Draft]) -> Iterator[Draft]:
    """Yield the charges of inquiries and complaints that no rule has told of anybody."""
    words, nouns = reading.tree.words, reading.pack.words["proceedings"] | reading.pack.words["complaints"]
    grounds = ((word, _ground(reading, word)) for word in words if word.lemma in nouns)
    matters = [(word, *ground) for word, ground in grounds if ground is not None]
    if not matters:
        return
    told = [d.object_words for d in drafts if d.predicate in WRONGS and d.object_words]
    held = _held(reading, drafts)
    for noun, ground, against in matters:
        if any(first <= ground < last for first, last in told):
            continue
        target = _aimed_at(reading, noun, ground) if against is None else _named_behind(reading, against)
        if target is None and against is None and noun.lemma in reading.pack.words["proceedings"]:
            target = _target(held, noun)
        if target is not None:
            yield from _drafts(reading, noun, ground, target)


def _drafts(reading: Reading, noun: Word, ground: int, target: int) -> Iterator[Draft]:
    for value, place in _charges(reading, ground):
        yield Draft(
            subject=target, predicate="accusedOf", object=value, trigger=noun.i, verb=_verb(reading, noun),
            phrase=noun.lemma, rule="charges/proceeding", confidence=SURE, object_words=place,
        )  # fmt: skip


def _held(reading: Reading, drafts: list[Draft]) -> dict[int, dict[int, int]]:
    """Who has to answer for something, by the sentences that tell so: a mention of each."""
    found: dict[int, dict[int, int]] = {}
    for draft in drafts:
        end = {"subject": draft.subject, "object": draft.object}.get(HELD.get(draft.predicate, ""))
        if isinstance(end, int) and draft.polarity != "negative" and _can_answer(reading, end):
            found.setdefault(reading.tree.words[draft.trigger].sent, {})[reading.table.root(end)] = end
    return found


def _can_answer(reading: Reading, index: int) -> bool:
    """Whether somebody has a name, and that not "X": nobody yet."""
    root = reading.root(index)
    named = root.kind is MentionKind.NAME and len(root.name) > 1
    return named and load_schema().fits(root.type, ("Person", "Organization"))


def _ground(reading: Reading, noun: Word) -> tuple[int, int | None] | None:
    """ "une enquête ouverte par le parquet pour viol", "visant X a été ouverte pour vol": the charge, and whom."""
    tree, words, against = reading.tree, reading.pack.words, None
    for word in tree.words[noun.i + 1 : min(noun.i + FAR, tree.sents[noun.sent][1])]:
        if word.lower in words["charged_against"]:
            against = word.i
        elif word.text in ENDS or (word.pos in ("VERB", "AUX") and not _is_of(tree.words, word, noun)):
            return None
        if word.lower in words["for_having"]:
            charge = _charge_behind(reading, word.i + 1)
            return None if charge is None else (charge, against)
    return None


def _is_of(words: list[Word], verb: Word, noun: Word) -> bool:
    """Whether a verb tells what was done with an inquiry: it rules it, or hangs on it."""
    head = words[verb.head] if verb.pos == "AUX" and verb.head != ROOT else verb
    return noun.head == head.i or head.head == noun.i


def _charge_behind(reading: Reading, i: int) -> int | None:
    """The offence behind "pour", "pour des faits de" or a mark of quotation."""
    tree, pack = reading.tree, reading.pack
    end = tree.sents[tree.words[i - 1].sent][1]
    skipped = pack.words["of"] | pack.words["elided"] | pack.words["indefinite"]
    for word in tree.words[i : min(i + 5, end)]:
        if (
            word.lemma in pack.words["offences"]
            or word.lower in pack.words["offences"]
            or tree.words[word.i - 1].text == '"'
        ):
            return word.i
        vague = word.lemma in pack.words["vague_wrongs"] | pack.words["counts"] | pack.words["suspicions"]
        if not (vague or word.lower in skipped or word.text == '"'):
            return None
    return None


def _target(held: dict[int, dict[int, int]], noun: Word) -> int | None:
    """The only one who has to answer for something in the same sentence, or in the nearest before it that tells any."""
    nearest = next((held[sent] for sent in range(noun.sent, noun.sent - BACK - 1, -1) if sent in held), {})
    return next(iter(nearest.values())) if len(nearest) == 1 else None


def _named_behind(reading: Reading, i: int) -> int | None:
    """ "visant le maire de Lyon": whom it is against."""
    found = (reading.table.at.get(word.i) for word in reading.tree.words[i + 1 : i + 4])
    index = next((index for index in found if index is not None), None)
    return index if index is not None and _can_answer(reading, index) else None


def _aimed_at(reading: Reading, noun: Word, ground: int) -> int | None:
    """ "une enquête pour vol qui vise X", "X est visé depuis mardi par une enquête à Lyon pour vol": whom.

    The name stands behind the charge, or is what the verb before is said of.
    """
    tree, words = reading.tree, reading.pack.words
    first, last = tree.sents[noun.sent]
    for word in tree.words[ground + 1 : min(ground + FAR, last)]:
        if word.lower in words["charged_against"] or word.lemma in words["aiming"]:
            return _named_behind(reading, word.i)
        if word.text in ENDS or (word.pos in ("VERB", "AUX") and not _is_of(tree.words, word, noun)):
            break
    if noun.case not in words["by"]:
        return None
    before = reversed(tree.words[max(first, noun.i - FAR) : noun.i])
    verb = next((w for w in before if w.lemma in words["aiming"] and reading.syntax.is_past_participle(w)), None)
    said = [] if verb is None else [*reading.syntax.subjects(verb.i)[0], verb.head]
    found = (index for i in said if i != ROOT and (index := reading.at(i)) is not None)
    return next((index for index in found if _can_answer(reading, index)), None)


def _charges(reading: Reading, ground: int) -> Iterator[tuple[Value, tuple[int, int]]]:
    row = offences_in_row(reading, ground)
    if not row:
        found = read_value(reading, ground, "string")
        return iter(() if found is None else (found,))
    return ((Value(text=reading.text(*words), datatype=Datatype.STRING), words) for words in row)


def _verb(reading: Reading, noun: Word) -> int:
    """The verb that tells of an inquiry whether it is, else the inquiry."""
    words = reading.tree.words
    above = words[noun.head] if noun.head != ROOT else noun
    return above.i if above.pos == "VERB" and noun.rel in ("subj", "subj:pass", "obj") else noun.i
