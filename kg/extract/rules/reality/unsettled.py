"""What leaves open whether an event takes place, beside negation and tense: "vers un rachat", "reste en suspens"."""

from collections.abc import Iterator
from itertools import takewhile

from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Tree, Word
from kg.extract.rules.reality.wordings import find_wordings, verb_after
from kg.lang import LanguagePack
from kg.lang.schema import load_schema

FAR = 12  # words behind a present in which a time may tell that it is still ahead
SHORT = 7  # words between the comma and the verb of a relative clause


def find_doubted(tree: Tree, pack: LanguagePack) -> Iterator[int]:
    """Yield the words whose content wordings leave open.

    That is the verb behind "à supposer que", "sans doute", "faux :", the verbs before ": faux", and the subject of
    what is "en suspens", "au point mort".
    """
    for _, end in find_wordings(tree, pack.words["doubting"]):
        verb = verb_after(tree, end)
        if verb is not None:
            yield verb.i
    for first, _ in find_wordings(tree, pack.words["verdicts"]):
        start = tree.sents[tree.words[first].sent][0]
        yield from (w.i for w in tree.words[start:first] if w.pos == "VERB")
    for first, _ in find_wordings(tree, pack.words["pending"]):
        above = (c for w in tree.ancestors(first) for c in (w, *tree.children(w.i, "cop")))
        holder = next((w for w in above if tree.child(w.i, *SUBJECTS) is not None), None)
        if holder is not None:
            yield from (c.i for c in tree.children(holder.i, *SUBJECTS) if c.pos == "NOUN")


def is_bare_infinitive(tree: Tree, pack: LanguagePack, word: Word) -> bool:
    """Whether an act is only named, as in the headline "Racheter Nissan, le pari de Renault"."""
    if pack.adposition != "child" or word.head != ROOT or word.pos != "VERB":
        return False
    return "VerbForm=Inf" in word.morph and tree.child(word.i, "aux", "aux:caus", "cop") is None


def is_none_at_all(tree: Tree, pack: LanguagePack, noun: Word) -> bool:
    """ "Pas de rachat de Nissan en vue", "on est loin d'un rachat": a noun that is denied without a verb of its own."""
    if not load_schema().fits(pack.nouns.get(noun.lemma, ""), ("Eventuality",)):
        return False  # "loin devant le candidat"
    before = [c for c in tree.children(noun.i, "advmod") if c.i < noun.i]
    far = noun.case in pack.words["of"] and any(c.lower in pack.words["far"] for c in before)
    bare = noun.head == ROOT and tree.child(noun.i, "cop", *SUBJECTS) is None
    return far or (bare and any(c.lower in pack.words["none_of"] for c in before))


def is_tomorrow(tree: Tree, pack: LanguagePack, verb: Word) -> bool:
    """ "meets X tomorrow", "reçoit X la semaine prochaine": a present tense that a time puts ahead."""
    present = verb.tag in ("VBZ", "VBP", "VBG") or "Tense=Pres" in verb.morph
    beside = tree.children(verb.i)
    if not present and not any("Tense=Pres" in c.morph for c in beside if c.rel == "aux:pass"):
        return False
    if present and any(c.lower in pack.words["tomorrow"] for c in beside):
        return True
    days = pack.patterns["dates"]["weekdays"]  # "takes over on Monday"
    timed = (c for c in beside if c.rel == "obl" and c.case in pack.words["on_a_day_ahead"])
    if verb.tag in ("VBZ", "VBP") and any(c.lower in days for c in timed):
        return True
    last = min(tree.sents[verb.sent][1], verb.i + FAR)
    behind = list(takewhile(lambda w: w.pos not in ("VERB", "AUX", "PUNCT"), tree.words[verb.i + 1 : last]))
    if verb.lemma in pack.reporting:
        return False  # "annonce une hausse la semaine prochaine"
    later = (w for w in (*beside, *behind) if w.i > verb.i and w.lemma in pack.lists["temporal"])
    return any(_is_next(tree, pack, w) for w in later)


def _is_next(tree: Tree, pack: LanguagePack, time: Word) -> bool:
    """ "mardi prochain", "l'an prochain", "next week": counted from the article; no "the next week", no "de mardi"."""
    if time.case and time.case not in pack.words["on_days"]:
        return False
    below = list(tree.children(time.i, "amod"))
    counted = pack.adposition == "child" or tree.child(time.i, "det") is None
    return counted and any(c.lower in pack.patterns["dates"]["next_marks"] for c in below)


def is_only_ahead(tree: Tree, pack: LanguagePack, noun: Word) -> bool:
    """Whether a headline has an event come or only names it: "Vers un rachat de Nissan", "Rachat de Nissan : …"."""
    if _is_topic(tree, pack, noun):
        return True
    if noun.head != ROOT:
        return False
    soon = any(c.lower in pack.words["soon"] for c in tree.children(noun.i) if c.i < noun.i)
    return soon or noun.case in pack.words["towards"]


def _is_topic(tree: Tree, pack: LanguagePack, noun: Word) -> bool:
    """ "Rachat de Nissan par Renault : ce que l'on sait": a deal without article before a colon is only spoken of."""
    first, last = tree.sents[noun.sent]
    colon = next((w.i for w in tree.words[noun.i : last] if w.text == ":"), None)
    if noun.i != first or colon is None or noun.lemma not in pack.words["deals"]:
        return False
    return all(w.pos not in ("VERB", "AUX") for w in tree.words[first:colon])


def has_condition(tree: Tree, pack: LanguagePack, verb: Word) -> bool:
    """Whether a condition follows a present: "devient actionnaire si Bruxelles accepte".

    Before the main clause "si" often only contrasts: "si X a gagné, Y a perdu".
    """
    if "Tense=Pres" not in verb.morph or tree.child(verb.i, "aux", "aux:pass") is not None:
        return False
    last = tree.sents[verb.sent][1]
    marks = [w for w in tree.words[verb.i + 1 : last] if w.rel == "mark" and w.lower in pack.words["conditional_marks"]]
    below = [w for m in marks if m.head != ROOT for w in (tree.words[m.head], tree.words[tree.words[m.head].head])]
    return verb.lemma not in pack.reporting and any(w.head == verb.i and w.rel != "relcl" for w in below)


def is_whenever(tree: Tree, pack: LanguagePack, verb: Word) -> bool:
    """Whether a clause tells of anybody: "Quand un suspect est incarcéré, …"."""
    if not any(c.lower in pack.words["whenever"] for c in tree.children(verb.i, "mark", "advmod")):
        return False
    carriers = (verb, *tree.children(verb.i, "aux", "aux:pass", "cop"))
    now = any("Tense=Pres" in w.morph and "VerbForm=Part" not in w.morph for w in carriers)
    subject = tree.child(verb.i, *SUBJECTS)
    indefinite = subject is not None and any("Definite=Ind" in c.morph for c in tree.children(subject.i, "det"))
    return now and indefinite and tree.child(verb.i, "aux") is None


def governed_beside(tree: Tree, pack: LanguagePack, noun: Word) -> tuple[str, ...]:
    """What becomes of an event whose governor the parser did not put above it.

    That is a noun right before it ("a exprimé son intérêt pour le rachat"), or what its verb says of it ("le rachat
    reste soumis à l'accord de Bruxelles").
    """
    if noun.head == ROOT or pack.nouns.get(noun.lemma) in ("Person", "Group"):
        return ()
    verb = tree.words[noun.head]
    if noun.rel in SUBJECTS:
        said = list(tree.children(verb.i, "xcomp", "attr", "amod"))  # "reste incertaine"
        said = [w for w in said if w.tag != "VBG"]  # "broke the law by agreeing on X" tells nothing of the subject
        found = [pack.governors.get(w.lemma, ()) for w in said if w.pos in ("ADJ", "VERB") and "=Inf" not in w.morph]
    elif noun.rel == "obl" and (start := tree.subtree(noun.i)[0]) > 0:
        before = tree.words[start - 1]
        found = [pack.governors.get(before.lemma, ())] if before.pos == "NOUN" and before.head == verb.i else []
    else:
        found = []
    return tuple(effect for effects in found for effect in effects if effect != "actual")


def find_denied_behind(tree: Tree, pack: LanguagePack) -> frozenset[int]:
    """ "the takeover, which Apple denies", "le rachat démenti par Orange": the nouns of what a clause behind denies.

    The clause may hang on a noun below: nobody denies a firm, or a person.
    """
    denied: set[int] = set()
    for verb in tree.words:
        if verb.pos != "VERB" or pack.reporting.get(verb.lemma) != "denies":
            continue
        behind = _noun_before_relative(tree, pack, verb)
        if behind is None and verb.rel == "acl" and ("Tense=Past" in verb.morph or verb.tag == "VBN"):
            behind = verb.head
        above = (tree.words[behind], *tree.ancestors(behind)) if behind is not None else ()
        phrase = takewhile(lambda w: w.pos not in ("VERB", "AUX"), above)
        denied.update(w.i for w in phrase if pack.nouns.get(w.lemma) not in ("Person", "Group"))
    return frozenset(denied)


def _noun_before_relative(tree: Tree, pack: LanguagePack, verb: Word) -> int | None:
    """The word before ", que dément X", whatever the parser hung the verb and the words before it on."""
    words, first = tree.words, tree.sents[verb.sent][0]
    comma = next((i for i in range(verb.i - 1, max(first, verb.i - SHORT), -1) if words[i].text == ","), None)
    if comma is None or comma <= first or words[comma + 1].lower not in pack.words["relative_object"]:
        return None
    return comma - 1 if tree.child(verb.i, "ccomp") is None else None
