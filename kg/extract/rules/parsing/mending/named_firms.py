"""Names behind what a firm makes or does: "le fabricant de peintures Vernal" is a maker, no paint."""

from kg.extract.rules.parsing.tree import PERSON_LABELS, ROOT, SUBJECTS, Tree, Word
from kg.lang import LanguagePack
from kg.lang.gazetteer import load_gazetteer

LOOSE = ("name", "nmod", "appos", "amod", "flat", "dep", "obl", "obj", "conj", "parataxis", "advcl", "acl")
RIGHT = ("name", "nmod", "appos")  # as what a name hangs on its trade
LONGEST = 3  # complements of a trade, at most


def hang_on_firms(tree: Tree, pack: LanguagePack) -> bool:
    """ "le fabricant de peintures Vernal", "le géant laitier Fersk": a name behind a trade's field is the trader's."""
    mended = False
    firms = pack.lists["industries"] | pack.words["generic_firms"] | pack.words["funds"] | pack.words["parents"]
    trades = firms - pack.words["plants"]
    for trade in tree.words[:-2]:
        mended = _put_before_name(tree, pack, trade, trades) or mended
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


def _put_before_name(tree: Tree, pack: LanguagePack, trade: Word, trades: frozenset[str]) -> bool:
    """ "Le raffineur autrichien Vernal a fermé": of a trade and the adjective of a place, neither is the name's."""
    name, people = tree.words[trade.head], tree.words[trade.i + 1]
    if trade.rel != "amod" or trade.pos != "ADJ" or trade.lemma not in trades or name.i != trade.i + 2:
        return False
    article = tree.words[trade.i - 1] if trade.i else trade
    placed = name.is_title and people.text.islower() and of_place(pack, people)
    if not placed or article.lower not in pack.words["definite"]:
        return False
    for child in tree.children(name.i):
        if child.i < trade.i:
            child.head = trade.i
    trade.head, trade.rel, trade.case, trade.pos = name.head, name.rel, name.case, "NOUN"
    people.head, people.rel, people.pos = trade.i, "amod", "ADJ"
    name.head, name.rel, name.case = trade.i, "name", ""
    return True


def turn_placed(tree: Tree, pack: LanguagePack) -> bool:
    """ "L'assureur niortais Vernal a fermé": the adjective of a town behind a noun is neither participle nor verb."""
    mended = False
    for word in tree.words[1:-1]:
        noun, name = tree.words[word.i - 1], tree.words[word.i + 1]
        if noun.pos != "NOUN" or not word.text.islower() or not of_place(pack, word):
            continue
        if word.pos == "VERB" and noun.head == word.i and name.is_title:
            mended = _give_act(tree, word, noun, name) or mended
        elif word.pos == "VERB" and name.is_title and name.head == word.i and word.rel in SUBJECTS:
            mended = _give_place(tree, word, noun, name) or mended
        elif word.head == noun.i and (word.pos == "VERB" or word.rel == "punct"):
            for child in tree.children(word.i):
                child.head = noun.i
                child.rel = "name" if child is name and child.is_title else child.rel
            word.pos, word.rel, word.lemma, mended = "ADJ", "amod", word.lower, True
    return mended


def _give_place(tree: Tree, word: Word, noun: Word, name: Word) -> bool:
    """ "Le conseil de l'avionneur moscovite Vernal s'est réuni": what seemed the verb's subject is that of the next."""
    subject = next((w for w in tree.ancestors(noun.i) if w.head == word.i), noun)
    if subject.rel not in SUBJECTS or subject.i > noun.i:
        return False
    subject.head, subject.rel, main = word.head, word.rel, word.head
    for child in tree.children(word.i):
        child.head = main
    name.head, name.rel = noun.i, "name"
    word.head, word.rel, word.pos, word.lemma = noun.i, "amod", "ADJ", word.lower
    return True


def seat_placed_trades(tree: Tree, pack: LanguagePack) -> bool:
    """ "Le raffineur coréen Vernal Zinc a fermé": trade, adjective of a place and name are one phrase, whose head acts.

    The parser may hang each of them elsewhere; the trade takes the best of their places.
    """
    trades = (pack.lists["industries"] | pack.words["generic_firms"]) - pack.words["plants"]
    mended = False
    for trade in tree.words[1:-2]:
        people, first = tree.words[trade.i + 1], tree.words[trade.i + 2]
        article = tree.words[trade.i - 1]
        told = article.lower in pack.words["definite"] and trade.lemma in trades and trade.text.islower()
        if not told or not first.is_title or not people.text.islower() or not of_place(pack, people):
            continue
        if people.pos == "VERB" or first.sent != trade.sent or people.rel == "conj":
            continue
        last = first.i + 1
        while last < len(tree.words) and tree.words[last].is_title and tree.words[last].pos == "PROPN":
            last += 1
        span = tree.words[trade.i : last]
        tops = [w for w in span if not trade.i <= w.head < last]
        if len(tops) < 2 or any(w.head == ROOT for w in tops):
            continue
        _seat(tree, trade, people, first, span, tops)
        mended = True
    return mended


def _seat(tree: Tree, trade: Word, people: Word, first: Word, span: list[Word], tops: list[Word]) -> None:
    """Make a trade the head of its phrase, with the place of that word which has the most telling one."""
    best = next((w for w in tops if w.rel in SUBJECTS), tops[0])
    trade.head, trade.rel, trade.pos = best.head, best.rel, "NOUN"
    trade.case = "" if best.rel in SUBJECTS else next((w.case for w in span if w.case), "")
    for word in tree.words:
        if word not in span and span[0].i < word.head <= span[-1].i:
            word.head = trade.i
    people.head, people.rel, people.pos, people.case = trade.i, "amod", "ADJ", ""
    first.head, first.rel, first.case = trade.i, "name", ""
    for word in span[3:]:
        word.head, word.rel, word.case = first.i, "name", ""


def appose_behind_complements(tree: Tree, pack: LanguagePack) -> bool:
    """ "a transité par Vernal, un grossiste de Lyon": behind the comma of a name no object stands, but what it is."""
    mended = False
    for noun in tree.words[3:]:
        verb = tree.words[noun.head] if noun.head != ROOT else noun
        if noun.pos != "NOUN" or noun.rel not in ("obj", "xcomp", "attr") or verb.pos != "VERB" or noun.case:
            continue
        comma = tree.subtree(noun.i, ("punct",))[0] - 1
        if tree.child(noun.i, "det") is None or comma <= verb.i + 1 or tree.words[comma].text != ",":
            continue
        name = top_of_last(tree, comma - 1, verb.i + 1)
        led = name.rel in ("obl", "agent", "iobj") and name.head == verb.i < name.i and name.pos == "PROPN"
        if led and all(w.text != "," for w in tree.words[verb.i : comma]):
            noun.head, noun.rel, mended = name.i, "appos", True
    return mended


def top_of_last(tree: Tree, i: int, first: int) -> Word:
    """The word of a name that the others hang on, from its last."""
    word = tree.words[i]
    while word.rel in ("name", "nmod", "amod", "advmod") and not word.case and first <= word.head < word.i:
        if not tree.words[word.head].is_title:
            break
        word = tree.words[word.head]
    return word


def _give_act(tree: Tree, word: Word, noun: Word, name: Word) -> bool:
    """ "La PME rennaise Vernal a levé des fonds": the verb whose subject seemed to be the name alone is the noun's."""
    verb = tree.words[name.head]
    if name.rel not in SUBJECTS or noun.rel not in SUBJECTS or verb.i <= name.i or verb.head != word.i:
        return False
    for child in tree.children(word.i):
        child.head = verb.i
    verb.head, verb.rel = word.head, word.rel
    noun.head, noun.rel, name.head, name.rel = verb.i, name.rel, noun.i, "name"
    word.head, word.rel, word.pos, word.lemma = noun.i, "amod", "ADJ", word.lower
    return True


def of_place(pack: LanguagePack, word: Word) -> bool:
    """Whether a word is the adjective of a country, region or town."""
    tables = load_gazetteer()
    known = tables.country_of_adjective(word.text, pack.code) or tables.place_of_adjective(word.lower, pack.code)
    return known is not None


def appose_bodies(tree: Tree, pack: LanguagePack) -> bool:
    """ "Le principal client de Zumo, le groupe Vernal, a fermé": what opens the sentence acts, and is so called."""
    mended = False
    firms = pack.lists["industries"] | pack.words["generic_firms"] | pack.words["funds"]
    for trade in tree.words[4:-3]:
        comma = trade.i - 2
        if trade.lemma not in firms or tree.words[comma].text != "," or trade.pos != "NOUN" or trade.case:
            continue
        name = next((c for c in tree.children(trade.i, "name", "appos", "nmod") if c.is_title and not c.case), None)
        opener = _opening_role(tree, pack, comma)
        if name is None or opener is None or not _is_told_definitely(tree, pack, trade):
            continue
        last = max([name.i, *(c.i for c in tree.children(name.i, "name"))]) + 1
        acting = next((w for w in (trade, opener) if w.rel in SUBJECTS and w.head > last), None)
        if last >= len(tree.words) or tree.words[last].text != "," or acting is None:
            continue
        opener.head, opener.rel, opener.case = acting.head, acting.rel, ""
        trade.head, trade.rel, name.rel, mended = opener.i, "appos", "appos", True
    return mended


def _opening_role(tree: Tree, pack: LanguagePack, comma: int) -> Word | None:
    """The noun for what a firm is to another one, if its phrase opens the sentence and ends at a comma."""
    first = tree.sents[tree.words[comma].sent][0]
    before = tree.words[first:comma]
    if any(w.pos in ("VERB", "AUX", "PUNCT", "PRON", "CCONJ") for w in before):
        return None
    noun = next((w for w in before if w.pos == "NOUN"), None)
    if noun is None or noun.lemma not in pack.words["counterparts"] | pack.words["parents"]:
        return None
    return noun if "Number=Plur" not in noun.morph and _is_told_definitely(tree, pack, noun) else None


def _free_from(tree: Tree, name: Word, trade: Word) -> None:
    """ "grâce à X, un logiciel conçu par l'éditeur Vernal": what the name seemed to rule takes its place."""
    above = next((w for w in (trade, *tree.ancestors(trade.i)) if w.head == name.i), None)
    if above is not None:
        above.head, above.rel = name.head, name.rel


def _may_be_somebody(tree: Tree, pack: LanguagePack, trade: Word, name: Word) -> bool:
    """ "le patron du groupe Marc Petit": a whole name behind the body of an office; one word is that of the body."""
    placed = name.i == trade.i + 2 and of_place(pack, tree.words[trade.i + 1])  # "le négociant suisse Vernal"
    if name.head == ROOT or (trade.lemma in pack.words["generic_firms"] and not placed):
        return True
    several = (pack.nouns.get(trade.lemma) == "Person" and not placed) or tree.child(name.i, "name") is not None
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
