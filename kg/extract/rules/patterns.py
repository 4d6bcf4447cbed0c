"""Relations that a noun phrase says by its form, without a trigger: titles, nationality, place, age, lists."""

from collections.abc import Iterator

from kg.extract.rules.affiliations import (
    find_affiliations,
    find_listed_members,
    find_named_members,
    find_parties,
    find_possessions,
)
from kg.extract.rules.ages import find_bare_ages, find_told_ages
from kg.extract.rules.peoples import find_people_titles
from kg.extract.rules.places import find_bracketed_places, find_locations, find_nationalities
from kg.extract.rules.positions import find_industries, find_titles_held
from kg.extract.rules.reading import Draft, Reading
from kg.extract.rules.speech_facts import find_announcements, find_occasions


def find_patterns(reading: Reading) -> Iterator[Draft]:
    """Yield the drafts of every construction."""
    yield from find_titles_held(reading)
    yield from find_nationalities(reading)
    yield from find_people_titles(reading)
    yield from find_locations(reading)
    yield from find_bracketed_places(reading)
    yield from find_told_ages(reading)
    yield from find_bare_ages(reading)
    yield from find_affiliations(reading)
    yield from find_parties(reading)
    yield from find_industries(reading)
    yield from find_announcements(reading)
    yield from find_occasions(reading)
    yield from find_possessions(reading)
    yield from find_listed_members(reading)
    yield from find_named_members(reading)
