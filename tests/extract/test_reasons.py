"""What is told to have come of something: "à cause de", "grâce à", "sous l'effet de"."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


def causes(text):
    """Return what brought about what."""
    return [(s, o) for s, p, o, *_ in read("fr", text) if p == "causes"]


@pytest.mark.parametrize(
    ("text", "cause", "effect"),
    [
        ("Les populations de tortues ont décliné en raison de la pollution.", "pollution", "populations de tortues"),
        ("Le pays a perdu 300.000 emplois sous l'effet de la crise.", "crise", "300.000 emplois"),
        ("La baie, fermée en raison de l'épidémie, rouvre lundi.", "épidémie", "baie"),
        ("Le chantier, suspendu pour cause de coronavirus, a repris.", "coronavirus", "chantier"),
        ("Le magasin a fermé ses portes en raison de la crise.", "crise", "magasin"),
        ("Les ventes progressent grâce au succès du nouveau modèle.", "succès", "ventes"),
    ],
)
def test_a_reason_brings_about_what_happens(text, cause, effect):
    """What rises, falls or closes is told of its subject; what somebody does, of what it is done to."""
    assert any(cause in s and effect in o for s, o in causes(text))


@pytest.mark.parametrize(
    "text",
    [
        "Le maire a démissionné à cause du scandale.",
        "Jeanne Morel voyage grâce à une bourse.",
        "Le maire a fermé les yeux sur la crise.",
    ],
)
def test_who_acts_is_no_effect(text):
    """A reason for an act does not bring about who acts, and what helps somebody is no reason."""
    assert causes(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Marc Lefort serait tombé du fait de la tempête.",
        "Le groupe Valtec débranche deux réacteurs en raison de la canicule.",
    ],
)
def test_neither_somebody_nor_a_thing_acted_on_comes_of_a_reason(text):
    """What comes of it is what happens to him, or what is done to it."""
    assert causes(text) == []


@pytest.mark.parametrize("text", ["L'opération met fin au trafic.", "La grève a mis un terme aux négociations."])
def test_what_ends_a_thing_does_not_cause_it(text):
    """To put an end to it is the contrary."""
    assert causes(text) == []
