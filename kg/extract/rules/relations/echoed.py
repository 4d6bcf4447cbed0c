"""What a clause says again of somebody else: "The union backs the plan. So do the Greens", "…, as does Aton"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Word
from kg.extract.rules.relations.arguments import is_one_of
from kg.extract.rules.relations.reading import Draft, Reading
from kg.lang.schema import load_schema
from kg.model import OPEN

LESS_SURE = 0.9  # than of whom it was said first
WITHIN = ("relcl", "advcl", "acl", "parataxis")  # clauses that tell something else than their sentence does


def tell_of_echoes(reading: Reading, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Yield the drafts, and what is told of the subject of a clause for who is said to do so too."""
    drafts = list(drafts)
    yield from drafts
    for echo, main in _echoes(reading) if drafts else ():
        others = [i for i in map(reading.at, reading.tree.conjuncts(echo.i)) if i is not None]
        first = {reading.table.root(i) for i in map(reading.at, reading.syntax.subjects(main.i)[0]) if i is not None}
        for draft in drafts:
            if draft.predicate != OPEN and reading.table.root(draft.subject) in first and _tells(reading, draft, main):
                again = (replace(draft, subject=i, confidence=draft.confidence * LESS_SURE) for i in others)
                yield from (d for d in again if _fits(reading, d))


def _echoes(reading: Reading) -> Iterator[tuple[Word, Word]]:
    """Who does so too, with the verb that tells what."""
    tree, words = reading.tree, reading.pack.words
    for auxiliary in tree.words if words["echoing"] else ():
        opener = tree.words[auxiliary.i - 1] if auxiliary.i else auxiliary
        if auxiliary.lower not in words["echoing_verbs"] or opener.sent != auxiliary.sent:
            continue
        other = next((c for c in tree.children(auxiliary.i, "subj", "obj", "attr") if c.i > auxiliary.i), None)
        if other is None or tree.subtree(other.i)[0] != auxiliary.i + 1 or _says_more(reading, auxiliary, other):
            continue
        main = _echoed(reading, opener, auxiliary)
        if main is not None:
            yield other, main


def _echoed(reading: Reading, opener: Word, auxiliary: Word) -> Word | None:
    """The verb of the sentence before, where "so" opens one, or of the clause that "as does X" hangs on."""
    tree, words = reading.tree, reading.pack.words
    first = tree.sents[opener.sent][0]
    if opener.lower in words["echoing"] and opener.i == first and opener.sent > 0:
        start, end = tree.sents[opener.sent - 1]
        verbs = [w for w in tree.words[start:end] if w.head == ROOT and w.pos in ("VERB", "AUX")]
        return verbs[0] if len(verbs) == 1 else None
    if opener.lower in words["echoing_within"] and opener.i > first and tree.words[opener.i - 1].text == ",":
        above = tree.words[auxiliary.head] if auxiliary.head != ROOT else auxiliary
        return above if above.pos == "VERB" and above.i < opener.i else None
    return None


def _says_more(reading: Reading, auxiliary: Word, other: Word) -> bool:
    """ "So does the bank want it", "so is the plan good": what has a content of its own."""
    rels = ("xcomp", "ccomp", "attr", "obj", *SUBJECTS)
    return any(c.i != other.i for c in reading.tree.children(auxiliary.i, *rels))


def _tells(reading: Reading, draft: Draft, main: Word) -> bool:
    """Whether a draft is what a verb tells, itself or by an infinitive below it."""
    tree = reading.tree
    i = draft.trigger
    while i != main.i:
        word = tree.words[i]
        if word.rel in (*WITHIN, *SUBJECTS, "appos") or word.head == ROOT:
            return False
        i = word.head
    return True


def _fits(reading: Reading, draft: Draft) -> bool:
    relation, root = load_schema().properties[draft.predicate], reading.table.root
    same = isinstance(draft.object, int) and root(draft.object) == root(draft.subject)
    return not same and is_one_of(reading, draft.subject, relation.wider_domains)
