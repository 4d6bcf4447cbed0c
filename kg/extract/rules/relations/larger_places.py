"""The place that a place lies in, told right behind its name: "Wambrechies (Nord)", "Laredo, Texas"."""

import re
from collections.abc import Iterator

from kg.extract.rules.parsing.tree import Word
from kg.extract.rules.relations.places import PLACES
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.lang.gazetteer import load_gazetteer
from kg.lang.schema import load_schema
from kg.model import MentionKind

TOWNS_BESIDE = 3  # mentions around a name that a town's closes: "le CHU d'Angers, dans le Maine-et-Loire"
LYING = ("City", "Place", "AdministrativeArea")
ROAD = re.compile(r"[A-Z]\d+")  # "A13", "N7", "M25"


def find_bracketed_places(reading: Reading) -> Iterator[Draft]:
    """ "Wambrechies (Nord)", "Des Moines, dans l'Iowa"."""
    items, schema = reading.table.items, load_schema()
    for index, item in enumerate(items):
        if item.kind is not MentionKind.NAME or index == 0 or item.core[0] < 2:
            continue
        if not schema.fits(reading.root(index).type, PLACES):
            continue
        before = _place_before(reading, index)
        if before is not None and _is_there_in_country(reading, before, index):
            continue
        if before is not None and not _are_countries(reading, before, index) and _lies_in(reading, before, index):
            turned = _is_country_of(reading, before, index) or _is_part_of(reading, before, index)
            inner, outer = (index, before) if turned else (before, index)
            inner = _whole(reading, inner) if reading.root(outer).type == "City" else inner
            for place in (inner, *(_told_with(reading, before) if inner == before else ())):
                yield said_by_form(place, "locatedIn", outer, item.i, "place/bracket", 0.85)


def _told_with(reading: Reading, town: int) -> Iterator[int]:
    """What lies in the same area as a town before it.

    "les communes d'Arvel et de Brénac, dans le Jura": the row that a plural opens; "à Arvel, près de Brénac (Jura)".
    """
    tree, table = reading.tree, reading.table
    ends = {x.core[1]: i for i, x in enumerate(table.items[:town]) if x.kind is MentionKind.NAME}
    yield from _row_before(reading, town, ends)
    at = table.items[town].core[0] - 2  # "près", before "de"
    near = at > 1 and reading.pack.adpositions.get(tree.words[at].lower) in reading.pack.words["near"]
    other = ends.get(at - 1) if near and tree.words[at - 1].text == "," else None
    if other is not None and reading.root(other).type == reading.root(town).type == "City":
        yield other


def _row_before(reading: Reading, last: int, ends: dict[int, int]) -> list[int]:
    """The places of a row that a plural of their kind opens, without the last: "les départements du Gers et du Lot"."""
    words, kinds = reading.tree.words, reading.pack.words["placed_kinds"] | reading.pack.words["kinds_of_areas"]
    joined, row, place = reading.pack.words["coordinators"] | {","}, list[int](), last
    while True:
        at = reading.table.items[place].core[0] - 1
        while at > 0 and words[at].pos in ("ADP", "DET"):
            at -= 1
        if at < 1 or words[at].lower not in joined:
            break
        before = ends.get(at)
        if before is None or not load_schema().fits(reading.root(before).type, LYING):
            return []
        row.append(before)
        place = before
    plural = at > 0 and "Number=Plur" in words[at].morph and words[at].lemma in kinds
    return row if plural else []


def find_towns_behind_areas(reading: Reading) -> Iterator[Draft]:
    """ "en Chine, à Wuhan", "dans le Gard à Alès": the town that is told behind the area where it lies."""
    items, words = reading.table.items, reading.tree.words
    ends = {item.core[1]: index for index, item in enumerate(items) if item.kind is MentionKind.NAME}
    for town, item in enumerate(items) if reading.pack.adposition == "child" else ():
        at = item.core[0] - 1
        named = item.kind is MentionKind.NAME and at > 1 and reading.root(town).type in ("City", "Place")
        if not named or _is_region(reading, town) or words[at].lower not in reading.pack.words["standing_in"]:
            continue
        area = ends.get(at - 1 if words[at - 1].text == "," else at)
        if area is not None and words[items[area].i].sent == words[at].sent and _holds_town(reading, area, town):
            yield said_by_form(town, "locatedIn", area, item.i, "place/bracket", 0.85)


def find_apposed_places(reading: Reading) -> Iterator[Draft]:
    """ "Mossoul, deuxième ville d'Irak": the land of a town that a noun behind its name tells."""
    items, words, schema = reading.table.items, reading.pack.words, load_schema()
    for title in reading.titles if reading.pack.adposition == "child" else ():
        told = reading.tree.words[title.noun].lemma in words["naming_places"] | words["kinds_of_areas"]
        behind = items[title.reference].core[1] < title.noun
        if not told or not behind or not schema.fits(reading.root(title.reference).type, PLACES):
            continue
        for child in reading.tree.children(title.noun, "nmod"):
            area = reading.table.at.get(child.i) if child.case in words["of"] | words["where_cases"] else None
            if area is None or not schema.fits(reading.root(area).type, ("Country", "AdministrativeArea")):
                continue
            if reading.is_name(area) and not _are_countries(reading, title.reference):
                yield said_by_form(title.reference, "locatedIn", area, title.noun, "place/bracket", 0.85)


def _holds_town(reading: Reading, area: int, town: int) -> bool:
    """Whether an area stands behind "en" or "dans", and no table knows the town elsewhere: no way from one to other."""
    words, place = reading.tree.words, reading.root(area)
    if not load_schema().fits(place.type, ("AdministrativeArea", "Country")) or place.known is None:
        return False
    at = reading.table.items[area].core[0] - 1
    while at > 0 and words[at].lower in reading.pack.words["definite"] - reading.pack.melted.keys():
        at -= 1
    inside = reading.pack.words["where_cases"] | reading.pack.words["standing_in"]
    if at < 0 or words[at].lower not in inside or (at > 1 and _tells_of_town_before(reading, at - 1)):
        return False
    return not _are_apart(reading, area, town)


def _tells_of_town_before(reading: Reading, comma: int) -> bool:
    """ "de Tomsk, en Sibérie, à Moscou": an area set off behind a town is that town's, not the next one's."""
    if reading.tree.words[comma].text != ",":
        return False
    before = (i for i, x in enumerate(reading.table.items) if x.core[1] == comma and x.kind is MentionKind.NAME)
    return any(load_schema().fits(reading.root(i).type, ("City", "Place")) for i in before)


def _are_apart(reading: Reading, *places: int) -> bool:
    """Whether the tables know two places in two countries: "à Paris en Italie"."""
    entries = (reading.names.entry(reading.text(*reading.table.items[i].core)) for i in places)
    return len({entry.country for entry in entries if entry is not None and entry.country}) > 1


def find_kinds_of_places(reading: Reading) -> Iterator[Draft]:
    """ "the Suffolk village of Aldbrook", "the Dokki district of Cairo": which of both lies in the other."""
    if reading.pack.adposition != "head":
        return
    tree, words = reading.tree, reading.pack.words
    for noun in tree.words:
        if noun.lemma not in words["naming_places"] | words["kinds_of_areas"]:
            continue
        before = _named_child(reading, noun, "name", frozenset({""}))
        behind = _named_child(reading, noun, "nmod", words["of"])
        behind = _owning_town(reading, noun) if behind is None and noun.lemma in words["kinds_of_areas"] else behind
        if before is None or behind is None or _are_countries(reading, before, behind):
            continue
        inner, outer = _smaller_first(reading, noun, before, behind)
        yield said_by_form(inner, "locatedIn", outer, noun.i, "place/kind", 0.8)


def _owning_town(reading: Reading, noun: Word) -> int | None:
    """ "Cairo's Dokki district"."""
    owners = (reading.table.at.get(c.i) for c in reading.tree.children(noun.i, "poss"))
    return next((i for i in owners if i is not None and reading.is_name(i) and reading.root(i).type == "City"), None)


def _named_child(reading: Reading, noun: Word, rel: str, cases: frozenset[str]) -> int | None:
    """The place whose name stands right before a noun, or behind "of"."""
    for child in reading.tree.children(noun.i, rel):
        index = reading.table.at.get(child.i)
        if index is None or child.case not in cases or reading.table.items[index].kind is not MentionKind.NAME:
            continue
        first, end = reading.table.items[index].core
        if load_schema().fits(reading.root(index).type, PLACES) and noun.i in (end, first - 2):
            return index
    return None


def _smaller_first(reading: Reading, noun: Word, before: int, behind: int) -> tuple[int, int]:
    """Of a district, the town that is known is around the other; a village lies in what is told before it.

    A country is around all: "the US state of Texas".
    """
    countries = [place for place in (before, behind) if reading.root(place).type == "Country"]
    if countries:
        return (behind, before) if countries == [before] else (before, behind)
    known = reading.root(before).known is not None, reading.root(behind).known is not None
    if noun.lemma in reading.pack.words["kinds_of_areas"]:
        return (before, behind) if known != (True, False) else (behind, before)
    part = noun.lemma in reading.pack.words["bodies_of_towns"]  # "the Krasna suburb of Moscow"
    return (before, behind) if part and known == (False, True) else (behind, before)


def _passed(reading: Reading) -> frozenset[str]:
    """What may stand between both names: "dans le sud de la Bretagne"."""
    words = reading.pack.words
    return words["directions"] | words["kinds_of_areas"] | words["placed_kinds"]


def _place_before(reading: Reading, index: int) -> int | None:
    """The named place that is told last before another one."""
    items, words, passed = reading.table.items, reading.tree.words, _passed(reading)
    ended = (j for j in range(index - 1, -1, -1) if items[j].core[1] <= items[index].core[0])
    before = next((j for j in ended if words[items[j].i].lemma not in passed), None)
    if before is None or items[before].kind is not MentionKind.NAME:
        return None
    beside = range(max(0, before - TOWNS_BESIDE), index)
    same = (j for j in beside if items[j].core[1] == items[before].core[1] and items[j].kind is MentionKind.NAME)
    return next((j for j in (before, *same) if load_schema().fits(reading.root(j).type, LYING)), None)


def _is_part_of(reading: Reading, before: int, index: int) -> bool:
    """ "à Dijon, dans le quartier des Grésilles": behind a town, a quarter that no table knows lies in it."""
    items, part = reading.table.items, reading.root(index)
    gap = reading.tree.words[items[before].core[1] : items[index].core[0]]
    quarter = any(w.lemma in reading.pack.words["parts_of_towns"] for w in gap)
    return quarter and reading.root(before).type == "City" and part.known is None and part.type != "AdministrativeArea"


def _whole(reading: Reading, town: int) -> int:
    """ "la clinique de Versalles, dans la ville de Cali": the name that a town's name closes; no town lies in one."""
    items, (first, end) = reading.table.items, reading.table.items[town].core
    longer = ((x.core[0], i) for i, x in enumerate(items) if x.kind is MentionKind.NAME and x.core[1] == end)
    start, whole = min((*longer, (first, town)))
    return whole if reading.root(town).type == "City" and reading.root(town).known is None and start < first else town


def _are_countries(reading: Reading, *places: int) -> bool:
    """ "aux Pays-Bas, en Espagne": no country lies in another."""
    return all(load_schema().is_a(reading.root(place).type, "Country") for place in places)


def _is_country_of(reading: Reading, before: int, index: int) -> bool:
    """ "aux États-Unis, dans l'Oregon": the larger one stands first; "Antigua (Antilles)" is a country in its sea."""
    within = reading.tree.words[reading.table.items[index].core[0] - 1].text != "("
    return within and reading.root(before).type == "Country" and not _is_region(reading, index)


def _is_region(reading: Reading, place: int) -> bool:
    """Whether a place is one of the larger ones that hold countries, as a table says: "les Balkans", "l'Afrique"."""
    known = load_gazetteer().by_id(reading.root(place).known or "")
    return known is not None and known.type == "Place" and not known.country


def is_compass_area(reading: Reading, place: int) -> bool:
    """ "le Sud-Est": the part of a country that a point of the compass names."""
    name = reading.text(*reading.table.items[place].core).lower()
    return reading.root(place).type == "Place" and name in reading.pack.words["cardinal_points"]


def _is_country_of_region(reading: Reading, before: int, index: int) -> bool:
    """ "le Liban, au Proche-Orient"."""
    return reading.root(before).type == "Country" and _is_region(reading, index)


def _is_there_in_country(reading: Reading, before: int, index: int) -> bool:
    """ "en Suisse, dans les Alpes", "au Mali, dans le Sahel": something is in both; neither lies in the other."""
    inside = reading.pack.words["lying_in"] & {w.lower for w in _between(reading, before, index)}
    at = reading.table.items[before].core[0] - 1
    words, told = reading.tree.words, reading.pack.words["definite"] - reading.pack.melted.keys()
    at -= at > 0 and words[at].lower in told
    case = reading.pack.adpositions.get(words[at].lower, words[at].lower) if at >= 0 else ""
    return bool(inside) and case in reading.pack.words["locative"] and _is_country_of_region(reading, before, index)


def _between(reading: Reading, before: int, index: int) -> list[Word]:
    return reading.tree.words[reading.table.items[before].core[1] : reading.table.items[index].core[0]]


def _lies_in(reading: Reading, before: int, index: int) -> bool:
    """Whether what stands between two places, and around the second, says that the first lies in it."""
    tree, words, items, schema = reading.tree, reading.pack.words, reading.table.items, load_schema()
    item, kind = items[index], reading.root(index).type
    gap = _between(reading, before, index)
    within = any(w.lemma in words["kinds_of_areas"] | words["placed_kinds"] for w in gap)  # "dans la province du Hubei"
    described = {w.i for w in gap if within and w.pos == "ADJ"}
    between = [w.lower for w in gap if w.lemma not in _passed(reading) and w.i not in described]
    if between == ["("]:
        told = tree.words[item.core[0] : item.core[1]]
        # "Paris (Ve arrondissement)": the smaller of both; "Rouen (A13)": a road
        other = any(w.lemma in words["numbered_within"] or ROAD.fullmatch(w.text) for w in told)
        other = other or _is_number(reading, told) or _is_elsewhere(reading, before, told)
        return not other and item.core[1] < len(tree.words) and tree.words[item.core[1]].text[:1] == ")"  # and "):"
    aside = reading.pack.adposition == "head" or _is_aside(reading, before, index)
    if aside and between == [","] and _names_its_state(reading, before, index):
        return True
    area = schema.fits(kind, ("AdministrativeArea", "Country"))
    if bool(between) and between[0] in words["lying_in"] and (within or len(between) < 3):
        return (area or within) and _only(reading, between) and reading.root(before).type in ("City", "Place")
    if len(between) == 1 and between[0] in words["where_cases"] | words["standing_in"] and items[before].i != item.i:
        at = tree.words[items[before].core[0] - 1].lower  # "à Mossoul en Irak", "à Rio au Brésil"
        held = area and at in words["standing_in"] and reading.root(before).type in ("City", "Place")
        return held and reading.pack.adposition == "child" and not _are_apart(reading, before, index)
    inside = words["where_cases"] - words["standing_in"] if words["standing_in"] else frozenset[str]()  # "en Sibérie"
    larger = (
        within
        or area
        or _is_country_of_region(reading, before, index)
        or any(w in words["lying_in"] | inside for w in between)
    )
    if between[:1] != [","] or not larger or _are_listed(reading, before, index):
        return False
    cases = {reading.pack.adpositions.get(w, w) for w in between[1:]}  # "à Colombo, au Sri Lanka"
    return _only(reading, between[1:]) and bool(cases & words["locative"])


def _only(reading: Reading, between: list[str]) -> bool:
    """Whether nothing but adpositions of place, "of" and articles is between two places."""
    words, melted = reading.pack.words, reading.pack.adpositions
    return all(w in words["locative"] | words["definite"] or melted.get(w, w) in words["of"] for w in between)


def _is_aside(reading: Reading, town: int, state: int) -> bool:
    """ "le Grand Prix (Austin, Texas)": both alone in brackets."""
    words, items = reading.tree.words, reading.table.items
    end = items[state].core[1]
    return words[items[town].core[0] - 1].text == "(" and end < len(words) and words[end].text == ")"


def _names_its_state(reading: Reading, town: int, state: int) -> bool:
    """ "in Laredo, Texas, and", "HAIPHONG, Vietnam —": a town with its country right behind it."""
    items, words = reading.table.items, reading.tree.words
    end = items[state].core[1]
    closed = end >= len(words) or words[end].text in (",", ".", ")", ";", ":", "—", "–", "-")
    closed = closed or words[end].sent != words[end - 1].sent
    listed = end + 1 < len(words) and words[end].text == "," and words[end + 1].is_title
    kinds = reading.root(town).type, reading.root(state).type
    fits = kinds[0] in ("City", "Place") and kinds[1] in ("AdministrativeArea", "Country")
    return closed and not listed and fits and words[items[town].core[0] - 1].text != ","


def _is_number(reading: Reading, told: list[Word]) -> bool:
    """ "Paris (XIIe)": a district of what stands before the bracket."""
    endings = "|".join(sorted(reading.pack.words["ordinal_endings"], key=len, reverse=True))
    return len(told) == 1 and bool(endings) and re.fullmatch(rf"(?:\d+|[IVX]+)(?:{endings})", told[0].text) is not None


def _is_elsewhere(reading: Reading, town: int, told: list[Word]) -> bool:
    """ "Zhengzhou (Centre)": a point of the compass, where the town lies in a country that has no area called so."""
    if len(told) != 1 or told[0].lower not in reading.pack.words["directions"]:
        return False
    entry = reading.names.entry(reading.text(*reading.table.items[town].core))
    return entry is not None and entry.country not in {"", *reading.pack.words["compass_areas"]}


def _are_listed(reading: Reading, before: int, index: int) -> bool:
    """ "en Chine, en France et au Brésil": two places behind the same adposition, or behind a third one's comma."""
    one, other = reading.table.items[before], reading.table.items[index]
    words, start = reading.tree.words, one.core[0]
    while start > 0 and words[start - 1].pos in ("ADP", "DET"):
        start -= 1
    ends = {item.core[1] for item in reading.table.items if item.kind is MentionKind.NAME}
    third = start < one.core[0] and start > 1 and words[start - 1].text == "," and start - 1 in ends
    behind = words[other.core[1] : other.core[1] + 2]  # "dans le Piémont, en Ombrie et en Toscane"
    more = len(behind) == 2 and behind[0].lower in reading.pack.words["coordinators"] and behind[1].pos == "ADP"
    town = one.type in ("City", "Place") and other.type in ("Country", "AdministrativeArea")
    if town and reading.pack.adposition == "child":
        return third or more or _are_apart(reading, before, index)  # "à Colombo, au Sri Lanka" are no row
    if more and one.type == other.type:
        return bool(words[one.i].case) and words[one.core[0] - 1].text != "("
    if any(w.lemma in _passed(reading) for w in words[one.core[1] : other.core[0]]):
        return third  # "la province d'Orvale, dans le centre de l'Italie"
    return third or (bool(words[one.i].case) and words[one.i].case == words[other.i].case)
