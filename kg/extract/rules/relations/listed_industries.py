"""What line of business the listed are in: "Amazon, Google et d'autres géants du numérique", "des banques comme X"."""

from collections.abc import Iterator

from kg.extract.rules.mentions.title_joins import Title
from kg.extract.rules.parsing.tree import Word
from kg.extract.rules.relations.industries import business_words, field_of
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.extract.rules.relations.rows import find_rows, named_such_as, row_from
from kg.extract.rules.relations.title_words import title_words, without_nationality
from kg.lang.schema import load_schema
from kg.model import Datatype, MentionKind, Value

MEMBERS = frozenset({"list/such-as", "list/among", "list/bracket"})  # rules that tell who is one of a group
FIRMS = ("Organization", "SoftwareProduct")


def find_listed_industries(reading: Reading) -> Iterator[Draft]:
    """Yield the business of every name in a series that a plural noun sums up or opens."""
    words, pack = reading.tree.words, reading.pack
    yield from _of_rows(reading) if pack.adposition == "head" else _of_plurals(reading)
    names = {item.core[0]: i for i, item in enumerate(reading.table.items) if item.kind is MentionKind.NAME}
    ends = {reading.table.items[i].core[1]: i for i in names.values()}
    for noun in words:
        firms = noun.lemma in pack.words["generic_firms"]
        if not firms and noun.lemma not in pack.lists["industries"]:
            continue
        if "Number=Plur" not in noun.morph or noun.rel in ("amod", "name"):
            continue
        field = field_of(reading, noun) or (None if firms else (noun.i, noun.i + 1))
        if field is None:
            continue
        behind = named_such_as(reading, max(field[1], noun.i + 1), names)
        members = [*_before(reading, noun, ends), *(index for index in behind if _is_firm(reading, index))]
        for index in members:
            value = Value(text=reading.text(*field), datatype=Datatype.STRING)
            draft = said_by_form(index, "industry", value, noun.i, "industry/list", 0.7)
            draft.object_words = field
            yield draft


def find_industries_of_members(reading: Reading, drafts: list[Draft]) -> Iterator[Draft]:
    """ "discounters such as Tarvo", "its betting firms, among them Aton": who is one of them is in their business."""
    if reading.pack.adposition != "head":
        return
    for draft in drafts:
        if draft.rule not in MEMBERS or not isinstance(draft.object, int):
            continue
        if not reading.is_name(draft.subject) or not _is_firm(reading, draft.subject):
            continue
        group = reading.table.items[draft.object]
        if group.kind is MentionKind.NOMINAL and group.number == "Plur":
            yield from _in_business(reading, reading.tree.words[group.i], [draft.subject])


def _of_rows(reading: Reading) -> Iterator[Draft]:
    """ "the mobile networks Tarvo and Aton", "Tarvo and Aton, the two biggest carriers": a plural says it of each."""
    rows = [(row.noun, list(row.names)) for row in find_rows(reading, FIRMS)]
    told = {noun for noun, _ in rows}
    for title in reading.titles:
        if title.noun not in told and reading.tree.words[title.noun].tag == "NNS":
            told.add(title.noun)
            row = row_from(reading, title.reference, FIRMS)
            rows.append((title.noun, row or _alone(reading, title)))
    for noun, names in rows:
        as_written = len(names) == 1 and not _is_one_of_many(reading, noun)
        yield from _in_business(reading, reading.tree.words[noun], names, as_written=as_written)


def _of_plurals(reading: Reading) -> Iterator[Draft]:
    """ "les banques Valtec et Zumo", "deux compagnies aériennes, Valtec et Zumo": each of them is one."""
    pack = reading.pack
    for row in find_rows(reading, FIRMS):
        noun = reading.tree.words[row.noun]
        generic = noun.lemma in pack.words["generic_firms"]
        if not generic and noun.lemma not in pack.lists["industries"]:
            continue
        field = field_of(reading, noun) if generic else title_words(reading, noun)
        if field is None:
            continue
        for index in row.names:
            value = Value(text=_singular(reading, noun, field), datatype=Datatype.STRING)
            draft = said_by_form(index, "industry", value, noun.i, "industry/list", 0.7)
            draft.object_words = field
            yield draft


def _singular(reading: Reading, noun: Word, field: tuple[int, int]) -> str:
    """ "compagnies aériennes" -> "compagnie aérienne": noun and adjectives without what makes a plural of the noun."""
    told, mark = without_nationality(reading, *field), noun.lower.removeprefix(noun.lemma)
    agreeing = {c.text for c in reading.tree.children(noun.i, "amod") if "Number=Plur" in c.morph and mark}
    forms = {noun.text: noun.lemma, **{text: text.removesuffix(mark) for text in agreeing}}
    return " ".join(forms.get(word, word) for word in told.split())


def _alone(reading: Reading, title: Title) -> list[int]:
    """ "the auditors Hale Dunn": a plural for the partners of one firm; "Aton, one of the biggest banks"."""
    partners = reading.tree.words[title.noun].lemma in reading.pack.words["partners"]
    one = partners or _is_one_of_many(reading, title.noun)
    return [title.reference] if one and _is_firm(reading, title.reference) else []


def _is_one_of_many(reading: Reading, noun: int) -> bool:
    """ "one of the biggest banks": a plural that one is taken from."""
    index = reading.table.at.get(noun)
    return index is not None and reading.table.items[index].number == "Sing"


def _in_business(reading: Reading, noun: Word, names: list[int], *, as_written: bool = False) -> Iterator[Draft]:
    field = _field_before(reading, noun)
    if field is None:
        return
    for index in names:
        before = [reading.text(field[0], noun.i)] if field[0] < noun.i else []
        behind = [reading.text(noun.i + 1, field[1])] if noun.i + 1 < field[1] else []
        told = " ".join([*before, noun.lemma, *behind])  # of "data brokers" each is a data broker
        value = Value(text=reading.text(*field) if as_written else told, datatype=Datatype.STRING)
        draft = said_by_form(index, "industry", value, noun.i, "industry/list", 0.7)
        draft.object_words = field
        yield draft


def _field_before(reading: Reading, noun: Word) -> tuple[int, int] | None:
    """The business that an English plural tells with the nouns before it: "mobile networks", not "firms"."""
    words, pack = reading.tree.words, reading.pack
    if noun.lemma not in pack.lists["industries"] | pack.words["generic_firms"]:
        return None
    first, last = business_words(reading, noun, *title_words(reading, noun))
    while first < noun.i and (
        words[first].pos in ("NUM", "DET", "ADV") or words[first].lower in pack.words["indefinite"]
    ):
        first += 1
    if noun.lemma in pack.words["generic_firms"] and field_of(reading, noun) is None and not _opens(reading, noun):
        return None
    behind = (reading.table.at[i] for i in range(noun.i + 1, last) if i in reading.table.at)
    named = any(reading.is_name(i) for i in behind)  # "supermarkets including Tarvo"
    return first, noun.i + 1 if named else last


def _opens(reading: Reading, noun: Word) -> bool:
    """ "Oil companies Tarvo and Aton": a field that opens the sentence, whose capital makes no name of it."""
    first = reading.tree.words[noun.i - 1]
    return noun.i - 1 == reading.tree.sents[noun.sent][0] and first.pos == "NOUN" and first.rel == "name"


def _before(reading: Reading, noun: Word, ends: dict[int, int]) -> list[int]:
    """ "Amazon, Google et d'autres géants": the names before "et d'autres"."""
    words, pack = reading.tree.words, reading.pack
    i, others = noun.i - 1, False
    while i > 0 and words[i].pos in ("ADJ", "DET", "ADP") and words[i].sent == noun.sent:
        others = others or words[i].lower in pack.words["others"]
        i -= 1
    if not others or words[i].lower not in pack.words["coordinators"]:
        return []
    found = []
    while i > 0 and (words[i].text == "," or words[i].lower in pack.words["coordinators"]) and i in ends:
        found.append(ends[i])
        i = reading.table.items[ends[i]].core[0] - 1
    return [index for index in found if _is_firm(reading, index)]


def _is_firm(reading: Reading, index: int) -> bool:
    kind = reading.root(index).type
    return kind == "Entity" or load_schema().fits(kind, FIRMS)
