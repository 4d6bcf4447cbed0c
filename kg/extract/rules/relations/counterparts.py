"""Who holds the office that somebody else holds elsewhere: "le président français et son homologue allemand X"."""

from collections.abc import Iterator

from kg.extract.rules.mentions.modifiers import owner_of
from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.lang.fold import without_determiner
from kg.lang.schema import load_schema
from kg.model import MentionKind, Value

OF_COUNTRIES = ("headOfStateOf", "headOfGovernmentOf")
OF_BODIES = ("ceoOf", "chairOf", "leads")
TITLE = "holdsPosition"
RULE = "post/counterpart"
ELSEWHERE, ALIKE = 0.95, 0.85  # how sure: where he holds it is told, his title is only like the other's
LONGEST = 6  # words of a title that two may bear


def find_counterparts(reading: Reading, drafts: list[Draft]) -> Iterator[Draft]:
    """Yield the office of a counterpart: that of who has him for one, in the country or body that is his own."""
    for index, item in enumerate(tuple(reading.table.items)):
        counterpart = item.kind is MentionKind.NOMINAL and item.head in reading.pack.words["same_offices"]
        if not counterpart or item.number == "Plur" or reading.root(index).type != "Person":
            continue
        owner = owner_of(reading.tree, reading.table, reading.tree.words[item.i])
        if owner is None or reading.table.root(owner) == reading.table.root(index):
            continue
        place = _place_of(reading, item)
        office = _office_of(reading, drafts, owner)
        country = place is not None and reading.root(place).type == "Country"
        first = _first_office(reading, owner, office.get(TITLE)) if country else ""
        if first and place is not None:
            yield said_by_form(index, first, place, item.i, RULE, ELSEWHERE)
            continue
        yield from _offices(reading, index, office, place)


def _first_office(reading: Reading, owner: int, title: Draft | None) -> str:
    """ "le chef de l'État a reçu son homologue sénégalais": who is first in a country, though it is not named."""
    words = reading.pack.words
    told = [title.object.text] if title is not None and isinstance(title.object, Value) else []
    item = reading.root(owner)
    if item.kind is MentionKind.NOMINAL:
        told += [reading.text(*extent) for extent in (*item.extents, item.core)]
    folded = {without_determiner(text).lower() for text in told}
    if folded & words["heads_of_state"]:
        return OF_COUNTRIES[0]
    return OF_COUNTRIES[1] if folded & words["heads_of_government"] else ""


def _offices(reading: Reading, index: int, office: dict[str, Draft], place: int | None) -> Iterator[Draft]:
    """Yield what the office of one person makes the other: of a country, of a body, or else by its title alone."""
    trigger = reading.table.items[index].i
    kind = "" if place is None else reading.root(place).type
    wanted = OF_COUNTRIES if kind == "Country" else OF_BODIES if load_schema().is_a(kind, "Organization") else ()
    shared = next((name for name in wanted if name in office), None)
    if shared is not None and place is not None:
        yield said_by_form(index, shared, place, trigger, RULE, ELSEWHERE)
    elif TITLE in office and kind in ("", "Country") and not _is_of_something(reading, trigger):
        title = office[TITLE]
        draft = said_by_form(index, TITLE, title.object, trigger, RULE, ALIKE)
        draft.object_words = title.object_words
        if _may_be_of_two(reading, title):
            yield draft


def _office_of(reading: Reading, drafts: list[Draft], owner: int) -> dict[str, Draft]:
    """The offices that an article says somebody holds, by property; what is over or denied is none."""
    root, found = reading.table.root, dict[str, Draft]()
    for draft in drafts:
        told = draft.predicate in (*OF_COUNTRIES, *OF_BODIES, TITLE) and root(draft.subject) == root(owner)
        held = told and reading.tree.words[draft.trigger].pos in ("NOUN", "PROPN") and not draft.polarity
        if held and not draft.past and not draft.modality and not reading.context.past.is_former(draft.trigger):
            found.setdefault(draft.predicate, draft)
    return found


def _place_of(reading: Reading, item: Reference) -> int | None:
    """The country or body beside the noun: "son homologue allemand", "son homologue de la CGT"."""
    for child in reading.tree.children(item.i, "amod", "name", "nmod"):
        index = reading.at(child.i) if not child.case or child.case in reading.pack.words["of"] else None
        if index is not None and load_schema().fits(reading.root(index).type, ("Country", "Organization")):
            return index
    return None


def _is_of_something(reading: Reading, noun: int) -> bool:
    """ "son homologue de l'Intérieur", "his counterpart at the Treasury": of another office, which is not read."""
    words = reading.tree.words
    end = next((w for w in words[noun + 1 :] if w.pos != "ADJ"), None)
    return end is not None and end.pos == "ADP"


def _may_be_of_two(reading: Reading, title: Draft) -> bool:
    """Whether a title tells of no body of its own: "ministre des Armées", but not "président du Sénat"."""
    if title.object_words is None:
        return False
    first, last = title.object_words
    schema, items = load_schema(), reading.table.items
    inside = [i for i, x in enumerate(items) if first <= x.core[0] < last and x.kind is not MentionKind.PRONOUN]
    bodies = any(schema.fits(reading.root(i).type, ("Organization", "Place")) for i in inside)
    return last - first <= LONGEST and not bodies
