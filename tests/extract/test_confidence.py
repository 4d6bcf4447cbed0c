"""How sure a reading is follows from what it had to go through, by weights that are data."""

import math
import tomllib

import pytest

from kg.extract.rules import make_extractor
from kg.extract.rules.confidence import SUREST, Confidence, Model, load_model, log_odds
from kg.extract.rules.relations.reading import Draft
from kg.lang import FOLDER
from kg.model import LEARNED, OPEN, Claim, MentionKind
from tests.builders import an_article
from tests.extract.reading import reading_of

WEIGHTS = FOLDER / "confidence.toml"


def claims(text: str, language: str = "en") -> list[Claim]:
    (document,) = make_extractor().extract([an_article(text, language=language)])
    return list(document.claims)


def sure(text: str, predicate: str) -> float:
    return max(claim.evidence.confidence for claim in claims(text) if claim.predicate == predicate)


def test_without_weights_a_rule_is_as_sure_as_its_author():
    """What the model knows nothing of is left to who wrote the rule."""
    model = Model(intercept=0.0, hand_set=1.0, weights={})

    assert [model.probability(["predicate=new"], p) for p in (0.5, 0.75, 0.9)] == [0.5, 0.75, 0.9]


def test_a_trait_without_weight_counts_nothing():
    """A trait that no gold article shows changes nothing."""
    model = Model(intercept=0.3, hand_set=0.5, weights={"negative": -1.0})

    assert model.probability(["negative", "never seen"], 0.8) == model.probability(["negative"], 0.8)


def test_weights_add_up_in_log_odds():
    """Two traits together weigh the sum of both."""
    model = Model(intercept=0.5, hand_set=0.0, weights={"a": 1.0, "b": -0.25})

    assert model.probability(["a", "b"], 0.8) == pytest.approx(1 / (1 + math.exp(-1.25)), abs=0.001)


def test_one_reading_is_never_certain():
    """However good, another article that says the same must still be able to make it surer."""
    assert Model(intercept=99.0, hand_set=1.0, weights={}).probability([], 1.0) == SUREST
    assert log_odds(1.0) == log_odds(0.99)


@pytest.mark.parametrize("reader", ["rules", "learned"])
def test_the_weights_are_small_and_in_order(reader):
    """They are shrunk, so that no single trait decides; their order makes a change easy to read."""
    weights = tomllib.loads(WEIGHTS.read_text("utf-8"))[reader]["weights"]

    assert list(weights) == sorted(weights)
    assert max(map(abs, weights.values())) < 2
    assert load_model(reader).hand_set > 0


@pytest.mark.model
def test_what_is_named_is_surer_than_what_was_resolved():
    """ "Aton" is read where it stands; "it" had to be resolved."""
    before = "Aton, a Chilean bank, has a new chief."
    named = sure(f"{before} Aton bought Lumeo in 2012.", "acquired")
    resolved = sure(f"{before} It bought Lumeo in 2012.", "acquired")

    assert named > resolved


@pytest.mark.model
@pytest.mark.parametrize(
    ("affirmed", "denied"),
    [
        ("Ford acquired Danel in 2012.", "Ford did not acquire Danel in 2012."),
        ("Paul Roy bought the company.", "Paul Roy did not buy the company."),
        ("Aton bought Lumeo.", "Aton did not buy Lumeo."),
    ],
)
def test_what_is_denied_is_less_sure_than_what_is_affirmed(affirmed, denied):
    """The reach of a negation is one more thing to get wrong."""
    assert sure(affirmed, "acquired") > sure(denied, "acquired")


@pytest.mark.model
def test_the_same_text_is_always_as_sure():
    """Confidence depends on nothing but the article."""
    text = "Mina Duval, the head of Aton, said that Lumeo would open a plant in Lyon."

    assert claims(text) == claims(text)
    assert all(0 < claim.evidence.confidence <= SUREST for claim in claims(text))


@pytest.mark.parametrize("reader", ["rules", "learned"])
@pytest.mark.parametrize(
    "reality", [(), ("negative",), ("unreal", "modality=planned", "reality=sure"), ("past", "dated")]
)
def test_nothing_is_surer_than_it_was_thought_to_be_at_best(reader, reality):
    """So what is left before its reality is weighed could not have been kept."""
    model, traits = load_model(reader), ("kind=verb", "subject=name")

    assert model.at_best(traits, 0.3) >= model.probability((*traits, *reality), 0.3)


def test_at_best_counts_the_gains_of_reality_alone():
    """What lowers a confidence is left out, and so is what tells nothing of reality."""
    model = Model(intercept=0, hand_set=1, weights={"unreal": -2.0, "dated": 0.5, "reality=sure": 1.0, "other": 9.0})

    assert model.at_best((), 0.5) == model.probability(("dated", "reality=sure"), 0.5)


@pytest.mark.model
def test_who_says_it_lowers_what_a_draft_may_be_at_best():
    """A claim of somebody's is never surer than it was thought once his voice was known, and that less than before."""
    reading = reading_of("fr", "Actualité\n\nPaul Roy dit que Renault dirige Danone.")
    said = next(c for c in claims("Actualité\n\nPaul Roy dit que Renault dirige Danone.", "fr") if c.speaker)
    verb = next(w.i for w in reading.tree.words if w.text == "dirige")
    ends = [i for i, item in enumerate(reading.table.items) if item.kind is MentionKind.NAME]
    draft = Draft(
        subject=ends[-2], object=ends[-1], predicate="owns", rule=f"{LEARNED}owns", trigger=verb, verb=verb,
        phrase="diriger", confidence=0.5,
    )  # fmt: skip
    confidence = Confidence(reading, [draft])

    assert confidence.at_best(draft) > confidence.at_best(draft, said=True) >= confidence.of(said, draft)


@pytest.mark.model
def test_a_draft_is_not_taken_for_one_that_is_gone():
    """What was found of a draft stays its own, though another may later lie where it lay in memory."""
    reading = reading_of("fr", "Renault dirige Danone.")
    ends = {i for i, item in enumerate(reading.table.items)}
    said = {"trigger": 1, "verb": 1, "phrase": "diriger", "confidence": 0.5}
    drafts = [
        {"subject": min(ends), "object": max(ends), "predicate": name, "rule": f"{LEARNED}{name}", **said}
        for name in ("owns", OPEN, "causes")
    ]
    apart = [Confidence(reading, []).at_best(Draft(**each)) for each in drafts]
    together = Confidence(reading, [])

    assert len(set(apart)) > 1
    assert [together.at_best(Draft(**each)) for each in drafts * 5] == apart * 5
