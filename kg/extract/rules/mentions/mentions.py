"""Finds names, descriptions and pronouns, and gives each a class of the ontology."""

from collections import Counter

from kg.extract.rules.mentions.name_contexts import type_by_context
from kg.extract.rules.mentions.name_finder import NameFinder
from kg.extract.rules.mentions.name_mentions import (
    maker_within,
    name_mention,
    place_within,
    shorten_before,
    town_opening,
    whole_within,
)
from kg.extract.rules.mentions.name_types import type_by_noun_before, type_parties
from kg.extract.rules.mentions.named_by_kind import with_kind
from kg.extract.rules.mentions.names import Names
from kg.extract.rules.mentions.noun_mentions import nationality_mention, noun_mention
from kg.extract.rules.mentions.pronoun_mentions import free_relative_mention, latter_mention, pronoun_mention
from kg.extract.rules.mentions.references import VAGUE, Reference, References
from kg.extract.rules.mentions.told_classes import type_as_told
from kg.extract.rules.mentions.whole_names import whole_name
from kg.extract.rules.parsing.tree import Tree
from kg.lang import LanguagePack
from kg.model import MentionKind


def find_references(tree: Tree, pack: LanguagePack, names: Names) -> References:
    """List every name, description and pronoun of an article in text order."""
    found, taken = _find_names(tree, pack, names)
    for word in tree.words:
        if word.i in found or (word.i in taken and word.rel == "name"):
            continue
        reference = nationality_mention(tree, names, word) or latter_mention(tree, pack, word)
        reference = reference or free_relative_mention(tree, pack, word) or pronoun_mention(tree, pack, word)
        if reference is None and word.i not in taken:
            reference = noun_mention(tree, pack, names, word)
        if reference is not None:
            found[word.i] = reference
    table = References()
    for i in sorted(found):
        table.add(found[i])
    type_by_noun_before(tree, pack, table)
    type_parties(pack, table)
    _agree_on_types(table)
    type_as_told(tree, pack, names, table)
    type_by_context(tree, pack, names, table)
    return table


def _find_names(tree: Tree, pack: LanguagePack, names: Names) -> tuple[dict[int, Reference], set[int]]:
    """Return the names by the word that heads each, and every word that is in one."""
    found: dict[int, Reference] = {}
    taken: set[int] = set()
    end = 0
    for span in sorted(NameFinder(names).find(tree)):
        if span[0] < end:
            continue  # closes the name before
        whole = _without_courtesy(tree, pack, whole_name(tree, pack, names, span))
        first, last, kind = with_kind(tree, pack, names, whole, end)
        end = last
        reference = name_mention(tree, pack, names, (first, last, kind))
        if reference is None or reference.i in found:
            continue
        found[reference.i] = reference
        taken.update(range(first, last))
        for find in (place_within, town_opening, whole_within, maker_within):
            inner = find(tree, pack, names, reference)
            if inner is not None:
                found.setdefault(inner.i, inner)
                shorten_before(tree, pack, reference, inner)
    _end_before_next(found)
    return found, taken


def _end_before_next(found: dict[int, Reference]) -> None:
    """ "la Maison Blanche Kayleigh Orrin": whatever the parser ties, no known name goes on over the one behind it."""
    starts = {name.core[0] for name in found.values()}
    for name in found.values():
        if name.known is not None and name.core[1] in starts:
            name.extents = tuple(extent for extent in name.extents if extent[1] <= name.core[1])


def _without_courtesy(tree: Tree, pack: LanguagePack, span: tuple[int, int, str]) -> tuple[int, int, str]:
    """ "the Conservative Sir Paul Napier": the courtesy is the next name's."""
    first, last, kind = span
    while last - first > 1 and tree.words[last - 1].lower in pack.courtesies:
        last -= 1
    return first, last, kind


def _agree_on_types(table: References) -> None:
    """Every use of one name in an article has one class: the gazetteer's, else the most frequent."""
    votes: dict[str, Counter[str]] = {}
    for item in table.items:
        if item.kind is MentionKind.NAME:
            weight = 100 if item.known else (0 if item.type in VAGUE else 1)
            votes.setdefault(item.name, Counter())[item.type] += weight
    for item in table.items:
        if item.kind is MentionKind.NAME:
            tally = votes[item.name]
            item.type = max(sorted(tally), key=lambda kind: tally[kind])
