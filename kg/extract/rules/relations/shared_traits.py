"""What a plural description says of each name in its row: "deux députés LREM, Marc Petit et Anne Roy"."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.rules.relations.reading import Draft, Reading
from kg.extract.rules.relations.rows import Row, find_rows

OF_EACH = ("worksFor", "memberOf", "memberOfParty", "nationality", "country", "residesIn")


def find_shared_traits(reading: Reading, drafts: list[Draft]) -> Iterator[Draft]:
    """Yield for each name of a row what the words of its description tell of the whole, or of the first name."""
    told = {_key(reading, d.subject, d.predicate, d.object) for d in drafts if isinstance(d.object, int)}
    for row in find_rows(reading):
        whole = {reading.table.root(i) for i in (*row.names, reading.table.at[row.noun])}
        for draft in drafts:
            if draft.trigger not in row.told or reading.table.root(draft.subject) not in whole:
                continue
            if not isinstance(draft.object, int) or not _is_of_each(reading, row, draft, draft.object):
                continue
            for name in row.names:
                of_one = _of_one(reading, replace(draft, subject=name), draft.object)
                key = _key(reading, name, of_one.predicate, draft.object)
                if key not in told:
                    told.add(key)
                    yield of_one


def _is_of_each(reading: Reading, row: Row, draft: Draft, target: int) -> bool:
    """Whether a trait is one thing: "les députés de Lyon et de Metz, X et Y" tells of neither where."""
    word = reading.tree.words[reading.table.items[target].i]
    beside = {word.i, *reading.tree.conjuncts(reading.tree.first_conjunct(word.i))} & set(row.told)
    return draft.predicate in OF_EACH and beside == {word.i}


def _of_one(reading: Reading, draft: Draft, target: int) -> Draft:
    """Return what a trait of several is for one of them: a group has a country, and a person a nationality."""
    if draft.predicate == "country":
        return replace(draft, predicate="nationality", rule="nationality/adjective")
    if draft.predicate == "memberOf" and reading.root(target).type == "PoliticalParty":
        return replace(draft, predicate="memberOfParty", rule="party/title")
    return draft


def _key(reading: Reading, subject: int, predicate: str, target: object) -> tuple[int, str, int]:
    return reading.table.root(subject), predicate, reading.table.root(target) if isinstance(target, int) else -1
