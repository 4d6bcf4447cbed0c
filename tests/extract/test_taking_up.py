"""Who is taken up by a demonstrative, by "celui qui", or by what another says of him; and what that tells of him."""

import pytest

from tests.extract.reading import named_by, read, reading_of

pytestmark = pytest.mark.model


def meant(text: str, head: str) -> str:
    """The name that the last description or pronoun of a noun or form stands for, or nothing."""
    reading = reading_of("fr", text)
    places = [n for n, item in enumerate(reading.table.items) if item.head == head and not item.name]
    return named_by(reading, max(places)) if places else ""


def test_nobody_calls_himself_by_a_description_in_his_own_words():
    """Who speaks right behind a quotation is not whom it calls the candidate."""
    text = 'Marc Petit a fait la paix. "Je soutiens le candidat et son équipe", a déclaré {}.'
    assert meant(text.format("Marc Petit"), "candidat") == ""
    assert meant(text.format("Anne Morel"), "candidat") == "Marc Petit"


def test_a_demonstrative_takes_up_the_same_noun_of_the_sentence_before():
    """ "Cet homme" is the one who was just spoken of, and nobody named before him."""
    text = "Marc Petit a été agressé. {}Cet homme a été arrêté à Lille."
    assert meant(text.format("Un homme s'est enfui. "), "homme") == ""
    assert meant(text.format(""), "homme") == "Marc Petit"


def test_a_demonstrative_is_nobody_whom_another_person_stands_nearer_than():
    """An unnamed person who acted since is meant rather."""
    text = (
        '"L\'enquête continue", a indiqué le procureur Marc Petit. Un jeune homme a été interpellé mercredi. '
        "Ce chanteur avait assuré que c'était une mise en scène."
    )
    assert meant(text, "chanteur") == ""


def test_who_only_speaks_is_not_taken_up():
    """ "Cet homme" is whom a policeman speaks of."""
    text = "Marc Petit est mort lundi, a annoncé un policier. Cet homme de 49 ans vivait à Nice."
    assert meant(text, "homme") == "Marc Petit"


def test_a_trade_is_of_who_alone_can_have_it():
    """Of one person alone who is named, though not of who has a lawyer."""
    text = (
        "Pierre Parneix alerte. Le nombre de cas reste marginal en France. Le médecin rappelle que le risque est réel."
    )
    assert meant(text, "médecin") == "Pierre Parneix"


def test_a_demonstrative_tells_the_trade_of_whom_it_takes_up():
    """As a definite description does."""
    text = "Grégory Benjamin enseigne à Lyon. Ce professeur de collège regrette la réforme."
    said = ("Grégory Benjamin", "occupation", "professeur de collège", "positive", "actual", None)
    assert said in read("fr", text)


@pytest.mark.parametrize(
    ("text", "one", "wanted"),
    [
        (
            "Anne Morel a quitté TF1. Celle qui présentait le journal depuis 2010 rejoint France 2.",
            "celle",
            "Anne Morel",
        ),
        (
            'Claire Roy a répondu à Paul Petit. "Je n\'ai rien fait", confie celle qui a publié trois livres.',
            "celle",
            "Claire Roy",
        ),
        ("Redoine Fa a fui. Celui que l'on surnomme le roi de l'évasion a été transféré.", "celui", "Redoine Fa"),
        ("La police a arrêté Julie Blanc. Celle qui a tué son mari a reconnu les faits.", "celle", "Julie Blanc"),
        ("La loi a été votée. Celle qui interdisait le glyphosate a été rejetée.", "celle", ""),
        ("Le maire Paul Roux a prévenu les élus. Celui qui triche sera exclu.", "celui", ""),
        ("Paul Roux a menacé les élus. Celui ou celle qui chahute sera exclu.", "celui", ""),
    ],
)
def test_who_opens_a_sentence_or_closes_a_quotation_by_a_relative_clause_is_who_was_spoken_of(text, one, wanted):
    """A person that agrees; a rule for anybody is of nobody, and another thing of a kind is another."""
    assert meant(text, one) == wanted


def test_who_stands_in_the_relative_clause_is_somebody_else():
    """ "Celle qui fut la demoiselle d'honneur d'Anne Morel" is not Anne Morel."""
    text = 'Anne Morel est partie. "Elle a changé", a expliqué celle qui fut la témoin d\'Anne Morel.'
    assert meant(text, "celle") == ""
