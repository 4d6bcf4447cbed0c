"""Names and offices beside one another that the parser took for two arguments or a series."""

from kg.extract.rules.parsing.lemmas import of_participle
from kg.extract.rules.parsing.mending.grammar import behind_time, is_date, lacks_subject
from kg.extract.rules.parsing.tree import PERSON_LABELS, PLACE_LABELS, ROOT, SUBJECTS, Tree, Word
from kg.lang import LanguagePack

HUNG_BEFORE = ("appos", "conj", "nmod", "obl", "fixed")  # as what the subject behind an opening is misread
CARRIERS = ("aux", "aux:pass", "advmod", "obj", "iobj", "refl")  # what stands between a subject and its verb


def appose_names(tree: Tree, pack: LanguagePack) -> bool:
    """ "le frère du président, Robert Dumas, …": a name set off by commas is no second member of a series."""
    mended = False
    for first, last, _label in tree.entities:
        word = next((w for w in tree.words[first:last] if not first <= w.head < last), tree.words[first])
        noun = tree.words[word.head] if word.head != ROOT else None
        if noun is None or word.rel != "conj" or noun.pos != "NOUN" or not 0 < first <= last < len(tree.words):
            continue
        set_off = tree.words[first - 1].text == "," and tree.words[last].text in (",", ".")
        person = pack.nouns.get(noun.lemma) == "Person" or noun.lemma in pack.lists["positions"]
        if set_off and person and tree.child(word.i, "cc") is None:
            word.rel, mended = "appos", True
    return mended


def appose_strayed_names(tree: Tree, _: LanguagePack) -> bool:
    """ "a restylé ses modèles Ghibli et Levante": a name right behind a noun, without a comma, is no clause."""
    mended = False
    for word in tree.words[1:]:
        if word.rel != "parataxis" or word.pos not in ("PROPN", "X") or word.case or word.head == ROOT:
            continue
        noun = tree.words[word.i - 1]
        noun = tree.words[noun.head] if noun.pos == "ADJ" and noun.rel == "amod" and noun.head < noun.i else noun
        alone = tree.child(word.i, "det", "cop", "mark", *SUBJECTS) is None and word.is_title
        if noun.pos == "NOUN" and noun.head == word.head and not noun.is_title and alone:
            word.head, word.rel, mended = noun.i, "appos", True
    return mended


def swap_subjects(tree: Tree, _: LanguagePack) -> bool:
    """ "Nokia, propriété de Siemens, a fermé": nothing bare hangs before its noun; the name acts, the noun tells."""
    mended = False
    for word in tree.words:
        noun = tree.words[word.head] if word.head != ROOT else None
        if noun is None or word.pos != "PROPN" or word.rel not in ("nmod", "dep") or word.case or noun.i < word.i + 2:
            continue
        between = tree.words[word.i + 1 : noun.i]
        if noun.pos != "NOUN" or not any(w.text == "," for w in between) or any(w.pos == "VERB" for w in between):
            continue
        word.head, word.rel, noun.head, noun.rel = noun.head, noun.rel, word.i, "appos"
        mended = True
    return mended


def swap_opening_names(tree: Tree, pack: LanguagePack) -> bool:
    """ "Sundar Pichai, directeur de Google, sera entendu": the name acts, the office or description tells of it."""
    mended = False
    for start, last in tree.sents:
        first = behind_time(tree, start, last, pack)  # "Hier, Luc Roy, le père de la victime, …"
        comma = next((i for i in range(first + 1, min(first + 5, last)) if tree.words[i].text == ","), None)
        if comma is None or not all(w.is_title for w in tree.words[first:comma]):
            continue
        noun = next((w for w in tree.words[comma + 1 : min(comma + 4, last)] if w.pos == "NOUN"), None)
        name = next((w for w in tree.words[first:comma] if not first <= w.head < comma), None)
        if noun is None or noun.head == ROOT or name is None:
            continue
        if name.head not in (ROOT, noun.head) and not start <= name.head < first:
            continue
        if not _tells_of(tree, pack, name, noun) or not _may_act(tree, noun):
            continue
        for word in tree.words[first:comma]:
            if word is not name and not first <= word.head < comma:
                word.head, word.rel = name.i, "name"
        verb = tree.words[noun.head]
        if name.head == ROOT and verb.head == name.i:
            verb.head, verb.rel = ROOT, "ROOT"
        name.head, name.rel, noun.head, noun.rel = noun.head, noun.rel, name.i, "appos"
        mended = True
    return mended


def _may_act(tree: Tree, noun: Word) -> bool:
    """Whether a noun is the subject of a verb behind it, or hangs bare before a verb that has none."""
    if noun.rel in SUBJECTS:
        return True
    verb = tree.words[noun.head]
    if noun.rel != "obl" or noun.case or verb.i < noun.i or tree.child(verb.i, *SUBJECTS) is not None:
        return False
    noun.rel = "subj:pass" if tree.child(verb.i, "aux:pass") is not None else "subj"
    return True


def _tells_of(tree: Tree, pack: LanguagePack, name: Word, noun: Word) -> bool:
    """Whether a noun behind the comma is a bare office, or a description that a second comma closes."""
    if tree.child(noun.i, "det", "nummod") is None:
        functions = pack.trades
        return noun.lemma in functions or pack.nouns.get(noun.lemma) == "Person"
    below = tree.subtree(noun.i, ("punct",))
    closed = below[-1] + 1 < noun.head and tree.words[below[-1] + 1].text == ","
    kin = noun.lemma in pack.words["kin"] and name.ent in PERSON_LABELS  # "Luc Roy, le fils de X a réagi"
    place = name.ent in PLACE_LABELS or name.case or not name.ent
    return (closed or kin) and not place and tree.words[below[0] - 1].text == ","


def free_subjects(tree: Tree, pack: LanguagePack) -> bool:
    """ "Selon Paul Dumas, le patron s'est engagé": what stands right before a verb without subject acts."""
    mended = False
    for noun in tree.words:
        name = tree.words[noun.head] if noun.rel == "appos" and noun.head != ROOT else None
        if name is None or name.case not in pack.words["according_to"] or name.head == ROOT or noun.case:
            continue
        verb = tree.words[name.head]
        end = tree.subtree(noun.i, ("punct",))[-1] + 1
        if verb.pos != "VERB" or verb.i < noun.i or tree.child(verb.i, *SUBJECTS) is not None:
            continue
        if end < len(tree.words) and tree.words[end].text != ",":
            passive = tree.child(verb.i, "aux:pass") is not None
            noun.head, noun.rel, mended = verb.i, "subj:pass" if passive else "subj", True
    return mended


def free_behind_openers(tree: Tree, pack: LanguagePack) -> bool:
    """ "Dans l'église de Brénac, Jean Dumas, 77 ans, a parlé": a verb without subject is whose the comma sets off.

    The parser hung the name on the adverbial or clause that opens the sentence.
    """
    mended = False
    for verb in tree.words:
        if verb.pos != "VERB" or verb.rel == "conj" or not lacks_subject(tree, verb) or tree.child(verb.i, "mark"):
            continue
        first = tree.sents[verb.sent][0]
        openers = (w for w in tree.words[first + 2 : verb.i] if _is_set_off_below(tree, w, verb, pack))
        noun = right_before(tree, verb, pack) or next(openers, None)
        if noun is not None:
            passive = tree.child(verb.i, "aux:pass") is not None
            noun.head, noun.rel, mended = verb.i, "subj:pass" if passive else "subj", True
    return mended


def _is_set_off_below(tree: Tree, noun: Word, verb: Word, pack: LanguagePack) -> bool:
    """Whether a bare phrase stands behind a comma, below what an adposition opens before a verb."""
    if noun.rel not in ("appos", "conj", "nmod") or noun.case or noun.lemma in pack.lists["temporal"]:
        return False
    if not _may_be_bare(tree, noun, pack):
        return False
    below = tree.subtree(noun.i, ("punct",))
    above = [w for w in tree.ancestors(noun.i) if w.i < noun.i]
    if above and above[-1].ent in PERSON_LABELS and not above[-1].case:
        return False  # "Luc Roy, patron d'Aldane, Zumo et Valtec, a réagi": he acts
    if not above or not above[0].case or above[-1].head != verb.i or tree.child(noun.i, "cc") is not None:
        return False
    before = tree.words[tree.sents[verb.sent][0] : tree.subtree(above[-1].i)[0]]
    opens = all(w.pos in ("ADV", "CCONJ", "PUNCT", "ADP") for w in before)  # "Mais", "Lors"
    quoted = any(w.text == '"' for w in tree.words[noun.i : verb.i])
    return opens and not quoted and tree.words[below[0] - 1].text == "," and below[-1] < verb.i


def _may_be_bare(tree: Tree, noun: Word, pack: LanguagePack) -> bool:
    """A name, a noun with its determiner, or a courtesy: "M. Roux"."""
    determined = tree.child(noun.i, "det") is not None or noun.lower in pack.courtesies
    return noun.pos == "PROPN" or (noun.pos == "NOUN" and determined)


def right_before(tree: Tree, verb: Word, pack: LanguagePack) -> Word | None:
    """ "Concernant son fils, Marc Petit a démenti": what stands between the last comma and the main verb acts."""
    if verb.head != ROOT or tree.child(verb.i, "expl") is not None:
        return None
    first = tree.sents[verb.sent][0]
    start = min(i for i in (verb.i, *(c.i for c in tree.children(verb.i, *CARRIERS) if c.i < verb.i)))
    comma = next((i for i in range(start - 1, first, -1) if tree.words[i].text == ","), None)
    phrase = range(comma + 1, start) if comma is not None else range(0)
    if any(tree.words[i].text == '"' for i in range(first, start)):
        return None
    for i in phrase:
        noun = tree.words[i]
        below = tree.subtree(i, ("punct",))
        outside = noun.head != ROOT and noun.head < phrase.start and noun.rel in HUNG_BEFORE
        alone = outside and below == list(phrase) and not noun.case and tree.child(i, "cc") is None
        if alone and _may_be_bare(tree, noun, pack) and not is_date(tree, noun, pack):
            return noun
    return None


def free_seconds(tree: Tree, pack: LanguagePack) -> bool:
    """ "Soutenue par Paul Dumas, Jeanne Morel a gagné", "Pour Paul Dumas, Jeanne Morel a gagné".

    What an adposition opens acts not: the bare noun behind its comma does.
    """
    mended = False
    for word in tree.words:
        if word.rel not in SUBJECTS or not word.case or word.head == ROOT:
            continue
        verb, parts = tree.words[word.head], list(tree.children(word.i, "conj", "appos"))
        noun = parts[0] if len(parts) == 1 and verb.i > word.i else None
        if noun is None or noun.case or tree.child(noun.i, "cc") is not None:
            continue
        if noun.pos != "PROPN" and tree.child(noun.i, "det") is None:
            continue  # "Selon Paul Roy, patron de Danone, …": an office tells of the name
        below = tree.subtree(noun.i, ("punct",))
        clause = [w for w in tree.words[below[-1] + 1 : verb.i] if w.head != verb.i]
        if tree.words[below[0] - 1].text != "," or clause or any(w.text == "," for w in tree.words[below[-1] : verb.i]):
            continue
        opener = tree.words[tree.sents[word.sent][0]]
        participle = opener.pos == "VERB" and opener.head == verb.i and word.case in pack.words["by"]
        noun.head, noun.rel = verb.i, word.rel
        word.head, word.rel = (opener.i, "agent") if participle else (verb.i, "obl")
        mended = True
    return mended


def free_behind_participles(tree: Tree, pack: LanguagePack) -> bool:
    """ "Accompagnée du ministre Paul Dumas, Jeanne Morel a visité …": who stands between the comma and the verb acts.

    The parser hung the name on what completes the participle, and made the participle the subject.
    """
    mended = False
    for first, last in tree.sents:
        opener = next((w for w in tree.words[first : min(first + 3, last)] if w.pos != "ADV"), None)
        if opener is None or opener.head == ROOT or opener.head < opener.i or tree.child(opener.i, "det") is not None:
            continue
        lemma = opener.lemma if _is_participle(tree, opener) else of_participle(opener.lower, pack)
        if lemma is None or (opener.pos != "VERB" and opener.rel not in SUBJECTS):
            continue
        verb = tree.words[opener.head]
        noun = next((w for w in tree.words[opener.i + 1 : verb.i] if _is_before_verb(tree, w, opener, verb)), None)
        if noun is None or any(c is not opener for c in tree.children(verb.i, *SUBJECTS)):
            continue
        passive = tree.child(verb.i, "aux:pass") is not None
        noun.head, noun.rel = verb.i, "subj:pass" if passive else "subj"
        opener.pos, opener.lemma, opener.morph = "VERB", lemma, "Tense=Past|VerbForm=Part"
        opener.rel, mended = "advcl", True
    return mended


def _is_before_verb(tree: Tree, noun: Word, opener: Word, verb: Word) -> bool:
    """Whether a phrase below what opens a sentence stands alone between a comma and the finite verb."""
    if noun.rel not in ("appos", "conj", "nmod", "dep") or noun.case or tree.child(noun.i, "cc") is not None:
        return False
    below = tree.subtree(noun.i, ("punct",))
    named = noun.pos == "PROPN" or tree.child(noun.i, "det") is not None
    if not named or below[-1] + 1 >= len(tree.words) or tree.words[below[0] - 1].text != ",":
        return False
    behind = tree.words[below[-1] + 1]
    acts = "VerbForm=Fin" in behind.morph and (behind is verb or behind.head == verb.i)
    return acts and any(w is opener for w in tree.ancestors(noun.i))


def free_predicates(tree: Tree, _: LanguagePack) -> bool:
    """ "Pour Jean, le vrai patron est Paul": what stands before the copula is its subject, no apposition of Jean."""
    mended = False
    for predicate in tree.words:
        copula = tree.child(predicate.i, "cop")
        name = tree.words[predicate.head] if predicate.head != ROOT else None
        if copula is None or name is None or not name.case or tree.child(predicate.i, *SUBJECTS) is not None:
            continue
        noun = next((c for c in tree.children(name.i, "appos") if not c.case and c.i < copula.i), None)
        if name.head != ROOT or name.i > copula.i or noun is None or noun is predicate:
            continue
        if tree.subtree(noun.i, ("punct",))[-1] + 1 == copula.i:
            noun.head, noun.rel = predicate.i, "subj"
            predicate.head, predicate.rel = ROOT, "ROOT"
            name.head, name.rel, mended = predicate.i, "obl", True
    return mended


def hang_participles(tree: Tree, _: LanguagePack) -> bool:
    """ "Marc, invité de la chaîne": a participle beside a noun says what was done to it."""
    mended = False
    for word in tree.words:
        if word.rel == "appos" and word.pos == "VERB" and "VerbForm=Part" in word.morph:
            word.rel, mended = "acl", True
    return mended


def hang_later_participles(tree: Tree, pack: LanguagePack) -> bool:
    """ "Paul Roy, interrogé sur la firme Aldane, soupçonné de vol, …": the second is said of whom the first is.

    What agrees with the noun before it may be said of that one: "accusé d'avoir volé sa tante, hospitalisée".
    """
    mended = False
    for word in tree.words:
        if (
            word.rel != "acl"
            or word.head == ROOT
            or tree.words[word.i - 1].text != ","
            or not _is_participle(tree, word)
        ):
            continue
        noun = tree.words[word.head]
        first = next((w for w in tree.ancestors(noun.i) if w.rel == "acl" and _is_participle(tree, w)), None)
        if first is None or first.i < 2 or first.head > first.i or tree.words[first.i - 1].text != ",":
            continue
        person = noun.ent in PERSON_LABELS or pack.nouns.get(noun.lemma) == "Person"
        bearer = tree.words[first.head]
        if not person and noun.i < word.i and bearer.pos == "PROPN" and bearer.ent in PERSON_LABELS:
            word.head, mended = bearer.i, True
    return mended


def _is_participle(tree: Tree, word: Word) -> bool:
    return "Tense=Past|VerbForm=Part" in word.morph and tree.child(word.i, "aux", "aux:pass") is None


def appose_trades(tree: Tree, pack: LanguagePack) -> bool:
    """ "Anne Roy, médecin et maire de Brélac, a démissionné": bare trades behind a name's comma are said of it."""
    trades = pack.trades
    mended = False
    for word in tree.words[2:]:
        name = tree.words[word.head] if word.rel in ("conj", "appos", "obl") and word.head != ROOT else word
        called = word.lemma in trades or pack.nouns.get(word.lemma) == "Person"
        if word.pos != "NOUN" or not called or name.pos != "PROPN" or tree.words[word.i - 1].text != ",":
            continue
        if name.ent not in PERSON_LABELS or tree.child(word.i, "det", "nummod", "case", "cc") is not None:
            continue
        between = tree.words[name.i : word.i - 1]
        if any(w.head != name.i or (w.rel != "name" and w.ent not in PERSON_LABELS) for w in between[1:]):
            continue
        word.rel, mended = "appos", True
        for other in tree.children(name.i, "conj"):
            bare = other.pos == "NOUN" and tree.child(other.i, "det", "case") is None
            joined = any(c.i == other.i - 1 for c in tree.children(other.i, "cc"))
            if other.i > word.i and bare and joined and other.lemma in trades | pack.roles:
                other.head = word.i
    return mended
