"""What clauses with "dont" and participles tell: of the noun or name beside them, and of nobody before."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Jeanne Morel, dont le mari est mort en 2003, vit seule.", "deathDate"),
        ("Jeanne Morel, dont le fils a été arrêté mardi, vit seule à Lyon.", "arrested"),
        ("L'élu Marc Lefort, dont le frère est soupçonné de viol, se tait.", "accusedOf"),
        ("Marc Lefort, dont l'épouse est mise en examen pour recel, a démissionné.", "chargedWith"),
    ],
)
def test_what_befalls_kin_is_told_of_them(text, told):
    """And not of whose kin they are."""
    ends = [(s[0], s[2]) for s in read("fr", text) if s[1] == told]
    assert ends
    assert not {"Jeanne Morel", "Marc Lefort"} & {end for pair in ends for end in pair}


def test_the_main_verb_is_told_of_whom_the_clause_tells_of():
    """Behind the comma that closes the clause."""
    read_of = {s[:3] for s in read("fr", "Jeanne Morel, dont le mari a été assassiné en 2003, vit seule à Lyon.")}
    assert ("Jeanne Morel", "residesIn", "Lyon") in read_of


def test_what_a_participle_tells_of_one_is_not_told_of_two():
    """But of the one whose name stands before its comma."""
    text = (
        "Marc Lefort et son épouse étaient présents à l'occasion des reconstitutions des meurtres de Jeanne Morel, "
        "retrouvée morte dans une rivière en mai 1990 et de Marie Roux, disparue en juillet 1988."
    )
    assert {s[0] for s in read("fr", text) if s[1] == "deathDate"} <= {"Jeanne Morel"}


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Jeanne Morel a dit à Marc Lefort de racheter la société Valtec.", "Marc Lefort"),
        ("Jeanne Morel a dit à Marc Lefort avoir racheté la société Valtec.", "Jeanne Morel"),
    ],
)
def test_who_is_told_to_do_something_is_to_do_it(text, doer):
    """What somebody says to have done he has done himself."""
    assert {s[0] for s in read("fr", text) if s[1] == "acquired"} == {doer}
