"""Names that a plural is told by, as they stand in the text: "des ONG comme X, Y et Z", "trois pays, dont X et Y"."""

from collections.abc import Iterator

from kg.extract.rules.mentions.named_rows import row_behind
from kg.extract.rules.relations.affiliations import find_listed_members, find_named_members, is_group
from kg.extract.rules.relations.bracketed_members import find_bracketed_members
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.extract.rules.relations.rows import behind_such_as
from kg.lang.schema import load_schema
from kg.model import MentionKind, Value

BODIES = ("Organization",)
MEMBERS = ("Agent", "Country", "Entity")
LONGEST = 4  # words of "au premier rang desquels"
CLOSED = (",", ".", ")", ";", ":", "–", "—", "-")


def find_listed(reading: Reading) -> Iterator[Draft]:
    """Yield the members of groups that a list tells; of "les pays du G5 (…)" they are members of the G5."""
    drafts = [*find_listed_members(reading), *find_named_members(reading)]
    drafts += [*find_exemplified(reading, {(d.subject, d.object) for d in drafts}), *find_bracketed_members(reading)]
    for draft in drafts:
        body = _body_of(reading, draft.object) if isinstance(draft.object, int) else None
        if body is not None and reading.table.root(draft.subject) != reading.table.root(body):
            draft.object = body
        yield draft


def _body_of(reading: Reading, group: int) -> int | None:
    """ "les pays du G5 Sahel", "des membres de l'Otan": the body whose members a plural speaks of."""
    tree, words, item = reading.tree, reading.pack.words, reading.table.items[group]
    if tree.words[item.i].lemma not in words.get("members_of_bodies", ()) or item.kind is not MentionKind.NOMINAL:
        return None
    near = [item.i, *(c.i for c in tree.children(item.i, "amod", "nmod", "appos") if not c.case)]  # "pays membres"
    for child in (c for i in near for c in tree.children(i, "nmod") if c.case in words["of"]):
        index = reading.at(child.i)
        if index is not None and reading.is_name(index) and load_schema().fits(reading.root(index).type, BODIES):
            return index
    return None


def find_exemplified(reading: Reading, told: set[tuple[int, int | Value]]) -> Iterator[Draft]:
    """Yield each name of a closed row behind a group and what opens examples, however the parser hung them.

    Args:
        told: pairs of a name and a group that are read already.
    """
    words, table = reading.tree.words, reading.table
    if reading.pack.adposition != "child":
        return
    for end, group in _ends(reading).items():
        start = _opening(reading, end)
        if start < 0 or start >= len(words) or words[start].sent != words[end].sent:
            continue
        row, after = row_behind(reading.tree, reading.pack, table, start, lambda i: _may_be_member(reading, i))
        set_off = words[end].text in CLOSED
        if set_off and after < len(words) and words[after].text not in CLOSED:
            continue  # ", dont X et Y se moquent" is a clause
        for member in row:
            if (member, group) not in told and table.root(member) != table.root(group):
                yield said_by_form(member, "memberOf", group, table.items[member].i, "list/such-as", 0.7)


def _ends(reading: Reading) -> dict[int, int]:
    """The plurals that speak of several, by where they end; the longest wins."""
    ends = dict[int, int]()
    for index, item in enumerate(reading.table.items):
        if item.number != "Plur" or item.kind is not MentionKind.NOMINAL or not is_group(reading, index):
            continue
        for end in {last for _, last in (*item.extents, item.core)}:
            if end < len(reading.tree.words):
                ends.setdefault(end, index)
    return ends


def _opening(reading: Reading, end: int) -> int:
    """Where the names may begin behind "comme", "tels que", ", dont", ", à savoir"; -1: nowhere."""
    words = reading.tree.words
    start = behind_such_as(reading, end)
    if start >= 0:
        return start
    first = end + 1 if words[end].text in CLOSED else end
    said = (" ".join(w.lower for w in words[first : first + n]) for n in range(1, LONGEST + 1))
    return next((first + n for n, x in enumerate(said, 1) if x in reading.pack.words.get("namely", ())), -1)


def _may_be_member(reading: Reading, index: int) -> bool:
    return load_schema().fits(reading.root(index).type, MEMBERS)
