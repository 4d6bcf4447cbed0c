"""How far two annotations of the same articles agree: python tests/quality/agreement.py

Thirty-six French articles of annotations_fr.jsonl.gz were annotated a second time by readers who had not seen the first
annotation (annotations_again_fr.jsonl.gz). Each is scored as if it were the prediction and the other the gold, by the
rules that the extractor is scored by; and the extractor beside them, on the same articles.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from kg.evaluate.gold import GoldArticle, GoldFact, GoldValue
from kg.evaluate.predictions import (
    PredictedEntity,
    PredictedEvidence,
    PredictedFact,
    PredictedMention,
    PredictedValue,
    Predictions,
)
from kg.evaluate.score import Evaluation, score
from kg.extract.registry import load_extractor
from kg.link import link
from kg.model import Article
from tests.quality.annotations import annotated
from tests.quality.measure import predictions_of

AGAIN = Path(__file__).with_name("annotations_again_fr.jsonl.gz")


def as_predictions(articles: Sequence[tuple[Article, GoldArticle]]) -> Predictions:
    """Return annotations as if a program had said them: of several answers that count, the first."""
    entities: dict[str, PredictedEntity] = {}
    facts: list[PredictedFact] = []
    for article, gold in articles:
        for entity in gold.entities:
            label = (*entity.names, *entity.mentions, entity.id)[0]
            surfaces = (*entity.names, *entity.mentions)
            entities[f"{article.name}/{entity.id}"] = PredictedEntity(
                id=f"{article.name}/{entity.id}", label=label, type=entity.type, aliases=entity.names[1:],
                mentions=tuple(PredictedMention(article=article.name, surface=s) for s in surfaces),
            )  # fmt: skip
        facts += [_predicted(article, fact) for fact in gold.facts if fact.is_open or fact.tier in ("A", "B")]
        unnamed = f"{article.name}/*"
        entities[unnamed] = PredictedEntity(id=unnamed, label="", type="Agent", aliases=(), mentions=())
    return Predictions(entities=entities, facts=tuple(facts), texts={a.name: a.text for a, _ in articles})


def _predicted(article: Article, fact: GoldFact) -> PredictedFact:
    start = article.text.find(fact.evidence)
    target, speaker = fact.objects[0], fact.speakers[0]
    return PredictedFact(
        subject=f"{article.name}/{fact.subjects[0]}",
        predicate=fact.predicate,
        object=PredictedValue(value=target.value) if isinstance(target, GoldValue) else f"{article.name}/{target}",
        phrase=fact.phrase,
        polarity=fact.polarity,
        modality=fact.modalities[0],
        speaker=f"{article.name}/{speaker}" if speaker is not None else None,
        asserted=fact.may_be_asserted,
        confidence=1.0,
        evidence=(
            PredictedEvidence(
                article=article.name, start=start, end=start + len(fact.evidence), text=fact.evidence, rule=""
            ),
        ),
    )


def read_by_extractor(articles: Sequence[tuple[Article, GoldArticle]]) -> Predictions:
    """Return what the extractor says of the same articles."""
    return predictions_of(link(list(load_extractor().extract([article for article, _ in articles]))))


def main() -> None:
    again = annotated("fr", AGAIN)
    chosen = {article.name for article, _ in again}
    first = [pair for pair in annotated("fr") if pair[0].name in chosen]
    sys.stdout.write(f"{len(again)} articles\n")
    for label, found in (
        ("the second against the first", score([g for _, g in first], as_predictions(again))),
        ("the first against the second", score([g for _, g in again], as_predictions(first))),
        ("the extractor against the first", score([g for _, g in first], read_by_extractor(first))),
        ("the extractor against the second", score([g for _, g in again], read_by_extractor(again))),
    ):
        sys.stdout.write(line(label, found))


def line(label: str, found: Evaluation) -> str:
    """Tell one comparison in a line."""
    full = found.full
    return (
        f"{label:34} F1 {full.f1:.3f} precision {full.precision:.3f} recall {full.recall:.3f} "
        f"core F1 {found.core.f1:.3f} open {found.open_precision:.3f}/{found.open_recall:.3f}\n"
    )


if __name__ == "__main__":
    main()
