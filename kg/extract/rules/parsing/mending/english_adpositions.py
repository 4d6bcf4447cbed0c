"""What the English parser takes from an adposition: "called on Ann Lee to resign"."""

from kg.extract.rules.parsing.mending.english_clauses import with_to
from kg.extract.rules.parsing.tree import ROOT, Tree, Word
from kg.lang import LanguagePack


def give_back_objects(tree: Tree, pack: LanguagePack) -> bool:
    """ "called on Ann Lee to resign": whom one calls on stands behind the adposition, and is to act besides."""
    mended = False
    for adposition in tree.words:
        bare = adposition.rel == "adp" and adposition.pos == "ADP" and not tree.children(adposition.i)
        if not bare or adposition.head == ROOT or adposition.head > adposition.i:
            continue
        for clause in tree.children(adposition.head, "xcomp", "ccomp"):
            subject = tree.child(clause.i, "subj") if with_to(tree, clause) else None
            if subject is not None and tree.subtree(subject.i)[0] == adposition.i + 1:
                subject.head, subject.rel, clause.rel, mended = adposition.head, "obl", "xcomp", True
                subject.case = pack.adpositions.get(adposition.lower, adposition.lower)
    return mended


def join_behind_same(tree: Tree, _: LanguagePack) -> bool:
    """ "backed by the union and by Aton", "of theft and of fraud": what the same adposition leads again is joined."""
    mended = False
    for again in tree.words:
        first = tree.words[again.head] if again.pos == "ADP" and again.rel == "conj" else again
        if first is again or first.pos != "ADP" or first.lower != again.lower or first.i > again.i:
            continue
        end = tree.sents[again.sent][1]
        led = next((w for w in tree.words[again.i + 1 : end] if w.case == again.lower), None)
        before = next((w for w in tree.words[first.i + 1 : again.i] if w.case == first.lower), None)
        if led is None or before is None or led.head not in (first.i, again.i, first.head):
            continue
        if (led.pos == "VERB") == (before.pos == "VERB"):
            again.head, again.rel, led.head, led.rel, mended = first.head, first.rel, before.i, "conj", True
    return mended


def lift_behind_dates(tree: Tree, pack: LanguagePack) -> bool:
    """ "the acquisition in May of Aton", "its purchase last year of Aton": of the noun before, and of no month."""
    mended = False
    for of in tree.words:
        date = tree.words[of.head] if of.rel == "adp" and of.lower in pack.words["of"] and of.head == of.i - 1 else of
        led = next((c for c in tree.children(date.i, "nmod") if c.case in pack.words["of"]), None)
        if date is of or led is None or led.pos == "NUM" or not _is_date(tree, pack, date):
            continue
        before = tree.words[date.head] if date.rel == "nmod" else tree.words[tree.subtree(date.i)[0] - 1]
        if before.pos == "NOUN" and before.i < date.i and before.lemma not in pack.lists["temporal"]:
            of.head = led.head = before.i
            mended = True
    return mended


def lift_prices(tree: Tree, pack: LanguagePack) -> bool:
    """ "has bought Aton, a firm that sells toys, for £54m": what a firm is ends at the comma before a sum."""
    mended = False
    for word in tree.words[2:]:
        told = word.rel == "adp" and word.lower in pack.words["borne_on"] and tree.words[word.i - 1].text == ","
        led = (
            next((c for c in tree.children(word.head) if c.case == word.lower and c.i > word.i), None) if told else None
        )
        verb = _price_verb_above(tree, pack, word) if led is not None and led.ent == "MONEY" else None
        if led is not None and verb is not None:
            word.head, led.head, led.rel, mended = verb.i, verb.i, "obl", True
    return mended


def _price_verb_above(tree: Tree, pack: LanguagePack, word: Word) -> Word | None:
    """The verb of buying or selling whose object or agent is told more of, between commas, by what a word hangs on."""
    apposed = False
    for above in tree.ancestors(word.i):
        if apposed and above.pos == "VERB" and above.lemma in pack.words["agreeing_price"]:
            return above
        apposed = apposed or above.rel == "appos"
    return None


def _is_date(tree: Tree, pack: LanguagePack, word: Word) -> bool:
    """ "in May", "in 2019", "last year"; no "week of protests", no "last year of his life"."""
    if word.rel not in ("nmod", "npadvmod") or tree.child(word.i, "det", "poss", "nummod") is not None:
        return False
    told = word.lemma in pack.lists["temporal"] and tree.child(word.i, "amod") is not None
    return told or (word.ent == "DATE" and word.pos in ("PROPN", "NUM"))
