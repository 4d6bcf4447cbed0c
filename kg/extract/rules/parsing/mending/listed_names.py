"""Names in a row, between commas and "et": one series, and of whom it is told."""

from kg.extract.rules.parsing.mending.grammar import is_finite, opening_of
from kg.extract.rules.parsing.mending.noun_phrases import head_within, kind_of_name
from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Tree, Word
from kg.lang import LanguagePack

Span = tuple[int, int, str]  # from the first word of a name to the one behind its last, and its label
PAIR = 2  # names that "et" joins, without any comma
LISTED = ("appos", "obl", "nmod", "obj", "conj", "advcl", "parataxis", "dep", "dislocated")  # as what a member is hung
STRAYED = ("advcl", "dislocated", "obl", "nmod", "dep", "parataxis", "obj")  # as what the first that acts is hung
BRACKET = 4  # words in a bracket behind a name of a series


def join_listed_names(tree: Tree, pack: LanguagePack) -> bool:
    """ "accuse Marc Petit, Paul Roy et Anne Duval": names of one kind between commas and "et" are one series.

    An article may stand before each, and a bracket behind: "le Canada, l'Italie (Rome) et le Japon".
    """
    starts = {opening_of(tree, pack, first): (first, last, label) for first, last, label in tree.entities}
    ends = {last: (first, last, label) for first, last, label in tree.entities}
    mended = False
    for link in tree.words[1:-1]:
        before = ends.get(_before_bracket(tree, link.i)) if link.pos == "CCONJ" else None
        last = starts.get(link.i + 1) or _unmarked(tree, pack, link.i + 1, before)
        if last is None:
            continue
        series = [last]
        while before is not None and kind_of_name(before[2]) == kind_of_name(last[2]):
            series.append(before)
            comma = opening_of(tree, pack, before[0]) - 1
            listed = comma > 0 and tree.words[comma].text == ","
            before = ends.get(_before_bracket(tree, comma)) if listed else None
        if len(series) > PAIR:
            names = [head_within(tree, first, end) for first, end, _ in reversed(series)]
            mended = _give_back_to_participle(tree, pack, names) or mended
            mended = _join_names(tree, names) or mended
    return mended


def join_behind_conjunctions(tree: Tree, _: LanguagePack) -> bool:
    """ "l'Italie et la Nouvelle-Zélande ont banni X": what has "et" of its own behind a name does not rename it."""
    mended = False
    for second in tree.words[2:]:
        first = tree.words[second.head] if second.rel == "appos" and second.ent and not second.case else second
        if first is second or not first.ent or first.i > second.i:
            continue
        link, inside = tree.words[tree.subtree(second.i)[0]], tree.subtree(first.i, ("appos", "punct"))
        if link.pos == "CCONJ" and link.i - 1 in inside:
            second.rel, mended = "conj", True
    return mended


def _before_bracket(tree: Tree, end: int) -> int:
    """ "Marc Petit (LR) et Anne Roy": where what a bracket follows ends, if one closes right before a word."""
    if tree.words[end - 1].text != ")":
        return end
    opening = (w.i for w in reversed(tree.words[max(0, end - 2 - BRACKET) : end - 1]) if w.text == "(")
    return next(opening, end)


def _unmarked(tree: Tree, pack: LanguagePack, i: int, before: Span | None) -> Span | None:
    """ "la Suède, la Norvège et le Japon ont": a proper noun that the model marks as no name, behind others."""
    opener = tree.words[i]
    name = tree.words[i + 1] if opener.lower in pack.words["definite"] and i + 1 < len(tree.words) else opener
    known = before is None or name.pos != "PROPN" or name.ent or name.rel == "name"
    return None if known or before is None else (name.i, name.i + 1, before[2])


def _join_names(tree: Tree, names: list[Word]) -> bool:
    """Hang the later names on the first; one that acts where the first does not opens a clause: "Selon X, Y et Z …".

    "les maires de X et de Y, Paul Roy et Anne Duval": a series that repeats its adposition ends where that does.
    """
    first, mended = names[0], _give_back_act(tree, names) or _give_first_act(tree, names)
    if (first.rel == "conj" and first.case) or _is_behind_one(tree, first):
        return mended
    if first.head == ROOT or any(w.case or w.head == ROOT or w.rel not in LISTED for w in names[1:]):
        return mended
    for name in names[1:]:
        if tree.first_conjunct(name.i) != tree.first_conjunct(first.i) and name.head != first.i:
            name.head, name.rel, mended = first.i, "conj", True
        elif name.head == first.i and name.rel != "conj":
            name.rel, mended = "conj", True
    return mended


def _is_behind_one(tree: Tree, first: Word) -> bool:
    """ "Luc Roy, maire de Metz, Anne Petit (Lyon), Paul Dumas (Nice) et …": several are not what one is told to be."""
    role = tree.words[first.head] if first.rel == "appos" and first.head != ROOT else first
    set_off = 1 < role.i < first.i and tree.words[role.i - 1].text == "," and tree.words[role.i - 2].pos == "PROPN"
    return set_off and role.pos == "NOUN" and "Number=Plur" not in role.morph


def _give_back_act(tree: Tree, names: list[Word]) -> bool:
    """ "Luc Roy, patron d'Aldane, Zumo et Valtec, a réagi": the series closes what is said of him, and he acts."""
    acting = next((w for w in names[1:] if w.rel in SUBJECTS), None)
    end = max(tree.subtree(names[-1].i)) + 1
    role = tree.words[names[0].head] if names[0].head != ROOT else names[0]
    person = tree.words[role.head] if role.head != ROOT else role
    closed = end < len(tree.words) and tree.words[end].text == "," and tree.words[role.i - 1].text == ","
    if acting is None or not closed or role.rel != "appos" or person.pos != "PROPN" or person.i > role.i:
        return False
    person.head, person.rel = acting.head, acting.rel
    acting.head, acting.rel = names[0].i, "conj"
    return True


def _give_back_to_participle(tree: Tree, pack: LanguagePack, names: list[Word]) -> bool:
    """ "Zumo, fondé par Luc Roy, Anne Petit et Paul Dumas, a licencié": the series closes what was done, Zumo acts."""
    acting = next((w for w in names[1:] if w.rel in SUBJECTS), None)
    participle = tree.words[names[0].head] if names[0].case in pack.words["by"] and names[0].head != ROOT else None
    end = max(tree.subtree(names[-1].i)) + 1
    closed = end < len(tree.words) and tree.words[end].text == ","
    if acting is None or participle is None or not closed or "Tense=Past|VerbForm=Part" not in participle.morph:
        return False
    before, verb = tree.words[max(participle.i - 1, 0)], tree.words[acting.head]
    set_off = before.text == "," or (before.pos == "ADV" and tree.words[max(before.i - 1, 0)].text == ",")
    if not set_off or verb.i < end or tree.child(participle.i, "aux", "aux:pass", "cop") is not None:
        return False
    if verb.head == participle.i and is_finite(tree, verb):
        verb.rel = "parataxis"  # which the main verb is given back from
    acting.head, acting.rel = names[0].i, "conj"
    return True


def _give_first_act(tree: Tree, names: list[Word]) -> bool:
    """ "Paris, Berlin et Rome accusent Moscou": the bare name that opens the series acts, and no clause of its own."""
    first, acting = names[0], names[1]
    verb = tree.words[acting.head] if acting.rel in SUBJECTS and acting.head != ROOT else acting
    strayed = first.head == verb.i and first.rel in STRAYED and not first.case and verb.i > names[-1].i
    if verb is acting or not strayed or tree.subtree(first.i)[0] != tree.sents[first.sent][0]:
        return False
    first.rel, acting.head, acting.rel = acting.rel, first.i, "conj"
    return True
