"""Mends what the parser of a language often misreads in a clause.

Each rule looks at positions that the language fixes (a bare noun right behind its verb, what stands before a comma),
never at meanings.
"""

from collections.abc import Callable

from kg.extract.rules.parsing.mending.agreeing import agree_participles, agree_relatives
from kg.extract.rules.parsing.mending.apposed_names import (
    appose_behind_owners,
    appose_kin,
    appose_namings,
    appose_to_possessions,
    appose_to_sources,
    appose_to_titled,
    hang_trades_of_rows,
    seat_told_openers,
)
from kg.extract.rules.parsing.mending.apposed_places import appose_places
from kg.extract.rules.parsing.mending.asides import (
    hang_asides,
    hang_on_objects,
    hang_on_set_off_adjectives,
    raise_behind_asides,
)
from kg.extract.rules.parsing.mending.behind_names import (
    free_until_then,
    hang_brackets,
    hang_on_nearest,
    hang_origins,
    lower_cased_subjects,
    turn_roles,
    turn_trades,
)
from kg.extract.rules.parsing.mending.coordinations import (
    join_between_commas,
    join_names_behind_adpositions,
    join_participles,
    join_repeated_adpositions,
    join_subjects,
    join_within_relatives,
    raise_behind_adpositions,
)
from kg.extract.rules.parsing.mending.counsel import name_counsel
from kg.extract.rules.parsing.mending.counts import wake_counts
from kg.extract.rules.parsing.mending.english_adpositions import (
    give_back_objects,
    join_behind_same,
    lift_behind_dates,
    lift_prices,
)
from kg.extract.rules.parsing.mending.english_appositions import (
    appose_behind_names,
    hang_on_last_joined,
    hang_on_named,
    name_partners,
)
from kg.extract.rules.parsing.mending.english_asides import close_with_speech, set_aside_speech
from kg.extract.rules.parsing.mending.english_clauses import (
    free_charges,
    hang_owned,
    hang_owned_words,
    hang_reported,
    hang_would_be,
    lift_from_names,
    lift_yet,
    lower_openers,
    part_at_semicolons,
    raise_headline_infinitives,
    turn_aged,
    turn_kinds,
    turn_namings,
    turn_small_clauses,
    turn_wished,
)
from kg.extract.rules.parsing.mending.english_kinds import (
    join_kinds_to_names,
    lower_opening_trades,
    part_owned_names,
    raise_verbs_of_names,
    read_kinds_as_nouns,
    share_trades,
    turn_compounds,
)
from kg.extract.rules.parsing.mending.english_offices import (
    hang_on_offices,
    join_two_subjects,
    lift_titles,
    part_from_offices,
    seat_owned,
    turn_elected,
    turn_party_offices,
)
from kg.extract.rules.parsing.mending.english_participles import (
    hang_behind_times,
    lift_accusers,
    lower_set_off_participles,
    open_with_participles,
    raise_partly_done,
    turn_done_by,
    turn_past_participles,
)
from kg.extract.rules.parsing.mending.english_persons import hang_on_holders, hang_on_persons, lift_judged
from kg.extract.rules.parsing.mending.figures import hang_figures
from kg.extract.rules.parsing.mending.genitive_relatives import part_genitive_relatives
from kg.extract.rules.parsing.mending.headline_verbs import wake_adverbs, wake_behind_openers, wake_headline_verbs
from kg.extract.rules.parsing.mending.interpolations import give_back_interpolated_objects
from kg.extract.rules.parsing.mending.inverted_relatives import wake_object_relatives
from kg.extract.rules.parsing.mending.listed_names import join_behind_conjunctions, join_listed_names
from kg.extract.rules.parsing.mending.lost_appositions import (
    appose_names,
    appose_strayed_names,
    appose_trades,
    free_behind_openers,
    free_behind_participles,
    free_predicates,
    free_seconds,
    free_subjects,
    hang_later_participles,
    hang_participles,
    swap_opening_names,
    swap_subjects,
)
from kg.extract.rules.parsing.mending.lost_predicates import (
    appose_second_subjects,
    appose_to_nearest,
    appose_to_owned_kin,
    free_given_offices,
    free_offices_behind_days,
    turn_named_predicates,
    turn_predicates,
    turn_trade_predicates,
    wake_verbs_in_names,
)
from kg.extract.rules.parsing.mending.main_verbs import (
    give_back_main_verb,
    give_verbs_subjects,
    hang_conjunctions,
    raise_behind_free_relatives,
    raise_main_clause,
    wake_verbs,
)
from kg.extract.rules.parsing.mending.misplaced import (
    appose_first_subjects,
    appose_in_openers,
    free_adverbs_of_time,
    free_objects_behind_complements,
    hang_genitives_on_predicates,
    lower_before_names,
    raise_inverted_verbs,
    turn_subjects_of_infinitives,
    turn_subjects_of_participles,
)
from kg.extract.rules.parsing.mending.named_firms import (
    appose_behind_complements,
    appose_bodies,
    hang_on_firms,
    seat_placed_trades,
    turn_placed,
)
from kg.extract.rules.parsing.mending.names import (
    join_named_nouns,
    join_names,
    title_names,
    turn_bare_names,
    untie_verbs,
)
from kg.extract.rules.parsing.mending.negations import join_negations
from kg.extract.rules.parsing.mending.noun_phrases import (
    free_adpositions,
    hang_gerunds,
    hang_kinds,
    hang_on_bodies,
    hang_on_last,
    head_by_many,
    join_series,
    join_to_objects,
    lift_doers,
    lift_from_kinds,
    part_at_distances,
    place_streets,
    seat_joined_subjects,
    title_behind_brackets,
)
from kg.extract.rules.parsing.mending.nouns import (
    name_elections,
    name_those_concerned,
    read_partitive_cases,
    turn_hyphened_offices,
    turn_noun_participles,
    turn_participle_nouns,
)
from kg.extract.rules.parsing.mending.objects import (
    free_complements,
    free_days,
    free_grounds,
    free_objects,
    free_occasions,
    free_wrongs,
    free_years,
    join_between,
    lower_to_participles,
    pass_bare_complements,
    take_cut_objects,
    turn_bare_objects,
    turn_false_clauses,
    turn_made_so,
)
from kg.extract.rules.parsing.mending.opening_participles import (
    close_participles,
    open_participles,
    pass_headlines,
    raise_behind_openers,
    seat_opening_names,
    seat_set_off_subjects,
)
from kg.extract.rules.parsing.mending.opening_roles import (
    free_behind_roles,
    hang_opening_roles,
    lower_opening_roles,
    turn_opening_trades,
)
from kg.extract.rules.parsing.mending.opening_subjects import seat_opening_phrases
from kg.extract.rules.parsing.mending.peoples import (
    lift_from_adjectives,
    name_peoples,
    qualify_names,
    turn_lower_names,
    turn_peoples,
)
from kg.extract.rules.parsing.mending.portfolios import cut_portfolios, name_ministers, seat_behind_bodies
from kg.extract.rules.parsing.mending.quoted_titles import join_titles
from kg.extract.rules.parsing.mending.relatives import (
    hang_object_relatives,
    hang_relatives_on_nouns,
    read_genitive_relatives,
    read_relative_complements,
    read_told_relatives,
    seat_relatives_of,
    turn_relative_subjects,
)
from kg.extract.rules.parsing.mending.role_appositions import appose_bare_nouns, tell_each_role
from kg.extract.rules.parsing.mending.said_of_persons import hang_on_bearers
from kg.extract.rules.parsing.mending.speech import (
    complete_speech,
    lift_speakers,
    raise_saying_participles,
    raise_told_besides,
    seat_speakers,
    set_off_speech,
    tell_infinitives,
    turn_closing_speech,
)
from kg.extract.rules.parsing.mending.that_clauses import hang_that_clauses
from kg.extract.rules.parsing.mending.verb_forms import (
    head_perfects,
    join_infinitives,
    join_made_known,
    lower_adjuncts,
    lower_seen_infinitives,
    name_auxiliaries,
    name_causatives,
    raise_verbs,
    rehang_infinitives,
    seat_clitics,
    turn_clitics,
    turn_datives,
    turn_personal,
    turn_reflexives,
    turn_voice,
    wake_participles,
)
from kg.extract.rules.parsing.tree import ROOT, Tree
from kg.lang import LanguagePack


def mend_clauses(tree: Tree, pack: LanguagePack, refill: Callable[[Tree], None]) -> None:
    """Apply all rules, each on what the one before has left; a rule that would tie words in a ring is undone there."""
    words = tree.words
    heads, rels = [w.head for w in words], [w.rel for w in words]
    for mend in MENDS[pack.adposition]:
        if not mend(tree, pack):
            continue
        if [w.head for w in words] != heads:
            _undo_rings(tree, heads, rels)
            refill(tree)
            heads = [w.head for w in words]
        rels = [w.rel for w in words]


def _undo_rings(tree: Tree, heads: list[int], rels: list[str]) -> None:
    """Give the sentences in which some word has no way up to a root the heads that they had."""
    good = {ROOT}
    for first, last in tree.sents:
        if [w.head for w in tree.words[first:last]] == heads[first:last]:
            continue
        for i in range(first, last):
            path = []
            while i not in good and i not in path:
                path.append(i)
                i = tree.words[i].head
            if i in good:
                good.update(path)
                continue
            for word in tree.words[first:last]:
                word.head, word.rel = heads[word.i], rels[word.i]
            good.update(range(first, last))
            break


FRENCH: tuple[Callable[[Tree, LanguagePack], bool], ...] = (
    name_elections, name_those_concerned, turn_hyphened_offices, turn_subjects_of_infinitives,
    turn_subjects_of_participles, join_titles, hang_figures, turn_placed, appose_namings, wake_participles,
    free_days, free_years, join_negations, cut_portfolios, name_ministers, seat_behind_bodies, name_counsel,
    hang_conjunctions, turn_clitics, seat_clitics, turn_personal, seat_relatives_of, read_relative_complements,
    turn_relative_subjects, read_genitive_relatives, hang_genitives_on_predicates, hang_relatives_on_nouns,
    wake_object_relatives, hang_object_relatives, turn_noun_participles, turn_participle_nouns, free_adpositions,
    head_by_many, seat_joined_subjects, join_series, join_listed_names, join_behind_conjunctions,
    join_between_commas, join_names_behind_adpositions, join_within_relatives, join_repeated_adpositions,
    raise_behind_adpositions, join_subjects, join_participles, join_to_objects, hang_gerunds, hang_on_bodies,
    lift_from_kinds, lift_doers, hang_kinds, hang_on_last, place_streets, part_at_distances, title_behind_brackets,
    hang_brackets, turn_trades, lower_cased_subjects, turn_roles, free_until_then, free_adverbs_of_time,
    hang_origins, turn_opening_trades, turn_false_clauses, appose_first_subjects, appose_in_openers,
    open_participles, join_names, turn_named_predicates, turn_trade_predicates, turn_peoples, turn_lower_names,
    lift_from_adjectives, qualify_names, name_peoples, title_names, join_named_nouns, lower_before_names,
    join_between, turn_bare_objects, pass_bare_complements, free_objects_behind_complements, take_cut_objects,
    give_back_interpolated_objects, untie_verbs, wake_verbs, wake_headline_verbs, wake_behind_openers, wake_adverbs,
    wake_verbs_in_names, wake_counts, give_verbs_subjects, join_made_known, raise_inverted_verbs, raise_verbs,
    raise_main_clause, raise_behind_free_relatives, set_off_speech, turn_closing_speech, seat_speakers,
    lift_speakers, turn_voice, turn_reflexives, lower_seen_infinitives, pass_headlines, name_auxiliaries,
    head_perfects, name_causatives, rehang_infinitives, join_infinitives, lower_adjuncts, free_objects,
    free_grounds, turn_predicates, turn_made_so, free_wrongs, read_partitive_cases, seat_told_openers,
    swap_opening_names, turn_bare_names, give_back_main_verb, raise_behind_asides, hang_asides, hang_on_objects,
    hang_on_set_off_adjectives, free_complements, lower_to_participles, free_occasions, raise_behind_openers,
    lower_opening_roles, close_participles, seat_opening_names, seat_set_off_subjects, seat_opening_phrases,
    hang_opening_roles, free_behind_roles, swap_subjects, hang_participles, hang_later_participles,
    agree_participles, agree_relatives, hang_on_bearers, appose_names, appose_bare_nouns, appose_strayed_names,
    tell_each_role, appose_trades, appose_places, appose_to_possessions, appose_kin, appose_behind_owners,
    turn_datives, seat_placed_trades, hang_on_firms, appose_bodies, appose_behind_complements,
    appose_second_subjects, appose_to_nearest, appose_to_owned_kin, appose_to_titled, appose_to_sources,
    hang_trades_of_rows, free_given_offices, free_offices_behind_days, hang_on_nearest, free_subjects,
    free_behind_openers, free_seconds, free_behind_participles, free_predicates, complete_speech, tell_infinitives,
    hang_that_clauses, read_told_relatives, raise_saying_participles, part_genitive_relatives,
)  # fmt: skip
ENGLISH: tuple[Callable[[Tree, LanguagePack], bool], ...] = (
    hang_behind_times, name_partners, lower_openers, give_back_objects, raise_headline_infinitives, lift_yet,
    free_charges, lift_accusers, turn_small_clauses, hang_would_be, turn_aged, turn_namings, turn_kinds,
    part_from_offices, turn_elected, turn_compounds, read_kinds_as_nouns, join_kinds_to_names, raise_verbs_of_names,
    lower_opening_trades, share_trades, part_owned_names, lift_from_names, lift_titles, hang_on_offices,
    turn_party_offices, seat_owned, join_two_subjects, set_aside_speech, close_with_speech, turn_wished,
    lower_set_off_participles, open_with_participles, turn_past_participles, turn_done_by, raise_told_besides,
    head_by_many, read_relative_complements, part_at_semicolons, hang_owned, hang_owned_words, hang_reported,
    hang_on_last_joined, hang_on_named, appose_behind_names, join_behind_same, lift_behind_dates, lift_prices,
    raise_partly_done, hang_on_persons, hang_on_holders, lift_judged,
)  # fmt: skip
MENDS = {"child": FRENCH, "head": ENGLISH}  # by where the language's parser hangs adpositions
