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

from kg.extract.rules.mentions.references import VAGUE, Reference
from kg.extract.rules.parsing.tree import ROOT
from kg.extract.rules.relations.reading import Draft, Reading
from kg.extract.rules.relations.rivals import Rivals
from kg.lang import FOLDER, read_toml
from kg.lang.schema import load_schema
from kg.model import LEARNED, OPEN, Claim, MentionKind, Modality, Polarity, Value

DIGITS = 3  # of a confidence
SUREST = 0.99  # of one reading: no rule is certain, and evidence from several articles must still add something
LEAST = {"rules": 0.05, "learned": 0.25, "open": 0.2}  # below, a reading is more likely noise, and is not kept
LOOK_BACK = 60  # mentions among which the last one of the same thing is looked for
AGREEMENT = ((0.6, "sure"), (0.35, "likely"), (0.15, "possible"), (0.05, "unlikely"), (0.0, "no"))
REAL = ((0.97, "sure"), (0.85, "likely"), (0.6, "possible"), (0.3, "unlikely"), (0.0, "no"))
RANKED = ((0.85, "sure"), (0.7, "likely"), (0.55, "possible"), (0.4, "doubtful"), (0.0, "unlikely"))
LARGE = ("Person", "Group", "Company", "Country", "Organization", "Place", "Product", "Eventuality", "Concept")


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
        self.chains = Counter(table.root(index) for index in range(len(table.items)))  # root -> mentions

    def of(self, claim: Claim, draft: Draft) -> float:
        """Return how likely a claim is right, by what its reading had to go through."""
        model = self._model(draft)
        return model.judge(self._weights(draft) + model.weigh(_reality(claim, draft, self.reading)), draft.confidence)

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
        voice = model.weigh(_voice(draft, self.reading, said=said))
        return model.judge(weights + voice, draft.confidence, model.best_reality)

    def is_worth_keeping(self, draft: Draft, sure: float) -> bool:
        """Whether what is right with a likelihood may be shown to anybody."""
        kind = "open" if draft.predicate == OPEN else "learned" if draft.rule.startswith(LEARNED) else "rules"
        return sure >= LEAST[kind]

    def traits(self, claim: Claim, draft: Draft) -> tuple[str, ...]:
        """Return what may make a claim more or less sure, as "name=value", sorted, each once."""
        return tuple(sorted({*self._traits_of(draft), *_reality(claim, draft, self.reading)}))

    def _model(self, draft: Draft) -> Model:
        return self.learned if draft.rule.startswith(LEARNED) else self.rules

    def _weights(self, draft: Draft) -> tuple[float, ...]:
        """Return the weights of the traits that a draft has however real the claim is, found once."""
        if id(draft) not in self.drafts:
            self.drafts[id(draft)] = draft, self._model(draft).weigh(self._traits_of(draft))
        return self.drafts[id(draft)][1]

    def _traits_of(self, draft: Draft) -> list[str]:
        """Return the traits of a draft, each once."""
        reading = self.reading
        found = [f"language={reading.pack.code}", *_rule(draft, reading), *self._surroundings(draft.trigger)]
        found += self.rivals.traits(draft)
        found += self._argument("subject", draft.subject, draft.trigger)
        found.append(f"subject mentions={self._mentions(draft.subject)}")
        if draft.agreed is not None:
            found.append(f"learned reader={next(name for least, name in AGREEMENT if draft.agreed >= least)}")
        if isinstance(draft.object, int):
            found += self._argument("object", draft.object, draft.trigger)
            found += _pair(draft, draft.object, reading)
            found.append(f"object mentions={self._mentions(draft.object)}")
        else:
            found += _literal(draft.object, draft)
        return found

    def _surroundings(self, trigger: int) -> tuple[str, ...]:
        """What the sentence of a trigger is like; many drafts share theirs."""
        if trigger not in self.triggers:
            number = self.reading.tree.words[trigger].sent
            if number not in self.sentences:
                self.sentences[number] = tuple(_sentence(number, self.reading))
            self.triggers[trigger] = (*self.sentences[number], *_around(trigger, self.reading))
        return self.triggers[trigger]

    def _argument(self, role: str, index: int, trigger: int) -> tuple[str, ...]:
        """How an argument refers, and how it hangs on the trigger; many drafts share theirs."""
        reference, asked = (role, index), (role, index, trigger)
        if asked not in self.hanging:
            if reference not in self.references:
                self.references[reference] = tuple(_argument(*reference, self.reading))
            item = self.reading.table.items[index]
            self.hanging[asked] = (*self.references[reference], *_hang(role, item, trigger, self.reading))
        return self.hanging[asked]

    def _mentions(self, index: int) -> str:
        """How often the article speaks of a thing."""
        times = self.chains[self.reading.table.root(index)]
        return "one" if times <= 1 else "two" if times == 2 else "some" if times <= 5 else "many"


def _rule(draft: Draft, reading: Reading) -> Iterator[str]:
    word = reading.tree.words[draft.trigger]
    kind = "pattern" if not draft.phrase else word.pos.lower()
    yield f"predicate={draft.predicate}"
    yield f"kind={'open' if draft.predicate == OPEN else kind}"
    if draft.rule.startswith(LEARNED):
        yield f"trigger is={word.pos.lower()}"
    elif kind == "pattern":
        yield f"pattern={draft.rule}"
    else:
        yield f"rules={draft.rule.split('/')[1]}"  # the file of relation rules: its subject matter
    if " " in draft.phrase:
        yield "trigger=several words"
    if draft.background:
        yield "background"
    if draft.trigger != draft.verb:
        yield "trigger=under another verb"
    if word.pos in ("VERB", "AUX"):
        yield f"voice={'passive' if reading.syntax.is_passive(word) else 'active'}"
        yield f"clause={word.rel}"
        if reading.syntax.subjects(word.i)[1]:
            yield "subject=understood"


def _reality(claim: Claim, draft: Draft, reading: Reading) -> Iterator[str]:
    if claim.polarity is Polarity.NEGATIVE:
        yield "negative"
    if claim.modality is not Modality.ACTUAL:
        yield "unreal"
        yield f"modality={claim.modality}"
    if claim.past:
        yield "past"
    if claim.period is not None:
        yield "dated"
    if draft.real is not None:
        yield f"reality={next(name for least, name in REAL if draft.real >= least)}"
    yield from _voice(draft, reading, said=claim.speaker is not None)


def _voice(draft: Draft, reading: Reading, *, said: bool) -> Iterator[str]:
    region = reading.attribution.region(draft.trigger)
    if said and region is not None and region.speaker is not None:
        yield f"said={'direct' if region.direct else 'indirect'}"
        yield f"speaker={_kind(reading, region.speaker)}"
    elif region is not None:
        yield "said=taken for granted"


def _sentence(number: int, reading: Reading) -> Iterator[str]:
    tree = reading.tree
    first, last = tree.sents[number]
    words = tree.words[first:last]
    if number == 0:
        yield "sentence=title"
    yield f"sentence={min(3, 4 * number // len(tree.sents)) + 1}. quarter"
    length = last - first
    yield f"length={'short' if length < 15 else 'middle' if length < 30 else 'long' if length < 45 else 'very long'}"
    if any(word.text == "?" for word in words):
        yield "sentence=question"
    if any('"' in word.text for word in words):
        yield "sentence=quotes"
    if not any(word.pos in ("VERB", "AUX") for word in words):
        yield "sentence=no verb"
    if sum(word.text in ",;:()" for word in words) > 4:
        yield "sentence=many parts"


def _around(trigger: int, reading: Reading) -> Iterator[str]:
    """How deep a trigger lies in its sentence, and what else there makes it less sure where nobody says it."""
    tree, pack = reading.tree, reading.pack
    first, last = tree.sents[tree.words[trigger].sent]
    words = tree.words[first:last]
    yield f"heads above={min(5, sum(1 for _ in tree.ancestors(trigger)))}"
    if reading.attribution.region(trigger) is None:
        if any(word.lemma in pack.reporting and word.pos == "VERB" and word.i != trigger for word in words):
            yield "cue=speech"
        if any(word.lower in pack.words["uncertain_adverbs"] for word in words):
            yield "cue=doubt"


def _literal(value: Value, draft: Draft) -> Iterator[str]:
    yield f"literal={value.datatype}"
    if len(value.text.split()) > 5:
        yield "literal=long"
    if draft.object_words is None:
        yield "literal=elsewhere"


def _argument(role: str, index: int, reading: Reading) -> Iterator[str]:
    """How an argument refers, and how it was resolved."""
    item, top = reading.table.items[index], reading.root(index)
    kind = _kind(reading, index)
    yield f"{role}={kind}"
    yield f"{role} is={_class(top.type)}"
    if top.type in VAGUE:
        yield f"{role}=of no class"
    if kind != "name":
        yield f"{role} stands for={_kind(reading, reading.table.root(index))}"
        yield f"{role} resolved={_distance(reading, index)}"
        if item.ranked is not None:
            yield f"{role} ranked={next(name for least, name in RANKED if item.ranked >= least)}"
        if role == "subject":
            yield f"{role} determiner={item.determiner or 'none'}"
    elif top.known is not None:
        yield f"{role}=known"
    elif not reading.tree.words[item.i].ent:
        yield f"{role}=no name to the model"
    if item.number == "Plur":
        yield f"{role}=plural"


def _hang(role: str, item: Reference, trigger: int, reading: Reading) -> Iterator[str]:
    """How an argument hangs on the trigger."""
    tree = reading.tree
    if item.core[0] >= item.core[1]:
        return
    if item.sent != tree.words[trigger].sent:
        yield f"{role}=in another sentence"
        return
    words = abs(item.i - trigger)
    yield f"{role} words={'near' if words <= 3 else 'middle' if words <= 8 else 'far' if words <= 16 else 'very far'}"
    yield f"{role} hangs as={tree.words[item.i].rel}"
    yield f"{role} after={tree.words[item.i].case or 'nothing'}"
    if item.i == trigger:
        yield f"{role}=the trigger"
    else:
        yield f"{role} path={min(_path(reading, item.i, trigger), 4)}"
    if tree.words[item.i].rel == "conj" or tree.child(item.i, "conj") is not None:
        yield f"{role}=coordinated"
    if item.i in reading.attribution.in_quote and trigger not in reading.attribution.in_quote:
        yield f"{role}=in a quotation"


def _pair(draft: Draft, object_: int, reading: Reading) -> Iterator[str]:
    yield f"ends={_kind(reading, draft.subject)} and {_kind(reading, object_)}"
    schema, wanted = load_schema(), load_schema().properties.get(draft.predicate)
    if wanted is not None and not schema.fits(reading.root(draft.subject).type, wanted.domains):
        yield "subject=outside the domain"
    if wanted is not None and not schema.fits(reading.root(object_).type, wanted.ranges):
        yield "object=outside the range"


def _kind(reading: Reading, index: int) -> str:
    item = reading.table.items[index]
    if item.core[0] >= item.core[1]:
        return "nobody"
    return item.kind.value if item.kind is not MentionKind.PRONOUN else f"pronoun {item.determiner or 'other'}"


@cache
def _class(kind: str) -> str:
    """One of the few large classes."""
    schema = load_schema()
    found = next((large for large in LARGE if schema.is_a(kind, large)), None)
    return found or (kind if kind in VAGUE and kind else "other")


def _distance(reading: Reading, index: int) -> str:
    """How many sentences back the thing was last mentioned."""
    table = reading.table
    root = table.root(index)
    if root == index:
        return "not"
    here = table.items[index]
    for other in range(index - 1, max(-1, index - LOOK_BACK), -1):
        if table.root(other) == root:
            back = here.sent - table.items[other].sent
            return "same sentence" if back <= 0 else "last sentence" if back == 1 else "few sentences back"
    return "from afar"


def _path(reading: Reading, a: int, b: int) -> int:
    """How many heads lie between two words of a sentence."""
    words = reading.tree.words
    above, i, steps = {a: 0}, a, 0
    while words[i].head != ROOT and steps < 30:
        i, steps = words[i].head, steps + 1
        above[i] = steps
    i, steps = b, 0
    while i not in above and words[i].head != ROOT and steps < 30:
        i, steps = words[i].head, steps + 1
    return above.get(i, 9) + steps
