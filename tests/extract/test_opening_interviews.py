"""What a sentence opens with tells in which medium, or on which platform, somebody speaks."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


def _told(text, predicate):
    return {(s, o) for s, p, o, *_ in read("fr", text) if p == predicate}


@pytest.mark.parametrize(
    ("text", "who", "where"),
    [
        ("Sur RTL, Jean Dupont réclame un vote.", "Jean Dupont", "RTL"),
        ("Lundi sur LCI, Jean Dupont s'en est pris à la maire de Paris.", "Jean Dupont", "LCI"),
        ("Dans les colonnes du Monde, Anne Roux tourne la page.", "Anne Roux", "Monde"),
        ("Au micro d'Europe 1, l'avocate Anne Roux a fondu en larmes.", "Anne Roux", "Europe 1"),
        ("Jeudi, dans Libération, la chercheuse Anne Roux dresse un bilan.", "Anne Roux", "Libération"),
        ("Invité de BFMTV jeudi matin, Luc Roy a défendu le projet.", "Luc Roy", "BFMTV"),
        ("Interrogé sur RTL, Jean Dupont n'a pas exclu d'être candidat.", "Jean Dupont", "RTL"),
    ],
)
def test_whoever_acts_behind_a_medium_that_opens_a_sentence_speaks_there(text, who, where):
    """It does not matter by what verb the sentence goes on."""
    assert (who, where) in _told(text, "gaveInterviewTo")


@pytest.mark.parametrize(
    "text",
    [
        "Sur France 2, Anne Roux présente un jeu.",
        "Selon RTL, Jean Dupont a quitté Paris.",
        "Interrogé par l'AFP, Jean Dupont n'a pas répondu.",
        "Dans Le Figaro, une tribune de vingt élus demande un vote.",
    ],
)
def test_hosts_sources_and_the_silent_give_no_interview(text):
    """Who presents a show is no guest of it, and who would not answer has said nothing."""
    assert not _told(text, "gaveInterviewTo")


def test_whoever_acts_behind_a_platform_that_opens_a_sentence_uses_it():
    """But not whom others insult there."""
    assert ("Jean Dupont", "Twitter") in _told("Sur Twitter, Jean Dupont s'indigne de cette décision.", "usesProduct")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Luc Castin a affirmé sur Twitter que la situation était calme.", "Luc Castin"),
        ("Christel Lechevalier a assuré sur Twitter qu'elle n'était pas au courant.", "Christel Lechevalier"),
    ],
)
def test_a_name_between_a_verb_of_saying_and_its_clause_is_no_part_of_what_is_said(text, who):
    """The clause hangs on the verb, and the platform tells where."""
    assert (who, "Twitter") in _told(text, "usesProduct")
