"""By whose voice a body speaks: "La mairie, par la voix d'Anne Roux, a démenti"."""

from collections.abc import Iterator

from kg.extract.rules.parsing.tree import SUBJECTS, Word
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.lang.schema import load_schema
from kg.model import MentionKind

NEAR = 3  # words of an office or a people before the name: "du Danois Jon Holm"
BODIES = ("Organization", "Country", "Group", "City")


def find_voices(reading: Reading) -> Iterator[Draft]:
    """Yield the person behind "par la voix de" as who speaks for what stands before the comma, or for who acts."""
    words, pack = reading.tree.words, reading.pack
    for noun in words[2:-2] if pack.words["voices"] else ():
        if noun.lower not in pack.words["voices"] or words[noun.i - 2].lower not in pack.words["voiced_by"]:
            continue
        person, body = _person_behind(reading, noun), _body_before(reading, noun.i - 2)
        if person is None or body is None or reading.table.root(person) == reading.table.root(body):
            continue
        if load_schema().fits(reading.root(body).type, BODIES):
            yield said_by_form(person, "spokespersonFor", body, noun.i, "function/voice", 0.85)


def _person_behind(reading: Reading, noun: Word) -> int | None:
    """ "par la voix de son porte-parole, Marc Petit": the first phrase behind the noun, where it means a person."""
    opens = reading.tree.words[noun.i + 1]
    lowest = noun.i + 1 if opens.lower not in reading.pack.words["of"] else noun.i + 2
    near = [
        (x.core[0], i)
        for i, x in enumerate(reading.table.items)
        if x.kind is not MentionKind.PRONOUN and any(0 <= first - lowest < NEAR for first, _ in (*x.extents, x.core))
    ]
    persons = [i for _, i in sorted(near) if load_schema().is_a(reading.root(i).type, "Person")]
    return next(iter(persons), None)


def _body_before(reading: Reading, i: int) -> int | None:
    """What the comma before a word closes; else who acts by the verb before it."""
    words = reading.tree.words
    if words[i - 1].text == ",":
        ends = [
            (x.core[0], j)
            for j, x in enumerate(reading.table.items)
            if x.kind is not MentionKind.PRONOUN and any(last == i - 1 for _, last in (*x.extents, x.core))
        ]
        if ends:
            return min(ends)[1]  # the whole: "le groupe des Verts au Parlement"
    verb = next((w for w in reversed(words[max(i - 8, 0) : i]) if w.pos == "VERB" and w.sent == words[i].sent), None)
    subject = reading.tree.child(verb.i, *SUBJECTS) if verb is not None else None
    return reading.at(subject.i) if subject is not None and subject.rel != "subj:pass" else None
