"""What a medium was first to tell: "X a démissionné, a dit le parquet, confirmant une information du Monde"."""

from collections.abc import Iterator

from kg.extract.rules.parsing.tree import Word
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.extract.rules.voice.regions import Region
from kg.lang.schema import load_schema
from kg.model import Modality, Polarity

SURE = 0.75
TELLING = ("VERB", "AUX", "NOUN", "ADJ")
FAR = 25  # words from what is told to the confirmation


def find_confirmed_reports(reading: Reading) -> Iterator[Draft]:
    """Yield that the medium reported who is told of in the clause that somebody confirms."""
    words = reading.pack.words
    for verb in reading.tree.words if words["confirming"] else ():
        if verb.lemma not in words["confirming"] or verb.pos != "VERB" or reading.context.clauses.is_negated(verb):
            continue
        medium, told = _medium(reading, verb), _told_of(reading, verb)
        if medium is not None and told is not None and reading.table.root(medium) != reading.table.root(told):
            draft = said_by_form(medium, "reported", told, verb.i, "speech/confirmed-report", SURE)
            draft.phrase, draft.polarity, draft.modality = verb.lemma, Polarity.POSITIVE.value, Modality.ACTUAL.value
            yield draft


def _medium(reading: Reading, verb: Word) -> int | None:
    """Whose report it is that a verb has for its object."""
    tree, words = reading.tree, reading.pack.words
    for noun in tree.children(verb.i, "obj"):
        if noun.lemma not in words["reports"] or noun.i < verb.i:
            continue
        for owner in tree.children(noun.i, "nmod", "obl"):
            index = reading.at(owner.i) if owner.case in words["of"] else None
            if index is not None and load_schema().is_a(reading.root(index).type, "MediaOutlet"):
                return index
    return None


def _told_of(reading: Reading, verb: Word) -> int | None:
    """The subject of what is told before a verb in its sentence, by whomever; of the sentence, where none is quoted."""
    told = [r for r in reading.attribution.reported if _is_before(reading, r, verb)]
    last = max(told, key=lambda r: max(r.words), default=None)
    first, end = reading.tree.sents[verb.sent]
    inside = last.words if last is not None else frozenset(range(first, verb.i))
    for word in (reading.tree.words[i] for i in sorted(inside)):
        if word.pos in TELLING and word.head not in inside and first <= word.i < end:
            subjects = reading.syntax.subjects(word.i)[0]
            index = reading.at(subjects[0]) if subjects and subjects[0] in inside else None
            return None if index is None or _speaks(reading, last, index) else index
    return None


def _speaks(reading: Reading, region: Region | None, index: int) -> bool:
    """ "Nous subissons une attaque", a précisé X: who speaks of himself is not the news."""
    root = reading.table.root
    return region is not None and region.speaker is not None and root(region.speaker) == root(index)


def _is_before(reading: Reading, region: Region, verb: Word) -> bool:
    last = max(region.words, default=verb.i)
    return verb.i - FAR <= last < verb.i and reading.tree.words[last].sent == verb.sent
