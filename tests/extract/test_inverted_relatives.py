"""Relative clauses of which the subject stands behind the verb, and offices told by their seat."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("L'entreprise Valtec, que pilote Jeanne Morel, a fermé deux usines.", ("Jeanne Morel", "leads", "Valtec")),
        ("Le groupe Valtec, que pilote son frère Marc Lefort, a gagné le marché.", ("Marc Lefort", "leads", "Valtec")),
        ("La mutuelle Armor, que préside l'ancien sénateur Marc Lefort, a cédé.", ("Marc Lefort", "chairOf", "Armor")),
    ],
)
def test_a_word_right_behind_que_and_before_a_name_is_the_verb_of_the_name(text, wanted):
    """Even where it may be a noun: "pilote"."""
    read_of = {fact[:3] for fact in read("fr", text)}

    assert wanted in read_of
    assert "occupation" not in {predicate for _, predicate, _ in read_of}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Luc Petit s'installe dans le fauteuil de directeur général de Valtec.", ("Luc Petit", "ceoOf", "Valtec")),
        ("Jeanne Morel a été propulsée au poste de présidente du musée.", ("Jeanne Morel", "chairOf", "musée")),
        (
            "La société Valtec recrute. Jeanne Morel rejoint son conseil d'administration.",
            ("Jeanne Morel", "boardMemberOf", "Valtec"),
        ),
    ],
)
def test_who_takes_the_seat_of_an_office_holds_it(text, wanted):
    """Its chair, its post."""
    assert wanted in {fact[:3] for fact in read("fr", text)}


def test_a_seat_that_is_turned_down_tells_nothing():
    """Who refuses it does not hold it."""
    text = "Luc Petit a refusé le poste de directeur général de Valtec."

    assert "ceoOf" not in {fact[1] for fact in read("fr", text)}
