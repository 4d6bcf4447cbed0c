"""How sure a claim is: logistic models over what its reading had to go through, calibrated on annotated articles.

One model judges what rules read, another what only the learned reader does. The weights are data
(kg/lang/confidence.toml), written by tests/quality/train_confidence.py. A trait without weight counts nothing, so that
a new rule starts from what its author thinks of it, and a pair from what the networks think (`Draft.confidence`).
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain

from kg.extract.rules.confidence_traits import (
    argument_traits,
    hanging_traits,
    literal_traits,
    pair_traits,
    reality_traits,
    rule_traits,
    sentence_traits,
    trigger_traits,
    voice_traits,
)
from kg.extract.rules.relations.reading import Draft, Reading
from kg.extract.rules.relations.rivals import Rivals
from kg.lang import FOLDER, read_toml
from kg.model import LEARNED, OPEN, Claim

DIGITS = 3  # of a confidence
SUREST = 0.99  # of one reading: no rule is certain, and evidence from several articles must still add something
AGREEMENT = ((0.6, "sure"), (0.35, "likely"), (0.15, "possible"), (0.05, "unlikely"), (0.0, "no"))


@dataclass(frozen=True, kw_only=True)
class Model:
    """Log-odds that a claim is right: intercept + hand_set * log-odds of the confidence given to it + weights."""

    intercept: float
    hand_set: float
    weights: Mapping[str, float]  # by trait

    def probability(self, traits: Iterable[str], hand_set: float) -> float:
        """Return how likely a claim with these traits is right.

        Args:
            hand_set: what the author of the rule or the networks think of it, between 0 and 1.
        """
        return self.judge(self.weigh(traits), hand_set)

    def at_best(self, traits: Iterable[str], hand_set: float) -> float:
        """Return how likely a claim with these traits is right at most, whatever is still told of its reality."""
        return self.judge(self.weigh(traits), hand_set, self.best_reality + self.best_voice)

    def weigh(self, traits: Iterable[str]) -> tuple[float, ...]:
        """Return the weights of traits; most have none."""
        return tuple(filter(None, map(self.weights.get, traits)))

    def judge(self, weights: Iterable[float], hand_set: float, gain: float = 0.0) -> float:
        """Return how likely a claim is right whose traits have these weights, if it gains so much more."""
        odds = self.intercept + self.hand_set * log_odds(hand_set) + math.fsum(weights) + gain
        return round(min(SUREST, 1 / (1 + math.exp(-odds))), DIGITS)

    @cached_property
    def best_reality(self) -> float:
        """The most that the traits of how real a claim is can add."""
        gains = [max(0.0, self.weights.get(name, 0.0)) for name in ("negative", "unreal", "past", "dated")]
        return math.fsum([*gains, self._best("modality="), self._best("reality=")])

    @cached_property
    def best_voice(self) -> float:
        """The most that the traits of who says a claim can add."""
        return self._best("said=") + self._best("speaker=")

    def _best(self, kind: str) -> float:
        return max([0.0, *(weight for name, weight in self.weights.items() if name.startswith(kind))])


@cache
def load_model(reader: str) -> Model:
    """Read the weights.

    Args:
        reader: "rules" or "learned".

    Raises:
        LanguagePackError: the file is missing or is not TOML.
    """
    table = read_toml(FOLDER / "confidence.toml")[reader]
    return Model(intercept=table["intercept"], hand_set=table["hand_set"], weights=table["weights"])


def log_odds(probability: float) -> float:
    """Return ln(p / (1 - p)), of p kept between .01 and .99."""
    p = min(0.99, max(0.01, probability))
    return math.log(p / (1 - p))


class Confidence:
    """Judges the claims of one article."""

    def __init__(self, reading: Reading, drafts: Sequence[Draft]) -> None:
        """Prepare for the drafts of an article."""
        self.reading, self.rivals = reading, Rivals(reading, drafts)
        self.rules, self.learned = load_model("rules"), load_model("learned")
        table = reading.table
        self.drafts: dict[int, tuple[Draft, tuple[float, ...]]] = {}  # by identity, kept: no other may get its number
        self.triggers: dict[int, tuple[str, ...]] = {}
        self.sentences: dict[int, tuple[str, ...]] = {}  # by number
        self.references: dict[tuple[str, int], tuple[str, ...]] = {}  # by role and index
        self.hanging: dict[tuple[str, int, int], tuple[str, ...]] = {}  # by role, index and trigger
        self.weighed: dict[tuple[int, bool], tuple[float, ...]] = {}  # by identity of traits, and whether learned
        self.chains = Counter(table.root(index) for index in range(len(table.items)))  # root -> mentions

    def of(self, claim: Claim, draft: Draft) -> float:
        """Return how likely a claim is right, by what its reading had to go through."""
        model = self._model(draft)
        return model.judge(
            self._weights(draft) + model.weigh(reality_traits(claim, draft, self.reading)), draft.confidence
        )

    def at_best(self, draft: Draft, *, said: bool | None = None) -> float:
        """Return how likely a draft is right at most; for most drafts of the learned reader that tells enough.

        Args:
            said: whether somebody is told to say it; None: that is still open.
        """
        if not draft.rule.startswith(LEARNED):
            return SUREST
        model, weights = self.learned, self._weights(draft)
        if said is None:
            return model.judge(weights, draft.confidence, model.best_reality + model.best_voice)
        voice = model.weigh(voice_traits(draft, self.reading, said=said))
        return model.judge(weights + voice, draft.confidence, model.best_reality)

    def is_worth_keeping(self, draft: Draft, sure: float) -> bool:
        """Whether what is right with a likelihood may be shown to anybody; less is more likely noise."""
        return sure >= self.reading.pack.kept[self._reader(draft)]

    def _reader(self, draft: Draft) -> str:
        """By what a draft was read, as far as it matters for what is kept."""
        if draft.predicate == OPEN:
            return "open"
        if not draft.rule.startswith(LEARNED):
            return "rules"
        ends = (draft.subject, draft.object)
        named = all(isinstance(end, int) and self.reading.is_name(end) for end in ends)
        return "between_names" if named else "learned"

    def traits(self, claim: Claim, draft: Draft) -> tuple[str, ...]:
        """Return what may make a claim more or less sure, as "name=value", sorted, each once."""
        return tuple(
            sorted({*self._own(draft), *chain(*self._shared(draft)), *reality_traits(claim, draft, self.reading)})
        )

    def _model(self, draft: Draft) -> Model:
        return self.learned if draft.rule.startswith(LEARNED) else self.rules

    def _weights(self, draft: Draft) -> tuple[float, ...]:
        """Return the weights of the traits that a draft has however real the claim is, found once."""
        if id(draft) not in self.drafts:
            model = self._model(draft)
            weights = [*model.weigh(self._own(draft))]
            for shared in self._shared(draft):
                weights += self._weigh_shared(model, shared)
            self.drafts[id(draft)] = draft, tuple(weights)
        return self.drafts[id(draft)][1]

    def _weigh_shared(self, model: Model, traits: tuple[str, ...]) -> tuple[float, ...]:
        """Return the weights of traits that are kept for the whole article, and so keep their identity."""
        key = id(traits), model is self.learned
        if key not in self.weighed:
            self.weighed[key] = model.weigh(traits)
        return self.weighed[key]

    def _own(self, draft: Draft) -> list[str]:
        """Return the traits that a draft shares with no other, each once."""
        reading = self.reading
        found = [f"language={reading.pack.code}", *rule_traits(draft, reading), *self.rivals.traits(draft)]
        found.append(f"subject mentions={self._mentions(draft.subject)}")
        if draft.agreed is not None:
            found.append(f"learned reader={next(name for least, name in AGREEMENT if draft.agreed >= least)}")
        if isinstance(draft.object, int):
            found += pair_traits(draft, draft.object, reading)
            found.append(f"object mentions={self._mentions(draft.object)}")
        else:
            found += literal_traits(draft.object, draft)
        return found

    def _shared(self, draft: Draft) -> Iterator[tuple[str, ...]]:
        """Yield the traits that other drafts have as well: of the sentence, the trigger, and the arguments."""
        yield self._surroundings(draft.trigger)
        yield self._argument("subject", draft.subject, draft.trigger)
        if isinstance(draft.object, int):
            yield self._argument("object", draft.object, draft.trigger)

    def _surroundings(self, trigger: int) -> tuple[str, ...]:
        """What the sentence of a trigger is like; many drafts share theirs."""
        if trigger not in self.triggers:
            number = self.reading.tree.words[trigger].sent
            if number not in self.sentences:
                self.sentences[number] = tuple(sentence_traits(number, self.reading))
            self.triggers[trigger] = (*self.sentences[number], *trigger_traits(trigger, self.reading))
        return self.triggers[trigger]

    def _argument(self, role: str, index: int, trigger: int) -> tuple[str, ...]:
        """How an argument refers, and how it hangs on the trigger; many drafts share theirs."""
        reference, asked = (role, index), (role, index, trigger)
        if asked not in self.hanging:
            if reference not in self.references:
                self.references[reference] = tuple(argument_traits(*reference, self.reading))
            item = self.reading.table.items[index]
            self.hanging[asked] = (*self.references[reference], *hanging_traits(role, item, trigger, self.reading))
        return self.hanging[asked]

    def _mentions(self, index: int) -> str:
        """How often the article speaks of a thing."""
        times = self.chains[self.reading.table.root(index)]
        return "one" if times <= 1 else "two" if times == 2 else "some" if times <= 5 else "many"
