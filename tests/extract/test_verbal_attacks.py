"""Who holds an office attacks with words, unless the clause tells of arms."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


def acts(text, language="fr"):
    """Return what somebody does to somebody."""
    return {(p, o) for _, p, o, *_ in read(language, text) if p in ("attacked", "criticized")}


@pytest.mark.parametrize(
    ("text", "blamed"),
    [
        ("Le député socialiste Paul Garnier attaque Marie Lefort sur son bilan.", "Marie Lefort"),
        ("La ministre Anne Roy a attaqué Marie Lefort lundi.", "Marie Lefort"),
    ],
)
def test_a_politician_who_attacks_somebody_blames_him(text, blamed):
    """No network calls it an act of violence either."""
    assert acts(text) == {("criticized", blamed)}


@pytest.mark.parametrize(
    "text",
    [
        "Deux hommes ont attaqué Marie Lefort.",
        "Le sénateur Paul Garnier a attaqué Marie Lefort à coups de marteau.",
        "L'armée a attaqué la ville.",
    ],
)
def test_others_attack_and_so_does_he_with_arms(text):
    """What the attacker is, or what he strikes with, tells the two apart."""
    assert any(predicate == "attacked" for predicate, _ in acts(text))
