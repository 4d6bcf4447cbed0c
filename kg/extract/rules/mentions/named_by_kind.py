"""Names that a common noun opens: "rue de Valois", "clinique Bizet", "mer Rouge"."""

from kg.extract.rules.mentions.names import Names, Span
from kg.extract.rules.parsing.adpositions import is_of
from kg.extract.rules.parsing.tree import Tree, Word
from kg.lang import LanguagePack
from kg.lang.gazetteer import Known
from kg.lang.schema import load_schema

TOWNS = ("City", "AdministrativeArea")


def with_kind(tree: Tree, pack: LanguagePack, names: Names, span: Span, start: int) -> Span:
    """Return a name with the noun that it completes: "rue d'Aubagne" is no town, "pont Mathilde" no woman.

    Args:
        start: end of the name before; a noun in that one is not taken twice.
    """
    first, last, kind = span
    bare = names.entry(names.surface(tree, first, last))
    before, linked = _noun_before(tree, first - 1), _noun_linked(tree, pack, first)
    for noun in (before, linked):
        if noun is None or noun.i < start:
            continue
        if noun.i and f"{tree.words[noun.i - 1].lower} {noun.lower}" in pack.words["adverbial"]:
            continue  # "explique sur place Florent Petit"
        article = tree.words[noun.i - 1] if noun.i else noun
        if noun is linked and article.pos == "DET" and article.lower in pack.words["indefinite"]:
            continue  # "dans une rue de Lille": one of its streets
        if noun.lower in pack.words["named_ways"] and (noun is before or _may_name_way(bare, kind)):
            return noun.i, last, "Place"
        if noun is linked and (noun.lower in pack.words["named_directly"] or tree.words[first].text.isupper()):
            continue  # "le rapport de la DRPP" is by it
        if noun.lower in pack.words["named_sites"] and _completes(bare, kind, is_linked=noun is linked):
            return noun.i, last, _class_of(pack, noun)
    return span


def _class_of(pack: LanguagePack, noun: Word) -> str:
    """The class of what a noun opens the name of: "le prix Goncourt" is no sum."""
    kind = pack.nouns.get(noun.lemma, "Place")
    return "Concept" if load_schema().is_a(kind, "Quantity") else kind


def _may_name_way(bare: Known | None, kind: str) -> bool:
    """ "place de la Nation", but "la place de la France", "de Renault", "de Marc Petit" is their part in something."""
    if bare is None:
        return kind != "Person"
    return bare.type != "Country" and load_schema().fits(bare.type, ("Place", "Product", "Event"))


def _completes(bare: Known | None, kind: str, *, is_linked: bool) -> bool:
    """Whether a name says which site is meant, and is none by itself: not "gare de Lyon", "l'université Harvard"."""
    if is_linked:
        return bare is None and kind != "Person"
    return bare is None or not load_schema().fits(bare.type, ("Organization", "Place")) or bare.type in TOWNS


def _noun_before(tree: Tree, i: int) -> Word | None:
    """A noun written small, right before a name."""
    word = tree.words[i] if i >= 0 else None
    if word is None or not word.text[:1].islower() or i + 1 >= len(tree.words):
        return None
    beside = tree.words[i + 1]
    return word if beside.sent == word.sent and beside.start == word.end + 1 else None


def _noun_linked(tree: Tree, pack: LanguagePack, first: int) -> Word | None:
    """The noun before "de", "de la", "du" and a name."""
    words, i = tree.words, first - 1
    if i > 1 and words[i].lower in pack.words["definite"] and not is_of(pack, words[i]):
        i -= 1
    if i < 1 or not is_of(pack, words[i]):
        return None
    return words[i - 1] if words[i - 1].text[:1].islower() and words[i - 1].sent == words[first].sent else None
