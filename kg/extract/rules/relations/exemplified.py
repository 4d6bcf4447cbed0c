"""Names that a plural is told by, as they stand in the text: "des ONG comme X, Y et Z", "trois pays, dont X et Y"."""

from collections.abc import Iterator

from kg.extract.rules.mentions.named_rows import row_behind
from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.parsing.mending.grammar import opening_of
from kg.extract.rules.relations.affiliations import find_listed_members, find_named_members, is_group
from kg.extract.rules.relations.bracketed_members import find_bracketed_members
from kg.extract.rules.relations.larger_places import is_compass_area
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.extract.rules.relations.rows import behind_such_as, named_in_list
from kg.lang.schema import load_schema
from kg.model import MentionKind, Value

AREAS = ("Country", "AdministrativeArea")
PLACED = ("Place",)  # by a continent or a range of mountains that a table knows
PLACED_KINDS = ("Place", "Entity")
BODIES = ("Organization",)
MEMBERS = ("Agent", "Country", "Entity")
CLAUSE = 16  # words, from a counted plural to the colon behind which its members are told
LONGEST = 4  # words of "au premier rang desquels"
CLOSED = (",", ".", ")", ";", ":", "–", "—", "-")


def find_listed(reading: Reading) -> Iterator[Draft]:
    """Yield the members of groups that a list tells; of "les pays du G5 (…)" they are members of the G5."""
    drafts = [*find_listed_members(reading), *find_named_members(reading)]
    drafts += [*find_exemplified(reading, {(d.subject, d.object) for d in drafts}), *find_bracketed_members(reading)]
    root = reading.table.root
    members = {(root(d.subject), d.object) for d in drafts}
    for draft in drafts:
        body = _body_of(reading, draft.object) if isinstance(draft.object, int) else None
        if body is not None and (root(body), draft.object) not in members:
            draft.object = body
        yield draft
    yield from _named_before_others(reading)


def _named_before_others(reading: Reading) -> Iterator[Draft]:
    """ "Valtec, Zumo et d'autres membres du consortium Orion": each of the row belongs to the body, too."""
    words, table, others = reading.tree.words, reading.table, reading.pack.words.get("others", frozenset())
    ends = {x.core[1]: i for i, x in enumerate(table.items) if x.kind is MentionKind.NAME}
    for index, item in enumerate(table.items):
        opening, end = item.core[0], item.core[0] - 1
        if item.number != "Plur" or end < 1 or words[end].lower not in reading.pack.words["coordinators"]:
            continue
        body = _body_of(reading, index) if any(w.lower in others for w in words[opening : item.i]) else None
        while body is not None and end in ends and load_schema().fits(reading.root(ends[end]).type, MEMBERS):
            member = ends[end]
            yield said_by_form(member, "memberOf", body, table.items[member].i, "list/others", 0.8)
            joint = opening_of(reading.tree, reading.pack, table.items[member].core[0]) - 1
            end = joint if joint > 0 and words[joint].text == "," else -1


def find_listed_places(reading: Reading) -> Iterator[Draft]:
    """ "trois départements de Bretagne (…)", "des villes du Var, dont …": where all that a plural names are.

    "trois Länder allemands : …" are of Germany, "les villes siciliennes de …" in Sicily.
    """
    words, table, schema = reading.pack.words, reading.table, load_schema()
    names = {x.core[0]: i for i, x in enumerate(table.items) if x.kind is MentionKind.NAME}
    for item in table.items if reading.pack.adposition == "child" else ():
        if item.number != "Plur" or item.kind is not MentionKind.NOMINAL or item.head not in words["naming_places"]:
            continue
        outer, told = _whole_of(reading, item)
        if outer is None:
            continue
        ends = sorted({last for _, last in (*item.extents, (0, told + 1)) if last < len(reading.tree.words)})
        counts = reading.tree.child(item.i, "nummod") is not None
        counted = counts and reading.root(outer).type != "Country"
        adjective = table.items[outer].determiner == "adjective"
        predicate = "country" if adjective and reading.root(outer).type == "Country" else "locatedIn"
        for end in (*ends, *(_colons(reading, ends[-1]) if counted and ends else ())):
            row = named_in_list(reading, end, names) or _row_at(reading, end, PLACED_KINDS)
            row = row or (_row_of(reading, end, adjective=adjective, counted=counts) if adjective or counts else [])
            for place in row if all(schema.fits(reading.root(i).type, PLACED_KINDS) for i in row) else ():
                yield said_by_form(place, predicate, outer, table.items[place].i, "place/bracket", 0.8)


def _whole_of(reading: Reading, item: Reference) -> tuple[int | None, int]:
    """The place that a plural's complement or adjective names, and the last word that tells it."""
    tree, table, words = reading.tree, reading.table, reading.pack.words
    inside = [c for c in tree.children(item.i, "nmod") if c.case in words["of"] | words["where_cases"]]
    inside += [x for c in inside if c.lemma in words["directions"] for x in tree.children(c.i, "nmod")]
    inside += [c for c in tree.children(item.i, "amod") if c.i > item.i]
    for child in inside:
        index = table.at.get(child.i)
        if index is None or not (reading.is_name(index) or table.items[index].determiner == "adjective"):
            continue
        if load_schema().fits(reading.root(index).type, AREAS) or is_compass_area(reading, index):
            return index, child.i
    return None, item.i


def _row_of(reading: Reading, end: int, *, adjective: bool, counted: bool) -> list[int]:
    """ "les villes siciliennes de Catane et Messine", "deux départements de Bretagne, le …": the row right behind."""
    mark = reading.tree.words[end]
    told = adjective and mark.lower in reading.pack.words["standing_of"]
    if not told and not (counted and mark.text == ","):
        return []
    schema = load_schema()
    row, _ = row_behind(
        reading.tree, reading.pack, reading.table, end + 1, lambda i: schema.fits(reading.root(i).type, PLACED_KINDS)
    )
    return row


def _colons(reading: Reading, start: int) -> Iterator[int]:
    """ "quatre départements du Sud-Est sont en alerte : le Var, …": the colon behind the clause of a counted plural."""
    for word in reading.tree.words[start : start + CLAUSE]:
        if word.text in (".", ";", "\n"):
            return
        if word.text == ":":
            yield word.i
            return


def find_rows_in_areas(reading: Reading) -> Iterator[Draft]:
    """ "en Bretagne (Finistère et Morbihan)", "au Maghreb (…)": several places in the bracket behind an area's name."""
    table, schema = reading.table, load_schema()
    names = {x.core[0]: i for i, x in enumerate(table.items) if x.kind is MentionKind.NAME}
    for index, item in enumerate(table.items) if reading.pack.adposition == "child" else ():
        end, outer = item.core[1], reading.root(index)
        wide = (outer.type in AREAS and outer.known is not None) or outer.type == "Place"  # no bare "Etats (…)"
        if item.kind is not MentionKind.NAME or not wide or end >= len(reading.tree.words):
            continue
        row = named_in_list(reading, end, names) if reading.tree.words[end].text == "(" else []
        inner = ("City", "AdministrativeArea") if outer.type != "Place" else PLACED if outer.known else ("Country",)
        for place in row if all(schema.fits(reading.root(i).type, inner) for i in row) else ():
            yield said_by_form(place, "locatedIn", index, table.items[place].i, "place/bracket", 0.8)


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
    table = reading.table
    for end, group in _ends(reading).items() if reading.pack.adposition == "child" else ():
        for member in _row_at(reading, end, MEMBERS):
            if (member, group) not in told and table.root(member) != table.root(group):
                yield said_by_form(member, "memberOf", group, table.items[member].i, "list/such-as", 0.7)


def _row_at(reading: Reading, end: int, kinds: tuple[str, ...]) -> list[int]:
    """The closed row of names of some classes that "comme", ", dont" and the like open at a word."""
    words, schema = reading.tree.words, load_schema()
    start = _opening(reading, end)
    if start < 0 or start >= len(words) or words[start].sent != words[end].sent:
        return []
    row, after = row_behind(
        reading.tree, reading.pack, reading.table, start, lambda i: schema.fits(reading.root(i).type, kinds),
        of_examples=kinds == PLACED_KINDS,
    )  # fmt: skip
    closed = after >= len(words) or words[after].text in CLOSED
    return row if closed or words[end].text not in CLOSED else []  # ", dont X et Y se moquent" is a clause


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
