"""Train the learned reader of a language and measure it: python tests/quality/train_pairs.py [--language fr]

Reads our own annotations (annotations.py), and no gold. Networks trained without an article judge it (FOLDS); how often
what they say is right in full gives the slope and shift that turn their votes into a confidence. Then networks are
trained on everything and written to kg/lang/<language>/pairs.npz. The same articles, rules and numpy give the same
weights on one machine. `--dry-run` writes no weights but those of the folds (output/pairs/). Forty minutes for French;
run it after train_antecedents.py and before train_confidence.py.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parents[2]))

from kg.evaluate.gold import GoldArticle
from kg.evaluate.match import match_articles
from kg.extract.rules import document
from kg.extract.rules.confidence import Confidence
from kg.extract.rules.document import make_document
from kg.extract.rules.learned.network import KINDS, Judge, Network, read_judge, write_judge
from kg.extract.rules.learned.vectors import vectors_of
from kg.lang import FOLDER, load_pack
from kg.link import link
from kg.model import LEARNED, Article
from tests.quality.annotations import annotated, written
from tests.quality.exchanged import exchanged
from tests.quality.folds import FOLDS, PROCESSES, fold_of, kept_at
from tests.quality.measure import predictions_of
from tests.quality.pair_examples import Examples, examples_of, joined
from tests.quality.pair_training import Pairs, make_pairs, train, train_gate
from tests.quality.train_antecedents import ranking_unseen
from tests.quality.training import options_of, with_parses

VOTERS = 2
FOLD_VOTERS = 1
SEEN = 4  # labelled pairs from which a property is learnt
LEAST = {"typed": 0.16, "open": 0.12}  # what is less likely is not looked at further (kg.extract.rules.confidence)
LEAST_JUDGED = 0.02  # probability from which calibration looks
ARTICLES: dict[str, "list[Annotated]"] = {}  # by language, for the processes that are forked
TRAINING: list[Pairs] = []  # at most one, likewise
WORN = {"typed": (1.0, 0.0), "open": (1.0, 0.0)}


@dataclass(frozen=True, slots=True)
class Annotated:
    """One article with its gold, its parse and its pairs."""

    fold: int | None  # None: no network is measured by it
    article: Article
    gold: GoldArticle
    doc: Any
    examples: Examples


def collect(language: str) -> list[Annotated]:
    """Return every article that may be learnt from."""
    press = annotated(language)
    ready = []
    for number, (article, gold, doc) in enumerate(with_parses([*press, *written(language)], language)):
        fold = fold_of(article.name)
        with ranking_unseen(language, fold):
            examples = examples_of(article, doc, gold)
        if examples is not None:
            ready.append(Annotated(fold if number < len(press) else None, article, gold, doc, examples))
    return ready


def make_judge(articles: Sequence[Annotated], voters: int) -> Judge:
    """Train networks on some articles; what they say is not yet calibrated."""
    examples = joined(a.examples for a in articles)
    related = np.array([bool(found) for found in examples.labels], np.float32)
    gate = train_gate(examples.rough, related)
    passing = np.flatnonzero(gate.passes(examples.rough))
    labels = [examples.labels[n] for n in passing]
    counts = Counter(name for found in labels for name in found)
    names = tuple(sorted(name for name, times in counts.items() if times >= SEEN))
    pairs = make_pairs(examples.inputs.only(passing), labels, names, vectors_of(articles[0].doc))
    networks = train_side_by_side(pairs, voters) if voters > 1 else (train(pairs, 0),)
    least = dict.fromkeys(KINDS, LEAST_JUDGED)
    return Judge(
        gate=gate, properties=names, seen=tuple(counts[n] for n in names), networks=networks, scale=WORN, least=least
    )


def train_side_by_side(pairs: Pairs, voters: int) -> tuple[Network, ...]:
    """Train several networks in processes of their own."""
    TRAINING.append(pairs)
    with get_context("fork").Pool(PROCESSES) as pool:
        found = tuple(pool.imap(train_shared, range(voters)))
    TRAINING.clear()
    return found


def train_shared(seed: int) -> Network:
    """Train on the pairs that the parent process left."""
    return train(TRAINING[0], seed)


def judged(articles: Sequence[Annotated], judge: Judge) -> Iterator[tuple[str, float, bool]]:
    """Yield what a judge says of articles: kind, probability, and whether the gold agrees in full."""
    documents = [_read(a, judge) for a in articles]
    graph = link(documents)
    predictions = predictions_of(graph)
    facts = {id(said): fact for said, fact in zip(predictions.facts, graph.facts, strict=True)}
    for match in match_articles([a.gold for a in articles], predictions):
        for said, full in zip(match.facts, match.full, strict=True):
            evidence = facts[id(said)].evidence
            if all(e.rule.startswith(LEARNED) for e in evidence):
                yield "open" if said.is_open else "typed", max(e.confidence for e in evidence), bool(full)


def _read(annotated: Annotated, judge: Judge) -> Any:
    """Read an article with the rules and a judge alone: what its networks vote is each claim's confidence."""
    language, name = annotated.article.language, annotated.article.name
    with (
        ranking_unseen(language, fold_of(name)),
        exchanged(document, "load_judge", lambda code: judge),
        exchanged(document, "load_realist", lambda code: None),
        exchanged(Confidence, "of", lambda self, claim, draft: draft.confidence),
        exchanged(Confidence, "is_worth_keeping", lambda self, draft, sure: True),
    ):
        return make_document(annotated.article, annotated.doc, load_pack(language), "rules/0")


def hold_out(language: str, turn: int) -> tuple[int, list[tuple[str, float, bool]]]:
    """Train without a fold, keep those networks, and return what they say of the fold."""
    mine = [a for a in ARTICLES[language] if a.fold == turn]
    judge = make_judge([a for a in ARTICLES[language] if a.fold != turn], FOLD_VOTERS)
    write_judge(judge, fold_path(language, turn))
    return turn, list(judged(mine, judge))


def calibrate(probabilities: NDArray[np.float64], right: NDArray[np.bool_]) -> tuple[float, float]:
    """Fit slope and shift of the log-odds (Platt, 1999) by Newton's method."""
    odds = np.log(probabilities / (1 - probabilities))
    x = np.stack([odds, np.ones_like(odds)], axis=1)
    weights = np.array([1.0, 0.0])
    for _ in range(50):
        p = 1 / (1 + np.exp(-(x @ weights)))
        gradient = x.T @ (p - right) + 1e-3 * weights
        curve = (x * (p * (1 - p))[:, None]).T @ x + 1e-3 * np.eye(2)
        weights -= np.linalg.solve(curve, gradient)
    return round(float(weights[0]), 3), round(float(weights[1]), 3)


def fold_path(language: str, fold: int) -> Path:
    """Where the networks of a fold are kept for whoever learns from what they say (train_confidence.py)."""
    return kept_at(f"{language}-{fold}.npz")


def main() -> None:
    options = options_of("Train the learned reader.")
    articles = ARTICLES[options.language] = collect(options.language)
    said: list[tuple[str, float, bool]] = []
    with get_context("fork").Pool(PROCESSES) as pool:  # who is forked has the parses
        for _, answers in pool.imap(partial(hold_out, options.language), range(FOLDS)):
            said += answers
    scale = {}
    for kind in KINDS:
        chosen = [(p, right) for k, p, right in said if k == kind]
        p, right = np.clip(np.array([c[0] for c in chosen]), 1e-3, 0.999), np.array([c[1] for c in chosen])
        scale[kind] = calibrate(p, right)
        report(kind, p, right, scale[kind])
    if options.dry_run:
        return
    whole = make_judge(articles, VOTERS)
    path = FOLDER / options.language / "pairs.npz"
    write_judge(replace(whole, scale=scale, least=LEAST), path)
    read_judge(path)


def report(kind: str, p: NDArray[np.float64], right: NDArray[np.bool_], scale: tuple[float, float]) -> None:
    """Print how many facts of each confidence there are, and the share that is right."""
    sure = 1 / (1 + np.exp(-(scale[0] * np.log(p / (1 - p)) + scale[1])))
    sys.stdout.write(f"{kind}: {len(p)} facts, slope and shift {scale}\n")
    for low in (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7, 0.8):
        among = sure >= low
        if among.any():
            near = among & (sure < low + 0.05)
            share = f"{right[near].mean():.2f}" if near.any() else "–"
            sys.stdout.write(
                f"  from {low}: {among.sum():5} facts, {right[among].mean():.2f} right; just there {share}\n"
            )


if __name__ == "__main__":
    main()
