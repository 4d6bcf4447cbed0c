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


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("fr", "Le camp se trouve sur l'île bretonne de Kervel. Anne Roux vit à Kervel.", "Kervel"),
        ("fr", "Le maire de l'île d'Aubrac a réagi. Anne Roux vit à Aubrac.", "Aubrac"),
        ("en", "The camp is on the island of Kervel. Jane Morel lives in Kervel.", "Kervel"),
    ],
)
def test_what_is_called_an_island_is_no_town(language, text, name):
    """The noun before "de", or the noun that opens the full name, tells the class for the whole article."""
    assert classes(language, text)[name] == "Place"


def test_a_known_town_stays_a_town_beside_an_island_of_its_name():
    """What a table knows as a town is none of the land that is called so as well."""
    assert (
        classes("fr", "Un train a déraillé sur l'île de Vancouver. Anne Roux vit à Vancouver.")["Vancouver"] == "City"
    )


def test_an_island_and_its_bare_name_are_one():
    """ "l'île d'Aubrac" in one sentence and "Aubrac" in another are one place."""
    found = document("fr", "Le maire de l'île d'Aubrac a réagi. Anne Roux vit à Aubrac.")
    both = [m for m in found.mentions if m.surface in ("île d'Aubrac", "Aubrac")]
    assert len(both) > 1
    assert sum(m.refers_to is None for m in both) == 1
