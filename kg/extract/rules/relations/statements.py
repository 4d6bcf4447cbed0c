"""The one thing that a clause somebody says tells, without what opens it and what is set off behind it."""

from kg.extract.rules.parsing.tree import SUBJECTS, Word
from kg.extract.rules.relations.reading import Reading

SUBORDINATE = ("advcl", "relcl", "acl", "conj")  # clauses that a long statement ends before, comma or none
NEEDED = ("obj", "xcomp", "ccomp", "iobj", "attr")  # what a verb cannot do without, however far behind it
CLOSING = ("punct", "cc", "case", "mark", "adp", "det")  # what no statement ends with
LONG = 20  # words: a longer statement tells several things
SHORT = 4  # words that a statement keeps at least
Words = tuple[int, int]


def statement(reading: Reading, inside: list[int]) -> Words | None:
    """From where to where the words of what is said tell one thing; None where they only hang on something.

    "Jeudi, X a rouvert la gare, fermée depuis 2019": that X reopened the station. "où il se trouve": nothing.
    """
    words = reading.tree.words
    if not inside or is_linked(reading, words[inside[0]]):
        return None
    verb = _top(reading, inside)
    if verb is None:
        return inside[0], inside[-1] + 1
    first = _start(reading, inside, verb)
    return first, _end(reading, inside, verb, first)


def is_linked(reading: Reading, word: Word) -> bool:
    """ "où il se trouve", "dont la sortie est prévue": a relative or a question has its content elsewhere."""
    return word.lower in reading.pack.words["relative_place"] | reading.pack.words["relative_of"]


def _top(reading: Reading, inside: list[int]) -> Word | None:
    """The first verb or predicate of what is said that hangs on nothing within; no bare participle."""
    tree, within = reading.tree, set(inside)
    tops = (tree.words[i] for i in inside if tree.words[i].head not in within)
    top = next((w for w in tops if w.pos in ("VERB", "AUX") or tree.child(w.i, "cop") is not None), None)
    bare = top is not None and "VerbForm=Part" in top.morph and tree.child(top.i, "aux", "aux:pass", "cop") is None
    return None if bare else top


def _start(reading: Reading, inside: list[int], verb: Word) -> int:
    """Behind what opens a clause and ends with a comma: "Jeudi, des dizaines de personnes …"."""
    tree = reading.tree
    subject = tree.child(verb.i, *SUBJECTS)
    first = tree.subtree(subject.i)[0] if subject is not None and subject.i < verb.i else inside[0]
    return first if inside[0] < first and tree.words[first - 1].text == "," else inside[0]


def _end(reading: Reading, inside: list[int], verb: Word, first: int) -> int:
    """Before the first phrase behind the verb that a comma sets off; in a long statement before the first clause."""
    words, last = reading.tree.words, inside[-1] + 1
    starts = {i: reading.tree.subtree(i)[0] for i in inside if i > verb.i and words[i].rel != "punct"}
    apart = {i: start for i, start in starts.items() if "," in (words[start].text, words[start - 1].text)}
    needed = [i for i in starts if (i not in apart and words[i].rel in NEEDED) or _is_content(reading, words[i])]
    ends = [start for i, start in apart.items() if not _is_of_row(reading, words[i])]
    ends = [start for start in ends if not any(words[i].head < start <= i for i in needed)]
    last = min([last, *(start for start in ends if start > verb.i and start - first >= SHORT)])
    if last - first > LONG:
        loose = [start for i, start in starts.items() if _is_loose(reading, words[i])]
        last = min([last, *(start for start in loose if start > verb.i and start - first >= SHORT)])
    while last - 1 > verb.i and words[last - 1].rel in CLOSING:
        last -= 1
    return last


def _is_of_row(reading: Reading, word: Word) -> bool:
    """ "a fermé Flins, Douai et Dreux": no clause of its own."""
    return word.rel == "conj" and not _is_clause(reading, word)


def _is_loose(reading: Reading, word: Word) -> bool:
    """Whether a word heads a clause that a statement can do without; no "la décision de partir"."""
    return word.rel in SUBORDINATE and not _is_content(reading, word) and _is_clause(reading, word)


def _is_content(reading: Reading, word: Word) -> bool:
    """ "a demandé à l'élu, Luc Roy, de partir", "la décision, prise hier, de partir": an infinitive tells what."""
    marked = any(c.pos == "ADP" for c in reading.tree.children(word.i, "mark"))
    carriers = (word, *reading.tree.children(word.i, "aux", "aux:pass", "cop"))  # "vient d'être mutée"
    infinitive = any("VerbForm=Inf" in w.morph for w in carriers)
    return word.rel in ("xcomp", "ccomp", "acl") and infinitive and marked


def _is_clause(reading: Reading, word: Word) -> bool:
    return word.pos in ("VERB", "AUX") or reading.tree.child(word.i, "cop") is not None
