"""Which minister has which portfolio: "les ministres de la Justice Anne Roy et de la Santé Paul Dumas", "X (Santé)"."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.rules.mentions.named_rows import behind_bracket, row_before
from kg.extract.rules.parsing.tree import Tree, Word
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.lang.fold import fold
from kg.lang.schema import load_schema
from kg.model import Datatype, Value

RULE, CHARGE, SURE = "title/portfolio", "title/charge", 0.85
OFFICE = "holdsPosition"
BRACKET = 6  # words that a bracket may hold


@dataclass(frozen=True, slots=True)
class Held:
    """A portfolio, as the words of it, and the reference of who holds it."""

    person: int
    first: int
    last: int


def find_portfolios(reading: Reading) -> Iterator[Draft]:
    """Yield the office of each, where a plural of ministers names their portfolios, or brackets do."""
    people = _people(reading)
    for noun in reading.tree.words if people else ():
        for held in portfolios_of(reading, noun, people):
            title = f"{_office(reading, noun)} {reading.text(held.first, held.last)}"
            draft = _draft(held.person, title, noun.i, (held.first, held.last))
            draft.past = reading.context.past.is_former(noun.i)
            yield draft
    yield from _bracketed(reading, people)
    yield from _in_turn(reading)
    yield from _of_another(reading, people)


def find_tasks(reading: Reading) -> Iterator[Draft]:
    """ "Anne Roy, chargée des transports", "Paul Dumas est chargé de la jeunesse": the charge alone is the office."""
    tree, words = reading.tree, reading.pack.words
    for word in tree.words if words["charged_with_field"] else ():
        if (
            word.lemma not in words["charged_with_field"]
            or word.lemma == word.lower
            or not _is_told_of_somebody(tree, word)
        ):
            continue
        matter = next((c for c in tree.children(word.i, "obl", "nmod") if c.case in words["of"]), None)
        if matter is None or matter.i < word.i or matter.pos not in ("NOUN", "PROPN"):
            continue
        holders = [word.head] if word.rel == "acl" else reading.syntax.subjects(word.i)[0]
        last = _end_of_charge(reading, word, matter)
        affair = load_schema().is_a(reading.pack.nouns.get(matter.lemma, "Concept"), "JudicialEvent")
        if affair or not _is_definite(reading, word.i + 1):
            continue
        for index in (reading.at(i) for i in holders):
            if index is not None and reading.is_name(index) and reading.root(index).type == "Person":
                draft = _draft(index, reading.text(word.i, last), word.i, (word.i, last))
                draft.rule, draft.background = CHARGE, word.rel == "acl"
                yield draft


def _is_told_of_somebody(tree: Tree, word: Word) -> bool:
    """ "X, chargé de …", "X est chargé de …": set off behind a name, or in the passive without who charges."""
    if word.rel == "acl":
        return word.head < word.i and tree.words[word.i - 1].text == ","
    return tree.child(word.i, "aux:pass", "cop") is not None and tree.child(word.i, "agent") is None


def _is_definite(reading: Reading, i: int) -> bool:
    """ "de la jeunesse", "du budget": a field, no task that somebody is given for once."""
    words, marks = reading.tree.words, reading.pack.words["definite"]
    return any(w.lower in marks for w in words[i : i + 2])


def _end_of_charge(reading: Reading, word: Word, matter: Word) -> int:
    """Where the words of a charge end: before a comma or bracket, or where it is done."""
    tree, stops = reading.tree, reading.pack.words["charged_at"]
    last = tree.subtree(matter.i)[-1] + 1
    ends = (w.i for w in tree.words[word.i + 1 : last] if w.pos == "PUNCT" or w.lower in stops)
    return next(ends, last)


def _in_turn(reading: Reading) -> Iterator[Draft]:
    """ "Anne Roy et Paul Dumas, les ministres de la Justice et de l'Intérieur": as many as are named."""
    words, pack = reading.tree.words, reading.pack
    for noun in words:
        if noun.lemma not in pack.words["national_offices"] or "Number=Plur" not in noun.morph:
            continue
        first, comma = _opening(reading, noun, noun.i + (3 if _is_of_state(reading, noun) else 1)), noun.i - 1
        while comma > 0 and words[comma].text != "," and words[comma].pos in ("DET", "ADV"):
            comma -= 1
        if first < 0 or comma < 1 or words[comma].text != ",":
            continue
        row = row_before(reading.tree, pack, reading.table, comma, lambda i: reading.root(i).type == "Person")
        matters = _matters(reading, first, _end_of_matter(reading, first, {}))
        for person, matter in zip(row, matters, strict=True) if len(matters) == len(row) else ():
            yield _draft(person, f"{_office(reading, noun)} {reading.text(*matter)}", noun.i, matter)


def _of_another(reading: Reading, people: dict[int, int]) -> Iterator[Draft]:
    """ "… de l'Intérieur, et celle des Transports Anne Roy": a pronoun for the office told before."""
    office = ""
    for word in reading.tree.words if people else ():
        office = word.lemma if word.lemma in reading.pack.words["ministers"] else office
        if not office or word.lower not in reading.pack.words["such_a_one"]:
            continue
        first = _opening(reading, word, word.i + 1)
        last = _end_of_matter(reading, first, people) if first == word.i + 1 else -1
        row = _row(reading, people, last)[0] if last > first + 1 else []
        if len(row) == 1:
            yield _draft(row[0], f"{office} {reading.text(first, last)}", word.i, (first, last))


def portfolios_of(reading: Reading, noun: Word, people: dict[int, int] | None = None) -> list[Held]:
    """ "les ministres de la Justice, Anne Roy, et de l'Intérieur, Paul Dumas": who holds what; none: it is not told."""
    if noun.lemma not in reading.pack.words["national_offices"] or "Number=Plur" not in noun.morph:
        return []
    people, found = people or _people(reading), list[Held]()
    i = noun.i + (3 if _is_of_state(reading, noun) else 1)
    while (first := _opening(reading, noun, i)) >= 0:
        last = _end_of_matter(reading, first, people)
        row, behind = _row(reading, people, last)
        matters = _matters(reading, first, last)
        if len(row) == 1 and (found or _opening(reading, noun, behind) >= 0):
            matters = [(first, last)]  # "… X et de l'Action et des Comptes publics Y"
        if not row or len(matters) not in (1, len(row)):
            break
        each = matters if len(matters) == len(row) else matters * len(row)
        found += [Held(person, *matter) for person, matter in zip(row, each, strict=True)]
        i = behind
    return found


def _people(reading: Reading) -> dict[int, int]:
    """The names of persons, by their first word."""
    items = enumerate(reading.table.items)
    return {x.core[0]: i for i, x in items if reading.names_person(i)}


def _is_of_state(reading: Reading, noun: Word) -> bool:
    return reading.text(noun.i + 1, min(noun.i + 3, len(reading.tree.words))).lower() in reading.pack.words["of_state"]


def _office(reading: Reading, noun: Word) -> str:
    """The office of one of them: "secrétaires d'Etat" are each a "secrétaire d'Etat"."""
    rest = f" {reading.text(noun.i + 1, noun.i + 3)}" if _is_of_state(reading, noun) else ""
    return noun.lemma + rest


def _opening(reading: Reading, noun: Word, i: int) -> int:
    """The adposition that opens a portfolio from a word on, behind commas, "et" and "notamment"; -1: none does."""
    words, pack = reading.tree.words, reading.pack
    joints = pack.words["adding"] | pack.words["picking_out"]
    while i < len(words) and (words[i].text == "," or words[i].lower in joints):
        i += 1
    opens = i < len(words) and words[i].sent == noun.sent and words[i].pos == "ADP"
    return i if opens and words[i].lower in pack.words["portfolio_marks"] else -1


def _end_of_matter(reading: Reading, first: int, people: dict[int, int]) -> int:
    """Where the words of a portfolio end: at a name, or where another word stands."""
    words, matter = reading.tree.words, reading.pack.words["portfolios"]
    ends = (w.i for w in words[first + 1 :] if w.i in people or w.lower not in matter)
    return next(ends, len(words))


def _row(reading: Reading, people: dict[int, int], i: int) -> tuple[list[int], int]:
    """The names right behind a portfolio, or its comma, and the word behind them."""
    words, row = reading.tree.words, list[int]()
    i = i + 1 if i < len(words) and words[i].text == "," else i
    while i in people:
        row.append(people[i])
        i = behind_bracket(reading.tree, reading.table.items[people[i]].core[1])
        joined = i + 1 < len(words) and (words[i].text == "," or words[i].lower in reading.pack.words["adding"])
        if not joined or i + 1 not in people:
            break
        i += 1
    return row, i


def _matters(reading: Reading, first: int, last: int) -> list[tuple[int, int]]:
    """The portfolios between two words: "de la Justice et de l'Intérieur" are two."""
    words, marks = reading.tree.words, reading.pack.words["portfolio_marks"]
    joints = [w.i for w in words[first + 1 : last - 1] if w.lower in reading.pack.words["adding"]]
    cuts = [i for i in joints if words[i + 1].lower in marks]
    starts = [first, *(i + 1 for i in cuts)]
    return list(zip(starts, [*cuts, last], strict=True)) if last > first + 1 else []


def _bracketed(reading: Reading, people: dict[int, int]) -> Iterator[Draft]:
    """ "Paul Dumas (Santé)", where the article speaks of ministers."""
    words, pack = reading.tree.words, reading.pack
    charges = (entry.split(" = ", 1) for entry in pack.words["charges"])
    marks = {charge: mark for mark, charge in charges}
    told = next((w.lemma for w in words if w.lemma in pack.words["ministers"]), "")
    for index in people.values() if told else ():
        first = reading.table.items[index].core[1]
        if first >= len(words) or words[first].text != "(":
            continue
        end = next((w.i for w in words[first + 1 : first + 2 + BRACKET] if w.text == ")"), first + 1)
        charge = reading.text(first + 1, end) if end > first + 1 else ""
        mark = marks.get(fold(charge))
        if mark is not None:
            title = f"{told} {mark}{charge}" if mark.endswith("'") else f"{told} {mark} {charge}"
            yield _draft(index, title, first + 1, (first + 1, end))


def _draft(person: int, title: str, trigger: int, told: tuple[int, int]) -> Draft:
    draft = said_by_form(person, OFFICE, Value(text=title, datatype=Datatype.STRING), trigger, RULE, SURE)
    draft.object_words = told
    return draft
