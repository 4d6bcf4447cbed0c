"""What a noun is by its number, or by the nouns it is made of: "l'acte 14", "des sapeurs-pompiers"."""

import pytest

from tests.extract.reading import document

pytestmark = pytest.mark.model


def kinds(text):
    """Return the classes of the mentions of a French text, by their words."""
    return {mention.surface: mention.type for mention in document("fr", text).mentions}


@pytest.mark.parametrize(
    ("text", "surface", "kind"),
    [
        ("Luc Moreau a participé à l'acte 14 du mouvement.", "l'acte 14 du mouvement", "ProtestEvent"),
        ("Le juge a cité l'article 49 du code pénal.", "l'article 49 du code pénal", "LegalAct"),
        ("Netflix a annoncé la saison 3 de la série.", "la saison 3 de la série", "Product"),
        ("Le maire a signé l'acte de vente.", "l'acte de vente", "Concept"),
        ("Les sapeurs-pompiers ont critiqué le maire.", "Les sapeurs-pompiers", "Group"),
        ("Des maîtres-boulangers ont critiqué le maire.", "Des maîtres-boulangers", "Group"),
        ("Les forces de l'ordre ont arrêté Luc Moreau.", "Les forces de l'ordre", "SecurityAgency"),
    ],
)
def test_a_number_or_a_part_tells_what_a_noun_names(text, surface, kind):
    """An act with a number is a protest of a row, an article with one is of a law, a season with one of a series."""
    assert kinds(text).get(surface, "Concept") == kind
