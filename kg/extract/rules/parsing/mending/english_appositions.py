"""What stands behind a comma in English, and of whom it is told."""

from kg.extract.rules.parsing.tree import PLACE_LABELS, ROOT, SUBJECTS, Tree, Word
from kg.lang import LanguagePack

CITY = "GPE"
LONGEST_DATELINE = 6  # words from the comma behind its town
SHORT_TOWN = 3  # letters
AMPERSAND = "&"
PLURAL_TAGS = ("NNS", "NNPS")
NOUNS = ("NOUN", "PROPN")
LOOSE = ("conj", "parataxis", "dep", "npadvmod", "appos")  # as what a phrase that stands apart is hung on a verb


def seat_towns_of_based(tree: Tree, _: LanguagePack) -> bool:
    """ "The Redmond, Washington-based company": one place with the larger one behind it, and nobody who acts."""
    mended = False
    for based in tree.words[5:]:
        area = tree.words[based.i - 2]
        if based.rel != "amod" or based.pos != "VERB" or tree.words[based.i - 1].text != "-" or area.pos != "PROPN":
            continue
        opening = _start_of_capitals(tree, area.i)
        town = tree.words[opening - 2]
        if opening < 3 or tree.words[opening - 1].text != "," or town.pos != "PROPN":
            continue
        first, noun = _start_of_capitals(tree, town.i), tree.words[based.head]
        det = tree.words[first - 1] if first else town
        if det.pos != "DET" or det.head not in (town.i, noun.i) or noun.i < based.i:
            continue
        if noun.head == town.i:
            noun.head, noun.rel = town.head, town.rel
        for child in tree.children(town.i):
            if child.i > area.i and child is not noun:
                child.head = noun.i
        town.head, town.rel, det.head = based.i, "npadvmod", noun.i
        area.head, area.rel, mended = town.i, "appos", True
        tree.entities = [e for e in tree.entities if e[1] <= first or e[0] > town.i]
        tree.entities.append((first, town.i + 1, CITY))
        for word in tree.words[first : town.i + 1]:
            word.ent = CITY
    return mended


def name_datelines(tree: Tree, _: LanguagePack) -> bool:
    """ "FUNCHAL, Portugal", a line of its own: capitals there name the town where a piece was written."""
    mended = False
    for first, last in tree.sents:
        words = tree.words[first:last]
        comma = next((w.i for w in words if not w.text.isupper()), last)
        opens = words[0].opens_line or not first
        if not opens or not comma < last - 1 < comma + LONGEST_DATELINE or tree.words[comma].text != ",":
            continue
        if any(w.pos in ("VERB", "AUX") or w.text == "." for w in words) or len(words[0].text) < SHORT_TOWN:
            continue
        tree.entities = [e for e in tree.entities if e[1] <= first or e[0] >= comma]
        tree.entities.append((first, comma, CITY))
        for word in tree.words[first:comma]:
            word.ent = CITY
        area = next((w for w in words if w.i > comma and w.rel == "conj" and first <= w.head < comma), None)
        if area is not None:
            area.rel, mended = "appos", True
    return mended


def _start_of_capitals(tree: Tree, i: int) -> int:
    """Where the capitals begin of which a word is the last: "New York"."""
    while i and tree.words[i - 1].pos == "PROPN" and tree.words[i - 1].is_title:
        i -= 1
    return i


def hang_on_last_joined(tree: Tree, _: LanguagePack) -> bool:
    """ "Brad Stone and his wife, the novelist Eva Long": what a comma sets off tells of the last of those joined.

    "Nokia and Aton, the rivals" tells of both, "its founder and president, Brad Stone" of one, as "Marks & Spencer, the
    retailer" does.
    """
    mended = False
    for word in tree.words:
        first = tree.words[word.head] if word.rel == "appos" and word.head != ROOT else word
        if first is word or word.tag in PLURAL_TAGS or tree.child(word.i, "conj") is not None:
            continue
        comma = tree.subtree(word.i, ("punct",))[0] - 1
        last = _last_joined(tree, first, comma)
        if last is not None and tree.words[comma].text == ",":
            word.head, mended = last.i, True
    return mended


def hang_on_named(tree: Tree, pack: LanguagePack) -> bool:
    """ "Shares in Aton, the shoe retailer, fell", "the boss of Aton, a retailer": one thing is not told of several.

    Nor is a business told of a person: what a comma sets off tells of the name right before it.
    """
    mended = False
    for word in tree.words:
        first = tree.words[word.head] if word.rel == "appos" and word.head != ROOT else word
        if first is word or first.pos != "NOUN" or word.pos != "NOUN" or word.tag in PLURAL_TAGS:
            continue
        firm = word.lemma in pack.lists["industries"] and pack.nouns.get(word.lemma) not in (None, "Person")
        person = pack.nouns.get(first.lemma) == "Person" or first.lemma in pack.trades
        comma = tree.subtree(word.i, ("punct",))[0] - 1
        if tree.words[comma].text != "," or not (first.tag in PLURAL_TAGS or (person and firm)):
            continue
        name = _name_before(tree, first, comma)
        if name is not None and tree.child(word.i, "conj") is None:
            word.head, mended = name.i, True
    return mended


def appose_behind_names(tree: Tree, pack: LanguagePack) -> bool:
    """ "… fell, according to the Zumo Institute, a think tank": a noun is no second clause, it tells of the name.

    "The land belonged to Zumo, a trading company owned by Aton": nor is it what a verb happens to.
    """
    mended, firms = False, pack.lists["industries"]
    for noun in tree.words[3:]:
        loose = noun.rel in LOOSE or (noun.rel == "obj" and noun.lemma in firms)
        verb = tree.words[noun.head] if loose and noun.head != ROOT else noun
        if noun.pos != "NOUN" or verb.pos not in ("VERB", "AUX") or noun.head > noun.i or noun.tag in PLURAL_TAGS:
            continue
        below = tree.subtree(noun.i, ("punct",))
        name = tree.words[max(below[0] - 2, 0)]
        if tree.words[below[0] - 1].text != "," or name.pos != "PROPN" or tree.child(noun.i, "det") is None:
            continue
        if noun.case or tree.child(noun.i, "cc", "conj", "cop", *SUBJECTS) is not None or not _ends_phrase(tree, below):
            continue
        tops = [name, *(w for w in tree.ancestors(name.i) if w.pos == "PROPN" and w.i < noun.i)]
        top = next((w for w in tops if w.case and w.head != ROOT and tree.words[w.head].pos != "PROPN"), None)
        if top is not None and noun.rel == "obj" and _is_aside(tree, top):
            continue  # "opened, with Zumo, a shop"
        placed = top is not None and top.ent in PLACE_LABELS and pack.nouns.get(noun.lemma) == "Person"
        if top is not None and top.head != noun.i and not placed:  # "Born in Leeds, the son of a miner, he"
            noun.head, noun.rel, mended = top.i, "appos", True
    return mended


def name_partners(tree: Tree, _: LanguagePack) -> bool:
    """ "Harrow & Thane's boss", "Larder & Field has": a capital before the mark is of the name, as the mark is."""
    mended = False
    for mark in tree.words[1:-1]:
        first, last = tree.words[mark.i - 1], tree.words[mark.i + 1]
        if mark.text != AMPERSAND or not (first.is_title and last.is_title) or first.sent != last.sent:
            continue
        first.pos = "PROPN"
        joined = tree.words[last.head] if last.rel == "poss" and last.head != ROOT else last
        if joined is last or joined.head != first.i:
            continue
        joined.head, joined.rel, first.head, first.rel = first.head, first.rel, last.i, "name"
        for child in tree.children(first.i):
            if child.i not in (joined.i, last.i):
                child.head = last.i
        mark.head, mark.rel, mended = last.i, "name", True
    return mended


def _is_aside(tree: Tree, name: Word) -> bool:
    """Whether a comma stands before a name and its adposition."""
    return tree.words[max(tree.subtree(name.i, ("punct",))[0] - len(name.case.split()) - 1, 0)].text == ","


def _ends_phrase(tree: Tree, below: list[int]) -> bool:
    """Whether a phrase goes on to a comma or to the end of its sentence."""
    last = below[-1] + 1
    return last >= len(tree.words) or tree.words[last].text in (",", ".", ";")


def _name_before(tree: Tree, noun: Word, comma: int) -> Word | None:
    """The name that completes a noun and ends right before a comma."""
    for word in (tree.words[comma - 1], *tree.ancestors(comma - 1)):
        if word is noun or word.i < noun.i:
            return None
        below = [i for i in tree.subtree(word.i, ("punct",)) if i < comma]
        if word.case and word.head == noun.i and word.pos == "PROPN":
            alone = all(tree.words[i].pos != "CCONJ" or tree.words[i].text == AMPERSAND for i in below)
            return word if below[-1] == comma - 1 and alone else None
    return None


def _last_joined(tree: Tree, first: Word, end: int) -> Word | None:
    """The noun that "and" joins to another, whose phrase ends right before a word."""
    for i in reversed(tree.conjuncts(first.i)[1:]):
        noun = tree.words[i]
        if noun.i < end and noun.pos in NOUNS:
            below = [j for j in tree.subtree(i, ("punct",)) if j < end]
            apart = noun.pos == "PROPN" or tree.child(i, "det", "poss") is not None
            return noun if apart and below[-1] == end - 1 and not _are_one_name(tree, first, noun) else None
    return None


def _are_one_name(tree: Tree, first: Word, last: Word) -> bool:
    """ "Marks & Spencer", "Smith and Wesson": whether one name has both words, or a mark that only names have."""
    if any(w.text == AMPERSAND for w in tree.words[first.i : last.i]):
        return True
    return any(start <= first.i and last.i < end for start, end, _ in tree.entities)
