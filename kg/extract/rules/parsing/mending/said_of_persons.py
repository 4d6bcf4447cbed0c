"""What is said of a person and hung on another word: "la mort de Marc Roy, né à Metz", "son footballeur de mari"."""

from kg.extract.rules.parsing.agreement import agrees
from kg.extract.rules.parsing.mending.noun_phrases import head_within
from kg.extract.rules.parsing.tree import PERSON_LABELS, ROOT, Tree, Word
from kg.lang import LanguagePack
from kg.lang.schema import load_schema

HUNG = ("acl", "advcl", "amod", "conj", "parataxis", "dep")  # as what a participle is hung elsewhere
ABLE = ("Person", "Group", "Organization")  # of whom such participles are said


def hang_on_bearers(tree: Tree, pack: LanguagePack) -> bool:
    """ "la mort de Marc Roy, né à Metz", "Anne Roy, 13 ans, violée et tuée": told of the name before the comma.

    The parser hung it on a noun that nobody bears, or on the age.
    """
    mended = False
    for word in tree.words[3:]:
        participle = word.pos == "VERB" and "Tense=Past|VerbForm=Part" in word.morph  # no "accusant X de vol"
        participle &= word.rel in HUNG and word.head != ROOT
        if not participle or tree.child(word.i, "aux", "aux:pass", "cop") is not None:
            continue
        above = tree.words[word.head]
        name = _aged_bearer(tree, pack, word, above) or _bearer(tree, pack, word, above)
        if name is None or (name.i, "acl") == (word.head, word.rel):
            continue
        word.head, word.rel, mended = name.i, "acl", True
        for day in _days_behind(tree, pack, word):
            day.head, day.rel = word.i, "obl"
    return mended


def _bearer(tree: Tree, pack: LanguagePack, word: Word, above: Word) -> Word | None:
    """The name before the comma of a participle, where the noun that it hangs on may not be what it is said of."""
    if word.lemma not in pack.words["of_persons"] or above.i > word.i:
        return None
    comma = word.i - 1
    joined = tree.words[comma].lower in pack.words["coordinators"] and comma > 2  # "violée et tuée"
    comma -= 2 if joined and word.lower.endswith(tree.words[comma - 1].lower[-1:]) else 0
    aged = comma > 3 and tree.words[comma - 1].lemma in pack.words["age_units"] and tree.words[comma - 3].text == ","
    name = _name_before(tree, comma - 3 if aged else comma)
    if name is None or not agrees(tree, name, word, pack) or _may_be_said_of(tree, pack, word, above, name):
        return None
    other = above.ent in PERSON_LABELS and above.i < name.i  # "Marc Roy, jugé dans l'affaire Zumo, soupçonné de vol"
    return None if other else name


def _may_be_said_of(tree: Tree, pack: LanguagePack, word: Word, above: Word, name: Word) -> bool:
    """ "le père d'Anne Roy, né à Metz", "le club de Marc Roy, élu meilleur club": of what the name completes."""
    several = "Number=Plur" in above.morph and not word.lower.endswith(pack.agreement["plural"])
    if above.pos not in ("NOUN", "PROPN") or name.head != above.i or several:
        return False
    return above.ent != "" or load_schema().fits(pack.nouns.get(above.lemma, "Concept"), ABLE)


def _aged_bearer(tree: Tree, pack: LanguagePack, word: Word, above: Word) -> Word | None:
    """ "Anne Roy, 13 ans, violée et tuée": the name before an age that participles were joined to."""
    aged = above.lemma in pack.words["age_units"] and above.i < word.i and tree.child(above.i, "nummod") is not None
    comma = tree.subtree(above.i)[0] - 1
    return _name_before(tree, comma) if aged and word.rel == "conj" else None


def _name_before(tree: Tree, comma: int) -> Word | None:
    """The first word of the person's name that ends at a comma."""
    if comma < 1 or tree.words[comma].text != ",":
        return None
    ending = ((first, end) for first, end, label in tree.entities if end == comma and label in PERSON_LABELS)
    span = next(ending, None)
    return head_within(tree, *span) if span is not None else None


def _days_behind(tree: Tree, pack: LanguagePack, word: Word) -> list[Word]:
    """ "tuée le 25 avril": the day right behind a participle that was hung on a verb before it."""
    behind = tree.words[word.i + 1 : word.i + 3]
    months = pack.patterns["dates"]["months"]
    days = (w for w in behind if w.rel in ("obl", "nmod") and w.text.isdigit() and -1 < w.head < word.i)
    return [w for w in days if any(c.lower in months for c in tree.children(w.i))]


def turn_judged_kin(tree: Tree, pack: LanguagePack) -> bool:
    """ "son footballeur de mari", "mon imbécile de frère": the bare noun of kin behind "de" is who somebody is.

    What stands before it only says of what kind he is: the two change places.
    """
    mended = False
    for kin in tree.words[2:]:
        if kin.lower not in pack.words["judged_kin"] or kin.case not in pack.words["of"] or kin.head == ROOT:
            continue
        told = tree.words[kin.head]
        mark = tree.child(told.i, "det", "poss")
        if mark is None and told.case in pack.words["of"] and told.head != ROOT:
            told = tree.words[told.head]  # "son homme d'affaires de mari"
            mark = tree.child(told.i, "det", "poss")
        if tree.words[kin.i - 1].lemma not in pack.words["of"] or tree.child(kin.i, "det") is not None:
            continue
        if mark is None or "Poss=Yes" not in mark.morph or "Number=Plur" in mark.morph or not mark.i < told.i < kin.i:
            continue
        _swap(tree, told, kin)
        mended = True
    return mended


def _swap(tree: Tree, told: Word, kin: Word) -> None:
    """Give the noun of kin the place of the noun before it, and all that hangs there but its own complements."""
    kin.head, kin.rel, kin.case = told.head, told.rel, told.case
    for child in tree.children(told.i):
        if child.rel in ("det", "poss", "case") or child.i > kin.i:
            child.head = kin.i
    for child in tree.children(kin.i, "case"):
        if child.i > told.i:
            child.head, child.rel = told.i, "fixed"
    told.head, told.rel, told.case = kin.i, "amod", ""
