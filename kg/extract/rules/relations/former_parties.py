"""Parties that somebody has left, by a prefix: "la sénatrice ex-PS Anne Roy", "Luc Roy (ex-LR)", "l'ex-LR Luc Roy"."""

from collections.abc import Iterator

from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.parsing.tree import Word
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.lang.gazetteer import load_gazetteer
from kg.model import MentionKind, Polarity

RULE, SURE = "party/former", 0.85
BRACKET = 5  # words of a bracket before the one in question: "(Libres!, ex-LR)"


def find_former_parties(reading: Reading) -> Iterator[Draft]:
    """Yield that somebody is not of the party behind whose prefix he stands, or which stands behind him."""
    prefixes = tuple(reading.pack.words["former_prefixes"])
    prefixed = (word for word in reading.tree.words[1:] if word.lower.startswith(prefixes))
    former = [word for word in prefixed if known_party(reading, word)]
    people = [(i, x) for i, x in enumerate(reading.table.items) if former and _is_person(x)]
    for word in former:
        person = _told_of(reading, word, people)
        if person is None:
            continue
        known = known_party(reading, word)
        items = reading.table.items
        found = next((i for i, x in enumerate(items) if x.known == known), None)
        party = reading.table.add_told(word, "PoliticalParty", known=known, antecedent=found)
        draft = said_by_form(person, "memberOfParty", party, word.i, RULE, SURE)
        draft.polarity, draft.background, draft.verb = Polarity.NEGATIVE.value, False, word.i
        yield draft


def known_party(reading: Reading, word: Word) -> str:
    """The row of the party that a word names behind a prefix, "ex-PS", or nothing."""
    text = word.text
    prefix = next((x for x in sorted(reading.pack.words["former_prefixes"]) if text.lower().startswith(x)), "")
    entry = load_gazetteer().organisation(text[len(prefix) :]) if prefix and text[len(prefix) :] else None
    return entry.id if entry is not None and entry.type == "PoliticalParty" else ""


def _is_person(item: Reference) -> bool:
    return item.kind is MentionKind.NAME and item.type == "Person"


def _told_of(reading: Reading, word: Word, people: list[tuple[int, Reference]]) -> int | None:
    """Whose party it was: of whom the word stands right before, in a bracket behind, or behind a comma."""
    words = reading.tree.words
    opening = next((w.i for w in reversed(words[max(0, word.i - BRACKET) : word.i]) if w.text == "("), None)
    ends = {x.core[1]: i for i, x in people if x.sent == word.sent}
    if opening in ends:
        return ends[opening]
    if words[word.i - 1].text == "," and word.i - 1 in ends:
        return ends[word.i - 1]
    starts = {x.core[0]: i for i, x in people if x.sent == word.sent}
    if word.i + 1 in starts and words[word.i - 1].text != ",":
        return starts[word.i + 1]
    office = (t.reference for t in reading.titles if t.noun == word.i - 1)
    return next((i for i in office if _is_person(reading.table.items[i])), None)
