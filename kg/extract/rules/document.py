"""From a parse to a document: runs the steps of the rule extractor in order and writes their result as records."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from kg.extract.rules.coreference.coreference import resolve
from kg.extract.rules.coreference.predicates import join_predicates
from kg.extract.rules.learned.drafts import find_learned
from kg.extract.rules.learned.network import load_judge
from kg.extract.rules.learned.realism import load_realist
from kg.extract.rules.learned.vectors import states_of, vectors_of
from kg.extract.rules.mentions.mentions import find_references
from kg.extract.rules.mentions.name_classes import classify_names, load_name_classes
from kg.extract.rules.mentions.name_traits import name_questions
from kg.extract.rules.mentions.name_types import type_known_people
from kg.extract.rules.mentions.names import Names
from kg.extract.rules.mentions.told_media import hang_media_on_verbs
from kg.extract.rules.parsing.hyphens import rejoin
from kg.extract.rules.parsing.shading import shade_for
from kg.extract.rules.parsing.syntax import Syntax
from kg.extract.rules.parsing.text import Shadow, paragraphs, turned_marks
from kg.extract.rules.parsing.tree_builder import make_tree
from kg.extract.rules.reality.context import Context
from kg.extract.rules.relations.ages import find_ages
from kg.extract.rules.relations.bare_offices import find_bare_offices
from kg.extract.rules.relations.charges import find_charges
from kg.extract.rules.relations.classes_of_rows import class_by_plurals
from kg.extract.rules.relations.counterparts import find_counterparts
from kg.extract.rules.relations.countries import find_countries
from kg.extract.rules.relations.denials import find_denials, find_insistence, without_bare_denials
from kg.extract.rules.relations.each import tell_of_each
from kg.extract.rules.relations.echoed import tell_of_echoes
from kg.extract.rules.relations.elsewhere import is_nowhere
from kg.extract.rules.relations.left_posts import end_left_posts, find_former_posts, find_left_posts
from kg.extract.rules.relations.listed_industries import find_industries_of_members
from kg.extract.rules.relations.made_known import find_unsaid_makers
from kg.extract.rules.relations.named_after_countries import find_countries_in_names, find_places_in_names
from kg.extract.rules.relations.named_businesses import find_named_businesses
from kg.extract.rules.relations.named_trades import find_named_trades
from kg.extract.rules.relations.opening_interviews import find_opening_interviews
from kg.extract.rules.relations.patterns import find_patterns
from kg.extract.rules.relations.reading import Draft, Reading
from kg.extract.rules.relations.refine import refine_types
from kg.extract.rules.relations.refusals import find_refusals
from kg.extract.rules.relations.relations import find_relations
from kg.extract.rules.relations.shared_traits import find_shared_traits
from kg.extract.rules.relations.sold_prices import find_sold_prices
from kg.extract.rules.relations.told_of_examples import tell_of_examples
from kg.extract.rules.relations.told_values import with_told_values
from kg.extract.rules.relations.unanswered import with_refused_interviews
from kg.extract.rules.relations.verbal_attacks import with_verbal_attacks
from kg.extract.rules.voice.attribution import Attribution
from kg.extract.rules.writing import Writer
from kg.lang import LanguagePack, load_pack
from kg.lang.schema import load_schema
from kg.model import (
    Article,
    Document,
    Value,
)  # fmt: skip
from kg.threads import one_thread


def make_document(
    article: Article,
    doc: Any,
    pack: LanguagePack,
    extractor: str,
    *,
    lone_pronouns: bool = False,
    shadow: Shadow | None = None,
) -> Document:
    """Read one parsed article.

    Args:
        doc: the spaCy parse of the text of its shadow (kg.extract.rules.parsing.text).
        extractor: name and version, for the evidence.
        lone_pronouns: whether a pronoun without antecedent may be an argument.
        shadow: of the article, where it has been made already.
    """
    shadow = shadow or shade_for(article.text, pack)
    reading = read(article, doc, pack, shadow)
    reading.lone_pronouns = lone_pronouns
    drafts = rule_drafts(reading)
    with one_thread():
        drafts += find_learned(reading, drafts, load_judge(pack.code), vectors_of(doc), states_of(doc))
    end_left_posts(reading, drafts)
    drafts = with_refused_interviews(reading, drafts)
    drafts = with_told_values(reading, without_unnamed(reading, drafts))
    drafts = list(tell_of_echoes(reading, tell_of_examples(reading, tell_of_each(reading, drafts))))
    return Writer(article, reading, shadow, extractor, load_realist(pack.code)).document(drafts)


def rule_drafts(reading: Reading) -> list[Draft]:
    """Return what the rules read, once the classes of names are settled by it."""
    class_by_plurals(reading)
    drafts = [*find_patterns(reading), *find_countries(reading), *find_ages(reading), *find_relations(reading)]
    drafts += [*find_shared_traits(reading, drafts), *find_industries_of_members(reading, drafts)]
    drafts += [*find_named_businesses(reading, drafts), *find_sold_prices(reading, drafts)]
    drafts += find_named_trades(reading, drafts)
    drafts += find_unsaid_makers(reading, drafts)
    drafts += find_bare_offices(reading, drafts)
    drafts += [*find_left_posts(reading, drafts), *find_former_posts(reading, drafts)]
    drafts += [*find_counterparts(reading, drafts), *find_countries_in_names(reading), *find_places_in_names(reading)]
    drafts += [*find_charges(reading, drafts), *find_opening_interviews(reading, drafts)]
    drafts += find_refusals(reading, drafts)
    drafts = without_bare_denials([*drafts, *find_denials(reading, drafts), *find_insistence(reading)])
    drafts = with_verbal_attacks(reading, drafts)
    refine_types(reading, drafts)
    return list(_without_restated(reading, drafts))


def _without_restated(reading: Reading, drafts: list[Draft]) -> Iterator[Draft]:
    """Leave out what a rule says more exactly of the same two, and places where nobody is.

    "vit à Lyon" tells where she lives, not only where she is; an activist of a party is no employee of it.
    """
    drafts = [d for d in drafts if not is_nowhere(reading, d)]
    root, words = reading.table.root, reading.tree.words

    def ends(draft: Draft) -> tuple[int, int, int] | None:
        if not isinstance(draft.object, int):
            return None
        return root(draft.subject), root(draft.object), words[draft.trigger].sent

    sold = {d.trigger for d in drafts if _is_of_a_firm(reading, d)}  # who sells a firm delivers no goods
    drafts = [d for d in drafts if d.predicate != "suppliesTo" or d.trigger not in sold]
    for blunt, exact in EXACT.items():
        told = {ends(d) for d in drafts if d.predicate in exact} - {None}
        drafts = [d for d in drafts if d.predicate != blunt or ends(d) not in told]
    yield from drafts


def without_unnamed(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """ "Deux hommes ont été tués dans un attentat": where a sentence tells what did it, nobody is left out."""
    root, words, unnamed = reading.table.root, reading.tree.words, set(reading.anonymous.values())

    def done(draft: Draft) -> tuple[str, int | Value, int]:
        target = root(draft.object) if isinstance(draft.object, int) else draft.object
        return draft.predicate, target, words[draft.trigger].sent

    def acts(draft: Draft) -> tuple[str, int, int]:
        return draft.predicate, root(draft.subject), words[draft.trigger].sent

    told = {done(draft) for draft in drafts if draft.subject not in unnamed}
    drafts = [draft for draft in drafts if draft.subject not in unnamed or done(draft) not in told]
    asked = {acts(draft) for draft in drafts if draft.object not in unnamed}  # of whom something is demanded
    return [draft for draft in drafts if draft.object not in unnamed or acts(draft) not in asked]


def _is_of_a_firm(reading: Reading, draft: Draft) -> bool:
    if draft.predicate != "acquired" or not isinstance(draft.object, int):
        return False
    return load_schema().fits(reading.root(draft.object).type, ("Organization",))


def read(article: Article, doc: Any, pack: LanguagePack, shadow: Shadow) -> Reading:
    """Find mentions, coreference and speakers of one parsed article."""
    names = _names(pack.code)
    tree = make_tree(rejoin(doc, pack), pack)
    table = find_references(tree, pack, names)
    classes = load_name_classes(pack.code)
    if classes is not None:
        with one_thread():
            questions = name_questions(tree, pack, names, table, vectors_of(doc), states_of(doc))
            classify_names(names, table, classes, questions)
    type_known_people(table)
    hang_media_on_verbs(tree, pack, table)
    syntax = Syntax(tree, pack)
    titles = resolve(syntax, table, names, vectors_of(doc))
    titles += join_predicates(syntax, table)
    breaks = [p.start for p in paragraphs(shadow.text)]
    attribution = Attribution(syntax, table, breaks, turned_marks(article.text, shadow))
    return Reading(
        tree=tree, pack=pack, names=names, table=table, titles=titles, syntax=syntax,
        context=Context(syntax, article.published), attribution=attribution, shadow=shadow.text,
        published=article.published, origin=shadow.origin,
    )  # fmt: skip


@cache
def _names(code: str) -> Names:
    return Names(load_pack(code))


EXACT = {  # properties that tell in what way one is somewhere, or of a party
    "locatedIn": frozenset({"residesIn", "headquarteredIn", "birthPlace", "educatedAt"}),
    "worksFor": frozenset({"memberOfParty"}),
    "memberOf": frozenset({"memberOfParty"}),
}
