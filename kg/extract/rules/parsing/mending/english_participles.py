"""English participles that look like another form of their verb: "a firm set up in 1921", "X, sold in 2022, makes"."""

from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Tree, Word
from kg.lang import LanguagePack
from kg.lang.schema import load_schema

PAST = ("VBD", "VBN")
FINITE = ("VBD", "VBZ", "VBP", "MD")
CARRIERS = ("aux", "aux:pass", "cop", "mark")
NO_AGENTS = ("DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "CARDINAL")  # labels of what nobody is: "fell by 5%"


def hang_behind_times(tree: Tree, pack: LanguagePack) -> bool:
    """ "threatened at the time to sue": what somebody threatens to do is no purpose of a time."""
    mended = False
    for verb in tree.words:
        time = tree.words[verb.head] if verb.rel == "acl" and verb.tag == "VB" and verb.head != ROOT else verb
        if time is verb or time.lemma not in pack.lists["temporal"] or time.rel != "obl" or time.head == ROOT:
            continue
        above = tree.words[time.head]
        if above.pos == "VERB" and above.i < time.i and above.lemma in pack.governors:
            verb.head, verb.rel, mended = above.i, "xcomp", True
    return mended


def turn_past_participles(tree: Tree, _: LanguagePack) -> bool:
    """ "a firm set up in 1921", "Set up in 2001 by an heir, Aton …": what qualifies a noun is no past tense."""
    mended = False
    for word in tree.words:
        if word.pos != "VERB" or tree.child(word.i, *SUBJECTS, *CARRIERS, "obj") is not None:
            continue
        by = tree.child(word.i, "agent") is not None
        set_off = tree.words[word.i - 1].text == "," and tree.child(word.i, "xcomp") is not None  # "X, elected mayor,"
        behind_noun = word.rel == "acl" and word.tag == "VBD" and (by or set_off or word.head == word.i - 1)
        opens = word.rel == "advcl" and word.tag in ("VB", "VBD") and word.i == tree.sents[word.sent][0]
        if behind_noun or (opens and by):
            word.tag, word.morph, mended = "VBN", "Tense=Past|VerbForm=Part", True
    return mended


def turn_done_by(tree: Tree, _: LanguagePack) -> bool:
    """ "was founded in 1987 and bought by Aton", "Zumo fined by Aton": told of is who suffers what Aton does."""
    mended = False
    for word in tree.words:
        by = tree.child(word.i, "agent") if word.pos == "VERB" and word.tag in PAST else None
        if by is None or by.pos not in ("PROPN", "NOUN") or tree.child(word.i, *CARRIERS, "obj", "subj:pass"):
            continue
        if by.ent in NO_AGENTS or tree.child(by.i, "nummod") is not None or tree.child(word.i, "ccomp") is not None:
            continue
        subject, first = tree.child(word.i, "subj"), tree.words[tree.first_conjunct(word.i)]
        joined = word.rel == "conj" and subject is None and tree.child(first.i, "aux:pass") is not None
        if joined or (subject is not None and by.pos == "PROPN"):
            word.tag, word.morph, mended = "VBN", "Tense=Past|VerbForm=Part", True
            if subject is not None:
                subject.rel = "subj:pass"
    return mended


def lift_accusers(tree: Tree, pack: LanguagePack) -> bool:
    """ "has been accused of breaking the law by Labour": who stands behind the wrong is who accuses."""
    mended = False
    for verb in tree.words:
        if verb.lemma not in pack.words["charged_of"] or verb.tag != "VBN":
            continue
        wrong = next((c for c in tree.children(verb.i, "xcomp") if c.case in pack.words["of"]), None)
        if wrong is None or tree.child(verb.i, "agent", "obj") is not None or tree.child(wrong.i, "aux:pass"):
            continue
        below = tree.subtree(wrong.i, ("punct",))
        accuser = next((tree.words[i] for i in below if tree.words[i].case in pack.words["by"]), None)
        if accuser is None or tree.subtree(accuser.i, ("punct",))[-1] != below[-1] or not _may_accuse(accuser, pack):
            continue
        above = tree.words[accuser.head]
        if above is not wrong and (above.head != wrong.i or above.pos == "VERB"):
            continue  # "suspected of taking gifts passed to her by Labour"
        for mark in tree.children(accuser.head, "adp"):
            if mark.lower in pack.words["by"] and mark.i < accuser.i:
                mark.head, mark.rel = verb.i, "adp:agent"
        accuser.head, accuser.rel, mended = verb.i, "agent", True
    return mended


def _may_accuse(word: Word, pack: LanguagePack) -> bool:
    kind = pack.nouns.get(word.lemma, "")
    return word.pos == "PROPN" or load_schema().fits(kind, ("Person", "Group", "Organization"))


def open_with_participles(tree: Tree, _: LanguagePack) -> bool:
    """ "Founded in 2016 by Ann Lee, a nurse, Aton makes …": what opens qualifies Aton, which stands before the verb."""
    mended = False
    for first, last in tree.sents:
        word = tree.words[first]
        if not _may_open(tree, word):
            continue
        main = _main_behind(tree, word)
        subject = _between(tree, word, main, last) if main is not None else None
        if main is None or subject is None:
            continue
        if word.head == ROOT:
            main.head, main.rel = ROOT, "ROOT"
        word.head, word.rel, word.tag, word.morph = main.i, "advcl", "VBN", "Tense=Past|VerbForm=Part"
        subject.head, subject.rel = main.i, "subj:pass" if tree.child(main.i, "aux:pass") is not None else "subj"
        for joint in tree.children(subject.i, "cc"):
            joint.head = subject.i if joint.i > subject.i else word.i
        mended = True
    return mended


def _may_open(tree: Tree, word: Word) -> bool:
    """Whether a sentence opens with a participle, or with what looks like another form of one: "Set up by …"."""
    if word.pos != "VERB" or tree.child(word.i, *SUBJECTS, *CARRIERS, "obj") is not None:
        return False
    told = tree.child(word.i, "agent") is not None or any(c.is_year for c in tree.children(word.i, "obl"))
    return word.tag == "VBN" or (word.tag in ("VB", "VBD") and told)


def _main_behind(tree: Tree, word: Word) -> Word | None:
    """The finite verb that an opening participle is tied to, whichever hangs on which."""
    tied = [tree.words[word.head]] if word.head != ROOT else list(tree.children(word.i, "conj", "parataxis", "ccomp"))
    for verb in tied:
        if verb.i > word.i and verb.pos in ("VERB", "AUX"):
            parts = [verb, *tree.children(verb.i, "aux", "aux:pass")]
            return verb if any(w.tag in FINITE for w in parts) else None
    return None


def _between(tree: Tree, word: Word, main: Word, last: int) -> Word | None:
    """The noun or name whose phrase fills what stands between the last comma and the main verb."""
    parts = [main, *(c for c in tree.children(main.i, *CARRIERS, "neg", "advmod") if word.i < c.i < main.i)]
    end = min(w.i for w in parts)
    comma = next((w.i for w in reversed(tree.words[word.i : end]) if w.text == ","), last)
    phrase = tree.words[comma + 1 : end]
    tops = [w for w in phrase if not comma < w.head < end]
    own = tree.child(main.i, *SUBJECTS)
    one = len(tops) == 1 and tops[0].pos in ("NOUN", "PROPN") and not tops[0].case
    if not one or own is None or own in (word, tops[0]):
        return tops[0] if one else None
    joint = tree.words[tree.subtree(own.i)[0] - 1]
    if joint.rel == "cc" and word.i < joint.i and own.i < comma and tops[0].head == own.i:
        own.head, own.rel = joint.head, "conj"  # "by Ann Lee, a nurse, and her husband, Aton makes"
        return tops[0]
    if joint.pos == "NOUN" and joint.i in tree.subtree(word.i) and own.i < comma and tops[0].head == own.i:
        own.head, own.rel = joint.i, "appos"  # "Founded with help from the fund Zumo, Aton makes"
        return tops[0]
    return None


def lower_set_off_participles(tree: Tree, _: LanguagePack) -> bool:
    """ "Aton, spun off from Zumo in 2022, sells drugs": Aton sells, and was spun off."""
    mended = False
    for word in tree.words:
        set_off = word.pos == "VERB" and word.tag in PAST and word.i > 1 and tree.words[word.i - 1].text == ","
        if not set_off or tree.child(word.i, *CARRIERS, "obj") is not None:
            continue
        subject, main = tree.child(word.i, *SUBJECTS), _joined(tree, word)
        if subject is None or main is None or not _ends_at(tree, subject, word.i - 1):
            continue
        if main.head == word.i:
            for child in tree.children(word.i):
                if child.i > main.i:
                    child.head = main.i
            main.head, main.rel = word.head, word.rel
        subject.head, subject.rel = main.i, "subj:pass" if tree.child(main.i, "aux:pass") is not None else "subj"
        word.head, word.rel, word.tag, word.morph = subject.i, "acl", "VBN", "Tense=Past|VerbForm=Part"
        mended = True
    return mended


def _ends_at(tree: Tree, subject: Word, comma: int) -> bool:
    """Whether a subject, with nothing set off within it, stands right before a comma."""
    below = tree.subtree(subject.i)
    below = below[:-1] if below[-1] == comma else below
    return below[-1] == comma - 1 and all(tree.words[i].text != "," for i in below)


def _joined(tree: Tree, verb: Word) -> Word | None:
    """The finite verb behind a comma that is tied to another without a conjunction or a subject of its own."""
    above = [tree.words[verb.head]] if verb.rel == "ccomp" and verb.head > verb.i else []
    for main in (*above, *tree.children(verb.i, "conj", "parataxis", "ccomp")):
        parts = [main, *tree.children(main.i, "aux", "aux:pass", "cop", "adv")]
        first = min(parts, key=lambda w: w.i)
        comma = first.i > verb.i + 1 and tree.words[first.i - 1].text == ","
        finite = any(w.tag in FINITE for w in parts)
        joint = tree.child(verb.i, "cc")
        if comma and finite and tree.child(main.i, *SUBJECTS) is None and (joint is None or _joins_two(tree, joint)):
            return main
    return None


def _joins_two(tree: Tree, joint: Word) -> bool:
    """ "Aton, set up in 1924 and listed in Oslo, makes …": whether "and" joins a second participle to the first."""
    second = next((c for c in tree.children(joint.head, "conj") if c.i > joint.i), None)
    bare = second is not None and tree.child(second.i, *SUBJECTS, *CARRIERS) is None
    return second is not None and bare and second.tag in PAST and "," not in _texts(tree, joint.head, second.i)


def _texts(tree: Tree, first: int, last: int) -> list[str]:
    return [w.text for w in tree.words[first:last]]


def raise_partly_done(tree: Tree, _: LanguagePack) -> bool:
    """ "is a quarter owned by Aton", "is 40% owned by Aton": the participle carries the clause, and has its subject."""
    mended = False
    for verb in tree.words:
        be = tree.words[verb.head] if verb.head != ROOT else verb
        predicate = verb.pos == "VERB" and verb.rel == "attr" and be.pos == "AUX"
        if predicate and tree.child(verb.i, "agent") is not None and tree.child(verb.i, "npadvmod") is not None:
            verb.head, verb.rel, be.head, be.rel, mended = be.head, be.rel, verb.i, "aux:pass", True
            for word in tree.children(be.i):
                if word is not verb:
                    word.head, word.rel = verb.i, "subj:pass" if word.rel == "subj" else word.rel
    for subject in tree.words:
        be = tree.words[subject.head] if subject.rel == "subj" and subject.head != ROOT else subject
        if be is not subject and be.rel == "aux:pass" and be.head != ROOT:
            subject.head, subject.rel, mended = be.head, "subj:pass", True
    return mended


def wake_apposed_verbs(tree: Tree, _: LanguagePack) -> bool:
    """ "Spotify, co-founded by Ann Lee, …", "Lee, 38, co-founded Zumo": no verb is another name for somebody.

    It tells what was done to what stands before it, or is what the sentence says.
    """
    mended = False
    for verb in tree.words:
        noun = tree.words[verb.head] if verb.rel == "appos" and verb.tag in PAST and verb.head != ROOT else None
        if noun is None or verb.pos != "VERB" or noun.i > verb.i:
            continue
        if tree.child(verb.i, "agent") is not None:
            verb.rel, mended = "acl", True
            continue
        done_to = next((c for c in tree.children(noun.i, "appos") if c.i > verb.i), None)
        if noun.head != ROOT or done_to is None or any(w.text == "," for w in tree.words[verb.i : done_to.i]):
            continue
        for child in tree.children(noun.i):
            if child.i > verb.i:
                child.head = verb.i
        done_to.rel, verb.head, verb.rel = "obj", ROOT, "ROOT"
        verb.tag, noun.head, noun.rel, mended = "VBD", verb.i, "subj", True
    return mended


def seat_names_of_verbs(tree: Tree, _: LanguagePack) -> bool:
    """ "Altman co-founded OpenAI": a name right before a verb that has an object is who does it."""
    mended = False
    for verb in tree.words[1:]:
        name = tree.words[verb.i - 1]
        if name.rel != "name" or name.head != verb.i or verb.pos != "VERB" or verb.tag not in PAST:
            continue
        if name.pos == "PROPN" and tree.child(verb.i, "obj") is not None and tree.child(verb.i, *SUBJECTS) is None:
            name.rel, mended = "subj", True
    return mended
