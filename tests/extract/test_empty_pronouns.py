"""Pronouns that stand for nobody: impersonal "il", the "l'" of "l'on", "lui" that only names the subject once more."""

import pytest

from tests.extract.reading import reading_of

PETIT = "Marc Petit a fondé la société Valtec en mai. "


def pronouns(text: str) -> list[str]:
    """The pronouns and possessives of an article that are mentions."""
    reading = reading_of("fr", text)
    return [reading.text(*item.core) for item in reading.table.items if item.kind.value == "pronoun"]


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        PETIT + "La société est née il y a trois ans.",
        PETIT + "Il est prévu de fermer l'usine.",
        PETIT + "Il est absurde de fermer l'usine.",
        PETIT + "Il convient donc de fermer l'usine.",
        PETIT + "Il a été décidé d'ouvrir une usine.",
        PETIT + "Il a été décidé avec la mairie de fermer l'usine.",
        PETIT + "Il a été constaté que l'usine fuyait.",
        PETIT + "Il est reproché à la société d'avoir menti.",
        PETIT + "Il a été procédé à la vente.",
        PETIT + "Il faisait très froid à Lyon.",
        PETIT + "Il va falloir partir.",
        PETIT + "Il semble que l'usine ait fermé.",
        PETIT + "Quoi qu'il en soit, l'usine a fermé.",
        PETIT + "L'usine a fermé sans que l'on sache pourquoi.",
        PETIT + "Paul Durand a lui critiqué la ministre.",
        PETIT + "Paul Durand, lui, a quitté Metz.",
        PETIT + "La ministre, elle aussi, a quitté Metz.",
        PETIT + "La ministre, quant à elle, a quitté Metz.",
    ],
)
def test_a_pronoun_of_nobody_else_is_no_mention(text):
    """What is said of a clause, sounds only, or takes up the subject of its own clause refers to nobody before."""
    assert pronouns(text) == []


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        (PETIT + "Il y a vécu trois ans.", "Il"),
        (PETIT + "Il est contraint de partir.", "Il"),
        (PETIT + "Il a décidé de partir.", "Il"),
        (PETIT + "Il est reproché.", "Il"),
        (PETIT + "Il a été prévenu que l'usine fermait.", "Il"),
        (PETIT + "Il fait des meubles.", "Il"),
        (PETIT + "Anne Morel lui a donné un livre.", "lui"),
        (PETIT + "A-t-il quitté Metz ?", "-il"),
    ],
)
def test_a_pronoun_of_somebody_is_one(text, pronoun):
    """Who lives there, is forced or able to do something, is given something or asked about is somebody."""
    assert any(found.endswith(pronoun) for found in pronouns(text))
