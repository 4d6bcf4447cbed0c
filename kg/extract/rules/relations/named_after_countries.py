"""The country, area or town in the name of a body: "the Nigerian Ports Commission", "Samu du Val-de-Marne"."""

from collections.abc import Iterator

from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.parsing.adpositions import is_of
from kg.extract.rules.relations.reading import Draft, Reading, name_within, said_by_form
from kg.lang.gazetteer import Known
from kg.lang.schema import load_schema
from kg.model import MentionKind

BODIES = ("Organization", "GovernmentBody", "SecurityAgency")  # of firms, parties and media a name tells less
LONGEST = 3  # words of a country's name
SURE = 0.7
MEDIA = "MediaOutlet"  # "France Bleu Pays de Savoie" is heard there
PARTS_OF_LANDS = ("AdministrativeArea", "City")


def find_countries_in_names(reading: Reading) -> Iterator[Draft]:
    """ "the Thai Journalists Association", "the High Court of Australia": each body once, at its first full name."""
    told: set[int] = set()
    for index in range(len(reading.table.items)):
        item, root = reading.table.items[index], reading.table.root(index)
        if item.kind is not MentionKind.NAME or root in told or not _is_national(reading, index):
            continue
        found = _opening(reading, item) or _closing(reading, item)
        if found is not None:
            told.add(root)
            first, last, country = found
            target = _mention(reading, first, last, country)
            yield said_by_form(index, "country", target, first, "country/within", SURE)


def find_places_in_names(reading: Reading) -> Iterator[Draft]:
    """ "Samu du Val-de-Marne", "Chicago Motor Show": an area or town that nothing has read as a name of its own."""
    names = [(index, item) for index, item in enumerate(reading.table.items) if item.kind is MentionKind.NAME]
    nested = {item.core for _, item in names}
    told: set[int] = set()
    for index, item in names:
        kind, root = reading.root(index).type, reading.table.root(index)
        if root in told or item.known is not None or item.core[1] - item.core[0] < 2:
            continue
        body = kind != MEDIA and load_schema().is_a(kind, "Organization")
        found = (_behind_of(reading, item) if body else None) or _before_fair(reading, item)
        if found is not None and found[:2] not in nested:
            told.add(root)
            first, last, place = found
            inner = name_within(reading, (first, last), place.type, known=place.id, antecedent=_same(reading, place))
            yield said_by_form(index, "locatedIn", inner, first, "place/name", SURE)


def _before_fair(reading: Reading, item: Reference) -> tuple[int, int, Known] | None:
    """ "New York International Auto Show", "Essen Motor Show 2019": the longest town that opens the name of a fair."""
    words, (first, end) = reading.tree.words, item.core
    end -= words[end - 1].is_year
    if words[end - 1].lower not in reading.pack.words["named_fairs"]:
        return None
    for last in range(min(first + LONGEST, end - 1), first, -1):
        place = reading.names.entry(reading.names.surface(reading.tree, first, last))
        if place is not None:
            return (first, last, place) if place.type == "City" else None
    return None


def _behind_of(reading: Reading, item: Reference) -> tuple[int, int, Known] | None:
    """ "CAF de l'Essonne": the area or town behind the last "de" of a name, its article passed over."""
    words, (first, end) = reading.tree.words, item.core
    of = [i for i in range(first + 1, end - 1) if words[i].lower in reading.pack.words["standing_of"]]
    if not of:
        return None
    start = of[-1] + 1
    start += start < end - 1 and words[start].lower in reading.pack.words["definite"]
    place = reading.names.entry(reading.names.surface(reading.tree, start, end))
    return (start, end, place) if place is not None and place.type in PARTS_OF_LANDS else None


def _same(reading: Reading, place: Known) -> int | None:
    """The mention by which the article calls a place outside of other names."""
    items = reading.table.items
    told = (i for i, x in enumerate(items) if x.kind is MentionKind.NAME and x.known == place.id)
    return next((reading.table.root(i) for i in told), None)


def _is_national(reading: Reading, index: int) -> bool:
    """Whether a name is of a body that may be a country's: no "Taiwan Affairs Office", no known government."""
    item, words = reading.table.items[index], reading.tree.words[slice(*reading.table.items[index].core)]
    known = reading.root(index).known or item.known or ""
    if reading.root(index).type not in BODIES or known.startswith(("country/", "government/")):
        return False
    bodies, dealt_with = reading.pack.words["national_bodies"], reading.pack.words["dealt_with"]
    return not any(w.lower in dealt_with for w in words) and any(w.lower in bodies or w.lemma in bodies for w in words)


def _opening(reading: Reading, item: Reference) -> tuple[int, int, Known] | None:
    """ "the Royal Canadian Mint", "U.S. Commerce Department": the longest country that opens a name."""
    first, end = item.core
    while first < end and reading.tree.words[first].lower in reading.pack.words["before_country"]:
        first += 1
    for last in range(min(first + LONGEST, end - 1), first, -1):
        surface = reading.names.surface(reading.tree, first, last)
        country = reading.names.country_of_adjective(surface) or _country(reading, surface)
        if country is not None:
            return first, last, country
    return None


def _closing(reading: Reading, item: Reference) -> tuple[int, int, Known] | None:
    """ "Central Bank of Nigeria", "the Supreme Court of the Philippines"."""
    words, (first, end) = reading.tree.words, item.core
    of = [i for i in range(first + 1, end - 1) if is_of(reading.pack, words[i])]
    start = of[-1] + 1 if of else end
    while start < end and words[start].lower in reading.pack.words["definite"]:
        start += 1
    country = _country(reading, reading.names.surface(reading.tree, start, end)) if start < end else None
    told = (reading.names.country_of_adjective(w.text) for w in words[first:start])
    if country is None or any(other is not None and other.id != country.id for other in told):
        return None  # "l'Institut américain de Taïwan"
    return start, end, country


def _country(reading: Reading, surface: str) -> Known | None:
    entry = reading.names.entry(surface)
    return entry if entry is not None and entry.type == "Country" else None


def _mention(reading: Reading, first: int, last: int, country: Known) -> int:
    """The reference of the country's words, made where there is none yet."""
    at = reading.table.at.get(last - 1)
    if at is not None and reading.table.items[at].known == country.id:
        return at
    word = reading.tree.words[last - 1]
    index = reading.table.add_told(word, "Country", known=country.id, determiner="adjective")
    item = reading.table.items[index]
    item.core, item.extents = (first, last), ((first, last),)
    return index
