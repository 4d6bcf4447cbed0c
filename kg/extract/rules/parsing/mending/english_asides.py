"""What the English parser misreads where speech is told aside: "Nokia, the union alleges, fired two men"."""

from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Tree, Word
from kg.lang import LanguagePack

REACH = 7  # words from the comma to the verb of speech
FINITE = ("VBD", "VBZ", "VBP", "MD")
OPENS = ("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM")


def set_aside_speech(tree: Tree, pack: LanguagePack) -> bool:
    """ "Nokia, the union alleges, fired two men": the union alleges, and Nokia, which opens the sentence, fired."""
    mended = False
    for first, last in tree.sents:
        for verb in tree.words[first + 3 : last - 2]:
            if tree.words[verb.i + 1].text == "," and _is_speech(tree, pack, verb):
                mended = _set_aside(tree, verb, first) or mended
    return mended


def close_with_speech(tree: Tree, pack: LanguagePack) -> bool:
    """ "Nokia supplies Aton, an official of the firm said.": who is taken for an apposition to Aton says it."""
    mended = False
    for verb in tree.words:
        clause = tree.child(verb.i, "ccomp")
        if verb.lemma not in pack.reporting or verb.tag not in FINITE or tree.child(verb.i, *SUBJECTS) is not None:
            continue
        if clause is None or clause.i > verb.i:
            continue
        for noun in tree.words[clause.i + 1 : verb.i]:
            inside = tree.subtree(noun.i) if noun.rel == "appos" else []
            if inside and inside[-1] == verb.i - 1 and tree.words[inside[0] - 1].text == ",":
                noun.head, noun.rel, mended = verb.i, "subj", True
                break
    return mended


def seat_tellers(tree: Tree, pack: LanguagePack) -> bool:
    """ "Nokia has hired Ann Lee, Reuters reported on Friday": who is taken for another name of Ann Lee tells it."""
    mended = False
    for verb in tree.words[1:]:
        name = tree.words[verb.i - 1]
        if verb.lemma not in pack.reporting or verb.rel != "ccomp" or name.rel != "appos" or verb.head == ROOT:
            continue
        first = tree.subtree(name.i)[0]
        behind = verb.head < first and tree.words[first - 1].text == "," and verb.tag in FINITE
        if behind and tree.child(verb.i, *SUBJECTS, "mark") is None:
            name.head, name.rel, verb.rel, mended = verb.i, "subj", "parataxis", True
    return mended


def join_behind_speech(tree: Tree, pack: LanguagePack) -> bool:
    """ "Nokia has sold Aton, the union said on Monday, and will buy Zumo": Nokia buys, who tells it does not.

    But 'and warned of strikes' is the union's own act, and so is what follows a quotation.
    """
    mended = False
    for verb in tree.words:
        if verb.lemma not in pack.reporting or verb.tag not in FINITE:
            continue
        above = tree.words[verb.head] if verb.rel == "parataxis" else None
        clause, speaker = above or tree.child(verb.i, "ccomp"), tree.child(verb.i, "subj")
        if clause is None or speaker is None or not clause.i < speaker.i < verb.i:
            continue
        opening = tree.subtree(speaker.i)[0] - 1
        set_off = clause.i < opening and tree.words[opening].text == "," and tree.words[opening - 1].text != '"'
        for joined in tree.children(verb.i, "conj") if set_off and tree.child(clause.i, "mark") is None else []:
            joint = tree.child(verb.i, "cc")
            alone = tree.child(joined.i, *SUBJECTS) is None and joined.lemma not in pack.reporting
            if joined.i > verb.i and alone and joint is not None and tree.words[joint.i - 1].text == ",":
                joined.head = joint.head = clause.i
                mended = True
    return mended


def _is_speech(tree: Tree, pack: LanguagePack, verb: Word) -> bool:
    """Whether a word before a comma is a verb of speech; "prosecutors allege" is also taken for a compound."""
    if verb.lemma not in pack.reporting:
        return False
    return verb.tag in FINITE or (verb.tag == "NN" and tree.words[verb.i - 1].tag in ("NNS", "NNPS"))


def _set_aside(tree: Tree, verb: Word, first: int) -> bool:
    words = tree.words
    opening = next((i for i in range(verb.i - 1, max(first, verb.i - REACH), -1) if words[i].text == ","), None)
    if opening is None:
        return False
    before, inside = words[first:opening], words[opening + 1 : verb.i]
    if any(w.pos in ("VERB", "AUX", "PUNCT") for w in (*before, *inside)) or not inside:
        return False
    acting, speaker = _head_of(before), _head_of(inside)
    main = _main(tree, verb)
    if acting is None or speaker is None or main is None or inside[0].pos not in OPENS or inside[0].tag.startswith("W"):
        return False
    if any(c.i < verb.i for c in tree.children(main.i, *SUBJECTS)) and verb.rel in ("parataxis", "ccomp"):
        return False  # well read
    _hang(tree, verb, main)
    speaker.head, speaker.rel = verb.i, "subj"
    acting.head, acting.rel = main.i, "subj:pass" if tree.child(main.i, "aux:pass") is not None else "subj"
    return True


def _head_of(phrase: list[Word]) -> Word | None:
    """The noun of a phrase: the first without an adposition whose head lies outside."""
    inside = range(phrase[0].i, phrase[-1].i + 1) if phrase else range(0)
    nouns = (
        w for w in phrase if w.pos in ("NOUN", "PROPN", "PRON") and not w.case and w.rel not in ("poss", "npadvmod")
    )
    return next((w for w in nouns if w.head not in inside), None)


def _main(tree: Tree, verb: Word) -> Word | None:
    """The verb right behind the aside, whose subject must stand before it."""
    word = next((w for w in tree.words[verb.i + 2 : verb.i + 4] if w.pos != "ADV"), None)
    if word is None or word.tag not in (*FINITE, "VBN"):
        return None
    main = tree.words[word.head] if word.pos == "AUX" and word.rel in ("aux", "aux:pass") else word
    return main if main.i >= word.i else None


def _hang(tree: Tree, verb: Word, main: Word) -> None:
    """Make the main verb the head of the sentence, and the verb of speech what is said aside."""
    noun = tree.words[main.head] if main.rel == "amod" and main.head > main.i else None
    if noun is not None:
        noun.head, noun.rel, main.tag, main.morph = main.i, "obj", "VBD", "Tense=Past|VerbForm=Fin"
    for word in tree.words[main.i + 1 : tree.sents[verb.sent][1]]:
        if word.head != ROOT and word.head < main.i:
            word.head = main.i
    main.head, main.rel = ROOT, "ROOT"
    verb.pos, verb.head, verb.rel = "VERB", main.i, "parataxis"
    if "VerbForm=Fin" not in verb.morph:
        verb.tag, verb.morph = "VBP", "Tense=Pres|VerbForm=Fin"
