"""What holds whatever becomes of the clause it stands in, and what an act shows of who does it."""

import pytest

from kg.extract.rules import document as making
from kg.extract.rules import make_extractor
from kg.model import Modality, Polarity
from tests.builders import an_article

pytestmark = pytest.mark.model
PLAIN = (Polarity.POSITIVE, Modality.ACTUAL)


@pytest.fixture(autouse=True)
def rules_alone(monkeypatch):
    """What rules make of a sentence, before it is weighed against what annotators made of others."""
    monkeypatch.setattr(making, "load_realist", lambda code: None)


def realities(text, predicate, language="fr"):
    """Return polarity and modality of what is read of one property."""
    title = "News" if language == "en" else "Actualité"
    (found,) = make_extractor().extract([an_article(f"{title}\n\n{text}", language=language)])
    return {(c.polarity, c.modality) for c in found.claims if c.predicate == predicate}


@pytest.mark.parametrize(
    "text",
    [
        "If a judge in Madrid agrees, Jonas Ek will be freed.",
        "Zumo would be sued by investigators in Ukraine.",
        "Zumo may be bought by a company in Malta.",
    ],
)
def test_somebody_is_where_he_is_whatever_may_become_of_his_clause(text):
    """A subject, an agent or a circumstance is not brought about by its verb."""
    assert realities(text, "locatedIn", "en") == {PLAIN}


def test_who_is_yet_to_be_hired_is_not_taken_to_be_there():
    """An object may be sought or made."""
    assert PLAIN not in realities("Zumo will hire engineers in Oslo.", "locatedIn", "en")


@pytest.mark.parametrize(
    ("text", "predicate", "language"),
    [
        ("Les syndicats ont déposé un préavis pour s'opposer à la réforme des retraites.", "opposes", "fr"),
        ("Paul Dumas a présenté des mesures pour lutter contre le racisme.", "opposes", "fr"),
        ("Les députés se sont levés pour applaudir Paul Dumas.", "admires", "fr"),
        ("Ann Lee marched to support Jonas Ek.", "supports", "en"),
    ],
)
def test_who_does_something_for_a_cause_supports_it(text, predicate, language):
    """The purpose of what was done shows where somebody stands."""
    assert PLAIN in realities(text, predicate, language)


@pytest.mark.parametrize(
    ("text", "predicate", "language"),
    [
        ("Paul Dumas n'a pas parlé pour soutenir Marc Petit.", "supports", "fr"),
        ("Paul Dumas partirait pour soutenir Marc Petit.", "supports", "fr"),
        ("Ann Lee wants money to fight racism.", "opposes", "en"),
    ],
)
def test_what_is_not_done_shows_nothing(text, predicate, language):
    """No stance is read off a wish or a denial."""
    assert PLAIN not in realities(text, predicate, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Zumo a été contraint de racheter Danel.", "fr"),
        ("Zumo had to buy Danel.", "en"),
        ("Zumo was forced to buy Danel.", "en"),
    ],
)
def test_what_somebody_was_made_to_do_is_done(text, language):
    """Told as a whole, a compulsion tells its end."""
    assert PLAIN in realities(text, "acquired", language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Zumo est contraint de racheter Danel.", "fr"),
        ("Zumo has to buy Danel.", "en"),
        ("Zumo did not have to buy Danel.", "en"),
        ("Zumo will have to buy Danel.", "en"),
        ("Regulators forced Zumo to buy Danel.", "en"),
    ],
)
def test_what_somebody_has_to_do_is_not_done_yet(text, language):
    """A duty that lasts, is denied or is laid on somebody tells no end."""
    assert PLAIN not in realities(text, "acquired", language)


def test_a_named_place_lies_where_it_lies():
    """Whatever is planned there."""
    found = realities("La commune limitera la circulation à Créteil, dans le Val-de-Marne.", "locatedIn")
    assert PLAIN in found
