"""Services, faculties, branches and sections are part of the body that they are of."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


def parts(text):
    """Return what is part of what."""
    return [(s, o) for s, p, o, *_ in read("fr", text) if p == "subsidiaryOf"]


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("La branche française d'Al-Qaïda a revendiqué l'attentat.", "branche française", "Al-Qaïda"),
        ("La section locale du PS a voté contre.", "section locale", "PS"),
        ("Le service de virologie du CHU de Caen a alerté.", "service de virologie", "CHU de Caen"),
        ("Le service de presse d'Apple n'a pas répondu.", "service de presse", "Apple"),
        ("Le comité d'éthique de l'ONU a rendu son avis.", "comité d'éthique", "ONU"),
    ],
)
def test_a_part_belongs_to_the_body_named_behind_it(text, part, whole):
    """The body may close the last complement of the part, and the noun of the part may name other things as well."""
    assert any(part in s and whole in o for s, o in parts(text))


@pytest.mark.parametrize(
    "text",
    [
        "La direction de Renault a réagi.",
        "L'antenne de France Inter a été coupée.",
        "Le département de la Loire a voté le budget.",
    ],
)
def test_who_leads_a_body_is_no_part_of_it(text):
    """Nor is its airtime, nor an area that a river gave its name."""
    assert parts(text) == []


def test_the_power_of_a_state_is_no_part_of_it():
    """ "l'autorité de l'État" is a quality."""
    assert parts("Les émeutiers ont défié l'autorité de l'État.") == []
