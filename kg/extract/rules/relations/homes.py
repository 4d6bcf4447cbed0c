"""Where somebody lives, told by his being at home there: "est morte chez elle, à Gentilly"."""

from collections.abc import Iterator

from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.model import MentionKind

HOLDING = ("City", "AdministrativeArea", "Country")
RESIDENTS = ("Person", "Group")


def find_homes(reading: Reading) -> Iterator[Draft]:
    """Yield a place with a name behind "chez lui" or "son domicile", told of whose home that is."""
    for place, item in enumerate(reading.table.items if reading.pack.words["at_ones_home"] else ()):
        if item.kind is not MentionKind.NAME or reading.root(place).type not in HOLDING:
            continue
        home = _home_before(reading, item)
        resident = _resident(reading, home) if home is not None else None
        if resident is not None and reading.root(resident).type in RESIDENTS:
            yield said_by_form(resident, "residesIn", place, item.i, "home", 0.8)


def _home_before(reading: Reading, item: Reference) -> int | None:
    """The word that a place follows with its adposition, with no more than a comma or a day between them."""
    words, pack = reading.tree.words, reading.pack
    at = item.core[0] - 1
    at -= at > 0 and words[at].lower in pack.words["definite"] - pack.melted.keys()
    if at < 2 or pack.adpositions.get(words[at].lower, words[at].lower) not in pack.words["where_cases"]:
        return None
    before = at - 1
    before -= words[before].text == ","
    before -= words[before].lemma in pack.lists["temporal"]
    return before if before > 0 and words[before].sent == item.sent else None


def _resident(reading: Reading, home: int) -> int | None:
    """Whose home a word names: who "lui" behind "chez" is, the owner of "son domicile"; else nobody's."""
    tree, words, at = reading.tree, reading.pack.words, reading.table.at
    word = tree.words[home]
    if word.pos == "PRON" and tree.words[home - 1].lower in words["at_ones_home"]:
        return next(_acting(reading, home), at.get(home))
    if word.lemma not in words["homes"]:
        return None
    return next((at[c.i] for c in tree.children(home, "det", "poss") if c.i in at), None)


def _acting(reading: Reading, pronoun: int) -> Iterator[int]:
    """Who acts in the clause of a pronoun, or is acted on, and may be meant by it."""
    tree, own = reading.tree, reading.table.at.get(pronoun)
    verb = next((w for w in tree.ancestors(pronoun) if w.pos in ("VERB", "AUX")), None)
    if verb is None:
        return
    for i in (*reading.syntax.subjects(verb.i)[0], *(c.i for c in tree.children(verb.i, "obj"))):
        other = reading.at(i)
        if other is None or reading.root(other).type != "Person":
            continue
        if own is None or _agrees(reading.table.items[own], reading.root(other)):
            yield other


def _agrees(pronoun: Reference, person: Reference) -> bool:
    """Whether neither the number nor the gender of two tells them apart, as far as they are known."""
    told = ((pronoun.number, person.number), (pronoun.gender, person.gender))
    return all(not one or not other or one == other for one, other in told)
