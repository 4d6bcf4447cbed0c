"""What the model of names' classes sees of a name: its words, how it is written, and what stands around it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from kg.extract.rules.mentions.names import Names
from kg.extract.rules.mentions.references import Reference, References
from kg.extract.rules.parsing.tree import ROOT, Tree, Word
from kg.lang import LanguagePack
from kg.model import MentionKind

SIZE = 1 << 15  # rows of the table of traits (hashed: Weinberger et al., 2009)
USES = 8  # places where a name stands that count
WORDS = 6  # words of a name whose vectors count
OFTEN, LONG = 4, 5  # times that a name stands in an article, and words in it, from which no more is told apart
SHAPE = 12  # signs
BELOW = frozenset({"appos", "nmod", "amod", "name", "relcl", "acl", "poss", "conj", "nummod"})

Floats = NDArray[np.float32]
Vector = Callable[[str], Floats]


@dataclass(frozen=True, slots=True)
class NameQuestion:
    """A name of an article whose class is asked."""

    name: str  # folded
    ruled: str  # the class by rules and by the parser's model
    rows: NDArray[np.int64]  # numbers of its traits, each once, below SIZE
    inputs: Floats  # means of states and vectors of its words, and of the words above it


def name_questions(
    tree: Tree, pack: LanguagePack, names: Names, table: References, vector: Vector, states: Floats
) -> Iterator[NameQuestion]:
    """Yield the names of an article that no table knows, in text order; whether a river or an area, rules tell.

    Args:
        states: what the parser made of each word, (W, S).
    """
    uses: dict[str, list[Reference]] = {}
    for item in table.items:
        settled = item.known is not None or names.surface(tree, *item.core) in pack.words["areas"]
        if item.kind is MentionKind.NAME and not settled:
            uses.setdefault(item.name, []).append(item)
    for name, places in uses.items():
        told = {*_of_name(tree, names, places[0]), f"times {min(len(places), OFTEN)}"}
        places = places[:USES]
        told.update(trait for item in places for trait in _of_place(tree, pack, item))
        rows = np.array(sorted({crc32(trait.encode()) % SIZE for trait in told}), dtype=np.int64)
        yield NameQuestion(name, places[0].type, rows, _inputs(tree, places, vector, states))


def _inputs(tree: Tree, uses: Sequence[Reference], vector: Vector, states: Floats) -> Floats:
    """Return the mean states of a name's words and of their heads, then the mean vectors of both."""
    inside = [i for item in uses for i in range(*item.core)]
    heads = [tree.words[item.i].head for item in uses if tree.words[item.i].head != ROOT]
    forms = [tree.words[i].lower for i in inside[:WORDS]]
    lemmas = [tree.words[i].lemma for i in heads]
    above = _mean(states[heads]) if heads else np.zeros_like(states[0])
    means = (_mean(np.array([vector(word) for word in words or [""]])) for words in (forms, lemmas))
    return np.concatenate([_mean(states[inside]), above, *means], dtype=np.float32)


def _mean(rows: Floats) -> Floats:
    """Return the mean of some rows; numpy's own takes longer to look at its arguments than to add them up."""
    total: Floats = np.add.reduce(rows, axis=0)
    return total / np.float32(len(rows))


def _of_name(tree: Tree, names: Names, item: Reference) -> Iterator[str]:
    """Describe a name by itself."""
    words = tree.words[item.core[0] : item.core[1]]
    last = words[-1].lower
    yield f"ruled {item.type}"
    yield f"name {item.name}"
    yield f"size {min(len(words), LONG)}"
    yield f"first {words[0].lower}"
    yield f"last {last}"
    yield from (f"word {w.lower}" for w in words)
    yield from (f"end {last[-n:]}" for n in (2, 3, 4))
    yield f"start {words[0].lower[:3]}"
    yield f"shape {_shape(words)}"
    yield f"given {names.gender(words[0].text) != ''} {len(words) > 1}"


def _shape(words: Iterable[Word]) -> str:
    """Return how words are written, runs of small letters or digits as one sign: "Aa", "AA9", "Aa-Aa"."""
    out = ""
    for sign in " ".join(w.text for w in words):
        kind = "A" if sign.isupper() else "a" if sign.islower() else "9" if sign.isdigit() else sign
        if not out.endswith(kind * 2 if kind == "A" else kind):
            out += kind
    return out[:SHAPE]


def _of_place(tree: Tree, pack: LanguagePack, item: Reference) -> Iterator[str]:
    """Describe what stands around a name in one place."""
    word, (first, last) = tree.words[item.i], item.core
    before, earlier, after, later = (_beside(tree, i, item) for i in (first - 1, first - 2, last, last + 1))
    yield f"marked {word.ent} {item.type}"
    yield f"before {before}"
    yield f"before {earlier} {before}"
    yield f"after {after}"
    yield f"after {after} {later}"
    yield f"between {before} {after}"
    yield f"rel {word.rel} {word.case}"
    for child in tree.children(item.i):
        if child.rel in BELOW and not first <= child.i < last:
            yield f"below {child.rel} {child.lemma}"
        if child.lemma in pack.nouns:
            yield f"kind below {child.rel} {pack.nouns[child.lemma]}"
    if word.head != ROOT:
        yield from _of_head(tree, pack, word)


def _of_head(tree: Tree, pack: LanguagePack, word: Word) -> Iterator[str]:
    """Describe the words above a name."""
    head = tree.words[word.head]
    yield f"head {word.rel} {word.case} {head.lemma}"
    yield f"head {head.lemma}"
    yield f"kind {word.rel} {word.case} {pack.nouns.get(head.lemma, head.pos)}"
    if head.head != ROOT:
        yield f"above {word.rel} {head.rel} {tree.words[head.head].lemma}"


def _beside(tree: Tree, i: int, item: Reference) -> str:
    """Return a word beside a name, "" beyond its sentence."""
    inside = 0 <= i < len(tree.words) and tree.words[i].sent == item.sent
    return tree.words[i].lower if inside else ""
