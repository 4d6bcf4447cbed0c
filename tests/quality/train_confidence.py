"""Train the confidence of claims and measure it: python tests/quality/train_confidence.py

Reads the gold articles of `develop` and our own annotations with the extractor as it is, labels every fact by whether
it matches the gold in full, fits kg/lang/confidence.toml (one model for what rules read, one for what only the learned
reader does), draws docs/images/confidence.svg and writes the tables of docs/quality.md. What they say of `develop` is
cross-validated by article; of `check`, there are only figures. Run it again after any change of rules: the same rules
and gold give the same bytes. `--measure` leaves the weights as they are and only measures them, `--dry-run` writes
nothing, `--by-language` prints the thresholds of each language too.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass, replace
from hashlib import sha256
from io import StringIO
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[2]))

from kg.evaluate.gold import GoldArticle, read_gold
from kg.evaluate.match import ArticleMatch, match_articles
from kg.extract.registry import load_extractor
from kg.extract.rules.confidence import Confidence, Model, load_model, log_odds
from kg.extract.rules.relations.reading import Draft
from kg.ingest import read_inputs
from kg.lang import FOLDER, languages, load_pack
from kg.link import link
from kg.model import LEARNED, Article, Claim, Graph
from tests.quality.annotations import STORED
from tests.quality.confidence_figures import (
    Judged,
    Wanted,
    as_svg,
    deciles,
    print_bins,
    print_summary,
    print_thresholds,
)
from tests.quality.exchanged import exchanged
from tests.quality.folds import articles_of, from_folds
from tests.quality.measure import SHARED, is_available, predictions_of
from tests.quality.train_reality import place, reading_unseen

WEIGHTS = FOLDER / "confidence.toml"
DOCUMENT = Path(__file__).parents[2] / "docs" / "quality.md"
MARKS = ("<!-- confidence -->\n", "<!-- /confidence -->\n")  # around the tables of the document
PLOT = DOCUMENT.parent / "images" / "confidence.svg"
COLOURS = {"develop": "#1f6fb4", "check": "#c2571a"}
FOLDS = 10
SHRINK = 24.0  # L2 penalty of a weight, chosen among 4 to 64 by log loss in cross-validation; 16 to 32 are alike
SHRINK_HAND_SET = 1.0
# What the author's confidence counts in a rule's: not learnt, since a rare rule has too few facts for that.
HAND_SET = 0.3
SEEN = 5  # claims from which a trait gets a weight
STEPS = 50  # Newton's method needs about eight
OURS, SPARING = "text=written for the project", "annotation=ours, of an open relation"
DIGITS = 2  # of a weight: the last bits of a sum may differ between machines


Sets = dict[str, tuple[list[Judged], dict[str, Wanted]]]  # split → its facts, and what there is to find by language


READERS = {"rules": False, "learned": True}  # a model each; whether it is of what only the networks read


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One claim that shows a fact."""

    traits: tuple[str, ...]
    hand_set: float
    learned: bool  # by the networks, and by no rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One predicted fact in one article."""

    article: str  # "fr/NAME"
    readings: tuple[Reading, ...]
    is_open: bool
    learned: bool  # no rule reads it
    asserted: bool
    right: bool  # matches in full
    leak: bool
    found: frozenset[str]
    assertable: frozenset[str]

    def judged(self, sure: float) -> Judged:
        """Return it with a confidence."""
        return Judged(
            sure=sure, right=self.right, language=self.article.split("/")[0], is_open=self.is_open,
            asserted=self.asserted, leak=self.leak, found=self.found, assertable=self.assertable,
        )  # fmt: skip


Splits = dict[str, tuple[list[Example], dict[str, Wanted]]]  # split → its facts, and what there is to find


def collect(language: str, split: str) -> tuple[list[Example], Wanted]:
    """Read the gold articles of a language and split, and label the facts."""
    gold = read_gold(SHARED / "gold" / language, split=split)
    names = {g.name for g in gold}
    given = (each.article for each in read_inputs([SHARED / "articles" / language]))
    return examples_of([article for article in given if article.name in names], gold, language)


def collect_annotated(language: str) -> list[Example]:
    """Label the facts of our own annotations, a process a fold."""
    return from_folds(language, collect_fold)


def collect_fold(language: str, fold: int) -> list[Example]:
    """Read the articles of one fold with networks that have not seen them."""
    part = articles_of(language, fold)
    with reading_unseen(language, fold):
        return examples_of([a for a, _ in part], [g for _, g in part], language)[0]


def examples_of(articles: list[Article], gold: Sequence[GoldArticle], language: str) -> tuple[list[Example], Wanted]:
    """Read articles and label the facts that rules read in them."""
    graph, seen = listen(articles)
    predictions = predictions_of(graph)
    facts = {id(said): fact for said, fact in zip(predictions.facts, graph.facts, strict=True)}
    ids = {a.name: a.id for a in articles}
    examples = []
    for match in match_articles(gold, predictions):
        for at, said in enumerate(match.facts):
            evidence = [e for e in facts[id(said)].evidence if e.article == ids[match.gold.name]]
            surest = [e for e in evidence if not e.rule.startswith(LEARNED)] or evidence
            every = [seen[place(e)] for e in surest]
            readings = [r for r in every if not r.learned] or every
            examples.append(label(match, at, tuple(readings), language, learned=readings[0].learned))
    typed = [f for g in gold for f in g.facts if f.tier in "AB" and not f.is_open]
    return examples, Wanted(gold=len(typed), assertable=sum(f.may_be_asserted for f in typed))


def marked(example: Example) -> Example:
    """Return an annotated example with traits that say how its annotation is not like the gold.

    English texts were written for the project and are denser than the press, and we annotated open relations more
    sparingly: what is learnt from them holds up to a constant, which the press and the gold give.
    """
    own = [OURS] if example.learned and not example.article.startswith("fr/") else []
    sparing = [SPARING] if example.is_open else []
    readings = tuple(replace(r, traits=(*r.traits, *own, *sparing)) for r in example.readings)
    return replace(example, readings=readings)


def listen(articles: list[Article]) -> tuple[Graph, dict[Any, Reading]]:
    """Build a graph with the rules' own confidences, noting what the model sees where a claim is given its confidence.

    So what is learnt does not depend on the weights in force.
    """
    seen: dict[Any, Reading] = {}

    def note(self: Confidence, claim: Claim, draft: Draft) -> float:
        seen[place(claim.evidence)] = Reading(
            traits=self.traits(claim, draft), hand_set=draft.confidence, learned=draft.rule.startswith(LEARNED)
        )
        return draft.confidence

    every = exchanged(Confidence, "is_worth_keeping", lambda self, draft, sure: True)
    with exchanged(Confidence, "of", note), every:
        return link(load_extractor().extract(articles)), seen


def label(match: ArticleMatch, at: int, readings: tuple[Reading, ...], language: str, *, learned: bool) -> Example:
    """Say of one fact what the gold says of it."""
    said, name = match.facts[at], f"{language}/{match.gold.name}"
    hits = [g for g in match.full[at] if g.tier in "AB" and not g.is_open]
    return Example(
        article=name,
        readings=readings,
        is_open=said.is_open,
        learned=learned,
        asserted=said.asserted and not said.is_open,
        right=bool(match.full[at]),
        leak=any(said is leak for leak in match.leaks),
        found=frozenset(f"{name}/{g.id}" for g in hits),
        assertable=frozenset(f"{name}/{g.id}" for g in hits if g.may_be_asserted),
    )


def fit(examples: Iterable[Example], hand_set: float | None = None, near: Model | None = None) -> Model:
    """Fit by penalised maximum likelihood; each fact counts once, however often it is said.

    Open facts are fitted along: what makes an argument or a negation sure does not depend on the property.

    Args:
        hand_set: what the log-odds given to a reading count; None: it is learnt.
        near: a model of nearly the same facts; the search, which ends where it must, begins there.
    """
    rows = [(reading, e.right, 1 / len(e.readings)) for e in examples for reading in e.readings]
    counts = Counter(trait for reading, _, _ in rows for trait in reading.traits)
    names = sorted(trait for trait, count in counts.items() if count >= SEEN)
    columns = {trait: number for number, trait in enumerate(names)}
    found = [[columns[t] for t in reading.traits if t in columns] for reading, _, _ in rows]
    longest = max(map(len, found))
    traits = np.array([row + [len(names)] * (longest - len(row)) for row in found])
    odds = np.array([log_odds(reading.hand_set) for reading, _, _ in rows])
    y, w = np.array([float(right) for _, right, _ in rows]), np.array([weight for _, _, weight in rows])
    given = np.zeros(len(rows)) if hand_set is None else hand_set * odds
    facts = Facts(traits, odds if hand_set is None else np.zeros(len(rows)), len(names))
    start = np.zeros(len(names) + 2)
    if near is not None:
        start[:] = [near.intercept, near.hand_set - (hand_set or 0.0), *(near.weights.get(name, 0.0) for name in names)]
    beta = newton(facts, y, w, np.array([1e-9, SHRINK_HAND_SET, *[SHRINK] * len(names)]), given, start)
    beta[1] += hand_set or 0.0
    rounded = [round(float(b), DIGITS) for b in beta]
    weights = {name: weight for name, weight in zip(names, rounded[2:], strict=True) if weight}
    return Model(intercept=rounded[0], hand_set=rounded[1], weights=weights)


@dataclass(frozen=True, slots=True)
class Facts:
    """N rows of a design matrix with K + 2 columns: 1, a number, and K traits of which a row has few."""

    traits: np.ndarray  # (N, T) columns of the traits that a row has; K where it has fewer
    numbers: np.ndarray  # (N,)
    size: int  # K

    def times(self, beta: np.ndarray) -> np.ndarray:
        """Multiply the matrix with a vector, (N,)."""
        product: np.ndarray = beta[0] + self.numbers * beta[1] + np.append(beta[2:], 0.0)[self.traits].sum(axis=1)
        return product

    def sums(self, values: np.ndarray) -> np.ndarray:
        """Multiply a vector with the matrix, (K + 2,)."""
        return np.array([values.sum(), values @ self.numbers, *self._by_trait(values)])

    def products(self, values: np.ndarray) -> np.ndarray:
        """Sum up the products of all columns by twos, each row times a value, (K + 2, K + 2)."""
        width = self.size + 1
        pairs = np.zeros(width * width)
        for column in self.traits.T:
            places = (column[:, None] * width + self.traits).ravel()
            pairs += np.bincount(places, np.repeat(values, self.traits.shape[1]), minlength=width * width)
        found = np.zeros((self.size + 2, self.size + 2))
        found[2:, 2:] = pairs.reshape(width, width)[:-1, :-1]
        found[0] = found[:, 0] = self.sums(values)
        found[1] = found[:, 1] = self.sums(values * self.numbers)
        return found

    def _by_trait(self, values: np.ndarray) -> np.ndarray:
        width = self.traits.shape[1]
        return np.bincount(self.traits.ravel(), np.repeat(values, width), minlength=self.size + 1)[:-1]


def newton(
    facts: Facts, y: np.ndarray, w: np.ndarray, penalty: np.ndarray, given: np.ndarray, start: np.ndarray
) -> np.ndarray:
    """Return the coefficients of a weighted logistic regression with an L2 penalty for each, and given log-odds."""
    beta = start.copy()
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-facts.times(beta) - given))
        gradient = facts.sums(w * (y - p)) - penalty * beta
        step = np.linalg.solve(facts.products(w * p * (1 - p)) + np.diag(penalty), gradient)
        beta += step
        if np.abs(step).max() < 1e-9:
            break
    return beta


def confidence(model: Model, example: Example) -> float:
    """Return what linking gives a fact of one article: the confidence of its best reading."""
    return max(model.probability(r.traits, r.hand_set) for r in example.readings)


def cross_validate(examples: list[Example], others: list[Example], hand_set: float | None, near: Model) -> list[Judged]:
    """Judge every fact by a model that has seen no fact of its article; the others are only learnt from.

    Args:
        near: the model of all of them, for the search to begin at.
    """
    articles = sorted({e.article for e in examples}, key=lambda a: sha256(a.encode()).hexdigest())
    fold = {article: number % FOLDS for number, article in enumerate(articles)}
    kept = ([*others, *(e for e in examples if fold[e.article] != number)] for number in range(FOLDS))
    models = [fit(part, hand_set, near) for part in kept]
    return [e.judged(confidence(models[fold[e.article]], e)) for e in examples]


def worth(facts: Iterable[Judged], reader: str) -> list[Judged]:
    """Return the facts that are likely enough to be kept, whatever their ends."""
    return [f for f in facts if f.sure >= load_pack(f.language).kept["open" if f.is_open else reader]]


def as_toml(models: dict[str, Model]) -> str:
    """Write the weights as data."""
    lines = [
        "# How sure a claim is, in log-odds. Written by tests/quality/train_confidence.py from annotated articles:",
        "# run it again after a change of rules, rather than editing this. A trait without weight counts nothing.",
    ]
    for reader, model in models.items():
        lines += [
            "",
            f"[{reader}]",
            f"intercept = {model.intercept}",
            f"hand_set = {model.hand_set}  # times the log-odds of the confidence that the rule or the networks give",
            "",
            f"[{reader}.weights]",
            *(f'"{trait}" = {weight}' for trait, weight in sorted(model.weights.items())),
        ]
    return "\n".join(lines) + "\n"


def read_split(split: str) -> tuple[list[Example], dict[str, Wanted]]:
    """Read the gold articles of all languages."""
    found = {language: collect(language, split) for language in languages()}
    return [e for examples, _ in found.values() for e in examples], {code: w for code, (_, w) in found.items()}


def print_all(sets: Sets, by_hand: dict[str, list[Judged]]) -> None:
    """Print the tables of the document."""
    summary: dict[str, list[Judged]] = {}
    for name, (facts, wanted) in sets.items():
        summary[f"{name}, by hand"] = [f for f in by_hand[name] if not f.is_open]
        summary[name] = [f for f in facts if not f.is_open]
        summary |= {f"{code}/{name}": [f for f in summary[name] if f.language == code] for code in wanted}
        summary[f"{name}, open"] = [f for f in facts if f.is_open]
    print_summary(summary)
    for name in sets:
        print_bins(name, deciles(summary[name]))
    print_thresholds({n: (facts, _sum(w.values())) for n, (facts, w) in sets.items()})


def print_languages(sets: Sets) -> None:
    """Print the thresholds of each language."""
    for code in languages():
        part = {f"{code}/{n}": ([f for f in facts if f.language == code], w[code]) for n, (facts, w) in sets.items()}
        print_thresholds(part)


def _sum(parts: Iterable[Wanted]) -> Wanted:
    all_parts = list(parts)
    return Wanted(gold=sum(p.gold for p in all_parts), assertable=sum(p.assertable for p in all_parts))


def train(examples: Splits) -> tuple[dict[str, Model], dict[str, dict[str, list[Judged]]]]:
    """Return the models, and what they say of the facts of each split: of `develop`, cross-validated."""
    unseen = [e for language in STORED for e in collect_annotated(language)]
    models, judged = {}, {}
    for reader, learned in READERS.items():
        others = [marked(e) for e in unseen if e.learned == learned]
        develop = [e for e in examples["develop"][0] if e.learned == learned]
        hand_set = None if learned else HAND_SET
        model = fit([*develop, *others], hand_set)
        weights = {t: w for t, w in model.weights.items() if t not in (OURS, SPARING)}
        models[reader] = replace(model, weights=weights)
        judged[reader] = judged_by(models[reader], examples, reader)
        judged[reader]["develop"] = cross_validate(develop, others, hand_set, model)
    return models, judged


def judged_by(model: Model, examples: Splits, reader: str) -> dict[str, list[Judged]]:
    """Return what a model says of the facts of each split that its reader reads."""
    learned = READERS[reader]
    return {
        name: [e.judged(confidence(model, e)) for e in found if e.learned == learned]
        for name, (found, _) in examples.items()
    }


def main() -> int:
    """Train, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dry-run", action="store_true", help="write nothing")
    parser.add_argument("--measure", action="store_true", help="train nothing: measure the weights in force")
    parser.add_argument("--by-language", action="store_true", help="print the thresholds of each language too")
    options = parser.parse_args()
    if not is_available():
        sys.stderr.write("The gold articles are not beside the project.\n")
        return 2
    examples = {split: read_split(split) for split in ("develop", "check")}
    if options.measure:
        models = {reader: load_model(reader) for reader in READERS}
        judged = {reader: judged_by(model, examples, reader) for reader, model in models.items()}
    else:
        models, judged = train(examples)
    kept = {
        name: [*worth(judged["rules"][name], "rules"), *worth(judged["learned"][name], "learned")] for name in examples
    }
    by_hand = {n: [e.judged(max(r.hand_set for r in e.readings)) for e in found] for n, (found, _) in examples.items()}
    sets = {name: (facts, examples[name][1]) for name, facts in kept.items()}
    with redirect_stdout(StringIO()) as tables:
        print_all(sets, by_hand)
    sys.stdout.write(tables.getvalue())
    if options.by_language:
        print_languages(sets)
    if not options.dry_run:
        typed = {n: [f for f in facts if not f.is_open] for n, facts in kept.items()}
        PLOT.write_text(as_svg([(n, COLOURS[n], deciles(facts)) for n, facts in typed.items()]), "utf-8")
        if not options.measure:
            WEIGHTS.write_text(as_toml(models), "utf-8")
        before, rest = DOCUMENT.read_text("utf-8").split(MARKS[0])
        DOCUMENT.write_text(f"{before}{MARKS[0]}\n{tables.getvalue()}{MARKS[1]}{rest.split(MARKS[1])[1]}", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
