"""Verbs of speech in the middle and at the end of a sentence."""

from kg.extract.rules.parsing.clitics import is_enclitic
from kg.extract.rules.parsing.mending.grammar import is_calendar_day, is_finite, with_itself
from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Tree, Word
from kg.lang import LanguagePack
from kg.lang.schema import load_schema

LONGEST_NAME = 5  # words
LONGEST = 8  # words of an inserted clause from its verb on
AHEAD = 5  # words of its own before a verb
LOOSE = ("dep", "conj", "advcl")  # how a clause may hang that a date parts from its verb of speech
QUOTES = ('"', "»", "”")


def set_off_speech(tree: Tree, pack: LanguagePack) -> bool:
    """ "Apple, assure Tim Cook, a racheté X": what stands between commas is said aside; the name before it acts."""
    mended = False
    for first, last in tree.sents:
        for verb in tree.words[first + 2 : last]:
            if verb.lemma in pack.reporting and verb.pos in ("VERB", "X"):
                mended = _set_off(tree, pack, verb, (first, last)) or mended
    return mended


def _set_off(tree: Tree, pack: LanguagePack, verb: Word, sentence: tuple[int, int]) -> bool:
    hung = _hung_subject(tree, pack, verb)
    start = _opening(tree, pack, verb) if hung is not None else verb.i - (tree.words[verb.i - 1].pos == "AUX")
    if start == verb.i and hung is None and "Tense=Past|VerbForm=Part" in verb.morph:
        return False  # "Marc Lefort, condamné mardi pour fraude, a fait appel"
    closing = next((w.i for w in tree.words[verb.i : sentence[1]] if w.text == ","), None)
    if start <= sentence[0] or tree.words[start - 1].text != "," or closing is None or closing - verb.i > LONGEST:
        return False
    before, inside = tree.words[sentence[0] : start - 1], tree.words[verb.i + 1 : closing]
    if any(w.pos in ("VERB", "AUX") for w in [*before, *inside]):
        return False
    main = _main_behind(tree, closing, sentence[1])
    acting = next((w for w in before if w.rel in SUBJECTS or w.head == ROOT or w.head >= start - 1), None)
    speaker = hung or _named_inside(inside)
    if main is None or acting is None or speaker is None or acting.case:
        return False
    if hung is not None and any(closing < c.i < main.i for c in tree.children(main.i, *SUBJECTS)):
        return False  # "Lyon, a-t-il dit, Zumo l'a quitté"
    main.head, main.rel = ROOT, "ROOT"
    verb.head, verb.rel, speaker.head, speaker.rel = main.i, "parataxis", verb.i, "subj"
    acting.head, acting.rel = main.i, "subj:pass" if tree.child(main.i, "aux:pass") is not None else "subj"
    for word in tree.words[closing + 1 : sentence[1]]:
        if word.head == verb.i:
            word.head = main.i
    return True


def _opening(tree: Tree, pack: LanguagePack, verb: Word) -> int:
    """The first word of a verb's own: "a-t-il rappelé", "lui a-t-on répondu"."""
    own, start = pack.words["object_clitics"] | pack.words["linking_sounds"], verb.i
    while start > 0 and verb.i - start < AHEAD:
        before = tree.words[start - 1]
        if before.pos not in ("AUX", "ADV") and before.lower not in own and not is_enclitic(pack, before):
            break
        start -= 1
    return start


def _hung_subject(tree: Tree, pack: LanguagePack, verb: Word) -> Word | None:
    """ "a-t-il rappelé", "dit-on": the pronoun hung on a verb or its auxiliary."""
    for word in tree.words[_opening(tree, pack, verb) : verb.i + 3]:
        if word.pos == "PRON" and is_enclitic(pack, word) and word.lower not in pack.words["linking_sounds"]:
            return word
        if word.pos == "PUNCT":
            return None
    return None


def _named_inside(inside: list[Word]) -> Word | None:
    """Who speaks within an inserted clause, right behind its verb."""
    if not inside or inside[0].pos not in ("PRON", "PROPN", "NOUN", "DET"):
        return None
    return next((w for w in inside if w.pos in ("PRON", "PROPN", "NOUN") and not w.case), None)


def _main_behind(tree: Tree, comma: int, end: int) -> Word | None:
    """The main verb not far behind a comma."""
    main = next((w for w in tree.words[comma + 1 : end] if is_finite(tree, w)), None)
    return None if main is None or main.i > comma + 6 else main


def seat_speakers(tree: Tree, pack: LanguagePack) -> bool:
    """ "« Rien n'a bougé », déplore Mirela Roy, une habitante": the name right behind the verb says it."""
    mended = False
    for name in tree.words[3:]:
        verb = tree.words[name.i - 1]
        start = verb.i - (tree.words[verb.i - 1].pos == "AUX")
        if name.rel not in ("obj", "subj") or name.head != verb.i or name.pos != "PROPN" or name.case:
            continue
        quoted = tree.words[start - 1].text == "," and tree.words[start - 2].text in QUOTES
        if not quoted or verb.lemma not in pack.reporting or tree.child(verb.i, "mark") is not None:
            continue
        if name.rel == "obj" and tree.child(verb.i, *SUBJECTS) is None:
            name.rel, mended = "subj", True
        mended = _hang_on_speaker(tree, pack, name) or mended
    return mended


def lift_speakers(tree: Tree, pack: LanguagePack) -> bool:
    """ "…, a déclaré à l'AFP Me Anne Roy, l'avocate de Luc Petit": who stands behind the medium speaks to it."""
    mended = False
    for name in tree.words[3:]:
        medium = tree.words[name.head] if name.head != ROOT else name
        verb = tree.words[medium.head] if medium.head != ROOT else medium
        if name.rel != "appos" or name.pos != "PROPN" or medium.rel != "obl" or medium.case not in pack.words["to"]:
            continue
        titles = tree.words[medium.i + 1 : name.i]
        if not titles or any(w.lower not in pack.courtesies for w in titles) or verb.lemma not in pack.reporting:
            continue
        if tree.child(verb.i, *SUBJECTS) is None and medium.i > verb.i:
            for other in tree.children(medium.i):
                other.head = name.i if other.i > medium.i else other.head
            name.head, name.rel, mended = verb.i, "subj", True
    return mended


def _hang_on_speaker(tree: Tree, pack: LanguagePack, name: Word) -> bool:
    """ "…, explique Anne Roy, une habitante de Lyon": somebody behind the comma is what the speaker is."""
    end = max(i for i in tree.subtree(name.i, ("appos", "punct")) if i - name.i < LONGEST_NAME) + 1
    behind = [w for w in tree.words[end + 1 : end + 4] if w.sent == name.sent]
    noun = next((w for w in behind if w.pos == "NOUN"), None)
    if noun is None or tree.words[end].text != "," or name.i in (noun.head, noun.i) or noun.case:
        return False
    opens = all(w.head == noun.i for w in tree.words[end + 1 : noun.i]) and tree.child(noun.i, "det") is not None
    told = opens and pack.nouns.get(noun.lemma) == "Person" and noun.rel not in SUBJECTS and not noun.case
    if told and name.i not in tree.subtree(noun.i):
        noun.head, noun.rel = name.i, "appos"
    return told


def turn_closing_speech(tree: Tree, pack: LanguagePack) -> bool:
    """ "Orange a racheté X, rapporte Le Monde.": who stands behind a closing verb of speech says it."""
    mended = False
    for verb in tree.words:
        if verb.lemma not in pack.reporting or verb.pos != "VERB" or verb.head == ROOT or verb.i < 2:
            continue
        start = verb.i
        while start > 1 and (tree.words[start - 1].pos == "AUX" or tree.words[start - 1].rel == "refl"):
            start -= 1
        cut_off = _cut_off(tree, verb, start)
        speaker = _behind(tree, pack, verb) if cut_off else tree.child(verb.i, *SUBJECTS) or _behind(tree, pack, verb)
        if tree.words[start - 1].text != "," or not is_finite(tree, verb) or speaker is None or speaker.case:
            continue
        if tree.child(verb.i, "mark", "ccomp") is not None or speaker.i < verb.i:
            continue
        acts = speaker.pos == "PROPN" or load_schema().fits(pack.nouns.get(speaker.lemma, ""), ("Agent",))
        end = max(tree.subtree(verb.i, ("punct",))[-1], speaker.i) + 1
        rest = tree.words[end : tree.sents[verb.sent][1]]
        top = next((w for w in tree.ancestors(verb.i) if w.head == ROOT), None)
        if acts and top is not None and top.i < start and _is_tail(tree, pack, rest):
            for word in tree.children(speaker.i, *SUBJECTS):
                word.head, word.rel = top.i, "dep"  # the name was taken for another verb
            if cut_off is not None:
                cut_off.head, cut_off.rel = verb.head, "obj"
            verb.head, verb.rel, mended = top.i, "parataxis", True  # all before it is said
            speaker.head, speaker.rel = verb.i, "subj"
    return mended


def _cut_off(tree: Tree, verb: Word, start: int) -> Word | None:
    """ "…tenté de contrôler un homme, a dénoncé le syndicat": a lone comma parts no subject from its verb."""
    subject = tree.child(verb.i, *SUBJECTS)
    if subject is None or subject.i >= start or verb.head == ROOT or tree.words[verb.head].i > subject.i:
        return None
    between = [w.text for w in tree.words[subject.i : start] if w.pos == "PUNCT"]
    return subject if between == [","] else None


def _behind(tree: Tree, pack: LanguagePack, verb: Word) -> Word | None:
    """ "rapporte vendredi Le Parisien": the first thing below a verb of speech that is no time."""
    below = tree.children(verb.i, "obj", "obl", "xcomp", "nmod")
    found = next((c for c in below if c.lemma not in pack.lists["temporal"]), None)
    ahead = tree.words[verb.i + 1] if verb.i + 1 < tree.sents[verb.sent][1] else verb
    lost = ahead.pos == "PROPN" and not ahead.case and ahead.rel == "conj" and ahead.head < verb.i
    return ahead if found is None and lost else found


def _is_tail(tree: Tree, pack: LanguagePack, rest: list[Word]) -> bool:
    """Whether only the rest of a name and a date follow who speaks: "…, rapporte France Bleu, jeudi 23 août."."""
    named = next((n for n, w in enumerate(rest) if not w.is_title or w.pos == "PUNCT"), len(rest))
    return all(w.pos in ("PUNCT", "NUM") or w.lemma in pack.lists["temporal"] for w in rest[named:])


def complete_speech(tree: Tree, pack: LanguagePack) -> bool:
    """ "a annoncé dans les colonnes du Monde qu'elle quittait la scène": "que" is no second object."""
    mended = False
    for clause in tree.words:
        if clause.rel not in ("relcl", "acl", *LOOSE) or clause.head == ROOT or clause.pos != "VERB":
            continue
        taken_up = (c for c in tree.children(clause.i, "obj", "mark", "iobj") if c.i < clause.i)
        that = next((c for c in taken_up if c.lower in pack.words["relative_object"]), None)
        if clause.rel in LOOSE and (that is None or not is_calendar_day(tree, tree.words[that.i - 1], pack)):
            continue
        if that is not None and that.pos == "SCONJ" and tree.words[clause.head].pos == "VERB":
            clause.rel, that.rel, mended = "ccomp", "mark", True
            continue
        after = [c for c in tree.children(clause.i, "obj", "subj") if c.pos in ("NOUN", "PROPN")]
        full = any(c.rel == "obj" or c.i > clause.i for c in after)
        full = full or (that is not None and _is_told_to(tree, pack, that))
        if that is None or not (full or that.rel == "mark"):
            continue
        above = _completed(tree, pack, clause)
        speaks = above.pos == "VERB" and above.lemma in pack.reporting and above.i < that.i
        if speaks and tree.child(above.i, "ccomp", "obj") is None:
            clause.head, clause.rel, that.rel, mended = above.i, "ccomp", "mark", True
    return mended


def _completed(tree: Tree, pack: LanguagePack, clause: Word) -> Word:
    """Return the word that a clause completes: the first above it that is no name, date or thing spoken of."""
    told = any(c.i > clause.i and c.pos in ("NOUN", "PROPN") for c in tree.children(clause.i, "obj"))
    for word in with_itself(tree, clause.head):
        where = told and word.rel == "obl"  # "a dit dans un communiqué que X a vendu Y"
        if word.pos not in ("NOUN", "PROPN", "NUM") or (word.lemma in pack.reporting_nouns and not where):
            return word
    return tree.words[clause.head]


def tell_infinitives(tree: Tree, pack: LanguagePack) -> bool:
    """ "X a assuré, jeudi à Lyon, ne pas avoir menti": a bare infinitive behind a date is what is told.

    So is one behind "en effet", on whose noun no bare infinitive can hang.
    """
    mended = False
    for verb in tree.words:
        above = tree.words[verb.head] if verb.rel in ("advcl", "acl") and verb.head != ROOT else verb
        if verb.rel == "acl" and above.rel in ("obl", "advmod") and above.i == _first(tree, verb) - 1:
            above = tree.words[above.head] if above.head != ROOT else above
        if above.i >= verb.i or above.pos != "VERB" or above.lemma not in pack.reporting:
            continue
        carriers = (verb, *tree.children(verb.i, "aux", "aux:pass", "cop"))
        bare = tree.child(verb.i, "mark", "case", *SUBJECTS) is None and not verb.case
        if bare and any("VerbForm=Inf" in w.morph for w in carriers) and tree.child(above.i, "ccomp", "xcomp") is None:
            verb.head, verb.rel, mended = above.i, "xcomp", True
    return mended


def _first(tree: Tree, verb: Word) -> int:
    """Where a verb begins with its negation, clitics and auxiliaries."""
    return min((c.i for c in tree.children(verb.i) if c.i < verb.i), default=verb.i)


def _is_told_to(tree: Tree, pack: LanguagePack, that: Word) -> bool:
    """ "a affirmé jeudi dans Le Figaro que le maire partira": right behind a name or a date no "que" is relative."""
    before = tree.words[that.i - 1]
    return that.i > 0 and (before.pos == "PROPN" or is_calendar_day(tree, before, pack))


def raise_told_besides(tree: Tree, pack: LanguagePack) -> bool:
    """ "said that it had known and urged Berlin to act": who speaks urges, it is no part of what he says.

    Nor is "…, and the union, a critic, has asked a court to act".
    """
    mended = False
    for verb in tree.words:
        if verb.rel != "conj" or verb.lemma not in pack.words["told_besides"]:
            continue
        said = tree.words[tree.first_conjunct(verb.i)]
        if said.rel != "ccomp" or said.head == ROOT or said.head > said.i:
            continue
        speech = tree.words[said.head]
        own = tree.child(verb.i, *SUBJECTS, "mark", "aux", "aux:pass", "neg") is not None
        shared = not own and speech.tag == verb.tag and verb.tag in ("VBD", "VBZ")
        if (
            speech.lemma not in pack.reporting
            or tree.cuts_quotation(tree.sents[verb.sent][0], verb.i)
            or not (shared or _acts_besides(tree, verb))
        ):
            continue
        verb.head, mended = speech.i, True
    return mended


def _acts_besides(tree: Tree, verb: Word) -> bool:
    """Whether behind a comma and a conjunction somebody else does something: no "and that the union asks"."""
    subject = tree.child(verb.i, "subj")
    if subject is None or subject.pos not in ("NOUN", "PROPN") or tree.child(verb.i, "mark") is not None:
        return False
    first = tree.subtree(subject.i)[0]
    finite = verb.tag in ("VBD", "VBZ", "VBP") or any(c.tag in ("VBZ", "VBP") for c in tree.children(verb.i, "aux"))
    joined = first > 1 and tree.words[first - 1].pos == "CCONJ" and tree.words[first - 2].text == ","
    return finite and joined and subject.i < verb.i


def raise_saying_participles(tree: Tree, pack: LanguagePack) -> bool:
    """ "a refusé de recevoir X, dénonçant sa politique": who refuses says so; it is no part of what he refuses."""
    mended = False
    for word in tree.words:
        below = word.rel in ("advcl", "xcomp") and word.lemma in pack.reporting
        if not below or "Tense=Pres|VerbForm=Part" not in word.morph:
            continue
        verb, first = tree.words[word.head], tree.subtree(word.i)[0]
        if verb.i > word.i or first == 0 or tree.words[first - 1].text != ",":
            continue
        while verb.rel == "xcomp" and verb.pos == "VERB" and verb.head != ROOT:
            verb = tree.words[verb.head]
        if verb.pos == "VERB" and (verb.i, "advcl") != (word.head, word.rel):
            word.head, word.rel, mended = verb.i, "advcl", True
    return mended
