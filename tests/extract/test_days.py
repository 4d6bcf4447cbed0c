"""A day beside a verb is read as its tense has it, and what is to be on a day behind the article's is a plan."""

import pytest

from kg.extract.rules import make_extractor
from kg.extract.rules.parsing.values import read_date
from kg.lang import load_pack
from kg.model import Modality
from tests.builders import an_article

THURSDAY = "2019-06-13"


def told(text, predicate, language="fr"):
    """Return modality and day of what is read of one property in an article of that Thursday."""
    article = an_article(f"Actualité\n\n{text}", language=language, published=THURSDAY)
    (found,) = make_extractor().extract([article])
    claims = (c for c in found.claims if c.predicate == predicate)
    return {(c.modality, None if c.period is None else c.period.value) for c in claims}


@pytest.mark.parametrize(
    ("text", "turn", "day"),
    [
        ("mardi", 7, "2019-06-11"),
        ("mardi", 1, "2019-06-18"),
        ("jeudi", 1, "2019-06-13"),
        ("mardi prochain", 7, "2019-06-18"),
        ("jeudi prochain", 7, "2019-06-20"),
    ],
)
def test_a_weekday_is_the_last_one_unless_the_tense_or_next_says_otherwise(text, turn, day):
    """A past tells last Tuesday, a future the one to come; on its own day a weekday is today."""
    found = read_date(text, load_pack("fr"), THURSDAY, turn=turn)
    assert found is not None
    assert found.value == day


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "modality", "day"),
    [
        ("Emmanuel Macron rencontrera Paul Dumas mardi.", Modality.PLANNED, "2019-06-18"),
        ("Emmanuel Macron doit rencontrer Paul Dumas mardi.", Modality.PLANNED, "2019-06-18"),
        ("Emmanuel Macron a rencontré Paul Dumas mardi.", Modality.ACTUAL, "2019-06-11"),
        ("Anne Roux reçoit Marc Petit le 24 juin.", Modality.PLANNED, "2019-06-24"),
        ("Anne Roux reçoit Marc Petit le 3 juin.", Modality.ACTUAL, "2019-06-03"),
        ("Anne Roux reçoit Marc Petit la semaine prochaine.", Modality.PLANNED, None),
    ],
)
def test_what_is_to_be_after_the_article_is_planned(text, modality, day):
    """The tense turns the weekday, and the day the present."""
    assert (modality, day) in told(text, "metWith")


@pytest.mark.model
def test_a_meeting_next_week_is_planned_in_english_too():
    """ "next week" counts from the article, "the next week" from what was told before."""
    assert {m for m, _ in told("Rosa Hale meets Paul Napier next week.", "metWith", "en")} == {Modality.PLANNED}


@pytest.mark.model
def test_until_a_day_ahead_something_is_so_now():
    """Only a day on which something is or begins puts it ahead."""
    assert Modality.ACTUAL in {m for m, _ in told("Anne Roux dirige Renault jusqu'au 24 août.", "leads")}


@pytest.mark.model
def test_who_is_to_be_tried_is_charged_already():
    """The trial is ahead, the charge is not; to be charged is."""
    assert {m for m, _ in told("Marc Petit sera jugé le 5 juillet pour vol.", "chargedWith")} == {Modality.ACTUAL}
    assert {m for m, _ in told("Marc Petit sera mis en examen pour vol.", "chargedWith")} == {Modality.PLANNED}


@pytest.mark.model
@pytest.mark.parametrize(("year", "over"), [("2017", True), ("2023", False)])
@pytest.mark.parametrize(
    "text",
    [
        "Anne Roux, PDG de Renault jusqu'en {}, a réagi.",
        "Anne Roux, PDG de Renault jusqu'au 30 juin {}, a réagi.",
        "Nokia's CEO until {}, Anne Roux, reacted.",
        "Anne Roux, head of Nokia until 30 June {}, reacted.",
    ],
)
def test_an_office_that_lasts_until_a_year_to_come_is_held(text, year, over):
    """Only what ended before the article did is over."""
    language = "fr" if "PDG" in text else "en"
    article = an_article(f"Actualité\n\n{text.format(year)}", language=language, published=THURSDAY)
    (found,) = make_extractor().extract([article])
    assert {c.past for c in found.claims if c.predicate in ("leads", "chiefExecutiveOf", "holdsPosition")} == {over}


@pytest.mark.model
@pytest.mark.parametrize("verb", ["est", "restera"])
def test_who_is_in_office_until_an_event_is_in_office(verb):
    """What the verb tells as now or to come has not ended, though it will."""
    article = an_article(f"Actualité\n\nAnne Roux {verb} PDG de Renault jusqu'à son départ.", published=THURSDAY)
    (found,) = make_extractor().extract([article])
    assert {c.past for c in found.claims if c.predicate in ("ceoOf", "holdsPosition")} == {False}
