"""The town where what has a name stands, told right behind the name: "la place de la République à Paris"."""

from collections.abc import Iterator

from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.parsing.titled_works import is_quoted
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.lang.schema import load_schema
from kg.model import MentionKind

BODIES = ("EducationalInstitution", "SecurityAgency", "Organization")
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
        comma = reading.tree.words[first - 2].text == ","
        site = ends.get(_end(reading, first - 2 if comma else first - 1))
        if site is None or mark.lower not in marks or reading.table.root(site) == reading.table.root(town):
            continue
        if _stands(reading, site, mark.lower, comma):
            yield said_by_form(site, "locatedIn", town, item.i, "place/sited", 0.85)


def _end(reading: Reading, end: int) -> int:
    """Where the words before end, a closing quotation mark left out."""
    return end - 1 if end > 1 and reading.tree.words[end - 1].text == '"' else end


def _stands(reading: Reading, site: int, mark: str, comma: bool) -> bool:
    """Whether a name is of something that stands in one town, and the town behind it is no second end or station."""
    item, kind = reading.table.items[site], reading.root(site).type
    schema, building = load_schema(), _is_building(reading, item)
    if reading.text(*item.core).lower() in reading.pack.words["directions"]:
        return False  # "au Sud de Bombay"
    if schema.fits(kind, NOT_SITED) or not schema.fits(kind, ("Place", *BODIES)) or (item.known and not building):
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


def _is_kind(reading: Reading, item: Reference) -> bool:
    """ "la Ville d'Amiens" is the town itself."""
    first, last = item.core
    return last - first == 1 and reading.tree.words[first].lower in reading.pack.words["stations"]


def _is_building(reading: Reading, item: Reference) -> bool:
    """ "Musée Grévin", "rue du Pont Neuf"; but whoever goes "de la gare du Nord à Lille" leaves it."""
    words, first = reading.pack.words, reading.tree.words[item.core[0]]
    if first.lower in words["departures"] and _before(reading, item) in words["standing_of"]:
        return False
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
    words, at = reading.tree.words, item.core[0] - 1
    if at > 0 and words[at].lower in reading.pack.words["definite"] - reading.pack.words["standing_of"]:
        at -= 1
    return words[at].lower if at >= 0 else ""
