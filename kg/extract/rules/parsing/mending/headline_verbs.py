"""Verbs of short sentences that look like nouns or adjectives: "Jeanne Morel tacle Marc Petit"."""

from kg.extract.rules.parsing.lemmas import infinitive_of
from kg.extract.rules.parsing.mending.grammar import is_finite
from kg.extract.rules.parsing.tree import ROOT, Tree, Word
from kg.lang import LanguagePack

PRESENT = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
JOINING = ("SCONJ", "CCONJ", "PRON")  # behind them a clause of its own begins
PHRASE = ("DET", "ADJ", "NOUN", "PROPN", "ADP", "X")
REACH = 9  # words behind the comma in which the verb stands
NOUN_LIKE = ("NOUN", "ADJ", "X", "ADV", "PROPN", "VERB", "AUX")


def wake_headline_verbs(tree: Tree, pack: LanguagePack) -> bool:
    """ "Jeanne Morel tacle Marc Petit": without another verb, what stands between a name and a phrase is the verb."""
    mended = False
    opens = {first: last for first, last, _ in tree.entities}
    ends = {last: first for first, last, _ in tree.entities}
    for first, last in tree.sents:
        inside = tree.words[first:last]
        closing = {w.i + 1 for w in inside[1:-1] if w.text == "," and w.i in ends}
        verb = next((w for w in inside[1:-1] if w.i in ends.keys() | closing and _may_be_verb(tree, w, pack)), None)
        verb = _behind_noun(tree, pack, first, last, opens) if verb is None else verb
        if verb is None or any(is_finite(tree, w) for w in inside if w is not verb):
            continue
        if any(w.pos in JOINING for w in tree.words[first : verb.i]):
            continue  # "Pas question que Jeanne Morel rencontre Marc Petit"
        acting = _acting_before(tree, verb, first, ends)
        acted_on = _phrase_behind(tree, verb, opens)
        if acting is None or acted_on is None or acting.case:
            continue
        if acted_on.case and verb.lower not in pack.words["like_nouns_completed"]:
            continue  # "Bruxelles enquête sur Valtec"
        _raise(tree, verb, acting, acted_on)
        verb.lemma = infinitive_of(verb.lower, verb.lower, pack.verb_lemmas)
        mended = True
    return mended


def wake_behind_openers(tree: Tree, pack: LanguagePack) -> bool:
    """ "Fondée en 2015 par Luc Roy, cette firme livre des repas": the verb behind what a participle opens for.

    The sentence has no other, and the noun that the parser takes it for would have an article.
    """
    mended, like = False, pack.words["like_nouns"] | pack.words["like_nouns_behind"]
    for first, last in tree.sents:
        opener = tree.words[first]
        if opener.head != ROOT or opener.pos != "VERB" or "VerbForm=Part" not in opener.morph:
            continue
        comma = next((w.i for w in tree.words[first:last] if w.text == ","), last)
        behind = tree.words[comma + 3 : min(comma + REACH, last)]
        verb = next((w for w in behind if w.lower in like and _stands_bare(tree, w)), None)
        if verb is None or verb.i + 1 >= last or any(is_finite(tree, w) for w in tree.words[first:last]):
            continue
        phrase = tree.words[comma + 1 : verb.i]
        acting = next((w for w in phrase if w.pos == "NOUN" and not w.case), None)
        if phrase[0].pos != "DET" or acting is None or any(w.pos not in PHRASE for w in phrase):
            continue
        _raise(tree, verb, acting, _phrase_right_behind(tree, verb, pack))
        verb.lemma = infinitive_of(verb.lower, verb.lower, pack.verb_lemmas)
        opener.head, opener.rel, mended = verb.i, "advcl", True
    return mended


def _phrase_right_behind(tree: Tree, verb: Word, pack: LanguagePack) -> Word | None:
    """The noun whose article, also "des" or "du", stands right behind a verb."""
    behind = tree.words[verb.i + 1]
    noun = tree.words[behind.head] if behind.rel in ("det", "case") and behind.head > behind.i else None
    if noun is not None and noun.case and behind.lower in pack.words["indefinite"]:
        noun.case = ""
    return noun


def wake_adverbs(tree: Tree, pack: LanguagePack) -> bool:
    """ "Le groupe dément toute fraude": a form of a verb that the parser took for an adverb heads its sentence.

    Who acts is the noun that headed it, whatever stands between commas behind it.
    """
    mended = False
    for verb in tree.words if pack.verb_lemmas else ():
        if verb.rel != "advmod" or verb.pos != "VERB" or verb.lower not in pack.verb_lemmas["forms"]:
            continue
        first, last = tree.sents[verb.sent]
        clitic = tree.words[verb.head] if verb.head != ROOT else verb
        if clitic.pos == "PRON" and clitic.i < verb.i and clitic.lower in pack.words["subject_clitics"]:
            verb.head, verb.rel, clitic.head, clitic.rel, mended = clitic.head, "relcl", verb.i, "subj", True
            continue  # "ce qu'il dément"
        acting = next((w for w in tree.words[first : verb.i] if w.head == ROOT), None)
        if acting is None or acting.pos not in ("NOUN", "PROPN", "PRON") or acting.case or verb.i + 1 >= last:
            continue
        behind = tree.words[verb.i + 1]
        phrase = tree.words[behind.head] if behind.rel == "det" and behind.head != ROOT else behind
        acted_on = phrase if phrase.pos in ("NOUN", "PROPN", "PRON") and not phrase.case else None
        if tree.child(acting.i, "cop") is None:
            _raise(tree, verb, acting, acted_on)
            mended = True
    return mended


def _behind_noun(tree: Tree, pack: LanguagePack, first: int, last: int, opens: dict[int, int]) -> Word | None:
    """ "L'ancien ministre tacle Marc Petit": the verb between the noun that opens a sentence and a name."""
    if tree.words[first].pos != "DET":
        return None
    for verb in tree.words[first + 2 : last - 1]:
        if verb.i + 1 in opens and _may_be_verb(tree, verb, pack):
            top = next((w for w in tree.words[first : verb.i] if w.head == ROOT), None)
            told = top is not None and (top.lemma in pack.trades or top.lemma in pack.nouns)
            return verb if told and all(w.pos in PHRASE for w in tree.words[first : verb.i]) else None
    return None


def _acting_before(tree: Tree, verb: Word, first: int, ends: dict[int, int]) -> Word | None:
    """Who acts: the name right before a verb, the noun whose name commas set off there, or the noun that opens.

    "La maire de Lyon recadre Luc Roux": a name that completes the noun does not act.
    """
    name = _top(tree, ends[verb.i], verb.i) if verb.i in ends else None
    if name is not None and not name.case:
        return name
    if verb.i - 1 in ends and tree.words[verb.i - 1].text == ",":
        return _named_behind(tree, ends[verb.i - 1], first)
    noun = next((w for w in tree.words[first : verb.i] if w.head == ROOT and w.pos == "NOUN"), None)
    whole = name is None or all(w.pos in PHRASE for w in tree.words[first : verb.i])
    return noun if whole else name


def _named_behind(tree: Tree, name: int, first: int) -> Word | None:
    """ "La ministre, Jeanne Morel, presse Valtec de payer": the noun whose name stands between the commas."""
    title = tree.words[name]
    noun = tree.words[title.head] if title.rel == "appos" and title.head != ROOT else title
    opens = first <= noun.i < name and tree.words[name - 1].text == "," and noun.head == ROOT
    return noun if opens and noun.pos == "NOUN" and tree.subtree(noun.i)[0] == first else None


def _may_be_verb(tree: Tree, word: Word, pack: LanguagePack) -> bool:
    return word.lower in pack.words["like_nouns"] and _stands_bare(tree, word)


def _stands_bare(tree: Tree, word: Word) -> bool:
    return word.pos in NOUN_LIKE and not word.case and tree.child(word.i, "det", "case") is None


def _phrase_behind(tree: Tree, verb: Word, opens: dict[int, int]) -> Word | None:
    """The head of the name or of the noun with its article right behind a verb."""
    behind = next(w for w in tree.words[verb.i + 1 :] if w.pos != "ADV" or w.i + 1 == len(tree.words))
    behind = tree.words[behind.i + 1] if behind.rel == "case" and behind.i + 1 in opens else behind
    if behind.i in opens:
        return _top(tree, behind.i, opens[behind.i])
    noun = tree.words[behind.head] if behind.rel in ("det", "case") and behind.head != ROOT else behind
    return noun if noun.i > behind.i else None


def _top(tree: Tree, first: int, last: int) -> Word | None:
    """The head of a name."""
    return next((w for w in tree.words[first:last] if not first <= w.head < last), None)


def _raise(tree: Tree, verb: Word, acting: Word, acted_on: Word | None) -> None:
    """Make a word the verb of its sentence, with who acts before it and the rest behind."""
    first, last = tree.sents[verb.sent]
    for word in tree.words[first:last]:
        if word.head in (ROOT, acting.i) and word.i > verb.i and word is not acted_on:
            word.head, word.rel = verb.i, word.rel if word.head != ROOT else "parataxis"
        elif word.head == ROOT:
            word.head, word.rel = verb.i, "parataxis"
    verb.head, verb.rel, verb.pos, verb.morph = ROOT, "ROOT", "VERB", PRESENT
    acting.head, acting.rel = verb.i, "subj"
    if acted_on is None:
        return
    acted_on.head, acted_on.rel = verb.i, "obl" if acted_on.case else "obj"
