"""Train and measure what pronouns of a language stand for: python tests/quality/train_pronouns.py [--language fr]

Reads our own annotations (annotations.py), and no gold. They do not list pronouns; but where the clause that shows a
fact names only one of its ends and holds one pronoun, the pronoun stands for the other. Weights learnt without an
article judge it (FOLDS) and are kept for whoever learns from what they lead to (train_antecedents.py, train_pairs.py,
train_confidence.py). Then weights are learnt from everything and written to kg/lang/<language>/pronouns.toml.
`--dry-run` writes nothing. Run it after train_names.py; while it reads, the weights in force resolve.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[2]))

from kg.evaluate.compare import fold_for_scoring
from kg.evaluate.gold import ANYTHING, GoldArticle, GoldEntity
from kg.extract.rules.coreference import coreference
from kg.extract.rules.coreference.pronoun_traits import Question
from kg.extract.rules.coreference.pronoun_weights import PronounWeights, load_pronouns, read_pronouns, write_pronouns
from kg.extract.rules.document import read
from kg.extract.rules.parsing.shading import shade_for
from kg.extract.rules.relations.reading import Reading
from kg.extract.rules.weights import shares
from kg.lang import load_pack
from kg.model import Article, MentionKind, Span
from tests.quality.annotations import annotated, written
from tests.quality.exchanged import exchanged
from tests.quality.folds import fold_of
from tests.quality.pair_examples import Labelling
from tests.quality.train_names import classing_unseen
from tests.quality.training import fold_file, run, with_parses

FILE = "pronouns.toml"
EPOCHS, RATE, DECAY = 4, 0.05, 1e-3
SEEN = 4  # times that a trait must be seen
LEAST = 0.25  # probability from which a pronoun is joined
DIGITS = 2  # of a weight; one that is rounded to 0 is left out
MARKS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
OTHERS = ("third", "possessor")  # what is no first or second person


@dataclass(frozen=True, slots=True)
class Example:
    """A pronoun of an article, and which candidates it stands for."""

    article: str
    question: Question
    right: tuple[int, ...]  # places among the candidates; none: it stands for none of them


@dataclass(slots=True)
class _Recorder:
    """Lets the weights in force decide, else the nearest candidate, and notes what is asked."""

    weights: PronounWeights | None
    least: float = LEAST
    asked: list[Question] = field(default_factory=list)

    def probabilities(self, question: Question) -> list[float]:
        self.asked.append(question)
        if self.weights is None:
            return [1.0, *(0.0 for _ in question.traits[1:])]
        return self.weights.probabilities(question)


@contextmanager
def resolving_by(weights: Any) -> Iterator[None]:
    """Let other weights decide what pronouns stand for."""
    with exchanged(coreference, "load_pronouns", lambda code: weights):
        yield


def fold_path(language: str, fold: int) -> Path:
    """Where the weights of a fold are kept."""
    return fold_file(language, fold, FILE)


@contextmanager
def pronouns_unseen(language: str, fold: int) -> Iterator[None]:
    """Let the weights decide that have not seen the articles of a fold, if there are any; so too of names' classes."""
    path = fold_path(language, fold)
    with classing_unseen(language, fold), resolving_by(read_pronouns(path) if path.exists() else None):
        yield


def collect(language: str) -> list[Example]:
    """Return every pronoun of which an annotation tells what it stands for."""
    found = [*annotated(language), *written(language)]
    weights = load_pronouns(language)
    examples: list[Example] = []
    for article, gold, doc in with_parses(found, language):
        with classing_unseen(language, fold_of(article.name)):
            examples += examples_of(article, gold, doc, weights)
    return examples


def examples_of(article: Article, gold: GoldArticle, doc: Any, weights: PronounWeights | None) -> Iterator[Example]:
    """Yield the pronouns of an article, by what the clauses that show its facts leave unnamed."""
    pack = load_pack(article.language)
    shadow = shade_for(article.text, pack)
    recorder = _Recorder(weights)
    with resolving_by(recorder):
        reading = read(article, doc, pack, shadow)
    labelling = Labelling(article, gold, reading, shadow, [])
    meant = _meant(article, gold, reading, labelling)
    for question in recorder.asked:
        if question.mention in meant:
            roots = [reading.table.root(root) for root in question.candidates]
            right = tuple(n for n, root in enumerate(roots) if meant[question.mention] & labelling.meant[root])
            yield Example(article.name, question, right)


def _meant(article: Article, gold: GoldArticle, reading: Reading, labelling: Labelling) -> dict[int, frozenset[str]]:
    """Return for pronouns the gold entities of which any is what they stand for."""
    entities = {e.id: e for e in gold.entities}
    spans = {
        n: labelling.span(*item.core)
        for n, item in enumerate(reading.table.items)
        if item.kind is MentionKind.PRONOUN and item.core[0] < item.core[1]
    }
    found: dict[int, list[frozenset[str]]] = defaultdict(list)
    for fact in gold.facts:
        start = article.text.find(fact.evidence)
        evidence = Span(start, start + len(fact.evidence))
        ends = [fact.subjects, tuple(o for o in fact.objects if isinstance(o, str))]
        unnamed = [e for e in ends if e and e[0] in entities and not _is_named(entities[e[0]], fact.evidence)]
        inside = [n for n, span in spans.items() if evidence.start <= span.start and span.end <= evidence.end]
        told = len(unnamed) == len(inside) == 1 and ANYTHING not in unnamed[0]
        if told and reading.table.items[inside[0]].determiner in OTHERS:
            found[inside[0]].append(frozenset(unnamed[0]))
    return {n: frozenset.intersection(*sets) or sets[0] for n, sets in found.items()}


def _is_named(entity: GoldEntity, evidence: str) -> bool:
    """Whether a clause holds a name or a description of an entity."""
    inside = f" {fold_for_scoring(evidence)} "
    folded = (fold_for_scoring(words) for words in (*entity.names, *entity.mentions))
    return any(f" {words} " in inside for words in folded if words)


def train(examples: Sequence[Example]) -> PronounWeights:
    """Fit by stochastic gradient descent (Adagrad: Duchi et al., 2011); of several right candidates any is enough."""
    counts = Counter(trait for e in examples for row in _rows(e) for trait in set(row))
    place = {trait: n for n, trait in enumerate(sorted(t for t, times in counts.items() if times >= SEEN))}
    weights, square = np.zeros(len(place)), np.full(len(place), 1e-6)
    random = np.random.default_rng(0)
    packed = []
    for example in examples:
        rows = [[place[t] for t in row if t in place] for row in _rows(example)]
        flat = np.array([n for row in rows for n in row], dtype=np.int64)
        packed.append((flat, np.repeat(np.arange(len(rows)), [len(row) for row in rows]), len(rows)))
    for _ in range(EPOCHS):
        for n in random.permutation(len(examples)):
            flat, row, size = packed[n]
            sums = np.bincount(row, weights[flat], size)
            said = shares(sums)
            right = [place + 1 for place in examples[n].right] or [0]
            wanted = np.zeros(size)
            wanted[right] = said[right] / said[right].sum()
            gradient = (said - wanted)[row] + DECAY * weights[flat]
            np.add.at(square, flat, gradient**2)
            np.add.at(weights, flat, -RATE * gradient / np.sqrt(square[flat]))
    rounded = {trait: round(float(weights[n]), DIGITS) for trait, n in place.items()}
    return PronounWeights({trait: weight for trait, weight in rounded.items() if weight}, LEAST)


def _rows(example: Example) -> tuple[tuple[str, ...], ...]:
    """Return the traits of "none of them" and of the candidates."""
    return (example.question.none, *example.question.traits)


def main() -> None:
    run("Train what pronouns stand for.", FILE, collect, train, write_pronouns, report)


def report(judged: Iterable[tuple[Example, PronounWeights]]) -> None:
    """Print how many pronouns are joined rightly and wrongly, by the nearest candidate and by the weights."""
    answers = [(e, weights.probabilities(e.question)) for e, weights in judged]
    possible = sum(bool(e.right) for e, _ in answers)
    sys.stdout.write(f"{len(answers)} pronouns, {possible} stand for a candidate\n")
    nearest = sum(0 in e.right for e, _ in answers)
    sys.stdout.write(f"nearest: {nearest} right, {len(answers) - nearest} wrong\n")
    for mark in MARKS:
        chosen = [(e, max(range(len(sure)), key=sure.__getitem__)) for e, sure in answers if max(sure) >= mark]
        right = sum(best in e.right for e, best in chosen)
        sys.stdout.write(f"weights from {mark}: {right} right, {len(chosen) - right} wrong\n")
    forms = Counter(e.question.head for e, _ in answers)
    for form, times in forms.most_common(12):
        those = [(e, sure) for e, sure in answers if e.question.head == form]
        right = sum(max(range(len(sure)), key=sure.__getitem__) in e.right for e, sure in those)
        sys.stdout.write(f"  {form}: {right / times:.3f} of {times}\n")


if __name__ == "__main__":
    main()
