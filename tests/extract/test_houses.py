"""What happens at the house of a body happens there: a town hall, a hospital, a court."""

import pytest

from tests.extract.reading import read


@pytest.mark.parametrize(
    ("text", "event", "house"),
    [
        ("Une réunion à la mairie de Varnes est prévue jeudi.", "Une réunion", "mairie de Varnes"),
        ("Un rassemblement à l'ambassade d'Iran a dégénéré.", "Un rassemblement", "ambassade d'Iran"),
        ("Une fusillade au lycée de Parkland a fait deux blessés.", "Une fusillade", "lycée de Parkland"),
    ],
)
def test_an_event_is_in_the_house_that_completes_it(text, event, house):
    """Whatever class the body has that the house is called by."""
    found = [s for s in read("fr", text) if s[1] == "locatedIn"]
    assert any(s[0].startswith(event) and house in s[2] for s in found), found


def test_who_dies_in_a_hospital_is_there():
    """And who goes there; not who finds fault with the town hall."""
    died = read("fr", "Marie Faure est morte mardi à l'hôpital Cochin.")
    assert ("Marie Faure", "locatedIn", "hôpital Cochin", "positive", "actual", None) in died
    blamed = read("fr", "Luc Renaud s'en est pris à la mairie de Lille.")
    assert not any(s[0] == "Luc Renaud" and s[1] == "locatedIn" for s in blamed)


def test_what_is_addressed_to_a_body_is_not_in_its_house():
    """ "un don à l'hôpital" is no event that happens there."""
    found = read("fr", "Un don à l'hôpital de Lille a été annoncé par Valtec.")
    assert not any(s[0].startswith("Un don") and s[1] == "locatedIn" and "hôpital" in s[2] for s in found)


def test_the_embassy_of_a_country_lies_in_another():
    """It is of the country, not there."""
    found = read("fr", "Le consulat de Grande-Bretagne a été évacué.")
    assert not any(s[1] == "locatedIn" for s in found)
