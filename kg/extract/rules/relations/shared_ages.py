"""Ages told of several at once: "Anne Blin et Luc Roux, âgés de 22 et 25 ans"; what is no single number is nobody's."""

from collections.abc import Iterator

from kg.extract.rules.mentions.named_rows import row_before
from kg.extract.rules.parsing.age_phrases import AgePhrase, age_phrases
from kg.extract.rules.parsing.tree import ROOT, Word
from kg.extract.rules.parsing.values import plain, read_number
from kg.extract.rules.relations.age_owners import AGING, age_owner, aging
from kg.extract.rules.relations.ages import aged
from kg.extract.rules.relations.reading import Draft, Reading
from kg.model import Datatype, Value

PAIR = 2


def find_shared_ages(reading: Reading) -> Iterator[Draft]:
    """Yield the age of each of a row that is told to be "âgés de 23 et 26 ans"."""
    tree = reading.tree
    for phrase in age_phrases(tree, reading.pack):
        word = tree.words[phrase.head]
        apart = _behind_names(reading, phrase) if phrase.kind == "several" else []
        if apart:
            for whose, figure in zip(apart, phrase.figures, strict=True):
                yield from _aged(reading, whose, figure, phrase)
            continue
        owner = _owner(reading, phrase, word) if phrase.kind == "several" else None
        for whose, figure in _shared_out(reading, phrase, owner) if owner is not None else ():
            yield from _aged(reading, whose, figure, phrase)


def _aged(reading: Reading, whose: int, figure: int, phrase: AgePhrase) -> Iterator[Draft]:
    """Yield the age that a figure of a phrase tells of somebody, if it is a number."""
    number = read_number(reading.tree.words[figure].text.lower(), reading.pack)
    if number is not None:
        value = Value(text=plain(number.value), datatype=Datatype.NUMBER)
        yield aged(reading, whose, value, reading.tree.words[phrase.head], (figure, phrase.last))


def _behind_names(reading: Reading, phrase: AgePhrase) -> list[int]:
    """ "Anne et Rosa Blin, 71 et 68 ans,": the row of people that a comma parts from as many bare ages."""
    words = reading.tree.words
    if phrase.first < 2 or words[phrase.first - 1].text != ",":
        return []
    closed = phrase.last >= len(words) or words[phrase.last].pos == "PUNCT"
    table = reading.table
    row = row_before(reading.tree, reading.pack, table, phrase.first - 1, lambda i: reading.root(i).type == "Person")
    return row if closed and len(row) == len(phrase.figures) > 1 else []


def _owner(reading: Reading, phrase: AgePhrase, word: Word) -> int | None:
    """Whose age it is; in "elle avait entre 12 et 15 ans" the parser takes the years for the verb."""
    verb = reading.tree.child(word.i, "aux")
    if verb is not None and verb.lemma in reading.pack.words["having"]:
        return aging(reading, word)
    return age_owner(reading, word) if _is_told(reading, phrase, word) else None


def _is_told(reading: Reading, phrase: AgePhrase, word: Word) -> bool:
    """ "âgés de 8 et 10 ans", "des enfants de 8 et 10 ans", "ils ont 8 et 10 ans"; no "peines de 8 et 10 ans"."""
    tree, words = reading.tree, reading.pack.words
    above = tree.words[word.head] if word.head != ROOT else word
    before = tree.words[max(tree.sents[word.sent][0], phrase.first - 3) : phrase.first]
    aged = next((w for w in (*before, above) if w.lower in words["age_words"]), None)
    if aged is not None:
        return tree.words[aged.i - 1].lower not in words["bounds"]  # "plus âgé que lui d'une dizaine d'années"
    if above.lemma in words["having"] and word.i > above.i:
        ago = any(w.lower in words["ago_marks"] for w in before)
        return word.rel == "obj" and not ago
    if word.case in words["at_age"]:
        return True
    index = reading.table.at.get(above.i)
    of = word.case in words["of"] and above.i < word.i and above.i >= phrase.first - 3
    return of and index is not None and reading.root(index).type in AGING


def _shared_out(reading: Reading, phrase: AgePhrase, owner: int) -> list[tuple[int, int]]:
    """ "Anne Blin et Luc Roux, âgés de 22 et 25 ans": to each his own, where there are as many ages as people.

    Returns:
        Whose age each number is: reference and word.
    """
    tree = reading.tree
    people = tree.conjuncts(tree.first_conjunct(reading.table.items[owner].i))
    sides = [i for part in people if (i := reading.at(part)) is not None]
    if len(people) == 1 and _count(reading, owner) == len(phrase.figures) > 1:
        return [(owner, figure) for figure in phrase.figures]
    even = len(sides) == len(phrase.figures) == len(people)
    return list(zip(sides, phrase.figures, strict=True)) if even else []


def _count(reading: Reading, owner: int) -> float:
    """ "deux enfants de 7 et 10 ans", "un couple de 82 et 75 ans": how many are told of, each with his own; else 0."""
    tree, item = reading.tree, reading.table.items[owner]
    if tree.words[item.i].lemma in reading.pack.words["pairs"]:
        return PAIR
    told = (read_number(c.text.lower(), reading.pack) for c in tree.children(item.i, "nummod") if c.i < item.i)
    number = next(told, None)
    return float(number.value) if number is not None else 0.0
