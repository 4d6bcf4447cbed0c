"""What a noun says that somebody is: an office or a trade, of one person or of several that stand in a row."""

from collections.abc import Iterator
from functools import lru_cache

from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.parsing.agreement import determiner_class
from kg.extract.rules.parsing.tree import QUOTE, ROOT, Word
from kg.extract.rules.relations.portfolios import portfolios_of
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.extract.rules.relations.rows import find_rows, named_in_list, named_such_as
from kg.lang.schema import load_schema
from kg.model import Datatype, MentionKind, Value

IN_QUOTES = 5  # words of what is set in quotes, at most
EMPLOYERS = ("Organization", "Place", "Person", "Product", "Group")


def function_of(reading: Reading, noun: Word) -> str:
    """The property that a noun tells of a person: an office is held, a trade is an occupation; else nothing."""
    if noun.lower in reading.pack.words["lawyer"] and not noun.text.lower().startswith(noun.lower):
        return ""  # "son conseil, Me X": what was read as his lawyer; the title tells the trade
    lists = reading.pack.lists
    opens = noun.i == reading.tree.sents[noun.sent][0]
    with_opener = "" if opens else reading.text(noun.i - 1, noun.i + 1).lower()
    if _end_of_trade(reading, noun) > noun.i + 1 or with_opener in lists["occupations"]:
        return "occupation"  # "garde du corps", "piano tuner"
    prefixes = sorted(reading.pack.words["former_prefixes"])
    lemma = next((noun.lemma.removeprefix(p) for p in prefixes if noun.lemma.startswith(p)), noun.lemma)
    named = end_of_named(reading, noun, lists["positions"]) > noun.i + 1
    if not named and lemma in reading.pack.words["trades_alone"] and _is_right_before_name(reading, noun):
        return "occupation"
    if named or lists["positions"] & {lemma, with_opener}:
        return "holdsPosition"
    if lemma in reading.pack.words["doers"] and _has_complement(reading, noun):
        return ""  # "l'auteur des faits", "le promoteur de la réforme"
    if lists["occupations"] & {lemma, noun.lower} or _is_of_a_field(reading, noun):
        return "occupation"
    return ""


def is_set_in_quotes(reading: Reading, noun: Word) -> bool:
    """ "Annie Roy, un "clown" bavard", "surnommé "professeur Soleil"": a word that the article will not answer for."""
    words = reading.tree.words
    opening = noun.i - 1 - (noun.i > 1 and words[noun.i - 1].pos in ("DET", "ADJ"))
    behind = words[noun.i + 1 : noun.i + IN_QUOTES]
    if opening < 0 or words[opening].text != QUOTE or words[opening].sent != noun.sent:
        return False
    closing = next((w for w in behind if w.text == QUOTE and w.sent == noun.sent), None)
    return closing is not None and all(w.pos not in ("VERB", "AUX") for w in words[noun.i + 1 : closing.i])


def _is_right_before_name(reading: Reading, noun: Word) -> bool:
    """ "la cheffe Anne Roy", but not "l'épidémiologiste en chef Anne Roy", nor "son chef Anne Roy"."""
    if (
        noun.case in reading.pack.words["in_dates"]
        or determiner_class(reading.tree, reading.pack, noun)[0] == "possessive"
    ):
        return False
    index = next((i for i, x in enumerate(reading.table.items) if x.core[0] == noun.i + 1), None)
    return index is not None and reading.is_name(index) and reading.root(index).type == "Person"


def _is_of_a_field(reading: Reading, noun: Word) -> bool:
    """ "the quarry owner X": of what, said by a noun before it, makes a trade of a word that is none alone."""
    if noun.lemma not in reading.pack.words["trades_with_field"] or noun.i == 0:
        return False
    before = reading.tree.words[noun.i - 1]
    return before.pos == "NOUN" and before.rel == "name" and before.head == noun.i


def _has_complement(reading: Reading, noun: Word) -> bool:
    of, works = reading.pack.words["of"], ("Product", "CommunicationEvent", "MediaOutlet")
    below = [reading.at(c.i) for c in reading.tree.children(noun.i, "nmod") if c.case in of]
    return any(i is not None and not load_schema().fits(reading.root(i).type, works) for i in below)


def _end_of_trade(reading: Reading, noun: Word) -> int:
    """Where a trade of several words ends: "garde du corps", "homme d'affaires", "chef cuisinier"."""
    return end_of_named(reading, noun, reading.pack.lists["occupations"])


def end_of_named(reading: Reading, noun: Word, names: frozenset[str]) -> int:
    """Where a listed name of several words ends that a noun opens: "garde des Sceaux"."""
    if noun.text.lower() not in _beginnings(names):
        return noun.i + 1
    size = len(reading.tree.words)
    ends = (end for end in (noun.i + 4, noun.i + 3, noun.i + 2) if end <= size)
    return next((end for end in ends if reading.text(noun.i, end).lower() in names), noun.i + 1)


@lru_cache(maxsize=16)
def _beginnings(names: frozenset[str]) -> frozenset[str]:
    """All that the first word of a listed name of several words may begin with, wherever the parser parts words."""
    firsts = {name.split()[0] for name in names if not name.isalpha()}
    return frozenset(first[:end] for first in firsts for end in range(1, len(first) + 1))


def before_employer(reading: Reading, noun: Word, last: int) -> int:
    """Where a trade ends before the name of whom it is for: "chercheur à l'Inserm", "correspondante de la chaîne X"."""
    tree, schema = reading.tree, load_schema()
    end = _end_of_trade(reading, noun)
    for child in [c for i in {noun.i, end - 1} for c in tree.children(i, "nmod", "obl") if c.i >= end]:
        inside = tree.subtree(child.i)
        if not child.case or not noun.i < inside[0] < last:
            continue
        named = any(
            inside[0] <= item.i <= inside[-1]
            and (item.kind is MentionKind.NAME or (item.determiner not in ("", "adjective") and item.i in inside[:3]))
            and schema.fits(reading.root(index).type, EMPLOYERS if reading.is_name(index) else ("Person",))
            for index, item in enumerate(reading.table.items)
        )
        last = inside[0] if named else last
    while last > end and tree.words[last - 1].pos in ("ADP", "DET"):
        last -= 1  # "a surgeon in Bonn": the adposition is of the place
    return last


def is_of_oneself(reading: Reading, noun: Word, person: int) -> bool:
    """ "l'avocat de Jean Petit" is not Jean Petit: nobody is what he is for himself."""
    root = reading.table.root(person)
    of = [c for c in reading.tree.children(noun.i, "nmod") if c.case in reading.pack.words["of"]]
    indices = [reading.table.at.get(c.i) for c in of]
    names = (i for i in indices if i is not None and reading.table.items[i].kind is MentionKind.NAME)
    return any(reading.table.root(i) == root for i in names)


def find_shared_functions(reading: Reading) -> Iterator[Draft]:
    """ "les physiciens Marc Petit, Paul Dumas et Anne Roy": a plural beside a row of names is said of each."""
    for row in find_rows(reading):
        if portfolios_of(reading, reading.tree.words[row.noun]):
            continue  # of which each has his own
        yield from _said_of(reading, reading.tree.words[row.noun], list(row.names))
    names = {item.core[0]: i for i, item in enumerate(reading.table.items) if item.kind is MentionKind.NAME}
    for item in reading.table.items:
        named = item.head not in reading.pack.words["held_by_many"]  # "plusieurs responsables, dont X" tells no office
        if named and item.kind is MentionKind.NOMINAL and item.number == "Plur":
            yield from _said_of(reading, reading.tree.words[item.i], _instances(reading, item, names))


def _instances(reading: Reading, item: Reference, names: dict[int, int]) -> list[int]:
    """ "deux physiciennes (Anne Roy et Rosa Diaz)", "des ministres comme Marc Petit": whom a plural means."""
    end = reading.tree.subtree(item.i, ("appos", "relcl", "acl", "conj", "punct", "cc", "obl", "advcl", "dep"))[-1] + 1
    for start in dict.fromkeys((item.core[1], end, _end_of_relative(reading, end))):
        found = [*named_in_list(reading, start, names), *named_such_as(reading, start, names)]
        if found:
            return found if all(reading.root(index).type == "Person" for index in found) else []
    return []


def _end_of_relative(reading: Reading, start: int) -> int:
    """ "les sénateurs qui l'accompagnaient, notamment Anne Roy": where a clause on a plural ends at a comma."""
    words = reading.tree.words
    if start >= len(words) or words[start].lower not in reading.pack.words["relative_subject"]:
        return start
    inside = (w for w in words[start:] if w.sent == words[start].sent)
    ends = (w.i for w in inside if w.text == "," or (w.pos == "NOUN" and "Number=Plur" in w.morph))
    return next(ends, start)


def find_one_of_several(reading: Reading) -> Iterator[Draft]:
    """ "l'un de ses avocats, Marc Petit", "Marc Petit, l'un des avocats de X": one of a trade has that trade."""
    tree, table, pack = reading.tree, reading.table, reading.pack
    names = [(i, x) for i, x in enumerate(table.items) if x.kind is MentionKind.NAME]
    for noun in tree.words:
        one = tree.words[noun.head] if noun.rel == "nmod" and noun.head != ROOT else noun
        if one is noun or one.lower not in pack.words["indefinite_persons"] or noun.case not in pack.words["of"]:
            continue
        first = one.i - 1 if tree.words[one.i - 1].lower in pack.words["definite"] else one.i
        last = tree.subtree(noun.i, ("appos", "relcl", "acl", "conj", "punct", "cc"))[-1]
        before = [i for i, x in names if x.core[1] == first - 1 and tree.words[first - 1].text == ","]
        after = [i for i, x in names if _follows(reading, last, x.core[0])]
        people = [i for i in (before or after) if reading.root(i).type == "Person"]
        if function_of(reading, noun) == "occupation":  # "l'un des responsables" tells no office
            yield from _said_of(reading, noun, people[:1])


def _follows(reading: Reading, last: int, start: int) -> bool:
    """Whether a name, with or without a title of its own ("Maître X"), opens right behind a comma."""
    words = reading.tree.words
    if last + 2 >= len(words) or words[last + 1].text != ",":
        return False
    return start == last + 2 or (start == last + 3 and words[last + 2].lower in reading.pack.lists["titles"])


def _said_of(reading: Reading, noun: Word, people: list[int]) -> Iterator[Draft]:
    predicate = function_of(reading, noun) if people else ""
    for person in people if predicate else ():
        value = Value(text=noun.lemma, datatype=Datatype.STRING)
        draft = said_by_form(person, predicate, value, noun.i, f"title/{predicate}", 0.85)
        draft.object_words = (noun.i, noun.i + 1)
        draft.past = reading.context.past.is_former(noun.i)
        yield draft
