"""A counterpart holds elsewhere the office that somebody else holds."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model

OFFICES = ("headOfStateOf", "headOfGovernmentOf", "leads", "chairOf", "ceoOf", "holdsPosition")


def offices_of(language, text, person):
    """Return the offices of somebody, with what they are of."""
    return {(p, o) for s, p, o, _, _, _ in read(language, text) if s == person and p in OFFICES}


@pytest.mark.parametrize(
    ("language", "text", "person", "wanted"),
    [
        (
            "fr",
            "Le président français Emmanuel Macron a vu son homologue italien Sergio Mattarella.",
            "Sergio Mattarella",
            ("headOfStateOf", "italien"),
        ),
        (
            "fr",
            "Le patron de la CFDT, Laurent Berger, comme son homologue de la CGT Philippe Martinez, a protesté.",
            "Philippe Martinez",
            ("leads", "CGT"),
        ),
        (
            "fr",
            "La ministre de la Santé Anne Roux a défendu son homologue de l'Intérieur, Luc Petit.",
            "Luc Petit",
            ("holdsPosition", "ministre de l'Intérieur"),
        ),
        (
            "fr",
            "Le ministre de l'Intérieur Luc Petit a reçu son homologue italien, Matteo Salvini.",
            "Matteo Salvini",
            ("holdsPosition", "ministre de l'Intérieur"),
        ),
        (
            "en",
            "Polish President Andrzej Duda welcomed his Ukrainian counterpart Volodymyr Zelensky.",
            "Volodymyr Zelensky",
            ("headOfStateOf", "Ukrainian"),
        ),
    ],
)
def test_a_counterpart_has_the_office_of_who_has_him_for_one(language, text, person, wanted):
    """Of his own country, body or matter, where one is named; a minister by the same title."""
    assert wanted in offices_of(language, text, person)


@pytest.mark.parametrize(
    ("language", "text", "person"),
    [
        ("fr", "Le président du Sénat, Marc Roux, a vu son homologue allemand, Karl Braun.", "Karl Braun"),
        ("fr", "L'ancien ministre Marc Roux a vu son homologue allemand, Karl Braun.", "Karl Braun"),
    ],
)
def test_another_body_or_a_former_office_are_not_shared(language, text, person):
    """What is his own office is not told."""
    assert offices_of(language, text, person) == set()
