"""Deals and acts that a text only speaks of: still to be approved, given up, foreseen by a plan, or up to somebody."""

from kg.extract.rules.parsing.tree import ROOT, Tree, Word
from kg.lang import LanguagePack
from kg.model import Modality


def of_infinitive(tree: Tree, pack: LanguagePack, noun: Word) -> Modality:
    """ "the frontrunner to buy X" may buy it; "the first firm to buy X" has."""
    told = (noun, *tree.children(noun.i, "amod", "nummod", "det"))
    return Modality.ACTUAL if any(w.lower in pack.words["ordinals"] for w in told) else Modality.POSSIBLE


def under_plan(tree: Tree, pack: LanguagePack, verb: Word) -> bool:
    """ "Under the plan, X buys Y": a present tense that tells what a plan foresees."""
    if verb.tag not in ("VBZ", "VBP"):
        return False
    return any(c.case in pack.words["under"] and c.lemma in pack.words["plans"] for c in tree.children(verb.i, "obl"))


def of_deal(tree: Tree, pack: LanguagePack, noun: Word, head: Word) -> Modality:
    """ "cleared X's takeover of Y", "X's takeover of Y is subject to …": a deal that is not done yet."""
    if noun.lemma not in pack.words["deals"]:
        return Modality.ACTUAL
    lemma = head.lemma.partition(" ")[0]
    if noun.rel == "nmod" and head.lemma in pack.reporting_nouns:
        return Modality.POSSIBLE  # "reports of X's takeover of Y"
    if noun.rel in ("obj", "subj:pass", "obl", "nmod") and lemma in pack.words["judging_deals"]:
        return Modality.POSSIBLE
    if noun.rel == "subj" and lemma in pack.words["awaiting"]:
        return Modality.CONDITIONAL
    if noun.rel == "subj" and lemma in pack.words["judging_deals"] and tree.child(head.i, "cop") is not None:
        return Modality.POSSIBLE  # "le rachat de Y par X est compromis"
    said = ("attr", "xcomp", "obj") if head.lemma in pack.words["seeming"] else ("attr",)  # "semble compromis"
    told = tree.children(head.i, *said) if noun.rel == "subj" else tree.children(head.i, "obj", "obl", "fixed")
    return Modality.POSSIBLE if any(c.lemma in pack.words["judging_deals"] for c in told) else Modality.ACTUAL


def is_given_up(tree: Tree, pack: LanguagePack, noun: Word, head: Word) -> bool:
    """ "walked away from its takeover of Y", "X's takeover of Y fell through"."""
    if noun.rel == "obl":
        if head.lemma in pack.lists.get("failing", ()) and noun.case in pack.words["locative"]:
            return True  # "failed in its takeover of Y"
        verb = tree.words[head.head] if head.pos == "ADV" and head.head != ROOT else head  # "away from"
        return noun.case in pack.words["away"] and verb.lemma.partition(" ")[0] in pack.words["retreats"]
    particle = tree.child(head.i, "advmod", "prt", "adp")
    lemma = head.lemma if particle is None or " " in head.lemma else f"{head.lemma} {particle.lower}"
    return noun.rel == "subj" and not pack.words["collapses"].isdisjoint((head.lemma, lemma))


def is_struck_out(tree: Tree, pack: LanguagePack, noun: Word) -> bool:
    """ "a fait une croix sur le rachat de Y": a verb and its object that put an end to what they are about."""
    verb = tree.words[noun.head]
    objects = (f"{verb.lemma} {c.lemma}" for c in tree.children(verb.i, "obj"))
    return noun.rel == "obl" and not pack.words["striking_out"].isdisjoint(objects)


def of_predicate(tree: Tree, pack: LanguagePack, noun: Word, head: Word) -> tuple[str, ...]:
    """ "A lawsuit by X against Y is possible": what the adjective behind the copula makes of its subject."""
    predicate = tree.child(head.i, "attr") if noun.rel == "subj" and pack.copula == "head" else None
    if predicate is None or predicate.pos != "ADJ":
        return ()
    effects = pack.governors.get(predicate.lemma, ())
    return tuple(effect for effect in effects if effect != "negative")  # what is denied is so by `governed_beside`


def was_once(tree: Tree, pack: LanguagePack, i: int) -> bool:
    """ "was once owned by X", "formerly led Y", "sat for X until May": a state that the text puts into the past."""
    word = tree.words[i]
    if word.lemma not in pack.words["lasting"]:
        return False
    return _is_bygone(tree, pack, word) or (_is_past(tree, word) and _ends(tree, pack, word))


def was_until(tree: Tree, pack: LanguagePack, noun: Word) -> bool:
    """ "was chairman of X from 1999 to 2003", "was minister until she resigned": the text says when it ended."""
    verb = tree.words[noun.head] if noun.rel == "attr" and noun.head != ROOT else noun
    if verb.tag != "VBD":
        return False
    inside = [tree.words[i] for i in tree.subtree(verb.i, ("relcl", "advcl", "conj"))]
    years = [w for w in inside if w.is_year]
    dated = any(tree.words[w.i - 1].lower in pack.words["until_year"] for w in years)
    return dated or (verb is not noun and _ends(tree, pack, verb))  # "was minister until"; no "banned X until June"


def was_formerly(tree: Tree, pack: LanguagePack, noun: Word) -> bool:
    """ "X, formerly deputy director of Y", "X was once a member of Y", "X used to be head of Y"."""
    verb = tree.words[noun.head] if noun.rel == "attr" and noun.head != ROOT else noun
    if verb is not noun:
        return _is_bygone(tree, pack, verb) or used_to(tree, pack, verb)
    det = tree.child(noun.i, "det", "poss")
    start = noun.i if det is None or det.i > noun.i else det.i
    if any(c.lower in pack.words["bygone"] and c.i < start for c in tree.children(noun.i, "advmod")):
        return True
    beside = tree.words[noun.i + 1] if noun.i + 1 < len(tree.words) else noun
    then = tree.words[beside.i + 1] if beside.i + 1 < len(tree.words) else beside
    return beside.lower in pack.words["bygone"] and then.pos == "ADP"  # "a lawyer formerly at X"


def used_to(tree: Tree, pack: LanguagePack, verb: Word) -> bool:
    """ "used to run X": no use is made of anything, it was so once."""
    if verb.rel != "xcomp" or verb.head == ROOT or not pack.words["habitual"]:
        return False
    head = tree.words[verb.head]
    if head.lower not in pack.words["habitual"] or head.tag != "VBD":
        return False
    return any(c.tag == "TO" and c.i == head.i + 1 for c in tree.children(verb.i))


def _is_bygone(tree: Tree, pack: LanguagePack, verb: Word) -> bool:
    return any(c.lower in pack.words["bygone"] and abs(c.i - verb.i) == 1 for c in tree.children(verb.i, "advmod"))


def _is_past(tree: Tree, verb: Word) -> bool:
    carriers = (verb, *tree.children(verb.i, "aux", "aux:pass"))
    return any(w.tag == "VBD" for w in carriers)


def _ends(tree: Tree, pack: LanguagePack, verb: Word) -> bool:
    """Whether a verb that is not denied has an "until"."""
    if tree.child(verb.i, "neg") is not None:
        return False
    clauses = (m.lower for c in tree.children(verb.i, "advcl") for m in tree.children(c.i, "mark"))
    times = (c.case for c in tree.children(verb.i, "obl"))
    return not pack.words["up_to"].isdisjoint((*clauses, *times))


def is_gerund_subject(pack: LanguagePack, word: Word, noun: Word) -> bool:
    """ "X buying Y would be a mistake": an act at one blow right behind the subject is what is judged."""
    behind = word.tag == "VBG" and word.i == noun.i + 1 and noun.rel in ("subj", "subj:pass")
    return behind and word.lemma in pack.words["achievements"]


def owners(tree: Tree, pack: LanguagePack, noun: Word) -> list[Word]:
    """Whose word a noun of speech is: "Aton's claim", "a report by the union", "warnings from employers"."""
    by = pack.words["by"] | pack.words["word_of"]
    return [c for c in tree.children(noun.i, "poss", "nmod", "agent") if c.rel == "poss" or c.case in by]


def is_told(tree: Tree, pack: LanguagePack, noun: Word) -> bool:
    """Whether it is known who says what a noun of speech tells: its owner, or who acts with it ("heard a claim")."""
    head = tree.words[noun.head] if noun.head != ROOT else noun
    return (head is not noun and head.lemma in pack.reporting) or bool(owners(tree, pack, noun))
