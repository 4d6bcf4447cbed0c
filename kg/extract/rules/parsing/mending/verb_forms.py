"""Voice, clitics and infinitives."""

from kg.extract.rules.parsing.clitics import bare_form, is_enclitic
from kg.extract.rules.parsing.lemmas import of_participle
from kg.extract.rules.parsing.mending.grammar import is_infinitive, takes_infinitive, with_itself
from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Tree, Word
from kg.lang import LanguagePack

INFINITIVE = "VerbForm=Inf"
BELOW_NOUNS = ("nmod", "name", "appos")
PERFECTS = ("xcomp", "obl", "nmod", "acl", "advcl", "ccomp")  # as which an infinitive hangs


def turn_clitics(tree: Tree, pack: LanguagePack) -> bool:
    """ "a-t-elle dit": the "-t-" only sounds; the pronoun behind it is the subject."""
    mended = False
    for word in tree.words[1:]:
        sound = tree.words[word.i - 1]
        if (
            sound.lower not in pack.words["linking_sounds"]
            or word.pos != "PRON"
            or not word.lower.startswith("-")
            or word.head != sound.i
        ):
            continue
        word.head, word.rel, sound.head, sound.rel, mended = sound.head, sound.rel, word.i, "expl", True
    return mended


def seat_clitics(tree: Tree, pack: LanguagePack) -> bool:
    """ "a-t-elle précisé", "ajoute-t-il": a pronoun hung on a verb of speech or its auxiliary is its subject."""
    mended = False
    for word in tree.words[1:]:
        clitic = bare_form(pack, word) if is_enclitic(pack, word) else ""
        if word.pos != "PRON" or clitic not in pack.words["subject_clitics"]:
            continue
        sound = tree.words[word.i - 1]
        linked = sound.lower in pack.words["linking_sounds"]
        host = tree.words[sound.i - 1] if linked else sound
        verb = tree.words[host.head] if host.rel == "aux" else host
        others = [c for c in tree.children(verb.i, *SUBJECTS) if c.i != word.i and (c.i != sound.i or not linked)]
        if verb.pos != "VERB" or verb.lemma not in pack.reporting or others or verb.head == word.i:
            continue
        if tree.child(verb.i, "aux:pass") is not None and tree.child(verb.i, "refl") is None:
            continue  # "est-il précisé"
        if linked:
            sound.head, sound.rel = word.i, "expl"
        mended = mended or (word.head, word.rel) != (verb.i, "subj")
        word.head, word.rel = verb.i, "subj"
    return mended


def turn_datives(tree: Tree, pack: LanguagePack) -> bool:
    """ "Lui succède Anne Roy": of a verb that only is done to somebody, the noun behind it is who does it."""
    mended = False
    for word in tree.words[:-2]:
        verb = tree.words[word.i + 1]
        if word.lower not in pack.words["dative_clitics"] or verb.lemma not in pack.words["done_to"]:
            continue
        subject = next((c for c in tree.children(verb.i, "obj", "subj") if c.i > verb.i and c.pos != "PRON"), None)
        if word.pos != "PRON" or (word.head, word.rel) != (verb.i, "subj") or subject is None:
            continue
        word.rel, subject.rel, mended = "iobj", "subj", True
    return mended


def turn_personal(tree: Tree, pack: LanguagePack) -> bool:
    """ "Il envisage de partir", "Il était âgé de 40 ans": where no impersonal verb has it, an "il" is somebody."""
    mended = False
    for word in tree.words:
        if word.rel != "expl" or word.pos != "PRON" or word.lower not in pack.words["subject_clitics"]:
            continue
        verb = tree.words[word.head]
        if word.i < verb.i and tree.child(verb.i, *SUBJECTS) is None and _is_personal(tree, pack, verb):
            passive = verb.pos == "VERB" and tree.child(verb.i, "aux:pass") is not None
            word.rel, mended = "subj:pass" if passive else "subj", True
    return mended


def _is_personal(tree: Tree, pack: LanguagePack, verb: Word) -> bool:
    """Whether what an "il" is said to do or to be, somebody does or is."""
    words = pack.words
    clause = tree.child(verb.i, "ccomp", "csubj", "xcomp", "advcl") is not None
    if verb.pos != "VERB" or tree.child(verb.i, "aux:pass", "cop") is not None:
        ahead = tree.words[verb.i + 1].lower if verb.i + 1 < len(tree.words) else ""
        nobody = verb.lemma in words["impersonal_words"] or verb.lemma in pack.reporting or _is_number(tree, verb)
        return not (nobody or clause or ahead in words["that"])
    if verb.lemma in pack.reporting and clause and tree.child(verb.i, "refl") is None:
        return verb.lemma not in words["impersonal_too"]
    raised = verb
    while raised.lemma in words["raising_verbs"] and (below := tree.child(raised.i, "xcomp")) is not None:
        raised = below
    return raised.pos != "AUX" and raised.lemma not in words["impersonal_verbs"]


def _is_number(tree: Tree, word: Word) -> bool:
    """ "Il était 13 heures"."""
    return word.pos == "NUM" or tree.child(word.i, "nummod") is not None


def turn_voice(tree: Tree, pack: LanguagePack) -> bool:
    """ "Renault n'a jamais racheté Danone": with "avoir" alone a participle is active."""
    mended = False
    for word in tree.words:
        if word.rel != "subj:pass" or word.head == ROOT:
            continue
        carriers = [c.lemma for c in tree.children(word.head, "aux", "aux:pass", "cop")]
        if carriers and all(lemma in pack.words["active_auxiliaries"] for lemma in carriers):
            word.rel, mended = "subj", True
    return mended


def name_auxiliaries(tree: Tree, pack: LanguagePack) -> bool:
    """ "pour avoir escroqué une cliente": an infinitive auxiliary right before its participle carries its time."""
    mended = False
    for word in tree.words:
        if word.rel != "dep" or word.pos != "AUX" or "VerbForm=Inf" not in word.morph or word.head != word.i + 1:
            continue
        if tree.words[word.head].pos == "VERB" and word.lemma in pack.words["active_auxiliaries"]:
            word.rel, mended = "aux", True
    return mended


def head_perfects(tree: Tree, pack: LanguagePack) -> bool:
    """ "accuse X de l'avoir frappé": the participle heads its clause, and that completes the verb."""
    mended = False
    for carrier in tree.words[1:-1]:
        if carrier.lemma not in pack.words["active_auxiliaries"] or "VerbForm=Inf" not in carrier.morph:
            continue
        deed = tree.words[carrier.i + 1]
        if deed.pos != "VERB" or "VerbForm=Part" not in deed.morph or carrier.head == ROOT:
            continue
        if carrier.rel in PERFECTS and deed.rel == "dep" and deed.head in (carrier.i, carrier.head):
            deed.head, deed.rel = carrier.head, carrier.rel
            for child in list(tree.children(carrier.i)):
                child.head, child.rel = deed.i, "obj" if child.pos == "PRON" else child.rel
            carrier.head, carrier.rel, mended = deed.i, "aux", True
        mark = tree.child(deed.i, "mark", "case")
        marked = mark is not None and mark.pos == "ADP" and mark.lemma in pack.words["of"]
        if carrier.head != deed.i or not marked or deed.rel not in ("obl", "nmod") or deed.head == ROOT:
            continue
        above = tree.words[deed.head]
        verb = tree.words[above.head] if above.pos in ("NOUN", "PROPN") and above.head != ROOT else above
        if verb.pos == "VERB" and verb.lemma in pack.words["charging"] and verb.i < deed.i:
            deed.head, deed.rel, mended = verb.i, "xcomp", True
    return mended


def wake_participles(tree: Tree, pack: LanguagePack) -> bool:
    """ "ont piraté Zumo": what an auxiliary carries right before it, and has the form of a participle, is a verb."""
    mended = False
    for word in tree.words[1:]:
        carrier = tree.words[word.i - 1]
        if word.pos in ("VERB", "AUX") or tree.child(word.i, "aux") is not carrier:
            continue
        lemma = of_participle(word.lower, pack) if carrier.lemma in pack.words["active_auxiliaries"] else None
        if lemma is not None:
            word.pos, word.lemma, word.morph, mended = "VERB", lemma, "Tense=Past|VerbForm=Part", True
    return mended


def name_causatives(tree: Tree, pack: LanguagePack) -> bool:
    """ "s'est fait agresser": the verb right before an infinitive that hangs below it only carries its time."""
    mended = False
    for word in tree.words:
        above = tree.words[word.head] if word.head != ROOT else None
        if word.rel != "dep" or above is None or word.lemma not in pack.words["undergoing"]:
            continue
        if word.i < above.i and is_infinitive(tree, above):
            word.rel, mended = "aux:caus", True
    return mended


def join_made_known(tree: Tree, pack: LanguagePack) -> bool:
    """ "a fait savoir qu'elle partait", "fait état d'un rachat": the two tell together what the second governs."""
    mended, made = False, {joined.split()[0] for joined in pack.words["made_known"]}
    for second in tree.words[1:]:
        below = tree.children(second.i, "aux:caus", "dep") if second.children else ()
        carried = next((c for c in below if c.lemma in made), None)
        if carried is None and (second.rel not in ("xcomp", "obj") or second.head == ROOT):
            continue
        verb = carried or tree.words[second.head]
        joined, near = f"{verb.lemma} {second.lemma}", verb.i < second.i < verb.i + 3
        if not near or joined not in pack.words["made_known"]:
            continue
        if carried is not None:  # ", a fait savoir X": the parser makes the first verb a mere auxiliary
            verb.head, verb.rel, second.head = second.head, second.rel, verb.i
        for child in [*tree.children(second.i), *tree.children(verb.i, "obl")]:
            child.head = verb.i if child is not verb else child.head
            if second.rel == "obj" and child.i > second.i and child.case in pack.words["of"]:
                child.rel = "obj"
        verb.lemma, verb.pos, second.rel, mended = joined, "VERB", "fixed", True
    return mended


def raise_verbs(tree: Tree, pack: LanguagePack) -> bool:
    """ "Orange dément avoir vendu X": a verb that the parser hung as an adverb governs the infinitive behind it."""
    mended = False
    for word in tree.words:
        if word.rel != "advmod" or word.pos != "VERB" or word.i < 1:
            continue
        noun = tree.words[word.i - 1]
        noun = tree.words[noun.head] if noun.rel == "name" and noun.head != ROOT else noun
        ahead = tree.words[word.i + 1 : min(word.i + 6, tree.sents[word.sent][1])]
        clause = next((w for w in ahead if w.pos == "VERB"), None)
        if clause is None or noun.pos not in ("NOUN", "PROPN", "X", "PRON") or not is_infinitive(tree, clause):
            continue
        above = noun if clause.head == noun.i else clause
        place = (above.head, above.rel) if above.head != word.i else (ROOT, "ROOT")
        word.head, word.rel = place
        noun.head, noun.rel, clause.head, clause.rel, mended = word.i, "subj", word.i, "xcomp", True
    return mended


def rehang_infinitives(tree: Tree, pack: LanguagePack) -> bool:
    """ "a promis sur la radio de punir X": the infinitive completes the verb, not a noun that takes none."""
    mended = False
    for word in tree.words:
        if word.rel not in ("acl", "dep") or word.head == ROOT or not is_infinitive(tree, word):
            continue
        beside = _governor_beside(tree, word, pack)
        if beside is not None and word.head != beside.i:
            word.head, word.rel, mended = beside.i, "xcomp", True  # "l'un des hommes suspectés d'avoir volé"
            continue
        if word.rel == "dep" and tree.words[word.head].pos == "ADJ" and tree.child(word.i, "mark") is not None:
            word.rel, mended = "xcomp", True  # "libre de vendre X"
            continue
        if tree.child(word.i, "mark") is None:
            continue
        noun = next(
            (w for w in with_itself(tree, word.head) if w.rel not in BELOW_NOUNS or takes_infinitive(w, pack)),
            tree.words[word.head],
        )
        if noun.pos not in ("NOUN", "PROPN") or noun.head == ROOT or takes_infinitive(noun, pack):
            continue
        verb = tree.words[noun.head]
        governs = verb.lemma in pack.governors and "actual" not in pack.governors[verb.lemma]
        if (
            verb.pos == "VERB"
            and noun.rel in ("obj", "obl", "iobj", "agent", "subj:pass")
            and governs
            and verb.i < word.i
        ):
            word.head, word.rel, mended = verb.i, "xcomp", True
    return mended


def lower_adjuncts(tree: Tree, pack: LanguagePack) -> bool:
    """ "À Lyon, la police peut intervenir": where and with what is told of the act, and no more real than it is."""
    mended = False
    for word in tree.words:
        verb = tree.words[word.head] if word.head != ROOT else word
        if word.rel != "obl" or not word.case or verb.lemma not in pack.words["raising_verbs"]:
            continue
        deed = next((c for c in tree.children(verb.i, "xcomp") if is_infinitive(tree, c)), None)
        if deed is None or word.i > deed.i or word.case in pack.words["according_to"]:
            continue
        word.head, mended = deed.i, True
    return mended


def _governor_beside(tree: Tree, infinitive: Word, pack: LanguagePack) -> Word | None:
    """The participle or verb right before the mark of an infinitive, if it governs one."""
    mark = tree.child(infinitive.i, "mark")
    if mark is None or mark.i < 1:
        return None
    word = tree.words[mark.i - 1]
    return word if word.pos == "VERB" and word.lemma in pack.governors else None


def join_infinitives(tree: Tree, _: LanguagePack) -> bool:
    """ "accusé de frauder, d'encourager X", ", ou encore d'avoir menti": it goes on with one marked alike before it."""
    mended = False
    for word in tree.words:
        if word.rel not in ("advcl", "conj") or word.i < 3 or not is_infinitive(tree, word):
            continue
        mark = tree.child(word.i, "mark")
        if mark is None or mark.pos != "ADP" or not _is_led(tree, mark):
            continue
        if word.rel == "conj" and is_infinitive(tree, tree.words[word.head]):
            continue
        other = _like_before(tree, word, mark)
        if other is not None:
            word.head, word.rel, mended = other.i, "conj", True
    return mended


def _like_before(tree: Tree, word: Word, mark: Word) -> Word | None:
    """The last infinitive before that is marked alike; of a perfect one the last perfect, or the outermost."""
    before, found = tree.words[tree.sents[word.sent][0] : mark.i - 1], list[Word]()
    for other in before:
        same = tree.child(other.i, "mark") if other.rel in ("xcomp", "acl") else None
        if same is not None and is_infinitive(tree, other) and same.lower[:1] == mark.lower[:1]:
            found.append(other)
    if tree.child(word.i, "aux") is None or not found:
        return found[-1] if found else None
    return next((x for x in reversed(found) if tree.child(x.i, "aux") is not None), found[0])


def _is_led(tree: Tree, mark: Word) -> bool:
    """Whether a comma or conjunction, and no more than adverbs behind it, stands before a mark: ", mais aussi d'"."""
    before = mark.i - 1
    while before > 0 and tree.words[before].pos == "ADV":
        before -= 1
    return tree.words[before].text == "," or tree.words[before].pos == "CCONJ"


def turn_reflexives(tree: Tree, pack: LanguagePack) -> bool:
    """ "s'en est pris à X": but before "il", what is elided is no "si"."""
    mended, both = False, pack.words["reflexive"] & pack.words["conditional_marks"]
    for word in tree.words[:-1] if both else ():
        if word.lower in both and word.rel == "mark" and tree.words[word.i + 1].lower not in pack.words["if_before"]:
            word.rel, mended = "refl", True
    return mended


def lower_seen_infinitives(tree: Tree, pack: LanguagePack) -> bool:
    """ "s'est vu décerner un prix": the infinitive hangs on the verb with the reflexive, whatever the parser made."""
    mended = False
    for word in tree.words[1:-1]:
        done = tree.words[word.i + 1]
        if word.lemma not in pack.words["seen_done"] or word.pos != "VERB" or done.pos != "VERB":
            continue
        if not is_infinitive(tree, done) and done.lower != done.lemma:  # "décerner", taken for "décerné"
            continue
        near = tree.words[max(0, word.i - 2) : word.i]  # "se voit", "s'est vu"
        if not any(w.lower in pack.words["reflexive"] and w.head in (word.i, done.i) for w in near):
            continue
        done.morph = INFINITIVE
        if word.head == done.i:
            for child in tree.children(done.i):
                child.head = word.i if child.i < word.i else child.head
            word.head, word.rel, done.head, done.rel, mended = done.head, done.rel, word.i, "xcomp", True
        elif done.head == word.i and done.rel != "xcomp":
            done.rel, mended = "xcomp", True
    return mended
