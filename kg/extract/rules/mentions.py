"""Finds names, descriptions and pronouns, and gives each a class of the ontology."""

from collections import Counter

from kg.extract.rules.latter import latter_mention
from kg.extract.rules.name_contexts import type_by_context
from kg.extract.rules.name_mentions import name_mention, place_within
from kg.extract.rules.name_types import type_by_noun_before
from kg.extract.rules.names import Names
from kg.extract.rules.noun_mentions import nationality_mention, noun_mention
from kg.extract.rules.pronoun_mentions import pronoun_mention
from kg.extract.rules.references import VAGUE, Reference, References
from kg.extract.rules.tree import Tree
from kg.lang import LanguagePack
from kg.model import MentionKind


def find_references(tree: Tree, pack: LanguagePack, names: Names) -> References:
    """List every name, description and pronoun of an article in text order."""
    found: dict[int, Reference] = {}
    taken: set[int] = set()
    for first, last, kind in sorted(names.find(tree)):
        reference = name_mention(tree, pack, names, (first, last, kind))
        if reference is not None and reference.i not in found:
            found[reference.i] = reference
            taken.update(range(first, last))
            place = place_within(tree, pack, names, reference)
            if place is not None and place.i not in found:
                found[place.i] = place
    for word in tree.words:
        if word.i in found:
            continue
        if word.i in taken and word.rel == "name":
            continue
        reference = nationality_mention(tree, names, word) or latter_mention(tree, pack, word)
        reference = reference or pronoun_mention(tree, pack, word)
        if reference is None and word.i not in taken:
            reference = noun_mention(tree, pack, names, word)
        if reference is not None:
            found[word.i] = reference
    table = References()
    for i in sorted(found):
        table.add(found[i])
    type_by_noun_before(tree, pack, table)
    _agree_on_types(table)
    type_by_context(tree, pack, names, table)
    return table


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
