"""The day on which something is told to be: beside its words, read as its tense has it, behind the article or ahead."""

from kg.extract.rules.parsing.frames import times
from kg.extract.rules.parsing.tree import ROOT, Word
from kg.extract.rules.parsing.values import NEVER, read_date
from kg.extract.rules.relations.reading import Draft, Reading
from kg.model import Modality, Period

BESIDE = ("relcl", "acl", "appos", "conj", "parataxis", "advcl")  # below a time, no part of it


def period_of(reading: Reading, draft: Draft) -> Period | None:
    """The date that stands beside the trigger or beside the verb that carries it."""
    if draft.background:
        return None
    for word in dict.fromkeys((draft.trigger, draft.verb)):
        period = period_beside(reading, word)
        if period is not None:
            return period
    return None


def is_ahead(reading: Reading, *words: int) -> bool:
    """Whether the first date beside some words on which something is to be lies behind the article's."""
    found = (period_beside(reading, i, fixed=True) for i in dict.fromkeys(words))
    period = next((p for p in found if p is not None), None)
    published = reading.published
    if period is None or period.earliest is None or published is None:
        return False
    return period.earliest[: len(published)] > published[: len(period.earliest)]


def period_beside(reading: Reading, i: int, *, fixed: bool = False) -> Period | None:
    """The date that stands beside a word.

    Args:
        fixed: whether only a day counts on which something is or begins: no "jusqu'au 3 mai", no "depuis lundi".
    """
    if (i, fixed) not in reading.periods:
        reading.periods[i, fixed] = _find_period(reading, i, fixed=fixed)
    return reading.periods[i, fixed]


def _find_period(reading: Reading, i: int, *, fixed: bool) -> Period | None:
    for at in times(reading.syntax, i):
        on_it = reading.tree.words[at].case in ("", *reading.pack.words["on_days"])
        if fixed and not on_it:
            continue
        turn = _turn(reading, reading.tree.words[i]) if on_it else NEVER
        below = reading.tree.subtree(at, BESIDE)
        period = read_date(reading.text(below[0], below[-1] + 1), reading.pack, reading.published, turn=turn)
        if period is not None:
            return period
    return None


def _turn(reading: Reading, verb: Word) -> int:
    """From how many days back on a weekday beside a verb means the next one: "rencontrera X mardi"."""
    clauses = reading.context.clauses
    if verb.pos not in ("VERB", "AUX"):
        return NEVER
    if clauses.is_infinitival(verb) and verb.rel == "xcomp" and verb.head != ROOT:
        verb = reading.tree.words[verb.head]  # "doit rencontrer X mardi"
        return NEVER if clauses.is_past(verb) else 1
    return 1 if clauses.tense(verb) is Modality.PLANNED else NEVER
