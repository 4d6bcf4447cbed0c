"""The town where what has a name stands, told right behind the name: "la place de la République à Paris"."""

from collections.abc import Iterator

from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.parsing.titled_works import is_quoted
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.lang.schema import load_schema
from kg.model import MentionKind

BODIES = ("EducationalInstitution", "SecurityAgency", "Organization")
HOLDING = ("City", "AdministrativeArea", "Country")
NOT_SITED = (  # they are no building in a town, or work in many
    "Country", "City", "AdministrativeArea", "Company", "MediaOutlet", "PoliticalParty", "InternationalOrganization",
    "GovernmentBody",
)  # fmt: skip


def find_sited_names(reading: Reading) -> Iterator[Draft]:
    """ "l'hôpital Avicenne de Bobigny", "le quartier de Valdegour à Nîmes", wherever the parser hung the town."""
    items, words = reading.table.items, reading.pack.words
    marks = words["standing_in"] | words["standing_of"]
    ends = {item.core[1]: index for index, item in enumerate(items) if item.kind is MentionKind.NAME}
    for town, item in enumerate(items) if marks else ():
        first = item.core[0]
        if item.kind is not MentionKind.NAME or first < 2 or reading.root(town).type != "City":
            continue
        mark = reading.tree.words[first - 1]
        inside = _inside(reading, first - 1)
        mark = mark if inside is None else reading.tree.words[inside]
        comma = reading.tree.words[mark.i - 1].text == ","
        site = ends.get(_end(reading, mark.i - 1 if comma else mark.i))
        if (
            site is None
            or (inside is None and mark.lower not in marks)
            or reading.table.root(site) == reading.table.root(town)
        ):
            continue
        if _stands(reading, site, "" if inside is not None else mark.lower, comma):
            yield said_by_form(site, "locatedIn", town, item.i, "place/sited", 0.85)


def _inside(reading: Reading, mark: int) -> int | None:
    """ "la rue des Rosiers, dans le centre de Paris": where the words begin that lead to "de" by a part of the town."""
    words, pack = reading.tree.words, reading.pack
    if (
        mark < 3
        or words[mark].lower not in pack.words["standing_of"]
        or words[mark - 1].lemma not in pack.words["directions"]
    ):
        return None
    at = mark - 2
    at -= words[at].lower in pack.words["definite"] - pack.melted.keys()
    case = pack.adpositions.get(words[at].lower, words[at].lower)
    return at if at > 0 and case in pack.words["where_cases"] else None


def find_sited_events(reading: Reading) -> Iterator[Draft]:
    """ "la Monterey Car Week, en Californie", "le Concours d'élégance à Chantilly": what has a name is held there."""
    items, words = reading.table.items, reading.tree.words
    ends = {item.core[1]: index for index, item in enumerate(items) if item.kind is MentionKind.NAME}
    held = {end for end, index in ends.items() if load_schema().is_a(reading.root(index).type, "Event")}
    for place, item in enumerate(items) if held and reading.pack.words["standing_in"] else ():
        if item.kind is not MentionKind.NAME or reading.root(place).type not in HOLDING:
            continue
        at = item.core[0] - 1
        at -= at > 0 and words[at].lower in reading.pack.words["definite"] - reading.pack.melted.keys()
        case = reading.pack.adpositions.get(words[at].lower, words[at].lower) if at > 0 else ""
        comma = words[at - 1].text == "," if at > 1 else False
        end = _end(reading, at - 1 if comma else at)
        cases = reading.pack.words["where_cases"] | _town_marks(reading, place, comma=comma)
        if case not in cases or end not in held or words[end - 1].sent != words[at].sent:
            continue
        event = ends[end]
        if comma and _is_fronted(reading, items[event]):
            continue  # "après le Brexit, à Londres, les prix montent"
        if not any(x.core[1] == items[event].core[1] and x.type in HOLDING for x in items):  # "le Festival de Cannes"
            yield said_by_form(event, "locatedIn", place, item.i, "place/sited", 0.85)


def _town_marks(reading: Reading, place: int, *, comma: bool) -> frozenset[str]:
    """ "le Classic Motor Show de Birmingham": behind "de", the town where an event is held."""
    of_town = reading.root(place).type == "City" and not comma
    return reading.pack.words["of"] if of_town else frozenset()


def _is_fronted(reading: Reading, event: Reference) -> bool:
    """Whether an event is told before the clause, behind an adposition that opens its sentence."""
    words, first = reading.tree.words, reading.tree.sents[event.sent][0]
    return words[first].pos == "ADP" and all(w.pos not in ("VERB", "AUX") for w in words[first : event.core[0]])


def _end(reading: Reading, end: int) -> int:
    """Where the words before end, a closing quotation mark and letters in brackets ("(IMMD)") left out."""
    words = reading.tree.words
    if end > 3 and words[end - 1].text == ")" and words[end - 3].text == "(" and words[end - 2].text.isupper():
        end -= 3
    return end - 1 if end > 1 and words[end - 1].text == '"' else end


def _stands(reading: Reading, site: int, mark: str, comma: bool) -> bool:
    """Whether a name is of something that stands in one town, and the town behind it is no second end or station."""
    item, kind = reading.table.items[site], reading.root(site).type
    schema, building = load_schema(), _is_building(reading, item)
    if reading.text(*item.core).lower() in reading.pack.words["directions"]:
        return False  # "au Sud de Bombay"
    if schema.fits(kind, NOT_SITED) or not schema.fits(kind, ("Place", *BODIES)):
        return False
    if mark in reading.pack.words["standing_in"] and _is_entered(reading, item):
        return True
    if item.known and not building:
        return False
    if mark in reading.pack.words["standing_of"]:
        return not comma and _is_given(reading, item) and not _is_kind(reading, item)
    return building or (schema.is_a(kind, "Place") and _is_quarter(reading, item))  # "la Juventus à Paris" plays there


def _is_given(reading: Reading, item: Reference) -> bool:
    """ "les Ramblas", "l'AccorHotels Arena", the article before quotation marks too; towns and lands have none."""
    words, first = reading.tree.words, item.core[0]
    first -= 1 if is_quoted(reading.tree, item.core) else 0
    return words[item.core[0]].text[:1].islower() or (
        first > 0 and words[first - 1].lower in reading.pack.words["definite"]
    )


def _is_entered(reading: Reading, item: Reference) -> bool:
    """ "à l'Olympia, à Paris", "sur la Croisette à Cannes": a name with its article that somebody is in, on or at."""
    at = reading.tree.words[_opening(reading, item)].lower
    inside = reading.pack.words["standing_in"] | reading.pack.words["locative"]
    return _is_given(reading, item) and reading.pack.adpositions.get(at, at) in inside


def _is_kind(reading: Reading, item: Reference) -> bool:
    """ "la Ville d'Amiens" is the town itself."""
    first, last = item.core
    return last - first == 1 and reading.tree.words[first].lower in reading.pack.words["stations"]


def _is_building(reading: Reading, item: Reference) -> bool:
    """ "Musée Grévin", "rue du Pont Neuf"; but whoever goes "de la gare du Nord à Lille" leaves it."""
    words, first = reading.pack.words, reading.tree.words[item.core[0]]
    if first.lower in words["departures"] and _before(reading, item) in words["standing_of"]:
        return reading.tree.words[_opening(reading, item) - 1].pos == "NOUN"  # "le parvis de la gare du Nord à Lille"
    return first.lower in words["named_sites"] | words["named_ways"]


def _is_quarter(reading: Reading, item: Reference) -> bool:
    """ "le quartier de Creggan", "les rues de Harlem"; but "sur la Côte d'Azur, à Nice" names the wider place."""
    at = item.core[0] - 2
    marked = _before(reading, item) in reading.pack.words["standing_of"]
    noun = reading.tree.words[at].lemma if at >= 0 else ""
    words = reading.pack.words
    return marked and noun in words["recurring"] | words["parts_of_places"] | words["named_ways"]


def _before(reading: Reading, item: Reference) -> str:
    """The adposition before a name, its article passed over."""
    at = _opening(reading, item)
    return reading.tree.words[at].lower if at >= 0 else ""


def _opening(reading: Reading, item: Reference) -> int:
    """Where the adposition before a name stands, its article passed over."""
    words, at = reading.tree.words, item.core[0] - 1
    melted = reading.pack.words["standing_of"] | reading.pack.words["standing_in"]
    at -= at > 0 and words[at].lower in reading.pack.words["definite"] - melted
    return at
