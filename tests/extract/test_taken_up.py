"""Whom words take up that only point back: "ce dernier", "celui qui", "Quant à X, il", "le principal intéressé"."""

import pytest

from tests.extract.reading import named_by, read, reading_of

pytestmark = pytest.mark.model


def told(text):
    """Return who does what to whom, if it is not denied."""
    return {(s, p, o) for s, p, o, polarity, _, _ in read("fr", text) if polarity == "positive"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Jeanne Morel raconte sa maladie. Celle qui a quitté Renault en 2017 a rencontré Marc Lefort.",
            {("Jeanne Morel", "leftPosition", "Renault"), ("Jeanne Morel", "metWith", "Marc Lefort")},
        ),
        (
            "Jeanne Morel a perdu. Celle que Paul Dubois a soutenue a critiqué Marc Lefort.",
            {("Paul Dubois", "supports", "Jeanne Morel"), ("Jeanne Morel", "criticized", "Marc Lefort")},
        ),
        (
            "Paul Dubois, celui qui a fondé Renault, a critiqué Jeanne Morel.",
            {("Paul Dubois", "founded", "Renault")},
        ),
        ("Paul Dubois est celui qui a fondé Renault.", {("Paul Dubois", "founded", "Renault")}),
    ],
)
def test_celui_qui_is_whom_the_text_goes_on_about(text, wanted):
    """What the clause and what the sentence tells is told of him."""
    assert wanted <= told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Paul Dubois a critiqué Jeanne Morel. Le prix est plus élevé que celui qui a été fixé par Renault.",
        'Jeanne Morel sourit. "Celui qui a fondé Renault est un génie", assure Paul Dubois.',
        "Paul Dubois a critiqué Jeanne Morel. C'est celui qui a fondé Renault que la police cherche.",
    ],
)
def test_celui_qui_is_nobody_told_of_in_comparisons_quotations_and_clefts(text):
    """There it picks out somebody new."""
    reading = reading_of("fr", text)
    found = [named_by(reading, n) for n, item in enumerate(reading.table.items) if item.head == "celui"]

    assert found == [""]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Paul Dubois a agressé Luc Petit à coups de batte. Ce dernier a rencontré Anne Roy.", "Luc Petit"),
        ("Luc Petit (Hotch) a été renvoyé. Ce dernier a rencontré Anne Roy.", "Luc Petit"),
        ("Paul Dubois a reçu Luc Petit à l'Élysée. Ce dernier a rencontré Anne Roy.", "Luc Petit"),
    ],
)
def test_ce_dernier_is_who_was_named_last_and_not_what_was_named_beside(text, wanted):
    """No bare noun, no aside, and no place."""
    assert (wanted, "metWith", "Anne Roy") in told(text)


def test_ces_derniers_are_those_named_side_by_side():
    """Whatever their part was."""
    found = told("Marc Lefort a rencontré Luc Petit et Paul Dubois. Ces derniers ont critiqué Anne Roy.")

    assert {("Luc Petit", "criticized", "Anne Roy"), ("Paul Dubois", "criticized", "Anne Roy")} <= found


@pytest.mark.parametrize(
    "text",
    [
        "Paul Dubois ira dans les Alpes. Quant à Luc Petit, il rencontrera Anne Roy.",
        "Paul Dubois ira dans les Alpes. Quant au philosophe Luc Petit, il rencontrera Anne Roy.",
    ],
)
def test_what_a_sentence_says_that_it_is_about_is_its_subject(text):
    """However much was told of another before."""
    assert ("Luc Petit", "metWith", "Anne Roy") in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Paul Dubois a limogé Luc Petit, l'accusant de mensonge.",
        "Paul Dubois a limogé Luc Petit, en l'accusant de mensonge.",
        "Paul Dubois a limogé Luc Petit après l'avoir accusé de mensonge.",
    ],
)
def test_nobody_acts_on_himself_in_a_clause_without_a_subject(text):
    """Whose act it is is told by the main clause, so the pronoun is the other."""
    assert ("Paul Dubois", "accused", "Luc Petit") in told(text)
    assert ("Luc Petit", "accusedOf", "mensonge") in told(text)


@pytest.mark.parametrize("words", ["L'intéressé", "Le principal intéressé"])
def test_who_is_concerned_is_who_was_told_of(words):
    """A participle with an article calls somebody."""
    assert ("Luc Petit", "criticized", "Anne Roy") in told(f"Luc Petit a été arrêté. {words} a critiqué Anne Roy.")


def test_a_relative_clause_may_tell_of_a_description_with_a_complement():
    """ "que" behind its complement is the object, since nobody has a content as an idea has."""
    found = told("Le maire de Nantes, que Jeanne Morel accuse de fraude, a démissionné.")

    assert ("Jeanne Morel", "accused", "Le maire de Nantes") in found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Paul Dubois a quitté Renault, dont il est le premier actionnaire.", ("Paul Dubois", "owns", "Renault")),
        ("Paul Dubois ment. Luc Petit a rencontré Anne Roy quand il était membre du PCF.", "Luc Petit"),
    ],
)
def test_a_clause_with_a_copula_is_one_of_its_own(text, wanted):
    """Its "il" may be whom the main clause is about."""
    found = told(text)

    assert wanted in found if isinstance(wanted, tuple) else (wanted, "memberOfParty", "PCF") in found


def test_who_refuses_and_says_why_has_said_it():
    """A participle of speech behind a comma is no part of what is refused."""
    found = told("Paul Dubois a refusé de recevoir Anne Roy, dénonçant la politique du RN.")

    assert ("Paul Dubois", "criticized", "la politique du RN") in found
    assert not {p for _, p, _ in found} & {"metWith"}


def test_the_same_subject_pronoun_in_a_sentence_is_the_same():
    """However likely somebody else may be: "Alors qu'il …, il …"."""
    reading = reading_of("fr", "Luc Petit a parlé de Paul Dubois. Alors qu'il était candidat, il a rencontré Anne Roy.")
    found = [named_by(reading, n) for n, item in enumerate(reading.table.items) if item.head == "il"]

    assert len(found) == 2
    assert len(set(found)) == 1
