"""Portfolios and bodies before who is of them: "la ministre de la Justice Anne Roy", "le pilier de l'Ajax Luc Roy"."""

from kg.extract.rules.parsing.tree import HYPHEN, PERSON_LABELS, Tree, Word
from kg.lang import LanguagePack

REACH = 4  # words between an office and its portfolio
BODY_LABEL = "ORG"
FARTHEST = 14  # words between an office and the name of its bearer, whose portfolio may be long


def cut_portfolios(tree: Tree, pack: LanguagePack) -> bool:
    """Where the model made one name of portfolio and person, hang each below the office."""
    mended = False
    given = pack.given_names
    for number, (first, last, _label) in enumerate(tree.entities):
        inside = tree.words[first:last]
        at = next((w.i for w in inside[1:-1] if w.is_title and w.lower.split("-")[0] in given), None)
        if at is None or not all(w.lower in pack.words["portfolios"] for w in tree.words[first:at]):
            continue
        offices = pack.lists["positions"]
        before = reversed(tree.words[max(0, first - REACH) : first])
        office = next((w for w in before if w.pos == "NOUN" and w.lemma in offices), None)
        if office is None:
            continue
        _part(tree, min(pack.words["of"], default=""), office, (first, at, last))
        tree.entities[number] = (at, last, PERSON_LABELS[0])
        mended = True
    return mended


def _part(tree: Tree, of: str, office: Word, places: tuple[int, int, int]) -> None:
    """Hang portfolio and name below the office, and what stood before the portfolio below that.

    Args:
        of: the adposition between office and portfolio.
    """
    first, at, last = places
    top = next((w for w in tree.words[first:last] if not first <= w.head < last), tree.words[first])
    if not office.i <= top.head < last and office.head in range(first, last):
        office.head, office.rel = top.head, top.rel
    for word in tree.words[office.i + 1 : first]:
        if first <= word.head < last:
            word.head = first
    for child in tree.words[last:]:
        if first <= child.head < last and child.sent == office.sent:
            child.head = at
    for word in tree.words[first:last]:
        word.head, word.rel = (first if word.i < at else at), "name"
    tree.words[first].head, tree.words[first].rel, tree.words[first].case = office.i, "nmod", of
    tree.words[at].head, tree.words[at].rel, tree.words[at].case = office.i, "appos", ""


def name_ministers(tree: Tree, pack: LanguagePack) -> bool:
    """ "le ministre des Transports Zoran Ilic": a full name behind a portfolio, whatever its parts were taken for."""
    longer = {x for x in pack.lists["positions"] if " " in x}
    mended, known = False, {(first, last) for first, last, label in tree.entities if label in PERSON_LABELS}
    for office in tree.words:
        if office.lemma not in pack.words["national_offices"] or "Number=Plur" in office.morph:
            continue
        if " ".join(w.lower for w in tree.words[office.i : office.i + 2]) in longer:
            continue  # "secrétaire général" of whatever body
        first = _behind_matter(tree, pack, office)
        last = _end_of_name(tree, first)
        name = next((w for w in tree.words[first:last] if not first <= w.head < last), tree.words[first])
        astray = (first, last) not in known or office.i < name.head < first  # hung on the portfolio
        if last - first > 1 and astray and not tree.words[first].text.isupper():
            _seat(tree, office, first, last)
            mended = True
    return mended


def seat_behind_bodies(tree: Tree, pack: LanguagePack) -> bool:
    """ "le batteur des Rolling Stones Luc Petit": a person's name right behind that of a body is of who is of it."""
    mended, people = False, [(first, last) for first, last, label in tree.entities if label in PERSON_LABELS]
    people += [(at, last) for first, last, label in tree.entities if (at := _person_within(tree, pack, first, last))]
    for first, last in people:
        body, opens = first, tree.sents[tree.words[first].sent][0]
        while body > opens and tree.words[body - 1].is_title:
            body -= 1
        office = _office_of_body(tree, pack, body) if opens + 2 < body < first else None
        if office is None:
            continue
        name = next((w for w in tree.words[first:last] if not first <= w.head < last), tree.words[first])
        of_body = [x for x in tree.entities if body <= x[0] and x[1] <= first]
        known = (first, last) in {x[:2] for x in tree.entities}
        if (name.head, name.rel) != (office.i, "appos") or not known:
            _seat(tree, office, first, last)
            tree.entities += of_body if known else [(body, first, BODY_LABEL)]
            mended = True
    return mended


def _person_within(tree: Tree, pack: LanguagePack, first: int, last: int) -> int:
    """ "L'Obs Anne Roy": where a person's two names begin in what was taken for one; 0: "l'institut Louis Pasteur"."""
    at, before = last - 2, tree.words[last - 3]
    if at <= first or tree.words[at].lower not in pack.given_names or not tree.words[at + 1].is_title:
        return 0
    common = {before.lower, before.lemma} & pack.nouns.keys()
    return 0 if common or not before.is_title else at


def _office_of_body(tree: Tree, pack: LanguagePack, body: int) -> Word | None:
    """ "le milieu de terrain du …": the office or trade of one person before "de" and the name of a body."""
    words = tree.words
    of = body - 1 if words[body - 1].pos == "ADP" else body - 2
    if words[of].pos != "ADP" or pack.adpositions.get(words[of].lower, words[of].lower) not in pack.words["of"]:
        return None
    trades = pack.lists["occupations"] | pack.lists["positions"]
    for start in (of - 3, of - 2, of - 1):
        told = " ".join(w.lower for w in words[max(start, 0) : of])
        known = told in trades or (start == of - 1 and words[start].lemma in trades)
        single = start > 0 and "Number=Plur" not in words[start].morph and words[start].pos == "NOUN"
        if known and single and words[start - 1].pos == "DET":
            return words[start]
    return None


def _behind_matter(tree: Tree, pack: LanguagePack, office: Word) -> int:
    """The word behind the portfolio of an office; that of the office where none is told."""
    words, end = tree.words, min(tree.sents[office.sent][1], office.i + FARTHEST)
    marks = pack.words["portfolio_marks"] | pack.words["definite"]
    of_state = {part for told in pack.words["of_state"] for part in told.replace("'", "' ").split()}
    told, charged, i = False, False, office.i + 1
    while i < end:
        word = words[i]
        if i + 1 < end and f"{word.lower} {words[i + 1].lower}" in pack.words["in_charge_of"]:
            charged, i = True, i + 2  # "secrétaire d'État en charge de l'égalité"
            continue
        joins = word.lower in marks | of_state | pack.words["charged"] or word.pos == "CCONJ"
        opens = word.is_title and not joins and words[i - 1].lower in marks
        given = word.is_title and word.lower.split(HYPHEN)[0] in pack.given_names and not (opens and not told)
        common = word.pos in ("NOUN", "ADJ") or word.lower in pack.words["portfolios"] or _is_quality(word)
        if not joins and (given or not common):
            break
        charged = charged or word.lower in pack.words["charged"]
        told, i = told or opens or (charged and not joins), i + 1
    return i if told and words[i - 1].lower not in marks else office.i


def _is_quality(word: Word) -> bool:
    """ "des personnes handicapées", "l'égalité femmes-hommes": what completes a matter, whatever it was taken for."""
    return word.text.islower() and ("VerbForm=Part" in word.morph or HYPHEN in word.text)


def _end_of_name(tree: Tree, first: int) -> int:
    """The word behind the capitals that follow each other from a word on, or are tied by hyphens."""
    words, i, end = tree.words, first, tree.sents[tree.words[first].sent][1]
    while i < end and words[i].is_title:
        i += 2 if i + 2 < end and words[i + 1].text == HYPHEN and words[i + 2].is_title else 1
    return i


def _seat(tree: Tree, office: Word, first: int, last: int) -> None:
    """Hang a name below the office, which takes its place in the sentence, and mark it as that of a person."""
    inside = range(office.i, last)
    top = next((w for w in tree.words[first:last] if w.head not in inside), None)
    top = top or next((w for w in tree.words[office.i + 1 : first] if w.head not in inside), None)
    if top is not None and office.head in (top.head, *inside):
        office.head, office.rel = top.head, top.rel
    for word in tree.words[slice(*tree.sents[office.sent])]:
        if word.i not in range(first, last) and word.head in range(first, last):
            word.head, word.rel = (office.i, "nmod") if word.i in inside and word.i != office.i else (first, word.rel)
    for word in tree.words[first:last]:
        word.head, word.rel, word.pos, word.case = first, "name", "PROPN", ""
        word.ent = PERSON_LABELS[0]
    tree.words[first].head, tree.words[first].rel = office.i, "appos"
    tree.entities[:] = [x for x in tree.entities if x[1] <= office.i or x[0] >= last]
    tree.entities.append((first, last, PERSON_LABELS[0]))
