"""Mends what the parser of a language often misreads in a clause.

Each rule looks at positions that the language fixes (a bare noun right behind its verb, what stands before a comma),
never at meanings.
"""

from collections.abc import Callable

from kg.extract.rules.parsing.mending import (
    agreeing,
    apposed_names,
    apposed_places,
    asides,
    behind_names,
    coordinations,
    counsel,
    counts,
    empty_pronouns,
    english_adpositions,
    english_appositions,
    english_asides,
    english_clauses,
    english_kinds,
    english_offices,
    english_participles,
    english_persons,
    english_results,
    false_names,
    figures,
    genitive_relatives,
    headline_verbs,
    interpolations,
    inverted_relatives,
    listed_names,
    lost_appositions,
    lost_predicates,
    main_verbs,
    misplaced,
    named_firms,
    names,
    negations,
    noun_phrases,
    nouns,
    objects,
    opening_participles,
    opening_roles,
    opening_subjects,
    peoples,
    portfolios,
    quoted_titles,
    relatives,
    role_appositions,
    said_of_persons,
    speech,
    that_clauses,
    verb_forms,
    wrong_clauses,
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
    nouns.name_elections, nouns.name_those_concerned, nouns.turn_hyphened_offices, said_of_persons.turn_judged_kin,
    misplaced.read_adpositions, misplaced.qualify_by_set_off_adjectives,
    misplaced.turn_subjects_of_infinitives, misplaced.turn_subjects_of_participles, quoted_titles.join_titles,
    figures.hang_figures, figures.raise_behind_shares, named_firms.turn_placed,
    apposed_names.appose_namings, verb_forms.wake_participles,
    false_names.hang_so_called, false_names.turn_second_subjects, false_names.part_from_names,
    false_names.free_places,
    wrong_clauses.free_infinitives, wrong_clauses.read_clauses_of_verbs, wrong_clauses.raise_closing_sources,
    wrong_clauses.lower_to_opening_participles, wrong_clauses.free_marked_objects, negations.lift_from_carriers,
    objects.free_days, objects.free_years, negations.join_negations, portfolios.cut_portfolios,
    portfolios.name_ministers, portfolios.seat_behind_bodies, counsel.name_counsel, main_verbs.hang_conjunctions,
    verb_forms.turn_clitics, verb_forms.seat_clitics, verb_forms.turn_personal, empty_pronouns.turn_impersonal,
    empty_pronouns.mute_euphonics, empty_pronouns.lower_doubles, relatives.seat_relatives_of,
    relatives.read_relative_complements, relatives.turn_relative_subjects, relatives.read_genitive_relatives,
    misplaced.hang_genitives_on_predicates, relatives.hang_relatives_on_nouns,
    inverted_relatives.wake_object_relatives, relatives.hang_object_relatives, nouns.turn_noun_participles,
    nouns.turn_participle_nouns, noun_phrases.free_adpositions, noun_phrases.head_by_many,
    noun_phrases.seat_joined_subjects, noun_phrases.join_series, listed_names.join_listed_names,
    listed_names.join_behind_conjunctions, coordinations.join_between_commas,
    coordinations.join_names_behind_adpositions, coordinations.join_within_relatives,
    coordinations.join_repeated_adpositions, coordinations.join_to_heads, role_appositions.join_bare_roles,
    coordinations.raise_behind_adpositions,
    coordinations.join_subjects, coordinations.join_participles, coordinations.join_infinitives,
    noun_phrases.join_to_objects,
    noun_phrases.hang_gerunds, noun_phrases.hang_on_bodies, noun_phrases.lift_from_kinds,
    noun_phrases.lift_from_qualifiers, noun_phrases.lift_doers,
    noun_phrases.hang_kinds, noun_phrases.hang_on_last, noun_phrases.place_streets, noun_phrases.part_at_distances,
    noun_phrases.title_behind_brackets, behind_names.hang_brackets, behind_names.turn_trades,
    behind_names.lower_cased_subjects, behind_names.turn_roles, behind_names.free_until_then,
    misplaced.free_adverbs_of_time, behind_names.hang_origins, opening_roles.turn_opening_trades,
    objects.turn_false_clauses, misplaced.appose_first_subjects, misplaced.appose_in_openers,
    opening_participles.open_participles, names.join_names, lost_predicates.turn_named_predicates,
    lost_predicates.turn_trade_predicates, peoples.turn_peoples, peoples.turn_lower_names,
    peoples.lift_from_adjectives, peoples.qualify_names, peoples.name_peoples, names.title_names,
    names.join_named_nouns, misplaced.lower_before_names, objects.join_between, objects.turn_bare_objects,
    objects.pass_bare_complements, misplaced.free_objects_behind_complements, objects.take_cut_objects,
    interpolations.give_back_interpolated_objects, names.untie_verbs, main_verbs.wake_verbs,
    headline_verbs.wake_headline_verbs, headline_verbs.wake_behind_openers, headline_verbs.wake_adverbs,
    lost_predicates.wake_verbs_in_names, counts.wake_counts, main_verbs.give_verbs_subjects,
    verb_forms.join_made_known, misplaced.raise_inverted_verbs, verb_forms.raise_verbs,
    main_verbs.raise_main_clause, main_verbs.raise_behind_free_relatives, speech.set_off_speech,
    speech.turn_closing_speech, speech.seat_speakers, speech.lift_speakers, verb_forms.turn_voice,
    verb_forms.turn_reflexives, verb_forms.lower_seen_infinitives, opening_participles.pass_headlines,
    verb_forms.name_auxiliaries, verb_forms.head_perfects, verb_forms.name_causatives,
    verb_forms.rehang_infinitives, verb_forms.join_infinitives, verb_forms.lower_adjuncts, objects.free_objects,
    objects.free_grounds, lost_predicates.turn_predicates, objects.turn_made_so, objects.free_wrongs,
    nouns.read_partitive_cases, apposed_names.seat_told_openers, lost_appositions.swap_opening_names,
    names.turn_bare_names, main_verbs.give_back_main_verb, asides.raise_behind_asides, asides.hang_asides,
    asides.hang_on_objects, asides.hang_on_set_off_adjectives, objects.free_complements,
    objects.lower_to_participles, objects.free_occasions, opening_participles.raise_behind_openers,
    opening_roles.lower_opening_roles, opening_participles.close_participles,
    opening_participles.seat_opening_names, opening_participles.seat_set_off_subjects,
    opening_subjects.seat_opening_phrases, opening_roles.hang_opening_roles, opening_roles.free_behind_roles,
    lost_appositions.swap_subjects, lost_appositions.hang_participles, lost_appositions.hang_later_participles,
    agreeing.agree_participles, agreeing.agree_relatives, said_of_persons.hang_on_bearers,
    lost_appositions.appose_names, role_appositions.appose_to_last_role, role_appositions.appose_bare_nouns,
    lost_appositions.appose_strayed_names,
    role_appositions.tell_each_role, lost_appositions.appose_trades, apposed_places.appose_places,
    apposed_names.appose_to_possessions, apposed_names.appose_kin, apposed_names.appose_behind_owners,
    verb_forms.turn_datives, named_firms.seat_placed_trades, named_firms.hang_on_firms, named_firms.appose_bodies,
    named_firms.appose_behind_complements, lost_predicates.appose_second_subjects,
    lost_predicates.appose_second_names,
    lost_predicates.appose_to_nearest, lost_predicates.appose_to_owned_kin, apposed_names.appose_to_titled,
    apposed_names.appose_to_sources, apposed_names.hang_trades_of_rows, lost_predicates.free_given_offices,
    lost_predicates.free_offices_behind_days, behind_names.hang_on_nearest, lost_appositions.free_subjects,
    lost_appositions.free_behind_openers, lost_appositions.free_seconds, lost_appositions.free_behind_participles,
    lost_appositions.free_predicates, speech.complete_speech, speech.tell_infinitives,
    that_clauses.hang_that_clauses, relatives.read_told_relatives, speech.raise_saying_participles,
    genitive_relatives.part_genitive_relatives,
)  # fmt: skip
ENGLISH: tuple[Callable[[Tree, LanguagePack], bool], ...] = (
    english_participles.hang_behind_times, english_appositions.seat_towns_of_based,
    english_appositions.name_datelines, english_appositions.name_partners, english_clauses.lower_openers,
    english_adpositions.give_back_objects, english_clauses.raise_headline_infinitives, english_clauses.lift_yet,
    english_clauses.free_charges, english_participles.lift_accusers, english_clauses.turn_small_clauses,
    english_clauses.hang_would_be, english_clauses.turn_aged, english_clauses.turn_namings,
    english_clauses.turn_kinds, english_offices.part_from_offices, english_offices.turn_elected,
    english_kinds.turn_compounds, english_kinds.read_kinds_as_nouns, english_kinds.join_kinds_to_names,
    english_kinds.raise_verbs_of_names, english_kinds.lower_opening_trades, english_kinds.share_trades,
    english_kinds.part_owned_names, english_clauses.lift_from_names, english_offices.lift_titles,
    english_offices.hang_on_offices, english_offices.turn_party_offices, english_offices.seat_owned,
    english_offices.join_two_subjects, english_asides.set_aside_speech, english_asides.close_with_speech,
    english_asides.seat_tellers, english_asides.join_behind_speech, english_results.lift_results,
    english_clauses.turn_wished, english_participles.lower_set_off_participles,
    english_participles.open_with_participles, english_participles.turn_past_participles,
    english_participles.turn_done_by, speech.raise_told_besides, noun_phrases.head_by_many,
    relatives.read_relative_complements, english_clauses.part_at_semicolons, english_clauses.hang_owned,
    english_clauses.hang_owned_words, english_clauses.hang_reported, english_appositions.hang_on_last_joined,
    english_appositions.hang_on_named, english_appositions.appose_behind_names,
    english_adpositions.join_behind_same, english_adpositions.lift_behind_dates, english_adpositions.lift_prices,
    english_participles.raise_partly_done, english_persons.hang_on_persons, english_persons.hang_on_holders,
    english_persons.lift_judged, english_participles.wake_apposed_verbs,
    english_participles.seat_names_of_verbs,
)  # fmt: skip
MENDS = {"child": FRENCH, "head": ENGLISH}  # by where the language's parser hangs adpositions
