"""Train the model of how real a claim is, and measure it: python tests/quality/train_reality.py [--language fr]

Reads our own annotations (annotations.py), and no gold. Every claim whose subject, property and object an annotation
has as well is an example: how real the annotation makes it (polarity and modality) is what the model is to say. Models
trained without an article judge it (FOLDS) and are kept for whoever learns from what they lead to
(train_confidence.py). Then one is trained on everything and written to kg/lang/<language>/reality.npz. `--dry-run`
writes nothing. Ten minutes for French; run it after train_pairs.py and before train_confidence.py.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parents[2]))

from kg.evaluate.match import match_articles
from kg.extract.registry import load_extractor
from kg.extract.rules import document
from kg.extract.rules.learned.circumstances import SIZE, Circumstances
from kg.extract.rules.learned.network import read_judge
from kg.extract.rules.learned.realism import Realist, Told, read_realist, write_realist
from kg.extract.rules.relations.reading import Draft
from kg.extract.rules.weights import shares
from kg.link import link
from kg.model import Claim, Evidence, Modality, Polarity
from tests.quality.exchanged import exchanged
from tests.quality.folds import articles_of, from_folds
from tests.quality.measure import predictions_of
from tests.quality.train_antecedents import ranking_unseen
from tests.quality.train_pairs import fold_path as pairs_path
from tests.quality.training import fold_file, run

FILE = "reality.npz"
RATE, DECAY, DROP = 0.05, 2e-4, 0.3
SEEN = 20  # examples from which a reality is learnt
SPLITS = (("typed", False), ("open", True))


@dataclass(frozen=True, slots=True)
class Example:
    """A claim of an article that its annotation has as well."""

    article: str
    is_open: bool
    rows: NDArray[np.int64]
    ruled: Told  # what rules say
    right: frozenset[Told]  # what the annotation allows


@dataclass(slots=True)
class _Recorder:
    """Changes nothing: notes what a model would be asked."""

    seen: dict[Any, tuple[NDArray[np.int64], Told]]

    def put_on(self, circumstances: Circumstances, draft: Draft, claim: Claim) -> Claim:
        rows = circumstances.rows(draft, claim)
        self.seen[place(claim.evidence)] = rows, (claim.polarity, claim.modality)
        return claim


@contextmanager
def judging_by(realist: Any) -> Iterator[None]:
    """Let another model decide how real claims are; None: rules alone."""
    with exchanged(document, "load_realist", lambda code: realist):
        yield


def fold_path(language: str, fold: int) -> Path:
    """Where the model of a fold is kept."""
    return fold_file(language, fold, FILE)


@contextmanager
def reading_unseen(language: str, fold: int) -> Iterator[None]:
    """Let the ranker, the networks and the model of reality read that have not seen the articles of a fold."""
    whole, path = document.load_judge(language), fold_path(language, fold)
    assert whole is not None
    judge = replace(read_judge(pairs_path(language, fold)), scale=whole.scale, least=whole.least)
    realist = read_realist(path) if path.exists() else None
    with (
        ranking_unseen(language, fold),
        exchanged(document, "load_judge", lambda code: judge),
        judging_by(realist),
    ):
        yield


def place(evidence: Evidence) -> Any:
    """Return what tells a claim's evidence from others; linking may exchange the ends of a symmetric fact."""
    ends = frozenset((evidence.subject, evidence.object))
    return evidence.article, evidence.rule, evidence.trigger, evidence.clause, ends


def collect(language: str) -> list[Example]:
    """Return the examples of every annotated article, read by what has not seen it, a process a fold."""
    return from_folds(language, collect_fold)


def collect_fold(language: str, fold: int) -> list[Example]:
    """Return the examples of the articles of one fold."""
    part = articles_of(language, fold)
    recorder = _Recorder({})
    with reading_unseen(language, fold), judging_by(recorder):
        graph = link(load_extractor().extract([a for a, _ in part]))
    predictions = predictions_of(graph)
    facts = {id(said): fact for said, fact in zip(predictions.facts, graph.facts, strict=True)}
    ids = {a.name: a.id for a, _ in part}
    examples = []
    for match in match_articles([g for _, g in part], predictions):
        for said, core in zip(match.facts, match.core, strict=True):
            right = frozenset((Polarity(g.polarity), Modality(m)) for g in core for m in g.modalities)
            for evidence in facts[id(said)].evidence:
                asked = recorder.seen.get(place(evidence))  # what a rule sets by itself is not asked for
                if right and asked is not None and evidence.article == ids[match.gold.name]:
                    rows, ruled = asked
                    examples.append(Example(match.gold.name, said.is_open, rows, ruled, right))
    return examples


def train(examples: Sequence[Example]) -> Realist:
    """Fit in one pass of gradient descent (Adagrad: Duchi et al., 2011), a share of the traits dropped at random.

    Of several realities that the annotation allows, any is enough.
    """
    counts = Counter(told for e in examples for told in e.right)
    told = tuple(sorted(name for name, times in counts.items() if times >= SEEN))
    prior = np.log(np.array([counts[name] for name in told]) / len(examples))
    right = np.array([[name in e.right for name in told] for e in examples])
    weights, square = np.zeros((SIZE, len(told))), np.full((SIZE, len(told)), 1e-4)
    random = np.random.default_rng(0)
    for n in random.permutation(np.flatnonzero(right.any(axis=1))):
        rows = examples[n].rows
        rows = rows[random.random(len(rows)) >= DROP]
        said = shares(weights[rows].sum(axis=0) / (1 - DROP) + prior)
        wanted = said * right[n]
        gradient = said - wanted / wanted.sum() + DECAY * weights[rows]
        square[rows] += gradient**2
        weights[rows] -= RATE * gradient / np.sqrt(square[rows])
    return Realist(told, weights.astype(np.float32), prior.astype(np.float32))


def main() -> None:
    run("Train the model of how real a claim is.", FILE, collect, train, write_realist, report)


def report(judged: Iterable[tuple[Example, Realist]]) -> None:
    """Print how often rules alone and the model say what the annotation says."""
    answers = [(e, realist.judge(e.rows, e.ruled)[0]) for e, realist in judged]
    for name, is_open in SPLITS:
        chosen = [(e, told) for e, told in answers if e.is_open is is_open]
        ruled = sum(e.ruled in e.right for e, _ in chosen) / len(chosen)
        learnt = sum(told in e.right for e, told in chosen) / len(chosen)
        sys.stdout.write(f"{name}: {len(chosen)} claims, rules {ruled:.3f}, model {learnt:.3f}\n")


if __name__ == "__main__":
    main()
