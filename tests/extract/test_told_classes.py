"""The class of a name that the words at it tell goes before what a table or the model of names makes of it."""

import pytest

from kg.model import MentionKind
from tests.extract.reading import document

pytestmark = pytest.mark.model


def classes(language, text):
    return {m.surface: m.type for m in document(language, text).mentions if m.kind is MentionKind.NAME}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Le chanteur Cali a donné un concert.", "Cali", "Person"),
        ("Le street artiste Banksy a revendiqué l'œuvre.", "Banksy", "Person"),
        ("Le livre sera publié par Simon & Schuster en juin.", "Simon & Schuster", "Organization"),
        ("Des milliers d'Hispaniques ont voté.", "Hispaniques", "Group"),
        ("Le cortège est passé par le quai de la Râpée.", "quai de la Râpée", "Place"),
    ],
)
def test_a_noun_or_sign_at_a_name_tells_its_class(text, name, kind):
    """A trade, the sign of a firm, the origin of people, the noun of a way or site."""
    assert classes("fr", text)[name] == kind


def test_a_town_where_something_is_stays_one():
    """What stands behind a trade in one place and behind "à" in another is a town in both."""
    text = "Le chanteur Cali a été arrêté. Il vivait à Cali."
    assert classes("fr", text)["Cali"] == "City"


@pytest.mark.parametrize(
    "text", ["Le syndicat étudiant Unef a réagi.", "Le député LR a réagi.", "Le brasseur Zumo recrute."]
)
def test_a_trade_of_firms_or_letters_name_nobody(text):
    """Only a trade of people right behind its article, and a name that is no acronym."""
    assert "Person" not in classes("fr", text).values()
