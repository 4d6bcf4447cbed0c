"""Forms that look unreal and tell what happened, and the reverse."""

import pytest

from kg.extract.rules import document as making
from kg.extract.rules import make_extractor
from kg.model import Modality, Polarity
from tests.builders import an_article


@pytest.fixture(autouse=True)
def rules_alone(monkeypatch):
    """What rules make of a sentence, before it is weighed against what annotators made of others."""
    monkeypatch.setattr(making, "load_realist", lambda code: None)


def claims(text, predicate, language="fr", **article):
    """Return polarity, modality and speaker of what rules read of one property."""
    (found,) = make_extractor().extract([an_article(f"Actualité\n\n{text}", language=language, **article)])
    named = {m.id: m.surface for m in found.mentions}
    return [
        (c.polarity, c.modality, named.get(c.speaker))
        for c in found.claims
        if c.predicate == predicate and not c.evidence.rule.startswith("learned/")
    ]


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Une grue s'effondre à Dallas : une femme meurt.", "locatedIn"),
        ("Paul Dumas accuse Renault de fraude.", "accused"),
        ("Renault rachète Nissan et ferme une usine.", "acquired"),
    ],
)
def test_a_form_of_both_moods_tells_a_fact_where_no_que_stands_before_it(text, predicate):
    """The parser calls some of these presents subjunctives."""
    assert (Polarity.POSITIVE, Modality.ACTUAL, None) in claims(text, predicate)


def test_behind_que_a_subjunctive_is_one():
    """What is asked for is not done."""
    found = claims("Anne Petit demande que Renault rachète Nissan.", "acquired")
    assert found
    assert all(modality is not Modality.ACTUAL for _, modality, _ in found)


@pytest.mark.parametrize(
    "text", ["Renault a annoncé avoir racheté Nissan.", "Renault dit avoir racheté Nissan en 2012."]
)
def test_what_somebody_says_to_have_done_is_done_by_his_words(text):
    """A perfect infinitive tells a completed act; it stays a claim of its speaker."""
    assert (Polarity.POSITIVE, Modality.ACTUAL, "Renault") in claims(text, "acquired")


def test_who_marches_to_denounce_denounces():
    """The act of speech is done by the march; what else a march is for is not."""
    done = claims("Des milliers de personnes ont défilé pour dénoncer le racisme.", "criticized")
    hoped = claims("Des milliers de personnes ont défilé pour arrêter Paul Dumas.", "arrested")
    assert (Polarity.POSITIVE, Modality.ACTUAL, None) in done
    assert hoped
    assert all(modality is not Modality.ACTUAL for _, modality, _ in hoped)


def test_a_future_of_a_day_long_past_tells_what_happened():
    """The historical future: the article is younger than the day."""
    text = "Paul Dumas quittera Renault le 31 décembre 1972."
    assert claims(text, "leftPosition", published="2019-05-16") == [(Polarity.POSITIVE, Modality.ACTUAL, None)]
    assert claims(text, "leftPosition", published="1972-05-16") == [(Polarity.POSITIVE, Modality.PLANNED, None)]


def test_no_suspect_is_arrested_wherever_the_verb_hangs():
    """A negative determiner of an argument denies, also where an aside cuts the verb off."""
    found = claims("Aucun suspect n'a été, pour l'instant, arrêté.", "arrested")
    assert found
    assert all(polarity is Polarity.NEGATIVE for polarity, _, _ in found)


def test_that_a_paper_reports_is_not_what_it_reports():
    """The act of telling has no speaker besides the one who tells."""
    found = claims("RTL a rapporté que Renault avait racheté Nissan, une enquête que RTL a rapportée.", "reported")
    assert found
    assert all(speaker is None for _, _, speaker in found)


@pytest.mark.parametrize("text", ["They want to build a plant in Texas.", "They will build a plant in Texas."])
def test_a_new_thing_is_where_it_is_once_its_verb_came_to_pass(text):
    """What is only to be built stands nowhere yet."""
    found = claims(text, "locatedIn", language="en")
    assert found
    assert all(modality is not Modality.ACTUAL for _, modality, _ in found)


def test_who_is_arrested_somewhere_is_there():
    """ "Arrêter de" puts an end to what is done, "arrêter deux hommes" to nobody's being where he is."""
    found = claims("La police a arrêté deux hommes à Lyon.", "locatedIn")
    assert found
    assert all(polarity is Polarity.POSITIVE for polarity, _, _ in found)
