"""A model weighs how real a claim is; it takes no denial back, and what it makes actual is never a plain fact."""

from dataclasses import replace

import numpy as np
import pytest

from kg.extract.rules import document as making
from kg.extract.rules.learned.circumstances import SIZE, row_of
from kg.extract.rules.learned.realism import PLAIN, Realist, load_realist, read_realist, write_realist
from kg.lang import languages
from kg.link import link
from kg.model import LEARNED, Modality, Polarity
from tests.extract.reading import document

DENIED = (Polarity.NEGATIVE, Modality.ACTUAL)
PLANNED = (Polarity.POSITIVE, Modality.PLANNED)
TOLD = (DENIED, PLAIN, PLANNED)
SOLD = "Renault a racheté Nissan."
WILL_SELL = "Renault rachètera Nissan."
NOT_SOLD = "Renault n'a pas racheté Nissan."


def one_that_says(told, sure: float) -> Realist:
    """A model that gives one reality a probability, whatever it is asked, and shares the rest."""
    shares = [sure if each == told else (1 - sure) / (len(TOLD) - 1) for each in TOLD]
    return Realist(TOLD, np.zeros((SIZE, len(TOLD)), np.float32), np.log(np.array(shares, np.float32)))


def read_anew(language: str, text: str):
    """Read a text with the model in force."""
    return document.__wrapped__(language, text)


def bought(monkeypatch, text: str, realist: Realist | None):
    """Return the claims that somebody bought somebody."""
    monkeypatch.setattr(making, "load_realist", lambda code: realist)
    return [c for c in read_anew("fr", f"Actualité\n\n{text}").claims if c.predicate == "acquired"]


@pytest.mark.model
def test_what_is_likelier_than_what_rules_say_counts(monkeypatch):
    """A model that is clearly surer of a plan turns what rules read as done into one."""
    (ruled,) = bought(monkeypatch, SOLD, None)
    (weighed,) = bought(monkeypatch, SOLD, one_that_says(PLANNED, 0.9))

    assert (ruled.polarity, ruled.modality) == PLAIN
    assert (weighed.polarity, weighed.modality) == PLANNED
    assert weighed.evidence.rule == ruled.evidence.rule


@pytest.mark.model
def test_a_close_call_leaves_it_to_the_rules(monkeypatch):
    """What is hardly likelier than what rules say changes nothing."""
    (claim,) = bought(monkeypatch, SOLD, one_that_says(PLANNED, 0.35))

    assert (claim.polarity, claim.modality) == PLAIN


@pytest.mark.model
def test_a_denial_is_never_taken_back(monkeypatch):
    """However sure the model is."""
    (claim,) = bought(monkeypatch, NOT_SOLD, one_that_says(PLAIN, 0.99))

    assert claim.polarity is Polarity.NEGATIVE


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "On dit que Renault a racheté Nissan.",
        "Renault a-t-il racheté Nissan ?",
        "Renault est jugé pour avoir racheté Nissan.",
        "Renault menace de racheter Nissan.",
        "Faux : Renault a racheté Nissan.",
    ],
)
def test_what_words_leave_to_others_becomes_no_fact(monkeypatch, text):
    """Questions, charges, threats and what nobody vouches for, however sure the model is."""
    (claim,) = bought(monkeypatch, text, one_that_says(PLAIN, 0.99))

    assert claim.modality is Modality.POSSIBLE


@pytest.mark.model
def test_what_it_makes_actual_is_never_plain(monkeypatch):
    """It becomes what the learned reader says: a statement."""
    monkeypatch.setattr(making, "load_realist", lambda code: one_that_says(PLAIN, 0.99))
    found = read_anew("fr", f"Actualité\n\n{WILL_SELL}")
    sure = tuple(replace(c, evidence=replace(c.evidence, confidence=0.95)) for c in found.claims)
    facts = [f for f in link([replace(found, claims=sure)]).facts if f.predicate == "acquired"]

    assert [(f.polarity, f.modality) for f in facts] == [PLAIN]
    assert all(e.rule.startswith(LEARNED) for f in facts for e in f.evidence)
    assert not any(f.asserted for f in facts)


@pytest.mark.model
def test_it_asks_for_more_to_make_something_actual(monkeypatch):
    """A plan that may as well have been carried out stays one."""
    (claim,) = bought(monkeypatch, WILL_SELL, one_that_says(PLAIN, 0.6))

    assert claim.modality is Modality.PLANNED


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Renault a probablement racheté Nissan.",
        "Renault a tenté de racheter Nissan.",
        "Rien ne dit que Renault a racheté Nissan.",
        "La rumeur selon laquelle Renault a racheté Nissan est fausse.",
        "Avant que Renault ne rachète Nissan, la grève a commencé.",
    ],
)
def test_what_words_leave_open_is_not_made_actual(monkeypatch, text):
    """An adverb, an attempt, a demand, a rumour, "before": words that say it is not done outdo the model."""
    claims = bought(monkeypatch, text, one_that_says(PLAIN, 0.99))

    assert claims
    assert all((c.polarity, c.modality) != PLAIN for c in claims)


@pytest.mark.model
def test_what_a_rule_sets_by_itself_stays(monkeypatch):
    """A rule that says who holds that a thing is so is not outvoted: whoever claims an attack says it himself."""
    monkeypatch.setattr(making, "load_realist", lambda code: one_that_says(PLANNED, 0.99))
    claims = read_anew("fr", "Actualité\n\nLe groupe a revendiqué l'attentat.").claims
    fixed = [c for c in claims if c.predicate == "perpetratorOf"]

    assert fixed
    assert all(c.modality is Modality.ACTUAL and c.speaker is not None for c in fixed)


def test_weights_are_read_as_they_were_written(tmp_path):
    """Whole numbers with a step a column keep what is likeliest."""
    random = np.random.default_rng(0)
    realist = Realist(TOLD, random.normal(0, 1, (SIZE, 3)).astype(np.float32), np.zeros(3, np.float32))
    write_realist(realist, tmp_path / "reality.npz")
    again = read_realist(tmp_path / "reality.npz")
    rows = np.array([row_of("property=acquired"), row_of("form=VERB")])

    assert again.told == TOLD
    assert np.abs(again.probabilities(rows) - realist.probabilities(rows)).max() < 0.02


@pytest.mark.parametrize("code", languages())
def test_shipped_models_know_what_rules_say_most(code):
    """What is done and what is denied are among the realities of every shipped model."""
    realist = load_realist(code)

    assert realist is not None
    assert {PLAIN, DENIED, PLANNED} <= set(realist.told)
