"""The place that a place lies in, told right behind its name: "Wambrechies (Nord)", "Laredo, Texas"."""

import re
from collections.abc import Iterator

from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.relations.places import PLACES
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.lang.schema import load_schema
from kg.model import MentionKind

ROAD = re.compile(r"[A-Z]\d+")  # "A13", "N7", "M25"


def find_bracketed_places(reading: Reading) -> Iterator[Draft]:
    """ "Wambrechies (Nord)", "Des Moines, dans l'Iowa"."""
    tree, schema = reading.tree, load_schema()
    items = reading.table.items
    for index, item in enumerate(items):
        if item.kind is not MentionKind.NAME or index == 0:
            continue
        first = item.core[0]
        if not schema.fits(reading.root(index).type, PLACES) or first < 2:
            continue
        areas = reading.pack.words["kinds_of_areas"]
        passed = reading.pack.words["directions"] | areas
        before = next(
            (
                j
                for j in range(index - 1, -1, -1)
                if items[j].core[1] <= first and tree.words[items[j].i].lemma not in passed
            ),
            None,
        )
        if before is None or items[before].kind is not MentionKind.NAME:
            continue
        if not schema.fits(reading.root(before).type, ("City", "Place", "AdministrativeArea")):
            continue
        if schema.is_a(reading.root(before).type, "Country") and schema.is_a(reading.root(index).type, "Country"):
            continue  # "aux Pays-Bas, en Espagne": no country lies in another
        gap, words = tree.words[items[before].core[1] : first], reading.pack.words
        within = any(w.lemma in areas for w in gap)  # "dans la province du Hubei"
        between = [w.lower for w in gap if w.lemma not in passed]  # "dans le sud de la Bretagne"
        bracketed = between == ["("] and item.core[1] < len(tree.words) and tree.words[item.core[1]].text == ")"
        told = tree.words[first : item.core[1]]
        if bracketed and any(w.lemma in words["numbered_within"] or ROAD.fullmatch(w.text) for w in told):
            continue  # "Paris (Ve arrondissement)": the smaller of both; "Rouen (A13)": a road
        larger = (
            within
            or schema.fits(reading.root(index).type, ("AdministrativeArea", "Country"))
            or any(w in words["lying_in"] for w in between)
        )
        comma = (
            between[:1] == [","]
            and larger
            and not _are_listed(reading, items[before], item)
            and all(w in words["locative"] | words["definite"] | words["of"] for w in between[1:])
        )
        town = reading.pack.adposition == "head" and between == [","] and _names_its_state(reading, before, index)
        inside = bool(between) and between[0] in words["lying_in"] and reading.root(before).type in ("City", "Place")
        inside = (
            inside and schema.fits(reading.root(index).type, ("AdministrativeArea", "Country")) and len(between) < 3
        )
        if town or bracketed or inside or (comma and any(w in reading.pack.words["locative"] for w in between[1:])):
            yield said_by_form(before, "locatedIn", index, item.i, "place/bracket", 0.85)


def _names_its_state(reading: Reading, town: int, state: int) -> bool:
    """ "in Laredo, Texas, and", "HAIPHONG, Vietnam —": a town with its country right behind it."""
    items, words = reading.table.items, reading.tree.words
    end = items[state].core[1]
    closed = end >= len(words) or words[end].text in (",", ".", ")", ";", ":", "—", "–", "-")
    listed = end + 1 < len(words) and words[end].text == "," and words[end + 1].is_title
    kinds = reading.root(town).type, reading.root(state).type
    fits = kinds[0] in ("City", "Place") and kinds[1] in ("AdministrativeArea", "Country")
    return closed and not listed and fits and words[items[town].core[0] - 1].text != ","


def _are_listed(reading: Reading, one: Reference, other: Reference) -> bool:
    """ "en Chine, en France et au Brésil": two places behind the same adposition."""
    words = reading.tree.words
    return bool(words[one.i].case) and words[one.i].case == words[other.i].case
