"""Relations that a noun phrase says by its form, without a trigger: titles, nationality, place, age, lists."""

from collections.abc import Callable, Iterator
from itertools import chain

from kg.extract.rules.relations.affiliations import find_affiliations, find_parties, find_possessions
from kg.extract.rules.relations.ages import find_told_ages
from kg.extract.rules.relations.appearances import find_appearances
from kg.extract.rules.relations.apposed_kinds import find_kinds_behind_places
from kg.extract.rules.relations.bare_ages import find_bare_ages
from kg.extract.rules.relations.benches import (
    find_leaders_of_benches,
    find_opened_parties,
    find_party_members,
    find_union_members,
)
from kg.extract.rules.relations.bracketed_members import find_bracketed_brands, find_bracketed_employers
from kg.extract.rules.relations.bracketed_prices import find_bracketed_prices, find_prices_of_each
from kg.extract.rules.relations.called_by_makers import find_called_by_makers
from kg.extract.rules.relations.called_members import find_called_members
from kg.extract.rules.relations.chambers import find_groups_in_chambers
from kg.extract.rules.relations.closing_interviews import find_closing_interviews
from kg.extract.rules.relations.competitors import find_competitors
from kg.extract.rules.relations.confirmed_reports import find_confirmed_reports
from kg.extract.rules.relations.evaluations import find_blamed_actors, find_evaluations
from kg.extract.rules.relations.exemplified import find_listed, find_listed_places, find_rows_in_areas
from kg.extract.rules.relations.former_parties import find_former_parties
from kg.extract.rules.relations.functions import find_one_of_several, find_shared_functions
from kg.extract.rules.relations.headings import find_headings, find_opened_places
from kg.extract.rules.relations.heads import find_heads
from kg.extract.rules.relations.homes import find_homes
from kg.extract.rules.relations.industries import find_industries
from kg.extract.rules.relations.joint_work import find_joint_acts, find_joint_work, find_side_by_side
from kg.extract.rules.relations.larger_places import (
    find_apposed_places,
    find_bracketed_places,
    find_kinds_of_places,
    find_towns_behind_areas,
)
from kg.extract.rules.relations.led_parties import find_leaders_of_parties
from kg.extract.rules.relations.lifespans import find_lifespans
from kg.extract.rules.relations.listed_industries import find_listed_industries
from kg.extract.rules.relations.listings import find_listings
from kg.extract.rules.relations.makers_of_titles import find_channels_and_houses, find_makers_of_titles
from kg.extract.rules.relations.means import find_accounts, find_drivers, find_means
from kg.extract.rules.relations.members_among import find_members_among
from kg.extract.rules.relations.named_parts import find_houses_of_towns, find_named_parts
from kg.extract.rules.relations.own_offices import find_lawyers
from kg.extract.rules.relations.pageants import find_pageant_titles
from kg.extract.rules.relations.paired_names import find_paired_members
from kg.extract.rules.relations.parts_of_bodies import find_leading_bodies, find_parts
from kg.extract.rules.relations.party_letters import find_party_letters
from kg.extract.rules.relations.peoples import (
    find_passports,
    find_people_of_bodies,
    find_people_titles,
    find_predicated_countries,
)
from kg.extract.rules.relations.place_adjectives import find_place_adjectives
from kg.extract.rules.relations.places import find_locations, find_nationalities
from kg.extract.rules.relations.polls import find_polls
from kg.extract.rules.relations.portfolios import find_portfolios, find_tasks
from kg.extract.rules.relations.positions import find_titles_held
from kg.extract.rules.relations.ranked_firms import find_ranked_firms
from kg.extract.rules.relations.reading import Draft, Reading
from kg.extract.rules.relations.reasons import find_reasons
from kg.extract.rules.relations.refusals import find_refused_wishes
from kg.extract.rules.relations.seats import find_names_in_names, find_seats
from kg.extract.rules.relations.shared_ages import find_shared_ages
from kg.extract.rules.relations.siblings import find_siblings
from kg.extract.rules.relations.sited_names import find_sited_events, find_sited_names
from kg.extract.rules.relations.sourced_reports import find_sourced_reports
from kg.extract.rules.relations.speech_facts import (
    find_announcements,
    find_backers,
    find_occasions,
    find_pledges,
    find_requests,
)
from kg.extract.rules.relations.verdicts import find_quoted_verdicts
from kg.extract.rules.relations.voices import find_voices
from kg.model import MentionKind


def find_patterns(reading: Reading) -> Iterator[Draft]:
    """Yield the drafts of every construction."""
    for draft in chain.from_iterable(find(reading) for find in CONSTRUCTIONS):
        if draft.background and _is_only_told(reading, draft):
            draft.background = False
        yield draft


def _is_only_told(reading: Reading, draft: Draft) -> bool:
    """ "X affirme qu'un réfugié syrien a été tué": what is told of somebody new is not taken for granted."""
    item, region = reading.table.items[draft.subject], reading.attribution.region(draft.trigger)
    new = item.kind is MentionKind.NOMINAL and item.determiner == "indefinite" and not reading.is_name(draft.subject)
    return new and region is not None and region.speaker is not None


CONSTRUCTIONS: tuple[Callable[[Reading], Iterator[Draft]], ...] = (
    find_titles_held, find_shared_functions, find_portfolios, find_lawyers, find_pageant_titles,
    find_one_of_several, find_siblings, find_heads, find_voices, find_nationalities, find_place_adjectives,
    find_people_titles, find_passports, find_predicated_countries, find_locations, find_bracketed_places,
    find_kinds_of_places, find_sited_names, find_sited_events, find_headings, find_seats, find_names_in_names,
    find_called_by_makers, find_makers_of_titles, find_appearances, find_bracketed_prices, find_polls,
    find_told_ages, find_shared_ages, find_bare_ages, find_lifespans, find_affiliations, find_parts,
    find_leading_bodies, find_parties, find_party_members, find_party_letters, find_leaders_of_benches,
    find_opened_parties, find_union_members, find_groups_in_chambers, find_called_members, find_industries,
    find_listed_industries, find_ranked_firms, find_competitors, find_listings, find_announcements,
    find_sourced_reports, find_occasions, find_means, find_drivers, find_accounts, find_joint_work, find_joint_acts,
    find_side_by_side, find_requests, find_leaders_of_parties,
    find_backers, find_pledges, find_confirmed_reports, find_closing_interviews,
    find_refused_wishes, find_quoted_verdicts, find_evaluations, find_blamed_actors, find_reasons, find_possessions,
    find_bracketed_employers, find_listed, find_listed_places, find_rows_in_areas, find_towns_behind_areas,
    find_opened_places, find_apposed_places, find_kinds_behind_places, find_members_among, find_paired_members,
    find_bracketed_brands, find_prices_of_each, find_homes, find_tasks, find_channels_and_houses,
    find_named_parts, find_houses_of_towns, find_people_of_bodies, find_former_parties,
)  # fmt: skip
