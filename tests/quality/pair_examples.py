"""Pairs of mentions in annotated articles, each labelled with the properties by which the gold relates its ends."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.evaluate.compare import same_entity
from kg.evaluate.gold import ANYTHING, OPEN_PREDICATES, GoldArticle, GoldFact
from kg.evaluate.match import SYMMETRIC
from kg.evaluate.predictions import PredictedEntity, PredictedMention
from kg.extract.rules.document import read, rule_drafts
from kg.extract.rules.learned.inputs import Inputs, inputs_of
from kg.extract.rules.learned.pairs import Pair, find_pairs
from kg.extract.rules.learned.traits import Traits
from kg.extract.rules.learned.vectors import states_of
from kg.extract.rules.parsing.shading import shade_for
from kg.extract.rules.parsing.text import Shadow
from kg.extract.rules.relations.reading import Reading
from kg.lang import load_pack
from kg.model import OPEN, Article, MentionKind, Span

EITHER_WAY = SYMMETRIC | {OPEN}  # properties that may stand either way round


@dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    """The pairs of one article, N in all."""

    rough: NDArray[np.int64]  # (N, G) what the gate sees
    inputs: Inputs  # what the networks see
    labels: list[frozenset[str]]  # properties that are right; none: the sentence does not relate the two
    used: NDArray[np.bool_]  # False: the two are related elsewhere, so that the pair teaches nothing


def examples_of(article: Article, doc: Any, gold: GoldArticle) -> Examples | None:
    """Return the labelled pairs of an article; None if it has no pair.

    A gold fact labels one pair of its sentence: that within its evidence whose ends are nearest in the tree.
    """
    pack = load_pack(article.language)
    shadow = shade_for(article.text, pack)
    reading = read(article, doc, pack, shadow)
    drafts = rule_drafts(reading)
    pairs = list(find_pairs(reading))
    if not pairs:
        return None
    labels, related = Labelling(article, gold, reading, shadow, pairs).run()
    traits = Traits(reading, drafts)
    return Examples(
        rough=traits.rough(pairs), inputs=inputs_of(reading, pairs, traits, states_of(doc)),
        labels=[frozenset(found) for found in labels],
        used=np.array([bool(found) or n not in related for n, found in enumerate(labels)]),
    )  # fmt: skip


class Labelling:
    """Finds the pairs that an article's gold facts speak of."""

    def __init__(
        self, article: Article, gold: GoldArticle, reading: Reading, shadow: Shadow, pairs: list[Pair]
    ) -> None:
        self.article, self.gold, self.reading, self.shadow, self.pairs = article, gold, reading, shadow, pairs
        self.meant = dict(self._meant())
        self.by_ends: dict[tuple[str, str], list[int]] = defaultdict(list)
        root = reading.table.root
        for n, pair in enumerate(pairs):
            for one in self.meant[root(pair.subject)]:
                for other in self.meant[root(pair.object)]:
                    self.by_ends[one, other].append(n)

    def run(self) -> tuple[list[set[str]], set[int]]:
        """Return the labels of each pair, and the pairs whose ends are related somewhere."""
        labels: list[set[str]] = [set() for _ in self.pairs]
        related: set[int] = set()
        for fact in self.gold.facts:
            objects = [o for o in fact.objects if isinstance(o, str)]
            if ANYTHING in (fact.subjects[0], fact.objects[0]) or not isinstance(fact.objects[0], str):
                continue
            predicates = {OPEN if p in OPEN_PREDICATES else p for p in fact.predicates}
            found = [n for s in fact.subjects for o in objects for n in self.by_ends[s, o]]
            related.update(found)
            if predicates & EITHER_WAY:
                related.update(n for s in fact.subjects for o in objects for n in self.by_ends[o, s])
            best = min((n for n in found if self._shows(n, fact)), key=lambda n: self._distance(n, fact), default=None)
            if best is not None:
                labels[best] |= predicates
        return labels, related

    def _meant(self) -> Iterator[tuple[int, frozenset[str]]]:
        """Yield the gold entities that each root stands for."""
        table = self.reading.table
        chains: dict[int, list[int]] = defaultdict(list)
        for index in range(len(table.items)):
            chains[table.root(index)].append(index)
        for root, members in chains.items():
            names = [s for i in members if table.items[i].kind is MentionKind.NAME for s in self.surfaces(i)]
            said = [s for i in members if table.items[i].kind is not MentionKind.PRONOUN for s in self.surfaces(i)]
            label = (names or said or [""])[0]
            mentions = tuple(PredictedMention(article=self.article.name, surface=s) for s in said)
            entity = PredictedEntity(
                id=str(root), label=label, type=table.items[root].type, aliases=tuple(names), mentions=mentions
            )
            yield root, frozenset(g.id for g in self.gold.entities if same_entity(g, entity, self.gold.name))

    def surfaces(self, index: int) -> Iterator[str]:
        """Yield the words of a mention, in each of its extents."""
        for first, last in self.reading.table.items[index].extents:
            if first < last:
                yield self.span(first, last).cut(self.article.text)

    def span(self, first: int, last: int) -> Span:
        """Return the characters of a range of words."""
        words = self.reading.tree.words
        return self.shadow.span(words[first].start, words[last - 1].end)

    def _shows(self, n: int, fact: GoldFact) -> bool:
        """Whether a pair's sentence overlaps the evidence."""
        start = self.article.text.find(fact.evidence)
        sentence = self.span(*self.reading.tree.sents[self.reading.table.items[self.pairs[n].subject].sent])
        return sentence.start < start + len(fact.evidence) and start < sentence.end

    def _distance(self, n: int, fact: GoldFact) -> tuple[bool, int, int, int]:
        pair, items = self.pairs[n], self.reading.table.items
        ends = sorted((items[pair.subject].i, items[pair.object].i))
        span, start = self.span(ends[0], ends[1] + 1), self.article.text.find(fact.evidence)
        inside = start - 1 <= span.start and span.end <= start + len(fact.evidence) + 1
        return not inside, len(pair.up) + len(pair.down), pair.subject, pair.object


def joined(examples: Iterable[Examples]) -> Examples:
    """Return the pairs of several articles that teach something, as if the articles were one text."""
    chosen = list(examples)
    starts = np.cumsum([0, *(len(e.inputs.text) for e in chosen)])
    taken = [e.inputs.only(np.flatnonzero(e.used)) for e in chosen]
    inputs = Inputs(
        traits=np.concatenate([each.traits for each in taken]),
        lemmas=[row for each in taken for row in each.lemmas],
        points=np.concatenate([each.points + start for each, start in zip(taken, starts, strict=False)]),
        text=[lemma for each in taken for lemma in each.text],
        states=np.concatenate([each.states for each in taken]),
    )
    return Examples(
        rough=np.concatenate([e.rough[e.used] for e in chosen]), inputs=inputs,
        labels=[row for e in chosen for row, used in zip(e.labels, e.used, strict=True) if used],
        used=np.concatenate([e.used[e.used] for e in chosen]),
    )  # fmt: skip
