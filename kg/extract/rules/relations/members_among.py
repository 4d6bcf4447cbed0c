"""Who is one of several, told behind "among them": "ten people, among them the novelist Rita Solano, were arrested"."""

from collections.abc import Iterator

from kg.extract.rules.parsing.tree import SUBJECTS, Word
from kg.extract.rules.relations.affiliations import is_group
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.lang.schema import load_schema

SET_OFF = (",", "(", "–", "—", "-")
MEMBERS = ("Agent", "Country", "Entity")
NEAR = 3  # words with which a member may open before its noun: "the young novelist Rita Solano"


def find_members_among(reading: Reading) -> Iterator[Draft]:
    """Yield each of the row behind the pronoun as a member of the group before it."""
    words, pack = reading.tree.words, reading.pack
    among, those = pack.words.get("among", frozenset()), pack.words.get("among_those", frozenset())
    for word in words[1:-2] if among else ():
        if word.lower not in among or words[word.i + 1].lower not in those or words[word.i - 1].text not in SET_OFF:
            continue
        group = _group_before(reading, word)
        for member in _row_behind(reading, word.i + 2) if group is not None else ():
            if group is not None and reading.table.root(member) != reading.table.root(group):
                yield said_by_form(member, "memberOf", group, reading.table.items[member].i, "list/among", 0.8)


def _group_before(reading: Reading, among: Word) -> int | None:
    """The plural that ends at the comma, else what the verb of the clause is said of."""
    items, words = reading.table.items, reading.tree.words
    beside = [i for i, x in enumerate(items) if any(last == among.i - 1 for _, last in (*x.extents, x.core))]
    groups = [i for i in beside if _is_several(reading, i)]
    if groups:
        return min(groups, key=lambda i: min(first for first, _ in items[i].extents))
    above = next((w for w in reading.tree.ancestors(among.i) if w.i < among.i and w.sent == among.sent), None)
    if above is None:
        return None
    if above.pos in ("VERB", "AUX"):
        near = [c for c in reading.tree.children(above.i, "obj", *SUBJECTS) if c.i < among.i]
        heads = [c.i for c in near if c.rel == "obj"] or reading.syntax.subjects(above.i)[0]
    else:
        heads = [above.i]
    found = [i for h in heads if words[h].sent == among.sent and (i := reading.at(h)) is not None]
    return next((i for i in found if _is_several(reading, i)), None)


def _is_several(reading: Reading, index: int) -> bool:
    return reading.table.items[index].number == "Plur" and is_group(reading, index)


def _row_behind(reading: Reading, start: int) -> list[int]:
    """Whoever stands right behind the pronoun, and who is coordinated with him."""
    tree = reading.tree
    ranks = reading.pack.lists["titles"] | reading.pack.words["ranks"]
    starts = (start, start + 1) if tree.words[start].lower in ranks else (start,)
    heads = (x.i for x in reading.table.items if x.core[0] in starts and tree.words[x.i].rel not in ("poss", "det"))
    first = next(heads, None)
    if first is None or first - start > NEAR:
        return []
    found = [i for part in tree.conjuncts(first) if (i := reading.at(part)) is not None]
    return [i for i in found if load_schema().fits(reading.root(i).type, MEMBERS)]
