"""Acts that words leave open, of which no model may make facts: "reportedly", "a tenté de", "avant que"."""

from kg.extract.rules.learned.asides import LOCATED
from kg.extract.rules.parsing.tree import ROOT, Word
from kg.extract.rules.reality import prospects
from kg.extract.rules.relations.reading import Draft, Reading
from kg.model import OPEN, Modality

GOVERNED = ("xcomp", "ccomp", "acl", "relcl")  # as which a clause hangs on what tells whether it is done
UNDONE = frozenset({"desired", "negative"})  # what governs it makes it so
UNGOVERNED = frozenset({OPEN, LOCATED, "reported", "gaveInterviewTo"})  # "tenter de" is part of what an open one says
STEPS = 3  # verbs that govern one another


def is_left_open(reading: Reading, draft: Draft, *, said: bool) -> bool:
    """Whether words that tell nothing else leave an act undone, or say that it is not known.

    Args:
        said: whether the text tells who says it, who may well hold it for true.
    """
    tree, words = reading.tree, reading.pack.words
    verb, trigger = tree.words[draft.verb], tree.words[draft.trigger]
    adverbs = tree.children(verb.i, "advmod")
    if any(c.lower in words["uncertain_adverbs"] or c.lower in words["almost"] for c in adverbs):
        return True
    if draft.predicate in UNGOVERNED:
        return False
    if draft.firm and not said:
        return True
    early = any(c.lower in words["before_marks"] for c in tree.children(verb.i, "mark", "advmod", "case"))
    if early and "VerbForm=Fin" in verb.morph:
        return True
    return _is_wished(reading, trigger) if trigger.pos == "NOUN" else _is_governed(reading, verb)


def _is_wished(reading: Reading, noun: Word) -> bool:
    """ "réclame l'arrestation de X", "s'oppose au rachat de X"."""
    if noun.head == ROOT or noun.rel not in ("obj", "obl"):
        return False
    judged = prospects.of_deal(reading.tree, reading.pack, noun, reading.tree.words[noun.head])
    wished = noun.rel == "obj" and not UNDONE.isdisjoint(_effects_above(reading, noun))
    return wished or judged is not Modality.ACTUAL


def _is_governed(reading: Reading, verb: Word) -> bool:
    """ "est loin d'avoir convaincu X de soutenir Y": whether any of the next words above leaves it open."""
    word = verb
    for _ in range(STEPS):
        if word.head == ROOT or word.rel not in GOVERNED:
            return False
        if _is_undone_below(reading, word):
            return True
        word = reading.tree.words[word.head]
    return False


def _is_undone_below(reading: Reading, word: Word) -> bool:
    """ "tente de tuer X", "rien ne dit que X …", "the rumour that X …", "no evidence that X …"."""
    above, effects = reading.tree.words[word.head], _effects_above(reading, word)
    clauses = reading.context.clauses
    if above.pos == "NOUN" and word.rel in ("acl", "relcl"):
        none = reading.pack.words["negative_determiners"]
        unproved = word.rel == "acl" and any(c.lower in none for c in reading.tree.children(above.i, "det"))
        told = word.rel == "acl" or clauses.is_content_of_noun(word, above)
        return unproved or (told and bool(effects) and "actual" not in effects)
    adjective = above if above.pos == "ADJ" else reading.tree.child(above.i, "attr")  # "it is possible that …"
    maybe = adjective is not None and "possible" in reading.pack.governors.get(adjective.lemma, ())
    unsure = maybe or above.lemma in reading.pack.words["unsure_verbs"]  # "doubts that …"
    open_yet = word.rel == "ccomp" and (unsure or clauses.is_negated(above))
    return open_yet or not UNDONE.isdisjoint(effects)


def _effects_above(reading: Reading, word: Word) -> tuple[str, ...]:
    return reading.pack.governors.get(reading.tree.words[word.head].lemma, ())
