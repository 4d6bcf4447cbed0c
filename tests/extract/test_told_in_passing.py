"""What the ways of telling news say by the way: whom one spoke to, which medium was first, what is promised."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


def told(text, predicate):
    """Return the facts of one property with who says them."""
    return [(s, o, speaker) for s, p, o, _, _, speaker in read("fr", text) if p == predicate]


@pytest.mark.parametrize(
    "text",
    [
        "Marc Lefort estime que le parti doit changer, dans un entretien au Monde publié lundi.",
        "Marc Lefort assure que son parti n'a rien reçu de Renault, dans une interview accordée au Monde.",
        "Marc Lefort a dit qu'il regrettait ses propos dans un entretien au Monde.",
    ],
)
def test_an_interview_that_closes_what_is_said_was_given_by_who_says_it(text):
    """Wherever the parser hangs it; and that he gave it is not what he says."""
    assert ("Marc Lefort", "Monde", None) in told(text, "gaveInterviewTo")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("« La piste est fermée », a expliqué la préfecture de la Savoie à l'AFP.", "préfecture de la Savoie"),
        ("« La piste est fermée », a fait savoir le ministère des Sports à l'AFP.", "ministère des Sports"),
    ],
)
def test_a_medium_behind_a_body_that_speaks_is_no_part_of_it(text, speaker):
    """The body keeps the rest of its own words."""
    assert any(speaker in s and "AFP" in o for s, o, _ in told(text, "gaveInterviewTo"))


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("Marc Lefort a quitté Renault, a annoncé la direction, confirmant une information du Figaro.", "Figaro"),
        ("Marc Lefort a été interpellé, a indiqué la police, qui confirme une information de RTL.", "RTL"),
    ],
)
def test_a_report_that_is_confirmed_told_of_who_the_news_is_about(text, medium):
    """The medium had told it first."""
    assert (medium, "Marc Lefort", None) in told(text, "reported")


def test_who_confirms_a_report_without_any_news_tells_of_nobody():
    """There is nothing that the medium is known to have told."""
    assert not any(o == "police" for _, o, _ in told("La police a confirmé une information du Figaro.", "reported"))
