"""Who speaks does not name himself: a pronoun is nobody who is named in what it governs or in his own quotation."""

import pytest

from kg.extract.rules.coreference import coreference
from kg.extract.rules.coreference.pronoun_weights import PronounWeights
from tests.extract.reading import named_by, reading_of

NEAREST = PronounWeights({}, 0.1)  # without any weights, the nearest is taken


def meant(monkeypatch: pytest.MonkeyPatch, text: str, form: str = "il") -> str:
    """The name that the last pronoun of a form stands for, or nothing."""
    monkeypatch.setattr(coreference, "load_pronouns", lambda _: NEAREST)
    reading = reading_of("fr", text)
    return named_by(reading, max(n for n, item in enumerate(reading.table.items) if item.head == form))


BOTH = "Marc Petit critique Paul Dubois. "


@pytest.mark.model
@pytest.mark.parametrize(
    "speech",
    [
        '"Dubois est un danger pour la France", a-t-il déclaré mardi.',
        '"Je pense que Dubois est un danger, a-t-il déclaré mardi. Il faut partir."',
        'Il a déclaré mardi : "Dubois est un danger pour la France."',
        "Il a déclaré que Dubois était un danger.",
    ],
)
def test_who_speaks_is_nobody_whom_he_names(monkeypatch, speech):
    """Whoever was named last."""
    assert meant(monkeypatch, BOTH + speech) == "Marc Petit"


@pytest.mark.model
def test_a_name_before_the_pronoun_of_a_clause_may_be_meant(monkeypatch):
    """What an opening clause names is not governed by the clause behind it."""
    assert meant(monkeypatch, BOTH + "Quand Dubois est arrivé, il a salué les élus.") == "Paul Dubois"


@pytest.mark.model
def test_another_quotation_tells_nothing(monkeypatch):
    """Only one's own words are without one's name."""
    text = BOTH + '"Dubois est un danger", affirme Marc Petit. Dubois sourit. "Je reste calme", a-t-il dit mardi.'
    assert meant(monkeypatch, text) == "Paul Dubois"


@pytest.mark.model
@pytest.mark.parametrize(
    ("speech", "own"),
    [('"Il a trahi la France", dit Marc Petit.', "il"), ('"Son ami a trahi la France", a-t-il dit.', "son")],
)
def test_who_speaks_does_not_call_himself_he(monkeypatch, speech, own):
    """Though he was named nearest."""
    assert meant(monkeypatch, "Paul Dubois est parti. Marc Petit le regrette. " + speech, own) == "Paul Dubois"


@pytest.mark.model
def test_words_that_a_sentence_takes_up_are_adapted_to_it():
    """The article calls her "l'" who says "m'"."""
    reading = reading_of("fr", 'Anne Morel crée un parti. Des "amis compétents l\'aident", a-t-elle dit.')
    assert named_by(reading, next(n for n, item in enumerate(reading.table.items) if item.head == "l'")) == "Anne Morel"
