"""Events that were none, offices that are only sought, and what a known fake tells."""

import pytest

from kg.extract.rules import make_extractor
from kg.model import Modality, Polarity
from tests.builders import an_article

pytestmark = pytest.mark.model


def asserted(text, predicate, language="fr"):
    """Return the pairs that a sentence is read to tell as plain facts."""
    (found,) = make_extractor().extract([an_article(f"Actualité\n\n{text}", language=language)])
    named = {m.id: m.surface for m in found.mentions}
    return [
        (named.get(c.subject), named.get(c.object))
        for c in found.claims
        if (c.predicate, c.polarity, c.modality) == (predicate, Polarity.POSITIVE, Modality.ACTUAL)
        and c.speaker is None
    ]


@pytest.mark.parametrize(
    ("text", "language", "predicate"),
    [
        ("Le salon de Genève 2020 a été annulé.", "fr", "locatedIn"),
        ("The summit in Oslo has been called off.", "en", "locatedIn"),
        ("L'attaque de la banque par Marc Petit a été déjouée.", "fr", "attacked"),
        ("L'attaque de la banque par Marc Petit a été déjouée.", "fr", "perpetratorOf"),
    ],
)
def test_an_event_that_was_called_off_or_foiled_was_none(text, language, predicate):
    """It has no place, and nobody has done it."""
    assert asserted(text, predicate, language) == []


def test_an_event_that_was_not_called_off_takes_place():
    """A denial of the denial."""
    assert asserted("La ville n'a pas annulé le festival de Lyon.", "locatedIn")


@pytest.mark.parametrize(
    "text",
    [
        "Paul Dumas, candidat à la présidence de la Fédération française de rugby, a parlé.",
        "Anne Roux est en lice pour la direction de la Fédération française de rugby.",
        "Anne Roux a été battue à la présidence de la Fédération française de rugby.",
        "Anne Roux vise la présidence de la Fédération française de rugby.",
    ],
)
def test_who_runs_for_an_office_does_not_hold_it(text):
    """Whatever the networks make of a name beside an office."""
    assert all(subject not in ("Paul Dumas", "Anne Roux") for subject, _ in asserted(text, "leads"))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Un canular annonçait qu'Anne Roux avait quitté Renault.", "fr"),
        ("Le bruit court qu'Anne Roux a quitté Renault.", "fr"),
        ("Il se murmure qu'Anne Roux a quitté Renault.", "fr"),
        ("A hoax claimed that Rosa Hale had left Orvane.", "en"),
        ("Rumour has it that Rosa Hale has left Orvane.", "en"),
    ],
)
def test_nobody_vouches_for_a_hoax_or_a_rumour(text, language):
    """What tells it is known for a fake, or is nobody."""
    assert asserted(text, "leftPosition", language) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Rosa Hale skipped the summit in Oslo.", "en"),
        ("Rosa Hale was absent from the summit in Oslo.", "en"),
        ("Paul Dumas a boudé le sommet de Lyon.", "fr"),
        ("Paul Dumas a déclaré forfait pour le tournoi de Lyon.", "fr"),
    ],
)
def test_who_missed_an_event_was_not_where_it_was(text, language):
    """Neither does he take part."""
    people = {"Rosa Hale", "Paul Dumas"}
    told = (*asserted(text, "participatedIn", language), *asserted(text, "locatedIn", language))
    assert all(subject not in people for subject, _ in told)


def test_the_word_of_somebody_in_a_relative_clause_is_his():
    """ "X, selon qui …"."""
    assert asserted("Marc Petit, selon qui Renault a racheté Nissan, a quitté Lyon.", "acquired") == []


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Dans la série, Claire Morel est la mère de Paul Dumas.", "parentOf"),
        ("Claire Morel, l'épouse de Marc Lefort dans la série « Étoile », a quitté TF1.", "spouseOf"),
        ("Claire Morel tue Paul Dumas dans le film de Marc Lefort.", "killed"),
    ],
)
def test_what_persons_of_a_story_are_is_told_of_nobody(text, predicate):
    """Actors are married to each other, and killed, in what they play."""
    assert asserted(text, predicate) == []


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Claire Morel, la mère de Paul Dumas, joue dans la série « Étoile ».", "parentOf"),
        ("Claire Morel a été tuée par Paul Dumas dans la série d'attentats de 2015.", "killed"),
    ],
)
def test_who_plays_in_a_story_is_somebody_for_all_that(text, predicate):
    """A series of attacks is none."""
    assert asserted(text, predicate)
