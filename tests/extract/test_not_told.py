"""What only looks like a fact, or a sure one: whom a state elected, whom somebody is like, where another town is."""

import pytest

from kg.model import LEARNED
from tests.extract.reading import document, read

pytestmark = pytest.mark.model


def told(language, text, predicate):
    """Return the facts of one property."""
    return {(s, o) for s, p, o, *_ in read(language, text) if p == predicate}


@pytest.mark.parametrize(
    "text",
    ["Senator Paul Garner from Florida criticized the bill.", "Ann Lee, the senator from Ohio, met Paul Garner."],
)
def test_where_a_senator_lives_is_not_plainly_told_by_his_state(text):
    """It is likely, as far as the networks think so, and no plain fact."""
    rules = {c.evidence.rule for c in document("en", text).claims if c.predicate == "residesIn"}
    assert all(rule.startswith(LEARNED) for rule in rules), rules


def test_who_is_from_a_town_may_live_there():
    """A trade tells nothing of votes."""
    assert told("en", "Ann Lee, 66, from Leeds, left.", "residesIn") == {("Ann Lee", "Leeds")}


def test_the_name_of_whom_somebody_is_like_tells_nothing_of_him():
    """ "Le Mozart de X" is no Mozart, and Mozart is not of X."""
    assert not told("fr", "Jean Morel se défend d'être le Mozart des Verts.", "memberOfParty")


def test_an_area_behind_a_town_is_not_that_of_the_next_one():
    """But that of a town behind it where no other stands before."""
    assert told("fr", "Marc Lefort se rendait de Tomsk, en Sibérie, à Moscou.", "locatedIn").isdisjoint(
        {("Moscou", "Sibérie")}
    )
    assert ("Alès", "Gard") in told("fr", "Dans le Gard, à Alès, la pluie tombe.", "locatedIn")


def test_who_acts_behind_dont_is_no_second_seat():
    """ "Basée à Genève et dont Washington s'est retiré": only Geneva is her seat."""
    text = "L'agence, basée à Genève et dont Washington s'est retiré, emploie 8.000 personnes."
    assert {o for _, o in told("fr", text, "headquarteredIn")} == {"Genève"}


def test_where_or_when_somebody_works_is_no_part_of_his_trade():
    """ "Gardien de nuit" is one."""
    text = "Selon Colette Roy, pharmacienne de l'est de Rennes, la ville dort."
    assert ("Colette Roy", "pharmacienne") in told("fr", text, "occupation")
    assert ("Paul Garnier", "musicien") in told("fr", "Le musicien du soir, Paul Garnier, a joué.", "occupation")
    assert ("Paul Garnier", "gardien de nuit") in told("fr", "Paul Garnier, gardien de nuit, dort.", "occupation")


def test_what_an_article_sets_in_quotes_nobody_is():
    """A nickname, or what somebody is likened to."""
    text = 'Anne Roy, un "clown" mais aussi "une jongleuse d\'émotions", est morte à Lyon.'
    assert not told("fr", text, "occupation")
    assert not told("fr", 'Marc Lefort, surnommé "Professeur Soleil", est parti.', "occupation")
    assert told("fr", '"Le journaliste Marc Lefort ment", a dit la ministre Anne Roy.', "holdsPosition")


def test_what_a_clause_tells_is_no_part_of_a_trade():
    """ "Un ingénieur dont la carrière …"."""
    trades = told("fr", "Marc Lefort est un ingénieur mécanique dont la carrière a commencé à Lyon.", "occupation")
    assert trades == {("Marc Lefort", "ingénieur mécanique")}


def test_what_is_called_after_somebody_is_not_he():
    """A hyphen ties his name to that of a quay."""
    text = "Jacques Chirac est mort à Paris. Le musée du Quai Branly-Jacques Chirac est gratuit."
    assert ("Jacques Chirac", "Paris") in told("fr", text, "locatedIn")


def test_an_area_or_a_wing_is_no_line_of_business():
    """ "Une organisation de gauche"; "la compagnie régionale" is a firm of a region, and of no business of its own."""
    assert not told("fr", "L'organisation de gauche Code Rouge a manifesté.", "industry")
    firm = told("fr", "La compagnie régionale Hop a supprimé des vols.", "industry")
    assert firm <= {("Hop", "compagnie régionale")}
