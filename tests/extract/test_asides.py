"""What stands between commas is said of the right one, and the verb behind the second comma is the main one."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


def told(text):
    """Return the facts of a text as subject, predicate, object."""
    return {fact[:3] for fact in read("fr", text)}


def test_the_verb_behind_a_relative_is_the_main_one():
    """The parser takes it for what the relative's verb governs."""
    facts = told(
        "Le fabricant de puces Nvidia, dont le siège est à Santa Clara, va racheter le britannique Arm au japonais "
        "SoftBank pour 40 milliards de dollars."
    )
    assert ("Nvidia", "acquired", "Arm") in facts


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        ("La Commission européenne a infligé jeudi une amende à Apple, accusé d'abuser de sa position.", "Apple"),
        ("La justice a condamné Apple, accusé de contrefaçon par Samsung.", "Apple"),
        ("Le patron de Renault a quitté le Japon, soupçonné de fraude.", "patron de Renault"),
    ],
)
def test_who_is_accused_behind_a_comma_is_the_body_or_person_named_before_it(text, accused):
    """A place before it is not."""
    assert [fact[0].removeprefix("Le ") for fact in read("fr", text) if fact[1] == "accusedOf"] == [accused]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Sanofi s'est allié au britannique GSK.", ("Sanofi", "cooperatesWith", "GSK")),
        ("Renault a raconté à Numerama avoir rencontré Nissan.", ("Renault", "metWith", "Nissan")),
    ],
)
def test_a_name_behind_an_adposition_or_an_infinitive_has_its_own_place(text, fact):
    """An adposition before the adjective of a people leads the name; an infinitive has its object behind it."""
    assert fact in told(text)
