"""Where bodies sit whose name ends with their town, and who is told of at the head of a sentence or headline."""

import pytest

from tests.extract.reading import read


@pytest.mark.parametrize(
    ("text", "body", "town"),
    [
        ("Le Syndicat des métallos d'Itabira a protesté mardi.", "Syndicat des métallos d'Itabira", "Itabira"),
        ("L'Institut coopératif de Gruissan a publié une étude.", "Institut coopératif de Gruissan", "Gruissan"),
    ],
)
def test_a_body_sits_in_the_town_that_closes_its_name(text, body, town):
    """Whether a table knows the town or not."""
    assert (body, "locatedIn", town, "positive", "actual", None) in read("fr", text)


def test_common_words_and_letters_that_close_a_name_are_no_town():
    """ "la Cour de Cassation", "le comité d'Orsec"."""
    found = read("fr", "La Cour de Cassation a rejeté le pourvoi. Le Comité de GRT a réagi.")
    assert all(said[1] != "locatedIn" for said in found)


def test_who_does_not_act_at_a_place_that_opens_the_sentence_is_there_all_the_same():
    """The denial is of the act."""
    found = read("fr", "À Vienne, l'Agence Zorka n'a pas été consultée.")
    assert all(said[3] == "positive" for said in found if said[1] == "locatedIn")


def test_a_town_right_behind_a_headlines_country_lies_in_it():
    """ "Pologne : Lodz …"; a capital that the tables know elsewhere is not."""
    assert ("Lodz", "locatedIn", "Pologne", "positive", "actual", None) in read(
        "fr", "Pologne : Lodz rebaptise ses écoles"
    )
    assert all(said[1] != "locatedIn" for said in read("fr", "Syrie : Moscou dénonce une ingérence"))


def test_a_point_of_the_compass_behind_a_distance_is_no_place():
    """ "à 50 kilomètres au sud"; nor is what lies so in the town that it is measured from."""
    near = read("fr", "Le crash s'est produit à 50 kilomètres au sud.")
    assert all(said[1] != "locatedIn" for said in near)


def test_an_event_that_a_headline_tells_of_is_in_the_town_before_the_colon():
    """Known or new, unless it has a place of its own."""
    fire = read("fr", "Nice : l'incendie d'un immeuble fait trois morts.")
    assert ("l'incendie d'un immeuble", "locatedIn", "Nice", "positive", "actual", None) in fire
    talks = read("fr", "Liban : la réunion à Paris reportée.")
    assert not any(said[1] == "locatedIn" and said[2] == "Liban" for said in talks)


def test_who_did_not_meet_somebody_somewhere_may_have_been_there():
    """The denial is of what they did; who did it was there, and whom it was done to."""
    met = read("fr", "Luc Renaud a rencontré Marie Faure à Paris.")
    assert {("Luc Renaud", "Paris"), ("Marie Faure", "Paris")} <= {(s[0], s[2]) for s in met if s[1] == "locatedIn"}
    assert all(s[1] != "locatedIn" for s in read("fr", "Luc Renaud n'a pas rencontré Marie Faure à Paris."))
