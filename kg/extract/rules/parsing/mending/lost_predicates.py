"""Verbs and predicates lost among names: "Anne Roy succède à Luc Petit", "Le patron du FMI est Anne Roy"."""

from kg.extract.rules.parsing.agreement import masculine_singulars
from kg.extract.rules.parsing.mending.grammar import is_bare_office, is_calendar_day
from kg.extract.rules.parsing.tree import PERSON_LABELS, ROOT, SUBJECTS, Tree, Word
from kg.lang import LanguagePack

BEHIND = ("nmod", "obl", "advmod", "xcomp")


def wake_verbs_in_names(tree: Tree, pack: LanguagePack) -> bool:
    """ "Anne Roy remplace Luc Petit": a small present within what was taken for one long name is its verb."""
    mended = False
    named = {i for first, last, _ in tree.entities for i in range(first, last)}
    for verb in tree.words[1:-1]:
        if verb.rel != "name" or not verb.text.islower() or verb.i in named or verb.head == ROOT:
            continue
        name = _top(tree, verb)
        behind = tree.words[verb.i + 1]
        ends = verb.lower.endswith(tuple(pack.tense.get("singular_present", ())))
        known = verb.lemma != verb.lower and verb.lemma.endswith(tuple(pack.tense.get("infinitive_endings", ())))
        if name.head != ROOT or name.i > verb.i or not ends or not known or tree.child(verb.i) is not None:
            continue
        if name.i not in named or not (behind.pos in ("ADP", "DET") or behind.is_title):
            continue
        if any(w.text == "," for w in tree.words[name.i : verb.i]):
            continue
        _raise(tree, name, verb)
        mended = True
    return mended


def _raise(tree: Tree, name: Word, verb: Word) -> None:
    """Hang a name on the verb behind it, and what stands behind both on the verb."""
    first, last = tree.sents[verb.sent]
    for word in tree.words[verb.i + 1 : last]:
        if first <= word.head <= verb.i:
            word.head = verb.i
            word.rel = _rel_behind(tree, word, verb)
    verb.pos, verb.morph = "VERB", "Mood=Ind|Tense=Pres|VerbForm=Fin"
    verb.head, verb.rel, name.head, name.rel = ROOT, "ROOT", verb.i, "subj"


def _rel_behind(tree: Tree, word: Word, verb: Word) -> str:
    if word.pos == "PUNCT":
        return "punct"
    if word.case:
        return "obl"
    return "obj" if tree.subtree(word.i)[0] == verb.i + 1 else word.rel


def _top(tree: Tree, word: Word) -> Word:
    while word.rel == "name" and word.head != ROOT:
        word = tree.words[word.head]
    return word


def turn_named_predicates(tree: Tree, pack: LanguagePack) -> bool:
    """ "Le patron du FMI est Anne Roy": nobody is done anything to by a name; it tells who the subject is."""
    mended = False
    for name in tree.words:
        if name.pos != "PROPN":
            continue
        copula, subject = tree.child(name.i, "aux:pass"), tree.child(name.i, "subj:pass")
        if copula is None or subject is None or copula.lemma not in pack.words["being"]:
            continue
        copula.rel, subject.rel, mended = "cop", "subj", True
    return mended


def turn_trade_predicates(tree: Tree, pack: LanguagePack) -> bool:
    """ "Anne Roy a été directrice de X": an office that was taken for a verb tells what the subject was.

    "Marc Roy est père de deux enfants": so does kin that was taken for an adjective.
    """
    mended, offices = False, pack.lists["positions"] | pack.lists["occupations"]
    for word in tree.words:
        kin = word.pos == "ADJ" and word.lower in pack.words["kin"]
        taken = kin or (word.pos == "VERB" and word.lower in offices)
        copula = tree.child(word.i, "aux:pass", "cop") if taken else None
        if copula is None or copula.lemma not in pack.words["being"] or _may_be_participle(pack, word):
            continue
        word.pos, word.lemma, copula.rel, mended = "NOUN", word.lower, "cop", True
        for child in tree.children(word.i):
            of = child.rel == "obl" and child.case in pack.words["of"]
            child.rel = "subj" if child.rel == "subj:pass" else "nmod" if of else child.rel
    return mended


def _may_be_participle(pack: LanguagePack, word: Word) -> bool:
    """ "a été employée", "a été élu"."""
    endings, known = tuple(pack.verb_lemmas.get("participle_endings", {})), pack.verb_lemmas.get("participles", {})
    return any(form in known or form.endswith(endings) for form in masculine_singulars(pack, word.lower))


def turn_predicates(tree: Tree, pack: LanguagePack) -> bool:
    """ "devient secrétaire d'État", "élue maire de X": a noun behind such a verb says what somebody is or was made."""
    mended = False
    for word in tree.words:
        if word.pos not in ("NOUN", "VERB"):
            continue
        verb = tree.words[word.head] if word.head != ROOT else word
        if verb.i < word.i and verb.head != ROOT and is_calendar_day(tree, verb, pack):
            verb = tree.words[verb.head]  # "nommé mardi secrétaire d'État"
        if _is_office_as_verb(pack, word, verb):
            word.pos, word.lemma, mended = "NOUN", word.lower, True
            for child in tree.children(word.i, "obl"):
                child.rel = "nmod"
        if word.pos != "NOUN" or word.case or verb.i >= word.i or verb.pos not in ("VERB", "AUX"):
            continue
        apart = tree.words[word.i - 1].pos == "ADP"  # "n'est plus en mesure de"
        is_so = word.rel == "obj" and verb.lemma in pack.lists["copulas"] and not apart
        made = word.rel in ("nmod", "obl", "dep") and verb.lemma in pack.lists["appointing"]
        if is_so or (made and is_bare_office(tree, word, pack)):
            word.head, word.rel, mended = verb.i, "xcomp", True
    return mended


def _is_office_as_verb(pack: LanguagePack, word: Word, verb: Word) -> bool:
    """ "a été nommée ambassadrice au Maroc": the parser takes the office for an infinitive."""
    completes = word.pos == "VERB" and word.rel == "xcomp" and verb.lemma in pack.lists["appointing"]
    return completes and word.lower in pack.trades and "VerbForm=Inf" not in word.morph


def appose_to_nearest(tree: Tree, pack: LanguagePack) -> bool:
    """ "Anne Roy, la veuve du chanteur Luc Petit": the name right behind a trade is of who has it, not of the kin."""
    mended = False
    for name in tree.words[2:]:
        if name.rel != "appos" or name.pos != "PROPN" or name.ent not in PERSON_LABELS or name.head == ROOT:
            continue
        above, trade = tree.words[name.head], tree.words[name.i - 1]
        of = trade.head == above.i and trade.rel == "nmod" and trade.case in pack.words["of"]
        said = above.rel == "appos" and above.head != ROOT
        said = said and (tree.words[above.head].pos == "PROPN" or tree.child(above.head, "appos") is not above)
        if of and said and trade.pos == "NOUN" and pack.nouns.get(trade.lemma) == "Person":
            name.head, mended = trade.i, True
    return mended


def appose_to_owned_kin(tree: Tree, pack: LanguagePack) -> bool:
    """ "Anne Roy et sa sœur jumelle Léa": a name right behind one's kin is theirs, an adjective between or not."""
    mended = False
    for name in tree.words[2:]:
        if name.pos != "PROPN" or not name.is_title or name.rel not in ("name", "appos", "nmod", "conj") or name.case:
            continue
        start = min(name.i, *(c.i for c in tree.children(name.i, "name")), name.i)
        i = start - 1 - (tree.words[start - 1].pos == "ADJ")
        noun = tree.words[i]
        owned = any(c.lower in pack.words["possessive_singular_owner"] for c in tree.children(noun.i, "det"))
        if noun.lemma not in pack.words["kin"] or noun.pos != "NOUN" or not owned or name.head == noun.i:
            continue
        if name.head < i or tree.words[name.head].rel in SUBJECTS:
            name.head, name.rel, mended = noun.i, "appos", True
    return mended


def free_given_offices(tree: Tree, pack: LanguagePack) -> bool:
    """ "nomme Anne Roy directrice", "a choisi Anne Roy comme PDG": an office behind the object completes the verb."""
    mended = False
    for noun in tree.words[2:]:
        name = tree.words[noun.head] if noun.head != ROOT else noun
        verb = tree.words[name.head] if name.head != ROOT else name
        if name.pos != "PROPN" or name.rel != "obj" or verb.pos != "VERB" or noun.i < name.i:
            continue
        if verb.lemma not in pack.lists["appointing"]:
            continue
        if noun.rel == "name" and noun.text.islower() and not {noun.lower, noun.lemma}.isdisjoint(pack.trades):
            for child in tree.children(name.i):  # "a nommé Anne Roy ministre de la Santé", taken for one name
                child.head = noun.i if child.i > noun.i else child.head
            noun.head, noun.rel, noun.pos, mended = verb.i, "xcomp", "NOUN", True
        if noun.pos != "NOUN" or pack.nouns.get(noun.lemma) != "Person" or noun.head == verb.i:
            continue
        bare = noun.rel == "conj" and not noun.case and tree.child(noun.i, "cc", "det") is None
        beside = tree.words[noun.i - 1].text != "," and bare
        if beside or (noun.rel in ("nmod", "conj") and noun.case in pack.words["as_office"]):
            noun.head, noun.rel, mended = verb.i, "obl" if noun.case else "xcomp", True
    return mended


def free_offices_behind_days(tree: Tree, pack: LanguagePack) -> bool:
    """ "nommé lundi ministre de la Santé": a bare office behind a day completes the verb before the day."""
    mended = False
    for verb in tree.words[:-2]:
        if verb.pos != "VERB" or verb.lemma not in pack.lists["appointing"]:
            continue
        at = verb.i + 1
        while at < len(tree.words) - 1 and _is_of_a_day(tree, tree.words[at], pack):
            at += 1
        while tree.words[at].pos == "ADJ" and at < len(tree.words) - 1 and tree.words[at].lemma not in pack.trades:
            at += 1  # "premier vice-président"
        office = tree.words[at]
        if not _is_of_a_day(tree, tree.words[verb.i + 1], pack) or office.sent != verb.sent:
            continue
        if office.lemma not in pack.trades or tree.child(at, "det", "poss", "case") is not None:
            continue
        below = (c for i in range(verb.i, at) for c in tree.children(i, "obl", "nmod"))
        for child in [c for c in below if tree.subtree(c.i)[0] == at + 1]:
            child.head, child.rel = at, "nmod"
        office.head, office.rel, office.pos, mended = verb.i, "xcomp", "NOUN", True
    return mended


def _is_of_a_day(tree: Tree, word: Word, pack: LanguagePack) -> bool:
    return word.lemma in pack.lists["temporal"] or word.text.isdigit() or is_calendar_day(tree, word, pack)


def appose_second_subjects(tree: Tree, pack: LanguagePack) -> bool:
    """ "Le sénateur Luc Roy, le fils du maire, a réagi": a second subject between commas tells of the first."""
    mended = False
    for noun in tree.words[3:]:
        if noun.rel not in SUBJECTS or noun.pos != "NOUN" or pack.nouns.get(noun.lemma) != "Person":
            continue
        below = tree.subtree(noun.i, ("punct",))
        start, end = below[0], below[-1] + 1
        closed = tree.words[start - 1].text == "," and end < len(tree.words) and tree.words[end].text == ","
        name = _top(tree, tree.words[start - 2]) if start > 1 else noun
        first = next((c for c in tree.children(noun.head, *SUBJECTS) if c.i < start - 1), None)
        if not closed or first is None or name.ent not in PERSON_LABELS or name.i >= start or noun.head < end:
            continue
        if name.pos == "PROPN" and name.i in tree.subtree(first.i) and tree.child(noun.i, "cc") is None:
            noun.head, noun.rel, mended = name.i, "appos", True
    return mended


def appose_second_names(tree: Tree, pack: LanguagePack) -> bool:
    """'Le réalisateur de "Soif", Luc Roy, a réagi': of two subjects a name between commas is that of the first."""
    mended = False
    for name in tree.words[3:]:
        if name.rel not in SUBJECTS or name.pos not in ("PROPN", "X") or name.case:
            continue
        below = tree.subtree(name.i, ("punct",))
        start, end = below[0], below[-1] + 1
        if tree.words[start - 1].text != "," or end >= len(tree.words) or tree.words[end].text != ",":
            continue
        noun = next((c for c in tree.children(name.head, *SUBJECTS) if c.i < start - 1), None)
        if noun is None or noun.pos != "NOUN" or name.head < end or "Number=Plur" in noun.morph:
            continue
        somebody = noun.lemma in pack.trades or pack.nouns.get(noun.lemma) in ("Person", "Company", "Organization")
        told = tree.child(noun.i, "det") is not None and tree.child(name.i, "cc") is None
        between = tree.words[tree.subtree(noun.i, ("punct",))[-1] + 1 : start]
        if somebody and told and all(w.pos == "PUNCT" for w in between):
            name.head, name.rel, mended = noun.i, "appos", True
    return mended
