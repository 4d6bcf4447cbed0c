"""Counts over articles → figures."""

import random
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kg.evaluate.gold import GoldArticle, GoldFact, GoldValue
from kg.evaluate.match import ArticleMatch, match_articles
from kg.evaluate.predictions import Predictions

_DRAWS, _LOW, _HIGH = 500, 12, 487  # bootstrap samples of articles; ranks of the 95 % interval
_WANTED_TIERS = "AB"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The figures of one level of match."""

    precision: float
    recall: float  # of the gold facts of tiers A and B
    f1: float
    recall_a: float  # of tier A alone


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a table: a property or a phenomenon. Precision is None where predictions have no such thing."""

    name: str
    gold: int  # facts of tiers A and B
    found_core: int
    found_full: int
    predicted: int | None = None
    right_core: int | None = None
    right_full: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """The typed predictions of one range of confidence."""

    low: float
    high: float
    facts: int
    confidence: float  # mean
    right: float  # share that matches in full


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """All figures of one scoring, and the matches they come from."""

    core: Figures
    full: Figures
    full_f1_interval: tuple[float, float]  # 95 %, over articles
    recall_named: float  # full, of facts between named entities, or a name and a value
    asserted_precision: float
    leaks: int
    open_precision: float
    open_recall: float
    names_recall: float
    names_exact: float  # with the exact class
    articles: int
    gold_facts: int  # of tiers A and B
    typed_predictions: int
    matches: tuple[ArticleMatch, ...]


def score(gold: tuple[GoldArticle, ...], predictions: Predictions) -> Evaluation:
    """Match every gold article with the predictions for it, and count."""
    matches = match_articles(gold, predictions)
    counts = [count(m) for m in matches]
    total = sum(counts, Counter[str]())
    return Evaluation(
        core=_figures(total, "core"),
        full=_figures(total, "full"),
        full_f1_interval=_interval(counts),
        recall_named=_ratio(total["full_named"], total["gold_named"]),
        asserted_precision=_ratio(total["asserted_right"], total["asserted"]),
        leaks=total["leaks"],
        open_precision=_ratio(total["open_right"], total["open"]),
        open_recall=_ratio(total["open_hit"], total["open_gold"]),
        names_recall=_ratio(total["names_found"], total["names"]),
        names_exact=_ratio(total["names_exact"], total["names"]),
        articles=len(matches),
        gold_facts=total["gold_AB"],
        typed_predictions=total["typed"],
        matches=matches,
    )


def count(match: ArticleMatch) -> Counter[str]:
    """Count one article: gold facts found, predictions right, names found."""
    return _count_gold(match) + _count_predictions(match) + _count_names(match)


def _count_gold(match: ArticleMatch) -> Counter[str]:
    typed = [g for g in match.gold.facts if not g.is_open]
    loose = [g for g in match.gold.facts if g.is_open and g.tier in _WANTED_TIERS]
    named = [g for g in typed if g.tier in _WANTED_TIERS and _is_between_names(match.gold, g)]
    counts = Counter[str]()
    for tiers in ("A", _WANTED_TIERS):
        chosen = [g for g in typed if g.tier in tiers]
        counts[f"gold_{tiers}"] = len(chosen)
        counts[f"core_{tiers}"] = sum(g.id in match.hit_core for g in chosen)
        counts[f"full_{tiers}"] = sum(g.id in match.hit_full for g in chosen)
    counts["gold_named"], counts["full_named"] = len(named), sum(g.id in match.hit_full for g in named)
    counts["open_gold"], counts["open_hit"] = len(loose), sum(g.id in match.hit_core for g in loose)
    return counts


def _is_between_names(article: GoldArticle, fact: GoldFact) -> bool:
    def is_named(id_: str) -> bool:
        entity = article.entity(id_)
        return entity is not None and bool(entity.names)

    object_ = fact.objects[0]
    return is_named(fact.subjects[0]) and (isinstance(object_, GoldValue) or is_named(object_))


def _count_predictions(match: ArticleMatch) -> Counter[str]:
    counts = Counter(leaks=len(match.leaks))
    for fact, core, full in zip(match.facts, match.core, match.full, strict=True):
        if fact.is_open:
            counts.update(open=1, open_right=bool(core))
            continue
        counts.update(typed=1, typed_core=bool(core), typed_full=bool(full))
        if fact.asserted:
            counts.update(asserted=1, asserted_right=bool(full))
    return counts


def _count_names(match: ArticleMatch) -> Counter[str]:
    named = [e for e in match.gold.entities if e.names]
    types: dict[str, set[str]] = {}
    for iri, golds in match.alike.items():
        for gold in golds:
            types.setdefault(gold, set()).add(match.entities[iri].type)
    return Counter(
        names=len(named),
        names_found=sum(e.id in types for e in named),
        names_exact=sum(e.type in types.get(e.id, set()) for e in named),
    )


def _figures(total: Counter[str], level: str) -> Figures:
    precision = _ratio(total[f"typed_{level}"], total["typed"])
    recall = _ratio(total[f"{level}_AB"], total["gold_AB"])
    return Figures(
        precision=precision,
        recall=recall,
        f1=_ratio(2 * precision * recall, precision + recall),
        recall_a=_ratio(total[f"{level}_A"], total["gold_A"]),
    )


def _interval(counts: list[Counter[str]]) -> tuple[float, float]:
    """Draw articles with replacement, always the same way, and cut both ends of the F1s off."""
    rng = random.Random(0)
    draws = sorted(
        _figures(sum((rng.choice(counts) for _ in counts), Counter[str]()), "full").f1 for _ in range(_DRAWS)
    )
    return draws[_LOW], draws[_HIGH]


def by_property(evaluation: Evaluation) -> list[Row]:
    """Return one row a property, most gold facts first."""
    gold, core, full = Counter[str](), Counter[str](), Counter[str]()
    predicted, right_core, right_full = Counter[str](), Counter[str](), Counter[str]()
    for match in evaluation.matches:
        for g in _wanted(match):
            gold[g.predicate] += 1
            core[g.predicate] += g.id in match.hit_core
            full[g.predicate] += g.id in match.hit_full
        for fact, hits, full_hits in zip(match.facts, match.core, match.full, strict=True):
            predicted[fact.predicate] += 1
            right_core[fact.predicate] += bool(hits)
            right_full[fact.predicate] += bool(full_hits)
    names = sorted(gold | predicted, key=lambda n: (-gold[n], -predicted[n], n))
    return [
        Row(
            name=n,
            gold=gold[n],
            found_core=core[n],
            found_full=full[n],
            predicted=predicted[n],
            right_core=right_core[n],
            right_full=right_full[n],
        )
        for n in names
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleRow:
    """What one rule of an extractor read in the gold articles."""

    rule: str
    facts: int
    right_core: int
    right_full: int
    leaks: int


def by_rule(evaluation: Evaluation) -> list[RuleRow]:
    """Return one row a rule, most wrong facts first; a fact that two rules read counts for both."""
    facts, core, full, leaks = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for match in evaluation.matches:
        for fact, hits, full_hits in zip(match.facts, match.core, match.full, strict=True):
            for rule in sorted({e.rule for e in fact.evidence_in(match.gold.name)} - {""}):
                facts[rule] += 1
                core[rule] += bool(hits)
                full[rule] += bool(full_hits)
                leaks[rule] += fact in match.leaks
    names = sorted(facts, key=lambda r: (full[r] - facts[r], r))
    return [RuleRow(rule=r, facts=facts[r], right_core=core[r], right_full=full[r], leaks=leaks[r]) for r in names]


def by_phenomenon(evaluation: Evaluation, phenomena: dict[str, Callable[[GoldArticle, GoldFact], bool]]) -> list[Row]:
    """Return one row a phenomenon: how many of the gold facts that show it were found."""
    rows = []
    for name, shows in phenomena.items():
        chosen = [(m, g) for m in evaluation.matches for g in _wanted(m) if not g.is_open and shows(m.gold, g)]
        core = sum(g.id in m.hit_core for m, g in chosen)
        full = sum(g.id in m.hit_full for m, g in chosen)
        rows.append(Row(name=name, gold=len(chosen), found_core=core, found_full=full))
    return rows


def calibration(evaluation: Evaluation) -> list[Bin]:
    """Return for each tenth of confidence how many predictions are right: of facts given .9, nine in ten should be."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for match in evaluation.matches:
        for fact, full in zip(match.facts, match.full, strict=True):
            if not fact.is_open:
                bins.setdefault(min(int(fact.confidence * 10), 9), []).append((fact.confidence, bool(full)))
    return [
        Bin(
            low=tenth / 10,
            high=(tenth + 1) / 10,
            facts=len(found),
            confidence=sum(c for c, _ in found) / len(found),
            right=sum(right for _, right in found) / len(found),
        )
        for tenth, found in sorted(bins.items())
    ]


def _wanted(match: ArticleMatch) -> Iterable[GoldFact]:
    return (g for g in match.gold.facts if g.tier in _WANTED_TIERS)


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
