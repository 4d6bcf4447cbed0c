"""Whose staff a number of people is, told beside the firm: "une société de 180 salariés", "Valtec, 180 salariés"."""

from collections.abc import Iterator

from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.parsing.frames import Frame
from kg.extract.rules.parsing.tree import SUBJECTS, Word
from kg.extract.rules.relations.amounts import is_figure
from kg.extract.rules.relations.reading import Reading
from kg.model import MentionKind

FAR = 12  # words from a firm's name to its staff: "Valtec, premier recycleur français de batteries, 58 salariés"
CLOSING = (",", ")", ".", ";", ":")


def staffed_words(reading: Reading, frame: Frame) -> list[int]:
    """Return the words that may stand for the firm whose staff a noun behind a figure counts."""
    words, pack = reading.tree.words, reading.pack
    first = _first_of_figure(reading, frame.i)
    if first == frame.i or first == 0 or "staffed_by" not in pack.words:
        return []
    before = words[first - 1]
    opening = before if before.i == reading.tree.sents[before.sent][0] else words[max(first - 2, 0)]
    opens = opening.i == reading.tree.sents[before.sent][0] and (opening is before or before.rel in ("det", "poss"))
    if opens and opening.lower in pack.words["together_with"]:
        return list(_acting(reading, frame.i))  # "Avec ses 3 000 salariés, Valtec …"
    if before.lower in pack.words["of"] and first > 1:
        holder = words[first - 2]
        if holder.lower in pack.words["staffed_by"]:
            return list(_strong(reading, holder, frame.i))
        return [holder.i] if holder.pos == "NOUN" and reading.at(holder.i) is not None else []
    if before.text in (",", "("):
        return list(_set_off(reading, before, frame.i))
    return []


def told_words(reading: Reading, frame: Frame) -> list[int]:
    """ "Valtec, 15 millions d'euros de ventes, …", "Avec 15 millions de recettes, Valtec …": the firm beside a sum."""
    words, pack, i = reading.tree.words, reading.pack, frame.i
    while i > 0 and (is_figure(pack, words[i - 1]) or words[i - 1].lower in pack.words["of"] | pack.words["elided"]):
        i -= 1
    if i in (frame.i, 0):
        return []
    before = words[i - 1]
    if before.i == reading.tree.sents[before.sent][0] and before.lower in pack.words["together_with"]:
        return list(_acting(reading, frame.i))
    return list(_set_off(reading, before, frame.i)) if before.text in (",", "(") else []


def _first_of_figure(reading: Reading, noun: int) -> int:
    """Where the figure before a noun begins, with "près de", "environ" and the like; the noun where there is none."""
    words, pack, i = reading.tree.words, reading.pack, noun
    while i > 0 and is_figure(pack, words[i - 1]) and words[i - 1].sent == words[noun].sent:
        i -= 1
    if i == noun or not any(w.text[:1].isdigit() for w in words[i:noun]):
        return noun
    about = pack.words["figure_links"] - pack.words["of"] - pack.words["definite"] - pack.words["to"]
    while i > 1 and (
        words[i - 1].lower in about or (words[i - 1].lower in pack.words["of"] and words[i - 2].lower in about)
    ):
        i -= 1
    return i


def _strong(reading: Reading, adjective: Word, noun: int) -> Iterator[int]:
    """ "Valtec, fort de 180 salariés", "un groupe fort de …": who stands before; "Fort de …, Valtec": who acts."""
    words, end = reading.tree.words, adjective.i
    opens = end == reading.tree.sents[adjective.sent][0]
    if not opens:
        end -= 1 if words[end - 1].text == "," else 0
        yield from (x.i for x in reading.table.items if x.core[1] == end and x.kind is not MentionKind.PRONOUN)
        return
    yield from _acting(reading, noun)


def _acting(reading: Reading, noun: int) -> list[int]:
    """Who acts first in what follows a phrase that opens the sentence."""
    words = reading.tree.words
    behind = (x.i for x in reading.table.items if x.i > noun and x.sent == words[noun].sent)
    return [i for i in behind if words[i].rel in SUBJECTS][:1]


def _set_off(reading: Reading, comma: Word, noun: int) -> Iterator[int]:
    """ "Valtec, 180 salariés, …", "Valtec (180 salariés)": the name before, what is apposed to it passed over."""
    words, items = reading.tree.words, reading.table.items
    behind = words[noun + 1] if noun + 1 < len(words) else None
    closed = behind is None or behind.text in CLOSING or behind.pos == "CCONJ"
    names = [
        x for x in items if x.kind is MentionKind.NAME and comma.i - FAR < x.core[1] <= comma.i and x.sent == comma.sent
    ]
    for name in reversed(names if closed else []):
        between = words[name.core[1] : comma.i]
        apposed = not between or (
            between[0].text == "," and comma.text == "," and all(w.pos not in ("VERB", "AUX", "PROPN") for w in between)
        )
        if apposed:
            yield _called_after(reading, name)
            return


def _called_after(reading: Reading, name: Reference) -> int:
    """ "la distillerie de Jarnac, 340 salariés": not the town has the staff, but what is called after it."""
    words, at = reading.tree.words, name.core[0] - 1
    linked = at > 0 and words[at].lower in reading.pack.words["of"] | reading.pack.words["elided"]
    noun = words[at - 1] if linked else words[name.i]
    return noun.i if noun.pos == "NOUN" and reading.at(noun.i) is not None else name.i
