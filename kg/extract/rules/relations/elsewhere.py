"""Places that nobody is said to be in: "recherché à Lyon", "remis à l'Espagne", "les élus acquis à Pékin"."""

from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.parsing.tree import Word
from kg.extract.rules.relations.reading import Draft, Reading
from kg.lang.gazetteer import load_gazetteer
from kg.lang.schema import load_schema
from kg.model import MentionKind

LOCATING = ("locatedIn", "residesIn", "headquarteredIn")
OF_COUNTRIES = ("country", "nationality")
LEARNED = "learned/"
LANDS = ("Country", "AdministrativeArea")


def is_nowhere(reading: Reading, draft: Draft) -> bool:
    """Whether what a draft takes for somebody's place or country is none: aimed at, counted or only pretended."""
    if not isinstance(draft.object, int):
        return False
    if draft.predicate in OF_COUNTRIES:
        return _is_fake(reading, draft.subject)
    if draft.predicate not in LOCATING:
        return False
    place = reading.table.items[draft.object]
    unsure = place.kind is not MentionKind.NAME or draft.rule.startswith(LEARNED)
    if unsure and _are_apart(reading, draft.subject, draft.object):
        return True
    if place.kind is not MentionKind.NAME:
        return _is_counted(reading, place) or (not reading.is_name(draft.object) and _is_vague(reading, place))
    return _is_aimed_at(reading, draft, place)


def _are_apart(reading: Reading, town: int, country: int) -> bool:
    """ "Toronto, la plus grande ville du pays": a country that the tables know another town to be in."""
    inner, outer = (load_gazetteer().by_id(reading.root(i).known or "") for i in (town, country))
    if inner is None or outer is None or (inner.type, outer.type) != ("City", "Country"):
        return False
    return bool(inner.country) and inner.country != outer.country


def _is_fake(reading: Reading, index: int) -> bool:
    """ "une fausse ambassade américaine", "un soi-disant prince saoudien": none of that country."""
    item, words = reading.table.items[index], reading.pack.words
    if item.kind is not MentionKind.NOMINAL:
        return False
    fakes = words["fake"] | words["so_called"]
    return any(c.lower in fakes for c in reading.tree.children(item.i, "amod", "advmod"))


def _is_counted(reading: Reading, item: Reference) -> bool:
    """ "se déroule en trois tours": so many parts of a thing, and no place."""
    word = reading.tree.words[item.i]
    return word.case in reading.pack.words["counted_by"] and reading.tree.child(item.i, "nummod") is not None


def _is_vague(reading: Reading, item: Reference) -> bool:
    """ "à l'endroit", "à la maison", "dans la rue", "dans la seule zone": nothing tells which."""
    tree, words = reading.tree, reading.pack.words
    below = tree.children(item.i)
    if any(c.rel in ("nmod", "name", "poss") for c in below):
        return False
    adjectives = {c.lower for c in below if c.rel == "amod"}
    if adjectives:
        return adjectives <= words["lone"]
    generic = item.head in words["generic_places"] and item.determiner == "definite"
    return generic or item.head in words["vague_places"]


def _is_aimed_at(reading: Reading, draft: Draft, place: Reference) -> bool:
    """ "son attachement à la Corse", "les élus acquis à Pékin": whom or what something is meant for.

    Behind "en" one is in a land, behind "à la" it is aimed at: only islands and what spreads are told so.
    """
    words, pack = reading.tree.words, reading.pack
    at = place.core[0] - 1
    article = at > 0 and words[at].lower in pack.words["articles_of_lands"]
    at -= article
    if at < 1 or words[at].lower not in pack.words["aims"] or words[at].sent != place.sent:
        return False
    before = words[at - 1]
    if {before.lemma, before.lower} & pack.words["aimed"]:
        return True
    joined = load_schema().is_a(reading.root(draft.subject).type, "Place")  # "l'île a été rattachée à la France"
    if not article or joined or not _is_land(reading, draft) or words[place.core[0]].lower in pack.words["islands"]:
        return False
    stretch = any(x.core[1] == at and x.kind is MentionKind.NAME for x in reading.table.items)  # "du Laos à la Russie"
    return not stretch and words[draft.verb].lemma not in pack.words["reaching_lands"]


def _is_land(reading: Reading, draft: Draft) -> bool:
    """Whether a place is a country, region or continent."""
    assert isinstance(draft.object, int)
    root = reading.root(draft.object)
    if root.type in LANDS:
        return True
    row = load_gazetteer().by_id(root.known or "")
    return row is not None and row.type == "Place" and not row.country


def is_elsewhere(reading: Reading, verb: Word, place: Word) -> bool:
    """Whether a place tells of a search, or of another place, and not where somebody or something is."""
    return verb.lemma in reading.pack.words["sought"] or _places_a_place(reading, place)


def _places_a_place(reading: Reading, place: Word) -> bool:
    """ "interpellé à Mazamet, dans le Tarn": what a comma sets off right behind a place says where that place is."""
    tree, table = reading.tree, reading.table
    start = tree.subtree(place.i)[0]
    if start < 2 or tree.words[start - 1].text != ",":
        return False
    before = next((x for x in table.items if x.core[1] == start - 1 and x.kind is MentionKind.NAME), None)
    return before is not None and bool(tree.words[before.i].case) and load_schema().fits(before.type, ("Place",))
