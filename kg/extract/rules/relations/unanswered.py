"""Whom a medium asked in vain: "Contacté par Le Monde, Marc Petit n'a pas répondu" tells of no interview.

Nor does "Sur son blog, Marc Petit a rappelé …".
"""

from dataclasses import replace

from kg.extract.rules.mentions.modifiers import owner_of
from kg.extract.rules.parsing.tree import Word
from kg.extract.rules.relations.reading import Draft, Reading

INTERVIEW, REFUSAL = "gaveInterviewTo", "refusedRequestOf"


def with_refused_interviews(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts; who was asked by a medium and would not answer has refused its request.

    Who was out of reach has done neither, nor who writes in his own medium.
    """
    heard = [d for d in drafts if d.predicate != INTERVIEW or not (_is_out_of_reach(reading, d) or _is_own(reading, d))]
    return [_as_refused(reading, d) if d.predicate == INTERVIEW and _says_nothing(reading, d) else d for d in heard]


def _is_own(reading: Reading, draft: Draft) -> bool:
    """ "Sur son blog, Marc Petit a rappelé …": what somebody has of his own does not ask him."""
    if not isinstance(draft.object, int):
        return False
    medium, root = reading.table.items[draft.object], reading.table.root
    owner = owner_of(reading.tree, reading.table, reading.tree.words[medium.i])
    return medium.determiner == "possessive" and owner is not None and root(owner) == root(draft.subject)


def _is_out_of_reach(reading: Reading, draft: Draft) -> bool:
    """ "Contacté par Le Monde, Marc Petit n'était pas disponible", "… était injoignable"."""
    tree, words, root = reading.tree, reading.pack.words, reading.table.root
    if not _is_asked(reading, draft):
        return False
    for word in tree.words[draft.trigger + 1 : tree.sents[tree.words[draft.trigger].sent][1]]:
        if word.lemma in words["within_reach"] | words["out_of_reach"]:
            subjects = (reading.at(i) for i in reading.syntax.subjects(word.i)[0])
            negated = reading.context.clauses.is_negated(word)
            unheard = word.lemma in (words["within_reach"] if negated else words["out_of_reach"])
            return unheard and any(i is not None and root(i) == root(draft.subject) for i in subjects)
    return False


def _as_refused(reading: Reading, draft: Draft) -> Draft:
    verb = _answer(reading, draft) or reading.tree.words[draft.trigger]
    return replace(
        draft, predicate=REFUSAL, rule="refusal/unanswered", trigger=verb.i, verb=verb.i, phrase=verb.lemma,
        background=True,
    )  # fmt: skip


def _says_nothing(reading: Reading, draft: Draft) -> bool:
    """ "n'a pas répondu", "n'a pas souhaité réagir", "declined to comment"."""
    words, verb = reading.pack.words, _answer(reading, draft)
    if verb is None or not _is_asked(reading, draft):
        return False
    negated = reading.context.clauses.is_negated(verb)
    return verb.lemma in (words["responding"] if negated else words["unresponsive"])


def _is_asked(reading: Reading, draft: Draft) -> bool:
    """Whether a participle before the main verb tells that somebody was asked."""
    asked = reading.tree.words[draft.trigger]
    return asked.pos in ("VERB", "ADJ") and asked.rel in ("acl", "advcl", "amod", "appos", "xcomp")


def _answer(reading: Reading, draft: Draft) -> Word | None:
    """The first verb behind the participle whose subject is who was asked."""
    tree, root = reading.tree, reading.table.root
    for word in tree.words[draft.trigger + 1 : tree.sents[tree.words[draft.trigger].sent][1]]:
        if word.pos != "VERB":
            continue
        subjects = (reading.at(i) for i in reading.syntax.subjects(word.i)[0])
        if any(i is not None and root(i) == root(draft.subject) for i in subjects):
            return word
    return None
