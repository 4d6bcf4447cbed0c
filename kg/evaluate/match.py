"""One article: which predicted facts are which gold facts, at two levels of match."""

from dataclasses import dataclass
from functools import cached_property

from kg.evaluate.compare import fold_for_scoring, same_entity, same_literal
from kg.evaluate.gold import ANYTHING, OPEN_PREDICATES, GoldArticle, GoldFact, GoldObject, GoldValue
from kg.evaluate.predictions import PredictedEntity, PredictedFact, PredictedValue, Predictions

# What may stand either way round belongs to the measure, as of its reference, whatever the ontology says by now: a
# change here would change every published figure.
SYMMETRIC = frozenset(
    {
        "competesWith",
        "cooperatesWith",
        "mergedWith",
        "metWith",
        "negotiatesWith",
        "relatedTo",
        "siblingOf",
        "spouseOf",
        "tradesWith",
    }
)
_NOBODY = frozenset[str]()


@dataclass(frozen=True)
class ArticleMatch:
    """The gold of one article beside what was predicted for it.

    core: subject, property (or one the gold allows) and object are right.
    full: core, and polarity, actual or not, and speaker are right too.
    """

    gold: GoldArticle
    entities: dict[str, PredictedEntity]
    facts: tuple[PredictedFact, ...]

    @cached_property
    def alike(self) -> dict[str, frozenset[str]]:
        """Predicted entity → the gold entities it stands for."""
        return {
            iri: frozenset(g.id for g in self.gold.entities if same_entity(g, entity, self.gold.name))
            for iri, entity in self.entities.items()
        }

    @cached_property
    def core(self) -> tuple[tuple[GoldFact, ...], ...]:
        """For each predicted fact, the gold facts it matches."""
        return tuple(tuple(g for g in self.gold.facts if self.is_core(f, g)) for f in self.facts)

    @cached_property
    def full(self) -> tuple[tuple[GoldFact, ...], ...]:
        """For each predicted fact, the gold facts it matches in full."""
        return tuple(
            tuple(g for g in core if self.is_full(f, g)) for f, core in zip(self.facts, self.core, strict=True)
        )

    @cached_property
    def hit_core(self) -> frozenset[str]:
        """Ids of the gold facts that some prediction matches."""
        return frozenset(g.id for found in self.core for g in found)

    @cached_property
    def hit_full(self) -> frozenset[str]:
        """Ids of the gold facts that some prediction matches in full."""
        return frozenset(g.id for found in self.full for g in found)

    @cached_property
    def leaks(self) -> tuple[PredictedFact, ...]:
        """Facts stated as plain truth that the gold holds only as denied, unreal or claimed, or forbids."""
        return tuple(f for f, core in zip(self.facts, self.core, strict=True) if f.asserted and self._is_leak(f, core))

    def _is_leak(self, fact: PredictedFact, core: tuple[GoldFact, ...]) -> bool:
        if core:
            return not any(g.may_be_asserted for g in core)
        return any(self.is_core(fact, g) for g in self.gold.forbidden)

    def stands_for(self, predicted: str | PredictedValue, wanted: tuple[str, ...]) -> bool:
        """Whether an argument is one of some gold entities; a literal is, if it is one of their names."""
        if isinstance(predicted, str):
            return not self.alike.get(predicted, _NOBODY).isdisjoint(wanted)
        said = fold_for_scoring(predicted.value)
        found = (e for e in self.gold.entities if e.id in wanted)
        return any(said in {fold_for_scoring(n) for n in e.names + e.mentions} for e in found)

    def is_subject(self, fact: PredictedFact, gold: GoldFact) -> bool:
        """Whether the subject is right."""
        return gold.subjects[0] == ANYTHING or self.stands_for(fact.subject, gold.subjects)

    def is_object(self, fact: PredictedFact, gold: GoldFact) -> bool:
        """Whether the object is right."""
        return any(self._is_one_object(fact.object, wanted) for wanted in gold.objects)

    def _is_one_object(self, predicted: str | PredictedValue, wanted: GoldObject) -> bool:
        if not isinstance(wanted, GoldValue):
            return wanted == ANYTHING or self.stands_for(predicted, (wanted,))
        if isinstance(predicted, PredictedValue):
            return same_literal(wanted, predicted.value)
        label = self.entities[predicted].label if predicted in self.entities else ""
        return same_literal(wanted, label, as_type="string")

    def is_predicate(self, fact: PredictedFact, gold: GoldFact) -> bool:
        """Whether the property is one that the gold allows."""
        return fact.predicate in gold.predicates or (fact.is_open and not OPEN_PREDICATES.isdisjoint(gold.predicates))

    def is_core(self, fact: PredictedFact, gold: GoldFact) -> bool:
        """Whether subject, property and object are right; symmetric and open relations may stand either way round."""
        if not self.is_predicate(fact, gold):
            return False
        straight = self.is_subject(fact, gold) and self.is_object(fact, gold)
        first = gold.objects[0]
        if straight or isinstance(first, GoldValue) or isinstance(fact.object, PredictedValue):
            return straight
        return (fact.predicate in SYMMETRIC or fact.is_open) and self.is_turned(fact, gold)

    def is_turned(self, fact: PredictedFact, gold: GoldFact) -> bool:
        """Whether the arguments are right the other way round."""
        others = tuple(o for o in gold.objects if isinstance(o, str))
        return self.stands_for(fact.object, gold.subjects) and self.stands_for(fact.subject, others)

    def is_full(self, fact: PredictedFact, gold: GoldFact) -> bool:
        """Whether polarity, reality and speaker are right too, for a fact that matches."""
        return self.is_polarity(fact, gold) and self.is_reality(fact, gold) and self.is_speaker(fact, gold)

    def is_polarity(self, fact: PredictedFact, gold: GoldFact) -> bool:
        """Whether affirmed or denied alike."""
        return fact.polarity == gold.polarity

    def is_reality(self, fact: PredictedFact, gold: GoldFact) -> bool:
        """Whether both are actual, or both are not."""
        return (fact.modality == "actual") in {m == "actual" for m in gold.modalities}

    def is_speaker(self, fact: PredictedFact, gold: GoldFact) -> bool:
        """Whether the same one is said to say it."""
        said = fact.speaker
        return any(
            said is None if wanted is None else said is not None and self.stands_for(said, (wanted,))
            for wanted in gold.speakers
        )


def match_articles(gold: tuple[GoldArticle, ...], predictions: Predictions) -> tuple[ArticleMatch, ...]:
    """Give each gold article the facts it is evidence of, and the entities that it mentions or that they speak of."""
    matches = []
    for article in gold:
        facts = tuple(f for f in predictions.facts if any(e.article == article.name for e in f.evidence))
        used = {end for f in facts for end in (f.subject, f.object, f.speaker) if isinstance(end, str)}
        entities = {
            iri: entity
            for iri, entity in predictions.entities.items()
            if iri in used or any(m.article == article.name for m in entity.mentions)
        }
        matches.append(ArticleMatch(gold=article, entities=entities, facts=facts))
    return tuple(matches)
