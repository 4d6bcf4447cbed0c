"""Train and measure the model of names' classes of a language: python tests/quality/train_names.py [--language fr]

Reads our own annotations (annotations.py), and no gold: they give each name its class. Models trained without an
article judge it (FOLDS) and are kept for whoever learns from what they lead to. Then one is trained on everything and
written to kg/lang/<language>/names.npz. `--dry-run` writes nothing. Four minutes for French, most of it parsing; run it
before train_pronouns.py, and all that follows it afterwards.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parents[2]))

from kg.evaluate.compare import fold_for_scoring
from kg.evaluate.gold import GoldArticle
from kg.extract.rules import document
from kg.extract.rules.document import read
from kg.extract.rules.mentions.name_classes import NameClasses, read_name_classes, write_name_classes
from kg.extract.rules.mentions.name_traits import SIZE, NameQuestion
from kg.extract.rules.parsing.shading import shade_for
from kg.lang import load_pack
from kg.model import Article
from kg.threads import one_thread
from tests.quality.adam import Adam, Floats
from tests.quality.annotations import annotated, written
from tests.quality.exchanged import exchanged
from tests.quality.training import fold_file, run, with_parses

FILE = "names.npz"
BATCH, EPOCHS, HIDDEN = 64, 14, 64
RATE, SLOWEST, DECAY = 0.003, 0.1, 0.02  # the second: share of the rate that is left at the end
DROP_TRAITS, DROP_INPUTS, DROP_HIDDEN = 0.3, 0.3, 0.4
ROWS = 0.3  # what a sum of rows is multiplied by while training
SEEN = 30  # names from which a class is learnt


@dataclass(frozen=True, slots=True)
class Example:
    """A name of an article, and the classes that its annotation has for it."""

    article: str
    question: NameQuestion
    right: frozenset[str]
    measured: bool  # whether it stands in an article by which something is measured


class _Recorder:
    """Notes what a model would be asked, and leaves all to the rules."""

    def __init__(self) -> None:
        self.asked: list[NameQuestion] = []

    def judge(self, question: NameQuestion) -> str:
        self.asked.append(question)
        return question.ruled


@contextmanager
def classing_by(model: Any) -> Iterator[None]:
    """Let another model give names their classes; None: rules alone."""
    with exchanged(document, "load_name_classes", lambda code: model):
        yield


def fold_path(language: str, fold: int) -> Path:
    """Where the model of a fold is kept."""
    return fold_file(language, fold, FILE)


@contextmanager
def classing_unseen(language: str, fold: int) -> Iterator[None]:
    """Let the model give names their classes that has not seen the articles of a fold, if there is one."""
    path = fold_path(language, fold)
    with classing_by(_read(path) if path.exists() else None):
        yield


_read = cache(read_name_classes)  # many articles ask for the same one


def collect(language: str) -> list[Example]:
    """Return the names of all articles that may be learnt from, with the classes that annotations give them."""
    press = annotated(language)
    examples: list[Example] = []
    for number, (article, gold, doc) in enumerate(with_parses([*press, *written(language)], language)):
        examples += examples_of(article, gold, doc, measured=number < len(press))
    return examples


def examples_of(article: Article, gold: GoldArticle, doc: Any, *, measured: bool) -> Iterator[Example]:
    """Yield the names of an article that the annotation lists."""
    pack = load_pack(article.language)
    shadow = shade_for(article.text, pack)
    recorder = _Recorder()
    with classing_by(recorder):
        read(article, doc, pack, shadow)
    called: dict[str, set[str]] = defaultdict(set)
    for entity in gold.entities:
        for name in entity.names:
            called[fold_for_scoring(name)].add(entity.type)
    for question in recorder.asked:
        right = called.get(fold_for_scoring(question.name))
        if right:
            yield Example(article.name, question, frozenset(right), measured)


def train(examples: Sequence[Example]) -> NameClasses:
    """Fit by cross-entropy; of several right classes any is enough. The same examples give the same weights."""
    counts = Counter(kind for e in examples for kind in e.right)
    classes = tuple(sorted(kind for kind, times in counts.items() if times >= SEEN))
    used = [e for e in examples if not e.right.isdisjoint(classes)]
    right = np.array([[kind in e.right for kind in classes] for e in used], np.float32)
    inputs = np.stack([e.question.inputs for e in used])
    traits = _padded([e.question.rows for e in used])
    random = np.random.default_rng(0)
    start = {
        "rows": np.pad(random.normal(0, 0.05, (SIZE + 1, HIDDEN)), ((0, 0), (0, len(classes)))),
        "inputs": random.normal(0, 0.05, (inputs.shape[1], HIDDEN)),
        "hidden": np.zeros(HIDDEN),
        "told": np.vstack([random.normal(0, 0.1, (HIDDEN, len(classes))), np.zeros(len(classes))]),
    }
    adam = Adam({name: w.astype(np.float32) for name, w in start.items()})
    unseen = np.setdiff1d(np.arange(SIZE), traits)
    adam.weights["rows"][[*unseen, SIZE]] = 0  # of what is never seen nothing is known; the last stands for no trait
    batches = len(used) // BATCH
    with one_thread():
        for turn in range(EPOCHS * batches):
            if turn % batches == 0:
                order = random.permutation(len(used))
            chosen = order[turn % batches * BATCH :][:BATCH]
            rate = RATE * (1 - (1 - SLOWEST) * turn / (EPOCHS * batches))
            _step(adam, random, traits[chosen], inputs[chosen], right[chosen], rate)
    w = adam.weights
    return NameClasses(classes, w["rows"][:-1] * np.float32(ROWS), w["inputs"], w["hidden"], w["told"])


def _padded(rows: Sequence[NDArray[np.int64]]) -> NDArray[np.int64]:
    """Return rows of different length as one table; what is missing is SIZE."""
    table = np.full((len(rows), max(map(len, rows))), SIZE)
    for n, row in enumerate(rows):
        table[n, : len(row)] = row
    return table


def _step(
    adam: Adam, random: np.random.Generator, traits: NDArray[np.int64], inputs: Floats, right: Floats, rate: float
) -> None:
    """Learn from one batch; traits, inputs and hidden units are dropped at random (Srivastava et al., 2014)."""
    w, step = adam.weights, np.float32(ROWS / (1 - DROP_TRAITS))
    traits = np.where(random.random(traits.shape) < DROP_TRAITS, SIZE, traits)
    inputs = inputs * _kept(random, inputs.shape, DROP_INPUTS)
    total = w["rows"][traits].sum(axis=1) * step
    layer = total[:, :HIDDEN] + inputs @ w["inputs"] + w["hidden"]
    kept = _kept(random, layer.shape, DROP_HIDDEN) * (layer > 0)
    layer = layer * kept
    sums = layer @ w["told"][:-1] + w["told"][-1] + total[:, HIDDEN:]
    shares = np.exp(sums - sums.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    wanted = shares * right
    off = ((shares - wanted / (wanted.sum(axis=1, keepdims=True) + 1e-9)) / len(traits)).astype(np.float32)
    below = (off @ w["told"][:-1].T) * kept
    adam.steps += 1
    told = np.vstack([layer.T @ off, off.sum(axis=0)])
    adam.move_rows("rows", traits, np.concatenate([below, off], axis=1) * step, rate, DECAY)
    adam.move("inputs", inputs.T @ below, rate, DECAY)
    adam.move("hidden", below.sum(axis=0), rate)
    adam.move("told", told, rate, DECAY)


def _kept(random: np.random.Generator, shape: tuple[int, ...], dropped: float) -> Floats:
    kept: Floats = (random.random(shape, np.float32) >= dropped) * np.float32(1 / (1 - dropped))
    return kept


def main() -> None:
    run("Train the model of names' classes.", FILE, collect, train, write_name_classes, report)


def report(judged: Iterable[tuple[Example, NameClasses]]) -> None:
    """Print how many names have the right class by rules and by the model, and the commonest changes."""
    answers = [(e, model.judge(e.question)) for e, model in judged if e.measured]
    ruled = sum(e.question.ruled in e.right for e, _ in answers)
    right = sum(told in e.right for e, told in answers)
    out = sys.stdout
    out.write(f"{len(answers)} names that no table knows: {ruled / len(answers):.3f} right by rules, ")
    out.write(f"{right / len(answers):.3f} by the model\n")
    changed = [(e, told) for e, told in answers if told != e.question.ruled]
    for (before, after), times in Counter((e.question.ruled, told) for e, told in changed).most_common(20):
        those = [e for e, told in changed if (e.question.ruled, told) == (before, after)]
        good, spoilt = sum(after in e.right for e in those), sum(before in e.right for e in those)
        out.write(f"  {before} → {after}: {times}, {good} right, {spoilt} spoilt\n")


if __name__ == "__main__":
    main()
