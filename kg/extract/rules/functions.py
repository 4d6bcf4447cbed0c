"""What a noun says that somebody is: an office or a trade, of one person or of several that stand in a row."""

from collections.abc import Iterator

from kg.extract.rules.reading import Draft, Reading, said_by_form
from kg.extract.rules.tree import Word
from kg.lang.schema import load_schema
from kg.model import Datatype, MentionKind, Value

EMPLOYERS = ("Organization", "Place", "Person", "Product")


def function_of(reading: Reading, noun: Word) -> str:
    """The property that a noun tells of a person: an office is held, a trade is an occupation; else nothing."""
    lists = reading.pack.lists
    if _end_of_trade(reading, noun) > noun.i + 1:
        return "occupation"
    if noun.lemma in lists["positions"]:
        return "holdsPosition"
    return "occupation" if noun.lemma in lists["occupations"] else ""


def _end_of_trade(reading: Reading, noun: Word) -> int:
    """Where a trade of several words ends: "garde du corps", "homme d'affaires", "chef cuisinier"."""
    trades, size = reading.pack.lists["occupations"], len(reading.tree.words)
    ends = (end for end in (noun.i + 3, noun.i + 2) if end <= size)
    return next((end for end in ends if reading.text(noun.i, end).lower() in trades), noun.i + 1)


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
            and schema.fits(reading.root(index).type, EMPLOYERS if item.kind is MentionKind.NAME else ("Person",))
            for index, item in enumerate(reading.table.items)
        )
        last = inside[0] if named else last
    return last


def is_of_oneself(reading: Reading, noun: Word, person: int) -> bool:
    """ "l'avocat de Jean Petit" is not Jean Petit: nobody is what he is for himself."""
    root = reading.table.root(person)
    of = [c for c in reading.tree.children(noun.i, "nmod") if c.case in reading.pack.words["of"]]
    indices = [reading.table.at.get(c.i) for c in of]
    names = (i for i in indices if i is not None and reading.table.items[i].kind is MentionKind.NAME)
    return any(reading.table.root(i) == root for i in names)


def find_shared_functions(reading: Reading) -> Iterator[Draft]:
    """ "les physiciens Marc Petit, Paul Dumas et Anne Roy": a plural before a row of names is said of each."""
    tree, table = reading.tree, reading.table
    for title in reading.titles:
        noun, item = tree.words[title.noun], table.items[title.reference]
        predicate = function_of(reading, noun)
        if not predicate or "Number=Plur" not in noun.morph or noun.i + 1 != item.core[0]:
            continue
        row = _row_from(reading, title.reference)
        for person in row if len(row) > 1 else ():
            value = Value(text=noun.lemma, datatype=Datatype.STRING)
            draft = said_by_form(person, predicate, value, noun.i, f"title/{predicate}", 0.85)
            draft.object_words = (noun.i, noun.i + 1)
            draft.past = reading.context.past.is_former(noun.i)
            yield draft


def _row_from(reading: Reading, first: int) -> list[int]:
    """The names of persons that commas and a last "et" join to a first one; none if the row does not close."""
    tree, table = reading.tree, reading.table
    starts = {x.core[0]: i for i, x in enumerate(table.items) if x.kind is MentionKind.NAME}
    row, index = [], first
    while reading.root(index).type == "Person":
        row.append(index)
        end = table.items[index].core[1]
        joint = tree.words[end] if end < len(tree.words) else None
        if joint is None or (joint.text != "," and joint.rel != "cc") or end + 1 not in starts:
            return []
        index = starts[end + 1]
        if joint.rel == "cc":
            return [*row, index] if reading.root(index).type == "Person" else []
    return []
