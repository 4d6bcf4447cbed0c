"""Decides which mentions stand for the same thing within an article: names, titles, descriptions, pronouns.

A rule-and-salience resolver in the line of Lappin & Leass (1994) and of the sieves of Lee et al. (2013): sure links
first (same name, acronym, apposition), then descriptions and pronouns, ranked by what was learnt from annotated
articles.
"""

from kg.extract.rules.coreference.aliases import join_acronyms, join_lands, join_named_places, join_names
from kg.extract.rules.coreference.antecedents import Antecedents
from kg.extract.rules.coreference.candidates import Vector
from kg.extract.rules.coreference.descriptions import resolve_nominal
from kg.extract.rules.coreference.identified import join_identified
from kg.extract.rules.coreference.named_beside import join_bodies_beside, join_named_beside
from kg.extract.rules.coreference.offices import part_heads_of_state
from kg.extract.rules.coreference.pronoun_weights import load_pronouns
from kg.extract.rules.coreference.pronouns import Pronouns
from kg.extract.rules.coreference.ranker import load_ranker
from kg.extract.rules.mentions.names import Names
from kg.extract.rules.mentions.references import References
from kg.extract.rules.mentions.title_joins import Title, is_of_another, join_title
from kg.extract.rules.mentions.titles import find_apposed, find_titles
from kg.extract.rules.parsing.syntax import Syntax
from kg.model import MentionKind


def resolve(syntax: Syntax, table: References, names: Names, vector: Vector) -> list[Title]:
    """Set the antecedents of all references but first persons; return the titles that were read on the way.

    Args:
        vector: the vector of a word, of length 1, or 0 where there is none.
    """
    tree, pack = syntax.tree, syntax.pack
    join_names(tree, pack, table)
    titles = list(find_titles(tree, pack, table))
    titles += find_apposed(tree, pack, table, {title.noun for title in titles})
    titles = [title for title in titles if not is_of_another(tree, pack, table, title)]
    for title in titles:
        join_title(tree, pack, table, title)
    titles += join_identified(tree, pack, table)
    if pack.adposition == "child":
        join_named_beside(tree, pack, table)
        join_bodies_beside(tree, pack, table)
    join_acronyms(tree, table)
    join_named_places(tree, pack, table)
    join_lands(tree, pack, table)
    ranker = load_ranker(pack.code)
    learned = Antecedents(tree, pack, table, names, ranker, vector) if ranker is not None else None
    pronouns = Pronouns(syntax, table, load_pronouns(pack.code))
    for index, item in enumerate(tuple(table.items)):
        if item.kind is MentionKind.NOMINAL and item.antecedent is None:
            resolve_nominal(tree, pack, table, names, index, learned)
        elif item.kind is MentionKind.PRONOUN and item.determiner in ("third", "possessor"):
            pronouns.resolve(index)
        if learned is not None:
            learned.pass_by(index)
    part_heads_of_state(tree, pack, table)
    return titles
