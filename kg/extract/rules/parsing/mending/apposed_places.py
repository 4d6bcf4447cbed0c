"""What kind of place a name is, told behind its comma: "Brénac, un village du Jura"."""

from kg.extract.rules.parsing.tree import PLACE_LABELS, ROOT, SUBJECTS, Tree, Word
from kg.lang import LanguagePack

SETTLED = ("City", "AdministrativeArea", "Country")
BEFORE_NOUN = ("DET", "ADJ", "NUM", "ADV")
CLOSING = frozenset({",", ".", ")", ";", '"', "(", ":", "!", "?"})
LOOSE = ("obl", "advcl", "dislocated", "vocative", "parataxis", "nmod", "dep")


def appose_places(tree: Tree, pack: LanguagePack) -> bool:
    """ "les habitants de Brénac, un village du Jura, votent": it is told of the name before the comma, of no other."""
    mended = False
    for noun in tree.words[2:]:
        if noun.pos != "NOUN" or noun.case or noun.head == ROOT or pack.nouns.get(noun.lemma) not in SETTLED:
            continue
        name = _name_before(tree, noun)
        if name is None or "Number=Plur" in noun.morph or not _is_closed(tree, noun, pack):
            continue
        if (noun.head, noun.rel) == (name.i, "appos") or any(w is noun for w in tree.ancestors(name.i)):
            continue
        if noun.rel in SUBJECTS and not _is_second(tree, noun):
            if name.head != noun.head or name.case or name.rel not in LOOSE:
                continue
            name.rel = noun.rel  # "Brénac, une ville du Jura, a voté": the name acts
        noun.head, noun.rel, mended = name.i, "appos", True
    return mended


def _is_second(tree: Tree, noun: Word) -> bool:
    """ "La police de Brénac, une ville du Jura, enquête": whether a verb has a subject before a noun as well."""
    return any(c.i < noun.i for c in tree.children(noun.head, *SUBJECTS))


def _name_before(tree: Tree, noun: Word) -> Word | None:
    """The name of a place that ends before the comma behind which a noun and its adjectives stand."""
    comma = noun.i - 1
    while comma > 0 and tree.words[comma].pos in BEFORE_NOUN:
        comma -= 1
    last = tree.words[comma - 1] if comma > 0 else noun
    if tree.words[comma].text != "," or last.sent != noun.sent or last.ent not in PLACE_LABELS:
        return None
    while last.rel == "name" and last.head != ROOT and last.head < last.i:
        last = tree.words[last.head]
    return last


def _is_closed(tree: Tree, noun: Word, pack: LanguagePack) -> bool:
    """Whether a phrase ends at a mark, or in a relative clause: "À Brénac, la ville a voté" has no apposition.

    What "the region" or "the town" is that stands beside a name, only a complement tells: "avec Brénac, la région".
    """
    definite = any(c.lower in pack.words["definite"] for c in tree.children(noun.i, "det"))
    told = tree.child(noun.i, "nmod", "amod", "acl", "relcl") is not None or noun.lemma in pack.words["capital_heads"]
    if definite and not told:
        return False
    for word in tree.words[noun.i + 1 : tree.sents[noun.sent][1]]:
        if word.text in CLOSING or "PronType=Rel" in word.morph:
            return True
        if "VerbForm=Fin" in word.morph or (word.pos == "CCONJ" and definite):
            return False
    return True
