"""What the learned reader is sure enough of, as drafts: relations between mentions that no rule joined."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kg.extract.rules.learned.asides import LOCATED, Asides
from kg.extract.rules.learned.inputs import Floats, inputs_of
from kg.extract.rules.learned.network import Judge, Vector
from kg.extract.rules.learned.others import STANDING, is_of_another, is_only_charged, is_run_for
from kg.extract.rules.learned.pairs import Pair, find_pairs
from kg.extract.rules.learned.sited import Sited
from kg.extract.rules.learned.traits import Traits, key_word
from kg.extract.rules.relations.arguments import is_one_of
from kg.extract.rules.relations.elsewhere import is_nowhere
from kg.extract.rules.relations.left_posts import is_replaced
from kg.extract.rules.relations.reading import Draft, Reading
from kg.extract.rules.relations.verdicts import blames_nothing
from kg.lang.schema import load_schema
from kg.model import LEARNED, OPEN, Polarity

OFTEN = 200  # pairs from which on the networks may doubt what a rule reads
CHOICES = 4  # properties of a pair that are tried, the likeliest first
UNDERGOING = ("obj", "subj:pass")  # as which a noun is what its verb denies or wants
SURE = 0.5  # confidence from which a property is told besides the one that a rule reads
# what an event or an agreement brings about, as real as it is
BROUGHT_ABOUT = frozenset(
    {"metWith", "cooperatesWith", "negotiatesWith", "signedAgreementWith", "mergedWith", "acquired"}
)


class _Choice(NamedTuple):
    """What the networks say of a pair: the likeliest property that its ends may have."""

    row: int  # of the pair
    predicate: str
    confidence: float
    related: float  # how likely they are related by any property


def find_learned(
    reading: Reading, drafts: list[Draft], judge: Judge | None, vector: Vector, states: Floats
) -> Iterator[Draft]:
    """Yield relations between pairs that no rule relates by a property, each pair of things once a sentence.

    Where a rule does, only another property that is at least SURE is told besides, which the rule's does not imply;
    that something is in a place where its sentence puts another thing must be SURE, too.

    Args:
        drafts: what the rules read.
        vector: the vector of a lemma, of length 1, or 0 where there is none.
        states: what the parser made of each word.
    """
    pairs = list(find_pairs(reading)) if judge is not None else []
    if judge is None or not pairs:
        return
    traits = Traits(reading, drafts)
    asides, sited = Asides(reading), Sited(reading, drafts)
    pairs = [pair for pair, passes in zip(pairs, judge.gate.passes(traits.rough(pairs)), strict=True) if passes]
    if not pairs:
        return
    probabilities = judge.probabilities(inputs_of(reading, pairs, traits, states), vector)
    _weigh(reading, drafts, judge, pairs, probabilities)
    schema = load_schema()
    ruled: dict[tuple[frozenset[int], int], set[str]] = {}  # with what a rule's property implies
    for draft in drafts:
        if draft.predicate != OPEN:
            ruled.setdefault(_ends(reading, draft), set()).update(schema.implied(draft.predicate))
    taken: set[tuple[frozenset[int], int]] = set()
    opened = {_ends(reading, d) for d in drafts if d.predicate == OPEN}
    for choice in sorted(_choices(reading, judge, pairs, probabilities, asides), key=_order):
        pair, predicate, confidence = pairs[choice.row], choice.predicate, choice.confidence
        ends = _ends_of(reading, pair)
        if ends in taken or (ends in ruled and (confidence < SURE or predicate in (*ruled[ends], OPEN))):
            continue
        if predicate == OPEN and ends in opened:
            continue
        if predicate == LOCATED and confidence < SURE and sited.elsewhere(pair):
            continue
        draft = _draft(reading, pair, choice)
        if blames_nothing(reading, draft) or _is_not_so(reading, draft, drafts):
            continue
        taken.add(ends)
        draft.related = None if ends in opened or ends in ruled else choice.related
        yield draft


def in_its_own_words(draft: Draft) -> Draft | None:
    """Return the open relation that is left of a property which is too unsure: that two are related may be surer."""
    if draft.related is None or draft.predicate == OPEN:
        return None
    opened = replace(draft, predicate=OPEN, rule=f"{LEARNED}{OPEN}", confidence=draft.related, past=False)
    return opened if draft.spoken is None else replace(opened, trigger=draft.spoken, verb=draft.spoken)


def _weigh(
    reading: Reading, drafts: list[Draft], judge: Judge, pairs: list[Pair], probabilities: NDArray[np.float32]
) -> None:
    """Note with each draft of a rule how likely the networks think it, where they know its property well enough."""
    column = {name: n for n, (name, seen) in enumerate(zip(judge.properties, judge.seen, strict=True)) if seen >= OFTEN}
    rows: dict[tuple[int, int, int], list[int]] = {}
    items = reading.table.items
    roots = [reading.table.root(index) for index in range(len(items))]
    for row, pair in enumerate(pairs):
        rows.setdefault((roots[pair.subject], roots[pair.object], items[pair.subject].sent), []).append(row)
    for draft in drafts:
        if isinstance(draft.object, int) and draft.predicate in column:
            key = (roots[draft.subject], roots[draft.object], reading.tree.words[draft.trigger].sent)
            found = (float(probabilities[row, column[draft.predicate]]) for row in rows.get(key, ()))
            draft.agreed = max(found, default=None)


def _choices(
    reading: Reading, judge: Judge, pairs: list[Pair], probabilities: NDArray[np.float32], asides: Asides
) -> Iterator[_Choice]:
    """Yield for each pair the likeliest property that its ends may have, if it is likely enough, or an open relation.

    An open relation is as likely as all properties together: whichever it is, the two are related.
    """
    least = min(judge.least_probability(kind) for kind in judge.least)
    totals = probabilities.sum(axis=1)
    rows = np.flatnonzero(totals >= least)
    likeliest = np.argsort(-probabilities[rows], axis=1, kind="stable")[:, :CHOICES]
    for row, columns in zip(rows.tolist(), likeliest.tolist(), strict=True):
        for column in columns:
            predicate, kind = judge.properties[column], "open" if judge.properties[column] == OPEN else "typed"
            if not _fits(reading, pairs[row], predicate) or asides.part(pairs[row], predicate):
                continue
            if is_of_another(reading, pairs[row], predicate):
                continue
            related = round(judge.confidence(float(totals[row]), "open"), 3)
            likely = round(judge.confidence(float(probabilities[row, column]), kind), 3)
            if kind == "typed" and likely >= judge.least[kind]:
                yield _Choice(row, predicate, likely, related)
            elif related >= judge.least["open"]:
                yield _Choice(row, OPEN, related, related)
            break  # the likeliest that fits decides


def _fits(reading: Reading, pair: Pair, predicate: str) -> bool:
    """Whether the classes of a pair's ends are those of a property, and no end of a stretch is put into the other."""
    wanted = load_schema().properties.get(predicate)
    if wanted is None:
        return True
    ends = ((pair.subject, wanted.wider_domains), (pair.object, wanted.wider_ranges))
    fits = all(is_one_of(reading, end, classes) for end, classes in ends)
    return fits and not (predicate == LOCATED and _is_stretch(reading, pair))


def _is_stretch(reading: Reading, pair: Pair) -> bool:
    """ "De l'Alsace au Massif central": neither end of a stretch lies in the other."""
    words, items = reading.tree.words, reading.table.items
    start, end = (words[i] for i in sorted((items[pair.subject].i, items[pair.object].i)))
    marked = start.case in reading.pack.words["range_starts"] and end.case in reading.pack.words["range_marks"]
    return marked and end.head in (start.i, start.head)


def _order(choice: _Choice) -> tuple[bool, float, int]:
    return choice.predicate == OPEN, -choice.confidence, choice.row


def _ends(reading: Reading, draft: Draft) -> tuple[frozenset[int], int]:
    root = reading.table.root
    ends = {root(draft.subject)} | ({root(draft.object)} if isinstance(draft.object, int) else set())
    return frozenset(ends), reading.tree.words[draft.trigger].sent


def _ends_of(reading: Reading, pair: Pair) -> tuple[frozenset[int], int]:
    root, items = reading.table.root, reading.table.items
    return frozenset((root(pair.subject), root(pair.object))), items[pair.subject].sent


def _draft(reading: Reading, pair: Pair, choice: _Choice) -> Draft:
    words, predicate = reading.tree.words, choice.predicate
    verb = words[key_word(reading, pair)]
    spoken = _spoken_of(reading, pair, verb.i)
    verb = words[spoken] if predicate == OPEN else verb
    key = words[_told_by(reading, pair, predicate, verb.i)]
    said = verb.pos in ("VERB", "AUX", "ADJ") or reading.tree.child(verb.i, "cop") is not None
    last = words[pair.down[-1]] if pair.down else None
    case = last.case if last is not None and pair.down[-2:-1] in ((), (key.i,)) else ""
    return Draft(
        subject=pair.subject, predicate=predicate, object=pair.object, trigger=key.i, verb=key.i,
        phrase=" ".join(filter(None, (key.lemma, case))), rule=f"{LEARNED}{predicate}", confidence=choice.confidence,
        modality=_left_at(reading, pair, predicate, key.i),
        background=not said, spoken=spoken if spoken != verb.i else None,
        past=predicate in STANDING and (_is_through_former(reading, pair) or is_replaced(reading, pair.subject, key.i)),
    )  # fmt: skip


def _left_at(reading: Reading, pair: Pair, predicate: str, key: int) -> str | None:
    """How real words leave what is told, which no clause of its own tells."""
    if is_only_charged(reading, key, predicate):
        return "possible"
    return "desired" if is_run_for(reading, pair, predicate) else None


def _spoken_of(reading: Reading, pair: Pair, key: int) -> int:
    """ "Ann Lee said that Zumo had left": what she and Zumo have to do with each other is that she speaks of it."""
    speech, root = reading.attribution.speech, reading.table.root
    said = reading.tree.words[pair.top]
    if key == pair.top or not (pair.up and pair.down) or said.pos != "VERB":
        return key
    wished = said.lemma in reading.pack.words["wishing"]
    speaker = speech.speaker_of(said) if speech.tells(said) or wished else None
    if speaker is None or root(speaker) not in (root(pair.subject), root(pair.object)):
        return key
    subjects, understood = reading.syntax.subjects(key)
    acting = {root(j) for j in (reading.at(i) for i in subjects) if j is not None}
    return key if understood or not subjects or root(speaker) in acting else pair.top


def _told_by(reading: Reading, pair: Pair, predicate: str, key: int) -> int:
    """ "dément toute rencontre avec X", "brigue la tête de X": the noun tells what the verb denies, wants or plans."""
    words = reading.tree.words
    effects = reading.pack.governors.get(words[key].lemma, ())
    brought = predicate in BROUGHT_ABOUT and effects and "actual" not in effects  # "envisage une alliance avec X"
    aimed_at = predicate in STANDING and not {"desired", "planned"}.isdisjoint(effects)
    if "negative" not in effects and not brought and not aimed_at:
        return key
    between = (words[i] for i in (*pair.up[1:], *pair.down[:-1]))
    nouns = (w.i for w in between if w.pos == "NOUN" and w.rel in UNDERGOING and w.head == key)
    return next(nouns, key)


def _is_sought(reading: Reading, draft: Draft) -> bool:
    """ "recherché à Lyon": nobody knows that he is there."""
    return draft.predicate == LOCATED and reading.tree.words[draft.verb].lemma in reading.pack.words["sought"]


def _is_not_so(reading: Reading, draft: Draft, drafts: list[Draft]) -> bool:
    """Whether a rule or other words of the sentence show that nobody is there, or has given leave yet."""
    nowhere = reading.is_ruled_out(draft) or _is_sought(reading, draft) or is_nowhere(reading, draft)
    return nowhere or _is_awaited(reading, draft, drafts) or _is_missed(reading, draft, drafts)


def _is_missed(reading: Reading, draft: Draft, drafts: list[Draft]) -> bool:
    """ "a boudé le sommet de Lyon", "was absent from the summit in Oslo": where it is, he was not."""
    if draft.predicate != LOCATED:
        return False
    words, root = reading.tree.words, reading.table.root
    missed = (d for d in drafts if d.predicate == "participatedIn" and d.polarity == Polarity.NEGATIVE)
    here = (d for d in missed if words[d.trigger].sent == words[draft.trigger].sent)
    return any(root(d.subject) == root(draft.subject) for d in here)


def _is_awaited(reading: Reading, draft: Draft, drafts: list[Draft]) -> bool:
    """ "The deal needs the approval of Ofcom": it has not given it."""
    if draft.predicate != "authorized":
        return False
    words, root = reading.tree.words, reading.table.root
    told = (d for d in drafts if d.predicate == "awaitsDecisionFrom" and d.when is None and isinstance(d.object, int))
    here = (d for d in told if words[d.trigger].sent == words[draft.trigger].sent)
    return any(isinstance(d.object, int) and root(d.object) == root(draft.subject) for d in here)


def _is_through_former(reading: Reading, pair: Pair) -> bool:
    """ "Anne Petit, ancienne ministre de X": the noun that an end hangs on tells what no longer holds."""
    above = {way[n] for way, n in ((pair.up, 1), (pair.down[::-1], 1)) if len(way) > n}
    above |= {pair.top} if pair.up and pair.down and 1 in (len(pair.up), len(pair.down)) else set()
    return any(reading.tree.words[i].pos == "NOUN" and reading.context.past.is_former(i) for i in above)
