"""Train and measure the ranker of antecedents of a language: python tests/quality/train_antecedents.py [--language fr]

Reads our own annotations (annotations.py), and no gold. They list the words that name each thing and the descriptions
that stand for it: what a description stands for is what has it among its descriptions. Rankers trained without an
article judge it (FOLDS) and are kept for whoever learns from what they lead to (train_pairs.py, train_confidence.py).
Then one is trained on everything and written to kg/lang/<language>/antecedents.npz. `--dry-run` writes nothing.
Run it after train_pronouns.py, train_pairs.py and train_confidence.py afterwards.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parents[2]))

from kg.evaluate.compare import fold_for_scoring
from kg.evaluate.gold import GoldArticle
from kg.extract.rules.coreference import coreference
from kg.extract.rules.coreference.ranker import SIZE, Question, Ranker, read_ranker, write_ranker
from kg.extract.rules.document import read
from kg.extract.rules.parsing.shading import shade_for
from kg.extract.rules.weights import shares
from kg.lang import load_pack
from kg.model import Article
from tests.quality.annotations import annotated
from tests.quality.exchanged import exchanged
from tests.quality.folds import fold_of
from tests.quality.pair_examples import Labelling
from tests.quality.train_pronouns import pronouns_unseen
from tests.quality.training import fold_file, run, with_parses

FILE = "antecedents.npz"
EPOCHS = 3
RATE = 0.05
DECAY = 3e-5
UNLISTED = 0.5  # weight of a description that no annotation lists: it most likely stands for nothing named
LEAST, DOUBT = 0.45, 0.15
OFTEN = 8  # times that a noun must be seen before it is thought never to stand for a name
MARKS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


@dataclass(frozen=True, slots=True)
class Example:
    """A description of an article, and which candidates it stands for."""

    article: str
    question: Question
    right: tuple[int, ...]  # places among the candidates; none: it stands for none of them
    listed: bool  # whether the annotation lists it


@dataclass(slots=True)
class _Recorder:
    """Asks nothing: notes what a ranker would be asked, and leaves all to the rules."""

    least: float = 2.0
    doubt: float = -1.0
    never: frozenset[int] = frozenset()
    questions: list[Question] = field(default_factory=list)

    def probabilities(self, question: Question) -> list[float]:
        self.questions.append(question)
        return [0.0] * len(question.candidates)


@contextmanager
def ranking_by(ranker: Any) -> Iterator[None]:
    """Let another ranker decide."""
    with exchanged(coreference, "load_ranker", lambda code: ranker):
        yield


def fold_path(language: str, fold: int) -> Path:
    """Where the ranker of a fold is kept."""
    return fold_file(language, fold, FILE)


@contextmanager
def ranking_unseen(language: str, fold: int) -> Iterator[None]:
    """Let the ranker and the weights of pronouns decide that have not seen the articles of a fold, if there are any."""
    path = fold_path(language, fold)
    with pronouns_unseen(language, fold), ranking_by(read_ranker(path) if path.exists() else None):
        yield


def collect(language: str) -> list[Example]:
    """Return every description that may stand for a name."""
    examples: list[Example] = []
    for article, gold, doc in with_parses(annotated(language), language):
        with pronouns_unseen(language, fold_of(article.name)):
            examples += examples_of(article, gold, doc)
    return examples


def examples_of(article: Article, gold: GoldArticle, doc: Any) -> Iterator[Example]:
    """Yield the descriptions of an article; one that stands for two things by the annotation is left out."""
    pack = load_pack(article.language)
    shadow = shade_for(article.text, pack)
    recorder = _Recorder()
    with ranking_by(recorder):
        reading = read(article, doc, pack, shadow)
    labelling = Labelling(article, gold, reading, shadow, [])
    called: dict[str, set[str]] = defaultdict(set)
    for entity in gold.entities:
        for mention in entity.mentions:
            called[fold_for_scoring(mention)].add(entity.id)
    named = {e.id for e in gold.entities if e.names}
    root = reading.table.root
    for question in recorder.questions:
        meant = {e for s in labelling.surfaces(question.mention) for e in called.get(fold_for_scoring(s), ())}
        if len(meant) > 1:
            continue
        right = tuple(n for n, c in enumerate(question.candidates) if meant & named & labelling.meant[root(c)])
        yield Example(article.name, question, right, bool(meant))


def train(examples: Sequence[Example]) -> Ranker:
    """Fit by stochastic gradient descent (Adagrad: Duchi et al., 2011); of several right candidates any is enough."""
    weights, square = np.zeros(SIZE), np.full(SIZE, 1e-6)
    random = np.random.default_rng(0)
    rows = [(np.array(e.question.none), np.array(e.question.traits)) for e in examples]
    for _ in range(EPOCHS):
        for n in random.permutation(len(examples)):
            example, (none, traits) = examples[n], rows[n]
            off = _off(np.r_[weights[none].sum(), weights[traits].sum(axis=1)], example.right)
            off *= 1.0 if example.listed else UNLISTED
            flat = np.concatenate([none, traits.ravel()])
            each = np.concatenate([np.full(len(none), off[0]), np.repeat(off[1:], traits.shape[1])])
            at, inverse = np.unique(flat, return_inverse=True)
            gradient = np.bincount(inverse, each) + DECAY * weights[at]
            square[at] += gradient**2
            weights[at] -= RATE * gradient / np.sqrt(square[at])
    heads, joined = Counter(e.question.head for e in examples), {e.question.head for e in examples if e.right}
    never = frozenset(head for head, times in heads.items() if times >= OFTEN and head not in joined)
    return Ranker(weights.tolist(), LEAST, DOUBT, never)


def _off(sums: NDArray[np.float64], right: tuple[int, ...]) -> NDArray[np.float64]:
    """Return how far the shares are from what is right: "none" first."""
    said = shares(sums)
    wanted = np.zeros(len(said))
    if right:
        places = [n + 1 for n in right]
        wanted[places] = said[places] / said[places].sum()
    else:
        wanted[0] = 1.0
    return np.asarray(said - wanted)


def main() -> None:
    run("Train the ranker of antecedents.", FILE, collect, train, write_ranker, report)


def report(judged: Iterable[tuple[Example, Ranker]]) -> None:
    """Print how many descriptions rules join rightly and wrongly to a name, and how many the ranker does."""
    listed = [(e, ranker.probabilities(e.question)) for e, ranker in judged if e.listed]
    ruled = [e for e, _ in listed if e.question.ruled is not None]
    right = sum(e.question.ruled in [e.question.candidates[n] for n in e.right] for e in ruled)
    sys.stdout.write(f"{len(listed)} listed descriptions, {sum(bool(e.right) for e, _ in listed)} of a name\n")
    sys.stdout.write(f"rules: {right} right, {len(ruled) - right} wrong\n")
    for mark in MARKS:
        chosen = [(e, max(range(len(sure)), key=sure.__getitem__)) for e, sure in listed if max(sure) >= mark]
        right = sum(best in e.right for e, best in chosen)
        sys.stdout.write(f"ranker from {mark}: {right} right, {len(chosen) - right} wrong\n")


if __name__ == "__main__":
    main()
