"""A quotation mark belongs to the sentence that it opens or closes, and is never a sentence by itself."""

import pytest

from tests.extract.reading import document

pytestmark = pytest.mark.model


def sentences(text: str) -> list[str]:
    found = document("fr", text)
    return [found.article.text[s.start : s.end] for s in found.sentences]


def test_a_mark_that_opens_begins_the_sentence_behind_it() -> None:
    """A space before it and none behind tell that it opens."""
    text = 'Le syndicat protège la forêt, prévient Luc Roux. "Les petits viennent d\'éclore et ont faim", dit-il.'
    assert sentences(text)[1].startswith('"Les petits')


def test_a_mark_that_closes_ends_the_sentence_before_it() -> None:
    """No space before it and one behind tell that it closes."""
    text = '"Le village a brûlé. Nous avons tout perdu." Les pompiers ont quitté les lieux mardi.'
    assert sentences(text)[-2:] == ['Nous avons tout perdu."', "Les pompiers ont quitté les lieux mardi."]


@pytest.mark.parametrize(
    "text",
    [
        "Les services restent en alerte.\n\n\"Je ne peux pas dire qu'il n'y aura pas de cas\", a dit Anne Roux.",
        "Le groupe est prêt, a affirmé Luc Petit.\n\n« Il n'a renoncé à rien. Il sera candidat », assure son frère.",
        'La salle a applaudi. "Vous êtes formidables !" La fête a duré deux heures.',
        'Luc Roux a parlé de la remise en état de la chaussée. "',
    ],
)
def test_no_sentence_is_without_a_word(text: str) -> None:
    """However the marks are set."""
    assert all(any(c.isalnum() for c in sentence) for sentence in sentences(text))


def test_a_mark_ends_no_sentence_in_another_line() -> None:
    """What stands in a line by itself stays there."""
    assert sentences('La chaussée est remise en état.\n"\nLuc Roux est parti.')[-1] == "Luc Roux est parti."
