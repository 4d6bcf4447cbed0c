"""An evaluation as text: figures, tables, and errors side by side, one property after the other."""

from collections.abc import Iterable, Iterator

from kg.evaluate.errors import Cause, ErrorList, Miss, MissedName, Wrong
from kg.evaluate.gold import ANYTHING, GoldArticle, GoldFact, GoldObject, GoldValue
from kg.evaluate.match import ArticleMatch
from kg.evaluate.predictions import PredictedFact, PredictedValue
from kg.evaluate.score import Bin, Evaluation, Row, RuleRow, by_property

_QUOTE = 110  # characters of evidence in a line of text


def figures_text(evaluation: Evaluation) -> str:
    """Return the figures in the words and digits of the reference scorer."""
    e, lines = evaluation, []
    for level, f in (("core", e.core), ("full", e.full)):
        lines.append(f"{level}: P {f.precision:.3f}  R(A+B) {f.recall:.3f}  F1 {f.f1:.3f}  R(A) {f.recall_a:.3f}")
    low, high = e.full_f1_interval
    names = f"names found {e.names_recall:.3f}, with exact class {e.names_exact:.3f}"
    lines += [
        f"full recall of facts between named entities (or a name and a value): {e.recall_named:.3f}",
        f"full F1 95 % interval over articles: {low:.3f}-{high:.3f}",
        f"asserted precision {e.asserted_precision:.3f}  leaks {e.leaks}  {names}",
        f"open facts (arguments only): P {e.open_precision:.3f}  R {e.open_recall:.3f}",
        f"{e.articles} articles, {e.gold_facts} gold facts A+B, {e.typed_predictions} typed predictions",
    ]
    return "\n".join(lines)


def table_text(rows: Iterable[Row]) -> str:
    """Return rows as aligned columns; P, R and F1 are of the full match."""
    lines = [f"{'':28}{'gold':>6}{'core':>6}{'full':>6}{'pred':>6}{'right':>6}{'P':>7}{'R':>7}{'F1':>7}"]
    for row in rows:
        recall = row.found_full / row.gold if row.gold else 0.0
        line = f"{row.name:28}{row.gold:6}{row.found_core:6}{row.found_full:6}"
        if row.predicted is None or row.right_full is None:
            lines.append(f"{line}{'':19}{recall:7.3f}")
            continue
        precision = row.right_full / row.predicted if row.predicted else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        lines.append(f"{line}{row.predicted:6}{row.right_full:6}{precision:7.3f}{recall:7.3f}{f1:7.3f}")
    return "\n".join(lines)


def causes_text(errors: ErrorList) -> str:
    """Return how often each cause made a miss, and how often a wrong prediction."""
    missed, wrong = errors.causes()
    lines = [f"{'':20}{'missed':>8}{'wrong':>8}"]
    lines += (f"{c:20}{missed[c]:8}{wrong[c]:8}" for c in Cause)
    return "\n".join(lines)


def errors_text(evaluation: Evaluation, errors: ErrorList) -> str:
    """Return all errors by property: leaks first, then what was missed, then what is wrong."""
    return "\n".join(_error_lines(evaluation, errors))


def _error_lines(evaluation: Evaluation, errors: ErrorList) -> Iterator[str]:
    for row in by_property(evaluation):
        missed = [m for m in errors.missed if m.gold.predicate == row.name]
        wrong = [w for w in errors.wrong if w.fact.predicate == row.name]
        if missed or wrong:
            yield (
                f"\n== {row.name}: gold {row.gold}, found {row.found_full}; predicted {row.predicted},"
                f" right {row.right_full}"
            )
            yield from (line for m in missed for line in _miss_lines(m))
            yield from (line for w in sorted(wrong, key=lambda w: not w.leak) for line in _wrong_lines(w))


def _miss_lines(miss: Miss) -> Iterator[str]:
    article = miss.match.gold
    yield (
        f" - {miss.gold.tier} [{miss.cause}] {gold_text(article, miss.gold)}"
        f"  {article.name} «{_short(miss.gold.evidence)}»"
    )
    if miss.nearest is not None:
        yield f"     read: {fact_text(miss.match, miss.nearest)}{_rule(miss.match, miss.nearest)}"


def _wrong_lines(wrong: Wrong) -> Iterator[str]:
    found = wrong.fact.evidence_in(wrong.match.gold.name)
    mark = "LEAK " if wrong.leak else ""
    yield (
        f" + {mark}[{wrong.cause}] {fact_text(wrong.match, wrong.fact)}{_rule(wrong.match, wrong.fact)}"
        f"  {wrong.match.gold.name} «{_short(found[0].text)}»"
    )
    if wrong.nearest is not None:
        yield f"     gold: {gold_text(wrong.match.gold, wrong.nearest)}"


def gold_text(article: GoldArticle, fact: GoldFact) -> str:
    """Return a gold fact in one line, by names; only what is not plain is spelt out."""
    ends = f"{_gold_end(article, fact.subjects[0])} → {_gold_end(article, fact.objects[0])}"
    speaker = fact.speakers[0]
    said = _gold_end(article, speaker) if speaker is not None else None
    phrase = f" ({fact.phrase})" if fact.phrase else ""
    return f"{fact.predicate}{phrase}: {ends}{_reality(fact.polarity, fact.modalities[0], said)}"


def fact_text(match: ArticleMatch, fact: PredictedFact) -> str:
    """Return a prediction in one line, by labels."""
    ends = f"{_label(match, fact.subject)} → {_label(match, fact.object)}"
    said = _label(match, fact.speaker) if fact.speaker is not None else None
    phrase = f" ({fact.phrase})" if fact.phrase and fact.phrase != fact.predicate else ""
    return f"{fact.predicate}{phrase}: {ends}{_reality(fact.polarity, fact.modality, said)}"


def _reality(polarity: str, modality: str, speaker: str | None) -> str:
    words = [w for w in (polarity, modality) if w not in ("positive", "actual")]
    words += [f"says {speaker}"] if speaker is not None else []
    return f" [{', '.join(words)}]" if words else ""


def _gold_end(article: GoldArticle, end: GoldObject) -> str:
    if isinstance(end, GoldValue):
        return repr(end.value)
    entity = None if end == ANYTHING else article.entity(end)
    return next(iter((*entity.names, *entity.mentions)), end) if entity else end


def _label(match: ArticleMatch, end: str | PredictedValue) -> str:
    if isinstance(end, PredictedValue):
        return repr(end.value)
    entity = match.entities.get(end)
    return end if entity is None else entity.label


def _rule(match: ArticleMatch, fact: PredictedFact) -> str:
    rules = sorted({e.rule for e in fact.evidence_in(match.gold.name) if e.rule})
    return f" <{', '.join(rules)}>" if rules else ""


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _QUOTE else text[: _QUOTE - 1] + "…"


def names_text(missed: Iterable[MissedName]) -> str:
    """Return the names that were missed or typed otherwise, by the class that was wanted."""
    by_class: dict[str, list[MissedName]] = {}
    for name in missed:
        by_class.setdefault(name.entity.type, []).append(name)
    lines = []
    for wanted, names in sorted(by_class.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        lines.append(f"\n== {wanted}: {len(names)} names missed or of another class")
        for name in names:
            lines.append(
                f"   {' / '.join(name.entity.names)}: {', '.join(name.found) or 'not found'}  {name.match.gold.name}"
            )
    return "\n".join(lines)


def calibration_text(bins: Iterable[Bin]) -> str:
    """Return how many facts of each confidence are right."""
    lines = [f"{'confidence':14}{'facts':>7}{'mean':>8}{'right':>8}"]
    lines += (f"{b.low:.1f} - {b.high:.1f}     {b.facts:7}{b.confidence:8.3f}{b.right:8.3f}" for b in bins)
    return "\n".join(lines)


def rules_text(rows: Iterable[RuleRow]) -> str:
    """Return what each rule read: the ones that err most stand first."""
    lines = [f"{'rule':36}{'facts':>7}{'core':>7}{'full':>7}{'wrong':>7}{'leaks':>7}"]
    for r in rows:
        lines.append(f"{r.rule:36}{r.facts:7}{r.right_core:7}{r.right_full:7}{r.facts - r.right_full:7}{r.leaks:7}")
    return "\n".join(lines)
