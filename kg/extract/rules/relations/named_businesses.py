"""The business that a phrase beside a name tells by its place: "l'ONG de défense des forêts X", "X, un label"."""

from collections.abc import Iterator

from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.parsing.tree import Word
from kg.extract.rules.relations.industries import named_business
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.extract.rules.relations.title_words import without_nationality
from kg.lang.schema import load_schema
from kg.model import Datatype, MentionKind, Value

FIRMS = ("Organization", "SoftwareProduct")
FAR = 11  # words of a phrase
INSIDE = ("NOUN", "ADJ", "ADP", "DET", "CCONJ", "X", "VERB")  # of which such a phrase is made
QUOTES = ('"', "«", "“", "»", "”")
CLOSING = (",", ".", "(", ")", ";", ":", "!", "?")


def find_named_businesses(reading: Reading, drafts: list[Draft]) -> Iterator[Draft]:
    """Yield the business that a phrase right before or behind a name tells, where the parser hung it elsewhere."""
    if reading.pack.adposition == "head":
        return
    table = reading.table
    told = {(table.root(d.subject), reading.tree.words[d.trigger].sent) for d in drafts if d.predicate == "industry"}
    for index, item in enumerate(table.items):
        if item.kind is not MentionKind.NAME or not _is_firm(reading, index):
            continue
        if (table.root(index), item.sent) in told:
            continue
        found = _phrase_before(reading, item) or _phrase_behind(reading, item)
        field = _field(reading, *found) if found is not None else None
        if found is None or field is None:
            continue
        told.add((table.root(index), item.sent))
        value = Value(text=without_nationality(reading, *field), datatype=Datatype.STRING)
        draft = said_by_form(index, "industry", value, found[0], "industry/beside", 0.7)
        draft.object_words = field
        yield draft


def _is_firm(reading: Reading, index: int) -> bool:
    root = reading.root(index)
    kind = root.type
    fits = kind == "Entity" or load_schema().fits(kind, FIRMS)
    return fits and kind not in ("PoliticalParty", "SecurityAgency", "EducationalInstitution")


def _tells_business(reading: Reading, word: Word) -> bool:
    """Whether a noun written small opens the words for a business."""
    words = reading.pack.words
    known = word.lemma in reading.pack.lists["industries"] or word.lemma in words["bodies_of_fields"]
    known = known or word.lemma in words["generic_firms"] or word.lemma in words["centres_of_fields"]
    known = known or named_business(reading, word) is not None
    small = not word.is_title or word.text.isupper() or word.i == reading.tree.sents[word.sent][0]
    return known and small and word.pos in ("NOUN", "X", "PROPN") and word.lemma not in words["leaders"]


def _phrase_before(reading: Reading, name: Reference) -> tuple[int, int] | None:
    """ "la maison d'enchères X", "un cabinet conseil, X,": from its noun up to the name."""
    words, start = reading.tree.words, reading.tree.sents[name.sent][0]
    end = name.core[0]
    if end > start and words[end - 1].text in QUOTES:
        end -= 1
    if end - 1 > start and words[end - 1].lower in reading.pack.words["definite"] and words[end - 2].text == ",":
        end -= 1  # "l'agence des médicaments, la FDA"
    if end > start and words[end - 1].text == ",":
        behind = words[min(name.core[1], len(words) - 1)]
        if behind.text not in CLOSING:
            return None
        end -= 1
    if words[max(end - 1, 0)].pos in ("ADP", "DET"):
        return None  # "le service de presse de la SNCF" is not all of it
    for i in range(end - 1, max(start, end - FAR) - 1, -1):
        word = words[i]
        if word.pos not in INSIDE and not _tells_business(reading, word):
            return None
        if _tells_business(reading, word) and _opens(reading, i, start):
            return (i, end) if i + 1 < end else None
        if _is_another(reading, word) or _is_owned(reading, word):
            return None
    return None


def _phrase_behind(reading: Reading, name: Reference) -> tuple[int, int] | None:
    """ "X, un label de jazz,", "X, l'organisme météo britannique.": what commas set off behind a name."""
    words, (_, stop) = reading.tree.words, reading.tree.sents[name.sent]
    comma = name.core[1]
    if comma + 3 < stop and words[comma].text == "(" and words[comma + 2].text == ")":
        comma += 3
    if comma + 3 >= stop or words[comma].text != ",":
        return None
    noun = comma + 1 + (words[comma + 1].rel == "det")
    if noun == comma + 1 and not _tells_business(reading, words[noun]):
        return None  # "X, enseigne de bricolage," has no article
    while noun < stop and words[noun].pos == "ADJ" and noun < comma + 4:
        noun += 1
    if noun >= stop or not _tells_business(reading, words[noun]) or "Number=Plur" in words[noun].morph:
        return None
    end = noun + 1
    while end < stop and end - noun < FAR and words[end].pos in INSIDE and not _is_another(reading, words[end]):
        end += 1
    return (noun, end) if end > noun + 1 and end < stop and words[end].text in CLOSING else None


def _opens(reading: Reading, i: int, start: int) -> bool:
    """Whether a noun stands behind its determiner, with no more than adjectives between."""
    words, at = reading.tree.words, i - 1
    while at > start and words[at].pos == "ADJ":
        at -= 1
    definite = at >= start and words[at].lower in reading.pack.words["definite"]
    one = at >= start and (words[at].rel == "det" or words[at].lower in reading.pack.words["indefinite"])
    plural = "Number=Plur" in words[i].morph and words[i].lower != words[i].lemma
    return (definite or one) and not plural


def _is_another(reading: Reading, word: Word) -> bool:
    """Whether a word inside is somebody or a body of its own: "l'agence de la ville de X", "le site du journal X"."""
    if word.pos == "VERB" and "VerbForm=Part" not in word.morph:
        return True
    if word.pos != "NOUN" or "Number=Plur" in word.morph:
        return False
    kind = reading.pack.nouns.get(word.lemma, "Concept")
    schema, before = load_schema(), reading.tree.words[word.i - 1]
    told = before.rel == "det" or before.lower in reading.pack.words["definite"]
    return told and any(schema.is_a(kind, x) for x in ("Agent", "Place"))


def _is_owned(reading: Reading, word: Word) -> bool:
    """ "le moteur de recherche et ses produits X": what a possessive or demonstrative opens is another thing."""
    pack = reading.pack
    marked = word.lower in pack.words["definite"] | pack.words["indefinite"]
    return word.rel in ("det", "poss") and not marked


def _field(reading: Reading, noun: int, end: int) -> tuple[int, int] | None:
    """The words that tell the business; a firm of any kind, "groupe", is none of them."""
    words, pack = reading.tree.words, reading.pack
    named = {
        i
        for x in reading.table.items
        if x.kind is MentionKind.NAME and x.determiner != "adjective"
        for i in range(*x.core)
    }
    first = noun + 1
    while first < end and _says_nothing(reading, words[first]):
        first += 1
    if first >= end or any(i in named for i in range(noun, end)) or words[first].rel == "cc":
        return None
    opening = words[first]
    if opening.pos == "ADP":
        if opening.lemma not in pack.words["of"] | pack.words["of_fields"]:
            return None
        within = [w for w in words[first + 1 : end] if w.pos in ("NOUN", "ADJ", "PROPN", "X")]
        if not within or _says_nothing(reading, within[0]):
            return None
    elif opening.pos == "VERB" or opening.lower in pack.words["others"] or opening.lower in pack.words["same"]:
        return None
    last = end
    while last > first + 1 and (_says_nothing(reading, words[last - 1]) or words[last - 1].pos in ("ADP", "DET")):
        last -= 1
    if words[noun].lemma not in pack.words["firms_of_any_kind"]:
        return noun, last
    while first < last - 1 and words[first].pos in ("ADP", "DET"):
        first += 1
    return first, last


def _says_nothing(reading: Reading, word: Word) -> bool:
    placed = word.pos in ("ADJ", "NOUN") and reading.names.tells_place(word.text)
    return placed or word.lemma in reading.pack.words["no_fields"]
