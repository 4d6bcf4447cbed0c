"""What stands right behind a name, in brackets or between commas, and was hung on a verb or taken for one."""

from kg.extract.rules.parsing.mending.grammar import lacks_subject
from kg.extract.rules.parsing.tree import PLACE_LABELS, ROOT, SUBJECTS, Tree, Word
from kg.lang import LanguagePack

BESIDE = ("appos", "conj", "parataxis")  # as what a second name is hung on the first
OPENERS = 3  # words that open a phrase before its noun, at most
ROW = 14  # words of a row of names in a bracket
IN_ROWS = ("PROPN", "X", "NOUN", "PUNCT", "CCONJ", "DET", "ADJ", "NUM")
LONGEST = 6  # words in a bracket that tells of the name before it
NOMINAL = ("NOUN", "PROPN", "ADJ", "X", "NUM")


def hang_brackets(tree: Tree, pack: LanguagePack) -> bool:
    """ "a dénoncé Marie Roy (Les Verts)": a bracket tells of the name before it, and is no object of the verb."""
    mended = _close_brackets(tree, pack)
    for opening in tree.words:
        if opening.text != "(" or opening.i == 0 or tree.words[opening.i - 1].pos != "PROPN":
            continue
        behind = tree.words[opening.i + 1 : opening.i + 2 + LONGEST]
        closing = next((w for w in behind if w.text == ")"), None)
        if closing is None:
            continue
        inside = tree.words[opening.i + 1 : closing.i]
        tops = [w for w in inside if not opening.i < w.head < closing.i and w.pos != "PUNCT"]
        name = _top(tree, opening.i - 1)
        if len(tops) != 1 or tops[0].pos not in NOMINAL or tops[0].head in (ROOT, name.i, opening.i - 1):
            continue
        if opening.i < name.head < closing.i or (tops[0].rel == "appos" and tops[0].text.isupper()):
            continue  # "l'Association des médecins de France (AMF)"
        tops[0].head, tops[0].rel, mended = name.i, "parataxis", True
    return mended


def _close_brackets(tree: Tree, pack: LanguagePack) -> bool:
    """ "le groupe PSA (Peugeot, Citroën, Opel) va fusionner": names alone in a bracket go with each other only.

    Whose a firm is, is no other name of it: "Zumo (groupe Valtec)".
    """
    mended = False
    for opening in tree.words:
        if opening.text != "(" or opening.i == 0 or tree.words[opening.i - 1].pos not in ("PROPN", "NOUN", "X"):
            continue
        behind = tree.words[opening.i + 1 : opening.i + 2 + ROW]
        closing = next((w for w in behind if w.text == ")"), None)
        inside = tree.words[opening.i + 1 : closing.i] if closing is not None else []
        if len(inside) > 1 and inside[0].lower in pack.words["owning_kinds"] and inside[0].rel == "appos":
            inside[0].rel, mended = "parataxis", True
        if not any(w.text == "," for w in inside) or any(w.pos not in IN_ROWS for w in inside):
            continue
        tops = [w for w in inside if not opening.i < w.head <= inside[-1].i and w.pos in ("PROPN", "X", "NOUN")]
        if len(tops) < 2 or any(w.case or w.head == ROOT for w in tops):
            continue
        name = _top(tree, opening.i - 1)
        if opening.i < name.head <= inside[-1].i:
            continue
        tops[0].head, tops[0].rel, mended = name.i, "parataxis", True
        for top in tops[1:]:
            top.head, top.rel = tops[0].i, "conj"
    return mended


def turn_trades(tree: Tree, pack: LanguagePack) -> bool:
    """ "Aline Roy, représentante chez Aldane, …": a trade behind a name's comma is a noun, whatever it looks like."""
    mended = False
    for word in tree.words[2:-1]:
        becomes = tree.words[word.i - 1].lemma in pack.lists["copulas"] and word.head == word.i - 1
        if word.pos == "VERB" and becomes and word.lower in pack.trades:
            word.pos, word.lemma, word.rel, mended = "NOUN", word.lower, "xcomp", True  # "devenue députée du Jura"
            for child in tree.children(word.i, "obl", "obj"):
                child.rel = "nmod"
        if word.pos not in ("VERB", "ADJ", "ADV") or tree.words[word.i - 1].text != ",":
            continue
        if word.lower not in pack.trades or word.lower in pack.words["charged"]:
            continue
        before, behind = tree.words[word.i - 2], tree.words[word.i + 1]
        goes_on = behind.pos in ("ADP", "ADJ", "CCONJ") or behind.lower in pack.words["beside_marks"]
        goes_on |= word.pos == "ADJ" and behind.text == "," and word.lemma not in pack.trades
        party = behind.is_title and (behind.text.isupper() or word.lower not in pack.words["elected"])
        if before.pos != "PROPN" or not (goes_on or party):
            continue
        name = _top(tree, before.i)
        if name.head == word.i and word.rel in SUBJECTS and party:
            name.head, name.rel = word.head, word.rel  # "Anne Roy, députée LREM de Paris, …"
        if name.head == word.i or name.i > word.i:
            continue
        word.pos, word.lemma, word.head, word.rel, mended = "NOUN", word.lower, name.i, "appos", True
        for child in tree.children(word.i, "obl", "obj"):
            child.rel = "nmod"
    return mended


def lower_cased_subjects(tree: Tree, pack: LanguagePack) -> bool:
    """ "Le député LR des Alpes-Maritimes Paul Roy a réagi": what "de" rules is a complement of the subject before."""
    mended = False
    for word in tree.words:
        if (office := _office_cut(tree, pack, word)) is not None:
            word.head, word.rel, mended = office.i, "nmod", True
            continue
        ruled = word.rel in SUBJECTS and word.head != ROOT and word.case in pack.words["of"] and word.pos == "PROPN"
        first = next((c for c in tree.children(word.head, *SUBJECTS) if c.i < word.i), None) if ruled else None
        if first is not None and tree.child(word.i, "case") is not None and first.pos == "NOUN":
            word.head, word.rel, mended = first.i, "nmod", True
    return mended


def _office_cut(tree: Tree, pack: LanguagePack, word: Word) -> Word | None:
    """ "Paul Roy, chef d'état-major, a réagi": the office right before the adposition of what was taken to act."""
    if word.rel not in SUBJECTS or word.pos != "NOUN" or word.case not in pack.words["of"] or word.i < 2:
        return None
    office = tree.words[word.i - 2]
    told = tree.words[word.i - 1].rel == "case" and office.pos == "NOUN" and office.rel == "appos"
    return office if told and office.head < office.i and pack.nouns.get(office.lemma) == "Person" else None


def free_until_then(tree: Tree, pack: LanguagePack) -> bool:
    """ "Anne Roy, jusqu'alors conseillère de X, …": an adverb of time rules no noun; the office tells of the name."""
    mended = False
    for case in tree.words[2:-2]:
        if case.rel != "case" or case.head != case.i + 2:
            continue
        then, noun = tree.words[case.i + 1], tree.words[case.head]
        told = f"{case.lower}{then.lower}" in pack.words["until_then"] and noun.lemma in pack.trades
        if told and tree.words[case.i - 1].text == ",":
            case.rel, noun.case, mended = "advmod", "", True
            if noun.rel in ("nmod", "obl") and noun.head < case.i:
                noun.rel = "appos"
    return mended


def turn_roles(tree: Tree, pack: LanguagePack) -> bool:
    """ "Zumo, allié de Valtec, …", "Marc Roy, principal opposant de X": what one is to another is told by a noun.

    The parser takes it for a participle, or for another member of a series.
    """
    mended = False
    for word in tree.words[2:-1]:
        participle = word.pos == "VERB" and word.rel in ("acl", "advcl", "conj", "dep", "appos", "amod", "ROOT")
        strayed = word.pos == "NOUN" and word.rel in ("conj", "fixed", "dep") and tree.child(word.i, "cc") is None
        told = word.lower in pack.roles or word.lower in pack.words["generic_firms"]  # "Danone, géant de …"
        if not (participle or strayed) or not told or word.lower in pack.words["charged"]:
            continue
        comma, behind = _comma_before(tree, word.i), tree.words[word.i + 1].lower
        if comma is None or pack.adpositions.get(behind, behind) not in pack.words["of"]:
            continue
        name = _top(tree, comma - 1)
        if name.i > word.i or tree.child(word.i, "aux", "cop") is not None:
            continue
        if (name.head == word.i or word.head == ROOT) and not _free_main(tree, name, word):
            continue
        word.pos, word.lemma, word.head, word.rel, mended = "NOUN", word.lower, name.i, "appos", True
        for child in tree.children(word.i, "obl", "agent", "obj", *SUBJECTS):
            melted = child.i > word.i and tree.subtree(child.i)[0] == word.i + 1 and not child.case
            child.case = min(pack.words["of"]) if melted else child.case  # "figure des pompiers", taken for an article
            child.rel = "nmod" if child.case else child.rel
    return mended


def _free_main(tree: Tree, name: Word, role: Word) -> bool:
    """ "Marc Roy, figure du parti, a voté": no verb stands behind the comma of its subject; that of the next is."""
    behind = [tree.words[role.head]] if role.head != ROOT else list(tree.children(role.i, "advcl", "conj", "parataxis"))
    main = next((w for w in behind if w.i > role.i and lacks_subject(tree, w)), None)
    if main is None or name.head != role.i or name.rel not in SUBJECTS:
        return False
    if role.head == ROOT:
        main.head, main.rel = ROOT, "ROOT"
    for child in tree.children(role.i):
        if child.i > main.i:
            child.head = main.i
    name.head, name.rel = main.i, "subj:pass" if tree.child(main.i, "aux:pass") is not None else "subj"
    return True


def hang_origins(tree: Tree, pack: LanguagePack) -> bool:
    """ "retrouver Marc Roy, 72 ans, originaire de Metz": an origin behind a name's comma is told of its bearer."""
    mended = False
    for word in tree.words[2:-1]:
        comma = word.i - 1
        if word.lower not in pack.words["origins"] or tree.words[comma].text != ",":
            continue
        aged = tree.words[comma - 1].lemma in pack.words["age_units"] and comma > 3
        comma -= 3 if aged and tree.words[comma - 3].text == "," else 0
        name = _top(tree, comma - 1)
        if name.pos != "PROPN" or name.head == word.i or (word.head, word.rel) == (name.i, "appos"):
            continue
        word.head, word.rel, mended = name.i, "appos", True
    return mended


def _comma_before(tree: Tree, i: int) -> int | None:
    """The comma between a name and a bare or definite phrase that ends in a word: ", principal", ", le"."""
    start = i - 1
    while start > max(1, i - OPENERS) and tree.words[start].pos in ("ADJ", "DET"):
        start -= 1
    before = tree.words[start - 1]
    named = before.pos == "PROPN" or bool(before.ent)
    return start if named and start > 0 and tree.words[start].text == "," else None


def hang_on_nearest(tree: Tree, pack: LanguagePack) -> bool:
    """ "… à l'AFP Aline Roy, maire de Brélac", "Paul Dumas, patron, Aline Roy, maire": said of the name before it.

    The parser hung what is said of the second name on the first.
    """
    functions = pack.trades
    mended = False
    for noun in tree.words:
        other = tree.words[noun.head] if noun.rel == "appos" and noun.head != ROOT else noun
        person = pack.nouns.get(noun.lemma) == "Person" or noun.lemma in functions
        if noun.pos != "NOUN" or not person or other.pos != "PROPN" or "Number=Plur" in noun.morph:
            continue
        if other.lower in pack.words["courtesy_neutral"]:
            continue  # "le Pr Aline Roy, virologue"
        comma = tree.subtree(noun.i, ("punct",))[0] - 1
        if comma < 1 or tree.words[comma].text != "," or tree.words[comma - 1].pos != "PROPN":
            continue
        name = _top(tree, comma - 1)
        second = other.i < name.i and name.rel in BESIDE and not name.case and tree.child(name.i, "cc") is None
        if second and name.pos == "PROPN" and name.ent not in PLACE_LABELS:
            noun.head, mended = name.i, True
    return mended


def _top(tree: Tree, i: int) -> Word:
    """The word of a name that the others hang on."""
    word = tree.words[i]
    while word.rel == "name" and word.head != ROOT and word.head < word.i:
        word = tree.words[word.head]
    return word
