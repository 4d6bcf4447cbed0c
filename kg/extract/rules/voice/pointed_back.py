"""What "C'est ce qu'a affirmé X" tells: the sentence before it, or what stands before it in its own."""

from collections.abc import Iterator

from kg.extract.rules.parsing.tree import Word
from kg.extract.rules.reality.wordings import find_wordings, verb_after
from kg.extract.rules.voice.inversion import Inversions
from kg.extract.rules.voice.regions import Region
from kg.extract.rules.voice.speech import Speech

ACTS = ("claims", "announced", "reported", "thinks")  # "c'est ce que demande X": nothing that is so


def told_before(speech: Speech, inversions: Inversions) -> Iterator[Region]:
    """Yield what wordings that point back at it report, with its speaker."""
    for first, end in find_wordings(speech.tree, speech.pack.words["pointing_back"]):
        verb = _verb_of_speech(speech, end)
        if first in speech.in_quote or verb is None:
            continue
        speaker = speech.speaker_of(verb)
        if speaker is None or speech.table.items[speaker].i < first:
            found = inversions.at(end, within=True)
            speaker = found.speaker if found is not None else speaker
        told = _before(speech, first)
        if speaker is not None and told:
            yield Region(frozenset(told), speaker, direct=False, verb=verb.i)


def _verb_of_speech(speech: Speech, start: int) -> Word | None:
    """The verb of the clause, if it tells; "semble indiquer" does so by its infinitive."""
    verb = verb_after(speech.tree, start)
    below = None if verb is None else speech.tree.child(verb.i, "xcomp")
    told = next((w for w in (verb, below) if w is not None and speech.tells(w)), None)
    return told if told is not None and speech.act_of(told) in ACTS else None


def _before(speech: Speech, first: int) -> range:
    """What stands before a wording in its sentence; the sentence before where it opens its own."""
    tree, sent = speech.tree, speech.tree.words[first].sent
    start = tree.sents[sent][0]
    if any(w.pos in ("VERB", "AUX") for w in tree.words[start:first]):
        return range(start, first)
    return range(*tree.sents[sent - 1]) if sent > 0 and not tree.words[start].opens_line else range(0)
