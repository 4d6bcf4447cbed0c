"""Nouns in another's place: objects taken for subjects or for complements, appositions taken for subjects."""

from kg.extract.rules.parsing.mending.grammar import is_date, is_finite, with_itself
from kg.extract.rules.parsing.tree import PERSON_LABELS, QUOTE, ROOT, SUBJECTS, Tree, Word
from kg.lang import LanguagePack

NOUNS = ("NOUN", "PROPN", "X")
CUT = ("relcl", "parataxis", "conj", "ccomp", "acl", "advcl", "dep")  # as what a main verb is hung below a gerund
TIGHT = ("nmod", "appos", "xcomp", "name")  # as what an object behind a complement is hung on it


def turn_subjects_of_infinitives(tree: Tree, _: LanguagePack) -> bool:
    """ "a démenti avoir rencontré Zumo": behind a governed infinitive stands its object."""
    mended = False
    for word in tree.words:
        verb = tree.words[word.head]
        if word.rel != "subj" or word.head == ROOT or word.i < verb.i or verb.rel != "xcomp" or word.pos not in NOUNS:
            continue
        if _is_infinitive(tree, verb) and tree.child(verb.i, "obj") is None and not word.case:
            word.rel, mended = "obj", True
    return mended


def _is_infinitive(tree: Tree, verb: Word) -> bool:
    """Whether a verb is an infinitive, or a participle behind the infinitive of its auxiliary."""
    return any("VerbForm=Inf" in w.morph for w in (verb, *tree.children(verb.i, "aux")))


def turn_subjects_of_participles(tree: Tree, pack: LanguagePack) -> bool:
    """ "a limogé Luc Roy et nommé Anne Petit": behind a participle that goes on with "a limogé" stands its object."""
    mended = False
    for word in tree.words:
        verb = tree.words[word.head]
        if word.rel != "subj" or word.head == ROOT or word.i < verb.i or verb.rel != "conj" or word.pos not in NOUNS:
            continue
        first = tree.words[verb.head]
        goes_on = tree.child(verb.i, "aux", "aux:pass") is None and "Tense=Past|VerbForm=Part" in verb.morph
        carrier = tree.child(first.i, "aux") if tree.child(first.i, "aux:pass") is None else None
        if goes_on and carrier is not None and carrier.lemma in pack.words["active_auxiliaries"] and not word.case:
            taken = tree.child(verb.i, "obj") is not None
            word.rel, mended = ("obl" if taken else "obj"), True
    return mended


def free_objects_behind_complements(tree: Tree, pack: LanguagePack) -> bool:
    """ "a placé sur sa liste noire deux banques": with an article of its own, what stands behind a complement is bare.

    It is the object of a verb that has none.
    """
    mended = False
    for word in tree.words:
        noun = tree.words[word.head] if word.rel in TIGHT and word.head != ROOT and not word.case else word
        if noun is word or noun.i > word.i or word.pos not in (*NOUNS, "PRON"):
            continue
        article = tree.child(word.i, "det", "nummod")
        start = tree.subtree(word.i)[0]
        if article is None or article.i != start or tree.words[start - 1].pos not in ("NOUN", "PROPN", "ADJ", "X"):
            continue
        complement = next((w for w in with_itself(tree, noun.i) if w.rel == "obl"), None)
        verb = tree.words[complement.head] if complement is not None and complement.head != ROOT else word
        if complement is None or not complement.case or not _lacks_object(tree, pack, verb) or verb.i > complement.i:
            continue
        if is_date(tree, word, pack) or is_date(tree, complement, pack) or word.lemma in pack.lists["temporal"]:
            continue
        word.head, word.rel, mended = verb.i, "obj", True
    return mended


def _lacks_object(tree: Tree, pack: LanguagePack, verb: Word) -> bool:
    """Whether an active verb with a subject before it, and "avoir" if any auxiliary, has no object yet."""
    if verb.pos != "VERB" or tree.child(verb.i, "obj", "aux:pass", "refl", "expl", "ccomp", "xcomp", "cop") is not None:
        return False
    carrier, subject = tree.child(verb.i, "aux"), tree.child(verb.i, "subj")
    had = carrier is None or carrier.lemma in pack.words["active_auxiliaries"]
    return had and subject is not None and subject.i < verb.i


def free_adverbs_of_time(tree: Tree, pack: LanguagePack) -> bool:
    """ "les équipements du groupe d'ici à 2027": an adverb before a time, "de" with it, is no complement of a noun."""
    mended = False
    for word in tree.words[:-1]:
        ahead = tree.words[word.i + 1 : word.i + 3]
        if word.pos != "ADV" or word.rel != "nmod" or word.case not in pack.words["of"]:
            continue
        if any(w.is_year or w.lemma in pack.lists["temporal"] for w in ahead):
            word.rel, mended = "advmod", True
    return mended


def appose_first_subjects(tree: Tree, pack: LanguagePack) -> bool:
    """ "Racheté par Zumo, un géant du meuble, le fabricant a licencié": whom the second comma sets off acts.

    What stands between the commas tells of the name before them.
    """
    mended = False
    for word in tree.words:
        if word.rel not in SUBJECTS or word.pos != "NOUN" or word.case or word.head < word.i:
            continue
        verb = tree.words[word.head]
        second = _second_behind(tree, word, verb)
        holder = _told_before(tree, word, second, pack) if second is not None else None
        if second is None or holder is None:
            continue
        second.head, second.rel = verb.i, word.rel
        word.head, word.rel, mended = holder.i, "appos", True
    return mended


def appose_in_openers(tree: Tree, pack: LanguagePack) -> bool:
    """ "Nommé par Luc Roy, le fondateur du groupe, Paul Dumas a …": a noun between commas tells of who is before it.

    The parser hung it on the participle that opens the sentence.
    """
    mended = False
    for word in tree.words[3:]:
        if word.rel not in ("obl", "obj", "conj", "dislocated") or word.pos != "NOUN" or word.case or word.head == ROOT:
            continue
        opener, below = tree.words[word.head], tree.subtree(word.i, ("punct",))
        if opener.i > word.i or opener.i > tree.sents[word.sent][0] + 1 or tree.child(word.i, "cc") is not None:
            continue
        verb = tree.words[opener.head] if opener.head > word.i else word
        subject = tree.child(verb.i, *SUBJECTS) if verb is not word else None
        end = below[-1] + 1
        if subject is None or not end < subject.i < verb.i or tree.words[end].text != ",":
            continue
        holder = _told_before(tree, word, subject, pack)
        if holder is not None and word.lemma not in pack.lists["temporal"]:
            word.head, word.rel, mended = holder.i, "appos", True
    return mended


def _second_behind(tree: Tree, first: Word, verb: Word) -> Word | None:
    """The bare noun or name that stands between the comma behind a subject and the singular verb, without "et"."""
    others = [*tree.children(verb.i, *SUBJECTS), *tree.children(first.i, "conj", "appos")]
    for other in others:
        if not first.i < other.i < verb.i or other.case or other.pos not in NOUNS:
            continue
        below = tree.subtree(other.i, ("punct",))
        named = other.pos != "NOUN" or tree.child(other.i, "det") is not None
        if not named or tree.words[below[0] - 1].text != "," or tree.child(other.i, "cc", "conj") is not None:
            continue
        mine = [i for i in tree.subtree(first.i, ("punct",)) if i not in below]
        alone = not any(w.text == "," or w.pos == "CCONJ" for w in tree.words[below[0] : verb.i])
        if other.ent in PERSON_LABELS and tree.child(first.i, "nmod") is not None:
            continue  # "Après Luc Roy, le professeur de Lyon, Paul Dumas assure": who that is, is not sure
        carrier = tree.child(verb.i, "aux", "aux:pass", "cop") or verb
        if alone and mine[-1] == below[0] - 2 and "Number=Plur" not in carrier.morph:
            return other
    return None


def _told_before(tree: Tree, noun: Word, second: Word, pack: LanguagePack) -> Word | None:
    """The name or noun behind an adposition that ends before the comma, in what opens the sentence without a verb."""
    start = min(i for i in tree.subtree(noun.i, ("punct",)) if i < second.i)
    first = tree.sents[noun.sent][0]
    if start - 2 < first or tree.words[start - 1].text != "," or tree.child(noun.i, "det") is None:
        return None
    if any("VerbForm=Fin" in w.morph or w.text == "," for w in tree.words[first : start - 1]):
        return None
    for word in with_itself(tree, start - 2):
        if word.i < first or word.pos not in NOUNS or is_date(tree, word, pack):
            return None
        if word.case:
            return word
    return None


def raise_inverted_verbs(tree: Tree, pack: LanguagePack) -> bool:
    """ "Parmi les patrons de Zumo figure Luc Roy": what an adposition opens heads no sentence; the verb behind does."""
    mended = _raise_behind_gerunds(tree, pack)
    for first, last in tree.sents:
        noun = next((w for w in tree.words[first:last] if w.head == ROOT), None)
        if noun is None or not noun.case or noun.pos not in NOUNS or tree.child(noun.i, "cop") is not None:
            continue
        verb = next((c for c in tree.children(noun.i, "parataxis") if c.pos == "VERB" and c.i > noun.i), None)
        if verb is None or "VerbForm=Fin" not in verb.morph or tree.child(verb.i, "mark") is not None:
            continue
        phrase = [i for i in tree.subtree(noun.i, ("punct",)) if i < verb.i]
        told = any(c.i > verb.i for c in tree.children(verb.i, "obj", *SUBJECTS))
        if phrase == list(range(first, verb.i)) and told:
            verb.head, verb.rel, noun.head, noun.rel, mended = ROOT, "ROOT", verb.i, "obl", True
    return mended


def _raise_behind_gerunds(tree: Tree, pack: LanguagePack) -> bool:
    """ "En rachetant Zumo pour un euro, Valtec devient …": what a gerund opens for is told by the verb behind."""
    mended = False
    for first, last in tree.sents:
        gerund = next((w for w in tree.words[first:last] if w.head == ROOT), tree.words[first])
        mark = tree.child(gerund.i, "mark", "case")
        if gerund.pos != "VERB" or mark is None or mark.i != first or mark.lower not in pack.words["before_gerunds"]:
            continue
        for subject in tree.words[gerund.i + 2 : last]:
            verb = tree.words[subject.head] if subject.rel in SUBJECTS and subject.head > subject.i else subject
            start = tree.subtree(subject.i, ("punct",))[0]
            if verb is subject or subject.pos not in NOUNS or tree.words[start - 1].text != "," or verb.rel not in CUT:
                continue
            if tree.child(verb.i, "mark", "cc") is None:
                verb.head, verb.rel, gerund.head, gerund.rel, mended = ROOT, "ROOT", verb.i, "advcl", True
                break
    return mended


def hang_genitives_on_predicates(tree: Tree, pack: LanguagePack) -> bool:
    """ "Zumo, dont Valtec est propriétaire": no name is anybody's; what it is to somebody is told."""
    mended = False
    for word in tree.words:
        name = tree.words[word.head] if word.lower in pack.words["relative_of"] and word.head != ROOT else word
        predicate = tree.words[name.head] if name.rel in SUBJECTS and name.head > name.i else name
        if name is word or predicate is name or name.pos not in ("PROPN", "X") or name.i != word.i + 1:
            continue
        before = tree.words[word.i - 2] if word.i > 1 and tree.words[word.i - 1].text == "," else name
        if tree.child(predicate.i, "cop") is None or predicate.pos != "NOUN" or before.pos not in ("PROPN", "X"):
            continue
        if predicate.rel in SUBJECTS and before.head == predicate.head:
            before.rel = predicate.rel
        if predicate.rel in (*SUBJECTS, "appos") and before.rel != "name":
            word.head, predicate.head, predicate.rel, mended = predicate.i, before.i, "relcl", True
    return mended


def lower_before_names(tree: Tree, pack: LanguagePack) -> bool:
    """ "lance sa nouvelle Freebox": an adjective that stands before nouns is no noun before a name."""
    mended = False
    for word in tree.words[1:-1]:
        if word.pos != "NOUN" or word.lower not in pack.words["before_named_things"] or word.head == ROOT:
            continue
        article, name = tree.child(word.i, "det"), tree.words[word.i + 1]
        named = name.head == word.i and name.pos in ("PROPN", "X", "NOUN") and name.is_title and not name.case
        if article is None or article.i != word.i - 1 or not named or name.rel not in TIGHT:
            continue
        name.head, name.rel, name.case = word.head, word.rel, word.case
        for child in tree.children(word.i):
            child.head = name.i if child is not name else child.head
        word.head, word.rel, word.pos, word.case, mended = name.i, "amod", "ADJ", "", True
    return mended


def read_adpositions(tree: Tree, pack: LanguagePack) -> bool:
    """ "sa rancœur envers Luc Roy": what is no noun or verb, but an adposition, joins what is behind it."""
    mended, taken = set[int](), pack.words["taken_for_nouns"]
    for word in tree.words[1:-1] if taken else ():
        if word.lower not in taken or word.pos == "ADP" or word.sent in mended:
            continue
        before, noun = tree.words[word.i - 1], _opened(tree, word)
        if noun is None or before.pos in ("DET", "ADP") or before.sent != word.sent:
            continue  # "l'envers du décor"
        anchor = _joined_to(tree, word, pack)
        if anchor is not None:
            _take_place(tree, word, noun, anchor)
            noun.head, noun.rel = anchor.i, "nmod" if anchor.pos in (*NOUNS, "PRON") else "obl"
            noun.case = pack.adpositions.get(word.lower, word.lower)
            word.head, word.rel, word.pos = noun.i, "case", "ADP"
            mended.add(word.sent)
    return bool(mended)


def _opened(tree: Tree, word: Word) -> Word | None:
    """The noun below a word whose phrase begins right behind it."""
    behind = tree.words[word.i + 1 : tree.sents[word.sent][1]]
    for part in behind[:1]:
        for noun in (part, *tree.ancestors(part.i)):
            if noun.head in (word.i, word.head):
                return noun if noun.pos in (*NOUNS, "PRON") and noun.i > word.i and not noun.case else None
    return None


def _joined_to(tree: Tree, word: Word, pack: LanguagePack) -> Word | None:
    """What a complement tells of: the noun of "un propos déplacé", of "la colère du maire"; else what stands before."""
    before = tree.words[word.i - 1]
    if before.text == QUOTE and before.i > tree.sents[word.sent][0]:
        before = tree.words[before.i - 1]
    while before.head != ROOT and before.head < before.i:
        above = tree.words[before.head]
        told = before.rel == "amod" and above.pos == "NOUN" and not _is_set_off(tree, above, before)
        owned = before.rel in ("nmod", "name") and (before.rel == "name" or before.case in pack.words["of"])
        if not (told or owned or before.rel in ("flat", "advmod")):
            break
        before = above
    return before if before.pos in (*NOUNS, "VERB", "ADJ", "PRON") and before is not word else None


def _is_set_off(tree: Tree, first: Word, last: Word) -> bool:
    return any(w.text == "," for w in tree.words[first.i : last.i])


def _take_place(tree: Tree, word: Word, noun: Word, anchor: Word) -> None:
    """Give the place of a word that heads no phrase to what stands before it, with what else hung below it."""
    path = [anchor, *tree.ancestors(anchor.i)]
    top = next((w for w in path if w.head == word.i), anchor)
    start = tree.subtree(top.i)[0]
    before = reversed(tree.words[tree.sents[word.sent][0] : start])
    verb = next((w for w in before if w.pos != "ADV"), word)
    acts = top.head == word.i and top.pos == "NOUN" and not top.case and verb.pos == "VERB"
    heir = top
    if acts and tree.child(verb.i, "obj") is None:  # "ne cache pas sa rancœur envers Luc Roy"
        heir = verb if verb.head == word.i else top
        top.head, top.rel = verb.i, "obj"
    if heir.head == word.i:
        heir.head, heir.rel = word.head, word.rel
    for child in tree.children(word.i):
        if child.head == word.i and child is not noun:
            child.head = heir.i
    _raise_left_verb(tree, heir, noun)


def _raise_left_verb(tree: Tree, heir: Word, noun: Word) -> None:
    """ "La colère du maire envers la presse ne faiblit pas": the verb that was hung below is the main one again."""
    if heir.head != ROOT or heir.pos not in NOUNS:
        return
    verbs = (w for w in tree.words[noun.i : tree.sents[heir.sent][1]] if w.head in (heir.i, noun.i))
    verb = next((w for w in verbs if is_finite(tree, w) and tree.child(w.i, *SUBJECTS, "mark") is None), None)
    if verb is not None:
        verb.head, verb.rel, heir.head, heir.rel = ROOT, heir.rel, verb.i, "subj"


def qualify_by_set_off_adjectives(tree: Tree, _: LanguagePack) -> bool:
    """ "Jeanne Morel, très critique envers Luc Roy, part": an adjective between commas tells of the name."""
    mended = False
    for word in tree.words:
        if word.rel != "conj" or word.pos != "ADJ" or tree.words[word.head].pos != "PROPN" or tree.child(word.i, "cc"):
            continue
        below = tree.subtree(word.i)
        behind = tree.words[min(below[-1] + 1, len(tree.words) - 1)]
        first = below[1] if tree.words[below[0]].text == "," else below[0]
        if tree.words[first - 1].text == "," and "," in (behind.text, tree.words[below[-1]].text):
            word.rel, mended = "amod", True
    return mended
