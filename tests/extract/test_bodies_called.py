"""A thing that is described first has its name behind: between commas, or as letters in brackets. Both are one."""

import pytest

from tests.extract.reading import named_by, reading_of

pytestmark = pytest.mark.model


def called(text, noun):
    """Return the name that the description with a noun stands for, or nothing."""
    reading = reading_of("fr", text)
    return next(named_by(reading, i) for i, item in enumerate(reading.table.items) if item.head == noun)


@pytest.mark.parametrize(
    ("text", "noun", "name"),
    [
        ("Le gendarme boursier américain, la SEC, a infligé une amende à Valtec.", "gendarme", "SEC"),
        ("L'agence américaine du médicament (FDA) a autorisé le vaccin de Valtec.", "agence", "FDA"),
        ("Une enquête a été confiée à l'inspection générale de la police nationale (IGPN).", "inspection", "IGPN"),
        ("L'autorité de la concurrence britannique, la CMA, a ouvert une enquête sur Google.", "autorité", "CMA"),
        ("La maison mère de Google, Alphabet, a racheté Valtec.", "maison", "Alphabet"),
        ("Valtec a lancé sa propre boutique d'applications, Zumoshop.", "boutique", "Zumoshop"),
    ],
)
def test_a_description_and_the_name_that_is_set_off_behind_it_are_one(text, noun, name):
    """Wherever the parser hung the name."""
    assert called(text, noun) == name


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Contacté par l'association, Renault, qui vend des vélos, a refusé de répondre.", "association"),
        ("Le site de la haute autorité pour la vie publique (HAVP) a été attaqué.", "site"),
        ("La banque, Valtec, Zumo et Aton ont signé un accord avec Renault.", "banque"),
    ],
)
def test_who_acts_in_another_clause_or_in_a_row_is_not_the_description_before(text, noun):
    """So are letters that begin the words of an inner phrase."""
    assert called(text, noun) == ""
