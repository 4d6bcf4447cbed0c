""" "Les frères Marc et Paul Petit", "deux sœurs, Anne et Rosa Diaz": each is a sibling of the others."""

from collections.abc import Iterator
from itertools import combinations

from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.extract.rules.relations.rows import find_rows

SURE = 0.85


def find_siblings(reading: Reading) -> Iterator[Draft]:
    """Yield each two of a row of names that a plural calls brothers, sisters or twins."""
    kin = reading.pack.words["siblings"]
    for row in find_rows(reading) if kin else ():
        if reading.tree.words[row.noun].lemma in kin:
            for one, other in combinations(row.names, 2):
                if reading.table.root(one) != reading.table.root(other):
                    yield said_by_form(one, "siblingOf", other, row.noun, "row/siblings", SURE)
