"""The trade right before a name, told by its place: "du médecin urgentiste X", "un autre policier, X,", "Dr X"."""

from collections.abc import Iterator

from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.parsing.tree import Word
from kg.extract.rules.relations.functions import function_of
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.extract.rules.relations.rows import row_from
from kg.extract.rules.relations.title_words import party_behind, without_nationality
from kg.lang.schema import load_schema
from kg.model import Datatype, MentionKind, Value

FAR = 10  # words of a phrase before a name
FAR_BEHIND = 16  # and behind one
SAID = 6  # words between a verb of saying and who says it
TOLD = ("occupation", "holdsPosition")
CLOSING = (",", ".", "(", ")", ";")
PERSON = ("Person",)


def find_named_trades(reading: Reading, drafts: list[Draft]) -> Iterator[Draft]:
    """Yield the trade or office of a phrase that ends at a name, where the parser hung the two apart."""
    if reading.pack.adposition == "head":
        return
    table, words = reading.table, reading.tree.words
    told = {(table.root(d.subject), words[d.trigger].sent) for d in drafts if d.predicate in TOLD}
    nouns = {d.trigger for d in drafts if d.predicate in TOLD}
    for index, item in enumerate(tuple(table.items)):
        if item.kind is not MentionKind.NAME or reading.root(index).type != "Person":
            continue
        yield from _doctors(reading, index, nouns)
        if (table.root(index), item.sent) in told:
            continue
        found = _trade_before(reading, item) or _office_behind(reading, item)
        if found is None or found[0] in nouns:
            continue
        told.add((table.root(index), item.sent))
        predicate = function_of(reading, words[found[0]]) or "holdsPosition"  # "X, chargée de la création"
        if predicate in TOLD:
            yield _draft(reading, index, predicate, found)


def _draft(reading: Reading, index: int, predicate: str, found: tuple[int, int]) -> Draft:
    value = Value(text=without_nationality(reading, *found), datatype=Datatype.STRING)
    draft = said_by_form(index, predicate, value, found[0], f"title/{predicate}", 0.85)
    draft.object_words, draft.past = found, reading.context.past.is_former(found[0])
    return draft


def _doctors(reading: Reading, index: int, nouns: set[int]) -> Iterator[Draft]:
    """ "le Dr Paul Dumas", "les Drs Paul Dumas et Anne Roy": a title that tells the trade."""
    first = reading.table.items[index].core[0]
    at = next((i for i in (first - 1, first) if i >= 0 and _is_doctor(reading, i)), -1)
    if at < 0 or at in nouns:
        return
    nouns.add(at)
    several = reading.tree.words[at].text.rstrip(".").endswith("s")
    for person in row_from(reading, index, PERSON) or [index] if several else [index]:
        title = reading.tree.words[at].text.rstrip(".").removesuffix("s")
        value = Value(text=title, datatype=Datatype.STRING)
        yield said_by_form(person, "occupation", value, at, "title/occupation", 0.85)


def _is_doctor(reading: Reading, i: int) -> bool:
    return reading.tree.words[i].text.rstrip(".") in reading.pack.words["doctors"]


def _trade_before(reading: Reading, name: Reference) -> tuple[int, int] | None:
    """The words of the trade from its noun on; adjectives of a place and participles behind it are no part of it."""
    words, start, end = reading.tree.words, reading.tree.sents[name.sent][0], name.core[0]
    for i in range(end - 2, max(start, end - FAR) - 1, -1):
        if words[i].lemma in reading.pack.lists["positions"] and party_behind(reading, i)[1] == end:
            return (i, i + 1)  # "du député La République en marche Luc Roy"
    apart = end > start and words[end - 1].text == ","
    if apart and not _closes(reading, name):
        return None
    last, plain = end - apart, True
    if not last > start or _ends_in_a_body(reading, words[last - 1]):
        return None
    for i in range(last - 1, max(start, last - FAR) - 1, -1):
        word = words[i]
        if word.is_title or not function_of(reading, word) or _is_in_name(reading, i):
            plain = plain and _goes_with_trade(reading, word)
            if not plain and not _goes_with_office(reading, word):
                return None
            continue
        opening = _opening(reading, i, start)
        if not opening and function_of(reading, words[i - 1]):
            continue  # "du médecin urgentiste"
        fits = _may_be_apart(reading, i, opening, start) if apart else bool(opening)
        plural = "Number=Plur" in word.morph and word.lower != word.lemma
        if not fits or plural or (not plain and function_of(reading, word) != "holdsPosition"):
            return None
        return (i, _end_of_trade(reading, i, last)) if plain else (i, last)
    return None


def _closes(reading: Reading, name: Reference) -> bool:
    """Whether a name that a comma opens is all that it opens: "le ministre, X, …", "le ministre, X sur Radio Y"."""
    behind = reading.tree.words[min(name.core[1], len(reading.tree.words) - 1)]
    return behind.text in CLOSING or behind.pos == "ADP"


def _ends_in_a_body(reading: Reading, word: Word) -> bool:
    """ "le directeur du lycée X": the noun right before a name is what is called so."""
    schema, kind = load_schema(), reading.pack.nouns.get(word.lemma, "Concept")
    words = reading.pack.words
    if word.pos == "DET" or word.lower in words["of"] | words["definite"] | words["in_titles"] | words["adding"]:
        return True
    return word.pos == "NOUN" and not word.is_title and any(schema.is_a(kind, x) for x in ("Organization", "Place"))


def _is_in_name(reading: Reading, i: int) -> bool:
    return any(x.kind is MentionKind.NAME and x.core[0] <= i < x.core[1] for x in reading.table.items)


def _goes_with_office(reading: Reading, word: Word) -> bool:
    """A word that may stand within an office: "de la République de Lens", "des musées et des antiquités"."""
    words = reading.pack.words
    if word.lower in words["of"] | words["definite"] | words["in_titles"] | words["adding"]:
        return True
    return word.pos in ("NOUN", "PROPN", "ADJ", "X", "NUM") or "VerbForm=Part" in word.morph


def _may_be_apart(reading: Reading, i: int, opening: str, start: int) -> bool:
    """ "un autre policier, X,"; "le policier, X," where the phrase says or is the first of its sentence."""
    words, pack = reading.tree.words, reading.pack
    if opening in pack.words["indefinite_persons"]:
        return True
    at = i - 1
    while at > start and words[at].lower != opening:
        at -= 1
    said = any(w.lemma in pack.reporting and w.pos == "VERB" for w in words[max(start, at - SAID) : at])
    return opening in pack.words["definite"] and (at == start or said)


def _office_behind(reading: Reading, name: Reference) -> tuple[int, int] | None:
    """ "a déclaré X, directeur des antennes du groupe Y": an office without an article, or with one if he speaks."""
    words, (_, stop) = reading.tree.words, reading.tree.sents[name.sent]
    comma = name.core[1]
    if comma + 2 >= stop or words[comma].text != ",":
        return None
    i = comma + 1
    definite = words[i].lower in reading.pack.words["definite"]
    i += definite
    while i < stop - 1 and words[i].pos == "ADJ" and not function_of(reading, words[i]):
        i += 1
    charged = i < stop and not definite and words[i].lower in reading.pack.words["charged"]
    if i >= stop or words[i].is_title or not (charged or function_of(reading, words[i]) == "holdsPosition"):
        return None
    end = i + 1
    while end < stop and end - i < FAR_BEHIND and _goes_with_office(reading, words[end]):
        end += 1
    said = any(w.lemma in reading.pack.reporting for w in words[max(name.core[0] - SAID, 0) : name.core[0]])
    closed = end < stop and (words[end].text in CLOSING or words[end].lower in reading.pack.words["workplaces"])
    plural = "Number=Plur" in words[i].morph and words[i].lower != words[i].lemma
    while end > i + 1 and words[end - 1].pos in ("ADP", "DET", "CCONJ"):
        end -= 1
    return (i, end) if closed and (said or not definite) and not plural else None


def _goes_with_trade(reading: Reading, word: Word) -> bool:
    """A word written small between a trade and the name: an adjective, a participle, a bare complement."""
    if word.is_title:
        return False
    before = reading.tree.words[word.i - 1]
    if word.pos == "NOUN":
        return before.lower in reading.pack.words["of"] and "Number=Plur" not in word.morph
    placed = reading.names.tells_place(word.text)
    return word.pos == "ADJ" or placed or word.lower in reading.pack.words["of"] or "VerbForm=Part" in word.morph


def _opening(reading: Reading, i: int, start: int) -> str:
    """The determiner before a noun and its adjectives, or the adposition that holds one."""
    words, at = reading.tree.words, i - 1
    while at > start and words[at].pos == "ADJ" and words[at].rel != "det":
        at -= 1
    marks = reading.pack.words["definite"] | reading.pack.words["indefinite_persons"]
    return words[at].lower if at >= start and (words[at].rel == "det" or words[at].lower in marks) else ""


def _end_of_trade(reading: Reading, i: int, last: int) -> int:
    words, end = reading.tree.words, i + 1
    while end < last and not reading.names.tells_place(words[end].text) and "VerbForm=Part" not in words[end].morph:
        end += 1
    return end
