"""Titles that beauty queens bear: "l'ex-Miss France Anne Roy", "Anne Roy, Miss Lorraine 2015"."""

from collections.abc import Iterator

from kg.extract.rules.parsing.tree import Word
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.model import Datatype, Value

CLOSED = (",", ".", ")", "(", ";", ":", "!", "?")
BEFORE = ("DET", "ADJ", "PUNCT")  # before the title: "la société Miss France" is no person


def find_pageant_titles(reading: Reading) -> Iterator[Draft]:
    """Yield the title of each person who is named right before or behind it."""
    words, titles = reading.tree.words, reading.pack.words["pageant_titles"]
    for word in words if titles else ():
        title = word.lower if word.lower in titles else word.lemma
        last = _end(reading, word) if title in titles else word.i
        before = words[word.i - 1] if word.i and words[word.i - 1].sent == word.sent else None
        if last == word.i or not (before is None or before.pos in BEFORE):
            continue
        bearer = _bearer(reading, word, last, before)
        if bearer is not None:
            start = words[word.i].end - len(title)
            text = f"{reading.shadow[start : words[word.i].end]} {reading.text(word.i + 1, last)}"
            value = Value(text=text, datatype=Datatype.STRING)
            draft = said_by_form(bearer, "holdsPosition", value, word.i, "title/holdsPosition", 0.85)
            draft.object_words = (word.i, last)
            draft.past = reading.context.past.is_former(word.i)
            yield draft


def _end(reading: Reading, word: Word) -> int:
    """Where a title ends: behind the names of its place, before that of a person, and behind its year."""
    words, i = reading.tree.words, word.i + 1
    people = {x.core[0] for n, x in enumerate(reading.table.items) if reading.names_person(n) and x.core[0] > word.i}
    while i < len(words) and words[i].sent == word.sent and i not in people:
        joined = (words[i].text == "-" or words[i].lemma in reading.pack.words["of"]) and i > word.i + 1
        if not (words[i].is_title or words[i].is_year or joined):
            break
        i += 1
        if words[i - 1].is_year:
            break
    return i


def _bearer(reading: Reading, word: Word, last: int, before: Word | None) -> int | None:
    """The person whose name stands right behind, be it set off by commas, or right before a comma."""
    words = reading.tree.words
    for index, item in enumerate(reading.table.items):
        if not reading.names_person(index) or item.sent != word.sent:
            continue
        first, end = item.core
        closed = end >= len(words) or words[end].text in CLOSED
        if first == last or (first == last + 1 and words[last].text == "," and closed):
            return index
        apart = last >= len(words) or words[last].text in CLOSED
        if before is not None and before.text == "," and end == before.i and apart:
            return index
    return None
