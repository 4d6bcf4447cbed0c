"""Relative clauses that open with a complement: "l'usine où travaille X", "le parti auquel X appartient"."""

from collections.abc import Iterator

from kg.extract.rules.parsing.mending.grammar import lacks_subject
from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Tree, Word
from kg.lang import LanguagePack
from kg.lang.schema import load_schema

LOOSE = ("ccomp", "advcl", "parataxis", "dep", "conj")  # what the parser takes a relative clause for
UNTOLD = ("dep", "iobj", "nmod", "obj", "advmod", "mark")  # what it takes the pronoun for
HOLDERS = (*SUBJECTS, "expl")  # of the place of a subject
STRAYED = ("obj", "name", "appos", "advmod", "xcomp")  # what it takes a subject behind its verb for
CARRIED = ("aux", "aux:pass", "refl", "expl", "advmod", "cop")  # what may stand between "dont" and its verb


def read_relative_complements(tree: Tree, pack: LanguagePack) -> bool:
    """ "où", "auquel", "pour laquelle": the pronoun completes its verb, which qualifies the noun before."""
    mended = False
    for pronoun, verb in _openings(tree, pack):
        if pronoun.rel in UNTOLD or (pronoun.rel in SUBJECTS and pronoun.case):  # "à qui a succédé Paul Roy"
            pronoun.rel, mended = "obl", True
        noun = noun_before(tree, pronoun)
        if noun is not None and verb.rel in LOOSE and tree.words[noun].head == verb.i:
            mended = _free_subject(tree, tree.words[noun], verb) or mended
        if verb.rel in LOOSE and noun is not None and (verb.head < pronoun.i or _is_set_off(tree, noun, verb)):
            verb.head, verb.rel, mended = noun, "relcl", True
    return mended


def _free_subject(tree: Tree, noun: Word, verb: Word) -> bool:
    """ "l'alliance, à laquelle appartient Valtec, a réagi": what a relative clause tells of does not act in it."""
    main = tree.words[verb.head] if verb.head > verb.i else verb
    if main is verb or noun.rel not in SUBJECTS or tree.child(main.i, *HOLDERS) is not None:
        return False
    noun.head, noun.rel = main.i, "subj:pass" if tree.child(main.i, "aux:pass") is not None else "subj"
    verb.head, verb.rel = noun.i, "relcl"
    return True


def hang_relatives_on_nouns(tree: Tree, pack: LanguagePack) -> bool:
    """ "explique Marc Blin, qui dirige l'usine": a relative clause with "qui" tells of the noun before, no verb."""
    mended = False
    for verb in tree.words:
        if verb.rel != "relcl" or verb.head == ROOT or tree.words[verb.head].pos not in ("VERB", "AUX"):
            continue
        opening = tree.child(verb.i, "subj", "subj:pass")
        if opening is None or opening.i > verb.i:
            continue
        noun = noun_before(tree, opening) if opening.lower in pack.words["relative_subject"] else None
        if noun is not None and noun not in tree.subtree(verb.i):
            verb.head, mended = noun, True
    return mended


def hang_object_relatives(tree: Tree, pack: LanguagePack) -> bool:
    """ "attaque Valtec, qu'il accuse de fraude": behind a noun and a comma "que" is the object, and no conjunction."""
    mended = False
    for pronoun in tree.words[1:]:
        verb = tree.words[pronoun.head] if pronoun.head != ROOT else pronoun
        if pronoun.lower not in pack.words["relative_object"] or not pronoun.i < verb.i or verb.pos != "VERB":
            continue
        if pronoun.rel not in UNTOLD or not _lacks_object(tree, verb, pronoun):
            continue
        mended = _hang_on_opening(tree, pronoun, verb) or mended
        noun = noun_before(tree, pronoun)
        ahead = verb.rel in LOOSE and noun is not None and verb.head > verb.i and _is_set_off(tree, noun, verb)
        if verb.rel in LOOSE and (verb.head < pronoun.i or ahead) and tree.words[pronoun.i - 1].text == ",":
            if noun is None or tree.words[noun].lemma in pack.lists["temporal"]:
                continue
            whole = tree.words[tree.words[noun].head] if tree.words[noun].rel == "appos" else tree.words[noun]
            acted_on = whole.head == verb.head and whole.rel == "obj"
            if not acted_on and not ahead and _says_that(tree, pack, verb):
                continue  # but "défend Valtec, que le maire accuse de fraude" says nothing
            verb.head, verb.rel, mended = noun, "relcl", True
        taken_up = verb.rel in ("relcl", "acl") and (pronoun.rel == "obj" or _takes_up(tree, pack, pronoun, verb))
        if taken_up and (pronoun.rel, pronoun.pos) != ("obj", "PRON"):
            pronoun.rel, pronoun.pos, mended = "obj", "PRON", True
        for child in tree.children(verb.i, "obj") if taken_up else ():
            if child.case in pack.words["of"]:
                child.rel, mended = "obl", True  # "qu'il accuse de fraude"
    return mended


def _hang_on_opening(tree: Tree, pronoun: Word, verb: Word) -> bool:
    """ "Valtec, que Renault a racheté, a fermé": the clause between the commas tells of what opens the sentence."""
    noun, main = noun_before(tree, pronoun), tree.words[verb.head] if verb.head != ROOT else verb
    first = tree.sents[pronoun.sent][0]
    if verb.rel != "advcl" or noun is None or main.i < verb.i or tree.words[pronoun.i - 1].text != ",":
        return False
    phrase = tree.subtree(noun, ("punct", "advcl"))
    bare = not tree.words[noun].case and phrase[0] == first and phrase[-1] < pronoun.i
    if not bare or tree.words[noun].head not in (ROOT, main.i):
        return False
    verb.head, verb.rel = noun, "relcl"
    if tree.words[noun].head == ROOT and lacks_subject(tree, main):
        passive = tree.child(main.i, "aux:pass") is not None
        tree.words[noun].head, tree.words[noun].rel = main.i, "subj:pass" if passive else "subj"
    return True


def _takes_up(tree: Tree, pack: LanguagePack, pronoun: Word, verb: Word) -> bool:
    """Whether a relative clause hangs on the noun before its pronoun, or on the description before that."""
    noun = noun_before(tree, pronoun)
    if noun is None or noun == verb.head:
        return noun is not None
    word, above = tree.words[noun], tree.words[verb.head]
    if word.rel not in ("appos", "nmod") or word.head != above.i:
        return False
    somebody = above.pos == "PROPN" or load_schema().fits(pack.nouns.get(above.lemma, ""), ("Agent",))
    return not word.case or somebody  # "le maire de Nantes, que …": nobody has a content, as "l'idée de X, que …" has


def _lacks_object(tree: Tree, verb: Word, pronoun: Word) -> bool:
    """Whether a verb has a subject behind "que", and nothing else that it acts on."""
    subject = tree.child(verb.i, *SUBJECTS)
    others = (c for c in tree.children(verb.i, "obj", "ccomp", "attr", "refl") if c.i != pronoun.i and not c.case)
    return subject is not None and subject.i > pronoun.i and next(others, None) is None and not _is_copular(tree, verb)


def _is_copular(tree: Tree, verb: Word) -> bool:
    return tree.child(verb.i, "cop", "aux:pass") is not None


def _says_that(tree: Tree, pack: LanguagePack, verb: Word) -> bool:
    """ "a expliqué au maire, Paul Petit, qu'il partait", "sait qu'il a des amis, que tout va et que …": of a verb."""
    above = tree.words[verb.head]
    joined = (m for c in tree.children(verb.i, "conj") for m in tree.children(c.i, "mark"))
    if any(m.lower in pack.words["relative_object"] for m in joined):
        return True
    joined_to_verb = verb.rel == "conj" and above.pos not in ("NOUN", "PROPN")  # but "Marc Petit, que défend Valtec,"
    return above.lemma in pack.reporting or above.lemma in pack.governors or joined_to_verb


def turn_relative_subjects(tree: Tree, pack: LanguagePack) -> bool:
    """ "à laquelle participent 30 équipes": a relative clause that opens with a complement has a subject of its own."""
    mended = False
    for pronoun, verb in _openings(tree, pack):
        if verb.rel != "relcl" or tree.child(verb.i, *HOLDERS) is not None:
            continue
        before = [c for c in tree.children(pronoun.i, "name") if pronoun.i < c.i < verb.i]  # "à qui Renault a vendu"
        behind = [c for c in tree.children(verb.i, "obj", "name", "appos") if c.i > verb.i and not c.case]
        found = next((c for c in [*before, *behind] if c.pos in ("NOUN", "PROPN")), None)
        if found is not None:
            found.head, found.rel, mended = verb.i, "subj", True
    return mended


def read_genitive_relatives(tree: Tree, pack: LanguagePack) -> bool:
    """ "l'alliance dont fait partie Valtec": "dont" completes a verb, behind which its subject stands."""
    mended, of = False, min(pack.words["of"], default="")
    for pronoun in tree.words:
        verb = _verb_behind(tree, pack, pronoun)
        noun = noun_before(tree, pronoun) if verb is not None else None
        if verb is None or noun is None or noun in tree.subtree(verb.i):
            continue
        if verb.rel != "relcl":
            verb.head, verb.rel = noun, "relcl"
        subject = _subject_behind(tree, verb, tree.words[noun])
        if subject is not None:
            subject.head, subject.rel = verb.i, "subj"
        pronoun.head, pronoun.rel, pronoun.case, mended = verb.i, "obl", of, True
    return mended


def read_told_relatives(tree: Tree, pack: LanguagePack) -> bool:
    """ "Tarvel, dont Solmer est l'un des fournisseurs": "dont" completes the noun that its clause tells of somebody."""
    mended, of = False, min(pack.words["of"], default="")
    for told in tree.words:
        if told.pos != "NOUN" or told.rel not in ("appos", "acl", "conj", "relcl"):
            continue
        subject = tree.child(told.i, *SUBJECTS)
        if subject is None or tree.child(told.i, "cop") is None or not told.head < subject.i < told.i:
            continue
        opens = tree.words[tree.subtree(subject.i)[0]]
        if opens.lower in pack.words["relative_of"] and opens.head == subject.i and opens is not subject:
            told.rel = "relcl"
            opens.head, opens.rel, opens.case, mended = told.i, "nmod", of, True
    return mended


def _verb_behind(tree: Tree, pack: LanguagePack, pronoun: Word) -> Word | None:
    """The verb right behind "dont": "dont le frère" is of a noun, "dont Zumo détient" has its subject before it."""
    if pronoun.lower not in pack.words["relative_of"] or pronoun.head == ROOT or pronoun.case:
        return None
    verb = tree.words[pronoun.head]
    if verb.pos != "VERB" or verb.i < pronoun.i or tree.child(verb.i, "cop") is not None or verb.head == ROOT:
        return None
    between = tree.words[pronoun.i + 1 : verb.i]
    return verb if all(w.head == verb.i and w.rel in CARRIED for w in between) else None


def _subject_behind(tree: Tree, verb: Word, noun: Word) -> Word | None:
    """The name or the noun with an article that stands behind a verb; "fait partie" is one word with its noun."""
    for word in tree.words[verb.i + 1 :]:
        if word.pos in ("NOUN", "PROPN") and word.rel != "name":
            told = word.pos == "PROPN" or tree.child(word.i, "det") is not None
            strayed = word.head == verb.i and word.rel in STRAYED
            second = word.rel in SUBJECTS and noun.rel in SUBJECTS and word.head == noun.head > word.i
            if told or word.case:
                return word if (strayed or second) and not word.case else None
        elif word.pos in ("PUNCT", "VERB", "AUX", "CCONJ", "SCONJ"):
            return None
    return None


def _openings(tree: Tree, pack: LanguagePack) -> Iterator[tuple[Word, Word]]:
    """Yield the pronouns that open a relative clause as a complement of its verb, with that verb."""
    words = pack.words
    for word in tree.words:
        placed = word.lower in words["relative_place"] or word.lower in words["relative_to"]
        placed = placed or _completes_verb(tree, pack, word)
        if word.head == ROOT or not (placed or (word.case and word.lower in words["relative_subject"])):
            continue
        verb = tree.words[word.head]
        if verb.pos == "VERB" and word.i < verb.i and noun_before(tree, word) is not None:
            if word.lower in words["relative_to"]:
                word.case = pack.adpositions[word.lower]
            yield word, verb


def _completes_verb(tree: Tree, pack: LanguagePack, word: Word) -> bool:
    """ "Valtec, dont Zumo détient 45 %": behind "dont" the verb has its subject; ", dont Marc Petit," picks one out."""
    if word.lower not in pack.words["relative_of"] or word.rel not in ("obl", *UNTOLD):
        return False
    return any(c.i > word.i for c in tree.children(word.head, *SUBJECTS))


def seat_relatives_of(tree: Tree, pack: LanguagePack) -> bool:
    """ "Valtec, dont Zumo possède 45 %", "dont Zumo est le patron": "dont" completes what is told, no name in it."""
    mended = False
    for word in tree.words:
        if word.lower not in pack.words["relative_of"] or word.head == ROOT:
            continue
        name = tree.words[word.head]
        if name.pos == "PROPN" and name.rel in SUBJECTS and name.i > word.i and _acts_behind(tree, name):
            told = tree.words[name.head]
            word.head, word.rel, name, mended = told.i, "obl" if told.pos == "VERB" else "nmod", told, True
        noun = noun_before(tree, word)
        if name.rel in ("appos", *LOOSE, *SUBJECTS) and noun is not None and _is_predicate(tree, name, word):
            before = tree.words[noun]
            bare = before.rel in (*LOOSE, "nmod") and not before.case
            if bare and (before.head == name.i or (name.rel in SUBJECTS and before.head == name.head)):
                before.head, before.rel = name.head, name.rel  # it acts, not the noun behind "dont"
            name.head, name.rel, mended = noun, "relcl", True  # "Valtec, dont Zumo est le patron": no name of Valtec
    return mended


def _acts_behind(tree: Tree, name: Word) -> bool:
    """Whether a verb or predicate follows its subject with no comma between: ", dont Marc Petit, ont …" picks one."""
    told = tree.words[name.head]
    between = tree.words[name.i + 1 : told.i]
    noun = told.pos == "NOUN" and tree.child(told.i, "cop") is not None
    return told.i > name.i and (noun or told.pos == "VERB") and all(w.text != "," for w in between)


def _is_predicate(tree: Tree, noun: Word, pronoun: Word) -> bool:
    """ "dont Zumo est le patron": a noun behind its copula and its own subject, which opens a clause with "dont"."""
    return (
        tree.child(noun.i, "cop") is not None
        and noun.pos == "NOUN"
        and any(c.i > pronoun.i for c in tree.children(noun.i, *SUBJECTS))
    )


def _is_set_off(tree: Tree, noun: int, verb: Word) -> bool:
    """ "Valtec, où Paul Roy travaille, ferme": the clause between a noun and the comma before the main verb."""
    main, end = tree.words[verb.head], tree.subtree(verb.i, ("punct",))[-1] + 1
    below = noun in tree.subtree(verb.i)
    return not below and end < main.i and tree.words[end].text == ","


def noun_before(tree: Tree, pronoun: Word) -> int | None:
    """The noun right before a relative pronoun, its adposition and a comma; a name counts as its head."""
    i = pronoun.i - 1
    while i >= 0 and tree.words[i].pos == "ADP":
        i -= 1
    if i >= 0 and tree.words[i].text == ",":
        i -= 1
    if i < 0 or tree.words[i].sent != pronoun.sent:
        return None
    word = tree.words[i]
    while ROOT < word.head < word.i and (word.rel in ("name", "amod") or word.pos == "NUM"):
        word = tree.words[word.head]  # "Marc Petit", "Europe 1"
    return word.i if word.pos in ("NOUN", "PROPN") else None
