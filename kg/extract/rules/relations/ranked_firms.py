"""What firms are the largest in: "Valtec, numéro deux européen de l'emballage", "le leader du pneu, Valtec"."""

from collections.abc import Iterator

from kg.extract.rules.parsing.tree import Word
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.lang.schema import load_schema
from kg.model import Datatype, MentionKind, Value

FIRMS = ("Company", "MediaOutlet")
WITHIN = ("NOUN", "ADJ", "ADP", "DET", "PROPN", "CCONJ")
ORDINAL = ("NUM", "ADJ", "NOUN", "PRON", "DET", "PROPN")  # of what stands between: "un mondial", "quatre français"
LONGEST = 6  # words of a field
ORDER = 4  # words between a rank and what it is in


def find_ranked_firms(reading: Reading) -> Iterator[Draft]:
    """Yield the field in which a firm is said to lead, from commas and places, whatever the parser made of them."""
    words, table = reading.tree.words, reading.table
    named = [(i, x) for i, x in enumerate(table.items) if x.kind is MentionKind.NAME]
    ends, starts = {x.core[1]: i for i, x in named}, {x.core[0]: i for i, x in named}
    for noun in words[:-3]:
        among = _one_of(reading, noun)
        if among is None and noun.lower not in reading.pack.words["leaders"]:
            continue
        field = _field_behind(reading, noun, starts)
        if field is None or any(x in starts for x in range(*field)):
            continue
        opening = noun.i - 1 if noun.i > 0 and words[noun.i - 1].pos == "DET" else noun.i
        opening = opening if among is None else among
        told = opening > 1 and (words[opening - 1].text == "," or _is_said(reading, words[opening - 1], among))
        before = ends.get(opening - 1) if told else None
        follows = starts.get(_behind_comma(reading, field[1]), starts.get(field[1]))
        behind = follows if before is None else None
        for index in (before, behind):
            if index is None or not load_schema().fits(reading.root(index).type, FIRMS):
                continue
            value = Value(text=reading.text(*field), datatype=Datatype.STRING)
            draft = said_by_form(index, "industry", value, noun.i, "industry/rank", 0.7)
            draft.object_words = field
            yield draft


def _one_of(reading: Reading, noun: Word) -> int | None:
    """ "l'un des principaux fabricants de jouets": where the words begin that take a firm from many."""
    words, pack = reading.tree.words, reading.pack
    if noun.lemma not in pack.words["among_firms"] or "Number=Plur" not in noun.morph:
        return None
    for i in range(noun.i - 1, max(noun.i - ORDER, 1), -1):
        if pack.adpositions.get(words[i].lower, words[i].lower) in pack.words["of"]:
            one = words[i - 1].lower in pack.words["one_of"]
            return i - 1 - (words[i - 2].lower in pack.words["definite"]) if one else None
        if words[i].pos not in ORDINAL:
            return None
    return None


def _is_said(reading: Reading, word: Word, among: int | None) -> bool:
    """ "Valtec est l'un des leaders du jouet": told by a copula."""
    return among is not None and word.lemma in reading.pack.lists["copulas"] and word.pos == "AUX"


def _field_behind(reading: Reading, noun: Word, names: dict[int, int]) -> tuple[int, int] | None:
    """ "numéro un mondial de la chimie fine,", "leader du jouet Valtec": what stands before a mark or a name."""
    words, pack = reading.tree.words, reading.pack
    definite, i = pack.words["definite"], noun.i + 1
    while i < min(len(words), noun.i + ORDER) and words[i].pos in ORDINAL and words[i].lower not in definite:
        i += 1
    if i + 1 >= len(words) or pack.adpositions.get(words[i].lower, words[i].lower) not in pack.words["of"]:
        return None
    first = i + 2 if words[i + 1].lower in definite else i + 1
    last = first
    while last < min(len(words), first + LONGEST) and words[last].pos in WITHIN and not words[last].is_title:
        last += 1
    where = _where(reading, first, last)
    closed = last >= len(words) or words[last].text in (",", ".", ")") or where < last
    last = where
    closed = closed or (last in names and not _is_of_firm(reading, words[first:last]))
    large = (
        last > first + 1 and words[first].pos == "ADJ" and words[first + 1].pos == "NOUN"
    )  # "la grande distribution"
    noun_first = last > first and words[first].pos == "NOUN" and words[first].lemma not in pack.words["no_fields"]
    if not closed or not (large or noun_first):
        return None
    return first, last


def _where(reading: Reading, first: int, last: int) -> int:
    """ "de fruits et légumes au monde", "du jouet en France": where the field ends, before what says where."""
    words, pack = reading.tree.words, reading.pack
    for i in range(first + 1, min(last, len(words) - 1)):
        behind = words[i + 1] if words[i + 1].pos != "DET" or i + 2 >= len(words) else words[i + 2]
        index = reading.table.at.get(behind.i) if words[i].pos == "ADP" else None
        placed = index is not None and behind.is_title and load_schema().fits(reading.root(index).type, ("Place",))
        if placed or (words[i].pos == "ADP" and behind.pos == "NOUN" and behind.lemma in pack.words["no_fields"]):
            return i
    return last


def _is_of_firm(reading: Reading, field: list[Word]) -> bool:
    """ "le numéro deux du constructeur X", "le leader de la région X": he leads what the noun before the name is."""
    schema, nouns = load_schema(), reading.pack.nouns
    kinds = [nouns.get(w.lemma, "Concept") for w in field if w.pos in ("NOUN", "PROPN")]
    return any(schema.is_a(kind, x) for kind in kinds for x in ("Agent", "Place"))


def _behind_comma(reading: Reading, end: int) -> int:
    """Where the name starts that stands behind a comma, an article and a general noun: ", le groupe Valtec"."""
    words, pack = reading.tree.words, reading.pack
    if end + 1 >= len(words) or words[end].text != ",":
        return -1
    start = end + 1
    start += words[start].lower in pack.words["definite"]
    return start + (words[start].lemma in pack.words["generic_firms"]) if start < len(words) else -1
