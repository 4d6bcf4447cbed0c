"""Names behind what a firm makes or does: "le fabricant de peintures Vernal" is a maker, no paint."""

from kg.extract.rules.parsing.tree import PERSON_LABELS, ROOT, SUBJECTS, Tree, Word
from kg.lang import LanguagePack

LOOSE = ("name", "nmod", "appos", "amod", "flat", "dep", "obl", "obj", "conj", "parataxis", "advcl")
RIGHT = ("name", "nmod", "appos")  # as what a name hangs on its trade
LONGEST = 3  # complements of a trade, at most


def hang_on_firms(tree: Tree, pack: LanguagePack) -> bool:
    """ "le fabricant de peintures Vernal", "le géant laitier Fersk": a name behind a trade's field is the trader's."""
    mended = False
    trades = (pack.lists["industries"] | pack.words["generic_firms"]) - pack.words["plants"]
    for trade in tree.words[:-2]:
        if trade.pos not in ("NOUN", "ADJ") or trade.lemma not in trades or not trade.text.islower():
            continue
        if "Number=Plur" in trade.morph or not _is_told_definitely(tree, pack, trade):
            continue
        first = _end_of_field(tree, pack, trade)
        if first is None:
            continue
        name = _top_of_name(tree, first)
        within = trade.i <= name.head < first and name.rel in LOOSE
        above = name.head < trade.i and name.rel in LOOSE and not _may_be_somebody(tree, pack, trade, name)
        beside = name.rel in SUBJECTS and trade.rel in SUBJECTS and name.head == trade.head != ROOT
        right = name.head == trade.i and name.rel in RIGHT
        if not (within or above or beside) or right or name.case:
            continue
        _free_from(tree, name, trade)
        name.head, name.rel, trade.pos, mended = trade.i, "name", "NOUN", True
    return mended


def _free_from(tree: Tree, name: Word, trade: Word) -> None:
    """ "grâce à X, un logiciel conçu par l'éditeur Vernal": what the name seemed to rule takes its place."""
    above = next((w for w in (trade, *tree.ancestors(trade.i)) if w.head == name.i), None)
    if above is not None:
        above.head, above.rel = name.head, name.rel


def _may_be_somebody(tree: Tree, pack: LanguagePack, trade: Word, name: Word) -> bool:
    """ "le patron du groupe Marc Petit": a whole name behind the body of an office; one word is that of the body."""
    if name.head == ROOT or trade.lemma in pack.words["generic_firms"]:
        return True
    several = pack.nouns.get(trade.lemma) == "Person" or tree.child(name.i, "name") is not None
    return name.ent in PERSON_LABELS and several


def _is_told_definitely(tree: Tree, pack: LanguagePack, trade: Word) -> bool:
    marks = [c for c in tree.children(trade.i) if c.i < trade.i]
    if trade.pos == "ADJ" and (trade.i == 0 or tree.words[trade.i - 1] not in marks):
        return False  # "le groupe pétrolier X"
    return any(c.lower in pack.words["definite"] or "Poss=Yes" in c.morph for c in marks)


def _end_of_field(tree: Tree, pack: LanguagePack, trade: Word) -> int | None:
    """Where the name starts that stands behind a trade and its field, if that is told."""
    words, end = tree.words, len(tree.words)
    i = _behind_adjectives(tree, trade.i + 1)
    for _ in range(LONGEST):
        if i + 1 >= end or words[i].pos != "ADP" or words[i].lower not in pack.words["field_marks"]:
            break
        noun = i + 1
        melted = words[i].lower in pack.words["definite"]
        if words[noun].lower in pack.words["definite"]:
            melted, noun = True, noun + 1
        if melted and trade.lemma not in pack.words["giants"]:
            return None
        if noun >= end or words[noun].pos != "NOUN" or words[noun].is_title:
            return None
        i = _behind_adjectives(tree, noun + 1)
    if i >= end or not words[i].is_title or words[i].sent != trade.sent:
        return None
    return i if words[i].pos in ("PROPN", "NOUN", "ADJ", "X") else None


def _behind_adjectives(tree: Tree, i: int) -> int:
    while i < len(tree.words) and tree.words[i].pos in ("ADJ", "PROPN") and tree.words[i].text.islower():
        i += 1
    return i


def _top_of_name(tree: Tree, first: int) -> Word:
    """The word of a name that the others hang on, from its first."""
    word = tree.words[first]
    while word.head > first and tree.words[word.head].is_title and word.rel in ("name", "amod", "nmod", "det"):
        word = tree.words[word.head]
    return word
