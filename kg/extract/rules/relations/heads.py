"""Who leads what, told beside a name: "Anne Roux, à la tête du groupe Valtec, …"."""

from collections.abc import Iterator

from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.lang.schema import load_schema
from kg.model import MentionKind

LONGEST = 6  # words behind a body before the comma: "depuis mai 2011"
LED = ("Organization", "Group", "AdministrativeArea", "City")


def find_heads(reading: Reading) -> Iterator[Draft]:
    """Yield the person beside the comma as who leads what stands behind "à la tête de"."""
    items, words = reading.table.items, reading.tree.words
    leading = reading.pack.words.get("at_head_of", frozenset())
    for led, item in enumerate(items) if leading else ():
        word = words[item.i]
        case = reading.tree.child(item.i, "case")
        if word.case not in leading or case is None or not load_schema().fits(reading.root(led).type, LED):
            continue
        first = _opening(reading, case.i)
        opens = _opens(reading, reading.tree.sents[word.sent][0], first)
        head = _person_behind(reading, item.core[1]) if opens else _person_before(reading, first)
        if head is not None and reading.table.root(head) != reading.table.root(led):
            yield said_by_form(head, "leads", led, case.i - 1, "function/head", 0.8)


def _opens(reading: Reading, start: int, first: int) -> bool:
    """Whether a phrase opens its sentence, or stands behind a time that does: "Après dix ans à la tête de Valtec"."""
    times = (
        w.pos in ("ADP", "NUM", "DET") or w.lemma in reading.pack.lists["temporal"]
        for w in reading.tree.words[start:first]
    )
    return all(times)


def _opening(reading: Reading, i: int) -> int:
    """The adposition that opens a compound one, of which a word is the last: "à" of "à la tête de"."""
    words = reading.tree.words
    first = i - 1
    while first > 0 and words[first].pos in ("DET", "NOUN"):
        first -= 1
    return max(first, 0)


def _person_behind(reading: Reading, i: int) -> int | None:
    """ "À la tête de Valtec depuis 2011, Anne Roux …": the person behind the comma that closes the phrase."""
    words = reading.tree.words
    mark = next((w for w in words[i : i + LONGEST] if w.text == "," or w.pos in ("VERB", "AUX")), None)
    if mark is None or mark.text != ",":
        return None
    starts = {first: j for j, x in enumerate(reading.table.items) for first, _ in (*x.extents, x.core)}
    index = starts.get(mark.i + 1)
    person = index is not None and load_schema().is_a(reading.root(index).type, "Person")
    return index if person else None


def _person_before(reading: Reading, first: int) -> int | None:
    """The person whose phrase ends at the comma before a word; "déjà", "aussi" may stand between."""
    words, end = reading.tree.words, first - 1
    while end > 0 and words[end].pos == "ADV":
        end -= 1
    if end < 1 or words[end].text != ",":
        return None
    beside = [
        i for i, x in enumerate(reading.table.items)
        if x.kind is not MentionKind.PRONOUN and any(last == end for _, last in (*x.extents, x.core))
    ]  # fmt: skip
    persons = [i for i in beside if load_schema().is_a(reading.root(i).type, "Person")]
    return min(persons, key=lambda i: (not reading.is_name(i), -reading.table.items[i].i), default=None)
