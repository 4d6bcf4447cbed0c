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
    trades = (pack.lists["industries"] | pack.words["generic_firms"] | pack.words["funds"]) - pack.words["plants"]
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
        elif word.head == noun.i and (word.pos == "VERB" or word.rel == "punct"):
            for child in tree.children(word.i):
                child.head = noun.i
                child.rel = "name" if child is name and child.is_title else child.rel
            word.pos, word.rel, word.lemma, mended = "ADJ", "amod", word.lower, True
    return mended


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
    if name.head == ROOT or trade.lemma in pack.words["generic_firms"]:
        return True
    placed = name.i == trade.i + 2 and of_place(pack, tree.words[trade.i + 1])  # "le négociant suisse Vernal"
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
